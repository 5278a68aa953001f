"""Map projections: degrees to the plane and back, with everything cut at the edge of what a map shows.

Planes are in units of the sphere's radius, x to the right and **y down**, as
screens and SVG count, so that a painter only scales and moves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.antimeridian import Coordinates, cut_shape, split_line, wrap

Box = tuple[float, float, float, float]
"""Left, top, right, bottom of a rectangle in the plane; top is the smaller y."""


class Projection(Protocol):
    """What every projection can do. Arrays are (n, 2); empty ones give empty ones."""

    def project(self, lon_lat: Coordinates) -> Coordinates:
        """Points of the plane; NaN where a point is not on the map."""
        ...

    def invert(self, points: Coordinates) -> Coordinates:
        """Longitude and latitude of points of the plane; NaN for points off the map."""
        ...

    def project_line(self, lon_lat: Coordinates) -> list[Coordinates]:
        """The visible pieces of a continuous line (see ``curves.geodesic``), each (m, 2) with m >= 2."""
        ...

    def project_shape(self, shape: BaseGeometry) -> BaseGeometry:
        """The visible part of polygons, lines or points in degrees, in the plane; empty if there is none."""
        ...


@dataclass(frozen=True)
class CylindricalStereographic:
    """The cylindrical stereographic projection, true to scale along ``parallel`` north and south.

    As d3's ``geoCylindricalStereographic`` rotated to ``center_lon``, in units of its scale. See its two named
    forms below.
    """

    center_lon: float
    parallel: float = 0.0

    @property
    def _width_factor(self) -> float:
        return float(np.cos(np.radians(self.parallel)))

    def project(self, lon_lat: Coordinates) -> Coordinates:
        """Points of the plane; longitudes are wrapped to within 180 degrees of the middle."""
        lon, lat = lon_lat.T
        return self._plane(wrap(lon - self.center_lon), lat)

    def _plane(self, offset: Coordinates, lat: Coordinates) -> Coordinates:
        x = np.radians(offset) * self._width_factor
        y = -(1 + self._width_factor) * np.tan(np.radians(lat) / 2)
        return np.column_stack([x, y])

    def invert(self, points: Coordinates) -> Coordinates:
        """Longitude within [-180, 180] and latitude; NaN beyond the map's edges and the poles."""
        x, y = points.T
        offset = np.degrees(x / self._width_factor)
        lat = np.degrees(2 * np.arctan(-y / (1 + self._width_factor)))
        lon_lat = np.column_stack([wrap(offset + self.center_lon), lat])
        # A whisker more than the edge itself, which rounding may pass.
        off = (np.abs(offset) > 180 + 1e-9) | (np.abs(lat) > 90 + 1e-9)
        return np.where(off[:, None], np.nan, lon_lat)

    def project_line(self, lon_lat: Coordinates) -> list[Coordinates]:
        """The line's pieces between the map's edges."""
        return [self._within_edges(piece) for piece in split_line(lon_lat, center_lon=self.center_lon)]

    def _within_edges(self, lon_lat: Coordinates) -> Coordinates:
        """As ``project`` without wrapping: a point on an edge stays on that edge."""
        return self._plane(lon_lat[:, 0] - self.center_lon, lon_lat[:, 1])

    def project_shape(self, shape: BaseGeometry) -> BaseGeometry:
        """The shape cut at the map's edges."""
        if shape.is_empty:
            return shape
        kind = shapely.get_parts(shape)[0].geom_type
        if kind == "Polygon":
            return shapely.transform(cut_shape(shape, center_lon=self.center_lon), self._within_edges)
        if kind == "Point":
            return shapely.transform(shape, self.project)
        return _lines(self, shape)


@dataclass(frozen=True)
class GallStereographic(CylindricalStereographic):
    """Gall's projection, true to scale at 45 degrees north and south."""

    parallel: float = field(default=45.0, init=False)


@dataclass(frozen=True)
class BraunStereographic(CylindricalStereographic):
    """Braun's projection, true to scale at the equator: what Plotly draws as ``cylindrical stereographic``."""

    parallel: float = field(default=0.0, init=False)


