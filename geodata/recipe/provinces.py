"""Provinces fitted into a country of another scale, so that their edges coincide with the country's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.recipe.generalise import Shapes

_REACH_DEGREES = 0.5  # how far the two scales may disagree about a coast
_STEP_DEGREES = 0.05
_HAIR_DEGREES = 1e-6
_LEAST_AREA = 5e-3  # square degrees; below that a part is a splinter of the fit, not an island


@dataclass(frozen=True)
class Province:
    """A province that the program can fill: its slug, its country, its name in the source."""

    id: str
    country: str
    name: str


PROVINCES = (
    Province("irkutsk", "RUS", "Irkutsk"),
    Province("ishikawa", "JPN", "Ishikawa"),
    Province("iwate", "JPN", "Iwate"),
    Province("jeollabuk-do", "KOR", "North Jeolla"),
    Province("jiangsu", "CHN", "Jiangsu"),
)


def fit(
    country: BaseGeometry, province: BaseGeometry, others: Sequence[BaseGeometry]
) -> tuple[BaseGeometry, BaseGeometry]:
    """The part of ``country`` that is the province, and the rest.

    Args:
        country: polygons in degrees, at the scale of the map.
        province: the province at its own scale.
        others: the country's other provinces, sharing their borders with ``province``.

    Returns:
        Two shapes that share their border exactly. The first has inland the province's own border, along the coast
        the country's edge; land that only ``country`` has goes to the nearest province.
    """
    nearby = shapely.union_all([other for other in others if other.distance(province) < _REACH_DEGREES])
    mine = shapely.union_all([province, *_nearest(country, province, nearby)])
    # The breadth of a hair closes what rounding leaves open between the pieces.
    mine = mine.buffer(_HAIR_DEGREES, join_style="mitre").difference(nearby)
    # Both from the same overlay: a difference from the fitted part itself would leave splinters along the coast.
    inside, outside = _polygons(country.intersection(mine)), _polygons(country.difference(mine))
    kept = [part for part in inside if part.area > _LEAST_AREA]
    rest = [*outside, *(part for part in inside if part.area <= _LEAST_AREA)]
    return shapely.coverage_union_all(kept), shapely.coverage_union_all(rest)


def _polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]


def _nearest(country: BaseGeometry, province: BaseGeometry, others: BaseGeometry) -> list[BaseGeometry]:
    """Triangles of the country's land that no province claims, as far as they lie nearest to ``province``."""
    around = country.intersection(province.buffer(_REACH_DEGREES))
    unclaimed = shapely.multipolygons(_polygons(around.difference(province).difference(others)))
    triangles = shapely.get_parts(shapely.constrained_delaunay_triangles(shapely.segmentize(unclaimed, _STEP_DEGREES)))
    centers = shapely.centroid(triangles)
    return list(triangles[shapely.distance(centers, province) < shapely.distance(centers, others)])


def carve(shapes: Shapes, provinces: dict[str, Shapes]) -> Shapes:
    """Split countries into their provinces and the rest.

    Args:
        shapes: countries by id, a valid coverage.
        provinces: for every country of ``PROVINCES`` all its provinces, by a name that begins with the source's.

    Returns:
        The coverage with a key ``country/slug`` for each province; the country's own key keeps the rest.
    """
    carved = dict(shapes)
    for province in PROVINCES:
        own, others = told_apart(provinces[province.country], province.name)
        part, rest = fit(carved[province.country], own, list(others.values()))
        carved |= {f"{province.country}/{province.id}": part, province.country: rest}
    return {key: carved[key] for key in sorted(carved)}


def told_apart(provinces: Shapes, name: str) -> tuple[BaseGeometry, Shapes]:
    """The one province of that name, and the others.

    Args:
        provinces: by name and row, as ``upstream.read_provinces`` gives them.
        name: the name in the source.

    Raises:
        ValueError: not exactly one province bears the name.
    """
    own = [key for key in provinces if key.rpartition(" ")[0] == name]
    if len(own) != 1:
        raise ValueError(f"{len(own)} provinces are called {name}")
    return provinces[own[0]], {key: shape for key, shape in provinces.items() if key != own[0]}


def merge(shapes: Shapes) -> Shapes:
    """Undo ``carve``: whole countries again, by id."""
    parts: dict[str, list[BaseGeometry]] = {}
    for key, shape in shapes.items():
        parts.setdefault(key.partition("/")[0], []).append(shape)
    return {key: shapely.coverage_union_all(found) for key, found in parts.items()}
