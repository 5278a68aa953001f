"""Where everything of the network stands: on the lines of a grid, as a printed page is set.

The stage is read from left to right: homes, organisations, activities, partners.
Each lane takes as many grid lines as its labels, ties and rails need; a grid line is
half a line of text. Positions are fractions of the stage: x from left to right, y from
top to bottom, both 0 to 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from dashboard.model import Dataset, EntityKind, LinkKind
from dashboard.network.lane_order import order_lanes, partners_in_order
from dashboard.network.lanes import Lane


class Column(StrEnum):
    """The four columns, from left to right."""

    HOMES = "homes"
    ORGANISATIONS = "organisations"
    ACTIVITIES = "activities"
    PARTNERS = "partners"


SLOTS = 7
"""Places for activities and venues side by side in one lane."""

HOME_X = 0.05
BRACKET_X = 0.068
HELPER_X = 0.437
ORGANISATION_X = 0.47
PARTNER_X = 0.69
FIRST_SLOT_X, _LAST_SLOT_X = 0.506, 0.645
_SLOT_X = tuple(FIRST_SLOT_X + (_LAST_SLOT_X - FIRST_SLOT_X) * slot / (SLOTS - 1) for slot in range(SLOTS))
_LAYER_X = (HOME_X, HELPER_X, ORGANISATION_X, *_SLOT_X, PARTNER_X)
_HOME, _HELPER, _ORGANISATION, _SLOT, _PARTNER = 0, 1, 2, 3, 3 + SLOTS

_HEADING_LINES = 5  # above the first lane, for the headings of the columns
_TOP_LINES = 2  # without headings: for the kind of the first tie
_FOOT_LINES = 2
_GAP_LINES = 2  # between the blocks of two homes
_STEP = 2  # between two ties or rails of one lane
_DEFAULT_TEXT_LINES = 2

Cell = tuple[int, int]  # layer, grid line


@dataclass(frozen=True)
class Spot:
    """Where an entity stands: fractions of the stage, its column, and the lane (partners: the rank) it belongs to."""

    x: float
    y: float
    column: Column
    row: int


@dataclass(frozen=True)
class Span:
    """A vertical stretch of the stage, in fractions."""

    top: float
    bottom: float


@dataclass(frozen=True)
class Positions:
    """Every entity's spot, and what else a painter needs to lead lines between them."""

    spots: Mapping[str, Spot] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    lane_spans: tuple[Span, ...] = ()  # of each lane
    home_spans: Mapping[str, Span] = field(default_factory=dict)
    tie_levels: Mapping[str, float] = field(default_factory=dict)  # y at which an exchange tie crosses its lane
    rail_levels: tuple[tuple[float, ...], ...] = ()  # of each lane: y of its rails, the nearest to the owner first
    lines: int = 0  # of the grid, from the top of the stage to its foot


def place_network(
    dataset: Dataset, text_lines: Mapping[str, int] | None = None, *, is_headed: bool = True
) -> Positions:
    """Place every entity of the data set; the same input always gives the same places, no two at one.

    Args:
        dataset: what to place. Nothing in it gives positions without any spot.
        text_lines: how many lines of text the label of an entity takes at most, by id; two where it is not said.
        is_headed: whether there is room for the headings of the columns.
    """
    lanes = order_lanes(dataset)
    if not lanes and not dataset.entities:
        return Positions()
    return _Typesetter(dataset, lanes, text_lines or {}, _HEADING_LINES if is_headed else _TOP_LINES).set()


