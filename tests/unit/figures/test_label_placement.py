"""Labels never cover each other or a marker when the placement says that it is complete."""

from __future__ import annotations

import itertools
from math import hypot

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.map.placement import (
    LabelRequest,
    Placement,
    Point,
    Rect,
    Stage,
    covers_marker,
    cut_curves,
    label_box,
    place_labels,
)

STAGES = (
    Stage(scale=0.39, label_scale=1.0, bounds=Rect(0, 0, 390, 300)),
    Stage(scale=1.0, label_scale=1.44, bounds=Rect(0, 0, 1000, 770), obstacles=(Rect(0, 600, 270, 770),)),
)


def request(key: str, x: float, y: float, *, width: float = 60.0, height: float = 14.0) -> LabelRequest:
    return LabelRequest(key, x, y, width, height, clearance_px=5.0)


@st.composite
def crowds(draw: st.DrawFn) -> list[LabelRequest]:
    """Up to twelve labels at points of the frame, some on top of each other."""
    coordinate = st.integers(0, 1000).map(float)
    size = st.floats(10, 160)
    points = draw(st.lists(st.tuples(coordinate, coordinate, size, st.floats(10, 45)), max_size=12))
    return [request(f"label-{place}", x, y * 0.77, width=w, height=h) for place, (x, y, w, h) in enumerate(points)]


def dots(requests: list[LabelRequest]) -> list[Point]:
    return [Point(request.x, request.y, request.clearance_px) for request in requests]


def boxes(requests: list[LabelRequest], placement: Placement, stage: Stage) -> list[Rect]:
    placed = [request for request in requests if request.id not in placement.unplaced]
    return [label_box(request, placement.spots[request.id], stage) for request in placed]


@settings(max_examples=60, deadline=None)
@given(crowds())
def test_placed_labels_cover_neither_each_other_nor_a_marker_nor_an_obstacle(requests: list[LabelRequest]) -> None:
    placement = place_labels(requests, markers=dots(requests), stages=STAGES)
    for stage in STAGES:
        found = boxes(requests, placement, stage)
        assert not any(a.overlaps(b) for a, b in itertools.combinations(found, 2))
        assert all(stage.bounds.contains(box) for box in found)
        assert not any(box.overlaps(obstacle) for box in found for obstacle in stage.obstacles)
        assert not any(covers_marker(box, dot, stage) for box in found for dot in dots(requests))


@settings(max_examples=20, deadline=None)
@given(crowds())
def test_the_same_labels_always_get_the_same_spots(requests: list[LabelRequest]) -> None:
    first, second = (place_labels(requests, markers=dots(requests), stages=STAGES) for _ in range(2))
    assert first == second


@settings(max_examples=20, deadline=None)
@given(crowds())
def test_every_label_has_a_spot_even_without_room(requests: list[LabelRequest]) -> None:
    placement = place_labels(requests, markers=dots(requests), stages=STAGES)
    assert set(placement.spots) == {request.id for request in requests}
    assert placement.is_complete == (not placement.unplaced)


def test_no_labels_are_no_problem() -> None:
    assert place_labels([], markers=[], stages=STAGES) == Placement(spots={})


def test_a_label_with_room_on_every_side_lies_to_the_right_of_its_point() -> None:
    (spot,) = place_labels([request("a", 500, 380)], markers=[], stages=STAGES).spots.values()
    assert (spot.anchor, spot.dx, spot.dy) == ("e", 7.0, 0.0)


def test_a_label_keeps_off_a_curve_when_it_can() -> None:
    curve = [(500.0, 380.0), (700.0, 380.0)]
    (spot,) = place_labels(
        [request("a", 500, 380)], markers=[], stages=STAGES, curves=cut_curves([curve])
    ).spots.values()
    assert spot.anchor == "w"


def test_a_label_at_the_right_edge_turns_inwards() -> None:
    (spot,) = place_labels([request("a", 990, 380)], markers=[], stages=STAGES).spots.values()
    assert spot.anchor == "w"


def test_of_two_labels_that_cannot_both_be_placed_the_first_wins() -> None:
    narrow = Stage(scale=1.0, label_scale=1.0, bounds=Rect(0, 0, 70, 20))
    both = [request("first", 2, 10), request("second", 3, 10)]
    assert place_labels(both, markers=[], stages=[narrow]).unplaced == ("second",)


def test_many_labels_are_placed_one_after_another() -> None:
    grid = [request(f"{x}-{y}", x * 190 + 50, y * 120 + 50, width=40) for x in range(5) for y in range(6)]
    placement = place_labels(grid, markers=dots(grid), stages=STAGES[1:])
    assert len(placement.spots) == 30
    found = boxes(grid, placement, STAGES[1])
    assert len(found) >= 25
    assert not any(a.overlaps(b) for a, b in itertools.combinations(found, 2))


def test_no_leader_runs_over_the_name_of_another() -> None:
    crowd = [
        LabelRequest(f"p{at}", 500.0 + 9.0 * (at % 4), 300.0 + 9.0 * (at // 4), width_px=70.0, height_px=14.0)
        for at in range(10)
    ]
    stage = Stage(1.0, 1.0, Rect(0.0, 0.0, 1000.0, 600.0))
    placement = place_labels(crowd, markers=[], stages=[stage], gaps_px=(2, 8, 16, 26, 38, 52))
    boxes = {each.id: label_box(each, placement.spots[each.id], stage) for each in crowd}
    for each in crowd:
        spot = placement.spots[each.id]
        if hypot(spot.dx, spot.dy) >= 7 and each.id not in placement.unplaced:
            leader = shapely.LineString([(each.x, each.y), (each.x + spot.dx, each.y + spot.dy)])
            others = [box for key, box in boxes.items() if key != each.id and key not in placement.unplaced]
            assert not any(leader.intersects(shapely.box(*box).buffer(-0.1)) for box in others), each.id