@dataclass(frozen=True)
class Orthographic:
    """The globe as seen from afar, centred on ``center_lon``, ``center_lat``; only its near half is on the map."""

    center_lon: float
    center_lat: float = 0.0

    def project(self, lon_lat: Coordinates) -> Coordinates:
        """Points of the disc of radius 1; NaN on the far half."""
        points = self._seen(lon_lat)
        return np.where(points[:, 2:] >= 0, points[:, :2], np.nan)

    def _seen(self, lon_lat: Coordinates) -> Coordinates:
        """(n, 3): x right, y down, and depth, positive towards the eye."""
        lon, lat = np.radians(lon_lat).T
        tilt, turn = np.radians(self.center_lat), lon - np.radians(self.center_lon)
        x = np.cos(lat) * np.sin(turn)
        y = np.cos(tilt) * np.sin(lat) - np.sin(tilt) * np.cos(lat) * np.cos(turn)
        depth = np.sin(tilt) * np.sin(lat) + np.cos(tilt) * np.cos(lat) * np.cos(turn)
        return np.column_stack([x, -y, depth])

    def invert(self, points: Coordinates) -> Coordinates:
        """Longitude within [-180, 180] and latitude; NaN outside the disc."""
        x, up = points[:, 0], -points[:, 1]
        off = np.hypot(x, up) > 1 + 1e-9
        depth = np.sqrt(np.clip(1 - x**2 - up**2, 0, None))
        tilt = np.radians(self.center_lat)
        lat = np.arcsin(np.clip(np.cos(tilt) * up + np.sin(tilt) * depth, -1, 1))
        turn = np.arctan2(x, np.cos(tilt) * depth - np.sin(tilt) * up)
        lon_lat = np.column_stack([wrap(np.degrees(turn) + self.center_lon), np.degrees(lat)])
        return np.where(off[:, None], np.nan, lon_lat)

    def project_line(self, lon_lat: Coordinates) -> list[Coordinates]:
        """The pieces on the near half; where the line passes the horizon, a piece ends on it."""
        if len(lon_lat) == 0:
            return []
        points = _with_horizon(self._seen(lon_lat))
        near = points[:-1, 2] + points[1:, 2] > 0
        starts = np.flatnonzero(near & ~np.concatenate([[False], near[:-1]]))
        ends = np.flatnonzero(near & ~np.concatenate([near[1:], [False]])) + 2
        return [points[a:b, :2] for a, b in zip(starts, ends, strict=True)]

    def project_shape(self, shape: BaseGeometry) -> BaseGeometry:
        """Lines and points on the near half.

        Raises:
            NotImplementedError: for polygons, whose edge would have to follow the horizon.
        """
        parts = shapely.get_parts(shape)
        if any(part.geom_type == "Polygon" for part in parts):
            raise NotImplementedError("polygons on the globe are painted by the browser")
        if any(part.geom_type == "Point" for part in parts):
            seen = self.project(shapely.get_coordinates(shape))
            return shapely.MultiPoint(seen[~np.isnan(seen[:, 0])])
        return _lines(self, shape)


def _lines(projection: Projection, shape: BaseGeometry) -> BaseGeometry:
    lines = (shapely.get_coordinates(part) for part in shapely.get_parts(shape))
    return shapely.MultiLineString(
        [shapely.LineString(piece) for line in lines for piece in projection.project_line(line)]
    )


def _with_horizon(points: Coordinates) -> Coordinates:
    """The line in space with a point more, of depth 0 and radius 1, wherever it passes the horizon."""
    depth = points[:, 2]
    passes = np.flatnonzero(depth[:-1] * depth[1:] < 0)
    share = (depth[passes] / (depth[passes] - depth[passes + 1]))[:, None]
    crossing = points[passes] + share * (points[passes + 1] - points[passes])
    crossing /= np.linalg.norm(crossing[:, :2], axis=1, keepdims=True)
    crossing[:, 2] = 0.0
    return np.insert(points, passes + 1, crossing, axis=0)


def clip_to_box(shape: BaseGeometry, box: Box) -> BaseGeometry:
    """The part of a projected shape inside a rectangle of the plane.

    Args:
        shape: polygons, lines or points in the plane.
        box: left, top, right, bottom.

    Returns:
        The part with an extent of its own: polygons of polygons, lines of lines. Empty if there is none.
    """
    clipped = shape.intersection(shapely.box(*box))
    size = shapely.get_dimensions(shape)
    kept = [part for part in shapely.get_parts(clipped) if shapely.get_dimensions(part) == size]
    return shapely.union_all(kept) if len(kept) != 1 else kept[0]
