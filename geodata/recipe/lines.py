"""Lines of the map: borders on land, each once, and the boundary lines that school atlases draw at sea."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.recipe.generalise import Shapes
from geodata.recipe.worldview import UNDETERMINED

Point = tuple[float, float]

# Drawn by hand midway between the capes, on no survey: they show that a boundary is drawn here, not where it runs.
_AT_SEA: dict[str, tuple[Point, ...]] = {
    "hokkaido-sakhalin": ((140.6, 45.78), (141.3, 45.7), (142.0, 45.7), (142.7, 45.74), (143.6, 45.9)),
    "etorofu-uruppu": ((148.85, 45.95), (149.18, 45.56), (149.55, 45.2)),
    "kamchatka-shumushu": ((156.45, 51.1), (156.58, 50.86), (156.9, 50.6)),
}
_ON_LAND = "sakhalin-50n"


def borders(shapes: Shapes) -> BaseGeometry:
    """The borders that two shapes of a coverage share, each drawn once, as a MultiLineString."""
    count = Counter(edge for shape in shapes.values() for edge in _edges(shape))
    shared = [edge for edge, times in count.items() if times > 1]
    return _merged(shared)


def _edges(shape: BaseGeometry) -> Iterable[tuple[Point, Point]]:
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        points = [(float(lon), float(lat)) for lon, lat in shapely.get_coordinates(ring)]
        yield from ((min(a, b), max(a, b)) for a, b in pairwise(points))


def _merged(edges: list[tuple[Point, Point]]) -> BaseGeometry:
    merged = shapely.line_merge(shapely.MultiLineString(sorted(edges)))
    return shapely.MultiLineString(list(shapely.get_parts(merged)))


def boundaries(countries: Shapes) -> dict[str, shapely.LineString]:
    """The four boundary lines around Japan and what is undetermined, by id.

    Args:
        countries: the countries of the world layer; the line on Sakhalin is taken from them.
    """
    on_land = borders({key: countries[key] for key in ("RUS", UNDETERMINED)})
    drawn = {key: shapely.LineString(points) for key, points in _AT_SEA.items()}
    return dict(sorted({**drawn, _ON_LAND: shapely.get_parts(on_land)[0]}.items()))


def at_sea(lines: dict[str, shapely.LineString]) -> list[shapely.LineString]:
    """Those of ``boundaries`` that are not borders of the coverage already."""
    return [line for key, line in lines.items() if key != _ON_LAND]
