"""The network on a sheet as the stage shows it: all of it faintly, what the stop speaks of strong and with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import shapely

from dashboard.exports.sheets.emphasis import Emphasis
from dashboard.exports.sheets.network_frame import NetworkFrame
from dashboard.exports.sheets.network_marks import (
    HALO,
    HEAD,
    OTHER,
    PART,
    SYMBOLS,
    pip_size,
    symbol_inks,
    symbol_of,
    symbol_token,
)
from dashboard.exports.sheets.network_names import NameSetter
from dashboard.exports.sheets.records import (
    SMALLEST,
    UNIT,
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
    Step,
    Stroke,
    Wire,
    Words,
)
from dashboard.exports.sheets.text import break_name, measure_lines, place_words
from dashboard.figures.network.paths import Curve, Path
from dashboard.figures.network.records import Callout, Gap, NetworkEdge, NetworkNode, NetworkView
from dashboard.figures.network.svg import LAYERS, arrow_points
from dashboard.figures.palette import NEUTRAL, hue_form
from dashboard.i18n import Texts, list_in_words
from dashboard.model import EntityKind, Standing
from dashboard.network.positions import ORGANISATION_X, PARTNER_X, Column
from dashboard.stories.lit_views import is_whole, name_lit, number_groups

Call = Callable[[str], str]

_LINE_UNIT = 1.6
_THIN = 0.07 * UNIT
_LEAST_BAR = 12.0  # a stub of a bar says nothing
_CALLOUT_SIZE, _CALLOUT_PITCH, _CALLOUT_GAP = 26.0, 1.34, 10.0
_MANY_LINES = 6  # of a callout, which is then wider
_CALLOUT_RIGHT, _CALLOUT_SHARE, _CALLOUT_MOST = 0.685, (0.56, 0.64), 34 * UNIT


def draw_network(
    view: NetworkView, frame: NetworkFrame, emphasis: Emphasis, *, texts: Texts, call: Call, least: float = SMALLEST
) -> Group:
    """The network in its frame; ``least`` is the smallest size of names, other arguments are those of ``draw_map``.

    Nothing sticks out of the frame: lines are cut at its edge, marks beyond it left out. An empty view gives a group
    with its sentence.
    """
    if view.is_empty:
        line = Line(view.alt, 28.0, Ink("ink-soft"))
        words = place_words(texts("exports-part-names"), [line], frame.box.center, align="center")
        return Group(texts("exports-part-network"), (words,), view.alt)
    named = number_groups(name_lit(view, emphasis.focus), emphasis.focus)
    drawing = _NetworkDrawing(view, named, frame, emphasis, texts, call, least)
    groups = (
        drawing.group("structure", drawing.structure()),
        drawing.group("homes", drawing.homes()),
        drawing.group("ties", drawing.ties()),
        drawing.group("nodes", drawing.nodes()),
        drawing.group("names", drawing.names()),
        drawing.group("headings", drawing.headings()),
        drawing.group("callout", drawing.callout()),
    )
    return Group(texts("exports-part-network"), tuple(group for group in groups if group.items), drawing.about())


@dataclass(frozen=True)
class _NetworkDrawing:
    """What the parts of one network have in common; ``named`` is the view with the names that are wanted."""

    view: NetworkView
    named: NetworkView
    frame: NetworkFrame
    emphasis: Emphasis
    texts: Texts
    call: Call
    least: float

    @cached_property
    def scale(self) -> float:
        return self.frame.mark_scale(self.view.nodes)

    @cached_property
    def setter(self) -> NameSetter:
        return NameSetter(self.named, self.frame, self.scale, self.emphasis.selected, self.least)

    @cached_property
    def marks(self) -> Mapping[Point, str]:
        """The node at each point, of those whose mark is in sight."""
        return {(node.x, node.y): node.id for node in self.view.nodes if self._has_mark(node)}

    def group(self, key: str, items: Iterable[Item]) -> Group:
        return Group(self.texts(f"exports-part-{key}"), tuple(items))

    def name(self, key: str, of: str) -> str:
        return self.texts("exports-part-of", part=self.texts(f"exports-part-{key}"), name=self.call(of))

    def _part(self, key: str) -> str:
        return self.texts(f"exports-part-{key}")

    def about(self) -> str:
        """What the network of this stop shows, in words; all of it where the stop leaves nothing out."""
        if is_whole(self.emphasis.focus):
            return self.view.alt
        lit = [self.call(node.id) for node in self.view.nodes if self.emphasis.is_lit(node.id)]
        ties = [self.call(edge.id) for edge in self.view.edges if edge.line and self.emphasis.is_lit(edge.id)]
        return self.texts("exports-about-network", things=list_in_words([*lit, *ties], self.texts))

    # --- lines ---

    def structure(self) -> Iterator[Item]:
        """What holds organisations and activities together: faint, and strong only beside what is selected."""
        strength = 1.0 if is_whole(self.emphasis.focus) else 0.4
        for role in LAYERS:
            for ground in (each for each in self.view.grounds if each.role == role):
                pen = Pen(Ink("ink", 0.3 * strength), _THIN)
                if role == "part":
                    pen = Pen(Ink("ink", round(0.12 * strength, 3)), 12.0 * self.scale)
                yield from self._stroke(ground.path, pen, self._part(role))
            for edge in (each for each in self.view.edges if each.role == role and role != "exchange"):
                yield from self._link(edge, strength)
        yield from self._arrows(strength)

    def _link(self, edge: NetworkEdge, strength: float) -> Iterator[Item]:
        if self.emphasis.level(edge.id) == "near":
            is_wide = edge.role in ("part", "band")
            pen = Pen(Ink("selected"), 12.0 * self.scale) if is_wide else Pen(Ink("ink"), 2.4)
            yield from self._wire(edge, pen, self._part(edge.role), holds=not is_wide)
        elif edge.role in ("link", "behalf"):
            dash = (2.0, 4.0) if edge.role == "behalf" else ()
            yield from self._wire(edge, Pen(Ink("ink", 0.4 * strength), _THIN, dash), self._part(edge.role))

    def _stroke(self, path: Path, pen: Pen, name: str) -> Iterator[Stroke]:
        pieces = self.frame.clip(path, pen.width)
        if pieces:
            yield Stroke(name, pieces, pen)

    def _arrows(self, strength: float) -> Iterator[Area]:
        reach, half = 6.0 * self.scale, 3.4 * self.scale
        for point in arrow_points(self.view):
            x, y = self.frame.at(point)
            if self.frame.sees((x, y), reach):
                ring = ((x - reach, y - half), (x, y), (x - reach, y + half))
                yield Area(self._part("bracket"), (ring,), Ink("ink-soft", strength))

    def ties(self) -> Iterator[Item]:
        """The exchange ties, those that the stop speaks of on top."""
        exchange = [(edge, edge.line) for edge in self.view.edges if edge.line]
        for edge, line in sorted(exchange, key=lambda each: self.emphasis.is_lit(each[0].id)):
            pen = Pen(
                Ink(edge.hue, self.emphasis.of_line(edge.id)),
                round(line.width * _LINE_UNIT, 2),
                tuple(round(length * _LINE_UNIT, 2) for length in line.dash),
                is_double=line.core > 0,
            )
            yield from self._wire(edge, pen, self.name("tie", edge.id))

    def _wire(self, edge: NetworkEdge, pen: Pen, name: str, *, holds: bool = True) -> Iterator[Item]:
        """A line that holds on to its marks, if it is to, where all of it is in sight; else the parts that are."""
        if all(self.frame.sees(point, pen.width / 2) for point in self.frame.trace(edge.path)):
            steps = tuple(self._steps(edge.path) if holds else self._free_steps(edge.path))
            yield Wire(name, steps, pen)
        else:
            yield from self._stroke(edge.path, pen, name)

    def _steps(self, path: Path) -> Iterator[Step]:
        here, at = path.start, self.frame.at
        for piece in path.pieces:
            there = piece.end if isinstance(piece, Curve) else piece
            is_curved = isinstance(piece, Curve)
            stops = [here, there] if is_curved else [here, *self._beads_between(here, there), there]
            for one, other in pairwise(stops):
                yield Step(at(one), at(other), is_curved, self.marks.get(one), self.marks.get(other))
            here = there

    def _free_steps(self, path: Path) -> Iterator[Step]:
        here, at = path.start, self.frame.at
        for piece in path.pieces:
            is_curved = isinstance(piece, Curve)
            there = piece.end if isinstance(piece, Curve) else piece
            yield Step(at(here), at(there), is_curved)
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
            top, bottom = self.frame.clip_column(bar.top, bar.bottom)
            if bottom - top > _LEAST_BAR:
                x, width = self.frame.at((bar.x, 0.0))[0], 4.0 * self.scale
                ink = Ink(bar.hue, self.emphasis.of_line(bar.id))
                yield Plate(self.name("home", bar.id), Box(x - width / 2, top, width, bottom - top), ink)
                head = (x, self.frame.at((bar.x, bar.top))[1])
                if self.frame.sees(head, HEAD / 2 * self.scale):
                    yield Mark(self.name("home", bar.id), hue_form(bar.hue), head, HEAD * self.scale, ink)

    def nodes(self) -> Iterator[Item]:
        for node in sorted(self.view.nodes, key=lambda each: self.emphasis.is_lit(each.id)):
            if self._has_mark(node):
                yield from self._node(node)
        for gap in self._gaps():
            pen = Pen(Ink("ink-soft"), 1.4 * self.scale, (2.4 * self.scale, 2.4 * self.scale))
            yield Mark(gap.text, "disc", self.frame.at((gap.x, gap.y)), 14.0 * self.scale, Ink("paper"), pen)

    def _has_mark(self, node: NetworkNode) -> bool:
        at = self.frame.at((node.x, node.y))
        return node.shape in SYMBOLS and self.frame.sees(at, self._size(node) / 2 + 2)

    def _gaps(self) -> Iterator[Gap]:
        """Where the stop speaks of a tie without any activity."""
        for gap in self.view.gaps:
            told = self.emphasis.is_lit(gap.id) and not is_whole(self.emphasis.focus)
            if told and self.frame.sees(self.frame.at((gap.x, gap.y)), 16.0 * self.scale):
                yield gap

    def _size(self, node: NetworkNode) -> float:
        share = PART if node.is_part else (OTHER if node.standing == Standing.OTHER else 1.0)
        return SYMBOLS[node.shape][1] * share * self.scale

    def _node(self, node: NetworkNode) -> Iterator[Mark]:
        at, name = self.frame.at((node.x, node.y)), self.name("node", node.id)
        if node.id == self.emphasis.selected:
            rim = Pen(Ink("gold"), 1.2 * self.scale)
            yield Mark(self._part("halo"), "disc", at, HALO * self.scale, Ink("selected"), rim)
        if node.shape == "river":
            yield Mark(self._part("frame"), "disc", at, self._size(node) + 4, Ink("paper"))
        # Hollow marks stay whole when they are faint, since lines lie beneath them.
        token = symbol_token(node.shape, node.hue, node.accent)
        fill, pen = symbol_inks(node.shape, token, node.standing, self.scale, self.emphasis.of_line(node.id))
        yield Mark(name, symbol_of(node.shape, node.accent), at, self._size(node), fill, pen, key=node.id)
        if pip := pip_size(node.shape, node.standing):
            ink = Ink(token, self.emphasis.of_line(node.id))
            yield Mark(self._part("pip"), "disc", at, pip * self.scale, ink)

    # --- words ---

    def headings(self) -> Iterator[Words]:
        """What the columns hold, above them."""
        places: Mapping[Column, tuple[float, str]] = {
            Column.HOMES: (self.frame.left + 0.2 * UNIT, "left"),
            Column.ORGANISATIONS: (self.frame.at((ORGANISATION_X, 0.0))[0] - UNIT, "right"),
            Column.ACTIVITIES: (self.frame.at((0.496, 0.0))[0], "left"),
            Column.PARTNERS: (self.frame.at((PARTNER_X, 0.0))[0] + UNIT, "left"),
        }
        for heading in self.view.headings:
            x, align = places[heading.column]
            counts = heading.column == Column.ACTIVITIES and is_whole(self.emphasis.focus)
            text = self._count_activities() if counts else heading.text
            line = Line(text, SMALLEST, Ink("ink-soft"))
            words = place_words(heading.text, [line], (x, self.frame.heading_y), align=align)  # type: ignore[arg-type]
            yield words

    def _count_activities(self) -> str:
        """The heading of the activities: all of them are marks without names."""
        activities = [node for node in self.view.nodes if node.kind == EntityKind.ACTIVITY]
        return self.texts("network-view-callout", count=len(activities))

    def names(self) -> Iterator[Item]:
        setter = self.setter
        for key, words in setter.blocks.items():
            if key == self.emphasis.selected:
                box = words.box
                plate = Box(box.left - 6, box.top - 1, box.width + 12, box.height + 2)
                yield Plate(self._part("halo"), plate, Ink("selected"))
            yield replace(words, name=self.name("name", key))
        beside = dict(setter.countries())
        for key, words in (*beside.items(), *setter.homes()):
            yield replace(words, name=self.name("name", key))
        for gap in self._gaps():
            line = Line(gap.text, SMALLEST, Ink("ink-soft"))
            (x, y), reach = self.frame.at((gap.x, gap.y)), 7.0 * self.scale + 8
            words = place_words(gap.text, [line], (x + reach, y))
            yield Plate(self._part("frame"), words.box, Ink("paper"))
            yield words
        yield from self._words_on_lines([words.box for words in (*setter.blocks.values(), *beside.values())])

    def _words_on_lines(self, taken: Sequence[Box]) -> Iterator[Words]:
        """The kinds of ties, and what a home's rail is, above their lines, where neither names nor lines are."""
        size = max(SMALLEST, self.setter.size * 0.88)
        labels: list[tuple[str, str, Line, Point]] = []
        for tie in self.named.tie_labels:
            if tie.is_open:
                line = Line(tie.text, size, Ink(tie.hue), is_bold=tie.line.core > 0)
                labels.append((tie.id, tie.title, line, (tie.x, tie.y)))
        for rail in self.named.rail_labels:
            labels.append(("", rail.text, Line(rail.text, size, Ink("ink-soft")), (rail.x, rail.y)))
        boxes = list(taken)
        for key, name, line, at in labels:
            words = self._above(name, line, at)
            if self._is_free(words.box, boxes, key):
                boxes.append(words.box)
                yield words

    def _above(self, name: str, line: Line, at: Point) -> Words:
        x, y = self.frame.at(at)
        # Between two columns of marks a word may be wider than the line between them.
        lift = 7.0 * self.scale if at[0] > ORGANISATION_X else 3.0
        return place_words(name, [line], (x, y - line.height / 2 - lift), align="center")

    def _is_free(self, box: Box, taken: Sequence[Box], key: str) -> bool:
        """Whether a box is in sight, and neither on another one nor on a tie that is not ``key``."""
        if not (self.frame.sees((box.left, box.top)) and self.frame.sees((box.right, box.bottom))):
            return False
        if any(
            one.left < box.right and box.left < one.right and one.top < box.bottom and box.top < one.bottom
            for one in taken
        ):
            return False
        area = shapely.box(box.left, box.top + 0.12 * box.height, box.right, box.bottom - 0.12 * box.height)
        return not any(area.intersects(line) for other, line in self._lit_lines if other != key)

    @cached_property
    def _lit_lines(self) -> Sequence[tuple[str, shapely.LineString]]:
        lit = [edge for edge in self.view.edges if edge.role == "exchange" and self.emphasis.is_lit(edge.id)]
        return [(edge.id, shapely.LineString(self.frame.trace(edge.path))) for edge in lit]

    # --- what is selected, in full ---

    def callout(self) -> Iterator[Item]:
        """The activities of what is selected, or its own name, on a plate near its row."""
        for callout in self.named.callouts:
            yield from self._callout(callout)

    def _callout(self, callout: Callout) -> Iterator[Item]:
        size = _CALLOUT_SIZE
        heads = [Line(callout.title, size, Ink("ink"), is_bold=True)] if callout.title else []
        heads += [Line(callout.heading, SMALLEST, Ink("ink-soft"), pitch=1.4)] if callout.heading else []
        share = _CALLOUT_SHARE[len(callout.lines) > _MANY_LINES]
        most = min(_CALLOUT_MOST, share * self.frame.box.width) / size
        texts = [break_name(line.name, most) for line in callout.lines]
        pitch = _CALLOUT_PITCH
        lines = [*heads, *(Line(text, size, Ink("ink"), pitch=pitch) for rows in texts for text in rows)]
        width, height = measure_lines(lines)
        outer = self._callout_box(callout, width + (3.1 if texts else 1.9) * size, height + 0.7 * size)
        yield Plate(self._part("frame"), outer, Ink("raised"), Pen(Ink("ink", 0.5), 1.2))
        inner = Box(outer.left + (1.8 if texts else 0.7) * size, outer.top + size * 0.35, width, height)
        yield Words(self.name("name", callout.owner), inner, tuple(lines))
        yield from self._bullets(callout, texts, inner, heads)

    def _callout_box(self, callout: Callout, width: float, height: float) -> Box:
        """Below or above the level that the view gives, or as far from it as names of the stop are in the way."""
        right, level = self.frame.at((_CALLOUT_RIGHT, callout.y))
        room = self.frame.room
        left = max(right - width, room.left)
        over = [words.box for words in self.setter.blocks.values() if words.box.right > left and words.box.left < right]
        tops = self._free_tops(level, height, over, is_above=callout.is_above)
        fitting = [top for top in tops if room.top <= top <= room.bottom - height]
        top = fitting[0] if fitting else max(min(tops[0], room.bottom - height), room.top)
        return Box(left, top, width, height)

    def _free_tops(self, level: float, height: float, over: Sequence[Box], *, is_above: bool) -> list[float]:
        """Where a callout may begin without covering any of the boxes, nearest to the level first on its own side."""
        below, above = level + _CALLOUT_GAP, level - height - _CALLOUT_GAP
        for box in sorted(over, key=lambda each: each.top):
            if box.top < below + height and box.bottom > below:
                below = box.bottom + _CALLOUT_GAP
        for box in sorted(over, key=lambda each: -each.bottom):
            if box.top < above + height and box.bottom > above:
                above = box.top - height - _CALLOUT_GAP
        return [above, below] if is_above else [below, above]

    def _bullets(
        self, callout: Callout, texts: Sequence[Sequence[str]], inner: Box, heads: Sequence[Line]
    ) -> Iterator[Mark]:
        step = _CALLOUT_SIZE * _CALLOUT_PITCH
        y = inner.top + measure_lines(heads)[1]
        for line, rows in zip(callout.lines, texts, strict=True):
            symbol, size = symbol_of(line.shape, line.accent), SYMBOLS[line.shape][1]
            fill, pen = symbol_inks(line.shape, symbol_token(line.shape, NEUTRAL, line.accent), None, 1.8, 1.0)
            at = (inner.left - 0.8 * _CALLOUT_SIZE, y + step / 2)
            yield Mark(self.name("node", line.id), symbol, at, size * 1.8 * (PART if line.is_part else 1.0), fill, pen)
            y += len(rows) * step
