"""What a stop shows: where the map's camera stands, which places are named and where, which rows of the network.

A slide is 96 units wide and 54 high, whatever the screen; type and lines are measured in those units, so that a stop
looks alike on a projector, a laptop, in the overview and on paper. Positions on the map are in units of the view box
of ``MapView.frame``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely
from pydantic import BaseModel, ConfigDict

from dashboard.figures.map.labels import (
    COUNTRY_LINE_PX,
    COUNTRY_PX,
    LABEL_PADDING_PX,
    NAME_LINE_PX,
    NAME_PX,
    record_spot,
)
from dashboard.figures.map.placement import (
    CurvePieces,
    LabelRequest,
    Placement,
    Point,
    Rect,
    Stage,
    cut_curves,
    place_labels,
)
from dashboard.figures.map.records import (
    LabelSpot,
    LegendLine,
    MapArea,
    MapCourse,
    MapCurve,
    MapFrame,
    MapLabel,
    MapView,
)
from dashboard.figures.network.records import NetworkView
from dashboard.figures.text_metrics import measure_text
from dashboard.stories.focus import Focus
from dashboard.stories.network_scenes import Rows, compute_rows
from dashboard.stories.records import Frame, Shows, Stop
from geodata import layers

ROOMS: Mapping[Shows, tuple[float, float]] = {"map": (96.0, 40.6), "both": (42.0, 40.6), "network": (96.0, 40.6)}
"""Width and height of the map in units of the slide; the style sheet present.css has the same."""

LABEL_UNIT = 2 / 15
"""Units of the slide a label pixel: names are 32 pixels high on a screen of 1920 x 1080, 16 points on a slide."""

Shape = Literal["square", "upright", "narrow"]
SHAPES: Mapping[Shape, tuple[Mapping[Shows, tuple[float, float]], float]] = {
    "square": ({"map": (72.0, 36.6), "both": (22.4, 28.0), "network": (72.0, 36.6)}, LABEL_UNIT),
    "upright": ({"map": (54.0, 38.0), "both": (54.0, 17.2), "network": (54.0, 49.0)}, LABEL_UNIT),
    "narrow": ({"map": (26.0, 23.0), "both": (26.0, 23.0), "network": (26.0, 23.0)}, 0.072),
}
"""Screens of other shapes than 16:9: rooms of the map and the label pixel. They are 72 x 54, 54 x 72 and, on a phone
that is held upright, 26 units wide; the style sheet has the same."""

COURSES: Mapping[Shape | Literal["wide"], tuple[float, float]] = {
    "wide": (0.0, 20.0),
    "square": (0.0, 20.4),
    "upright": (18.4, 0.0),
    "narrow": (0.0, 0.0),
}
"""What pictures of rivers take of the map's room, at its right and below, in units of the slide."""

_MARGINS = (0.09, 0.13, 0.18, 0.24, 0.3)  # of the room, on each side; wider ones when names find no room
_AWAY = 6.0  # pieces of lines under names that a camera twice as far away must save
_LEAST_STEP = 0.05  # of what the camera shows, to either side
_LEAST_WIDTH = 110.0  # of what the camera shows, in units of the map: the land is drawn no finer
_BESIDE_LEGEND = 1.5  # units of the slide between the legend and a marker
_EDGE = 0.5  # units of the slide between a name and the map's edge
_GAPS_PX = (2, 8, 16, 26, 38, 52)  # names keep off lines, if need be at the end of a leader
_CROSSING_COST = 12.0
_LEGEND_LINE, _LEGEND_HEIGHT = 2.2, 2.4  # of a line, and of the rest, in units of the slide
_LEGEND_TYPE, _LEGEND_WIDTH = 1.4, 6.9  # of its letters, and of the rest: sign, padding, the way to the corner
_MOST_HOMES = 6  # that the legend explains; more hues nobody keeps in mind, and they would hide the map
_AT_THE_END = 6.0  # units of the map within which a marker stands at the end of a curve

Box = tuple[float, float, float, float]
"""Left, top, width, height in units of the map's view box."""


