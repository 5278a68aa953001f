"""A sheet as one SVG file that needs nothing else: colours written out, fonts named with fallbacks or embedded."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import htpy as h
from markupsafe import Markup

from dashboard.exports.sheet_records import (
    HEIGHT,
    WIDTH,
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
    Step,
    Stroke,
    Wire,
    Words,
)
from dashboard.exports.sheet_text import PITCH, drop_controls
from dashboard.figures.palette import Palette
from dashboard.i18n import Language

FAMILY = (
    "'BIZ UDPGothic','Kakehashi Names','BIZ UDGothic','Yu Gothic','YuGothic','Hiragino Sans','Noto Sans CJK JP',"
    "'Noto Sans JP',sans-serif"
)
_BASELINE = 0.86  # of the size, below the top of the letters' box
_ARROW_LENGTH, _ARROW_HALF = 4.2, 1.9  # of the line's width
_LEAST_ARROW_WIDTH = 2.4


def paint_sheet(
    sheet: Sheet,
    palette: Palette,
    language: Language,
    *,
    faces: str = "",
    size: tuple[int, int] | None = None,
    key: str = "",
    prints: bool = False,
) -> str:
    """The sheet as SVG source.

    Args:
        sheet: what is drawn.
        palette: the colours.
        language: of the texts, for the choice of glyphs.
        faces: ``@font-face`` rules to embed; without them the fonts are those of the reader's machine.
        size: width and height in pixels that the file says of itself; None: the sheet's own.
        key: sets the ids of one picture apart from those of others in the same document.
        prints: for a PDF, in which the light around a name must not be found and copied as a second text.
    """
    width, height = size or (round(WIDTH), round(HEIGHT))
    painter = _Painter(palette, language, f"soft{key}" if prints else "")
    return drop_controls(
        str(
            h.svg(
                xmlns="http://www.w3.org/2000/svg",
                viewBox=f"0 0 {_number(WIDTH)} {_number(HEIGHT)}",
                width=str(width),
                height=str(height),
                lang=language.code,
                role="img",
                aria_labelledby=f"title{key} desc{key}",
                font_family=FAMILY,
            )[
                h.title(id=f"title{key}")[sheet.title.text],
                h.desc(id=f"desc{key}")[_describe(sheet)],
                # The rules are our own words and base64.
                h.style[Markup(faces)] if faces else None,  # noqa: S704
                _soften(f"soft{key}") if prints else None,
                h.rect(width=_number(WIDTH), height=_number(HEIGHT), fill=palette["paper"]),
                painter.paint(sheet.kicker),
                (painter.passage(passage, name) for name, passage in (("title", sheet.title), ("text", sheet.text))),
                (painter.paint(group) for group in sheet.pictures),
                (
                    painter.passage(passage, name, align)
                    for name, passage, align in (
                        ("source", sheet.source, "left"),
                        ("date", sheet.date, "right"),
                        ("number", sheet.number, "right"),
                    )
                ),
            ]
        )
    )


def _describe(sheet: Sheet) -> str:
    return " ".join(text for text in (sheet.text.text, *(group.about for group in sheet.pictures)) if text)


class _Painter:
    """Turns items into SVG elements."""

    def __init__(self, palette: Palette, language: Language, filter_id: str = "") -> None:
        self._palette = palette
        self._language = language
        self._filter_id = filter_id

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

    def passage(self, passage: Passage, name: str, align: str = "left") -> h.Renderable:
        """A text of the sheet, from the top of its box; the foot's are on one line."""
        box = passage.box
        height = sum(line.size * PITCH for line in passage.lines)
        words = Words(name, Box(box.left, box.top, box.width, height), passage.lines, align)  # type: ignore[arg-type]
        return self._words(words)

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
        pieces = [shorten(piece, stroke.pen) if last else piece for last, piece in _mark_last(stroke.pieces)]
        path = "".join(f"M{_points(piece)}" for piece in pieces)
        arrow = self._arrow(stroke.pieces[-1], stroke.pen) if stroke.pen.has_arrow else None
        return self._lines(stroke.name, path, stroke.pen, arrow)

    def _wire(self, wire: Wire) -> h.Renderable:
        path = f"M{_points([wire.steps[0].start])}" + "".join(map(_step, wire.steps)) if wire.steps else ""
        return self._lines(wire.name, path, wire.pen, None)

    def _lines(self, name: str, path: str, pen: Pen, arrow: h.Renderable | None) -> h.Renderable:
        line = h.path({"d": path, **self._inks(None, replace(pen, ink=Ink(pen.ink.token)))})
        core = core_of(pen) if pen.is_double else None
        inner = h.path({"d": path, **self._inks(None, core)}) if core else None
        # One opacity for the whole, so that a faded double line does not show through itself.
        return h.g({"data-name": name, **_opacity("opacity", pen.ink.opacity)})[line, inner, arrow]

    def _arrow(self, points: Ring, pen: Pen) -> h.Renderable | None:
        corners = arrow_head(points, pen)
        return h.path(d=f"M{_points(corners)}Z", fill=self._palette[pen.ink.token]) if corners else None

    def _mark(self, mark: Mark) -> h.Renderable:
        (x, y), radius = mark.center, mark.size / 2
        inks = {"data-name": mark.name, **self._inks(mark.fill, mark.pen)}
        if mark.symbol == "disc":
            return h.circle({"cx": _number(x), "cy": _number(y), "r": _number(radius), **inks})
        if mark.symbol == "river":
            return h.path({"d": "".join(f"M{_points(wave)}" for wave in trace_waves(mark)), **inks})
        return h.path({"d": f"M{_points(trace_symbol(mark))}Z", "stroke-linejoin": "round", **inks})

    def _words(self, words: Words) -> h.Renderable:
        if words.is_vertical:
            return self._vertical(words)
        box = words.box
        x = box.left + {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * box.width
        y = box.center[1] - sum(line.size * PITCH for line in words.lines) / 2
        return h.g({"data-name": words.name})[list(self._set_lines(words, x, y))]

    def _set_lines(self, words: Words, x: float, y: float) -> Iterator[h.Renderable]:
        for line in words.lines:
            baseline = y + line.size * ((PITCH - 1) / 2 + _BASELINE)
            yield self._text(line, x, baseline, words)
            y += line.size * PITCH

    def _text(self, line: Line, x: float, y: float, words: Words, **more: str) -> h.Renderable:
        anchor = {"left": "start", "center": "middle", "right": "end"}[words.align]
        attributes = {
            "x": _number(x),
            "y": _number(y),
            "font-size": _number(line.size),
            "font-weight": "700" if line.is_bold else "400",
            "text-anchor": anchor,
            "fill": self._palette[line.ink.token],
            **_opacity("fill-opacity", line.ink.opacity),
            **more,
        }
        halo = self._halo(line) if words.has_halo else {}
        if not halo or not self._filter_id:
            return h.text({**attributes, **halo})[line.text]
        light = h.text({**attributes, **halo, "fill": "none"})[line.text]
        return h.fragment[
            h.g(filter=f"url(#{self._filter_id})", aria_hidden="true")[light], h.text(attributes)[line.text]
        ]

    def _halo(self, line: Line) -> dict[str, str]:
        return {
            "stroke": self._palette["halo"],
            "stroke-width": _number(line.size * 0.2),
            "paint-order": "stroke",
            "stroke-linejoin": "round",
            "stroke-opacity": "0.85",
        }

    def _vertical(self, words: Words) -> h.Renderable:
        x, y = words.box.center
        line = words.lines[0]
        if runs_down(self._language):
            text = self._text(line, x, y, words, **{"writing-mode": "vertical-rl", "dominant-baseline": "central"})
        else:
            turn = f"rotate(-90 {_number(x)} {_number(y)})"
            text = self._text(line, x, y + line.size * (_BASELINE - 0.5), words, transform=turn)
        return h.g({"data-name": words.name})[text]

    def _inks(self, fill: Ink | None, pen: Pen | None) -> dict[str, str]:
        found = (
            {"fill": self._palette[fill.token], **_opacity("fill-opacity", fill.opacity)} if fill else {"fill": "none"}
        )
        if pen is None:
            return found
        is_dotted = bool(pen.dash) and pen.dash[0] < 1
        dash = {"stroke-dasharray": " ".join(map(_number, pen.dash))} if pen.dash else {}
        caps = "round" if is_dotted or not pen.dash or len(pen.dash) > 2 else "butt"
        return {
            **found,
            "stroke": self._palette[pen.ink.token],
            "stroke-width": _number(pen.width),
            "stroke-linecap": caps,
            "stroke-linejoin": "round",
            **_opacity("stroke-opacity", pen.ink.opacity),
            **dash,
        }


def _soften(key: str) -> h.Element:
    """A filter that hardly blurs. What is filtered gets into a PDF as a picture, so its letters are no text there."""
    return h.filter(id=key)[Markup('<feGaussianBlur stdDeviation="0.4"/>')]


def runs_down(language: Language) -> bool:
    """Whether a name beside a bar is set from top to bottom; other scripts are turned."""
    return language.code.partition("-")[0] in ("ja", "zh", "ko")


def core_of(pen: Pen) -> Pen:
    """What is drawn over a thick line to make it a double one."""
    return Pen(Ink("paper", 1.0), round(pen.width * 0.36, 2))


def trace_symbol(mark: Mark) -> Ring:
    """The corners of a hexagon with points left and right, or of a square."""
    (x, y), radius = mark.center, mark.size / 2
    if mark.symbol == "square":
        return ((x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius), (x - radius, y + radius))
    angles = (math.radians(60 * corner) for corner in range(6))
    return tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles)


