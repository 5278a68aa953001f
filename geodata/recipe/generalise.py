"""Fewer points: coverages simplified, small islets left out, coordinates on a grid, rings clockwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geodata.antimeridian import Coordinates, shift

Shapes = dict[str, BaseGeometry]
"""Polygons by id: ISO 3166-1 alpha-3 for countries, a slug for provinces."""

_WGS84 = Geod(ellps="WGS84")
_M2_PER_KM2 = 1e6
_TURN = 360.0
_HALF_TURN = 180.0


class CoverageError(Exception):
    """Shapes that should fit together without gaps or overlaps do not."""


def require_coverage(shapes: Shapes) -> Shapes:
    """Hand the shapes back if they are valid and fit together; raise CoverageError, naming the culprits, if not."""
    values = np.array(list(shapes.values()), dtype=object)
    edges = shapely.coverage_invalid_edges(values)
    wrong = [
        key
        for key, shape, edge in zip(shapes, values, edges, strict=True)
        if not (shape.is_valid and shapely.is_empty(edge))
    ]
    if wrong:
        raise CoverageError(f"these do not fit together: {', '.join(wrong)}")
    return shapes


def join_across_antimeridian(shapes: Shapes) -> Shapes:
    """Join what Natural Earth cuts at 180 degrees; such countries then run on beyond 180. A polar cap stays cut."""
    return {key: _join(shape) for key, shape in shapes.items()}


def _join(shape: BaseGeometry) -> BaseGeometry:
    west, south, east, _ = shape.bounds
    # Only Antarctica lies so far south.
    if west > -_HALF_TURN or east < _HALF_TURN or south < -85:
        return shape
    moved = [_onto_seam(shift(part, _TURN) if part.bounds[2] < 0 else part) for part in shapely.get_parts(shape)]
    return shapely.MultiPolygon(list(shapely.get_parts(shapely.union_all(moved))))


def _onto_seam(part: BaseGeometry) -> BaseGeometry:
    """The part, its points a few metres off 180 degrees put on it: the two halves would not meet otherwise."""
    near = 1e-3
    lon, lat = shapely.get_coordinates(part).T
    on_seam = np.where(np.abs(lon - _HALF_TURN) < near, _HALF_TURN, lon)
    return shapely.set_coordinates(part, np.column_stack([on_seam, lat]))


def drop_islets(shapes: Shapes, *, least_km2: float, keep: Sequence[shapely.Point], keep_ids: Sequence[str]) -> Shapes:
    """Leave out parts too small to be seen.

    Args:
        shapes: polygons by id.
        least_km2: parts of at least this area stay.
        keep: parts within 0.05 degrees of one of these points stay.
        keep_ids: of these ids every part stays.

    Returns:
        The same ids; the largest part of each always stays.
    """
    kept = shapely.union_all(list(keep)).buffer(0.05)
    return {key: shape if key in keep_ids else _without_islets(shape, least_km2, kept) for key, shape in shapes.items()}


def _without_islets(shape: BaseGeometry, least_km2: float, kept: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    sizes = [area_km2(part) for part in parts]
    largest = max(sizes)
    return shapely.MultiPolygon(
        [
            part
            for part, size in zip(parts, sizes, strict=True)
            if size == largest or size >= least_km2 or part.intersects(kept)
        ]
    )


def area_km2(shape: BaseGeometry) -> float:
    """Area on the ellipsoid, in square kilometres."""
    return abs(float(_WGS84.geometry_area_perimeter(shape)[0])) / _M2_PER_KM2


def simplify(shapes: Shapes, *, tolerance: float) -> Shapes:
    """Simplify a coverage; ``tolerance`` in degrees is the root of the area of the smallest bend that stays."""
    values = shapely.coverage_simplify(list(shapes.values()), tolerance)
    return dict(zip(shapes, values, strict=True))


def snap(shapes: Shapes, *, step: float) -> Shapes:
    """Put every point on the grid of ``step`` degrees; shared borders stay shared, rings without area are left out."""
    return {key: _snap(shape, step) for key, shape in shapes.items()}


def _snap(shape: BaseGeometry, step: float) -> BaseGeometry:
    moved = shapely.transform(shape, lambda points: np.round(np.round(points / step) * step, 9))
    solid = [_without_flat_holes(part) for part in shapely.get_parts(moved) if shapely.Polygon(part.exterior).area > 0]
    return shapely.remove_repeated_points(shapely.MultiPolygon(solid))


def _without_flat_holes(part: shapely.Polygon) -> shapely.Polygon:
    return shapely.Polygon(part.exterior, [hole for hole in part.interiors if shapely.Polygon(hole).area > 0])


def bend_along_parallels(shapes: Shapes, *, longest: float, step: float) -> Shapes:
    """Add points to long edges, so that a globe's great circles follow them.

    Args:
        shapes: a coverage.
        longest: no edge spans more degrees of longitude than this afterwards.
        step: grid of the added points, in degrees.

    Returns:
        The coverage; an edge shared by two shapes gets the same points in both.
    """
    return {key: _map_rings(shape, lambda ring: _bend(ring, longest, step)) for key, shape in shapes.items()}


def _map_rings(shape: BaseGeometry, change: Callable[[Coordinates], Coordinates]) -> BaseGeometry:
    changed = []
    for polygon in shapely.get_parts(shape):
        shell, *holes = (change(shapely.get_coordinates(ring)) for ring in shapely.get_rings(polygon))
        changed.append(shapely.Polygon(shell, holes))
    return shapely.MultiPolygon(changed)


def _bend(ring: Coordinates, longest: float, step: float) -> Coordinates:
    points = [ring[:1]]
    for start, end in pairwise(ring):
        pieces = int(np.ceil(abs(end[0] - start[0]) / longest))
        points += [_between(start, end, pieces, step), end[None]]
    return np.concatenate(points)


def _between(start: Coordinates, end: Coordinates, pieces: int, step: float) -> Coordinates:
    if pieces <= 1:
        return np.empty((0, 2))
    backwards = tuple(end) < tuple(start)
    first, last = (end, start) if backwards else (start, end)
    shares = np.arange(1, pieces)[:, None] / pieces
    points = np.round(np.round((first + shares * (last - first)) / step) * step, 9)
    return points[::-1] if backwards else points


def clockwise(shapes: Shapes) -> Shapes:
    """Outer rings clockwise, holes counter-clockwise, as Plotly and d3 read the inside of a ring."""
    return {key: shapely.orient_polygons(shape, exterior_cw=True) for key, shape in shapes.items()}
