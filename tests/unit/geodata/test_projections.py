"""Projections agree with PROJ and d3, go back and forth, and cut what leaves the map."""

from collections.abc import Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Proj

from geodata import layers
from geodata.antimeridian import Coordinates
from geodata.curves import geodesic
from geodata.projections import (
    BraunStereographic,
    CylindricalStereographic,
    GallStereographic,
    Orthographic,
    Projection,
    clip_to_box,
)

CENTERS = (0.0, 115.0, -150.0, 180.0)
longitudes = st.floats(-179.9, 179.9)
latitudes = st.floats(-89.9, 89.9)
centers = st.floats(-180, 180)


def points(*pairs: Sequence[float]) -> Coordinates:
    return np.array(pairs, dtype=float)


def same_place(one: Coordinates, other: Coordinates) -> bool:
    turns = (one[:, 0] - other[:, 0]) / 360
    return np.allclose(turns, np.round(turns), atol=1e-8) and np.allclose(one[:, 1], other[:, 1], atol=1e-6)


@pytest.mark.parametrize("center_lon", CENTERS)
def test_galls_projection_agrees_with_proj(center_lon: float) -> None:
    grid = points(*((lon, lat) for lon in range(-170, 180, 17) for lat in range(-85, 90, 10)))
    x, y = Proj(proj="gall", lon_0=center_lon, R=1)(grid[:, 0], grid[:, 1])
    assert np.allclose(GallStereographic(center_lon).project(grid), np.column_stack([x, -np.array(y)]), atol=1e-12)


def test_galls_projection_has_the_formula_that_d3_uses() -> None:
    (point,) = GallStereographic(100).project(points([130, 50]))
    half = np.cos(np.radians(45))
    assert point.tolist() == pytest.approx([np.radians(30) * half, -(1 + half) * np.tan(np.radians(25))])


def test_brauns_projection_gives_what_plotly_drew() -> None:
    # Read from a running plotly.js 4.1.1, "cylindrical stereographic" turned to 90 east: pixels, scale, origin.
    pixels = points([501.4536673984203, 102.23594364287987], [707.2683369921015, 591.7807384268575])
    scale, origin = 294.8077982399362, points([450, 377.1782116490718])
    drawn = (pixels - origin) / scale
    assert np.allclose(BraunStereographic(90).project(points([100, 50], [140, -40])), drawn, atol=1e-12)


@pytest.mark.parametrize(("center_lon", "center_lat"), [(0, 0), (135, 35), (-60, -20)])
def test_the_globe_agrees_with_proj_on_its_near_half(center_lon: float, center_lat: float) -> None:
    grid = points(*((center_lon + a, b) for a in range(-40, 41, 10) for b in range(-30, 31, 10)))
    x, y = Proj(proj="ortho", lon_0=center_lon, lat_0=center_lat, R=1)(grid[:, 0], grid[:, 1])
    assert np.allclose(
        Orthographic(center_lon, center_lat).project(grid), np.column_stack([x, -np.array(y)]), atol=1e-9
    )


@given(lon=longitudes, lat=latitudes, center=centers, parallel=st.floats(0, 80))
def test_cylinders_go_back_and_forth(lon: float, lat: float, center: float, parallel: float) -> None:
    projection = CylindricalStereographic(center, parallel)
    there = projection.project(points([lon, lat]))
    assert same_place(projection.invert(there), points([lon, lat]))


@given(lon=st.floats(-80, 80), lat=st.floats(-80, 80), center=centers)
def test_the_globe_goes_back_and_forth_on_its_near_half(lon: float, lat: float, center: float) -> None:
    projection = Orthographic(center)
    start = points([center + lon, lat])
    assert same_place(projection.invert(projection.project(start)), start)


def test_points_off_the_map_are_nan() -> None:
    assert np.isnan(GallStereographic(0).invert(points([3, 0], [0, 5]))).all()
    assert np.isnan(Orthographic(0, 0).invert(points([1.1, 0]))).all()
    assert np.isnan(Orthographic(0, 0).project(points([170, 0]))).all()


