"""Outlines of land as compact SVG paths: each stretch of coast or border once, in small whole numbers.

Countries meet along shared edges. Snapped to one grid, an edge that belongs to one
country is coast, an edge of two is a border; so the coast can be filled as a whole
and borders drawn as thin lines, at half the size of one path a country.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.figures.map.records import LonLat, MapBase, MapFrame
from dashboard.kept import kept
from geodata import layers

_KEEP_ISLETS_OF = "JPN"  # a map of Japan that drops its islets has been misread before
_SIMPLIFY = 0.55  # units of the view box
_DEGREES_BEYOND = 1.0
_WHOLE_WORLD = 359.0  # degrees

Vertex = tuple[int, int]
Edge = tuple[Vertex, Vertex]


class LandPaths(NamedTuple):
    """Path data of the land on a grid of ``grid`` steps a unit: divide by ``grid`` to get units of the view box."""

    grid: int
    land: str
    undetermined: str
    borders: str


@lru_cache(maxsize=64)
@kept
def trace_land(frame: MapFrame, base: MapBase, *, grid: int) -> LandPaths:
    """The land of ``base`` in the view box of ``frame``, y downwards. An empty layer gives empty paths."""
    countries = _project_countries(frame, base, grid)
    edges = {key: _edges(shape) for key, shape in countries.items()}
    white = edges.pop(layers.UNDETERMINED, set())
    uses = Counter(edge for own in edges.values() for edge in own)
    coast = [edge for edge, count in uses.items() if count % 2]
    borders = [edge for edge, count in uses.items() if not count % 2]
    return LandPaths(
        grid=grid,
        land=_write_paths(_chain(coast), closed=True) + _islets(countries.get(_KEEP_ISLETS_OF)),
        undetermined=_write_paths(_chain(white), closed=True),
        borders=_write_paths(_chain(borders), closed=False) + _boundaries_at_sea(frame, grid),
    )


@lru_cache(maxsize=64)
def trace_area(area: str, frame: MapFrame, layer: str = "areas", *, grid: int) -> str:
    """Path data on the grid of a feature of ``layer``, else of "areas"; empty when neither has it."""
    shape = layers.shapes(layer).get(area) or layers.shapes("areas").get(area)
    if shape is None:
        return ""
    simple = _project(shape, frame, grid).simplify(_SIMPLIFY * grid / 2, preserve_topology=True)
    return _write_paths(_chain(_edges(simple)), closed=True)


def find_surroundings(layer: str, points: Iterable[LonLat], known: Collection[str]) -> tuple[str, ...]:
    """Ids of areas of a layer, none of them ``known``, in which one of the points (lon, lat) lies."""
    areas = {key: shape for key, shape in _areas_within(layer).items() if key not in known}
    dots = [shapely.Point(point) for point in points]
    return tuple(key for key, shape in areas.items() if any(shape.contains(dot) for dot in dots))


def _areas_within(layer: str) -> Mapping[str, BaseGeometry]:
    """The features of a layer that lie within its countries."""
    content = layers.read_layer(layer)
    kinds = {feature["id"]: feature["properties"].get("kind") for feature in content.get("features", ())}
    return {key: shape for key, shape in layers.shapes(layer).items() if kinds.get(key) == "area"}


def _project_countries(frame: MapFrame, base: MapBase, grid: int) -> dict[str, BaseGeometry]:
    inner = _areas_within(base.layer)
    shapes = {key: shape for key, shape in layers.shapes(base.layer).items() if key not in inner}
    window = _window(frame, base, grid)
    projected = {key: _project(shape, frame, grid) for key, shape in shapes.items()}
    simple = shapely.coverage_simplify(np.array(list(projected.values()), dtype=object), _SIMPLIFY * grid)
    clipped = (shapely.clip_by_rect(shape, *window) for shape in simple)
    return {key: shape for key, shape in zip(projected, clipped, strict=True) if not shape.is_empty}


def _window(frame: MapFrame, base: MapBase, grid: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is drawn, on the grid; a rim hides the edges of a part of the world."""
    (west, east), (south, north) = base.lon_range, base.lat_range
    middle = frame.center_lon
    (_, top), (_, bottom) = frame.place([(middle, north + _DEGREES_BEYOND), (middle, south - _DEGREES_BEYOND)]) * grid
    rim = 0.0 if east - west >= _WHOLE_WORLD else _DEGREES_BEYOND
    half = np.radians((east - west) / 2 + rim) * frame.scale * grid
    centre = frame.width * grid / 2
    return (float(centre - half), float(top), float(centre + half), float(bottom))


