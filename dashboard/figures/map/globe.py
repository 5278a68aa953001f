"""The land as the turning globe has it: few points, in pieces that are small enough to be hidden as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import layers

Ring = list[float]
"""lon, lat, lon, lat … in degrees with one decimal; the last point is the one before the first."""

_CELL = 30  # degrees; a piece must lie on one half of the globe when its middle faces away
_FINEST = 0.2  # degrees, of the simplified outline
_LONGEST = 7.5  # degrees between two points, so that edges follow the horizon
_LEAST_AREA = 0.1  # square degrees


def cut_land() -> list[Ring]:
    """The world's land as rings without holes.

    Pieces meet along the cells of a graticule, so that one fill shows no seams.
    """
    land = shapely.make_valid(shapely.simplify(layers.land(), _FINEST))
    return [_flatten(ring) for piece in _pieces(land) for ring in _rings(piece)]


def _pieces(land: BaseGeometry) -> Iterator[BaseGeometry]:
    for west, south in product(range(-210, 210, _CELL), range(-90, 90, _CELL)):
        yield shapely.clip_by_rect(land, west, south, west + _CELL, south + _CELL)


def _rings(piece: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in shapely.get_parts(piece):
        if part.geom_type == "Polygon" and part.area >= _LEAST_AREA:
            yield shapely.segmentize(part.exterior, _LONGEST)


def _flatten(ring: BaseGeometry) -> Ring:
    return [round(float(value), 1) for point in shapely.get_coordinates(ring)[:-1] for value in point]
