"""Where labels go so that none covers another label or a marker, on stages of several widths at once.

A spot is an anchor (the compass direction in which the label lies from its point) and an offset in label pixels.
``spots`` finds the free ones of each label, ``crossings`` counts the curves that they lie on, ``search`` chooses.
All three are bounded in effort and deterministic: the same labels always get the same spots.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from dashboard.figures.map.placement.crossings import NO_CURVES, CurvePieces, cut_curves
from dashboard.figures.map.placement.records import (
    ALIGNMENT,
    ANCHORS,
    Anchor,
    LabelRequest,
    Placement,
    Point,
    Rect,
    Spot,
    Stage,
    covers_marker,
    label_box,
)
from dashboard.figures.map.placement.search import choose_spots
from dashboard.figures.map.placement.spots import GAPS_PX, LEADER_FROM_PX, NO_OPTIONS, SpotFinder, first_wish
from dashboard.kept import kept

__all__ = [
    "ALIGNMENT",
    "ANCHORS",
    "LEADER_FROM_PX",
    "Anchor",
    "CurvePieces",
    "LabelRequest",
    "Placement",
    "Point",
    "Rect",
    "Spot",
    "Stage",
    "covers_marker",
    "cut_curves",
    "label_box",
    "place_labels",
]

_CROSSING_COST = 1.5
_MOST_LABELS = 1000  # the others have no room anyway


def place_labels(
    requests: Sequence[LabelRequest],
    *,
    markers: Sequence[Point],
    stages: Sequence[Stage],
    curves: CurvePieces = NO_CURVES,
    gaps_px: Sequence[float] = GAPS_PX,
    crossing_cost: float = _CROSSING_COST,
) -> Placement:
    """Choose a spot for each label that works on every stage; curves (``cut_curves``) are crossed only if need be.

    When not all find room, as many as possible do, and earlier ones rather than later ones. No requests give an empty
    placement. ``gaps_px`` are the distances from their points that are tried; a spot costs a quarter of its distance,
    and ``crossing_cost`` for each piece of a curve that it lies on. With hundreds of labels fewer distances are tried.
    """
    kept = (tuple(requests), tuple(markers), tuple(stages), curves.tobytes(), tuple(gaps_px), crossing_cost)
    return _place(*kept)


@lru_cache(maxsize=512)
@kept
def _place(  # noqa: PLR0917 - what is asked for again and again: many stops of a story show the same
    requests: Sequence[LabelRequest],
    markers: Sequence[Point],
    stages: Sequence[Stage],
    curves: bytes,
    gaps_px: tuple[float, ...],
    crossing_cost: float,
) -> Placement:
    finder = SpotFinder(markers, stages, np.frombuffer(curves).reshape(-1, 4), crossing_cost)
    tried = requests[:_MOST_LABELS]
    gaps = finder.affordable(gaps_px, len(tried))
    options = [finder.find(request, gaps) for request in tried]
    options += [NO_OPTIONS] * (len(requests) - len(tried))
    chosen = choose_spots(options)
    settled = list(zip(requests, options, chosen, strict=True))
    return Placement(
        spots={each.id: found.spots[at] if at is not None else first_wish(each) for each, found, at in settled},
        unplaced=tuple(each.id for each, _, at in settled if at is None),
        crossings=sum(found.crossings[at] for _, found, at in settled if at is not None),
    )
