"""The box of every country: enough to notice a point that lies in another part of the world."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.recipe.generalise import Shapes

MARGIN_DEGREES = 1

Box = tuple[int, int, int, int]


def boxes(countries: Shapes, codes: Mapping[str, str], dependencies: Shapes) -> dict[str, Box]:
    """West, south, east and north in whole degrees with a margin of one, by alpha-2 code, sorted.

    Args:
        countries: by id.
        codes: the alpha-2 codes of those countries that have one, by id.
        dependencies: by alpha-2 code, for codes that no country has.
    """
    shapes = dict(dependencies) | {codes[key]: shape for key, shape in countries.items() if key in codes}
    return {code: box(shape) for code, shape in sorted(shapes.items())}


def box(shape: BaseGeometry) -> Box:
    """The smallest box around a shape; one across 180 degrees has its west east of its east."""
    _, south, _, north = shape.bounds
    west, east = _reach(shape)
    width = east - west + 2 * MARGIN_DEGREES
    south, north = max(-90, math.floor(south) - MARGIN_DEGREES), min(90, math.ceil(north) + MARGIN_DEGREES)
    if width >= 360:
        return (-180, south, 180, north)
    return (_turn(west - MARGIN_DEGREES), south, _turn(east + MARGIN_DEGREES), north)


def _reach(shape: BaseGeometry) -> tuple[int, int]:
    """Where a shape begins and ends when one walks east around the earth and starts behind its widest gap."""
    parts = sorted((math.floor(part.bounds[0]), math.ceil(part.bounds[2])) for part in shapely.get_parts(shape))
    spans = [parts[0]]
    for west, east in parts[1:]:
        if west <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(east, spans[-1][1]))
        else:
            spans.append((west, east))
    around = [*spans, (spans[0][0] + 360, spans[0][1] + 360)]
    gaps = [(later[0] - earlier[1], place) for place, (earlier, later) in enumerate(pairwise(around))]
    _, last = max(gaps)
    return around[last + 1][0] - 360 * (last + 1 == len(spans)), around[last][1] + 360 * (last + 1 < len(spans))


def _turn(lon: int) -> int:
    return (lon + 180) % 360 - 180 if abs(lon) > 180 else lon
