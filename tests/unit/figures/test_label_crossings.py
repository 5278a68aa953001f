"""Crossings are counted as by comparing everything with everything, but no further than it matters."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.map.placement import LabelRequest, Point, Rect, Stage, covers_marker, cut_curves, label_box
from dashboard.figures.map.placement.crossings import COUNTED_UP_TO, CrossingCounter
from dashboard.figures.map.placement.spots import GAPS_PX, SpotFinder

coordinate = st.integers(0, 100).map(float)
curve = st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=30)
box = st.tuples(coordinate, coordinate, st.integers(1, 40), st.integers(1, 40)).map(
    lambda each: Rect(each[0], each[1], each[0] + each[2], each[1] + each[3])
)


@settings(max_examples=100, deadline=None)
@given(st.lists(curve, max_size=20), st.lists(box, max_size=8), st.sampled_from([0.4, 1.0, 2.5]))
def test_crossings_are_those_of_an_exhaustive_count(
    curves: list[list[tuple[float, float]]], boxes: list[Rect], scale: float
) -> None:
    pieces = [
        Rect(*(min(a[axis], b[axis]) * scale for axis in (0, 1)), *(max(a[axis], b[axis]) * scale for axis in (0, 1)))
        for curve in curves
        for a, b in pairwise(curve)
    ]
    expected = [min(COUNTED_UP_TO, sum(box.overlaps(piece) for piece in pieces)) for box in boxes]
    found = CrossingCounter(cut_curves(curves), scale).count(np.array(boxes, dtype=float).reshape(-1, 4))
    assert found.tolist() == expected


def test_a_box_in_the_thick_of_it_is_not_compared_with_every_piece() -> None:
    thick = cut_curves([[(0.0, y / 1000), (100.0, y / 1000)] for y in range(20_000)])
    counter = CrossingCounter(thick, 1.0)
    assert counter.count(np.array([(10.0, 0.0, 20.0, 20.0)])).tolist() == [COUNTED_UP_TO]
    assert counter.examined < len(thick) / 50


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(coordinate, coordinate, st.floats(0.5, 9)), max_size=12),
    st.tuples(coordinate, coordinate, st.floats(5, 60), st.floats(5, 30)),
)
def test_spots_keep_off_markers_obstacles_and_edges_and_the_cheapest_comes_first(
    dots: list[tuple[float, float, float]], label: tuple[float, float, float, float]
) -> None:
    stages = [
        Stage(2.0, 1.0, Rect(0, 0, 200, 200), (Rect(0, 150, 60, 200),)),
        Stage(4.0, 1.5, Rect(0, 0, 400, 400)),
    ]
    markers = [Point(*dot) for dot in dots]
    request = LabelRequest("label", *label, clearance_px=4.0)
    options = SpotFinder(markers, stages, cut_curves([]), 1.5).find(request)
    assert list(options.costs) == sorted(options.costs)
    for spot, boxes in zip(options.spots, options.boxes, strict=True):
        for stage, box in zip(stages, boxes, strict=True):
            expected = label_box(request, spot, stage)
            assert np.allclose(box, expected)
            assert stage.bounds.contains(expected)
            assert not any(expected.overlaps(obstacle) for obstacle in stage.obstacles)
            assert not any(covers_marker(expected, marker, stage) for marker in markers)


def test_hundreds_of_labels_try_fewer_distances_but_each_at_least_one() -> None:
    tried = [len(SpotFinder.affordable(GAPS_PX, labels)) for labels in (1, 100, 600, 5000)]
    assert tried == sorted(tried, reverse=True)
    assert (tried[0], tried[-1]) == (len(GAPS_PX), 1)
