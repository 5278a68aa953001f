"""Curves are geodesics, the short way round, continuous and bowed to the right side."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod

from geodata.antimeridian import Coordinates
from geodata.curves import distance_km, geodesic, split_at_antimeridian

ISHIKAWA = (136.625573, 36.594682)
ICHINOSEKI = (141.1263889, 38.93444444)
BUFFALO = (-78.87837, 42.88645)
# Computed with another library (geographiclib) from the same points.
DISTANCES = {
    "irkutsk": (ISHIKAWA, (104.29076, 52.29566), 3069.3),
    "nanjing": (ISHIKAWA, (118.77778, 32.06167), 1714.7),
    "jeonju": (ISHIKAWA, (127.14889, 35.82194), 856.1),
    "vienna": (ICHINOSEKI, (16.37208, 48.20849), 8922.6),
    "kathmandu": (ICHINOSEKI, (85.3206, 27.70169), 5260.4),
    "luxor": (ICHINOSEKI, (32.6421, 25.69893), 9705.4),
    "emerald": (ICHINOSEKI, (148.15784, -23.52296), 6952.4),
    "ho chi minh city": (ICHINOSEKI, (106.62965, 10.82302), 4623.4),
}
GEOD = Geod(ellps="WGS84")
places = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


def length_km(line: Coordinates) -> float:
    return GEOD.line_length(line[:, 0], line[:, 1]) / 1000


@pytest.mark.parametrize(("start", "end", "km"), DISTANCES.values(), ids=DISTANCES)
def test_distances_agree_with_another_library(start: tuple[float, float], end: tuple[float, float], km: float) -> None:
    assert distance_km(start, end) == pytest.approx(km, abs=0.06)


@pytest.mark.parametrize(("start", "end", "km"), DISTANCES.values(), ids=DISTANCES)
def test_a_curve_is_as_long_as_the_shortest_way(
    start: tuple[float, float], end: tuple[float, float], km: float
) -> None:
    assert length_km(geodesic(start, end)) == pytest.approx(km, abs=0.06)


def test_points_lie_no_further_apart_than_asked() -> None:
    line = geodesic(ISHIKAWA, (104.29076, 52.29566), spacing_km=50)
    steps = [distance_km(tuple(a), tuple(b)) for a, b in pairwise(line)]
    assert max(steps) <= 50 + 1e-6
    assert len(line) == 63


def test_spacing_must_be_positive() -> None:
    with pytest.raises(ValueError, match="spacing_km"):
        geodesic(ISHIKAWA, ICHINOSEKI, spacing_km=0)


def test_equal_ends_give_the_point_twice() -> None:
    assert geodesic(ISHIKAWA, ISHIKAWA).tolist() == [list(ISHIKAWA)] * 2
    assert distance_km(ISHIKAWA, ISHIKAWA) == 0


@given(start=places, end=places)
def test_a_curve_begins_and_ends_at_its_places_without_a_jump(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    line = geodesic(start, end, spacing_km=500)
    assert tuple(line[0]) == start
    assert line[-1, 1] == pytest.approx(end[1])
    assert (line[-1, 0] - end[0]) % 360 == pytest.approx(0, abs=1e-6) or (line[-1, 0] - end[0]) % 360 > 359.999
    assert (np.abs(np.diff(line[:, 0])) <= 180 + 1e-9).all()


@given(start=places, end=places)
def test_a_curve_is_never_longer_than_half_way_round(start: tuple[float, float], end: tuple[float, float]) -> None:
    assert length_km(geodesic(start, end, spacing_km=500)) <= 20_004


def test_the_way_to_buffalo_runs_on_across_the_antimeridian() -> None:
    line = geodesic(ISHIKAWA, BUFFALO)
    assert line[:, 0].max() == pytest.approx(360 + BUFFALO[0])
    east, west = split_at_antimeridian(line)
    assert east[-1, 0] == 180
    assert west[0, 0] == -180
    assert east[-1, 1] == west[0, 1]


def test_a_positive_bow_lies_to_the_right_of_the_way() -> None:
    eastward = geodesic((0, 0), (20, 0), bow_km=100)
    westward = geodesic((20, 0), (0, 0), bow_km=100)
    assert eastward[len(eastward) // 2, 1] < -0.5
    assert westward[len(westward) // 2, 1] > 0.5


@given(start=places, end=places, bow_km=st.floats(-400, 400))
def test_a_bow_moves_the_middle_by_its_size_and_the_ends_not_at_all(
    start: tuple[float, float], end: tuple[float, float], bow_km: float
) -> None:
    assume(1000 < distance_km(start, end) < 15_000)
    assume(abs(bow_km) > 1)
    straight = geodesic(start, end, spacing_km=distance_km(start, end) / 9.5)
    bowed = geodesic(start, end, spacing_km=distance_km(start, end) / 9.5, bow_km=bow_km)
    assert len(straight) == len(bowed) == 11
    moved = [distance_km(tuple(a), tuple(b)) for a, b in zip(straight, bowed, strict=True)]
    assert moved[0] == pytest.approx(0, abs=1e-6)
    assert moved[-1] == pytest.approx(0, abs=1e-6)
    assert moved[5] == pytest.approx(abs(bow_km), rel=1e-6)
    assert max(moved) == pytest.approx(moved[5])


def test_bows_of_opposite_sign_leave_room_between_two_ties() -> None:
    one, other = (geodesic(ISHIKAWA, BUFFALO, bow_km=bow) for bow in (-150, 150))
    middle = len(one) // 2
    assert distance_km(tuple(one[middle]), tuple(other[middle])) == pytest.approx(300, rel=0.01)
