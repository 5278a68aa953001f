"""Where labels go so that none covers another label or a marker, on stages of several widths at once.

A spot is an anchor (the compass direction in which the label lies from its point)
and an offset in label pixels. The search is exhaustive within a budget of steps
and deterministic: the same labels always get the same spots.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise, product
from math import hypot
from typing import Literal, NamedTuple, get_args

Anchor = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]
ANCHORS: tuple[Anchor, ...] = get_args(Anchor)

ALIGNMENT: Mapping[Anchor, tuple[float, float]] = {
    "n": (0.5, 1.0),
    "ne": (0.0, 1.0),
    "e": (0.0, 0.5),
    "se": (0.0, 0.0),
    "s": (0.5, 0.0),
    "sw": (1.0, 0.0),
    "w": (1.0, 0.5),
    "nw": (1.0, 1.0),
}
"""Which part of the label's box lies at the offset point, as fractions of its width and height from the top left."""

_DIRECTION: Mapping[Anchor, tuple[float, float]] = {
    "n": (0, -1),
    "ne": (0.7, -0.7),
    "e": (1, 0),
    "se": (0.7, 0.7),
    "s": (0, 1),
    "sw": (-0.7, 0.7),
    "w": (-1, 0),
    "nw": (-0.7, -0.7),
}
_PREFERENCE: Mapping[Anchor, float] = {"e": 0, "w": 0.5, "ne": 1, "se": 1, "s": 1.5, "n": 1.5, "nw": 2, "sw": 2}
_GAPS_PX = (2, 8, 16, 26)
_SLIDES = (0.0, -0.28, 0.28)  # of the box, along the side that faces the point
_GAP_COST = 0.25
_SLIDE_COST = 1.0
_CROSSING_COST = 1.5
_PADDING_PX = 1.5
_STEP_BUDGET = 60_000
_EXHAUSTIVE_UP_TO = 24  # labels; beyond that the search takes the best free spot in turn


