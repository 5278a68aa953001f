"""Chooses one spot for each label, so that as many as possible are placed and all together cost least.

Labels first take the best free spot in turn. Then each group of labels that can be in each other's way is searched
depth first: the label with the fewest free spots next, cutting off what cannot beat the best yet. A group that is
larger than the search can master is mended around those that found no room. Every search has a budget of steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain

import numpy as np

from dashboard.figures.map.placement.spots import Options

Chosen = list[int | None]
"""For each label the place of its spot among its options; None where it has found no room."""

PADDING_PX = 1.5
SEARCHED_UP_TO = 24  # labels of one group
_MENDED_TOGETHER = 8  # labels around one without room
_MOST_MENDED = 60  # labels without room that get a second chance
MOST_STEPS = 4000  # of all searches together
_STEPS_A_LABEL = 400
_WITHOUT_ROOM, _EARLIER = 1e6, 1e3  # what it costs to leave a label out, and how much more the one before it
_ROUNDING = 1e-9
_NOWHERE = -1


def choose_spots(options: Sequence[Options]) -> Chosen:
    """The place of a spot for each label, or None."""
    crowd = Crowd(options)
    chosen = _take_in_turn(crowd)
    left = MOST_STEPS
    for group in sorted(crowd.groups(), key=len):
        for part in [group] if len(group) <= SEARCHED_UP_TO else _around_lost(crowd, group, chosen):
            left -= Search(crowd, part, chosen, min(left, _STEPS_A_LABEL * len(part))).improve()
    return chosen


class Crowd:
    """Labels with their options, and which spot is in the way of which. Sets of spots are bits of whole numbers."""

    def __init__(self, options: Sequence[Options]) -> None:
        self.options = options
        self.all_free = [(1 << len(each.spots)) - 1 for each in options]
        self._blocked: dict[tuple[int, int], Mapping[int, int]] = {}

    @cached_property
    def _boxes(self) -> np.ndarray:
        """All boxes, (labels, spots, stages, 4); spots that a label does not have lie nowhere."""
        return _stack([each.boxes for each in self.options])

    @cached_property
    def _leaders(self) -> np.ndarray:
        """All leaders, likewise."""
        return _stack([each.leaders for each in self.options])

    @cached_property
    def neighbours(self) -> Sequence[np.ndarray]:
        """For each label those that may be in its way: on some stage, the boxes around all their spots overlap."""
        reach = np.array([_reach(each, self._boxes.shape[2]) for each in self.options])
        near = [np.flatnonzero(np.any(_overlap(reach, mine), axis=1)) for mine in reach]
        return [found[found != at] for at, found in enumerate(near)]

    def blocked_by(self, label: int, spot: int) -> Mapping[int, int]:
        """The spots of other labels that nobody can take beside this one, as bits by label."""
        key = (label, spot)
        if key not in self._blocked:
            near = self.neighbours[label]
            box, leader = self._boxes[label, spot], self._leaders[label, spot]
            in_the_way = _overlap(self._boxes[near], box)
            in_the_way |= _crosses(self._leaders[near], box) | _crosses(leader, self._boxes[near])
            clashes = np.any(in_the_way, axis=2)
            packed = np.packbits(clashes, axis=1, bitorder="little")
            bits = (int.from_bytes(row.tobytes(), "little") for row in packed)
            self._blocked[key] = {int(other): spots for other, spots in zip(near, bits, strict=True) if spots}
        return self._blocked[key]

    def groups(self) -> Iterator[list[int]]:
        """Labels that are neighbours of each other, directly or through others; those with a neighbour only."""
        seen: set[int] = set()
        for label in range(len(self.options)):
            if label not in seen and self.all_free[label]:
                group = self._gather(label)
                seen |= group
                yield sorted(group)

    def _gather(self, label: int) -> set[int]:
        found, waiting = {label}, [label]
        while waiting:
            new = {int(each) for each in self.neighbours[waiting.pop()]} - found
            found |= new
            waiting += sorted(new)
        return found

    def free_beside(self, label: int, chosen: Chosen, apart_from: Iterable[int] = ()) -> int:
        """The spots of a label that those which others have chosen leave free."""
        free, ignored = self.all_free[label], {label, *apart_from}
        for other in map(int, self.neighbours[label]):
            spot = chosen[other]
            if other not in ignored and spot is not None:
                free &= ~self.blocked_by(other, spot).get(label, 0)
        return free


def _reach(options: Options, stages: int) -> np.ndarray:
    """The boxes around all spots of a label, (stages, 4); NaN, which overlaps nothing, when it has none."""
    if not options.spots:
        return np.full((stages, 4), np.nan)
    starts = np.where(np.isnan(options.leaders[..., :2]), options.boxes[..., :2], options.leaders[..., :2])
    low, high = np.minimum(options.boxes[..., :2], starts), np.maximum(options.boxes[..., 2:], starts)
    return np.concatenate([low.min(axis=0), high.max(axis=0)], axis=1)


def _overlap(boxes: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether boxes (…, 4) share area with ``other`` (…, 4) when each keeps its distance; False for NaN."""
    low, high = boxes[..., :2], boxes[..., 2:] + PADDING_PX
    return np.asarray(np.all((low < other[..., 2:] + PADDING_PX) & (other[..., :2] < high), axis=-1))