def _project(shape: BaseGeometry, frame: MapFrame, grid: int) -> BaseGeometry:
    plane = frame.projection.project_shape(shape)
    return shapely.transform(plane, lambda points: frame.fit(points) * grid)


def _boundaries_at_sea(frame: MapFrame, grid: int) -> str:
    lines = (shapely.get_coordinates(line) for line in layers.shapes("boundaries").values())
    placed = [[_vertex(point) for point in piece * grid] for line in lines for piece in frame.place_line(line)]
    return "".join(_write_path(chain, closed=False) for chain in placed)


def _vertex(point: Sequence[float]) -> Vertex:
    return (round(float(point[0])), round(float(point[1])))


def _rings(shape: BaseGeometry) -> Iterable[list[Vertex]]:
    for polygon in shapely.get_parts(shape):
        if polygon.geom_type == "Polygon":
            for ring in (polygon.exterior, *polygon.interiors):
                yield [(int(x), int(y)) for x, y in np.rint(ring.coords)]


def _edges(shape: BaseGeometry) -> set[Edge]:
    """The edges of all rings; one that a shape has twice, such as a cut through it, is none."""
    edges: set[Edge] = set()
    for ring in _rings(shape):
        for a, b in pairwise(ring):
            if a != b:
                edges ^= {(a, b) if a < b else (b, a)}
    return edges


def _islets(shape: BaseGeometry | None) -> str:
    """A single grid cell for each island that is too small for the grid."""
    if shape is None:
        return ""
    lost = {ring[0] for ring in _rings(shape) if len(set(ring)) < 3}
    return "".join(f"M{x} {y}h1v1h-1z" for x, y in sorted(lost))


def _chain(edges: Iterable[Edge]) -> list[list[Vertex]]:
    """Walks that use every edge once, from junctions and loose ends first."""
    joined: dict[Vertex, list[Vertex]] = defaultdict(list)
    for a, b in sorted(edges):
        joined[a].append(b)
        joined[b].append(a)
    chains = []
    starts = sorted(joined, key=lambda vertex: (len(joined[vertex]) == 2, vertex))
    for start in starts:
        while joined[start]:
            chains.append(_walk(start, joined))
    return chains


def _walk(start: Vertex, joined: Mapping[Vertex, list[Vertex]]) -> list[Vertex]:
    chain = [start]
    while joined[chain[-1]]:
        here = chain[-1]
        there = joined[here].pop()
        joined[there].remove(here)
        chain.append(there)
        if there == start:
            break
    return chain


def _write_paths(chains: Iterable[Sequence[Vertex]], *, closed: bool) -> str:
    return "".join(_write_path(_drop_straight(chain), closed=closed) for chain in chains)


def _drop_straight(chain: Sequence[Vertex]) -> list[Vertex]:
    """The chain without vertices that lie straight between their neighbours."""
    kept = [chain[0]]
    for here, after in pairwise(chain[1:]):
        before = kept[-1]
        turn = (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])
        if turn or (here[0] - before[0]) * (after[0] - here[0]) + (here[1] - before[1]) * (after[1] - here[1]) < 0:
            kept.append(here)
    return [*kept, chain[-1]]


def _write_path(chain: Sequence[Vertex], *, closed: bool) -> str:
    """One subpath in relative moves, with the fewest separators that SVG allows."""
    x, y = chain[0]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(chain)]
    if closed:
        steps = steps[:-1]
    numbers = "".join(f"{_number(dx, first=not i)}{_number(dy)}" for i, (dx, dy) in enumerate(steps))
    return f"M{x}{_number(y)}l{numbers}{'z' if closed else ''}" if numbers else ""


def _number(value: int, *, first: bool = False) -> str:
    return str(value) if value < 0 or first else f" {value}"
