"""What a stop shows of the map: where the camera stands, which places are named, and where their names go.

A slide is 96 units wide and 54 high, whatever the screen; type and lines are measured in those units, so that a stop
looks alike on a projector, a laptop, in the overview and on paper. Positions on the map are in units of the view box
of ``MapView.frame``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from dashboard.figures.label_placement import LabelRequest, Placement, Point, Rect, Stage, place_labels
from dashboard.figures.map_labels import COUNTRY_LINE_PX, COUNTRY_PX, LABEL_PADDING_PX, NAME_LINE_PX, NAME_PX
from dashboard.figures.map_records import LabelSpot, MapArea, MapCurve, MapFrame, MapLabel, MapView
from dashboard.figures.text_metrics import measure_text
from dashboard.model import TieKind
from dashboard.stories.focus import Focus
from dashboard.stories.records import Frame, Shows, Stop
from geodata import layers

ROOMS: Mapping[Shows, tuple[float, float]] = {"map": (96.0, 38.0), "both": (51.0, 38.0), "network": (96.0, 38.0)}
"""Width and height of the map in units of the slide; the style sheet present.css has the same."""

LABEL_UNIT = 0.104
"""Units of the slide a label pixel: names are 25 pixels high on a screen of 1920 x 1080."""

_MARGINS = (0.09, 0.13, 0.18, 0.24, 0.3)  # of the room, on each side; wider ones when names find no room
_LEAST_WIDTH = 110.0  # of what the camera shows, in units of the map: the land is drawn no finer
_EDGE = 0.5  # units of the slide between a name and the map's edge
_LEADER_FROM = 7.0
_LEGEND_LINE, _LEGEND_PADDING = 1.75, 2.6  # heights in units of the slide
_LEGEND_WIDTHS = (16.0, 27.0)  # with the plain signs, and with those that say how places are drawn
_AT_THE_END = 6.0  # units of the map within which a marker stands at the end of a curve

Box = tuple[float, float, float, float]
"""Left, top, width, height in units of the map's view box."""


class Scene(BaseModel):
    """The map of one stop."""

    model_config = ConfigDict(frozen=True)

    camera: Box
    labels: Mapping[str, LabelSpot]  # of the places that are named, by id
    kinds: tuple[TieKind, ...]  # kinds of the ties that are lit, for the legend
    homes: tuple[str, ...]  # homes whose hue is lit
    explains_places: bool  # whether the legend says how places are drawn


def compute_scene(view: MapView, stop: Stop, focus: Focus) -> Scene:
    """The scene of a stop on the map of its data set. On an empty map the camera shows the whole frame."""
    curves = [curve for curve in view.curves if _is_lit(curve.id, focus)]
    named = _named(view, curves, focus)
    if stop.frame:
        named &= _within(view, stop.frame)
    labels = [label for label in view.labels if label.id in named]
    room = ROOMS["both" if stop.is_takeaway else stop.show]
    points = _frame_points(stop.frame, view.frame) if stop.frame else _points(view, curves, labels, focus)
    kinds = tuple(dict.fromkeys(curve.kind for curve in curves))
    homes = tuple(dict.fromkeys(curve.home for curve in curves if curve.home))
    explains_places = not (focus.selected or stop.frame or stop.is_takeaway)
    legend = (0.0, 0.0) if stop.is_takeaway else _legend_size(len(kinds) + len(homes), explains_places)
    camera, placement = _settle(view, points, curves, labels, room, legend)
    return Scene(
        camera=camera,
        labels={label.id: _record(label, view, placement) for label in labels},
        kinds=kinds,
        homes=homes,
        explains_places=explains_places,
    )


def _legend_size(lines: int, explains_places: bool) -> tuple[float, float]:
    return _LEGEND_WIDTHS[explains_places], (lines + 2 * explains_places) * _LEGEND_LINE + _LEGEND_PADDING


def _is_lit(key: str, focus: Focus) -> bool:
    if key in focus.out:
        return False
    return not focus.selected or key == focus.selected or key in focus.near


def _named(view: MapView, curves: Sequence[MapCurve], focus: Focus) -> set[str]:
    """Places that are lit, the homes of lit curves, and whatever stands at the ends of these."""
    named = {marker.id for marker in view.markers if _is_lit(marker.id, focus)}
    named |= {curve.home for curve in curves if curve.home}
    ends = [view.frame.place([curve.points[0], curve.points[-1]]) for curve in curves]
    for marker in view.markers:
        here = np.array([marker.x, marker.y])
        if any(np.hypot(*(pair - here).T).min() < _AT_THE_END for pair in ends):
            named.add(marker.id)
    return named - focus.out


def _within(view: MapView, frame: Frame) -> set[str]:
    """The places inside a frame; names of others would only stray into the picture."""
    (left, top), (right, bottom) = _frame_points(frame, view.frame)
    return {each.id for each in view.markers if left <= each.x <= right and top <= each.y <= bottom}