def trace_waves(mark: Mark) -> tuple[Ring, Ring]:
    """Two waves, one above the other."""
    (x, y), radius = mark.center, mark.size / 2
    steps = range(17)
    rows = (
        tuple(
            (x + radius * (step / 8 - 1), y + offset * radius + 0.22 * radius * math.sin(step / 16 * 4 * math.pi))
            for step in steps
        )
        for offset in (-0.38, 0.38)
    )
    first, second = rows
    return first, second


def arrow_head(points: Ring, pen: Pen) -> Ring:
    """The corners of the arrow at the end of a line; none for a line too short to have a direction."""
    (x, y), (from_x, from_y) = points[-1], _point_before(points, arrow_length(pen))
    length = math.hypot(x - from_x, y - from_y)
    if length == 0:
        return ()
    ahead = ((x - from_x) / length, (y - from_y) / length)
    reach, half = arrow_length(pen), arrow_length(pen) * _ARROW_HALF / _ARROW_LENGTH
    back = (x - ahead[0] * reach, y - ahead[1] * reach)
    return (
        (back[0] - ahead[1] * half, back[1] + ahead[0] * half),
        (x, y),
        (back[0] + ahead[1] * half, back[1] - ahead[0] * half),
    )


def arrow_length(pen: Pen) -> float:
    """How long the arrow of a line is; thin lines have one that can still be seen."""
    return max(pen.width, _LEAST_ARROW_WIDTH) * (_ARROW_LENGTH if pen.width < 4 else 2.9)


