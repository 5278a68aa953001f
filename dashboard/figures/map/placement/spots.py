"""The spots that a label may take: free of markers and obstacles on every stage, with what each of them costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from dashboard.figures.map.placement.crossings import CrossingCounter, CurvePieces, Floats
from dashboard.figures.map.placement.records import ALIGNMENT, ANCHORS, Anchor, LabelRequest, Point, Rect, Spot, Stage

GAPS_PX = (2.0, 8.0, 16.0, 26.0)

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
LEADER_FROM_PX = 7.0  # from the edge of a marker to its name
_SLIDES = (0.0, -0.28, 0.28)  # of the box, along the side that faces the point
_GAP_COST = 0.25
_SLIDE_COST = 1.0
_MOST_SPOTS = 24_000  # of all labels together; beyond that each tries fewer distances
_SPOTS_A_GAP = sum(len(_SLIDES) if 0 in _DIRECTION[anchor] else 1 for anchor in ANCHORS)


@dataclass(frozen=True, eq=False)
class Options:
    """The free spots of one label, cheapest first."""

    spots: tuple[Spot, ...]
    costs: tuple[float, ...]
    crossings: tuple[float, ...]  # on average over the stages
    boxes: Floats  # (spots, stages, 4): left, top, right, bottom in screen pixels
    leaders: Floats  # (spots, stages, 4): from the point to the box, NaN for a box that stands beside its point


NO_OPTIONS = Options((), (), (), np.empty((0, 0, 4)), np.empty((0, 0, 4)))


class _Wishes(NamedTuple):
    """All spots of a label wherever it stands, in label pixels: the corners of its boxes seen from its point."""

    spots: tuple[Spot, ...]
    costs: Floats
    offsets: Floats  # (spots, 2)
    aligned: Floats  # (spots, 2): what of the box lies left of and above the offset


def first_wish(request: LabelRequest) -> Spot:
    """Where a label would go if it were alone."""
    return _spot(request.clearance_px + GAPS_PX[0], "e", 0.0, request.width_px, request.height_px)


class SpotFinder:
    """Finds spots between markers (in units of the frame) on stages."""

    def __init__(
        self, markers: Sequence[Point], stages: Sequence[Stage], curves: CurvePieces, crossing_cost: float
    ) -> None:
        self._markers = np.array(markers, dtype=float).reshape(-1, 3)
        self._stages = stages
        self._counters = [CrossingCounter(curves, stage.scale) for stage in stages]
        self._crossing_cost = crossing_cost

    @property
    def examined(self) -> int:
        """How many pairs of a spot and a piece of a curve were compared so far."""
        return sum(counter.examined for counter in self._counters)

    @staticmethod
    def affordable(gaps_px: Sequence[float], labels: int) -> tuple[float, ...]:
        """The distances that so many labels may try, the nearest first; always one."""
        most = _MOST_SPOTS // (_SPOTS_A_GAP * max(1, labels))
        return tuple(gaps_px[: max(1, most)])

    def find(self, request: LabelRequest, gaps_px: Sequence[float] = GAPS_PX) -> Options:
        """The free spots of a label at these distances."""
        wishes = _wishes(request.width_px, request.height_px, request.clearance_px, tuple(gaps_px))
        boxes = np.stack([_boxes(request, wishes, stage) for stage in self._stages], axis=1)
        free = np.flatnonzero(self._are_free(boxes))
        boxes = boxes[free]
        crossings = self._cross(boxes)
        costs = wishes.costs[free] + self._crossing_cost * crossings
        order = np.argsort(costs, kind="stable")
        return Options(
            spots=tuple(wishes.spots[at] for at in free[order]),
            costs=tuple(costs[order].tolist()),
            crossings=tuple(crossings[order].tolist()),
            boxes=boxes[order],
            leaders=self._lead(request, wishes.offsets[free[order]]),
        )

    def _lead(self, request: LabelRequest, offsets: Floats) -> Floats:
        """The leaders of spots at these offsets from their point, on every stage."""
        reach = np.hypot(offsets[:, 0], offsets[:, 1]) - request.clearance_px
        point = np.array([(request.x, request.y)])
        starts = [np.broadcast_to(point * stage.scale, offsets.shape) for stage in self._stages]
        ends = [point * stage.scale + offsets * stage.label_scale for stage in self._stages]
        leaders = np.stack([np.concatenate(pair, axis=1) for pair in zip(starts, ends, strict=True)], axis=1)
        leaders[reach < LEADER_FROM_PX] = np.nan
        return leaders

    def _cross(self, boxes: Floats) -> Floats:
        counts = [counter.count(boxes[:, at]) for at, counter in enumerate(self._counters)]
        return np.asarray(np.sum(counts, axis=0) / len(counts), dtype=float)

    def _are_free(self, boxes: Floats) -> np.ndarray:
        free = np.ones(len(boxes), dtype=bool)
        for at, stage in enumerate(self._stages):
            left = np.flatnonzero(free)
            free[left] = self._are_free_on(boxes[left, at], stage)
        return free

    def _are_free_on(self, boxes: Floats, stage: Stage) -> np.ndarray:
        free = _are_inside(boxes, stage.bounds)
        for obstacle in stage.obstacles:
            free &= ~_overlap(boxes, obstacle)
        rest = np.flatnonzero(free)
        free[rest] = ~self._cover_markers(boxes[rest], stage)
        return free

    def _cover_markers(self, boxes: Floats, stage: Stage) -> np.ndarray:
        if not len(boxes):
            return np.empty(0, dtype=bool)
        points, radii = self._markers[:, :2] * stage.scale, self._markers[:, 2] * stage.label_scale
        reach = radii[:, None]
        near = np.all((points + reach > boxes[:, :2].min(axis=0)) & (points - reach < boxes[:, 2:].max(axis=0)), axis=1)
        points, low, high = points[near], boxes[:, None, :2], boxes[:, None, 2:]
        away = np.maximum(np.maximum(low - points, points - high), 0.0)
        return np.asarray(np.any(np.hypot(away[..., 0], away[..., 1]) < radii[near], axis=1))


def _boxes(request: LabelRequest, wishes: _Wishes, stage: Stage) -> Floats:
    """The boxes of all wishes on a stage, (spots, 4); as ``label_box``."""
    point = np.array([request.x, request.y]) * stage.scale
    size = np.array([request.width_px, request.height_px]) * stage.label_scale
    low = point + wishes.offsets * stage.label_scale - wishes.aligned * size
    return np.concatenate([low, low + size], axis=1)


def _are_inside(boxes: Floats, bounds: Rect) -> np.ndarray:
    return np.asarray(np.all(boxes[:, :2] >= bounds[:2], axis=1) & np.all(boxes[:, 2:] <= bounds[2:], axis=1))


def _overlap(boxes: Floats, other: Rect) -> np.ndarray:
    return np.asarray(np.all(boxes[:, :2] < other[2:], axis=1) & np.all(boxes[:, 2:] > other[:2], axis=1))


@lru_cache(maxsize=2048)
def _wishes(width_px: float, height_px: float, clearance_px: float, gaps_px: tuple[float, ...]) -> _Wishes:
    wished = [
        (_spot(clearance_px + gap, anchor, slide, width_px, height_px), cost)
        for gap, anchor, slide, cost in _kinds_of_spots(gaps_px)
    ]
    spots = tuple(spot for spot, _ in wished)
    return _Wishes(
        spots,
        costs=np.array([cost for _, cost in wished]),
        offsets=np.array([(spot.dx, spot.dy) for spot in spots]),
        aligned=np.array([ALIGNMENT[spot.anchor] for spot in spots]),
    )


def _kinds_of_spots(gaps_px: Sequence[float]) -> Iterator[tuple[float, Anchor, float, float]]:
    """Distance, direction, slide, and what a spot costs before anything else is known."""
    for gap, anchor in product(gaps_px, ANCHORS):
        for slide in _SLIDES if 0 in _DIRECTION[anchor] else _SLIDES[:1]:
            yield gap, anchor, slide, _PREFERENCE[anchor] + _GAP_COST * gap + (_SLIDE_COST if slide else 0.0)


def _spot(reach_px: float, anchor: Anchor, slide: float, width_px: float, height_px: float) -> Spot:
    across, down = _DIRECTION[anchor]
    aside = slide * width_px if across == 0 else 0.0
    below = slide * height_px if down == 0 else 0.0
    return Spot(anchor, round(across * reach_px + aside, 1), round(down * reach_px + below, 1))
