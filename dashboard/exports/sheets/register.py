"""The network with every name: a row for each thing, from the homes on the left to the partners on the right.

It is read as an index is: below an organisation stands what it runs, below a tie what is done with its partner, below a
whole its parts and venues. Ties lead on straight to the partners.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise

from dashboard.exports.sheets.network_marks import (
    HEAD,
    OTHER,
    PART,
    SYMBOLS,
    pip_size,
    symbol_inks,
    symbol_of,
    symbol_token,
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
    Role,
    Step,
    Stroke,
    Wire,
)
from dashboard.exports.sheets.text import break_name, place_passage
from dashboard.figures.network.records import NetworkNode, NetworkView
from dashboard.figures.palette import hue_form
from dashboard.i18n import Texts
from dashboard.model import Dataset, LinkKind, Standing, Tie
from dashboard.network.lane_order import order_lanes, partners_in_order
from dashboard.network.lanes import Lane

_BAR, _BRACKET, _TICK, _NAMES = 6.0, 34.0, 22.0, 66.0  # from the left, in units
_ORGANISATION, _TURN, _PARTNER = 0.28, 0.66, 0.745  # shares of the width
_SPINE, _ITEM, _INDENT = 44.0, 92.0, 30.0  # from the mark of an organisation
_GAP = 22.0  # from the middle of a mark to its name
_HEAD_ROWS, _HOME_ROWS, _BETWEEN = 1.5, 1.9, 0.45  # the columns' headings, a home's name, between two blocks
_LEAST, _MOST, _MOST_PITCH = 24.0, 30.0, 42.0
_TYPE_SHARE = 0.82  # of the distance of rows
_HOME_TYPE, _PARTNER_TYPE = 1.35, 1.12  # times the size of names
_LINE_PITCH = 1.16
_LINE_UNIT, _THIN = 1.6, Pen(Ink("ink", 0.45), 1.4)


@dataclass
class _Block:
    """The rows of a lane; rows count from its own first."""

    lane: Lane
    ties: dict[str, int] = field(default_factory=dict)
    items: dict[str, tuple[int, int]] = field(default_factory=dict)  # row and depth
    below: dict[str, list[str]] = field(default_factory=dict)  # what hangs on a tie or on a whole
    own: list[str] = field(default_factory=list)  # what hangs on the owner
    helpers: dict[str, int] = field(default_factory=dict)
    rows: int = 0

    def add(self, key: str, depth: int) -> None:
        self.items[key] = (self.rows, depth)
        self.rows += 1


@dataclass(frozen=True)
class Register:
    """What of the register is drawn, and what of it is text."""

    picture: Group
    passages: tuple[Passage, ...]


def draw_register(dataset: Dataset, view: NetworkView, texts: Texts, box: Box) -> Register:
    """The register of a data set in a box, in the largest type that the box has room for."""
    if view.is_empty:
        return Register(Group(texts("exports-part-network"), (), view.alt), ())
    drawing = _Drawing(dataset, view, texts, box)
    groups = (
        Group(texts("exports-part-structure"), tuple(drawing.structure())),
        Group(texts("exports-part-homes"), tuple(drawing.homes())),
        Group(texts("exports-part-ties"), tuple(drawing.ties())),
        Group(texts("exports-part-nodes"), tuple(drawing.marks())),
    )
    picture = Group(texts("exports-part-network"), tuple(group for group in groups if group.items), view.alt)
    return Register(picture, tuple(drawing.passages()))


@dataclass(frozen=True)
class _Drawing:
    dataset: Dataset
    view: NetworkView
    texts: Texts
    box: Box

    # --- rows ---

    @cached_property
    def nodes(self) -> Mapping[str, NetworkNode]:
        return {node.id: node for node in self.view.nodes}

    @cached_property
    def blocks(self) -> Sequence[_Block]:
        return [self._fill(lane) for lane in order_lanes(self.dataset)]

    def _fill(self, lane: Lane) -> _Block:
        block = _Block(lane)
        groups = list(lane.attached)
        for tie, on_tie in zip(lane.ties, lane.on_ties, strict=True):
            block.ties[tie] = block.rows
            block.rows += 1
            block.below[tie] = list(on_tie)
            for key in on_tie:
                mine = next((group for group in groups if any(self._are_linked(key, each) for each in group)), ())
                groups = [group for group in groups if group is not mine]
                self._hang(block, key, mine)
        for first, *rest in (*groups, *lane.rails):
            block.own.append(first)
            self._hang(block, first, rest)
        self._place_helpers(block)
        return block

    def _hang(self, block: _Block, key: str, members: Iterable[str]) -> None:
        block.add(key, 0)
        block.below[key] = list(members)
        for member in members:
            block.add(member, 1)

    def _place_helpers(self, block: _Block) -> None:
        """Each beside what it is named with, below the owner's name and one another."""
        free = len(self._break(block.lane.owner)) if self._is_organisation(block.lane.owner) else 1
        for key in block.lane.helpers:
            beside = [row for other, (row, _) in block.items.items() if self._are_linked(key, other)]
            block.helpers[key] = max([free, *beside[:1]])
            free = block.helpers[key] + len(self._break(key))
        block.rows = max(block.rows, free, 1)

    def _is_organisation(self, key: str) -> bool:
        return key in self.nodes and self.nodes[key].shape in ("organisation", "river")

    @cached_property
    def _links(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset((tie.source, tie.target)) for tie in self.dataset.ties)

    def _are_linked(self, one: str, other: str) -> bool:
        return frozenset((one, other)) in self._links

    # --- where ---

    @cached_property
    def pitch(self) -> float:
        rows = _HEAD_ROWS + sum(block.rows for block in self.blocks) + _BETWEEN * len(self.blocks)
        rows += _HOME_ROWS * len({block.lane.home for block in self.blocks if block.lane.home})
        return min(_MOST_PITCH, self.box.height / rows)

    @cached_property
    def size(self) -> float:
        """Of names."""
        return round(min(_MOST, self.pitch * _TYPE_SHARE), 1)

    @cached_property
    def scale(self) -> float:
        """Of marks."""
        return round(self.pitch / 17.5, 3)

    @cached_property
    def tops(self) -> Mapping[int, float]:
        """The middle of the first row of each block."""
        found, y = {}, self.box.top + (_HEAD_ROWS + 0.5) * self.pitch
        for number, block in enumerate(self.blocks):
            if block.lane.home and (number == 0 or self.blocks[number - 1].lane.home != block.lane.home):
                y += _HOME_ROWS * self.pitch
            found[number] = y
            y += (block.rows + _BETWEEN) * self.pitch
        return found

    def _x(self, share: float) -> float:
        return self.box.left + share * self.box.width

    @cached_property
    def spots(self) -> Mapping[str, Point]:
        """The mark of everything but homes and countries."""
        found: dict[str, Point] = {}
        for number, block in enumerate(self.blocks):
            top, x = self.tops[number], self._x(_ORGANISATION)
            if self._is_organisation(block.lane.owner):
                found[block.lane.owner] = (x, top)
            for key, row in block.helpers.items():
                found[key] = (x, top + row * self.pitch)
            for key, (row, depth) in block.items.items():
                found[key] = (x + _ITEM + depth * _INDENT, top + row * self.pitch)
        return found | self._place_partners()

    @cached_property
    def levels(self) -> Mapping[str, float]:
        """Where each exchange tie runs."""
        return {
            tie: self.tops[number] + row * self.pitch
            for number, block in enumerate(self.blocks)
            for tie, row in block.ties.items()
        }

    def _place_partners(self) -> dict[str, Point]:
        """Each at its tie, or between its ties, as far as the one above leaves room."""
        found: dict[str, Point] = {}
        lowest = self.box.top + (_HEAD_ROWS + 0.5) * self.pitch
        for key in partners_in_order([block.lane for block in self.blocks], self.dataset):
            led = [self.levels[tie.id] for tie in self.dataset.exchange_ties if tie.target == key]
            half = self._half(key)
            y = max(sum(led) / len(led) if led else lowest, lowest + half)
            found[key] = (self._x(_PARTNER), y)
            lowest = y + half + 0.3 * self.pitch
        return found

    def _half(self, key: str) -> float:
        return sum(line.height for line in self._partner_lines(key)) / 2

    # --- lines ---

    def structure(self) -> Iterator[Item]:
        """Thin lines from whoever runs something to what is run, from a whole to its parts, and what was handed on."""
        for number, block in enumerate(self.blocks):
            owner, top = block.lane.owner, self.tops[number]
            if block.own:
                start = self.spots.get(owner, (self._x(0.0) + _BAR, top))
                yield from self._spine(start, start[0] if owner in self.spots else None, block.own, self._part("runs"))
            for key, members in block.below.items():
                if members and key in self.spots:
                    yield from self._spine(self.spots[key], self.spots[key][0], members, self._part("part"))
            for helper in block.helpers:
                for other in (owner, *block.items):
                    if self._are_linked(helper, other) and other in self.spots:
                        yield self._curve(self.spots[helper], self.spots[other], self._part("link"))
        yield from self._right_links()
        yield from self._brackets()

    def _part(self, key: str) -> str:
        return self.texts(f"exports-part-{key}")

    def _spine(
        self, start: Point, x: float | None, keys: Sequence[str], name: str, pen: Pen = _THIN
    ) -> Iterator[Stroke]:
        """A line down from a mark, with a branch to each of the things below it."""
        ends = [self.spots[key] for key in keys]
        down = self._x(_ORGANISATION) + _SPINE if x is None or x == self._x(_ORGANISATION) else x
        pieces = [((start[0], start[1]), (down, start[1]))] if down != start[0] else []
        pieces.append(((down, start[1]), (down, ends[-1][1])))
        pieces += [((down, y), (to, y)) for to, y in ends]
        yield Stroke(name, tuple(piece for piece in pieces if piece[0] != piece[1]), pen)

    def _curve(self, start: Point, end: Point, name: str) -> Item:
        is_level = start[1] == end[1]
        return Wire(name, (Step(start, end, not is_level),), _THIN)

    def _right_links(self) -> Iterator[Item]:
        """Between partners and rivers on the right."""
        right = {key for key, (x, _) in self.spots.items() if x == self._x(_PARTNER)}
        for tie in self.dataset.ties:
            if not tie.is_exchange and {tie.source, tie.target} <= right:
                yield Stroke(self._part("link"), ((self.spots[tie.source], self.spots[tie.target]),), _THIN)

    def _brackets(self) -> Iterator[Item]:
        """From the groups of old to whoever took up their work."""
        handed = [tie for tie in self.dataset.ties if tie.kind == LinkKind.INHERITED_BY]
        x, pen = self._x(0.0) + _BRACKET, Pen(Ink("ink-soft"), 1.8)
        for heir, ties in groupby(sorted(handed, key=lambda tie: tie.target), key=lambda tie: tie.target):
            ys = [self.spots[tie.source][1] for tie in ties if tie.source in self.spots]
            if heir in self.spots and ys:
                to = self.spots[heir][1]
                ends = (min([*ys, to]), max([*ys, to]))
                pieces = (((x, ends[0]), (x, ends[1])), *(((x, y), (x + _TICK, y)) for y in (*ys, to)))
                yield Stroke(self._part("bracket"), pieces, pen)
                reach = 5.0 * self.scale
                tip = (x + _TICK + reach, to)
                ring = ((x + _TICK, to - reach / 2), tip, (x + _TICK, to + reach / 2))
                yield Area(self._part("bracket"), (ring,), Ink("ink-soft"))

    def homes(self) -> Iterator[Item]:
        for home, (top, bottom) in self._home_spans().items():
            bar = Box(self.box.left, top, 2 * _BAR, bottom - top)
            hue = self.nodes[home].hue
            yield Plate(self._name("home", home), bar, Ink(hue))
            yield Mark(self._name("home", home), hue_form(hue), (bar.center[0], top), HEAD * self.scale, Ink(hue))

    def _home_spans(self) -> Mapping[str, tuple[float, float]]:
        spans: dict[str, tuple[float, float]] = {}
        for number, block in enumerate(self.blocks):
            if block.lane.home in self.nodes:
                top, _ = spans.get(block.lane.home, (self.tops[number] - 0.5 * self.pitch, 0.0))
                spans[block.lane.home] = (top, self.tops[number] + (block.rows - 0.5) * self.pitch)
        return spans

    def ties(self) -> Iterator[Item]:
        """The exchange ties, and what hangs on each."""
        for block in self.blocks:
            for key in block.ties:
                tie = self.dataset.tie[key]
                edge = next(edge for edge in self.view.edges if edge.id == key)
                level, end = self.levels[key], self.spots[tie.target]
                start = self.spots.get(tie.source, (self._x(0.0) + _BAR, level))
                if edge.line:
                    line = edge.line
                    dash = tuple(round(length * _LINE_UNIT, 2) for length in line.dash)
                    pen = Pen(Ink(edge.hue), round(line.width * _LINE_UNIT, 2), dash, is_double=line.core > 0)
                    yield Wire(self._name("tie", key), tuple(self._way(start, level, end)), pen)
                if block.below[key]:
                    x = self._x(_ORGANISATION) + _ITEM
                    stem = Pen(Ink(edge.hue), 1.8)
                    yield from self._spine((x, level), x, block.below[key], self._part("band"), stem)
        yield from (Plate(self._part("frame"), box, Ink("paper")) for box in self._plates())

    def _way(self, start: Point, level: float, end: Point) -> Iterator[Step]:
        points = [start]
        if start[1] != level:
            points.append((start[0] + _SPINE, level))
        points += [(self._x(_TURN), level), end]
        for one, other in pairwise(points):
            yield Step(one, other, is_curved=one[1] != other[1])

    def marks(self) -> Iterator[Item]:
        for key, at in self.spots.items():
            node = self.nodes[key]
            share = PART if node.is_part else (OTHER if node.standing == Standing.OTHER else 1.0)
            size = SYMBOLS[node.shape][1]
            token = symbol_token(node.shape, node.hue, node.accent)
            fill, pen = symbol_inks(node.shape, token, node.standing, self.scale, 1.0)
            yield Mark(
                self._name("node", key), symbol_of(node.shape, node.accent), at, size * share * self.scale, fill, pen
            )
            if pip := pip_size(node.shape, node.standing):
                yield Mark(self._part("pip"), "disc", at, pip * self.scale, Ink(token))

    def _name(self, part: str, key: str) -> str:
        tie = self.dataset.tie.get(key)
        name = self._kind(tie) if tie else self.nodes[key].name
        return self.texts("exports-part-of", part=self._part(part), name=name)

    # --- words ---

    def passages(self) -> Iterator[Passage]:
        """Home by home what it runs and with whom, then the partners."""
        places = self._headings()
        for heading in self.view.headings:
            if heading.column not in places:
                continue
            x, align = places[heading.column]
            line = Line(heading.text, _LEAST, Ink("ink-soft"))
            yield place_passage(line.text, [line], (x, self.box.top + 0.5 * self.pitch), role="h2", align=align)
        for number, block in enumerate(self.blocks):
            home = block.lane.home
            if home in self.nodes and (number == 0 or self.blocks[number - 1].lane.home != home):
                line = Line(self.nodes[home].name, self.size * _HOME_TYPE, Ink(self.nodes[home].hue), is_bold=True)
                at = (self.box.left, self.tops[number] - 1.4 * self.pitch)
                yield place_passage(line.text, [line], at, role="h2")
            yield from self._block_passages(number, block)
        for key, (x, y) in self.spots.items():
            if x == self._x(_PARTNER):
                yield place_passage(self.nodes[key].name, self._partner_lines(key), (x + 1.3 * _GAP, y))

    def _headings(self) -> Mapping[str, tuple[float, Align]]:
        x = self._x(_ORGANISATION)
        return {
            "organisations": (x - _GAP, "right"),
            "activities": (x + _ITEM - 8, "left"),
            "partners": (self._x(_PARTNER) + 1.3 * _GAP, "left"),
        }

    def _block_passages(self, number: int, block: _Block) -> Iterator[Passage]:
        owner, top = block.lane.owner, self.tops[number]
        right = self._x(_ORGANISATION) - _GAP
        if self._is_organisation(owner):
            yield self._hung(owner, (right, top), is_bold=self.nodes[owner].standing == Standing.CURRENT, role="h3")
        yield from self._own(number, block)
        for key in block.helpers:
            yield self._hung(key, (right, self.spots[key][1]), ink="ink-soft")
        said = {self.levels[key]: passage for key, passage in self._kinds(block)}
        names = {self.spots[key][1]: self._item(key) for key in block.items}
        rows = said | names
        yield from (rows[y] for y in sorted(rows))

    def _own(self, number: int, block: _Block) -> Iterator[Passage]:
        """What the line of a home without an organisation leads to."""
        if block.own and not self._is_organisation(block.lane.owner):
            text = self.texts("network-view-own-activities")
            at = (self._x(_ORGANISATION) - _GAP, self.tops[number])
            yield place_passage(text, [Line(text, self.size, Ink("ink-soft"))], at, align="right")

    def _hung(self, key: str, at: Point, *, ink: str = "ink", is_bold: bool = False, role: Role = "p") -> Passage:
        """A name before its mark, its further lines below the first."""
        lines = [Line(text, self.size, Ink(ink), is_bold, _LINE_PITCH) for text in self._break(key)]
        y = at[1] + sum(line.height for line in lines[1:]) / 2
        return place_passage(self.nodes[key].name, lines, (at[0], y), role=role, align="right")

    def _break(self, key: str) -> tuple[str, ...]:
        width = _ORGANISATION * self.box.width - _GAP - _NAMES
        return break_name(self.nodes[key].name, width / _MOST)

    def _item(self, key: str) -> Passage:
        x, y = self.spots[key]
        return place_passage(self.nodes[key].name, [Line(self.nodes[key].name, self.size, Ink("ink"))], (x + _GAP, y))

    def _kinds(self, block: _Block) -> Iterator[tuple[str, Passage]]:
        """On the line of each tie its kind, and that no activity is stated where none is."""
        silent = {gap.id: gap.text for gap in self.view.gaps}
        for key in block.ties:
            tie = self.dataset.tie[key]
            text = self._kind(tie)
            if key in silent:
                text = self.texts("exports-kind-and-gap", kind=text, gap=silent[key])
            edge = next(edge for edge in self.view.edges if edge.id == key)
            line = Line(text, self.size, Ink(edge.hue), is_bold=bool(edge.line and edge.line.core > 0))
            yield key, place_passage(text, [line], (self._x(_ORGANISATION) + _ITEM + _GAP, self.levels[key]))

    def _plates(self) -> Iterator[Box]:
        """Paper beneath the words on lines."""
        for number, block in enumerate(self.blocks):
            for passage in (*self._own(number, block), *(passage for _, passage in self._kinds(block))):
                box = passage.box
                yield Box(box.left - 12, box.top, box.width + 24, box.height)

    def _kind(self, tie: Tie) -> str:
        label = next(label for label in self.view.tie_labels if label.id == tie.id)
        return label.text

    def _partner_lines(self, key: str) -> tuple[Line, ...]:
        """A partner's name, and its country where the name does not say it."""
        size = round(self.size * _PARTNER_TYPE, 1)
        width = self.box.right - self._x(_PARTNER) - 1.3 * _GAP
        is_bold = self.nodes[key].shape == "partner"
        names = break_name(self.nodes[key].name, width / size)
        lines = [Line(text, size, Ink("ink"), is_bold, _LINE_PITCH) for text in names]
        countries = [node.name for node in self.view.nodes if node.below == key]
        lines += [Line(name, _LEAST, Ink("ink-soft"), pitch=_LINE_PITCH) for name in countries]
        return tuple(lines)
