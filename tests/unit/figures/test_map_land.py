"""Land as compact paths: coasts closed, borders once, islets kept."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest

from dashboard.figures.map.frame import build_frame, fit_lens_frame
from dashboard.figures.map.land import find_surroundings, trace_area, trace_land
from dashboard.figures.map.records import MapBase, MapFrame

WORLD = MapBase(layer="world_110m", lon_range=(-97.0, 263.0), lat_range=(-58.0, 84.0))
NETWORK = build_frame((8.0, 158.0), (-30.0, 70.0), 1000.0)

Ring = list[tuple[int, int]]


def read_rings(path: str) -> list[Ring]:
    """Subpaths as absolute points."""
    rings = []
    for x, y, moves in re.findall(r"M(-?\d+) ?(-?\d+)l([-\d ]*)", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", moves)]
        ring = [(int(x), int(y))]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        rings.append(ring)
    return rings


def covers(path: str, frame: MapFrame, lon: float, lat: float) -> bool:
    """Whether a point lies on the land of a path, by counting crossings as the fill rule evenodd does."""
    ((x, y),) = frame.place([(lon, lat)]) * 2
    crossings = 0
    for ring in read_rings(path):
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("place", "lon", "lat", "is_land"),
    [
        ("Morioka", 141.15, 39.7, True),
        ("Irkutsk", 104.3, 52.3, True),
        ("Chukotka, beyond the antimeridian", -174.0, 66.5, True),
        ("Brasilia, at the far west", -47.9, -15.8, True),
        ("Kansas, at the far edge", -95.5, 39.0, True),
        ("the middle of the Pacific", -150.0, 0.0, False),
        ("the sea west of Japan", 135.0, 39.5, False),
        ("southern Sakhalin, which has its own path", 142.3, 47.2, False),
    ],
)
def test_land_is_where_land_is(place: str, lon: float, lat: float, is_land: bool) -> None:
    assert covers(trace_land(NETWORK, WORLD, grid=2).land, NETWORK, lon, lat) is is_land, place


def test_southern_sakhalin_is_left_white() -> None:
    assert covers(trace_land(NETWORK, WORLD, grid=2).undetermined, NETWORK, 142.3, 47.2)


def test_no_edge_is_both_coast_and_border() -> None:
    paths = trace_land(NETWORK, WORLD, grid=2)

    def steps(path: str) -> set[frozenset[tuple[int, int]]]:
        return {frozenset(pair) for ring in read_rings(path) for pair in itertools.pairwise(ring) if pair[0] != pair[1]}

    # The boundary that school atlases draw on Sakhalin ends the land that is filled, and is a border too.
    (west, y), (east, _) = np.rint(NETWORK.place([(142.15, 50.0), (143.99, 50.0)]) * 2).astype(int).tolist()
    assert steps(paths.land) & steps(paths.borders) == {frozenset({(west, y), (east, y)})}


def test_the_lens_shows_the_finer_layer_of_japan() -> None:
    frame = fit_lens_frame([(136.6, 36.6), (141.1, 38.9)])
    base = MapBase(layer="japan", lon_range=frame.lon_range, lat_range=frame.lat_range)
    land = trace_land(frame, base, grid=2).land
    assert covers(land, frame, 136.9, 37.3), "the Noto peninsula"
    assert not covers(land, frame, 137.3, 37.0), "the bay beside it"
    assert len(land) < 8_000


def test_an_area_has_a_path_and_an_unknown_one_none() -> None:
    assert trace_area("jiangsu", NETWORK, grid=2).startswith("M")
    assert trace_area("atlantis", NETWORK, grid=2) == ""


def test_the_area_around_a_point_is_found_unless_it_is_known_already() -> None:
    ichinoseki = (141.1264, 38.9344)
    assert find_surroundings("japan", [ichinoseki], ()) == ("iwate",)
    assert find_surroundings("japan", [ichinoseki], {"iwate"}) == ()
    assert find_surroundings("world_110m", [ichinoseki], ()) == ()
