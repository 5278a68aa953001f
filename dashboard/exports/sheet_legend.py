"""Legends on sheets: a sign and a text each, in rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dashboard.exports.sheet_map import hue_token
from dashboard.exports.sheet_network import SYMBOLS, symbol_inks
from dashboard.exports.sheet_records import Area, Box, Group, Ink, Item, Line, Mark, Pen, Plate, Point, Stroke
from dashboard.exports.sheet_text import measure_lines, place_words
from dashboard.figures.map_records import PATTERNS, LegendLine, MapView, Pattern
from dashboard.figures.network_records import LegendEntry, NetworkView
from dashboard.i18n import Texts
from dashboard.model import TieKind

_LARGEST, _SMALLEST = 17.5, 10.0
_SIGN_EM, _NARROW_SIGN_EM, _GAP_EM, _APART_EM = 2.2, 1.0, 0.45, 1.3
_ROW_EM = 1.5


class Entry(NamedTuple):
    """A line of a legend; ``is_wide`` for signs that are a piece of line."""

    sign: LegendLine | LegendEntry
    text: str
    is_wide: bool


def draw_map_legend(view: MapView, box: Box, texts: Texts) -> Group:
    """The map's legend in a box, in the largest type that fits; an empty view gives an empty group."""
    entries = [Entry(line, line.text, is_wide=line.mark in ("home", "tie")) for line in view.legend]
    return _draw(entries, box, texts)


def draw_network_legend(view: NetworkView, box: Box, texts: Texts, *, with_ties: bool) -> Group:
    """The network's legend; without kinds of ties where the map's legend has them."""
    merged: dict[tuple[str, str, object], LegendEntry] = {}
    for entry in view.legend:
        key = (entry.mark, entry.id, entry.standing)
        known = merged.get(key)
        # Themes may share an accent; one dot then stands for all of them.
        joined = texts("exports-legend-both", one=known.text, other=entry.text) if known else entry.text
        merged[key] = entry.model_copy(update={"text": joined})
    shown = [entry for entry in merged.values() if with_ties or entry.mark != "tie"]
    return _draw([Entry(entry, entry.text, is_wide=entry.mark == "tie") for entry in shown], box, texts)


def _draw(entries: Sequence[Entry], box: Box, texts: Texts) -> Group:
    size = _LARGEST
    while size > _SMALLEST and len(_fill_rows(entries, box.width, size)) * _ROW_EM * size > box.height:
        size -= 0.5
    items: list[Item] = []
    for row, line in enumerate(_fill_rows(entries, box.width, size)):
        y = box.top + (row + 0.5) * _ROW_EM * size
        for left, entry in line:
            items.append(_draw_entry(entry, (box.left + left, y), size))
    return Group(texts("exports-part-legend"), tuple(items))


def _fill_rows(entries: Iterable[Entry], width: float, size: float) -> list[list[tuple[float, Entry]]]:
    """Rows of entries, each with its distance from the left."""
    rows: list[list[tuple[float, Entry]]] = []
    used = width + 1
    for entry in entries:
        own = _entry_width(entry, size)
        if used + own > width:
            rows.append([])
            used = 0.0
        rows[-1].append((used, entry))
        used += own + _APART_EM * size
    return rows


def _sign_width(entry: Entry, size: float) -> float:
    return (_SIGN_EM if entry.is_wide else _NARROW_SIGN_EM) * size


def _entry_width(entry: Entry, size: float) -> float:
    text, _ = measure_lines([Line(entry.text, size, Ink("ink"))])
    return _sign_width(entry, size) + _GAP_EM * size + text


def _draw_entry(entry: Entry, at: Point, size: float) -> Group:
    width = _sign_width(entry, size)
    sign = Box(at[0], at[1] - size / 2, width, size)
    words = place_words(entry.text, [Line(entry.text, size, Ink("ink"))], (sign.right + _GAP_EM * size, at[1]))
    return Group(entry.text, (*_draw_sign(entry.sign, sign, entry.text), words))


def _draw_sign(sign: LegendLine | LegendEntry, box: Box, name: str) -> Iterator[Item]:
    return _map_sign(sign, box, name) if isinstance(sign, LegendLine) else _network_sign(sign, box, name)


def _map_sign(line: LegendLine, box: Box, name: str) -> Iterator[Item]:
    scale = box.height / 17.5
    if line.mark == "home":
        yield _stroke(name, box, Pen(Ink(hue_token(line.id)), 3.4 * scale))
    elif line.mark == "tie":
        yield _stroke(name, box, _pattern_pen(PATTERNS[TieKind(line.id)], scale))
    elif line.mark == "seat":
        yield Mark(name, "disc", box.center, 12 * scale, Ink("paper"), Pen(Ink("ink-soft"), 2.4 * scale))
        yield Mark(name, "disc", box.center, 4 * scale, Ink("ink-soft"))
    else:
        yield _blob(name, box, is_filled=line.mark == "area")


def _blob(name: str, box: Box, *, is_filled: bool) -> Area:
    shares = ((0.0, 0.3), (0.45, 0.08), (1.0, 0.25), (0.9, 0.75), (0.35, 0.95), (0.06, 0.7))
    ring = tuple((box.left + x * box.width, box.top + y * box.height) for x, y in shares)
    if is_filled:
        return Area(name, (ring,), Ink("ink-soft", 0.34), Pen(Ink("ink-soft", 0.8), 1.2))
    return Area(name, (ring,), None, Pen(Ink("ink-soft", 0.8), 1.2, (3.0, 3.0)))


def _network_sign(entry: LegendEntry, box: Box, name: str) -> Iterator[Item]:
    scale = box.height / 17.5 * 1.25
    if entry.mark == "tie":
        yield _stroke(name, box, _pattern_pen(PATTERNS[TieKind(entry.id)], box.height / 17.5))
    elif entry.mark == "bracket":
        x, y, reach = box.left + 0.1 * box.width, box.top + 0.2 * box.height, 0.6 * box.width
        line = ((x + reach, box.bottom), (x, box.bottom), (x, y), (x + reach, y))
        yield Stroke(name, (line,), Pen(Ink("ink-soft"), 1.4))
        head = ((x + reach, y - 3 * scale), (x + reach + 5 * scale, y), (x + reach, y + 3 * scale))
        yield Area(name, (head,), Ink("ink-soft"))
    elif entry.mark == "accent":
        yield Mark(name, "disc", box.center, 8.4 * scale, Ink(entry.id))
    elif entry.id == "home":
        for x in (0.35, 0.65):
            yield Plate(
                name, Box(box.left + x * box.width - 1.2 * scale, box.top, 2.4 * scale, box.height), Ink("ink-soft")
            )
    else:
        symbol, size = SYMBOLS[entry.id]
        token = {"partner": "gold", "venue": "ink"}.get(entry.id, "ink-soft")
        fill, pen = symbol_inks(entry.id, token, entry.standing, scale, 1.0)
        share = 0.78 if entry.standing == "other" else 1.0
        yield Mark(name, symbol, box.center, size * scale * share, fill, pen)


def _stroke(name: str, box: Box, pen: Pen) -> Stroke:
    y = box.center[1]
    return Stroke(name, (((box.left, y), (box.right, y)),), pen)


def _pattern_pen(pattern: Pattern, scale: float) -> Pen:
    dash = tuple(round(length * scale, 2) for length in pattern.dash)
    return Pen(Ink("ink"), round(pattern.width * 1.1 * scale, 2), dash, is_double=pattern.core > 0)
