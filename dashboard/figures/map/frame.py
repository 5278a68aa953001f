"""Frames of the map: which part of the world, fitted to what is shown on it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from dashboard.figures.map.records import LonLat, MapFrame
from geodata.projections import CylindricalStereographic

WIDTH = 1000.0
LENS_WIDTH = 300.0
LENS_HEIGHT = 240.0

SOUTH, NORTH = -58.0, 84.0  # of the land that is drawn; there is no settlement beyond
_WHOLE_WORLD = ((-30.0, -45.0), (330.0, 75.0))
_MARGIN = 0.06  # of the span, on each side
_SNAP = 2.0  # degrees
_LEAST_SPAN = (40.0, 30.0)
_LENS_HOMES_APART = 0.42  # of the lens's width
_SMALL_MARGIN = 0.17  # of the span, on each side: names need more of a small map
_SMALL_LEAST_SPANS = (13.0, 24.0)  # degrees of longitude, around one point and around several
_SMALL_RATIO = 1.5  # width to height
COURSE_RATIO = 0.6  # width to height of the picture of a river's course
_COURSE_MARGIN = 0.1  # of the span, on each side


def near_longitude(lon: float, reference: float) -> float:
    """``lon`` turned by whole circles so that it lies less than half a circle from ``reference``."""
    return reference + (lon - reference + 180.0) % 360.0 - 180.0


def fit_frame(points: Sequence[LonLat]) -> MapFrame:
    """A frame 1000 units wide around all points (lon, lat) with a margin, snapped to even degrees.

    Longitudes may run on across the antimeridian. No points give the whole inhabited world.
    """
    if not points:
        (west, south), (east, north) = _WHOLE_WORLD
        return build_frame((west, east), (south, north), WIDTH)
    lons, lats = np.asarray(points, dtype=float).T
    west, east = _widen(lons.min(), lons.max(), _LEAST_SPAN[0])
    south, north = _widen(lats.min(), lats.max(), _LEAST_SPAN[1])
    middle = (west + east) / 2
    west, east = max(west, middle - 180), min(east, middle + 180)
    return build_frame((west, east), (max(south, SOUTH), min(north, NORTH)), WIDTH)


def build_frame(lon_range: LonLat, lat_range: LonLat, width: float) -> MapFrame:
    """The frame of exactly these ranges, ``width`` units wide."""
    (west, east), (south, north) = lon_range, lat_range
    scale = width / math.radians(east - west)
    top, bottom = (-_northing(lat) for lat in (north, south))
    return MapFrame(
        center_lon=round((west + east) / 2, 3),
        lon_range=(west, east),
        lat_range=(south, north),
        width=width,
        height=round((bottom - top) * scale, 1),
        scale=round(scale, 4),
    )


def fit_lens_frame(homes: Sequence[LonLat]) -> MapFrame:
    """A small frame around the homes (two or more different points, lon, lat), in which they stand well apart."""
    lons, lats = np.asarray(homes, dtype=float).T
    middle = ((lons.min() + lons.max()) / 2, (lats.min() + lats.max()) / 2)
    projected = CylindricalStereographic(center_lon=float(middle[0])).project(np.asarray(homes, dtype=float))
    half = math.hypot(*np.ptp(projected, axis=0)) / _LENS_HOMES_APART / 2
    west, east = (round(float(middle[0]) + side * math.degrees(half), 2) for side in (-1, 1))
    half_height = half * LENS_HEIGHT / LENS_WIDTH
    south, north = (round(_latitude(middle[1], half_height * side), 2) for side in (-1, 1))
    return build_frame((west, east), (south, north), LENS_WIDTH)


def fit_small_frame(points: Sequence[LonLat]) -> MapFrame:
    """A frame 1000 units wide, three to two, around one or more points (lon, lat), closest around a single one.

    Longitudes may run on across the antimeridian. It is flatter where its height would reach beyond the land's.
    """
    return _fit_around(points, _SMALL_RATIO, _SMALL_MARGIN, _SMALL_LEAST_SPANS[len(points) > 1])


def fit_course_frame(points: Sequence[LonLat]) -> MapFrame:
    """A frame 1000 units wide, higher than wide, around the course of a river (lon, lat)."""
    return _fit_around(points, COURSE_RATIO, _COURSE_MARGIN, 0.0)


def _fit_around(points: Sequence[LonLat], ratio: float, margin: float, least_span: float) -> MapFrame:
    lons, lats = np.asarray(points, dtype=float).T
    tops = [_northing(lat) for lat in (lats.min(), lats.max())]
    spread = 1 + 2 * margin
    half = max(
        math.radians(max(np.ptp(lons) * spread, least_span)) / 2,
        ratio * abs(tops[1] - tops[0]) * spread / 2,
    )
    half = min(half, math.pi)
    middle = float(lons.min() + lons.max()) / 2
    south, north = _keep_within(sum(tops) / 2, half / ratio)
    west, east = (round(middle + side * math.degrees(half), 2) for side in (-1, 1))
    return build_frame((west, east), (south, north), WIDTH)


def _keep_within(middle: float, half: float) -> LonLat:
    """South and north of a band of the plane, moved to lie within the land that is drawn."""
    lowest, highest = _northing(SOUTH), _northing(NORTH)
    half = min(half, (highest - lowest) / 2)
    middle = min(max(middle, lowest + half), highest - half)
    return (round(_latitude(0.0, middle - half), 2), round(_latitude(0.0, middle + half), 2))


def _widen(low: float, high: float, least: float) -> LonLat:
    spare = max((high - low) * _MARGIN, (least - (high - low)) / 2)
    return (math.floor((low - spare) / _SNAP) * _SNAP, math.ceil((high + spare) / _SNAP) * _SNAP)


def _latitude(lat: float, northwards: float) -> float:
    """The latitude that lies ``northwards`` of ``lat``, in units of the projection."""
    return math.degrees(2 * math.atan((_northing(lat) + northwards) / 2))


def _northing(lat: float) -> float:
    return float(-CylindricalStereographic(center_lon=0.0).project(np.array([(0.0, lat)]))[0, 1])