def _points(
    view: MapView, curves: Sequence[MapCurve], labels: Sequence[MapLabel], focus: Focus
) -> npt.NDArray[np.float64]:
    """Everything that must be in the picture, (n, 2) in units of the map; the frame's corners when nothing must."""
    lines = [piece for curve in curves for piece in view.frame.place_line(curve.points)]
    spots = np.array([(label.x, label.y) for label in labels], dtype=float).reshape(-1, 2)
    areas = [_extent(view, area) for area in view.areas if _is_lit(area.id, focus)]
    points = np.concatenate([spots, *lines, *areas])
    return points if len(points) else np.array([(0.0, 0.0), (view.frame.width, view.frame.height)])


def _extent(view: MapView, area: MapArea) -> npt.NDArray[np.float64]:
    """Two corners around a filled area, (2, 2); (0, 2) when the layer does not have it."""
    shape = layers.shapes("areas").get(area.area)
    if shape is None:
        return np.empty((0, 2))
    west, south, east, north = shape.bounds
    return view.frame.place([(west, north), (east, south)])


def _frame_points(frame: Frame, map_frame: MapFrame) -> npt.NDArray[np.float64]:
    west, south, east, north = frame
    return map_frame.place([(west, north), (east, south)])


def _settle(  # noqa: PLR0917 - everything that decides where the camera stands
    view: MapView,
    points: npt.NDArray[np.float64],
    curves: Sequence[MapCurve],
    labels: Sequence[MapLabel],
    room: tuple[float, float],
    legend: tuple[float, float],
) -> tuple[Box, Placement]:
    """The nearest camera from which all names find room, or the farthest of those that are tried."""
    for margin in _MARGINS:
        camera = _aim(points, room, margin)
        stage = _stage(camera, room, legend)
        placement = _place(view, stage, curves, labels)
        if placement.is_complete and not any(_is_covered(label, stage) for label in labels):
            break
    return camera, placement


def _stage(camera: Box, room: tuple[float, float], legend: tuple[float, float]) -> Stage:
    """The room around the camera, without the corner in which the legend stands; in units of the slide."""
    scale = room[0] / camera[2]
    left, top = camera[0] * scale, camera[1] * scale
    right, bottom = left + room[0], top + room[1]
    corner = Rect(left, bottom - legend[1], left + legend[0], bottom)
    bounds = Rect(left + _EDGE, top + _EDGE, right - _EDGE, bottom - _EDGE)
    return Stage(scale, LABEL_UNIT, bounds, (corner,) if legend[0] else ())


def _is_covered(label: MapLabel, stage: Stage) -> bool:
    x, y = label.x * stage.scale, label.y * stage.scale
    return any(corner.left <= x <= corner.right and corner.top <= y <= corner.bottom for corner in stage.obstacles)


def _aim(points: npt.NDArray[np.float64], room: tuple[float, float], margin: float) -> Box:
    """A box of the room's proportions around all points."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = (high - low) / (1 - 2 * margin)
    width = max(float(span[0]), float(span[1]) * room[0] / room[1], _LEAST_WIDTH)
    height = width * room[1] / room[0]
    middle = (low + high) / 2
    left, top = middle - (width / 2, height / 2)
    return (round(float(left), 1), round(float(top), 1), round(width, 1), round(height, 1))


def _place(view: MapView, stage: Stage, curves: Sequence[MapCurve], labels: Sequence[MapLabel]) -> Placement:
    inside = [label for label in labels if _is_inside(label, stage)]
    radii = {marker.id: marker.radius for marker in view.markers}
    return place_labels(
        [_request(label, radii[label.id]) for label in inside],
        markers=[Point(label.x, label.y, radii[label.id]) for label in labels],
        stages=[stage],
        curves=[_pairs(piece) for curve in curves for piece in view.frame.place_line(curve.points)],
    )


def _is_inside(label: MapLabel, stage: Stage) -> bool:
    x, y = label.x * stage.scale, label.y * stage.scale
    return stage.bounds.contains(Rect(x, y, x, y))


def _pairs(piece: npt.NDArray[np.float64]) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in piece]


def _request(label: MapLabel, radius: float) -> LabelRequest:
    widths = [NAME_PX * measure_text(line) for line in label.lines]
    height = NAME_LINE_PX * len(label.lines)
    if label.country:
        widths.append(COUNTRY_PX * measure_text(label.country))
        height += COUNTRY_LINE_PX
    width = max(widths, default=0.0) + 2 * LABEL_PADDING_PX
    return LabelRequest(id=label.id, x=label.x, y=label.y, width_px=width, height_px=height, clearance_px=radius)


def _record(label: MapLabel, view: MapView, placement: Placement) -> LabelSpot:
    if label.id not in placement.spots:
        return label.wide
    anchor, dx, dy = placement.spots[label.id]
    reach = {"n": abs(dy), "s": abs(dy), "e": abs(dx), "w": abs(dx)}.get(anchor, float(np.hypot(dx, dy)))
    radius = next(marker.radius for marker in view.markers if marker.id == label.id)
    return LabelSpot(
        anchor=anchor,
        dx=dx,
        dy=dy,
        has_leader=reach - radius >= _LEADER_FROM,
        crowded=label.id in placement.unplaced,
    )


def lit_names(focus: Focus, keys: Iterable[str]) -> set[str]:
    """Those of ``keys`` that a stop lights up; all of them when it neither selects nor filters."""
    return {key for key in keys if _is_lit(key, focus)}
