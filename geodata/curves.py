"""Curves between places: geodesics, bowed ties, and how far it is."""

from __future__ import annotations

import numpy as np
from pyproj import Geod

from geodata.antimeridian import Coordinates, split_line, unwrap

_WGS84 = Geod(ellps="WGS84")
_M_PER_KM = 1000.0

Position = tuple[float, float]
"""Longitude and latitude in degrees, WGS 84."""


def geodesic(start: Position, end: Position, *, spacing_km: float = 100.0, bow_km: float = 0.0) -> Coordinates:
    """The shortest way over the ellipsoid, as a line of points.

    Args:
        start: longitude and latitude in degrees.
        end: longitude and latitude in degrees.
        spacing_km: no two neighbouring points of the geodesic lie further apart; must be positive.
        bow_km: how far the middle of the curve is moved sideways, positive to the right of the way from start to
            end. Between its ends the curve is moved by the sine of the way done, so that several ties between the
            same two places can be drawn side by side.

    Returns:
        (n, 2) longitude and latitude, n >= 2, evenly spaced. The first longitude is that of ``start``; the others
        run on from it without a jump, so they pass 180 or -180 when the way crosses the antimeridian
        (``split_at_antimeridian`` cuts there). Equal ends give the point twice; of antipodes one way is chosen,
        always the same.

    Raises:
        ValueError: ``spacing_km`` is not positive.
    """
    if spacing_km <= 0:
        raise ValueError(f"spacing_km must be positive, not {spacing_km}")
    azimuth, _, length_m = _WGS84.inv(*start, *end)
    pieces = max(1, int(np.ceil(length_m / _M_PER_KM / spacing_km)))
    share = np.linspace(0.0, 1.0, pieces + 1)
    line = _points_on_the_way(start, azimuth, share * length_m)
    line[-1] = end
    if bow_km:
        line = _bowed(line, end, share, bow_km)
    line[0] = start
    return unwrap(line)


def _points_on_the_way(start: Position, azimuth: float, distances_m: Coordinates) -> Coordinates:
    count = len(distances_m)
    lon, lat, _ = _WGS84.fwd(np.full(count, start[0]), np.full(count, start[1]), np.full(count, azimuth), distances_m)
    return np.column_stack([lon, lat])


def _bowed(line: Coordinates, end: Position, share: Coordinates, bow_km: float) -> Coordinates:
    """The line moved to the right of its way; at the end the way is that of the last step."""
    ahead = np.vstack([line[1:], [end]])
    azimuth, _, _ = _WGS84.inv(line[:, 0], line[:, 1], ahead[:, 0], ahead[:, 1])
    offset_m = bow_km * _M_PER_KM * np.sin(np.pi * share)
    offset_m[-1] = 0.0
    lon, lat, _ = _WGS84.fwd(line[:, 0], line[:, 1], np.asarray(azimuth) + 90.0, offset_m)
    return np.column_stack([lon, lat])


def split_at_antimeridian(line: Coordinates) -> list[Coordinates]:
    """Cut a continuous line at the antimeridian into pieces with longitudes within -180 and 180.

    See ``antimeridian.split_line``, which cuts at the edge of any map.
    """
    return split_line(line)


def distance_km(start: Position, end: Position) -> float:
    """Length of the geodesic between two places (longitude, latitude), in kilometres; 0 for equal places."""
    return float(_WGS84.inv(*start, *end)[2]) / _M_PER_KM
