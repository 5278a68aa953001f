"""From the data set to what the map shows: frame, areas, curves, markers, labels, lens, legend and a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import compress

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.figures.map.courses import frame_courses
from dashboard.figures.map.curves import trace_curves
from dashboard.figures.map.frame import NORTH, SOUTH, fit_frame, fit_lens_frame
from dashboard.figures.map.labels import LENS_LEAST_PX, Names, label_lens, label_map
from dashboard.figures.map.land import find_surroundings
from dashboard.figures.map.places import Gazetteer, is_area
from dashboard.figures.map.records import (
    Corner,
    LegendLine,
    MapArea,
    MapBase,
    MapCurve,
    MapFrame,
    MapLens,
    MapMarker,
    MapView,
)
from dashboard.figures.palette import HUES
from dashboard.i18n import Texts, list_in_words
from dashboard.model import Dataset, Entity, EntityKind, ShownAs
from dashboard.network.wording import kind_name
from geodata import layers

__all__ = ["MapView", "compute_map_view"]

_PHONE_PX = 390.0
_LENS_NEEDED_BELOW = 44.0 / _PHONE_PX  # homes nearer than this share of the width cannot be told apart by a finger
_FLAT = 0.6  # height of a frame by its width, of which stages leave room
_CORNERS: tuple[Corner, ...] = ("bottom-left", "bottom-right", "top-left", "top-right")


def compute_map_view(dataset: Dataset, language: str, texts: Texts) -> MapView:
    """What the map shows of ``dataset`` in ``language`` (a code); ``texts`` are the catalogue's in that language.

    Entities without a place are not on the map. An empty data set gives a frame of the world and a sentence.
    """
    gazetteer = Gazetteer(dataset)
    names = Names(dataset, language)
    curves = trace_curves(dataset, gazetteer)
    shown = gazetteer.shown
    frame = fit_frame([gazetteer.point(entity.id) for entity in shown] + [p for curve in curves for p in curve.points])
    markers = tuple(gazetteer.mark(entity, frame) for entity in shown)
    areas = tuple(gazetteer.fill(entity) for entity in shown if is_area(entity))
    lens = _enlarge_homes(frame, areas, curves, gazetteer, names)
    labels = label_map(
        markers,
        frame,
        curves,
        names,
        in_lens=[marker.id for marker in lens.markers] if lens else (),
        lens_box=(lens.corner, lens.frame.height / lens.frame.width) if lens else None,
    )
    return MapView(
        language=language,
        frame=frame,
        base=_base(frame),
        areas=areas,
        curves=curves,
        markers=markers,
        labels=labels,
        lens=lens,
        courses=frame_courses(dataset, gazetteer, names),
        legend=_explain(frame, markers, areas, curves, lens, names=names, dataset=dataset, texts=texts),
        alt=_describe(curves, names, dataset, texts),
    )


def _base(frame: MapFrame) -> MapBase:
    middle = frame.center_lon
    return MapBase(layer="world_110m", lon_range=(middle - 180, middle + 180), lat_range=(SOUTH, NORTH))


def _enlarge_homes(
    frame: MapFrame,
    areas: Sequence[MapArea],
    curves: Sequence[MapCurve],
    gazetteer: Gazetteer,
    names: Names,
) -> MapLens | None:
    """A lens when homes stand too near to each other on the map, or partners to the only home, else None."""
    crowd = _find_crowd(frame, gazetteer)
    points = [gazetteer.point(entity.id) for entity in crowd]
    apart = math.hypot(*np.ptp(frame.place(points), axis=0)) if len(points) > 1 else math.inf
    if not 0 < apart < _LENS_NEEDED_BELOW * frame.width:
        return None
    lens_frame = fit_lens_frame(points)
    base = _lens_base(lens_frame)
    markers = tuple(gazetteer.mark(entity, lens_frame) for entity in crowd)
    return MapLens(
        frame=lens_frame,
        base=base,
        corner=_quiet_corner(frame, curves),
        areas=tuple(area for area in areas if area.role == "home"),
        outlines=find_surroundings(base.layer, points, {area.area for area in areas}),
        markers=markers,
        labels=label_lens(markers, lens_frame, curves, names),
        window=_window(lens_frame, frame),
    )


def _find_crowd(frame: MapFrame, gazetteer: Gazetteer) -> Sequence[Entity]:
    """The homes; where there is but one, it and the partners that stand too near to it on the map."""
    homes = [entity for entity in gazetteer.shown if entity.kind == EntityKind.HOME]
    if len(homes) != 1:
        return homes
    (at,) = frame.place([gazetteer.point(homes[0].id)])
    partners = [entity for entity in gazetteer.shown if entity.kind == EntityKind.PARTNER]
    spots = [frame.place([gazetteer.point(partner.id)])[0] for partner in partners]
    near = [math.dist(at, spot) < _LENS_NEEDED_BELOW * frame.width / 2 for spot in spots]
    return [*homes, *compress(partners, near)]


def _lens_base(frame: MapFrame) -> MapBase:
    # The finer layer ends not far from Japan.
    west, south, east, north = layers.layer_bounds("japan")
    (left, right), (low, high) = frame.lon_range, frame.lat_range
    is_fine = west <= left and right <= east and south <= low and high <= north
    return MapBase(layer="japan" if is_fine else "world_110m", lon_range=frame.lon_range, lat_range=frame.lat_range)


def _window(lens_frame: MapFrame, frame: MapFrame) -> tuple[float, float, float, float]:
    (west, east), (south, north) = lens_frame.lon_range, lens_frame.lat_range
    (left, top), (right, bottom) = frame.place([(west, north), (east, south)])
    left, top, width, height = (round(float(value), 1) for value in (left, top, right - left, bottom - top))
    return (left, top, width, height)


def _quiet_corner(frame: MapFrame, curves: Sequence[MapCurve]) -> Corner:
    """The corner of the frame that fewest curves run through; the lower left one when several are as quiet.

    That one too of a flat frame: stages have room below it.
    """
    if frame.height < _FLAT * frame.width:
        return _CORNERS[0]
    dots = np.concatenate([frame.place(curve.points) for curve in curves]) if curves else np.empty((0, 2))
    reach = LENS_LEAST_PX / _PHONE_PX * frame.width

    def traffic(corner: Corner) -> int:
        along_x = dots[:, 0] if corner.endswith("left") else frame.width - dots[:, 0]
        along_y = dots[:, 1] if corner.startswith("top") else frame.height - dots[:, 1]
        return int(np.count_nonzero((along_x < reach) & (along_y < reach)))

    return min(_CORNERS, key=traffic)


def _explain(
    frame: MapFrame,
    markers: Sequence[MapMarker],
    areas: Sequence[MapArea],
    curves: Sequence[MapCurve],
    lens: MapLens | None,
    *,
    names: Names,
    dataset: Dataset,
    texts: Texts,
) -> tuple[LegendLine, ...]:
    """The legend: only what is on this map, in a fixed order."""
    kinds = {curve.kind: curve.line for curve in curves}
    homes = [marker for marker in markers if marker.role == "home"]
    lines = [
        LegendLine(mark="home", id=marker.id, hue=marker.hue, text=texts("map-legend-home", home=names.name(marker.id)))
        for marker in (homes if len(homes) <= len(HUES) else ())  # of more, several share a hue
    ]
    lines += [
        LegendLine(mark="tie", id=kind, line=kinds[kind], text=kind_name(kind, dataset, texts))
        for kind in dataset.kind
        if kind in kinds
    ]
    if any(area.role == "partner" for area in areas):
        lines.append(LegendLine(mark="area", id="area", text=texts("map-legend-area")))
    if any(marker.shown_as == ShownAs.SEAT and marker.role == "partner" for marker in markers):
        lines.append(LegendLine(mark="seat", id="seat", text=texts("map-legend-seat")))
    if lens and lens.outlines:
        lines.append(LegendLine(mark="outline", id="outline", text=texts("map-legend-outline")))
    if markers and layers.shapes("world_110m")[layers.UNDETERMINED].intersects(_box_of(frame)):
        lines.append(LegendLine(mark="undetermined", id="undetermined", text=texts("map-legend-undetermined")))
    return tuple(lines)


def _box_of(frame: MapFrame) -> BaseGeometry:
    (west, east), (south, north) = frame.lon_range, frame.lat_range
    return shapely.box(west, south, east, north)


def _describe(curves: Sequence[MapCurve], names: Names, dataset: Dataset, texts: Texts) -> str:
    """The map in words: for each home how many curves leave it, and whom they reach."""
    if not curves:
        return texts("map-empty")
    sentences = [texts("map-alt", ties=len(curves))]
    for home in dataset.of_kind(EntityKind.HOME):
        own = [curve for curve in curves if curve.home == home.id]
        if own:
            reached = dict.fromkeys(names.name(curve.ends[1]) for curve in own)
            listed = list_in_words(list(reached), texts)
            sentences.append(texts("map-alt-home", home=names.name(home.id), ties=len(own), partners=listed))
    return texts("map-sentence-separator").join(sentences)
