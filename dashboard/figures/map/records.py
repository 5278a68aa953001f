"""What the map shows, as plain frozen records. Painters turn them into SVG, into a Plotly figure, into slides.

Positions are given twice: ``lon, lat`` in degrees, and ``x, y`` in units of the
frame's view box (x to the right, y downwards). The projection is the cylindrical
stereographic one as Plotly has it, so that all painters put a place at one point. Colours are never given: ``hue`` is a
token of the palette, and a curve names the line that stands for its kind. ``classes`` are those of the style sheets.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from dashboard.figures.lines import Line
from dashboard.figures.map.placement import Anchor
from dashboard.figures.palette import NEUTRAL, hue_class
from dashboard.model import ShownAs
from geodata.projections import CylindricalStereographic

LonLat = tuple[float, float]
Role = Literal["home", "partner"]
_MOST_CURVES = 24
Corner = Literal["bottom-left", "bottom-right", "top-left", "top-right"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MapFrame(_Record):
    """The part of the world that must be seen, and its view box."""

    center_lon: float
    lon_range: LonLat
    lat_range: LonLat
    width: float
    height: float
    scale: float  # units of the view box per radian of longitude, which is the projection's unit

    @property
    def projection(self) -> CylindricalStereographic:
        """The projection, whose plane ``fit`` brings into the view box."""
        return CylindricalStereographic(center_lon=self.center_lon)

    def place(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Positions (n, 2) in the view box of points (n, 2) in degrees, each at its place nearest the middle."""
        return self.fit(self.projection.project(np.asarray(points, dtype=float).reshape(-1, 2)))

    def place_line(self, points: npt.ArrayLike) -> list[npt.NDArray[np.float64]]:
        """A continuous line (n, 2) in degrees as pieces (m, 2) in the view box, cut where the map's edge cuts it."""
        pieces = self.projection.project_line(np.asarray(points, dtype=float).reshape(-1, 2))
        return [self.fit(piece) for piece in pieces]

    def fit(self, plane: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Positions (n, 2) in the view box of points (n, 2) of the projection's plane."""
        top = self.projection.project(np.array([(self.center_lon, self.lat_range[1])]))[0, 1]
        return np.asarray(plane * self.scale - (-self.width / 2, top * self.scale), dtype=float)


class MapBase(_Record):
    """The land beneath: a geodata layer and how much of it is drawn; it reaches beyond the frame."""

    layer: Literal["world_110m", "japan"]
    lon_range: LonLat
    lat_range: LonLat


class MapArea(_Record):
    """An area that is itself the home or partner."""

    id: str
    area: str  # id of a feature in the layer "areas"
    role: Role
    hue: str
    later: bool

    @property
    def classes(self) -> str:
        return f"area is-{self.role}{hue_class(self.hue)}"


class MapCurve(_Record):
    """The shortest way between the two ends of an exchange tie."""

    id: str
    kind: str
    line: Line
    home: str | None  # from which it goes out
    hue: str
    ends: tuple[str, str]
    points: tuple[LonLat, ...]  # lon, lat; longitudes run on across the antimeridian
    later: bool

    @property
    def classes(self) -> str:
        return f"curve {self.line.css}{hue_class(self.hue)}"


class MapMarker(_Record):
    """The point of a home or a partner."""

    id: str
    role: Role
    hue: str
    shown_as: ShownAs
    lon: float
    lat: float
    x: float
    y: float
    radius: float  # label pixels
    later: bool

    @property
    def classes(self) -> str:
        return f"marker is-{self.role} by-{self.shown_as.value}{hue_class(self.hue)}"


class LabelSpot(_Record):
    """Where a label lies: ``dx, dy`` lead in label pixels from the point to the anchored part of the text's box."""

    anchor: Anchor
    dx: float
    dy: float
    has_leader: bool = False  # far enough from its point to need a line to it
    crowded: bool = False  # found no room: shown only while selected


class MapLabel(_Record):
    """A name beside a point, with a spot for wide and one for narrow stages."""

    id: str
    role: Role
    hue: str
    lines: tuple[str, ...]
    country: str | None  # second, smaller text; None where the name says it
    x: float
    y: float
    wide: LabelSpot
    narrow: LabelSpot | None  # None: on narrow stages the lens alone names it
    later: bool

    @property
    def in_lens_only_when_narrow(self) -> bool:
        """Whether narrow stages name it in the lens only."""
        return self.narrow is None


class MapLens(_Record):
    """An enlarged picture of the surroundings of the homes, in a corner of the stage."""

    frame: MapFrame
    base: MapBase
    corner: Corner
    areas: tuple[MapArea, ...]
    outlines: tuple[str, ...]  # ids of features in which a home lies without being it: outlined, never filled
    markers: tuple[MapMarker, ...]
    labels: tuple[MapLabel, ...]
    window: tuple[float, float, float, float]  # left, top, width, height of what it enlarges, in units of the map


class MapCourse(_Record):
    """The course of a river in a frame of its own: on the map it may be no longer than a mark."""

    id: str
    name: str
    hue: str
    frame: MapFrame
    base: MapBase
    points: tuple[LonLat, ...]  # lon, lat, from the source to the mouth
    later: bool


class LegendLine(_Record):
    """A line of the legend: what a hue, a pattern, a filled area or a ring stands for."""

    mark: Literal["home", "tie", "area", "seat", "outline", "undetermined"]
    id: str  # id of the home, kind of tie, or the mark itself
    text: str
    hue: str = NEUTRAL  # of a home
    line: Line | None = None  # of a kind of tie


class MapView(_Record):
    """Everything the map shows in one language. Without any place it has a frame, the land and a sentence."""

    language: str
    frame: MapFrame
    base: MapBase
    areas: tuple[MapArea, ...]
    curves: tuple[MapCurve, ...]
    markers: tuple[MapMarker, ...]
    labels: tuple[MapLabel, ...]
    lens: MapLens | None
    courses: tuple[MapCourse, ...] = ()
    legend: tuple[LegendLine, ...]
    alt: str

    @cached_property
    def traces(self) -> Mapping[str, tuple[npt.NDArray[np.float64], ...]]:
        """The line of each curve by its id, in pieces (n, 2) in units of the frame, cut at the map's edge."""
        return {curve.id: tuple(self.frame.place_line(curve.points)) for curve in self.curves}

    @property
    def is_busy(self) -> bool:
        """Whether its curves are so many that they would hide the land if they were drawn as few are."""
        return len(self.curves) > _MOST_CURVES

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on the map but land."""
        return not self.markers
