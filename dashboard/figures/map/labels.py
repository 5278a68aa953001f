"""Names on the map and in its lens: their wording, their sizes, and the stages on which they must find room."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from babel import Locale

from dashboard.figures.map.placement import (
    LEADER_FROM_PX,
    CurvePieces,
    LabelRequest,
    Placement,
    Point,
    Rect,
    Stage,
    cut_curves,
    place_labels,
)
from dashboard.figures.map.records import Corner, LabelSpot, MapCurve, MapFrame, MapLabel, MapMarker
from dashboard.figures.text_metrics import measure_text, wrap_text
from dashboard.model import Dataset, EntityKind, in_language

# Sizes in label pixels and shares of the frame's width; the style sheet map.css has the same.
NAME_PX, COUNTRY_PX = 12.0, 10.5
NAME_LINE_PX, COUNTRY_LINE_PX = 14.5, 13.0
LABEL_PADDING_PX = 3.0
LABEL_SCALE, MOST_LABEL_SCALE = 1.44, 2.3  # screen pixels a label pixel: this times pixels a unit, at least 1, at most
NARROW_PX = 480.0  # width of the stage below which the narrow spots are used
LENS_SHARE, LENS_LEAST_PX, LENS_MOST_PX, LENS_INSET_PX = 0.27, 136.0, 400.0, 10.0

_NARROW_WIDTHS_PX = (350.0, 390.0, 430.0, 479.0)
_WIDE_WIDTHS_PX = (480.0, 560.0, 694.0, 1000.0, 1600.0)
_LARGER_LENSES_PX = (300.0, 420.0)  # on narrow stages that are tall: the lens takes the room below the frame
_NAME_WIDTH_EM = 11.2
_NARROW_TALLNESS = 1.1  # narrow stages are taller than wide, so that the lens lies below the frame


class Names:
    """What is written at an entity in one language (a code)."""

    def __init__(self, dataset: Dataset, language: str) -> None:
        self._dataset = dataset
        self._language = language
        self._countries = {
            entity.country: in_language(entity.names, language) for entity in dataset.of_kind(EntityKind.COUNTRY)
        }

    def name(self, key: str) -> str:
        """The name of an entity; raise KeyError for an unknown id."""
        return in_language(self._dataset.entity[key].names, self._language)

    def country(self, key: str) -> str | None:
        """The name of the country in which a partner lies, unless its own name says it; None for homes."""
        entity = self._dataset.entity[key]
        if entity.kind == EntityKind.HOME or entity.country is None:
            return None
        name = self._countries.get(entity.country) or _territory(entity.country, self._language)
        return None if not name or name in self.name(key) else name


def label_map(
    markers: Sequence[MapMarker],
    frame: MapFrame,
    curves: Sequence[MapCurve],
    names: Names,
    *,
    in_lens: Iterable[str] = (),
    lens_box: tuple[Corner, float] | None = None,
) -> tuple[MapLabel, ...]:
    """A label for each marker. On narrow stages those ``in_lens`` (ids) have none, as the lens names them.

    ``lens_box`` is the corner of the lens and its height as a share of its width.
    """
    wording = {marker.id: (wrap_name(names.name(marker.id)), names.country(marker.id)) for marker in markers}
    requests = [_request(marker, *wording[marker.id]) for marker in markers]
    named_in_lens = set(in_lens)
    narrow_requests = [request for request in requests if request.id not in named_in_lens]
    dots, pieces = _dots(markers), _cut(frame, curves)
    stages = _stages(frame, lens_box, _WIDE_WIDTHS_PX, tallness=0.0)
    narrow_stages = _stages(frame, lens_box, _NARROW_WIDTHS_PX, tallness=_NARROW_TALLNESS)
    wide = place_labels(requests, markers=dots, stages=stages, curves=pieces)
    narrow = place_labels(narrow_requests, markers=dots, stages=narrow_stages, curves=pieces)
    return tuple(_settle(marker, *wording[marker.id], wide, narrow) for marker in markers)


def label_lens(
    markers: Sequence[MapMarker], frame: MapFrame, curves: Sequence[MapCurve], names: Names
) -> tuple[MapLabel, ...]:
    """A label without country for each marker of the lens, the same on all stages."""
    wording = {marker.id: wrap_name(names.name(marker.id)) for marker in markers}
    placement = place_labels(
        [_request(marker, wording[marker.id], None) for marker in markers],
        markers=_dots(markers),
        stages=_lens_stages(frame),
        curves=_cut(frame, curves),
    )
    return tuple(_settle(marker, wording[marker.id], None, placement, placement) for marker in markers)


def wrap_name(name: str) -> tuple[str, ...]:
    """A name in lines that are short enough for a label."""
    return wrap_text(name, width_em=_NAME_WIDTH_EM)


def lens_width_px(frame_width_px: float) -> float:
    """How wide the lens is on a stage whose frame is so wide, in screen pixels."""
    return min(LENS_MOST_PX, max(LENS_LEAST_PX, LENS_SHARE * frame_width_px))


def label_scale(frame_width_px: float) -> float:
    """Screen pixels a label pixel on a stage whose frame is so wide."""
    return min(MOST_LABEL_SCALE, max(1.0, LABEL_SCALE * frame_width_px / 1000.0))


def _stages(
    frame: MapFrame, lens_box: tuple[Corner, float] | None, widths_px: Sequence[float], *, tallness: float
) -> tuple[Stage, ...]:
    """Stages as large as the frame, or taller when ``tallness`` times their width is more.

    Larger stages than these leave more room, never less.
    """
    stages = []
    for width in widths_px:
        bounds = Rect(0.0, 0.0, width, frame.height * width / frame.width)
        room = bounds._replace(bottom=max(bounds.bottom, tallness * width))
        obstacles = (_lens_obstacle(*lens_box, room),) if lens_box else ()
        stages.append(Stage(width / frame.width, label_scale(width), bounds, obstacles))
    return tuple(stages)


def _lens_obstacle(corner: Corner, tallness: float, room: Rect) -> Rect:
    width = lens_width_px(room.right)
    across, down = width + LENS_INSET_PX, width * tallness + LENS_INSET_PX
    left = 0.0 if corner.endswith("left") else room.right - across
    top = 0.0 if corner.startswith("top") else room.bottom - down
    return Rect(left, top, left + across, top + down)


def _lens_stages(frame: MapFrame) -> tuple[Stage, ...]:
    stages = []
    widths = [(lens_width_px(width), label_scale(width)) for width in (*_NARROW_WIDTHS_PX, *_WIDE_WIDTHS_PX)]
    for width, scale in (*widths, *((width, label_scale(NARROW_PX)) for width in _LARGER_LENSES_PX)):
        bounds = Rect(2.0, 2.0, width - 2.0, width * frame.height / frame.width - 2.0)
        stages.append(Stage(width / frame.width, scale, bounds))
    return tuple(stages)


def _dots(markers: Iterable[MapMarker]) -> list[Point]:
    return [Point(marker.x, marker.y, marker.radius) for marker in markers]


def _cut(frame: MapFrame, curves: Iterable[MapCurve]) -> CurvePieces:
    return cut_curves(piece for curve in curves for piece in frame.place_line(curve.points))


def _request(marker: MapMarker, lines: Sequence[str], country: str | None) -> LabelRequest:
    widths = [NAME_PX * measure_text(line) for line in lines]
    height = NAME_LINE_PX * len(lines)
    if country:
        widths.append(COUNTRY_PX * measure_text(country))
        height += COUNTRY_LINE_PX
    return LabelRequest(
        id=marker.id,
        x=marker.x,
        y=marker.y,
        width_px=max(widths, default=0.0) + 2 * LABEL_PADDING_PX,
        height_px=height,
        clearance_px=marker.radius,
    )


def _settle(
    marker: MapMarker, lines: tuple[str, ...], country: str | None, wide: Placement, narrow: Placement
) -> MapLabel:
    return MapLabel(
        id=marker.id,
        role=marker.role,
        hue=marker.hue,
        lines=lines,
        country=country,
        x=marker.x,
        y=marker.y,
        wide=record_spot(marker, wide),
        narrow=record_spot(marker, narrow) if marker.id in narrow.spots else None,
        later=marker.later,
    )


def record_spot(marker: MapMarker, placement: Placement) -> LabelSpot:
    """Where the label of a marker lies, with what must be drawn beside it; raise KeyError for one without a spot."""
    anchor, dx, dy = placement.spots[marker.id]
    # Along the side that faces the point a label may have slid; only the way across counts.
    reach = {"n": abs(dy), "s": abs(dy), "e": abs(dx), "w": abs(dx)}.get(anchor, math.hypot(dx, dy))
    return LabelSpot(
        anchor=anchor,
        dx=dx,
        dy=dy,
        has_leader=reach - marker.radius >= LEADER_FROM_PX,
        crowded=marker.id in placement.unplaced,
    )


def _territory(code: str, language: str) -> str | None:
    name = Locale.parse(language, sep="-").territories.get(code)
    return str(name) if name else None