@pytest.mark.parametrize("projection", [GallStereographic(140), BraunStereographic(0), Orthographic(140, 35)])
def test_nothing_in_gives_nothing_out(projection: Projection) -> None:
    assert projection.project(np.empty((0, 2))).shape == (0, 2)
    assert projection.invert(np.empty((0, 2))).shape == (0, 2)
    assert projection.project_line(np.empty((0, 2))) == []


def test_north_is_up() -> None:
    for projection in (GallStereographic(140), Orthographic(140, 0)):
        south, north = projection.project(points([140, 10], [140, 20]))
        assert north[1] < south[1]


def test_a_curve_over_the_edge_is_drawn_in_two_pieces() -> None:
    line = geodesic((136.6, 36.6), (-78.9, 42.9))
    assert len(GallStereographic(0).project_line(line)) == 2
    assert len(GallStereographic(150).project_line(line)) == 1


def test_a_shape_that_ends_on_the_edge_stays_on_its_side() -> None:
    drawn = GallStereographic(0).project_shape(shapely.box(170, 0, 180, 10))
    assert drawn.bounds[0] > 0


def test_russia_is_whole_on_a_map_centred_on_japan_and_cut_on_one_centred_on_greenwich() -> None:
    russia = layers.shapes("world_110m")["RUS"]
    whole = shapely.get_num_geometries(russia)
    assert shapely.get_num_geometries(GallStereographic(140).project_shape(russia)) == whole
    assert shapely.get_num_geometries(GallStereographic(0).project_shape(russia)) > whole


@pytest.mark.parametrize("center_lon", [0.0, 115.0, 150.0, -75.0])
def test_the_whole_world_stays_within_the_map_and_valid(center_lon: float) -> None:
    projection = BraunStereographic(center_lon)
    for key, shape in layers.shapes("world_110m").items():
        drawn = projection.project_shape(shape)
        assert drawn.is_valid, key
        assert np.abs(shapely.get_coordinates(drawn)[:, 0]).max() <= np.pi + 1e-9, key


def test_a_line_round_the_globe_is_seen_on_its_near_half_only() -> None:
    equator = points(*((lon, 0) for lon in range(-180, 181, 10)))
    (piece,) = Orthographic(0, 0).project_line(equator)
    assert piece[0].tolist() == pytest.approx([-1, 0])
    assert piece[-1].tolist() == pytest.approx([1, 0])


@given(center_lon=centers, center_lat=st.floats(-80, 80))
def test_no_drawn_piece_leaves_the_disc(center_lon: float, center_lat: float) -> None:
    line = geodesic((136.6, 36.6), (-51.2, -30.0))
    for piece in Orthographic(center_lon, center_lat).project_line(line):
        assert (np.hypot(*piece.T) <= 1 + 1e-9).all()
        assert len(piece) >= 2


def test_points_and_lines_are_projected_as_such() -> None:
    projection = GallStereographic(140)
    assert projection.project_shape(layers.shapes("islands")["takeshima"]).geom_type == "Point"
    assert projection.project_shape(layers.shapes("boundaries")["sakhalin-50n"]).length > 0
    assert Orthographic(140, 40).project_shape(layers.borders()).length > 0


def test_the_globe_refuses_polygons() -> None:
    with pytest.raises(NotImplementedError):
        Orthographic(140, 40).project_shape(shapely.box(0, 0, 1, 1))


def test_clipping_keeps_what_lies_in_the_box() -> None:
    clipped = clip_to_box(shapely.MultiPolygon([shapely.box(0, 0, 2, 2), shapely.box(5, 5, 6, 6)]), (1, 1, 3, 3))
    assert clipped.equals(shapely.box(1, 1, 2, 2))


def test_clipping_leaves_out_what_only_touches_the_box() -> None:
    assert clip_to_box(shapely.box(0, 0, 1, 1), (1, 0, 2, 1)).is_empty
    assert clip_to_box(shapely.LineString([(0, 0), (1, 0)]), (1, -1, 2, 1)).is_empty