class _Surface(NamedTuple):
    """What a map is drawn on; lengths in units of the slide, widths before heights."""

    room: tuple[float, float]
    legend: tuple[float, float]  # in the lower left corner
    label_unit: float


class Sight(BaseModel):
    """What is seen of the map on a screen of one shape."""

    model_config = ConfigDict(frozen=True)

    camera: Box
    labels: Mapping[str, LabelSpot]  # of the places that are named, by id


class Scene(BaseModel):
    """What one stop shows of the map and the network."""

    model_config = ConfigDict(frozen=True)

    camera: Box
    labels: Mapping[str, LabelSpot]  # of the places that are named, by id
    legend: tuple[LegendLine, ...]  # of the map: just the signs that are lit
    courses: tuple[MapCourse, ...]  # of the rivers that are lit
    rows: Rows  # of the network
    shapes: Mapping[Shape, Sight]  # the same map on screens of other shapes; none on paper


def compute_scene(
    view: MapView,
    stop: Stop,
    focus: Focus,
    network: NetworkView,
    *,
    is_paper: bool = False,
    room: tuple[float, float] | None = None,
) -> Scene:
    """The scene of a stop on the pictures of its data set. On an empty map the camera shows the whole frame.

    Paper has one shape; ``room`` is that of a map that is no slide's, and whose legend stands elsewhere.
    """
    curves = [curve for curve in view.curves if _is_lit(curve.id, focus)]
    courses = _courses(view, focus) if stop.show != "network" and not stop.is_takeaway and room is None else ()
    named = _named(view, curves, focus)
    if stop.frame:
        named &= _within(view, stop.frame)
    if stop.is_takeaway:  # its map is a farewell, beside the words that matter
        named &= {marker.id for marker in view.markers if marker.role == "home"}
    labels = [label for label in view.labels if label.id in named]
    points = _frame_points(stop.frame, view.frame) if stop.frame else _points(view, curves, labels, focus)
    explains_places = not (focus.selected or stop.frame or stop.is_takeaway)
    legend = _explain(view, curves, explains_places=explains_places, explains_white=room is not None)
    wide, high = (0.0, 0.0) if stop.is_takeaway or room else _legend_size(legend)
    pieces = cut_curves(piece for curve in curves for piece in view.traces[curve.id])

    def look(surface: _Surface, shape: Shape | Literal["wide"] = "wide") -> Sight:
        taken = COURSES[shape] if courses else (0.0, 0.0)
        camera, placement = _settle(view, points, pieces, labels, _without(surface, taken))
        return Sight(
            camera=_widen(camera, surface.room, taken),
            labels={label.id: _record(label, view, placement) for label in labels},
        )

    show: Shows = "both" if stop.is_takeaway else stop.show
    wide_sight = look(_Surface(room or ROOMS[show], (wide, high), LABEL_UNIT))
    others = {} if is_paper or show == "network" else SHAPES
    return Scene(
        camera=wide_sight.camera,
        labels=wide_sight.labels,
        legend=legend,
        courses=courses,
        rows=compute_rows(network, focus),
        shapes={
            shape: look(_Surface(rooms[show], _legend_on(shape, show, (wide, high)), unit), shape)
            for shape, (rooms, unit) in others.items()
        },
    )


def _courses(view: MapView, focus: Focus) -> tuple[MapCourse, ...]:
    """The rivers that a stop speaks of; on a map that shows everything there is no room for them."""
    return tuple(course for course in view.courses if course.id == focus.selected or course.id in focus.near)


def _without(surface: _Surface, taken: tuple[float, float]) -> _Surface:
    """The surface without what is taken of it at its right and below; the legend stands in what is taken below."""
    room = (surface.room[0] - taken[0], surface.room[1] - taken[1])
    legend = (surface.legend[0], max(0.0, surface.legend[1] - taken[1]))
    return surface._replace(room=room, legend=legend if legend[1] else (0.0, 0.0))


