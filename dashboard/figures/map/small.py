"""The small map of one thing: the curves of its ties and their ends, framed to just these."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.figures.map.curves import trace_curves
from dashboard.figures.map.frame import fit_small_frame
from dashboard.figures.map.labels import Names, label_map
from dashboard.figures.map.places import Gazetteer, is_area
from dashboard.figures.map.records import MapBase, MapCurve, MapFrame, MapView
from dashboard.model import Dataset, Entity, EntityKind, LinkKind, Tie

_WIDEST_OF_JAPAN = 40.0  # degrees of longitude, beyond which the fine layer of Japan would stand alone in the sea


def compute_small_map(dataset: Dataset, key: str, language: str) -> MapView | None:
    """What the map of an entity or exchange tie shows in ``language`` (a code); None for what has no place at all."""
    gazetteer = Gazetteer(dataset)
    ties = {tie.id for tie in find_ties_around(dataset, key)}
    curves = tuple(curve for curve in trace_curves(dataset, gazetteer) if curve.id in ties)
    shown = _find_places(dataset, gazetteer, key, curves)
    if not shown:
        return None
    points = [gazetteer.point(entity.id) for entity in shown] + [point for curve in curves for point in curve.points]
    frame = fit_small_frame(points)
    markers = tuple(gazetteer.mark(entity, frame) for entity in shown)
    return MapView(
        language=language,
        frame=frame,
        base=_base(frame, shown),
        areas=tuple(gazetteer.fill(entity) for entity in shown if is_area(entity)),
        curves=curves,
        markers=markers,
        labels=label_map(markers, frame, curves, Names(dataset, language)),
        lens=None,
        legend=(),
        alt="",
    )


def find_ties_around(dataset: Dataset, key: str) -> tuple[Tie, ...]:
    """The exchange ties that tell where something belongs: itself, its own, else those of what it is part of.

    An activity has the ties between those who run it and those with whom; a country those of its partners.
    """
    if key in dataset.tie:
        return (dataset.tie[key],)
    own = _ties_at(dataset, {key})
    if own or dataset.entity[key].kind not in (EntityKind.ACTIVITY, EntityKind.COUNTRY):
        return own
    if dataset.entity[key].kind == EntityKind.COUNTRY:
        return _ties_at(dataset, _linked(dataset, key, LinkKind.LOCATED_IN) - {e.id for e in _homes(dataset)})
    partners = {tie.target for tie in dataset.ties if tie.kind == LinkKind.WITH_PARTNER and tie.source == key}
    common = _ties_at(dataset, partners)
    runners = _linked(dataset, key, LinkKind.RUNS)
    return tuple(tie for tie in common if tie.source in runners) or tuple(
        tie for tie in common if dataset.entity[key].home in (tie.source, dataset.entity[tie.source].home)
    )


def _homes(dataset: Dataset) -> tuple[Entity, ...]:
    return dataset.of_kind(EntityKind.HOME)


def _ties_at(dataset: Dataset, ends: set[str]) -> tuple[Tie, ...]:
    return tuple(tie for tie in dataset.exchange_ties if tie.source in ends or tie.target in ends)


def _linked(dataset: Dataset, target: str, kind: LinkKind) -> set[str]:
    return {tie.source for tie in dataset.ties if tie.kind == kind and tie.target == target}


def _find_places(dataset: Dataset, gazetteer: Gazetteer, key: str, curves: Iterable[MapCurve]) -> tuple[Entity, ...]:
    """What is marked: the ends of the curves, or the places that stand for them, and that of the thing itself."""
    ends = [end for curve in curves for end in curve.ends]
    own = (key,) if key in dataset.entity else (dataset.tie[key].source, dataset.tie[key].target)
    keys = [*own, *ends]
    stand_ins = dict.fromkeys(gazetteer.stand_in(end) for end in keys)
    return tuple(dataset.entity[place] for place in stand_ins if place)


def _base(frame: MapFrame, shown: Iterable[Entity]) -> MapBase:
    """The land within the frame and no more of it; the finer layer knows Japan only."""
    west, east = frame.lon_range
    is_japanese = east - west < _WIDEST_OF_JAPAN and all(entity.country in (None, "JP") for entity in shown)
    return MapBase(layer="japan" if is_japanese else "world_110m", lon_range=frame.lon_range, lat_range=frame.lat_range)
