"""A sheet as one SVG file that needs nothing else: colours written out, fonts named with fallbacks or embedded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import htpy as h
from markupsafe import Markup

from dashboard.exports.fonts import trace_light
from dashboard.exports.sheets.forms import (
    core_of,
    cut_dashes,
    side_of,
    trace_sides,
    trace_symbol,
    trace_waves,
    trace_wire,
)
from dashboard.exports.sheets.records import (
    Align,
    Area,
    Box,
    Group,
    Ink,
    Item,
    Line,
    Mark,
    Passage,
    Pen,
    Plate,
    Point,
    Ring,
    Sheet,
    Stroke,
    Wire,
    Words,
)
from dashboard.exports.sheets.text import drop_controls
from dashboard.figures.palette import Palette
from dashboard.i18n import Language

FAMILY = (
    "'BIZ UDPGothic','Kakehashi Names','BIZ UDGothic','Yu Gothic','YuGothic','Hiragino Sans','Noto Sans CJK JP',"
    "'Noto Sans JP',sans-serif"
)
_BASELINE = 0.86  # of the size, below the top of the letters' box
_HALO_WIDTH, _HALO_OPACITY = 0.2, "0.85"  # of the size


def paint_sheet(
    sheet: Sheet,
    palette: Palette,
    language: Language,
    *,
    faces: str = "",
    size: tuple[int, int] | None = None,
    key: str = "",
    prints: bool = False,
    has_passages: bool = True,
) -> str:
    """The sheet as SVG source.

    Args:
        sheet: what is drawn.
        palette: the colours.
        language: of the texts, for the choice of glyphs.
        faces: ``@font-face`` rules to embed; without them the fonts are those of the reader's machine.
        size: width and height in pixels that the file says of itself; None: the sheet's own.
        key: sets the ids of one picture apart from those of others in the same document.
        prints: for a PDF, which has the fonts inside: light around names is drawn as outlines, so that nobody who
            searches or copies finds a second text.
        has_passages: whether title, text and foot are drawn; a document that sets them itself goes without.
    """
    width, height = size or (round(sheet.size[0]), round(sheet.size[1]))
    paper = {"width": _number(sheet.size[0]), "height": _number(sheet.size[1])}
    painter = _Painter(palette, language, prints=prints)
    return drop_controls(
        str(
            h.svg(
                xmlns="http://www.w3.org/2000/svg",
                viewBox=f"0 0 {paper['width']} {paper['height']}",
                width=str(width),
                height=str(height),
                lang=language.code,
                role="img",
                aria_labelledby=f"title{key} desc{key}" if has_passages else f"desc{key}",
                font_family=FAMILY,
            )[
                h.title(id=f"title{key}")[sheet.title.text] if has_passages else None,
                h.desc(id=f"desc{key}")[_describe(sheet, has_text=has_passages)],
                # The rules are our own words and base64.
                h.style[Markup(faces)] if faces else None,  # noqa: S704
                h.rect(paper, fill=palette["paper"]) if has_passages else None,
                (
                    painter.passage(passage, name)
                    for name, passage in (("title", sheet.title), ("text", sheet.text))
                    if has_passages
                ),
                (painter.paint(group) for group in sheet.pictures),
                (painter.paint(rule) for rule in sheet.rules),
                (
                    painter.passage(passage, name)
                    for name, passage in (
                        *(("further", each) for each in sheet.further),
                        ("source", sheet.source),
                        ("date", sheet.date),
                        ("number", sheet.number),
                    )
                    if has_passages
                ),
            ]
        )
    )


def _describe(sheet: Sheet, *, has_text: bool) -> str:
    told = (sheet.text.text if has_text else "", *(group.about for group in sheet.pictures))
    return " ".join(text for text in told if text)


class _Painter:
    """Turns items into SVG elements."""

    def __init__(self, palette: Palette, language: Language, *, prints: bool) -> None:
        self._palette = palette
        self._language = language
        self._prints = prints

    def paint(self, item: Item) -> h.Renderable:
        """One item with all that is in it; every element bears the item's name."""
        kinds: Mapping[type, object] = {
            Group: self._group,
            Area: self._area,
            Stroke: self._stroke,
            Wire: self._wire,
            Mark: self._mark,
            Plate: self._plate,
            Words: self._words,
        }
        return kinds[type(item)](item)  # type: ignore[operator,no-any-return]

    def passage(self, passage: Passage, name: str) -> h.Renderable:
        """A text of the sheet."""
        return self._words(Words(name, passage.box, passage.lines, passage.align))

    def _group(self, group: Group) -> h.Renderable:
        about = {"role": "img", "aria-label": group.about} if group.about else {}
        return h.g({"data-name": group.name, **about})[(self.paint(item) for item in group.items)]

    def _area(self, area: Area) -> h.Renderable:
        path = "".join(f"M{_points(ring)}Z" for ring in area.rings)
        return h.path({"d": path, "data-name": area.name, "fill-rule": "evenodd", **self._inks(area.fill, area.pen)})

    def _plate(self, plate: Plate) -> h.Renderable:
        names = ("x", "y", "width", "height")
        box = {name: _number(value) for name, value in zip(names, plate.box, strict=True)}
        return h.rect({**box, "data-name": plate.name, **self._inks(plate.fill, plate.pen)})

    def _stroke(self, stroke: Stroke) -> h.Renderable:
        return self._lines(stroke.name, stroke.pieces, stroke.pen)

    def _wire(self, wire: Wire) -> h.Renderable:
        return self._lines(wire.name, [trace_wire(wire)], wire.pen)

    def _lines(self, name: str, pieces: Sequence[Ring], pen: Pen) -> h.Renderable:
        if pen.is_double and pen.ink.opacity < 1:  # it must not show through itself
            pieces, pen = [line for piece in pieces for line in trace_sides(piece, pen)], side_of(pen)
        inks = self._inks(None, pen)
        if self._prints and pen.dash:
            # As lines of their own: what makes the PDF would draw the outline of each dash, at ten times the size.
            pieces = [part for piece in pieces for part in cut_dashes(piece, pen.dash)]
            del inks["stroke-dasharray"]
        path = "".join(f"M{_points(piece)}" for piece in pieces)
        inner = h.path({"d": path, **self._inks(None, core_of(pen))}) if pen.is_double else None
        return h.g({"data-name": name})[h.path({"d": path, **inks}), inner]

    def _mark(self, mark: Mark) -> h.Renderable:
        (x, y), radius = mark.center, mark.size / 2
        inks = {"data-name": mark.name, **self._inks(mark.fill, mark.pen)}
        if mark.symbol == "disc":
            return h.circle({"cx": _number(x), "cy": _number(y), "r": _number(radius), **inks})
        if mark.symbol == "river":
            return h.path({"d": "".join(f"M{_points(wave)}" for wave in trace_waves(mark)), **inks})
        return h.path({"d": f"M{_points(trace_symbol(mark))}Z", "stroke-linejoin": "round", **inks})

    def _words(self, words: Words) -> h.Renderable:
        """The lines from the first to the last; upright ones are laid across and then turned."""
        box, (x, y) = words.box, words.box.center
        if words.is_vertical and runs_down(self._language):
            return h.g({"data-name": words.name})[list(self._set_columns(words))]
        if words.is_vertical:
            flat = replace(words, box=Box(x - box.height / 2, y - box.width / 2, box.height, box.width))
            turn = f"rotate(-90 {_number(x)} {_number(y)})"
            return h.g({"data-name": words.name, "transform": turn})[list(self._set_lines(flat))]
        return h.g({"data-name": words.name})[list(self._set_lines(words))]

    def _set_lines(self, words: Words) -> Iterator[h.Node]:
        box = words.box
        x = box.left + {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * box.width
        y = box.center[1] - sum(line.height for line in words.lines) / 2
        for line in words.lines:
            baseline = y + line.height / 2 + line.size * (_BASELINE - 0.5)
            has_outlines = words.has_halo and self._prints
            if has_outlines:
                yield self._outlines(line, x, baseline, words.align)
            halo = self._halo(line) if words.has_halo and not has_outlines else {}
            yield self._text(line, x, baseline, words.align, **halo)
            y += line.height

    def _set_columns(self, words: Words) -> Iterator[h.Renderable]:
        """Lines from top to bottom, the first one on the right."""
        x, y = words.box.center
        x += sum(line.height for line in words.lines) / 2
        for line in words.lines:
            upright = {"writing-mode": "vertical-rl", "dominant-baseline": "central"}
            yield self._text(line, x - line.height / 2, y, words.align, **upright)
            x -= line.height

    def _text(self, line: Line, x: float, y: float, align: Align, **more: str) -> h.Renderable:
        attributes = {
            "x": _number(x),
            "y": _number(y),
            "font-size": _number(line.size),
            "font-weight": "700" if line.is_bold else "400",
            "text-anchor": {"left": "start", "center": "middle", "right": "end"}[align],
            "fill": self._palette[line.ink.token],
            **_opacity("fill-opacity", line.ink.opacity),
            **more,
        }
        return h.text(attributes)[line.text]

    def _halo(self, line: Line) -> dict[str, str]:
        return {
            "stroke": self._palette["halo"],
            "stroke-width": _number(line.size * _HALO_WIDTH),
            "paint-order": "stroke",
            "stroke-linejoin": "round",
            "stroke-opacity": _HALO_OPACITY,
        }

    def _outlines(self, line: Line, x: float, y: float, align: Align) -> h.Node:
        """Light in the form of the letters, to lie below them; none without fonts."""
        light = trace_light(line.text, 700 if line.is_bold else 400, _HALO_WIDTH / 2)
        if light is None:
            return None
        start = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * light.width * line.size
        rings = ([(start + a * line.size, y + b * line.size) for a, b in ring] for ring in light.rings)
        path = "".join(f"M{_points(ring, 1)}Z" for ring in rings)
        return h.path(d=path, fill=self._palette["halo"], fill_opacity=_HALO_OPACITY, fill_rule="evenodd")

    def _inks(self, fill: Ink | None, pen: Pen | None) -> dict[str, str]:
        found = (
            {"fill": self._palette[fill.token], **_opacity("fill-opacity", fill.opacity)} if fill else {"fill": "none"}
        )
        if pen is None:
            return found
        is_dotted = bool(pen.dash) and pen.dash[0] < 1
        dash = {"stroke-dasharray": " ".join(map(_number, pen.dash))} if pen.dash else {}
        caps = "round" if is_dotted or len(pen.dash) > 2 else "butt"
        return {
            **found,
            "stroke": self._palette[pen.ink.token],
            "stroke-width": _number(pen.width),
            "stroke-linecap": caps,
            "stroke-linejoin": "round",
            **_opacity("stroke-opacity", pen.ink.opacity),
            **dash,
        }


def runs_down(language: Language) -> bool:
    """Whether a name beside a bar is set from top to bottom; other scripts are turned."""
    return language.code.partition("-")[0] in ("ja", "zh", "ko")


def _points(points: Iterable[Point], digits: int = 2) -> str:
    return " ".join(f"{_number(x, digits)} {_number(y, digits)}" for x, y in points)


def _opacity(name: str, value: float) -> dict[str, str]:
    return {name: f"{value:g}"} if value < 1 else {}


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
