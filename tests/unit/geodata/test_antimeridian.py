"""Lines and shapes are made continuous, and cut at the edge of a map."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.antimeridian import Coordinates, close_ring, cut_shape, split_line, unwrap

longitudes = st.floats(-540, 540, allow_nan=False)
latitudes = st.floats(-85, 85, allow_nan=False)
walks = st.lists(st.tuples(st.floats(-170, 170), latitudes), min_size=1, max_size=12)


def walk(start: float, steps: list[tuple[float, float]]) -> Coordinates:
    """A continuous line from steps in longitude."""
    lon = start + np.cumsum([step for step, _ in steps])
    return np.column_stack([lon, [lat for _, lat in steps]])


def test_unwrapping_runs_on_past_180() -> None:
    line = unwrap(np.array([[170.0, 10], [-170, 20], [-150, 30]]))
    assert line[:, 0].tolist() == [170, 190, 210]


def test_a_line_within_the_map_comes_back_as_it_is() -> None:
    line = np.array([[10.0, 0], [20, 5], [30, 0]])
    (piece,) = split_line(line)
    assert piece.tolist() == line.tolist()


def test_an_empty_line_gives_no_piece() -> None:
    assert split_line(np.empty((0, 2))) == []


def test_a_line_over_the_edge_is_cut_there_at_one_latitude() -> None:
    first, second = split_line(np.array([[170.0, 0], [190, 20]]))
    assert first.tolist() == [[170, 0], [180, 10]]
    assert second.tolist() == [[-180, 10], [-170, 20]]


def test_a_line_that_ends_on_the_edge_is_not_cut() -> None:
    (piece,) = split_line(np.array([[170.0, 0], [180, 10]]))
    assert piece[:, 0].tolist() == [170, 180]


@given(start=longitudes, steps=walks, center_lon=st.floats(-180, 180))
def test_pieces_lie_within_the_map_and_are_as_long_as_the_line(
    start: float, steps: list[tuple[float, float]], center_lon: float
) -> None:
    line = walk(start, steps)
    pieces = split_line(line, center_lon=center_lon)
    for piece in pieces:
        assert (np.abs(piece[:, 0] - center_lon) <= 180 + 1e-6).all()
    travelled = sum(np.abs(np.diff(piece[:, 0])).sum() for piece in pieces)
    assert travelled == pytest.approx(np.abs(np.diff(line[:, 0])).sum(), abs=1e-6)


@given(start=longitudes, steps=walks, center_lon=st.floats(-180, 180))
def test_neighbouring_pieces_meet_on_opposite_edges(
    start: float, steps: list[tuple[float, float]], center_lon: float
) -> None:
    pieces = split_line(walk(start, steps), center_lon=center_lon)
    for before, after in pairwise(pieces):
        assert abs(before[-1, 0] - after[0, 0]) == pytest.approx(360)
        assert before[-1, 1] == pytest.approx(after[0, 1])


def test_a_ring_around_the_pole_is_closed_over_it() -> None:
    ring = np.array([[-120.0, -70], [0, -65], [120, -72], [-120, -70]])
    closed = shapely.Polygon(close_ring(ring))
    assert closed.is_valid
    assert closed.contains(shapely.Point(60, -85))
    assert not closed.contains(shapely.Point(60, -60))


def test_a_ring_beyond_180_is_moved_by_whole_turns_only() -> None:
    ring = np.array([[175.0, 0], [-175, 0], [-175, 10], [175, 0]])
    closed = close_ring(ring)
    assert np.allclose((closed - ring)[:, 0] % 360, 0)
    assert np.ptp(closed[:, 0]) == 10


def test_a_shape_over_the_edge_is_cut_into_its_two_sides() -> None:
    cut = cut_shape(shapely.box(170, 0, 200, 10), center_lon=0)
    assert sorted(part.bounds for part in cut.geoms) == [(-180, 0, -160, 10), (170, 0, 180, 10)]


def test_a_shape_that_touches_the_edge_is_not_cut() -> None:
    cut = cut_shape(shapely.box(170, 0, 180, 10), center_lon=0)
    assert [part.bounds for part in cut.geoms] == [(170, 0, 180, 10)]


@given(west=st.floats(-180, 180), width=st.floats(1, 170), center_lon=st.floats(-180, 180))
def test_cutting_a_shape_keeps_its_area_within_the_map(west: float, width: float, center_lon: float) -> None:
    cut = cut_shape(shapely.box(west, 0, west + width, 10), center_lon=center_lon)
    assert cut.area == pytest.approx(width * 10)
    assert cut.bounds[0] >= center_lon - 180 - 1e-9
    assert cut.bounds[2] <= center_lon + 180 + 1e-9


def test_an_empty_shape_stays_empty() -> None:
    assert cut_shape(shapely.MultiPolygon(), center_lon=140).is_empty