class Rect(NamedTuple):
    """A box: left, top, right, bottom, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect, padding: float = 0.0) -> bool:
        """Whether the boxes share area when each keeps ``padding`` from the other; touching edges do not count."""
        return (
            self.left < other.right + padding
            and other.left < self.right + padding
            and self.top < other.bottom + padding
            and other.top < self.bottom + padding
        )

    def contains(self, other: Rect) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


class Point(NamedTuple):
    """A marker: its middle in units of the frame and its radius in label pixels."""

    x: float
    y: float
    radius_px: float


class Spot(NamedTuple):
    """An anchor with the offset from the point to the anchored part of the box, in label pixels."""

    anchor: Anchor
    dx: float
    dy: float


@dataclass(frozen=True)
class Stage:
    """One size at which the picture is shown."""

    scale: float  # screen pixels per unit of the frame
    label_scale: float  # screen pixels per label pixel
    bounds: Rect  # screen pixels; labels stay inside
    obstacles: tuple[Rect, ...] = ()  # screen pixels; labels stay outside


@dataclass(frozen=True)
class LabelRequest:
    """A label to place: its point in units of the frame, its size in label pixels."""

    id: str
    x: float
    y: float
    width_px: float
    height_px: float
    clearance_px: float = 0.0  # radius of its own marker


@dataclass(frozen=True)
class Placement:
    """Spots by label id, and the ids for which there was no room (they have a spot too, their first wish)."""

    spots: Mapping[str, Spot]
    unplaced: tuple[str, ...] = ()
    crossings: float = 0.0  # pieces of curves on which labels lie, on average over the stages

    @property
    def is_complete(self) -> bool:
        """Whether every label found room on every stage."""
        return not self.unplaced


@dataclass(frozen=True)
class _Candidate:
    spot: Spot
    boxes: tuple[Rect, ...]  # one a stage
    cost: float
    crossings: float = 0.0

    def clashes_with(self, other: _Candidate) -> bool:
        return any(mine.overlaps(theirs, _PADDING_PX) for mine, theirs in zip(self.boxes, other.boxes, strict=True))


def place_labels(
    requests: Sequence[LabelRequest],
    *,
    markers: Sequence[Point],
    stages: Sequence[Stage],
    curves: Sequence[Sequence[tuple[float, float]]] = (),
    gaps_px: Sequence[float] = _GAPS_PX,
    crossing_cost: float = _CROSSING_COST,
) -> Placement:
    """Choose a spot for each label that works on every stage; curves (points in units) are crossed only if need be.

    Labels earlier in ``requests`` win when not all find room. No requests give an empty placement. ``gaps_px`` are the
    distances from their points that are tried; a spot costs a quarter of its distance, and ``crossing_cost`` for each
    piece of a curve that it lies on.
    """
    crossings = _screen_curves(curves, stages)
    options = [_candidates(request, markers, stages, crossings, gaps_px, crossing_cost) for request in requests]
    chosen = (_search(options) if len(requests) <= _EXHAUSTIVE_UP_TO else None) or _take_in_turn(options)
    spots = {
        request.id: candidate.spot if candidate else _wish(request)
        for request, candidate in zip(requests, chosen, strict=True)
    }
    unplaced = tuple(request.id for request, candidate in zip(requests, chosen, strict=True) if candidate is None)
    crossings_met = sum(candidate.crossings for candidate in chosen if candidate)
    return Placement(spots=spots, unplaced=unplaced, crossings=crossings_met)


def label_box(request: LabelRequest, spot: Spot, stage: Stage) -> Rect:
    """The box of a label on a stage, in screen pixels."""
    across, down = ALIGNMENT[spot.anchor]
    width, height = request.width_px * stage.label_scale, request.height_px * stage.label_scale
    left = request.x * stage.scale + spot.dx * stage.label_scale - across * width
    top = request.y * stage.scale + spot.dy * stage.label_scale - down * height
    return Rect(left, top, left + width, top + height)


def _spot(request: LabelRequest, anchor: Anchor, gap_px: float, slide: float = 0.0) -> Spot:
    across, down = _DIRECTION[anchor]
    reach = request.clearance_px + gap_px
    aside = slide * request.width_px if across == 0 else 0.0
    below = slide * request.height_px if down == 0 else 0.0
    return Spot(anchor, round(across * reach + aside, 1), round(down * reach + below, 1))


def _wish(request: LabelRequest) -> Spot:
    return _spot(request, "e", _GAPS_PX[0])


def _wishes(request: LabelRequest, gaps_px: Sequence[float]) -> Iterable[tuple[Spot, float]]:
    """Every spot that a label may take, with what it costs before anything else is known."""
    for gap, anchor in product(gaps_px, ANCHORS):
        for slide in _SLIDES if 0 in _DIRECTION[anchor] else _SLIDES[:1]:
            cost = _PREFERENCE[anchor] + _GAP_COST * gap + (_SLIDE_COST if slide else 0.0)
            yield _spot(request, anchor, gap, slide), cost


def _candidates(  # noqa: PLR0917 - what place_labels was given
    request: LabelRequest,
    markers: Sequence[Point],
    stages: Sequence[Stage],
    curves: Sequence[Sequence[Rect]],
    gaps_px: Sequence[float],
    crossing_cost: float,
) -> list[_Candidate]:
    """The spots of a label that are free of markers and obstacles on every stage, best first."""
    found = []
    for spot, cost in _wishes(request, gaps_px):
        boxes = tuple(label_box(request, spot, stage) for stage in stages)
        if all(_is_free(box, stage, markers) for box, stage in zip(boxes, stages, strict=True)):
            crossings = _count_crossings(boxes, curves)
            found.append(_Candidate(spot, boxes, cost + crossing_cost * crossings, crossings))
    return sorted(found, key=lambda candidate: candidate.cost)


def _is_free(box: Rect, stage: Stage, markers: Iterable[Point]) -> bool:
    return (
        stage.bounds.contains(box)
        and not any(box.overlaps(obstacle) for obstacle in stage.obstacles)
        and not any(covers_marker(box, marker, stage) for marker in markers)
    )


def covers_marker(box: Rect, marker: Point, stage: Stage) -> bool:
    """Whether a label's box reaches over a marker's disc."""
    x, y = marker.x * stage.scale, marker.y * stage.scale
    beside = max(box.left - x, x - box.right, 0.0)
    above = max(box.top - y, y - box.bottom, 0.0)
    return hypot(beside, above) < marker.radius_px * stage.label_scale


def _screen_curves(curves: Sequence[Sequence[tuple[float, float]]], stages: Sequence[Stage]) -> list[list[Rect]]:
    """The boxes of all segments of all curves, stage by stage."""
    return [
        [
            Rect(
                min(a[0], b[0]) * stage.scale,
                min(a[1], b[1]) * stage.scale,
                max(a[0], b[0]) * stage.scale,
                max(a[1], b[1]) * stage.scale,
            )
            for curve in curves
            for a, b in pairwise(curve)
        ]
        for stage in stages
    ]


def _count_crossings(boxes: Sequence[Rect], curves: Sequence[Sequence[Rect]]) -> float:
    """How many segments of curves a label lies on, on average over the stages, counted up to four."""
    counts = [
        min(4, sum(box.overlaps(segment) for segment in segments)) for box, segments in zip(boxes, curves, strict=True)
    ]
    return sum(counts) / len(counts) if counts else 0.0


class _BudgetSpentError(Exception):
    """The search took more steps than it may."""


def _search(options: Sequence[Sequence[_Candidate]]) -> Sequence[_Candidate | None] | None:
    """The cheapest set of spots without a clash; None when there is none or the budget ran out before one was seen."""
    order = sorted(range(len(options)), key=lambda index: (len(options[index]), index))
    search = _BranchAndBound([options[index] for index in order])
    found = search.run()
    if found is None:
        return None
    by_index = dict(zip(order, found, strict=True))
    return [by_index[index] for index in range(len(options))]


class _BranchAndBound:
    """Depth first over the labels with the fewest spots first; cuts off what cannot beat the best yet."""

    def __init__(self, options: Sequence[Sequence[_Candidate]]) -> None:
        self._options = options
        self._rest = _least_costs(options)
        self._best: list[_Candidate] | None = None
        self._best_cost = float("inf")
        self._steps = 0

    def run(self) -> Sequence[_Candidate] | None:
        with suppress(_BudgetSpentError):
            self._descend([], 0.0)
        return self._best

    def _descend(self, chosen: list[_Candidate], cost: float) -> None:
        depth = len(chosen)
        if depth == len(self._options):
            self._best, self._best_cost = list(chosen), cost
            return
        for candidate in self._options[depth]:
            if cost + candidate.cost + self._rest[depth + 1] >= self._best_cost:
                return
            self._steps += 1
            if self._steps > _STEP_BUDGET:
                raise _BudgetSpentError
            if not any(candidate.clashes_with(other) for other in chosen):
                self._descend([*chosen, candidate], cost + candidate.cost)


def _least_costs(options: Sequence[Sequence[_Candidate]]) -> list[float]:
    """For each depth, the least that the labels from there on can cost."""
    totals = [0.0]
    for candidates in reversed(options):
        totals.append(totals[-1] + (candidates[0].cost if candidates else 0.0))
    return totals[::-1]


def _take_in_turn(options: Sequence[Sequence[_Candidate]]) -> list[_Candidate | None]:
    """The best free spot for each label in turn; None where all are taken."""
    taken: list[_Candidate] = []
    chosen: list[_Candidate | None] = []
    for candidates in options:
        free = next((c for c in candidates if not any(c.clashes_with(other) for other in taken)), None)
        chosen.append(free)
        if free:
            taken.append(free)
    return chosen
