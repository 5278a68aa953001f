"""TopoJSON, written and read: shapes on an integer grid, every shared border stored once.

The writer keeps rings exactly as they come, direction included: Plotly fills
the outside of a ring that runs the wrong way round, and floods the globe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.antimeridian import Coordinates, close_ring, unwrap

Point = tuple[int, int]
Ring = tuple[Point, ...]
Json = dict[str, Any]

_TURN = 360.0


@dataclass(frozen=True)
class Grid:
    """The integer grid of a topology; ``step`` in degrees, counted from (-180, -90)."""

    step: float

    def snap(self, coordinates: Coordinates) -> list[Point]:
        """Grid points of (n, 2) degrees, on the sphere: longitudes wrapped, 180 for -180, no pole, no repetition."""
        columns = round(_TURN / self.step)
        x = np.rint((coordinates[:, 0] + 180.0) / self.step).astype(np.int64) % columns
        y = np.rint((coordinates[:, 1] + 90.0) / self.step).astype(np.int64)
        x[x == 0] = columns
        inside = [(int(a), int(b)) for a, b in zip(x, y, strict=True) if b > 0]
        return [point for at, point in enumerate(inside) if at == 0 or point != inside[at - 1]]

    def degrees(self, points: NDArray[np.int64]) -> Coordinates:
        """(n, 2) degrees of (n, 2) grid points, rounded to what the grid can say."""
        return np.round(points * self.step + [-180.0, -90.0], 9)


@dataclass
class _Arcs:
    """The arcs of a topology, each stored once; an arc walked backwards is named by ``~index``."""

    junctions: frozenset[Point]
    index: dict[Ring, int] = field(default_factory=dict)

    def of_ring(self, ring: Ring) -> list[int]:
        return [self._number(arc) for arc in _cut(_turned(ring, self.junctions), self.junctions)]

    def _number(self, arc: Ring) -> int:
        if arc[::-1] in self.index:
            return ~self.index[arc[::-1]]
        return self.index.setdefault(arc, len(self.index))


def _turned(ring: Ring, junctions: frozenset[Point]) -> Ring:
    """The closed ring, started at a junction, or else at its least point, so that equal rings become equal."""
    points = ring[:-1]
    start = next((at for at, point in enumerate(points) if point in junctions), points.index(min(points)))
    return (*points[start:], *points[: start + 1])


def _cut(ring: Ring, junctions: frozenset[Point]) -> Iterable[Ring]:
    start = 0
    for at in range(1, len(ring)):
        if ring[at] in junctions or at == len(ring) - 1:
            yield ring[start : at + 1]
            start = at


def _junctions(rings: Iterable[Ring]) -> frozenset[Point]:
    """Points where borders part: their neighbours are not the same in every ring that passes."""
    neighbours: dict[Point, frozenset[Point]] = {}
    found: set[Point] = set()
    for ring in rings:
        points = ring[:-1]
        for at, point in enumerate(points):
            beside = frozenset((points[at - 1], points[(at + 1) % len(points)]))
            if neighbours.setdefault(point, beside) != beside:
                found.add(point)
    return frozenset(found)


def encode(objects: Mapping[str, Sequence[Json]], grid: Grid) -> Json:
    """Write collections of features as one TopoJSON topology.

    Args:
        objects: by object name, GeoJSON-like features ``{"id"?, "properties"?, "geometry": shapely geometry}``;
            polygons become (Multi)Polygon, lines (Multi)LineString. No feature makes an empty collection.
        grid: the grid on which coordinates are stored.

    Returns:
        The topology as plain data, ready for ``json.dumps``.
    """
    rings = [ring for features in objects.values() for feature in features for ring in _rings(feature, grid)]
    arcs = _Arcs(_junctions(rings))
    collections = {
        name: {"type": "GeometryCollection", "geometries": [_geometry(feature, grid, arcs) for feature in features]}
        for name, features in objects.items()
    }
    return {
        "type": "Topology",
        "transform": {"scale": [grid.step, grid.step], "translate": [-180, -90]},
        "objects": collections,
        "arcs": [_deltas(arc) for arc in arcs.index],
    }


def _rings(feature: Json, grid: Grid) -> Iterable[Ring]:
    for part in shapely.get_parts(feature["geometry"]):
        if part.geom_type == "Polygon":
            yield from _polygon_rings(part, grid)


def _polygon_rings(polygon: BaseGeometry, grid: Grid) -> list[Ring]:
    return [_closed(grid.snap(shapely.get_coordinates(ring))) for ring in shapely.get_rings(polygon)]


def _closed(points: list[Point]) -> Ring:
    return tuple(points) if points[0] == points[-1] else (*points, points[0])


def _geometry(feature: Json, grid: Grid, arcs: _Arcs) -> Json:
    parts = shapely.get_parts(feature["geometry"])
    if parts[0].geom_type == "Polygon":
        made: Json = {"type": "MultiPolygon", "arcs": [_polygon_arcs(part, grid, arcs) for part in parts]}
    else:
        made = {"type": "MultiLineString", "arcs": [_line_arcs(part, grid, arcs) for part in parts]}
    return made | {key: feature[key] for key in ("id", "properties") if key in feature}


def _polygon_arcs(polygon: BaseGeometry, grid: Grid, arcs: _Arcs) -> list[list[int]]:
    return [arcs.of_ring(ring) for ring in _polygon_rings(polygon, grid)]


def _line_arcs(line: BaseGeometry, grid: Grid, arcs: _Arcs) -> list[int]:
    points = tuple(grid.snap(shapely.get_coordinates(line)))
    if points[0] == points[-1]:
        return arcs.of_ring(points)
    return [arcs._number(arc) for arc in _cut(points, arcs.junctions)]


def _deltas(arc: Ring) -> list[list[int]]:
    return [list(arc[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc))]


def decode(topology: Json, name: str) -> list[Json]:
    """Read one object of a topology.

    Args:
        topology: a quantised TopoJSON topology.
        name: name of the object.

    Returns:
        Features ``{"id", "properties", "geometry"}`` in the order of the file. Polygons are continuous (see
        ``antimeridian``): one that crosses 180 degrees runs on beyond it. Empty for an empty object.

    Raises:
        KeyError: the topology has no such object.
    """
    lines = _lines(topology)
    return [
        {"id": item.get("id"), "properties": item.get("properties", {}), "geometry": _shape(item, lines)}
        for item in topology["objects"][name]["geometries"]
    ]


def _lines(topology: Json) -> list[Coordinates]:
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.round(np.cumsum(np.array(arc), axis=0) * scale + translate, 9) for arc in topology["arcs"]]


def _shape(item: Json, lines: list[Coordinates]) -> BaseGeometry:
    if item["type"] == "MultiPolygon":
        return shapely.MultiPolygon([_polygon(rings, lines) for rings in item["arcs"]])
    return shapely.MultiLineString([unwrap(_joined(arcs, lines)) for arcs in item["arcs"]])


def _polygon(rings: list[list[int]], lines: list[Coordinates]) -> shapely.Polygon:
    shell, *holes = (close_ring(_joined(arcs, lines)) for arcs in rings)
    return shapely.Polygon(shell, [_beside(hole, shell) for hole in holes])


def _beside(hole: Coordinates, shell: Coordinates) -> Coordinates:
    """The hole, moved by whole turns to where its shell lies."""
    turns = np.round((shell[:, 0].mean() - hole[:, 0].mean()) / _TURN)
    return np.add(hole, [_TURN * turns, 0.0])


def _joined(arcs: list[int], lines: list[Coordinates]) -> Coordinates:
    walked = [lines[arc] if arc >= 0 else lines[~arc][::-1] for arc in arcs]
    return np.concatenate([walked[0], *(line[1:] for line in walked[1:])])