def _widen(camera: Box, room: tuple[float, float], taken: tuple[float, float]) -> Box:
    """What the whole room shows, if the room without what is taken of it shows ``camera``."""
    left, top, width, height = camera
    across, down = (whole / (whole - part) for whole, part in zip(room, taken, strict=True))
    return (left, top, round(width * across, 1), round(height * down, 1))


def _explain(
    view: MapView, curves: Sequence[MapCurve], *, explains_places: bool, explains_white: bool
) -> tuple[LegendLine, ...]:
    """The lines of the legend for the hues and patterns of ``curves``, and for what else it is to explain.

    Why land is left white is asked of paper, not while somebody speaks.
    """
    homes = {curve.home for curve in curves}
    wanted = {curve.kind for curve in curves} | (homes if len(homes) <= _MOST_HOMES else set())
    wanted |= {"area", "seat"} if explains_places else set()
    wanted |= {"undetermined"} if explains_white else set()
    return tuple(line for line in view.legend if line.id in wanted)


def _legend_size(lines: Sequence[LegendLine]) -> tuple[float, float]:
    letters = max((measure_text(line.text) for line in lines), default=0.0)
    return letters * _LEGEND_TYPE + _LEGEND_WIDTH, len(lines) * _LEGEND_LINE + _LEGEND_HEIGHT


def _legend_on(shape: Shape, show: Shows, size: tuple[float, float]) -> tuple[float, float]:
    """On upright screens the legend stands below the map, on square ones where it would hide too much of it."""
    return (0.0, 0.0) if shape != "square" or show == "both" else size


def _is_lit(key: str, focus: Focus) -> bool:
    if key in focus.out:
        return False
    return not focus.selected or key == focus.selected or key in focus.near


def _named(view: MapView, curves: Sequence[MapCurve], focus: Focus) -> set[str]:
    """Places that are lit, the homes of lit curves, and whatever stands at the ends of these."""
    named = {marker.id for marker in view.markers if _is_lit(marker.id, focus)}
    named |= {curve.home for curve in curves if curve.home}
    return (named | _at_the_ends(view, curves)) - focus.out


def _at_the_ends(view: MapView, curves: Sequence[MapCurve]) -> set[str]:
    """The places that stand where a curve begins or ends; of towns side by side the one that it reaches."""
    ends = [end for curve in curves if (lines := view.traces[curve.id]) for end in (lines[0][0], lines[-1][-1])]
    tree = shapely.STRtree(_as_points([(marker.x, marker.y) for marker in view.markers]))
    _, found = tree.query_nearest(_as_points(ends), max_distance=_AT_THE_END)
    return {view.markers[at].id for at in found}


def _as_points(pairs: npt.ArrayLike) -> npt.NDArray[np.object_]:
    return np.asarray(shapely.points(np.asarray(pairs, dtype=float).reshape(-1, 2)))


def _within(view: MapView, frame: Frame) -> set[str]:
    """The places inside a frame; names of others would only stray into the picture."""
    (left, top), (right, bottom) = _frame_points(frame, view.frame)
    return {each.id for each in view.markers if left <= each.x <= right and top <= each.y <= bottom}


def _points(
    view: MapView, curves: Sequence[MapCurve], labels: Sequence[MapLabel], focus: Focus
) -> npt.NDArray[np.float64]:
    """Everything that must be in the picture, (n, 2) in units of the map; the frame's corners when nothing must."""
    lines = [piece for curve in curves for piece in view.traces[curve.id]]
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