def _point_before(points: Ring, distance: float) -> Point:
    """The point of the line that lies so far before its end, or its start."""
    x, y = points[-1]
    return next(
        (point for point in reversed(points[:-1]) if math.hypot(x - point[0], y - point[1]) >= distance), points[0]
    )


def shorten(points: Ring, pen: Pen) -> Ring:
    """The line up to the middle of its arrow, whose tip it would blunt."""
    if not pen.has_arrow:
        return points
    x, y = points[-1]
    reach = arrow_length(pen) * 0.7
    kept = [point for point in points if math.hypot(x - point[0], y - point[1]) >= reach]
    before = kept[-1] if kept else points[0]
    length = math.hypot(x - before[0], y - before[1])
    if length <= reach:
        return points
    share = (length - reach) / length
    return (*kept, (before[0] + (x - before[0]) * share, before[1] + (y - before[1]) * share))


def _step(step: Step) -> str:
    if not step.is_curved:
        return f"L{_points([step.end])}"
    middle = (step.start[0] + step.end[0]) / 2
    return f"C{_points([(middle, step.start[1]), (middle, step.end[1]), step.end])}"


def _mark_last(pieces: Sequence[Ring]) -> Iterable[tuple[bool, Ring]]:
    return ((place == len(pieces) - 1, piece) for place, piece in enumerate(pieces))


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _opacity(name: str, value: float) -> dict[str, str]:
    return {name: f"{value:g}"} if value < 1 else {}


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