def _crosses(leaders: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """Whether leaders (…, 4) run over boxes (…, 4); False for NaN."""
    start, way = leaders[..., :2], leaders[..., 2:] - leaders[..., :2]
    way = np.where(way == 0, _ROUNDING, way)
    enters, leaves = (boxes[..., :2] - start) / way, (boxes[..., 2:] - start) / way
    first = np.minimum(enters, leaves).max(axis=-1)
    last = np.maximum(enters, leaves).min(axis=-1)
    return np.asarray((first <= last) & (first < 1) & (last > 0))


def _stack(parts: Sequence[np.ndarray]) -> np.ndarray:
    most, stages = (max(each.shape[axis] for each in parts) for axis in (0, 1))
    stacked = np.full((len(parts), most, stages, 4), np.nan)
    for at, each in enumerate(parts):
        if len(each):
            stacked[at, : len(each)] = each
    return stacked


def _take_in_turn(crowd: Crowd) -> Chosen:
    free, chosen = list(crowd.all_free), Chosen()
    for label in range(len(free)):
        spot = _first(free[label]) if free[label] else None
        chosen.append(spot)
        if spot is not None:
            for other, spots in crowd.blocked_by(label, spot).items():
                free[other] &= ~spots
    return chosen


def _around_lost(crowd: Crowd, group: Sequence[int], chosen: Chosen) -> Iterator[list[int]]:
    """Labels without room, each with some of those that are in its way."""
    lost = [label for label in group if chosen[label] is None and crowd.all_free[label]]
    for label in lost[:_MOST_MENDED]:
        near = sorted(map(int, crowd.neighbours[label]), key=lambda other: (abs(other - label), other))
        in_the_way = [other for other in near if chosen[other] is not None]
        yield sorted([label, *in_the_way[: _MENDED_TOGETHER - 1]])


def _first(spots: int) -> int:
    """The cheapest of some spots; ``_NOWHERE`` when there is none."""
    return (spots & -spots).bit_length() - 1


def _each(spots: int) -> Iterator[int]:
    while spots:
        yield _first(spots)
        spots &= spots - 1


class _BudgetSpentError(Exception):
    """The search took more steps than it may."""


class Search:
    """Looks for a cheaper choice for a group of labels, trying no more than so many spots."""

    def __init__(self, crowd: Crowd, group: Sequence[int], chosen: Chosen, most_steps: int) -> None:
        self._crowd = crowd
        self._chosen = chosen
        # Behind what the spots cost stands what it costs to have none, which is so found at _NOWHERE.
        self._costs = {
            label: (*crowd.options[label].costs, _WITHOUT_ROOM - _EARLIER * place) for place, label in enumerate(group)
        }
        self._best = sum(costs[_spot_of(label, chosen)] for label, costs in self._costs.items())
        self._most_steps = most_steps
        self._steps = 0

    def improve(self) -> int:
        """Put the best that was found into what is chosen; gives the number of steps that this took."""
        free = {label: self._crowd.free_beside(label, self._chosen, self._costs) for label in self._costs}
        with suppress(_BudgetSpentError):
            self._descend(free, 0.0, {})
        return self._steps

    def _descend(self, free: Mapping[int, int], cost: float, taken: Mapping[int, int]) -> None:
        """Place the labels that are left, by the spots that are ``free`` for them, after those that are ``taken``."""
        if not free:
            self._keep(taken, cost)
            return
        least = {label: self._costs[label][_first(spots)] for label, spots in free.items()}
        label = min(free, key=lambda each: free[each].bit_count())
        others = cost + sum(least.values()) - least[label]
        for spot in chain(_each(free[label]), (_NOWHERE,)):
            own = self._costs[label][spot]
            if others + own >= self._best - _ROUNDING:
                return
            self._count_step()
            self._descend(self._without(free, label, spot), cost + own, {**taken, label: spot})

    def _keep(self, taken: Mapping[int, int], cost: float) -> None:
        self._best = cost
        for label, spot in taken.items():
            self._chosen[label] = None if spot == _NOWHERE else spot

    def _without(self, free: Mapping[int, int], label: int, spot: int) -> Mapping[int, int]:
        """What is left for the others."""
        blocked = self._crowd.blocked_by(label, spot) if spot != _NOWHERE else {}
        return {
            other: spots & ~blocked[other] if other in blocked else spots
            for other, spots in free.items()
            if other != label
        }

    def _count_step(self) -> None:
        if self._steps == self._most_steps:
            raise _BudgetSpentError
        self._steps += 1


def _spot_of(label: int, chosen: Chosen) -> int:
    spot = chosen[label]
    return _NOWHERE if spot is None else spot