def _settle(
    view: MapView,
    points: npt.NDArray[np.float64],
    curves: CurvePieces,
    labels: Sequence[MapLabel],
    surface: _Surface,
) -> tuple[Box, Placement]:
    """The camera from which fewest names are lost, then the one that is near and has few names on lines."""
    tried: list[tuple[tuple[int, float], Box, Placement]] = []
    nearest = _aim(points, surface.room, _MARGINS[0])[2]
    for margin in _MARGINS:
        aimed = _aim(points, surface.room, margin)
        away = _AWAY * (aimed[2] / nearest - 1)
        if tried and (0, away) >= min(tried, key=_cost)[0]:
            break
        camera = _step_aside(aimed, points, labels, surface)
        found = [_try(view, camera, surface, curves, labels)]
        if found[0][0] > (0, 0.0) and not surface.legend[0]:  # which would hide more
            found += [_try(view, beside, surface, curves, labels) for beside in _beside(camera, points)]
        cost, camera, placement = min(found, key=_cost)
        if tried and cost[0] > tried[-1][0][0]:  # from farther away names stand closer
            break
        tried.append(((cost[0], cost[1] + away), camera, placement))
    _, camera, placement = min(tried, key=_cost)
    return camera, placement


def _try(
    view: MapView, camera: Box, surface: _Surface, curves: CurvePieces, labels: Sequence[MapLabel]
) -> tuple[tuple[int, float], Box, Placement]:
    """How many names are lost, and how many pieces of lines lie under the others."""
    stage = _stage(camera, surface)
    placement = _place(view, stage, curves, labels)
    lost = len(placement.unplaced) + sum(_is_covered(label, stage) for label in labels)
    return (lost, placement.crossings), camera, placement


def _beside(camera: Box, points: npt.NDArray[np.float64]) -> Iterable[Box]:
    """The camera moved to either side as far as all points stay in the picture: names have more room on the other."""
    left, top, width, height = camera
    edge = width * _MARGINS[0]
    steps = (float(points[:, 0].min()) - edge - left, float(points[:, 0].max()) + edge - left - width)
    return [(round(left + step, 1), top, width, height) for step in steps if abs(step) > width * _LEAST_STEP]


def _cost(tried: tuple[tuple[int, float], Box, Placement]) -> tuple[int, float]:
    return tried[0]


def _stage(camera: Box, surface: _Surface) -> Stage:
    """The room around the camera, without the corner in which the legend stands; in units of the slide."""
    room, legend, label_unit = surface
    scale = room[0] / camera[2]
    left, top = camera[0] * scale, camera[1] * scale
    right, bottom = left + room[0], top + room[1]
    corner = Rect(left, bottom - legend[1], left + legend[0], bottom)
    bounds = Rect(left + _EDGE, top + _EDGE, right - _EDGE, bottom - _EDGE)
    return Stage(scale, label_unit, bounds, (corner,) if legend[0] else ())


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


def _step_aside(camera: Box, points: npt.NDArray[np.float64], labels: Sequence[MapLabel], surface: _Surface) -> Box:
    """The camera moved to the left as far as the legend covers what is named, if all points stay in the picture."""
    stage = _stage(camera, surface)
    covered = [label.x for label in labels if _is_covered(label, stage)]
    if not covered:
        return camera
    left, top, width, height = camera
    free = left + (surface.legend[0] + _BESIDE_LEGEND) / stage.scale
    step = free - min(covered)
    fits = float(points[:, 0].max()) + step <= left + width * (1 - _MARGINS[0])
    return (round(left - step, 1), top, width, height) if fits else camera


def _place(view: MapView, stage: Stage, curves: CurvePieces, labels: Sequence[MapLabel]) -> Placement:
    inside = [label for label in labels if _is_inside(label, stage)]
    radii = {marker.id: marker.radius for marker in view.markers}
    return place_labels(
        [_request(label, radii[label.id]) for label in inside],
        markers=[Point(label.x, label.y, radii[label.id]) for label in labels],
        stages=[stage],
        curves=curves,
        gaps_px=_GAPS_PX,
        crossing_cost=_CROSSING_COST,
    )


def _is_inside(label: MapLabel, stage: Stage) -> bool:
    x, y = label.x * stage.scale, label.y * stage.scale
    return stage.bounds.contains(Rect(x, y, x, y))


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
    return record_spot(next(marker for marker in view.markers if marker.id == label.id), placement)


def lit_names(focus: Focus, keys: Iterable[str]) -> set[str]:
    """Those of ``keys`` that a stop lights up; all of them when it neither selects nor filters."""
    return {key for key in keys if _is_lit(key, focus)}
