"""Curves of the map: each exchange tie as the shortest way round the earth."""

from __future__ import annotations

from collections import defaultdict

from dashboard.figures.map.places import Gazetteer
from dashboard.figures.map.records import MapCurve
from dashboard.model import Dataset, Tie
from geodata.curves import distance_km, geodesic

_SPACING_KM = 150.0
_SIDE_BY_SIDE_KM = 330.0
_SIDE_BY_SIDE_SHARE = 0.05  # of the distance, for near ends


def trace_curves(dataset: Dataset, gazetteer: Gazetteer) -> tuple[MapCurve, ...]:
    """One curve a tie, in the order of the tables; ties between the same two points run side by side.

    A tie whose end has no point, or whose ends have the same point, is not on the map.
    """
    bundles: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in dataset.exchange_ties:
        start, end = gazetteer.stand_in(tie.source), gazetteer.stand_in(tie.target)
        if start and end and gazetteer.point(start) != gazetteer.point(end):
            bundles[start, end].append(tie)
    curves = {
        tie.id: _trace(tie, gazetteer, ends, lane - (len(ties) - 1) / 2)
        for ends, ties in bundles.items()
        for lane, tie in enumerate(ties)
    }
    return tuple(curves[tie.id] for tie in dataset.exchange_ties if tie.id in curves)


def _trace(tie: Tie, gazetteer: Gazetteer, ends: tuple[str, str], lane: float) -> MapCurve:
    start, end = (gazetteer.point(key) for key in ends)
    apart_km = min(_SIDE_BY_SIDE_KM, _SIDE_BY_SIDE_SHARE * distance_km(start, end))
    line = geodesic(start, end, spacing_km=_SPACING_KM, bow_km=lane * apart_km)
    return MapCurve(
        id=tie.id,
        kind=tie.kind,
        line=gazetteer.line(tie),
        home=gazetteer.home_of_tie(tie),
        hue=gazetteer.hue_of_tie(tie),
        ends=(tie.source, tie.target),
        points=tuple((round(float(lon), 2), round(float(lat), 2)) for lon, lat in line),
        later=tie.later,
    )
