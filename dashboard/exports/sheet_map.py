"""The map on a sheet: countries, filled areas, curves, markers, names and the lens, from the same view as every map."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import shapely
from babel.core import get_global
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from dashboard.exports.emphasis import Emphasis
from dashboard.exports.sheet_records import (
    Area,
    Box,
    Group,
    Ink,
    Item,
    Line,
    Mark,
    Pen,
    Plate,
    Point,
    Ring,
    Stroke,
    Words,
)
from dashboard.exports.sheet_text import measure_lines
from dashboard.figures.label_placement import ALIGNMENT
from dashboard.figures.map_frame import NORTH, SOUTH, build_frame
from dashboard.figures.map_labels import COUNTRY_PX, LABEL_PADDING_PX, NAME_PX
from dashboard.figures.map_records import (
    PATTERNS,
    MapArea,
    MapBase,
    MapCurve,
    MapFrame,
    MapLabel,
    MapLens,
    MapMarker,
    MapView,
)
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Texts
from dashboard.model import ShownAs
from dashboard.stories.records import Frame
from geodata import layers

Call = Callable[[str], str]

_LABELS_FIT_FROM = 480.0  # width of a frame, in label pixels, on which every name has been given room
_MOST_LABEL_UNIT, _LINE_SHARE = 2.15, 0.62
_TOLERANCE = 0.8
_LEAST_ISLAND = 2.5  # square units; islands of Japan stay however small
_KEEP_ISLETS_OF = "JPN"
_LENS_SHARE, _LENS_MOST, _LENS_INSET, _LENS_LABELS_FIT_FROM = 0.27, 330.0, 14.0, 136.0
_APART = 100.0  # homes nearer than this need the lens
_FRAME_WIDTH = 1000.0


@dataclass(frozen=True)
class Camera:
    """Where a frame lies in a box: whole, as large as it fits, in the middle. Land goes on to the edges of the box."""

    frame: MapFrame
    box: Box

    @property
    def zoom(self) -> float:
        """Units of the sheet a unit of the frame."""
        return min(self.box.width / self.frame.width, self.box.height / self.frame.height)

    def fit(self, plane: np.ndarray) -> np.ndarray:
        """Positions (n, 2) on the sheet of positions (n, 2) in the frame's view box."""
        x, y = self.box.center
        shift = (x - self.frame.width / 2 * self.zoom, y - self.frame.height / 2 * self.zoom)
        return np.asarray(plane * self.zoom + shift)

    def place(self, lon: float, lat: float) -> Point:
        """The position on the sheet of a place in degrees."""
        ((x, y),) = self.fit(self.frame.place([(lon, lat)]))
        return (float(x), float(y))

    def sees(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a position lies in the box and no nearer to its edge than ``margin``."""
        box = self.box
        return (
            box.left + margin <= point[0] <= box.right - margin and box.top + margin <= point[1] <= box.bottom - margin
        )


def aim(view: MapView, box: Box, frame: Frame | None) -> Camera:
    """The camera for a frame given as west, south, east, north in degrees; for None the view's own."""
    if frame is None:
        return Camera(view.frame, box)
    west, south, east, north = frame
    return Camera(build_frame((west, east), (south, north), _FRAME_WIDTH), box)


def draw_map(view: MapView, camera: Camera, emphasis: Emphasis, texts: Texts, call: Call) -> Group:
    """The map in its box.

    Args:
        view: what is shown, in the language of ``texts``.
        camera: which part, and where on the sheet.
        emphasis: how strongly each thing is drawn.
        texts: for the names of groups.
        call: gives the name of an entity or tie by its id.
    """
    lens = _pick_lens(view, camera)
    unit = min(_MOST_LABEL_UNIT, view.frame.width * Camera(view.frame, camera.box).zoom / _LABELS_FIT_FROM)
    draft = _Draft(camera, unit, emphasis, texts, call)
    frame = Plate(texts("exports-part-frame"), camera.box, None, Pen(Ink("coast", 0.7), 1.2))
    items: list[Item] = [
        Plate(texts("exports-part-sea"), camera.box, Ink("sea")),
        *draft.land(view.base, ()),
        draft.group("areas", draft.areas(view.areas, "areas")),
        *([draft.window(lens.frame)] if lens else []),
        draft.group("curves", draft.curves(view.curves)),
        draft.group("places", draft.markers(view.markers)),
        draft.group("names", draft.labels(view.labels, view.markers, in_lens=lens.markers if lens else ())),
        *([_draw_lens(lens, view, draft)] if lens else []),
        frame,
    ]
    named = tuple(item for item in items if not isinstance(item, Group) or item.items)
    return Group(texts("exports-part-map"), named, view.alt)


def _pick_lens(view: MapView, camera: Camera) -> MapLens | None:
    """The lens, when the homes are in the picture but too near to each other to be told apart."""
    if view.lens is None:
        return None
    homes = [camera.place(marker.lon, marker.lat) for marker in view.lens.markers]
    apart = math.hypot(*np.ptp(np.array(homes), axis=0))
    return view.lens if apart < _APART and all(map(camera.sees, homes)) else None


def _draw_lens(lens: MapLens, view: MapView, outer: _Draft) -> Group:
    box = _lens_box(lens, outer.camera.box)
    camera = Camera(lens.frame, box)
    draft = replace(outer, camera=camera, unit=min(outer.unit, box.width / _LENS_LABELS_FIT_FROM))
    texts = outer.texts
    items: list[Item] = [
        Plate(texts("exports-part-sea"), box, Ink("sea")),
        *draft.land(lens.base, [area.area for area in lens.areas]),
        draft.group("outlines", draft.outlines(lens)),
        draft.group("areas", draft.areas(lens.areas, lens.base.layer)),
        draft.group("curves", draft.curves(view.curves, within=True)),
        draft.group("places", draft.markers(lens.markers)),
        draft.group("names", draft.labels(lens.labels, lens.markers)),
        Plate(texts("exports-part-frame"), box, None, Pen(Ink("ink", 0.55), 1.4)),
    ]
    return Group(texts("map-lens"), tuple(item for item in items if not isinstance(item, Group) or item.items))


def _lens_box(lens: MapLens, box: Box) -> Box:
    width = min(_LENS_MOST, _LENS_SHARE * box.width)
    height = width * lens.frame.height / lens.frame.width
    left = box.left + _LENS_INSET if lens.corner.endswith("left") else box.right - _LENS_INSET - width
    top = box.top + _LENS_INSET if lens.corner.startswith("top") else box.bottom - _LENS_INSET - height
    return Box(left, top, width, height)


@dataclass(frozen=True)
class _Draft:
    """What the parts of one map have in common; ``unit`` is a label pixel in units of the sheet."""

    camera: Camera
    unit: float
    emphasis: Emphasis
    texts: Texts
    call: Call

    def group(self, key: str, items: Iterable[Item]) -> Group:
        return Group(self.texts(f"exports-part-{key}"), tuple(items))

    def name(self, key: str, of: str) -> str:
        return self.texts("exports-part-of", part=self.texts(f"exports-part-{key}"), name=self.call(of))

    def hue(self, home: str | None, key: str, share: float = 1.0) -> Ink:
        return Ink(hue_token(home), round(share * self.emphasis.opacity(key), 3))

    # --- land ---

    def land(self, base: MapBase, inner: Collection[str]) -> list[Item]:
        """The countries, each a shape of its own, and the boundaries at sea."""
        rings = trace_countries(self.camera, base.layer)
        named = ((_country_name(code, self.texts), code, shape) for code, shape in rings.items() if code not in inner)
        countries = tuple(
            Area(
                self.texts("exports-part-of", part=self.texts("exports-part-land"), name=name),
                shape,
                Ink("undetermined" if code == layers.UNDETERMINED else "land"),
                Pen(Ink("coast", 0.75), 0.8),
            )
            for name, code, shape in named
        )
        lines = tuple(piece for line in layers.shapes("boundaries").values() for piece in self.clip_line(line))
        sea = [Stroke(self.texts("exports-part-boundaries"), lines, Pen(Ink("border"), 1.0))] if lines else []
        return [Group(self.texts("exports-part-land"), countries), *sea] if countries else [*sea]

    def areas(self, areas: Sequence[MapArea], layer: str) -> Iterator[Area]:
        for area in areas:
            shape = trace_area(self.camera, area.area, layer)
            if shape:
                share = 0.55 if area.role == "home" else 0.34
                fill, edge = self.hue(area.home, area.id, share), self.hue(area.home, area.id, 0.8)
                yield Area(self.name("areas", area.id), shape, fill, Pen(edge, 1.2))

    def outlines(self, lens: MapLens) -> Iterator[Area]:
        for area in lens.outlines:
            shape = trace_area(self.camera, area, lens.base.layer)
            if shape:
                yield Area(self.texts("exports-part-outlines"), shape, None, Pen(Ink("ink-soft", 0.7), 1.1, (3.0, 3.0)))

    def window(self, lens_frame: MapFrame) -> Plate:
        (west, east), (south, north) = lens_frame.lon_range, lens_frame.lat_range
        (left, top), (right, bottom) = self.camera.place(west, north), self.camera.place(east, south)
        box = Box(left, top, right - left, bottom - top)
        return Plate(self.texts("exports-part-window"), box, None, Pen(Ink("ink", 0.5), 1.2))

    # --- curves and places ---

    def clip_line(self, line: BaseGeometry) -> Iterator[Ring]:
        for piece in self.camera.frame.place_line(shapely.get_coordinates(line)):
            yield from _clip_line(self.camera.fit(piece), self.camera.box)

    def curves(self, curves: Sequence[MapCurve], *, within: bool = False) -> Iterator[Stroke]:
        for curve in sorted(curves, key=lambda each: self.emphasis.stands_out(each.id)):
            pieces = [self.camera.fit(piece) for piece in self.camera.frame.place_line(curve.points)]
            trimmed = [_trim(piece, 7 * self.unit if last else 0.0) for last, piece in _mark_last(pieces)]
            clipped = tuple(part for piece in trimmed for part in _clip_line(piece, self.camera.box))
            arrives = bool(trimmed) and self.camera.sees(tuple(trimmed[-1][-1]))
            if clipped:
                yield Stroke(self.name("curve", curve.id), clipped, self._pen(curve, has_arrow=arrives and not within))

    def _pen(self, curve: MapCurve, *, has_arrow: bool) -> Pen:
        pattern = PATTERNS[curve.kind]
        unit = self.unit * _LINE_SHARE * (1.35 if self.emphasis.level(curve.id) == "selected" else 1.0)
        return Pen(
            self.hue(curve.home, curve.id),
            round(pattern.width * unit, 2),
            tuple(round(length * unit * 1.1, 2) for length in pattern.dash),
            has_arrow=has_arrow,
            is_double=pattern.core > 0,
        )

    def markers(self, markers: Sequence[MapMarker]) -> Iterator[Item]:
        for marker in sorted(markers, key=lambda each: self.emphasis.stands_out(each.id)):
            at = self.camera.place(marker.lon, marker.lat)
            if self.camera.sees(at):
                yield self._marker(marker, at)

    def _marker(self, marker: MapMarker, at: Point) -> Item:
        name, hue = self.name("place", marker.id), self.hue(marker.home, marker.id)
        paper = Ink("paper", hue.opacity)
        if marker.role == "home" or marker.shown_as == ShownAs.AREA:
            size = (9.5 if marker.role == "home" else 6.0) * self.unit
            return Mark(name, "disc", at, size, hue, Pen(paper, 1.2 * self.unit))
        ring = Mark(self.texts("exports-part-ring"), "disc", at, 8.4 * self.unit, paper, Pen(hue, 1.6 * self.unit))
        return Group(name, (ring, Mark(self.texts("exports-part-pip"), "disc", at, 3.0 * self.unit, hue)))

    # --- names ---

    def labels(
        self, labels: Sequence[MapLabel], markers: Sequence[MapMarker], *, in_lens: Sequence[MapMarker] = ()
    ) -> Iterator[Item]:
        places = {marker.id: self.camera.place(marker.lon, marker.lat) for marker in markers}
        named = {marker.id for marker in in_lens}
        for label in labels:
            at = places[label.id]
            if self.camera.sees(at) and label.id not in named and self._is_shown(label):
                yield from self._label(label, at)

    def _is_shown(self, label: MapLabel) -> bool:
        return not label.wide.crowded or self.emphasis.stands_out(label.id)

    def _label(self, label: MapLabel, at: Point) -> Iterator[Item]:
        lines = self._label_lines(label)
        width, height = measure_lines(lines)
        across, down = ALIGNMENT[label.wide.anchor]
        anchor = (at[0] + label.wide.dx * self.unit, at[1] + label.wide.dy * self.unit)
        inset = LABEL_PADDING_PX * self.unit * (1 - 2 * across)
        box = Box(anchor[0] - across * width + inset, anchor[1] - down * height, width, height)
        if label.wide.has_leader:
            yield Stroke(self.texts("exports-part-leader"), ((at, anchor),), Pen(Ink("ink-soft"), 1.0))
        align = {0.0: "left", 0.5: "center", 1.0: "right"}[across]
        kept = _keep_inside(box, self.camera.box)
        yield Words(self.name("name", label.id), kept, lines, align, has_halo=True)  # type: ignore[arg-type]

    def _label_lines(self, label: MapLabel) -> tuple[Line, ...]:
        level = self.emphasis.level(label.id)
        strength = {"faded": 0.62, "out": 0.35}.get(level, 1.0)
        ink = Ink(hue_token(label.home) if label.role == "home" else "ink", strength)
        name = [Line(text, NAME_PX * self.unit, ink, level not in ("faded", "out")) for text in label.lines]
        country = [Line(label.country, COUNTRY_PX * self.unit, Ink("ink-soft", strength))] if label.country else []
        return (*name, *country)


def hue_token(home: str | None) -> str:
    """The token of a home's hue, or of what belongs to several or to one without a hue of its own."""
    token = f"home-{home}"
    return token if token in PALETTES["light"] else "ink-soft"


# --- geometry -------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=32)
def trace_countries(camera: Camera, layer: str) -> Mapping[str, tuple[Ring, ...]]:
    """The rings of every country of a layer within the camera's box, by its id; shared edges stay shared."""
    content = layers.read_layer(layer)
    kinds = {feature["id"]: feature["properties"].get("kind") for feature in content.get("features", ())}
    shapes = {key: shape for key, shape in layers.shapes(layer).items() if kinds.get(key) != "area"}
    placed = {key: _place(shape, camera) for key, shape in shapes.items()}
    window = _window(camera)
    near = {key: shape for key, shape in placed.items() if shape.intersects(shapely.box(*window))}
    simple = shapely.coverage_simplify(np.array(list(near.values()), dtype=object), _TOLERANCE)
    clipped = {key: shapely.clip_by_rect(shape, *window) for key, shape in zip(near, simple, strict=True)}
    rings = {key: _rings(shape, 0.0 if key == _KEEP_ISLETS_OF else _LEAST_ISLAND) for key, shape in clipped.items()}
    return {key: found for key, found in rings.items() if found}


@lru_cache(maxsize=128)
def trace_area(camera: Camera, area: str, layer: str) -> tuple[Ring, ...]:
    """The rings of a feature of ``layer``, else of "areas", within the camera's box; none when neither has it."""
    shape = layers.shapes(layer).get(area) or layers.shapes("areas").get(area)
    if shape is None:
        return ()
    simple = _place(shape, camera).simplify(_TOLERANCE / 2, preserve_topology=True)
    return _rings(shapely.clip_by_rect(simple, *_window(camera)), 0.0)


def _place(shape: BaseGeometry, camera: Camera) -> BaseGeometry:
    plane = camera.frame.projection.project_shape(shape)
    return shapely.transform(plane, lambda points: camera.fit(camera.frame.fit(points)))


def _window(camera: Camera) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what may hold land: the box, as far as the map goes north and south."""
    middle = camera.frame.center_lon
    north, south = camera.place(middle, NORTH)[1], camera.place(middle, SOUTH)[1]
    box = camera.box
    return (box.left, max(box.top, north), box.right, min(box.bottom, south))


def _rings(shape: BaseGeometry, least: float) -> tuple[Ring, ...]:
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > least]
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    found = (tuple((round(x, 1), round(y, 1)) for x, y in ring.coords[:-1]) for ring in rings)
    return tuple(ring for ring in found if len(set(ring)) > 2)


def _clip_line(points: np.ndarray, box: Box) -> Iterator[Ring]:
    if len(points) < 2:
        return
    line = shapely.LineString(points).simplify(0.25)
    clipped = shapely.clip_by_rect(line, box.left, box.top, box.right, box.bottom)
    for part in shapely.get_parts(clipped):
        if part.geom_type == "LineString" and part.length > 0:
            yield tuple((round(x, 1), round(y, 1)) for x, y in part.coords)


def _mark_last(pieces: Sequence[np.ndarray]) -> Iterator[tuple[bool, np.ndarray]]:
    return ((place == len(pieces) - 1, piece) for place, piece in enumerate(pieces))


def _trim(points: np.ndarray, end: float) -> np.ndarray:
    """The line without its last stretch, so that an arrow stops before the marker; short lines stay as they are."""
    line = shapely.LineString(points)
    if not end or line.length < 4 * end:
        return points
    return shapely.get_coordinates(substring(line, 0, line.length - end))


def _keep_inside(box: Box, outer: Box, margin: float = 4.0) -> Box:
    left = min(max(box.left, outer.left + margin), max(outer.left, outer.right - margin - box.width))
    top = min(max(box.top, outer.top + margin), max(outer.top, outer.bottom - margin - box.height))
    return Box(left, top, box.width, box.height)


def _country_name(code: str, texts: Texts) -> str:
    if code == layers.UNDETERMINED:
        return texts("exports-part-undetermined")
    two = next(iter(get_global("territory_aliases").get(code, ())), code)
    return str(texts.language.locale.territories.get(two, code))
