"""The items of a sheet as native shapes of a slide, in DrawingML.

Every shape can be selected and recoloured: colours that the deck's theme has are theme colours. Lengths are in EMU
(914,400 an inch); a sheet of 1920 units is 13.333 inches wide, so that a unit is 6,350 EMU or half a point.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, pairwise
from types import MappingProxyType
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml

from dashboard.exports.sheets.forms import bounds, box_of, core_of, sides_of, trace_symbol, trace_waves
from dashboard.exports.sheets.records import (
    Area,
    Box,
    Group,
    Ink,
    Item,
    Line,
    Mark,
    Pen,
    Plate,
    Point,
    Ring,
    Step,
    Stroke,
    Wire,
    Words,
    walk,
)
from dashboard.exports.sheets.svg import runs_down
from dashboard.exports.sheets.text import drop_controls
from dashboard.figures.accents import FORMS
from dashboard.figures.palette import Palette
from dashboard.i18n import Language

EMU = 6350
_GLOW = 0.14  # of the size of type
_FINE = 10  # steps a unit in the paths of freeforms
_FINE_EMU = EMU // _FINE
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_GROUNDS = {"paper": "bg1", "ink": "tx1", "land": "bg2", "ink-soft": "tx2"}
_ACCENTS = ("gold", "theme-crimson", "theme-green", "theme-purple", "theme-indigo", "theme-ochre")


class DeckColours(NamedTuple):
    """The colours of a deck: the value of every token, and the slot that some have in its theme."""

    palette: Palette
    slots: Mapping[str, str]


def choose_colours(palette: Palette, hues: Iterable[str]) -> DeckColours:
    """The colours of a deck whose theme has the hues of the homes as its first accents."""
    accents = tuple(dict.fromkeys((*hues, *_ACCENTS)))[: len(_ACCENTS)]
    return DeckColours(palette, {**_GROUNDS, **{token: f"accent{number}" for number, token in enumerate(accents, 1)}})


_BASE = "land"  # from which the colours that have no slot are bent, so that they go with the theme


def _bend(palette: Palette, token: str) -> str:
    """How a colour comes from that of the land: hue, saturation and lightness."""
    (h1, l1, s1), (h2, l2, s2) = (_measure(palette[each]) for each in (_BASE, token))
    hue = f'<a:hueOff val="{round((h2 - h1) * 360 * 60_000)}"/>' if s2 and h1 != h2 else ""
    return f'{hue}<a:satMod val="{round(s2 / s1 * 100_000)}"/><a:lumMod val="{round(l2 / l1 * 100_000)}"/>'


def _measure(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)


_LOCALES = {"ja": "ja-JP", "en": "en-GB", "zh": "zh-CN", "ko": "ko-KR"}
_GEOMETRY = {"disc": "ellipse", "hexagon": "hexagon", "square": "rect"}
_FLAT = 0.866  # height of a regular hexagon, in widths
_REGULAR = '<a:gd name="adj" fmla="val 28868"/>'  # where its upper corners stand, in its height
_SITES: Mapping[str, tuple[int, int]] = {"disc": (2, 6), "hexagon": (3, 0), "square": (1, 3)}
_OWN_SITES = (0, 1)
"""Numbers of the connection sites at the left and the right end of each symbol that programs know, and of our own."""


class ShapeWriter:
    """Writes the shapes of one slide; their ids go up from ``first_id``."""

    def __init__(self, colours: DeckColours, language: Language, first_id: int) -> None:
        self._colours = colours
        self._language = language
        self._ids = count(first_id)
        self._held: dict[str, tuple[int, Mark]] = {}

    def write(self, groups: tuple[Item, ...]) -> Iterator[str]:
        """The XML of each item. Marks get their ids first, because wires below them hold on to them."""
        for item in walk(groups):
            if isinstance(item, Mark) and item.key:
                self._held[item.key] = (next(self._ids), item)
        return (self._write(item) for item in groups)

    def _write(self, item: Item) -> str:
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

    # --- kinds of shapes ---

    def _group(self, group: Group) -> str:
        box = bounds(group)
        transform = f'{_offset(box)}<a:chOff x="{_emu(box.left)}" y="{_emu(box.top)}"/>' + (
            f'<a:chExt cx="{_emu(box.width)}" cy="{_emu(box.height)}"/>'
        )
        own = self._identity(group.name, group.about)
        inner = "".join(self._write(item) for item in group.items)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{own}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{transform}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
        )

    def _area(self, area: Area) -> str:
        return self._freeform(area.name, area.rings, is_closed=True, paint=self._fill(area.fill) + self._line(area.pen))

    def _stroke(self, stroke: Stroke) -> str:
        if stroke.pen.is_double:
            return self._double(stroke)
        pieces = tuple(_without_straight(piece) for piece in stroke.pieces)
        if len(pieces) == 1 and len(pieces[0]) == 2:
            return self._connector(stroke.name, Step(*pieces[0], is_curved=False), stroke.pen)
        return self._freeform(stroke.name, pieces, is_closed=False, paint="<a:noFill/>" + self._line(stroke.pen))

    def _double(self, line: Stroke | Wire) -> str:
        """A thick line and a thin one on it in a group, since not every program draws compound lines."""
        thick = replace(line, pen=replace(line.pen, is_double=False))
        return self._group(Group(line.name, (thick, replace(line, pen=core_of(line.pen)))))

    def _wire(self, wire: Wire) -> str:
        if wire.pen.is_double:
            return self._double(wire)
        parts = [self._connector(wire.name, step, wire.pen) for step in wire.steps]
        if len(parts) == 1:
            return parts[0]
        box = bounds(wire)
        transform = f'{_offset(box)}<a:chOff x="{_emu(box.left)}" y="{_emu(box.top)}"/>' + (
            f'<a:chExt cx="{_emu(box.width)}" cy="{_emu(box.height)}"/>'
        )
        return (
            f"<p:grpSp><p:nvGrpSpPr>{self._identity(wire.name)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{transform}</a:xfrm></p:grpSpPr>{''.join(parts)}</p:grpSp>"
        )

    def _mark(self, mark: Mark) -> str:
        paint = self._fill(mark.fill) + self._line(mark.pen)
        held = self._held.get(mark.key) if mark.key else None
        if mark.symbol == "river":
            return self._freeform(mark.name, trace_waves(mark), is_closed=False, paint=paint, mark=mark, held=held)
        if mark.symbol in FORMS:
            return self._freeform(mark.name, (trace_symbol(mark),), is_closed=True, paint=paint, mark=mark, held=held)
        box = bounds(mark)
        if mark.symbol == "hexagon":
            box = Box(box.left, box.top + box.height * (1 - _FLAT) / 2, box.width, box.height * _FLAT)
        return self._preset(mark.name, _GEOMETRY[mark.symbol], box, paint, held)

    def _plate(self, plate: Plate) -> str:
        return self._preset(plate.name, "rect", plate.box, self._fill(plate.fill) + self._line(plate.pen))

    def _preset(self, name: str, geometry: str, box: Box, paint: str, held: tuple[int, Mark] | None = None) -> str:
        guides = f"<a:avLst>{_REGULAR}</a:avLst>" if geometry == "hexagon" else "<a:avLst/>"
        return _shape(
            self._identity(name, key=held[0] if held else None),
            f'<a:xfrm>{_offset(box)}</a:xfrm><a:prstGeom prst="{geometry}">{guides}</a:prstGeom>{paint}',
        )

    def _freeform(
        self,
        name: str,
        rings: Sequence[Ring],
        *,
        is_closed: bool,
        paint: str,
        mark: Mark | None = None,
        held: tuple[int, Mark] | None = None,
    ) -> str:
        box = box_of(point for ring in rings for point in ring)
        wide, high = (max(1, round(length * _FINE)) for length in (box.width, box.height))
        moves = "".join(_trace(ring, box, is_closed=is_closed) for ring in rings)
        fill = "" if is_closed else ' fill="none"'
        sites = _place_sites(mark, box) if mark else "<a:cxnLst/>"
        geometry = (
            f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{sites}<a:rect l="0" t="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{wide}" h="{high}"{fill}>{moves}</a:path></a:pathLst></a:custGeom>'
        )
        extent = (
            f'<a:off x="{_emu(box.left)}" y="{_emu(box.top)}"/><a:ext cx="{wide * _FINE_EMU}" cy="{high * _FINE_EMU}"/>'
        )
        own = self._identity(name, key=held[0] if held else None)
        return _shape(own, f"<a:xfrm>{extent}</a:xfrm>{geometry}{paint}")

    def _connector(self, name: str, step: Step, pen: Pen) -> str:
        start, start_site = self._take_hold(step.start_mark, step.start, step.end)
        end, end_site = self._take_hold(step.end_mark, step.end, step.start)
        box = box_of((start, end))
        flips = (' flipH="1"' if end[0] < start[0] else "") + (' flipV="1"' if end[1] < start[1] else "")
        is_curved = step.is_curved and box.height > 0
        geometry = "curvedConnector3" if is_curved else "line"
        guides = '<a:avLst><a:gd name="adj1" fmla="val 50000"/></a:avLst>' if is_curved else "<a:avLst/>"
        holds = _hold("stCxn", start_site) + _hold("endCxn", end_site)
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{self._identity(name)}<p:cNvCxnSpPr>{holds}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
            f'<p:spPr><a:xfrm{flips}>{_offset(box)}</a:xfrm><a:prstGeom prst="{geometry}">{guides}</a:prstGeom>'
            f"{self._line(pen)}</p:spPr></p:cxnSp>"
        )

    def _take_hold(self, key: str | None, here: Point, there: Point) -> tuple[Point, tuple[int, int] | None]:
        """The end of a connector at the side of its mark that faces the other end, with the mark's id and the site."""
        if key not in self._held or key is None:
            return here, None
        number, mark = self._held[key]
        if abs(there[0] - here[0]) <= mark.size:
            return here, None
        is_right = there[0] > here[0]
        site = _SITES.get(mark.symbol, _OWN_SITES)[is_right]
        return (sides_of(mark)[is_right], mark.center[1]), (number, site)

    # --- text ---

    def _words(self, words: Words) -> str:
        is_stacked = words.is_vertical and runs_down(self._language)
        turn = ' vert="vert270"' if words.is_vertical and not is_stacked else ""
        body = (
            f'<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" rtlCol="0"{turn}>'
            "<a:noAutofit/></a:bodyPr><a:lstStyle/>"
        )
        lines = [_stack(line) for line in words.lines] if is_stacked else words.lines
        paragraphs = "".join(self.paragraph(line, words.align, has_halo=words.has_halo) for line in lines)
        own = self._identity(words.name)
        return (
            f'<p:sp><p:nvSpPr>{own}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{_offset(words.box)}'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f"<p:txBody>{body}{paragraphs}</p:txBody></p:sp>"
        )

    def paragraph(
        self,
        line: Line,
        align: str = "left",
        *,
        field: str = "",
        has_halo: bool = False,
        links: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """A paragraph of one run a line; ``field`` makes it one that the program fills in, such as ``slidenum``.

        ``links`` gives the relationship of words that lead somewhere.

        The distance of lines is exact, because Japanese faces differ widely in what they call single spacing.
        """
        pitch = round(line.height * 50)
        style = self._run(line, has_halo=has_halo)
        tag = f'a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="{field}"' if field else "a:r"
        return (
            f'<a:p><a:pPr algn="{ {"left": "l", "center": "ctr", "right": "r"}[align] }">'
            f'<a:lnSpc><a:spcPts val="{pitch}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>'
            + f"<a:br>{style}</a:br>".join(
                "".join(
                    f"<{tag}>{_lead(style, key)}<a:t>{escape(drop_controls(words))}</a:t></{tag.partition(' ')[0]}>"
                    for words, key in _cut_links(text, links)
                )
                for text in line.text.split("\n")
            )
            + "</a:p>"
        )

    def _run(self, line: Line, *, has_halo: bool) -> str:
        code = self._language.code
        locale = _LOCALES.get(code, code)
        bold = int(line.is_bold)
        fill = self._fill(line.ink) + (self._glow(line.size) if has_halo else "")
        return (
            f'<a:rPr lang="{locale}" altLang="en-US" sz="{round(line.size * 50)}" b="{bold}" dirty="0">{fill}'
            '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr>'
        )

    # --- paint ---

    def _identity(self, name: str, about: str = "", key: int | None = None) -> str:
        number = next(self._ids) if key is None else key
        words = f" descr={quoteattr(drop_controls(about))}" if about else ""
        return f'<p:cNvPr id="{number}" name={quoteattr(drop_controls(name) or str(number))}{words}/>'

    def _fill(self, ink: Ink | None) -> str:
        return f"<a:solidFill>{self._colour(ink)}</a:solidFill>" if ink else "<a:noFill/>"

    def _glow(self, size: float) -> str:
        return (
            f'<a:effectLst><a:glow rad="{_emu(size * _GLOW)}">{self._colour(Ink("paper", 0.8))}</a:glow></a:effectLst>'
        )

    def _colour(self, ink: Ink) -> str:
        alpha = f'<a:alpha val="{round(ink.opacity * 100_000)}"/>' if ink.opacity < 1 else ""
        if ink.token in self._colours.slots:
            return f'<a:schemeClr val="{self._colours.slots[ink.token]}">{alpha}</a:schemeClr>'
        return f'<a:schemeClr val="{_GROUNDS[_BASE]}">{_bend(self._colours.palette, ink.token)}{alpha}</a:schemeClr>'

    def _line(self, pen: Pen | None) -> str:
        if pen is None:
            return "<a:ln><a:noFill/></a:ln>"
        dash = f'<a:prstDash val="{_dash_name(pen.dash)}"/>' if pen.dash else ""
        cap = ' cap="rnd"' if pen.dash and pen.dash[0] < 1 else ' cap="flat"'
        return f'<a:ln w="{_emu(pen.width)}"{cap}>{self._fill(pen.ink)}{dash}<a:round/></a:ln>'


def _cut_links(text: str, links: Mapping[str, str]) -> list[tuple[str, str]]:
    """A text in pieces, each with the relationship that it leads to, or an empty string."""
    for words, key in links.items():
        before, found, after = text.partition(words)
        if found:
            around = (_cut_links(part, links) if part else [] for part in (before, after))
            return [*next(around), (words, key), *next(around)]
    return [(text, "")]


def _lead(style: str, key: str) -> str:
    return style.replace("</a:rPr>", f'<a:hlinkClick r:id="{key}"/></a:rPr>') if key else style


def parse_shape(xml: str) -> Any:  # noqa: ANN401 - python-pptx has no types
    """An element written with the prefixes of slides."""
    return parse_xml(f"<wrap {NAMESPACES}>{xml}</wrap>")[0]


def _shape(identity: str, properties: str) -> str:
    return f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"


def _stack(line: Line) -> Line:
    """One character below the other: programs disagree on how vertical text is turned."""
    return replace(line, text="\n".join(line.text))


def _hold(tag: str, site: tuple[int, int] | None) -> str:
    return f'<a:{tag} id="{site[0]}" idx="{site[1]}"/>' if site else ""


def _offset(box: Box) -> str:
    return f'<a:off x="{_emu(box.left)}" y="{_emu(box.top)}"/><a:ext cx="{_emu(box.width)}" cy="{_emu(box.height)}"/>'


def _emu(value: float) -> int:
    return round(value * EMU)


def _trace(ring: Ring, box: Box, *, is_closed: bool) -> str:
    points = [(round((x - box.left) * _FINE), round((y - box.top) * _FINE)) for x, y in ring]
    (x, y), *others = points
    lines = "".join(f'<a:lnTo><a:pt x="{a}" y="{b}"/></a:lnTo>' for a, b in others)
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{lines}{"<a:close/>" if is_closed else ""}'


def _place_sites(mark: Mark, box: Box) -> str:
    y = round((mark.center[1] - box.top) * _FINE)
    left, right = (round((x - box.left) * _FINE) for x in sides_of(mark))
    return (
        f'<a:cxnLst><a:cxn ang="10800000"><a:pos x="{left}" y="{y}"/></a:cxn>'
        f'<a:cxn ang="0"><a:pos x="{right}" y="{y}"/></a:cxn></a:cxnLst>'
    )


def _without_straight(points: Ring) -> Ring:
    """The line without points that lie straight between their neighbours."""
    kept = [points[0]]
    for here, after in pairwise(points[1:]):
        (x0, y0), (x1, y1), (x2, y2) = kept[-1], here, after
        if abs((x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)) > 0.01:
            kept.append(here)
    return (*kept, points[-1])


def _dash_name(dash: tuple[float, ...]) -> str:
    if len(dash) > 2:
        return "lgDashDotDot" if len(dash) > 4 else "lgDashDot"
    if dash[0] < 1 or dash[0] <= dash[1]:
        return "sysDot"
    return "dash" if dash[0] >= 2 * dash[1] else "sysDash"
