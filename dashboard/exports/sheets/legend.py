"""Legends on sheets: a sign and a text each, for what is lit at a stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.exports.sheets.network_marks import OTHER, SYMBOLS, pip_size, symbol_inks, symbol_of, symbol_token
from dashboard.exports.sheets.records import UNIT, Area, Box, Group, Ink, Item, Line, Mark, Pen, Plate, Point, Stroke
from dashboard.exports.sheets.text import measure_lines, place_words
from dashboard.figures.lines import Line as Drawn
from dashboard.figures.map.records import LegendLine
from dashboard.figures.network.records import LegendEntry
from dashboard.figures.palette import NEUTRAL, hue_form
from dashboard.i18n import Texts, list_in_words
from dashboard.model import Standing

SIZE = 1.4 * UNIT
"""The size of type, as on stage."""

_WIDE_SIGN_EM, _SIGN_EM, _GAP_EM, _APART_EM = 2.2, 1.0, 0.5, 1.6
_DASH_SHARE = 0.92  # so that pieces of line hold whole dashes
_COLUMN_EM, _ROW_EM = 1.55, 1.5  # from one line to the next
_INSET, _PADDING = 0.8 * UNIT, (0.9 * UNIT, 0.5 * UNIT)


class Entry(NamedTuple):
    """A line of a legend; ``is_wide`` for signs that are a piece of line, ``size`` is that of the type."""

    sign: LegendLine | LegendEntry
    text: str
    is_wide: bool
    size: float = SIZE

    @property
    def width(self) -> float:
        """What its sign and its text take."""
        text, _ = measure_lines([Line(self.text, self.size, Ink("ink"))])
        return self.sign_width + _GAP_EM * self.size + text

    @property
    def sign_width(self) -> float:
        """What its sign takes."""
        return (_WIDE_SIGN_EM if self.is_wide else _SIGN_EM) * self.size


def list_map_legend(lines: Iterable[LegendLine]) -> tuple[Entry, ...]:
    """The entries of a map's legend; every sign takes as much room as a piece of line, so that texts stand in line."""
    return tuple(Entry(line, line.text, is_wide=True) for line in lines)


def list_network_legend(found: Iterable[LegendEntry], texts: Texts, size: float = SIZE) -> tuple[Entry, ...]:
    """The entries of a network's legend, those that share a sign in one line."""
    merged: dict[tuple[str, str, object], LegendEntry] = {}
    for entry in found:
        key = (entry.mark, entry.id, entry.standing)
        known = merged.get(key)
        # Where there are more themes than accents, some share one; one mark then stands for all of them.
        joined = texts("exports-legend-both", one=known.text, other=entry.text) if known else entry.text
        merged[key] = entry.model_copy(update={"text": joined})
    return tuple(Entry(entry, entry.text, is_wide=entry.mark == "tie", size=size) for entry in merged.values())


def draw_corner(entries: Sequence[Entry], box: Box, texts: Texts) -> Group:
    """A legend as one column on a plate in the lower left corner of a map; an empty group for no entries."""
    if not entries:
        return Group(texts("exports-part-legend"), ())
    across, down = _PADDING
    width = max(entry.width for entry in entries) + 2 * across
    height = measure_column(entries) + 2 * down
    plate = Box(box.left + _INSET, box.bottom - _INSET - height, width, height)
    frame = Plate(texts("exports-part-frame"), plate, Ink("paper", 0.88))
    column = draw_column(entries, (plate.left + across, plate.top + down), texts)
    return replace(column, items=(frame, *column.items))


def measure_column(entries: Sequence[Entry]) -> float:
    """The height of a legend as one column."""
    return len(entries) * _COLUMN_EM * SIZE


def draw_column(entries: Sequence[Entry], at: Point, texts: Texts) -> Group:
    """A legend as one column from a point downwards; an empty group for no entries."""
    shown = [_draw_entry(entry, (at[0], at[1] + (row + 0.5) * _COLUMN_EM * SIZE)) for row, entry in enumerate(entries)]
    return Group(texts("exports-part-legend"), tuple(shown), _describe(entries, texts))


def measure_rows(entries: Iterable[Entry], width: float) -> float:
    """The height of a legend in rows."""
    return sum(_row_height(row) for row in _fill_rows(entries, width))


def _row_height(row: Iterable[tuple[float, Entry]]) -> float:
    return max(entry.size for _, entry in row) * _ROW_EM


def draw_rows(entries: Sequence[Entry], box: Box, texts: Texts) -> Group:
    """A legend in rows, from the top of a box; an empty group for no entries."""
    items, top = [], box.top
    for row in _fill_rows(entries, box.width):
        height = _row_height(row)
        items += [_draw_entry(entry, (box.left + left, top + height / 2)) for left, entry in row]
        top += height
    return Group(texts("exports-part-legend"), tuple(items), _describe(entries, texts))


def _describe(entries: Iterable[Entry], texts: Texts) -> str:
    said = [entry.text for entry in entries]
    return texts("exports-about-legend", things=list_in_words(said, texts)) if said else ""


