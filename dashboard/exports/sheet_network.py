"""The network on a sheet: homes, organisations, activities and partners, with wires between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dashboard.exports.emphasis import Emphasis
from dashboard.exports.sheet_map import hue_token
from dashboard.exports.sheet_records import (
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
    Symbol,
    Wire,
    Words,
)
from dashboard.exports.sheet_text import PITCH, break_name, measure_lines, place_words
from dashboard.figures.map_records import PATTERNS
from dashboard.figures.network_paths import Curve, Path, sample
from dashboard.figures.network_records import Callout, NetworkEdge, NetworkNode, NetworkView
from dashboard.figures.network_svg import LAYERS, arrow_points
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Texts
from dashboard.model import EntityKind, Standing
from dashboard.network.positions import Column

Call = Callable[[str], str]

SYMBOLS: Mapping[str, tuple[Symbol, float]] = {
    "organisation": ("hexagon", 12.6),
    "partner": ("disc", 12.4),
    "activity-text": ("disc", 8.4),
    "activity-caption": ("disc", 7.0),
    "venue": ("square", 6.8),
    "river": ("river", 12.0),
}
"""The symbol of each shape and its size at a mark scale of 1."""

_LARGEST_TYPE, _SMALLEST_TYPE, _TYPE_STEP = 27.0, 9.0, 0.5
_MARKS_PER_TYPE = 1 / 13.5
_SLOT_SHARE, _BEFORE_SHARE, _HELPER_SHARE, _AFTER_SHARE = 0.0237, 0.385, 0.35, 0.306
_GAP = 10.0
_MARK_ROOM = 9.0  # of a mark of the activities, with its outline
_LINE_UNIT = 1.15
_SMALL = 0.86
_MOST_LINES = 3


def draw_network(view: NetworkView, box: Box, emphasis: Emphasis, texts: Texts, call: Call) -> Group:
    """The network in a box; arguments as those of ``draw_map``. An empty view gives a group with its sentence."""
    if view.is_empty:
        words = place_words(
            texts("exports-part-names"), [Line(view.alt, 28.0, Ink("ink-soft"))], box.center, align="center"
        )
        return Group(texts("exports-part-network"), (words,), view.alt)
    blocks = _Blocks(view, box)
    draft = _Draft(view, box, emphasis, texts, call, blocks, blocks.fit_type())
    groups = (
        draft.group("headings", draft.headings()),
        draft.group("structure", draft.structure()),
        draft.group("homes", draft.homes()),
        draft.group("ties", draft.ties()),
        draft.group("nodes", draft.nodes()),
        draft.group("names", draft.names()),
        draft.group("callout", draft.callout()),
    )
    return Group(texts("exports-part-network"), tuple(group for group in groups if group.items), view.alt)


@dataclass(frozen=True)
class _Blocks:
    """The names of organisations and partners beside their marks, in any size of type."""

    view: NetworkView
    box: Box

    @cached_property
    def below(self) -> Mapping[str, tuple[NetworkNode, ...]]:
        """What is written below a name, by the id of the node that bears it."""
        found: dict[str, tuple[NetworkNode, ...]] = {}
        for node in self.view.nodes:
            if node.below:
                found[node.below] = (*found.get(node.below, ()), node)
        return found

    @cached_property
    def _widest_row_em(self) -> float:
        names = {node.id: node.name for node in self.view.nodes}
        rows = [(names[key], other.name) for key, others in self.below.items() for other in others if key in names]
        widths = (measure_text(name) + (measure_text(other) + 1.0) * _SMALL for name, other in rows)
        return max(widths, default=0.0)

    def fit_type(self) -> float:
        """The largest size of type at which no name touches the next one of its column."""
        size = _LARGEST_TYPE
        while size > _SMALLEST_TYPE and not self._has_room(size):
            size -= _TYPE_STEP
        return size

    @cached_property
    def _closest(self) -> float:
        """The distance of the two rows of marks that lie nearest to each other."""
        levels = sorted({node.y for node in self.view.nodes if node.side == "above"})
        return min((other - one for one, other in pairwise(levels)), default=1.0) * self.box.height

    def mark_scale(self, size: float) -> float:
        """How much larger marks are than drawn: as the type is, as long as none touches its neighbours."""
        return min(size * _MARKS_PER_TYPE, _SLOT_SHARE * self.box.width / _MARK_ROOM, self._closest / _MARK_ROOM)

    def fits_beside(self, size: float) -> bool:
        """Whether every name has room behind it, on its line, for what else would be written below it."""
        return self._widest_row_em * size <= _AFTER_SHARE * self.box.width - 2 * _GAP

    def _has_room(self, size: float) -> bool:
        box = self.box
        blocks = [self.block(node, size) for node in self.view.nodes if node.side in ("before", "after")]
        if any(len(block.lines) > _MOST_LINES for block in blocks):
            return False
        for align in ("left", "right"):
            column = sorted((block.box for block in blocks if block.align == align), key=lambda each: each.top)
            if any(one.bottom > other.top + 1.0 for one, other in pairwise(column)):
                return False
        return all(block.box.top >= box.top and block.box.bottom <= box.bottom + size for block in blocks)

    def block(self, node: NetworkNode, size: float, ink: Ink | None = None) -> Words:
        """The name of an organisation or a partner with what is written below it."""
        own = size * (_SMALL if node.standing == Standing.OTHER else 1.0)
        share = _AFTER_SHARE if node.side == "after" else (_HELPER_SHARE if own < size else _BEFORE_SHARE)
        width = share * self.box.width - _GAP
        is_bold = node.kind == EntityKind.PARTNER or node.standing == Standing.CURRENT
        shade = ink or Ink("ink")
        lines = [Line(text, own, shade, is_bold) for text in break_name(node.name, width / own)]
        for other in () if self.fits_beside(size) else self.below.get(node.id, ()):
            soft = Ink("ink-soft", shade.opacity)
            lines += [Line(text, size * _SMALL, soft) for text in break_name(other.name, width / size)]
        # Rivers have their waves where others have the mark, so the distance is one for all.
        off = _GAP + SYMBOLS["partner"][1] / 2 * self.mark_scale(size)
        x, y = _at((node.x, node.y), self.box)
        is_after = node.side == "after"
        return place_words("", lines, (x + off if is_after else x - off, y), align="left" if is_after else "right")


def _at(point: Point, box: Box) -> Point:
    return (round(box.left + point[0] * box.width, 2), round(box.top + point[1] * box.height, 2))


@dataclass(frozen=True)
class _Draft:
    """What the parts of one network have in common; ``size`` is that of its names."""

    view: NetworkView
    box: Box
    emphasis: Emphasis
    texts: Texts
    call: Call
    blocks: _Blocks
    size: float

    @cached_property
    def scale(self) -> float:
        return self.blocks.mark_scale(self.size)

    @cached_property
    def marks(self) -> Mapping[Point, str]:
        """The node at each point, of those that have a mark."""
        nodes = (node for node in self.view.nodes if node.shape in SYMBOLS)
        return {(node.x, node.y): node.id for node in nodes}

    def group(self, key: str, items: Iterable[Item]) -> Group:
        return Group(self.texts(f"exports-part-{key}"), tuple(items))

    def name(self, key: str, of: str) -> str:
        return self.texts("exports-part-of", part=self.texts(f"exports-part-{key}"), name=self.call(of))

    def at(self, point: Point) -> Point:
        return _at(point, self.box)

    def shade(self, key: str) -> float:
        return {"faded": 0.62, "out": 0.35}.get(self.emphasis.level(key), 1.0)

    # --- lines ---

    def headings(self) -> Iterator[Words]:
        places: Mapping[Column, tuple[float, str]] = {
            Column.HOMES: (0.004, "left"),
            Column.ORGANISATIONS: (0.47 - 2 * _GAP / self.box.width, "right"),
            Column.ACTIVITIES: (0.496, "left"),
            Column.PARTNERS: (0.69 + 2 * _GAP / self.box.width, "left"),
        }
        for heading in self.view.headings:
            x, align = places[heading.column]
            line = Line(heading.text, self.size * _SMALL, Ink("ink-soft"))
            at = (self.box.left + x * self.box.width, self.box.top + self.size * 0.7)
            yield place_words(heading.text, [line], at, align=align)  # type: ignore[arg-type]

    def structure(self) -> Iterator[Item]:
        has_selection = bool(self.emphasis.selected)
        for role in LAYERS:
            for ground in (each for each in self.view.grounds if each.role == role):
                share = 0.13 if role == "part" else (0.2 if has_selection else 0.5)
                width = 12.0 * self.scale if role == "part" else 1.3
                yield Stroke(self._role(role), (self._trace(ground.path),), Pen(Ink("ink", share), width))
            for edge in (each for each in self.view.edges if each.role == role and role != "exchange"):
                yield from self._link(edge)
        yield from self._arrows()

    def _role(self, role: str) -> str:
        return self.texts(f"exports-part-{role}")

    def _link(self, edge: NetworkEdge) -> Iterator[Item]:
        level = self.emphasis.level(edge.id)
        if level == "near":
            wide = edge.role in ("part", "band")
            pen = Pen(Ink("selected"), 12.0 * self.scale) if wide else Pen(Ink("ink"), 2.2)
            yield Stroke(self._role(edge.role), (self._trace(edge.path),), pen)
        elif edge.role in ("link", "behalf"):
            dash = (2.0, 4.0) if edge.role == "behalf" else ()
            pen = Pen(Ink("ink", 0.5 * self.emphasis.opacity(edge.id)), 1.3, dash)
            yield self._wire(edge, pen)

    def _trace(self, path: Path) -> Ring:
        return tuple(self.at(point) for point in sample(path))

    def _arrows(self) -> Iterator[Area]:
        for point in arrow_points(self.view):
            x, y = self.at(point)
            reach, half = 6.0 * self.scale, 3.4 * self.scale
            ring = ((x - reach, y - half), (x, y), (x - reach, y + half))
            yield Area(self._role("bracket"), (ring,), Ink("ink-soft", 0.4 if self.emphasis.selected else 1.0))

    def ties(self) -> Iterator[Item]:
        exchange = [edge for edge in self.view.edges if edge.role == "exchange"]
        for edge in sorted(exchange, key=lambda each: self.emphasis.stands_out(each.id)):
            pattern = PATTERNS[edge.kind]
            unit = _LINE_UNIT * (1.4 if self.emphasis.level(edge.id) == "selected" else 1.0)
            pen = Pen(
                Ink(hue_token(edge.home), self.emphasis.opacity(edge.id)),
                round(pattern.width * unit, 2),
                tuple(round(length * unit, 2) for length in pattern.dash),
                is_double=pattern.core > 0,
            )
            yield self._wire(edge, pen)

    def _wire(self, edge: NetworkEdge, pen: Pen) -> Wire:
        key = "tie" if edge.role == "exchange" else edge.role
        name = self.name("tie", edge.id) if key == "tie" else self._role(edge.role)
        return Wire(name, tuple(self._steps(edge.path)), pen)

    def _steps(self, path: Path) -> Iterator[Step]:
        here = path.start
        for piece in path.pieces:
            there = piece.end if isinstance(piece, Curve) else piece
            stops = [here, *self._beads_between(here, there), there] if not isinstance(piece, Curve) else [here, there]
            for one, other in pairwise(stops):
                yield Step(
                    self.at(one), self.at(other), isinstance(piece, Curve), self.marks.get(one), self.marks.get(other)
                )
            here = there

    def _beads_between(self, start: Point, end: Point) -> list[Point]:
        """Marks that a straight line runs through, in the order of its way."""
        low, high = sorted((start[0], end[0]))
        if start[1] != end[1]:
            return []
        found = [point for point in self.marks if point[1] == start[1] and low < point[0] < high]
        return sorted(found, reverse=end[0] < start[0])

    # --- marks ---

    def homes(self) -> Iterator[Item]:
        for bar in self.view.bars:
            x, top = self.at((bar.x, bar.top))
            height = (bar.bottom - bar.top) * self.box.height
            ink = Ink(hue_token(bar.id), self.emphasis.opacity(bar.id))
            width = 4.0 * self.scale
            yield Plate(self.name("home", bar.id), Box(x - width / 2, top, width, height), ink)

    def nodes(self) -> Iterator[Item]:
        for node in self.view.nodes:
            if node.shape in SYMBOLS:
                yield self._node(node)

    def _node(self, node: NetworkNode) -> Mark:
        symbol, size = SYMBOLS[node.shape]
        share = 0.76 if node.is_part else (0.78 if node.standing == Standing.OTHER else 1.0)
        level = self.emphasis.level(node.id)
        grown = 1.3 if level == "selected" else 1.0
        fill, pen = self._symbol_inks(node)
        return Mark(
            self.name("node", node.id), symbol, self.at((node.x, node.y)), size * share * grown * self.scale, fill, pen,
            key=node.id,
        )  # fmt: skip

    def _symbol_inks(self, node: NetworkNode) -> tuple[Ink | None, Pen | None]:
        opacity = max(0.3, self.emphasis.opacity(node.id)) if self.emphasis.level(node.id) != "out" else 0.15
        token = symbol_token(node.shape, node.home, node.accent)
        return symbol_inks(node.shape, token, node.standing, self.scale, opacity)

    # --- words ---

    def names(self) -> Iterator[Words]:
        for node in self.view.nodes:
            if node.side in ("before", "after"):
                words = self.blocks.block(node, self.size, Ink(self._ink(node), self.shade(node.id)))
                yield Words(self.name("name", node.id), words.box, words.lines, words.align)
                yield from self._names_beside(node, words.box)
            elif node.side == "along":
                yield self._home_name(node)
        yield from self._rail_labels()
        yield from self._tie_labels()

    def _names_beside(self, node: NetworkNode, box: Box) -> Iterator[Words]:
        for other in self.blocks.below.get(node.id, ()) if self.blocks.fits_beside(self.size) else ():
            line = Line(other.name, self.size * _SMALL, Ink("ink-soft", self.shade(other.id)))
            at = (box.right + self.size * 0.6, box.center[1] + self.size * 0.04)
            yield place_words(self.name("name", other.id), [line], at)

    def _ink(self, node: NetworkNode) -> str:
        return "ink-soft" if node.standing == Standing.OTHER else "ink"

    def _home_name(self, node: NetworkNode) -> Words:
        bar = next((bar for bar in self.view.bars if bar.id == node.id), None)
        top, bottom = (bar.top, bar.bottom) if bar else (node.y, node.y)
        x, start = self.at((node.x, top))
        size = self.size * 1.1
        line = Line(node.name, size, Ink(hue_token(node.id), self.shade(node.id)), is_bold=True)
        height = max(measure_lines([line])[0] + size, (bottom - top) * self.box.height)
        middle = start + (bottom - top) * self.box.height / 2
        box = Box(x - 3 * self.scale - size * PITCH, middle - height / 2, size * PITCH, height)
        return Words(self.name("name", node.id), box, (line,), "center", is_vertical=True)

    def _rail_labels(self) -> Iterator[Words]:
        for label in self.view.rail_labels:
            line = Line(label.text, self.size * _SMALL, Ink("ink-soft", self.shade(label.home)))
            x, y = self.at((label.x, label.y))
            yield place_words(label.text, [line], (x, y - self.size * 0.62), align="center")

    def _tie_labels(self) -> Iterator[Words]:
        for label in self.view.tie_labels:
            if label.is_open:
                ink = Ink(hue_token(label.home), self.shade(label.id))
                line = Line(label.text, self.size * _SMALL, ink, is_bold=label.kind.value == "sister_city")
                x, y = self.at((label.x, label.y))
                yield place_words(label.title, [line], (x, y - self.size * 0.66), align="center")

    # --- what is selected, in full ---

    def callout(self) -> Iterator[Item]:
        found = next((each for each in self.view.callouts if each.owner == self.emphasis.selected), None)
        if found:
            yield from self._paint_callout(found)

    def _paint_callout(self, callout: Callout) -> Iterator[Item]:
        heads = [Line(callout.title, self.size, Ink("ink"), is_bold=True)] if callout.title else []
        heads += [Line(callout.heading, self.size * _SMALL, Ink("ink-soft"))] if callout.heading else []
        most = 0.46 * self.box.width / self.size
        texts = [break_name(line.name, most) for line in callout.lines]
        lines = [*heads, *(Line(text, self.size * 0.95, Ink("ink")) for lines in texts for text in lines)]
        width, height = measure_lines(lines)
        outer = self._callout_box(callout, width + 2.5 * self.size, height + 1.0 * self.size)
        yield Plate(self.texts("exports-part-frame"), outer, Ink("raised"), Pen(Ink("ink", 0.5), 1.2))
        inner = Box(outer.left + 1.5 * self.size, outer.top + self.size * 0.5, width, height)
        yield Words(self.name("name", callout.owner), inner, tuple(lines))
        yield from self._bullets(callout, texts, inner, heads)

    def _callout_box(self, callout: Callout, width: float, height: float) -> Box:
        right = self.box.left + 0.68 * self.box.width
        level = self.box.top + callout.y * self.box.height
        top = level - height - 4 if callout.is_above else level + 4
        top = min(max(top, self.box.top), self.box.bottom - height)
        return Box(right - width, top, width, height)

    def _bullets(
        self, callout: Callout, texts: Sequence[Sequence[str]], inner: Box, heads: Sequence[Line]
    ) -> Iterator[Mark]:
        y = inner.top + measure_lines(heads)[1]
        for line, rows in zip(callout.lines, texts, strict=True):
            symbol, size = SYMBOLS[line.shape]
            fill, pen = symbol_inks(line.shape, symbol_token(line.shape, None, line.accent), None, self.scale, 1.0)
            at = (inner.left - 0.75 * self.size, y + self.size * 0.95 * PITCH / 2)
            yield Mark(self.name("node", line.id), symbol, at, size * self.scale * 0.9, fill, pen)
            y += len(rows) * self.size * 0.95 * PITCH


def symbol_token(shape: str, home: str | None, accent: str | None) -> str:
    """The token of a symbol's colour: partners gold, activities their theme's accent, the rest the home's hue."""
    if shape == "partner":
        return "gold"
    if shape.startswith("activity"):
        return accent or "ink-soft"
    return "ink" if shape == "venue" else hue_token(home)


def symbol_inks(
    shape: str, token: str, standing: Standing | None, scale: float, opacity: float
) -> tuple[Ink | None, Pen | None]:
    """Fill and outline of a symbol: filled for what is at work today and for activities of the text, else hollow."""
    ink = Ink(token, opacity)
    if shape == "river":
        return None, Pen(ink, 1.5 * scale)
    if shape == "activity-text" or standing == Standing.CURRENT:
        return ink, None
    width = {"partner": 2.6, "organisation": 1.6}.get(shape, 1.4)
    return Ink("paper"), Pen(ink, round(width * scale, 2))
