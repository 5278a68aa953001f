"""Shapes and lines that cross the edge of a map: made continuous, or cut there.

A *continuous* ring runs on past 180 or -180 degrees instead of jumping to the
other side, so that it can be measured and cut like any ring in a plane.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Coordinates = NDArray[np.float64]

_TURN = 360.0
_POLE = 90.0


def unwrap(line: Coordinates) -> Coordinates:
    """Make the longitudes of a line continuous.

    Args:
        line: (n, 2) longitude and latitude in degrees.

    Returns:
        (n, 2); the first point stays, no step is longer than 180 degrees of longitude. Empty for an empty line.
    """
    continuous = line.copy()
    continuous[:, 0] = np.unwrap(line[:, 0], period=_TURN)
    return continuous


def wrap(lon: Coordinates) -> Coordinates:
    """Bring longitudes into [-180, 180]; both 180 and -180 stay what they are."""
    return lon - _TURN * np.round(lon / _TURN)


def close_ring(ring: Coordinates) -> Coordinates:
    """Turn a closed ring on the sphere into a closed, continuous ring in the plane of degrees.

    A ring around a pole does not come back to its start when it is unwrapped;
    it is closed over the pole on its side. The ring is then shifted by whole
    turns so that its middle lies in [-180, 180).
    """
    continuous = unwrap(ring)
    gap = continuous[-1, 0] - continuous[0, 0]
    if abs(gap) > _TURN / 2:
        continuous = _over_the_pole(unwrap(_started_at_edge(ring, eastward=gap > 0)))
    middle = (continuous[:, 0].min() + continuous[:, 0].max()) / 2
    continuous[:, 0] -= _TURN * np.floor((middle + _TURN / 2) / _TURN)
    return continuous


def _started_at_edge(ring: Coordinates, *, eastward: bool) -> Coordinates:
    """The closed ring, started at its point nearest to 180 degrees in the direction it runs."""
    points = ring[:-1]
    beyond = (points[:, 0] + _TURN / 2) % _TURN if eastward else (_TURN / 2 - points[:, 0]) % _TURN
    turned = np.roll(points, -int(np.argmin(beyond)), axis=0)
    return np.vstack([turned, turned[:1]])


def _over_the_pole(ring: Coordinates) -> Coordinates:
    pole = np.copysign(_POLE, ring[:, 1].mean())
    corners = np.array([[ring[-1, 0], pole], [ring[0, 0], pole], ring[0]])
    return np.concatenate([ring, corners])


def cut_shape(shape: BaseGeometry, *, center_lon: float) -> BaseGeometry:
    """Shift and cut a shape so that it lies within ``center_lon`` - 180 and ``center_lon`` + 180.

    Args:
        shape: polygons in degrees, each continuous; any whole turn will do.
        center_lon: middle of the map, in degrees.

    Returns:
        The same area as polygons, cut at the edge of the map where it crosses it. Empty for an empty shape.
    """
    if shape.is_empty:
        return shape
    west, east = center_lon - _TURN / 2, center_lon + _TURN / 2
    parts: list[shapely.Polygon] = []
    for polygon in shapely.get_parts(shape):
        parts += _windows_of(polygon, west, east)
    return shapely.MultiPolygon(parts)


def _windows_of(polygon: shapely.Polygon, west: float, east: float) -> list[shapely.Polygon]:
    """The polygon's parts in [west, east], each moved there by whole turns."""
    left, _, right, _ = polygon.bounds
    first, last = int(np.floor((left - west) / _TURN)), int(np.ceil((right - east) / _TURN))
    if first == last == 0:
        return [polygon]
    found: list[shapely.Polygon] = []
    for turn in range(first, last + 1):
        moved = shift(polygon, -_TURN * turn)
        inside = moved if _lies_within(moved, west, east) else _clip(moved, west, east)
        found += [part for part in shapely.get_parts(inside) if part.geom_type == "Polygon" and not part.is_empty]
    # What goes all round meets itself where it was cut before.
    return _joined(found) if right - left >= _TURN else found


def _joined(parts: list[shapely.Polygon]) -> list[shapely.Polygon]:
    return list(shapely.get_parts(shapely.union_all(parts)))


def _lies_within(polygon: BaseGeometry, west: float, east: float) -> bool:
    left, _, right, _ = polygon.bounds
    return bool(west <= left and right <= east)


def _clip(polygon: BaseGeometry, west: float, east: float) -> BaseGeometry:
    return polygon.intersection(shapely.box(west, -_POLE, east, _POLE))


def shift(shape: BaseGeometry, degrees: float) -> BaseGeometry:
    """Move a shape east by ``degrees``."""
    return shapely.transform(shape, lambda points: np.add(points, [degrees, 0.0]))


def split_line(line: Coordinates, *, center_lon: float = 0.0) -> list[Coordinates]:
    """Split a continuous line where it crosses the edge of a map centred on ``center_lon``.

    Args:
        line: (n, 2) continuous longitude and latitude in degrees, as ``unwrap`` or ``curves.geodesic`` give it.
        center_lon: middle of the map; its edges are 180 degrees away. 0 splits at the antimeridian.

    Returns:
        The pieces in order, each (m, 2) with m >= 2 and longitudes within ``center_lon`` - 180 and
        ``center_lon`` + 180; where the line is cut, both pieces end on the edge at the same latitude.
        A line that does not cross comes back as one piece, an empty one as none.
    """
    if len(line) == 0:
        return []
    west = center_lon - _TURN / 2
    points = _with_crossings(line, west)
    turns = np.floor((_midpoints(points)[:, 0] - west) / _TURN) if len(points) > 1 else np.zeros(0)
    starts = [0, *(np.flatnonzero(np.diff(turns)) + 1).tolist(), len(turns)]
    pieces = [points[a : b + 1] - [_TURN * turns[a], 0.0] for a, b in pairwise(starts) if b > a]
    return pieces or [_moved_into(points, west)]


def _moved_into(points: Coordinates, west: float) -> Coordinates:
    return np.asarray(points - [_TURN * np.floor((points[0, 0] - west) / _TURN), 0.0], dtype=np.float64)


def _midpoints(points: Coordinates) -> Coordinates:
    return (points[1:] + points[:-1]) / 2


def _with_crossings(line: Coordinates, west: float) -> Coordinates:
    """The line with a point more wherever a segment crosses an edge of the map."""
    points = [line[0]]
    for start, end in pairwise(line):
        points += [*_crossings(start, end, west), end]
    return np.array(points, dtype=np.float64)


def _crossings(start: Coordinates, end: Coordinates, west: float) -> list[Coordinates]:
    low, high = sorted([(start[0] - west) / _TURN, (end[0] - west) / _TURN])
    edges = [west + _TURN * k for k in range(int(np.floor(low)) + 1, int(np.ceil(high)))]
    if end[0] < start[0]:
        edges.reverse()
    return [_at_lon(start, end, edge) for edge in edges]


def _at_lon(start: Coordinates, end: Coordinates, lon: float) -> Coordinates:
    share = (lon - start[0]) / (end[0] - start[0])
    return np.array([lon, start[1] + share * (end[1] - start[1])])