def _fill_rows(entries: Iterable[Entry], width: float) -> list[list[tuple[float, Entry]]]:
    """Rows of entries, each with its distance from the left."""
    rows: list[list[tuple[float, Entry]]] = []
    used = width + 1
    for entry in entries:
        if used + entry.width > width:
            rows.append([])
            used = 0.0
        rows[-1].append((used, entry))
        used += entry.width + _APART_EM * entry.size
    return rows


def _draw_entry(entry: Entry, at: Point) -> Group:
    size = entry.size
    sign = Box(at[0], at[1] - size / 2, entry.sign_width, size)
    words = place_words(entry.text, [Line(entry.text, size, Ink("ink"))], (sign.right + _GAP_EM * size, at[1]))
    return Group(entry.text, (*_draw_sign(entry.sign, sign, entry.text), words))


def _draw_sign(sign: LegendLine | LegendEntry, box: Box, name: str) -> Iterator[Item]:
    return _map_sign(sign, box, name) if isinstance(sign, LegendLine) else _network_sign(sign, box, name)


def _map_sign(line: LegendLine, box: Box, name: str) -> Iterator[Item]:
    scale = box.height / 17.5
    if line.mark == "home":
        size = 12 * scale
        yield _stroke(name, Box(box.left, box.top, box.width - size / 2, box.height), Pen(Ink(line.hue), 3.6 * scale))
        yield Mark(name, hue_form(line.hue), (box.right - size / 2, box.center[1]), size, Ink(line.hue))
    elif line.line:
        yield _stroke(name, box, _line_pen(line.line, scale))
    elif line.mark == "seat":
        yield Mark(name, "disc", box.center, 12 * scale, Ink("paper"), Pen(Ink("ink-soft"), 2.4 * scale))
        yield Mark(name, "disc", box.center, 4 * scale, Ink("ink-soft"))
    else:
        yield _blob(name, box, line.mark)


def _blob(name: str, box: Box, mark: str) -> Area:
    box = Box(box.center[0] - box.height * 0.6, box.top, box.height * 1.2, box.height)
    shares = ((0.0, 0.3), (0.45, 0.08), (1.0, 0.25), (0.9, 0.75), (0.35, 0.95), (0.06, 0.7))
    ring = tuple((box.left + x * box.width, box.top + y * box.height) for x, y in shares)
    if mark == "undetermined":
        return Area(name, (ring,), Ink("undetermined"), Pen(Ink("coast"), 1.2))
    if mark == "area":
        return Area(name, (ring,), Ink("ink-soft", 0.34), Pen(Ink("ink-soft", 0.8), 1.2))
    return Area(name, (ring,), None, Pen(Ink("ink-soft", 0.8), 1.2, (3.0, 3.0)))


def _network_sign(entry: LegendEntry, box: Box, name: str) -> Iterator[Item]:
    scale = box.height / 17.5 * 1.25
    if entry.line:
        yield _stroke(name, box, _line_pen(entry.line, box.height / 17.5))
    elif entry.mark == "bracket":
        x, y, reach = box.left + 0.1 * box.width, box.top + 0.2 * box.height, 0.6 * box.width
        line = ((x + reach, box.bottom), (x, box.bottom), (x, y), (x + reach, y))
        yield Stroke(name, (line,), Pen(Ink("ink-soft"), 1.4))
        head = ((x + reach, y - 3 * scale), (x + reach + 5 * scale, y), (x + reach, y + 3 * scale))
        yield Area(name, (head,), Ink("ink-soft"))
    elif entry.mark == "accent":
        shape = "activity-text"
        token = symbol_token(shape, NEUTRAL, entry.id)
        yield Mark(name, symbol_of(shape, entry.id), box.center, SYMBOLS[shape][1] * scale, Ink(token))
    elif entry.id == "home":
        for x in (0.35, 0.65):
            yield Plate(
                name, Box(box.left + x * box.width - 1.2 * scale, box.top, 2.4 * scale, box.height), Ink("ink-soft")
            )
    else:
        symbol, size = SYMBOLS[entry.id]
        token = {"partner": "gold", "venue": "ink"}.get(entry.id, "ink-soft")
        fill, pen = symbol_inks(entry.id, token, entry.standing, scale, 1.0)
        share = OTHER if entry.standing == Standing.OTHER else 1.0
        yield Mark(name, symbol, box.center, size * scale * share, fill, pen)
        if pip := pip_size(entry.id, entry.standing):
            yield Mark(name, "disc", box.center, pip * scale, Ink(token))


def draw_tie(line: Drawn, box: Box, ink: str, name: str) -> Stroke:
    """A piece of a tie's line across the middle of a box, as thick as beside type of the box's height."""
    return _stroke(name, box, _line_pen(line, box.height / 17.5, ink))


def _stroke(name: str, box: Box, pen: Pen) -> Stroke:
    y = box.center[1]
    return Stroke(name, (((box.left, y), (box.right, y)),), pen)


def _line_pen(line: Drawn, scale: float, ink: str = "ink") -> Pen:
    dash = tuple(round(length * scale * _DASH_SHARE, 2) for length in line.dash)
    return Pen(Ink(ink), round(line.width * 1.4 * scale, 2), dash, is_double=line.core > 0)
