"""TopoJSON is written exactly and read back as it was."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geodata import topology
from geodata.topology import Grid

GRID = Grid(0.01)
HOLED = shapely.Polygon(
    [(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)], [[(3, 3), (6, 3), (6, 6), (3, 6), (3, 3)]]
)  # clockwise outside, counter-clockwise inside


def feature(key: str, shape: BaseGeometry) -> dict[str, Any]:
    return {"id": key, "properties": {"ct": [0.0, 0.0]}, "geometry": shape}


def there_and_back(**shapes: BaseGeometry) -> tuple[dict[str, Any], dict[str, BaseGeometry]]:
    encoded = topology.encode({"all": [feature(key, shape) for key, shape in shapes.items()]}, GRID)
    read = json.loads(json.dumps(encoded))
    return encoded, {entry["id"]: entry["geometry"] for entry in topology.decode(read, "all")}


def test_a_border_of_two_neighbours_is_stored_once() -> None:
    encoded, shapes = there_and_back(west=shapely.box(0, 0, 1, 1), east=shapely.box(1, 0, 2, 1))
    assert len(encoded["arcs"]) == 3
    assert shapes["west"].equals(shapely.box(0, 0, 1, 1))
    assert shapes["east"].equals(shapely.box(1, 0, 2, 1))


def test_an_enclave_shares_its_only_ring() -> None:
    enclave = shapely.Polygon([(6, 3), (3, 3), (3, 6), (6, 6), (6, 3)])
    encoded, shapes = there_and_back(around=HOLED, within=enclave)
    assert len(encoded["arcs"]) == 2
    assert shapely.coverage_is_valid([shapes["around"].geoms[0], shapes["within"].geoms[0]])


def test_directions_of_rings_are_kept() -> None:
    _, shapes = there_and_back(one=HOLED)
    (polygon,) = shapes["one"].geoms
    assert not polygon.exterior.is_ccw
    assert polygon.interiors[0].is_ccw


def test_lines_share_the_arcs_of_shapes() -> None:
    square = shapely.box(0, 0, 1, 1)
    objects = {"land": [{"geometry": square}], "coast": [{"geometry": shapely.MultiLineString([square.exterior])}]}
    encoded = topology.encode(objects, GRID)
    assert len(encoded["arcs"]) == 1
    (coast,) = topology.decode(encoded, "coast")
    assert coast["geometry"].equals(square.exterior)


def test_an_object_without_features_is_an_empty_collection() -> None:
    encoded = topology.encode({"ocean": []}, GRID)
    assert encoded["objects"]["ocean"] == {"type": "GeometryCollection", "geometries": []}
    assert topology.decode(encoded, "ocean") == []


def test_an_object_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        topology.decode(topology.encode({}, GRID), "land")


def test_a_shape_over_180_degrees_is_written_wrapped_and_read_continuous() -> None:
    encoded, shapes = there_and_back(fiji=shapely.box(178, -19, 182, -16))
    assert all(0 <= x <= 36_000 for arc in encoded["arcs"] for x in accumulated(arc))
    assert shapes["fiji"].bounds in {(178, -19, 182, -16), (-182, -19, -178, -16)}


def accumulated(arc: list[list[int]]) -> Iterator[int]:
    x = 0
    for dx, _ in arc:
        x += dx
        yield x


def test_a_polar_cap_is_written_as_one_ring_and_read_down_to_the_pole() -> None:
    cap = shapely.Polygon(
        [(-180, -90), (-180, -70), (-60, -65), (60, -75), (180, -70), (180, -90), (-180, -90)],
    )
    encoded, shapes = there_and_back(cap=cap)
    assert len(encoded["arcs"]) == 1
    assert shapes["cap"].equals(cap)


@given(
    west=st.integers(-17_900, 17_000),
    south=st.integers(-8_000, 8_000),
    width=st.integers(1, 900),
    height=st.integers(1, 900),
)
def test_any_box_on_the_grid_comes_back_exactly(west: int, south: int, width: int, height: int) -> None:
    box = shapely.box(west / 100, south / 100, (west + width) / 100, (south + height) / 100)
    _, shapes = there_and_back(box=box)
    assert shapes["box"].equals(shapely.MultiPolygon([box]))