def wrap_rails(groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The marks of a rail in lines of at most ``SLOTS``; a group is broken only when it is longer than a line."""
    lines: list[list[str]] = [[]]
    for group in groups:
        if lines[-1] and len(lines[-1]) + len(group) > SLOTS:
            lines.append([])
        for mark in group:
            if len(lines[-1]) == SLOTS:
                lines.append([])
            lines[-1].append(mark)
    return tuple(tuple(line) for line in lines if line)


def _set_rails(attached: Sequence[Sequence[str]], rails: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """All on one line where there is room; else what is attached to ties on lines of its own, nearer to them."""
    together = wrap_rails([*attached, *rails])
    return together if len(together) < 2 else (*wrap_rails(attached), *wrap_rails(rails))


class _Extent:
    """How many grid lines a lane takes above and below its own line, and where its ties and rails run."""

    def __init__(self, lane: Lane, lines: Mapping[str, int], partner_lines: int, owner_lines: int) -> None:
        ties = len(lane.ties)
        self.ties = [_STEP * place - (ties - 1) for place in range(ties)]
        self.tie_marks = [on_tie[:SLOTS] for on_tie in lane.on_ties]
        overflow = [(key,) for on_tie in lane.on_ties for key in on_tie[SLOTS:]]
        self.rail_marks = _set_rails([*overflow, *lane.attached], lane.rails)
        start = self.ties[0] - _STEP if self.ties else 0
        self.rails = [start - _STEP * place for place in range(len(self.rail_marks))]
        self.above = max(owner_lines, partner_lines, 1 - min([0, *self.ties, *self.rails]))
        self.below = max(owner_lines, partner_lines, 1 + max([0, *self.ties]))
        self.helpers: list[int] = []
        for helper in lane.helpers:
            half = lines.get(helper, _DEFAULT_TEXT_LINES)
            self.helpers.append(self.below + half)
            self.below += 2 * half


class _Typesetter:
    def __init__(self, dataset: Dataset, lanes: Sequence[Lane], lines: Mapping[str, int], top: int) -> None:
        self.top = top
        self.dataset = dataset
        self.lanes = lanes
        self.lines = lines
        self.cells: dict[Cell, str] = {}
        self.rows: dict[str, int] = {}
        self.led_to = Counter(tie.target for tie in dataset.exchange_ties)
        self.countries = _find_countries(dataset)
        self.extents = [_Extent(lane, lines, self._partner_lines(lane), self._owner_lines(lane)) for lane in lanes]

    def set(self) -> Positions:
        centres = self._place_lanes()
        self._place_partners(centres)
        homes = self._place_homes(centres)
        total = max(line for _, line in self.cells) + _FOOT_LINES + 1
        total = max([total, *(bottom + _FOOT_LINES for _, bottom in self._spans(centres))])
        level = [round(line / (total - 1), 5) for line in range(total)]
        return Positions(
            spots={key: self._spot(layer, level[line], key) for (layer, line), key in self.cells.items()},
            lanes=tuple(self.lanes),
            lane_spans=tuple(Span(level[top], level[bottom]) for top, bottom in self._spans(centres)),
            home_spans={home: Span(level[top], level[bottom]) for home, (top, bottom) in homes.items()},
            tie_levels={
                tie: level[centre + offset]
                for lane, extent, centre in zip(self.lanes, self.extents, centres, strict=True)
                for tie, offset in zip(lane.ties, extent.ties, strict=True)
            },
            rail_levels=tuple(
                tuple(level[centre + offset] for offset in extent.rails)
                for extent, centre in zip(self.extents, centres, strict=True)
            ),
            lines=total,
        )

    def _spot(self, layer: int, y: float, key: str) -> Spot:
        return Spot(x=_LAYER_X[layer], y=y, column=_column(layer), row=self.rows.get(key, 0))

    # --- lanes ---

    def _owner_lines(self, lane: Lane) -> int:
        if lane.owner not in self.dataset.entity or self.dataset.entity[lane.owner].kind == EntityKind.HOME:
            return 1
        return self.lines.get(lane.owner, _DEFAULT_TEXT_LINES)

    def _partner_lines(self, lane: Lane) -> int:
        """What the label at the other end needs, where the lane is the only one that leads to it."""
        if len(lane.ties) != 1:
            return 0
        partner = self.dataset.tie[lane.ties[0]].target
        return self._label_lines(partner) if self.led_to[partner] == 1 else 0

    def _label_lines(self, key: str) -> int:
        return self.lines.get(key, _DEFAULT_TEXT_LINES) + (1 if key in self.countries else 0)

    def _place_lanes(self) -> list[int]:
        centres, line, home = [], self.top, None
        for number, (lane, extent) in enumerate(zip(self.lanes, self.extents, strict=True)):
            line += _GAP_LINES if home not in (None, lane.home) else 0
            home = lane.home
            centre = line + extent.above
            self._fill_lane(number, lane, extent, centre)
            centres.append(centre)
            line = centre + extent.below + 1
        return centres

    def _fill_lane(self, number: int, lane: Lane, extent: _Extent, centre: int) -> None:
        if lane.owner in self.dataset.entity and self.dataset.entity[lane.owner].kind != EntityKind.HOME:
            self._put(_ORGANISATION, centre, lane.owner, number)
        for helper, offset in zip(lane.helpers, extent.helpers, strict=True):
            self._put(_HELPER, centre + offset, helper, number)
        for offset, marks in zip((*extent.ties, *extent.rails), (*extent.tie_marks, *extent.rail_marks), strict=True):
            for slot, mark in enumerate(marks):
                self._put(_SLOT + slot, centre + offset, mark, number)

    def _put(self, layer: int, line: int, key: str, row: int) -> None:
        self.cells[layer, line] = key
        self.rows[key] = row

    def _spans(self, centres: Sequence[int]) -> list[tuple[int, int]]:
        return [
            (centre - extent.above, centre + extent.below) for centre, extent in zip(centres, self.extents, strict=True)
        ]

    # --- the outer columns ---

    def _place_homes(self, centres: Sequence[int]) -> Mapping[str, tuple[int, int]]:
        spans: dict[str, tuple[int, int]] = {}
        for lane, (top, bottom) in zip(self.lanes, self._spans(centres), strict=True):
            if lane.home:
                spans[lane.home] = (spans.get(lane.home, (top, bottom))[0], bottom)
        for row, (home, (top, bottom)) in enumerate(spans.items()):
            if home in self.dataset.entity:
                self._put(_HOME, (top + bottom) // 2, home, row)
        return spans

    def _place_partners(self, centres: Sequence[int]) -> None:
        order = partners_in_order(self.lanes, self.dataset)
        wishes = self._wishes(centres)
        halves = [self._label_lines(key) for key in order]
        last = max([self.top, *(bottom for _, bottom in self._spans(centres))])
        places = spread([wishes.get(key, last) for key in order], halves, first=self.top, last=last)
        countries = set()
        for row, (key, line) in enumerate(zip(order, places, strict=True)):
            self._put(_PARTNER, line, key, row)
            if (country := self.countries.get(key)) and country not in countries:
                countries.add(country)
                self._put(_PARTNER, line + 1, country, row)
        self._place_lone_countries(countries, max([last, *(a + b for a, b in zip(places, halves, strict=True))]))

    def _place_lone_countries(self, placed: Iterable[str], line: int) -> None:
        lone = [country.id for country in self.dataset.of_kind(EntityKind.COUNTRY) if country.id not in placed]
        for place, country in enumerate(lone):
            self._put(_PARTNER, line + 2 + 3 * place, country, len(self.rows))

    def _wishes(self, centres: Sequence[int]) -> Mapping[str, float]:
        """The line at which each end of a tie would lie level with its ties."""
        levels: dict[str, list[int]] = {}
        for lane, extent, centre in zip(self.lanes, self.extents, centres, strict=True):
            for tie, offset in zip(lane.ties, extent.ties, strict=True):
                levels.setdefault(self.dataset.tie[tie].target, []).append(centre + offset)
        return {key: sum(values) / len(values) for key, values in levels.items()}


def _find_countries(dataset: Dataset) -> Mapping[str, str]:
    """The country in which each thing lies, the first that the tables name."""
    countries = {country.id for country in dataset.of_kind(EntityKind.COUNTRY)}
    found: dict[str, str] = {}
    for tie in dataset.ties:
        if tie.kind == LinkKind.LOCATED_IN and tie.target in countries:
            found.setdefault(tie.source, tie.target)
    return found


def spread(wishes: Sequence[float], halves: Sequence[int], *, first: int, last: int) -> list[int]:
    """Lines near the wished ones, in the same order, so far apart that labels of these half heights do not meet.

    What has no room between ``first`` and ``last`` runs on below.
    """
    stacks: list[_Stack] = []
    for wish, half in zip(wishes, halves, strict=True):
        stacks.append(_Stack(1, 2 * half + 1, wish - half))
        while len(stacks) > 1 and stacks[-2].start(first, last) + stacks[-2].height > stacks[-1].start(first, last):
            below = stacks.pop()
            stacks.append(stacks.pop().join(below))
    return list(_set_stacks(stacks, halves, first, last))


class _Stack(NamedTuple):
    """Labels that lie directly below each other; ``starts`` sums up where each would have the whole stack begin."""

    labels: int
    height: int
    starts: float

    def join(self, below: _Stack) -> _Stack:
        starts = self.starts + below.starts - below.labels * self.height
        return _Stack(self.labels + below.labels, self.height + below.height, starts)

    def start(self, first: int, last: int) -> float:
        """Where it begins so that its labels lie as near as possible to their wishes."""
        return max(float(first), min(self.starts / self.labels, float(last + 1 - self.height)))


def _set_stacks(stacks: Iterable[_Stack], halves: Iterable[int], first: int, last: int) -> Iterator[int]:
    line, waiting = first, iter(halves)
    for stack in stacks:
        line = max(line, round(stack.start(first, last)))
        for half in islice(waiting, stack.labels):
            yield line + half
            line += 2 * half + 1


def _column(layer: int) -> Column:
    if layer == _HOME:
        return Column.HOMES
    if layer in (_HELPER, _ORGANISATION):
        return Column.ORGANISATIONS
    return Column.PARTNERS if layer == _PARTNER else Column.ACTIVITIES
