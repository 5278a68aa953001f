"""Geography on a sheet: what a camera sees of land, areas and lines, cut at the edges of its box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.exports.sheets.records import Box, Point, Ring
from dashboard.figures.map.frame import NORTH, SOUTH
from dashboard.figures.map.records import MapFrame
from dashboard.kept import kept
from geodata import layers

_TOLERANCE = 0.8
_LEAST_ISLAND = 2.5  # square units; islands of Japan stay however small
_KEEP_ISLETS_OF = "JPN"


@dataclass(frozen=True)
class Camera:
    """What of a frame is seen (left, top, width, height in units of its view box), and the box that it fills."""

    frame: MapFrame
    sight: tuple[float, float, float, float]
    box: Box

    @property
    def zoom(self) -> float:
        """Units of the sheet a unit of the frame."""
        return min(self.box.width / self.sight[2], self.box.height / self.sight[3])

    @property
    def shift(self) -> tuple[float, float]:
        """What is added to enlarged positions of the frame to bring the middle of what is seen to that of the box."""
        left, top, width, height = self.sight
        x, y = self.box.center
        return (x - (left + width / 2) * self.zoom, y - (top + height / 2) * self.zoom)

    def fit(self, plane: np.ndarray) -> np.ndarray:
        """Positions (n, 2) on the sheet of positions (n, 2) in the frame's view box."""
        return np.asarray(plane * self.zoom + self.shift)

    def place(self, x: float, y: float) -> Point:
        """The position on the sheet of a position in the frame's view box."""
        ((across, down),) = self.fit(np.array([(x, y)]))
        return (float(across), float(down))

    def sees(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a position lies in the box and no nearer to its edge than ``margin``."""
        box = shrink(self.box, margin)
        return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


@lru_cache(maxsize=32)
@kept
def trace_countries(camera: Camera, layer: str) -> Mapping[str, tuple[Ring, ...]]:
    """The rings of every country of a layer within the camera's box, by its id; shared edges stay shared."""
    window = _window(camera)
    placed = {key: _place(shape, camera) for key, shape in _countries(camera.frame, layer).items()}
    near = {key: shape for key, shape in placed.items() if shape.intersects(shapely.box(*window))}
    simple = shapely.coverage_simplify(np.array(list(near.values()), dtype=object), _TOLERANCE)
    clipped = {key: shapely.clip_by_rect(shape, *window) for key, shape in zip(near, simple, strict=True)}
    rings = {key: _rings(shape, 0.0 if key == _KEEP_ISLETS_OF else _LEAST_ISLAND) for key, shape in clipped.items()}
    return {key: found for key, found in rings.items() if found}


@lru_cache(maxsize=128)
def trace_area(camera: Camera, area: str) -> tuple[Ring, ...]:
    """The rings of a feature of the layer "areas" within the camera's box; none when it is not there or not seen."""
    shape = layers.shapes("areas").get(area)
    if shape is None:
        return ()
    placed = _place(_project(shape, camera.frame), camera).simplify(_TOLERANCE / 2, preserve_topology=True)
    return _rings(shapely.clip_by_rect(placed, *_window(camera)), 0.0)


def trace_boundaries(camera: Camera) -> tuple[Ring, ...]:
    """The boundaries at sea within the camera's box, in pieces; drawn a unit wide they stay inside."""
    lines = layers.shapes("boundaries").values()
    pieces = [piece for line in lines for piece in camera.frame.place_line(shapely.get_coordinates(line))]
    return tuple(part for piece in pieces for part in clip_line(camera.fit(piece), shrink(camera.box, 0.5)))


def clip_line(points: np.ndarray, box: Box) -> Iterator[Ring]:
    """The parts of a line (n, 2) inside a box, in order."""
    if len(points) < 2:
        return
    line = shapely.LineString(points).simplify(0.25)
    for part in shapely.get_parts(shapely.clip_by_rect(line, box.left, box.top, box.right, box.bottom)):
        if part.geom_type == "LineString" and part.length > 0:
            yield tuple((round(x, 1), round(y, 1)) for x, y in part.coords)


def shrink(box: Box, margin: float) -> Box:
    """The box without a margin on every side; a line drawn to its edge stays inside the larger box."""
    return Box(box.left + margin, box.top + margin, box.width - 2 * margin, box.height - 2 * margin)


@lru_cache(maxsize=4)
def _countries(frame: MapFrame, layer: str) -> Mapping[str, BaseGeometry]:
    """The countries of a layer in the frame's view box."""
    content = layers.read_layer(layer)
    kinds = {feature["id"]: feature["properties"].get("kind") for feature in content.get("features", ())}
    shapes = layers.shapes(layer).items()
    return {key: _project(shape, frame) for key, shape in shapes if kinds.get(key) != "area"}


def _project(shape: BaseGeometry, frame: MapFrame) -> BaseGeometry:
    return shapely.transform(frame.projection.project_shape(shape), frame.fit)


def _place(shape: BaseGeometry, camera: Camera) -> BaseGeometry:
    return shapely.transform(shape, camera.fit)


def _window(camera: Camera) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what may hold land: the box, as far as the map goes north and south."""
    middle = camera.frame.center_lon
    ends = camera.fit(camera.frame.place([(middle, NORTH), (middle, SOUTH)]))
    box = camera.box
    return (box.left, max(box.top, float(ends[0, 1])), box.right, min(box.bottom, float(ends[1, 1])))


def _rings(shape: BaseGeometry, least: float) -> tuple[Ring, ...]:
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > least]
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    found = (tuple((round(x, 1), round(y, 1)) for x, y in ring.coords[:-1]) for ring in rings)
    return tuple(ring for ring in found if len(set(ring)) > 2)
