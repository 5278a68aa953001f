"""The rows of a data set. Where things lie is asked here, so that whoever only has rows loads no geography."""

from __future__ import annotations

from dashboard.figures.map.places import Gazetteer
from dashboard.figures.numbers.rows import ActivityRow, Numbers, TieRow
from dashboard.model import Dataset, EntityKind, LinkKind, Tie
from dashboard.network.facets import Facets, compute_facets
from geodata.curves import distance_km


def compute_numbers(dataset: Dataset) -> Numbers:
    """Rows of every exchange tie and every activity; an empty data set gives none."""
    facets, places = compute_facets(dataset), Gazetteer(dataset)
    activities = dataset.of_kind(EntityKind.ACTIVITY)
    return Numbers(
        ties=tuple(_tie_row(dataset, tie, facets[tie.id], places) for tie in dataset.exchange_ties),
        activities=tuple(
            ActivityRow(id=each.id, home=each.home or "", themes=each.themes, partners=_partners_of(dataset, each.id))
            for each in activities
        ),
    )


def _tie_row(dataset: Dataset, tie: Tie, facets: Facets, places: Gazetteer) -> TieRow:
    partner = dataset.entity[tie.target]
    return TieRow(
        id=tie.id,
        kind=str(tie.kind),
        home=next(iter(facets.homes), ""),
        partner=partner.id,
        country=partner.country or "",
        year=_first_year(dataset, tie.id),
        distance_km=_distance_km(tie, places),
        themes=facets.themes,
    )


def _first_year(dataset: Dataset, about: str) -> int | None:
    years = [fact.when.start.year for fact in dataset.dated_facts if fact.about == about and fact.when.start.year]
    return min(years, default=None)


def _distance_km(tie: Tie, places: Gazetteer) -> float | None:
    """The length of the geodesic between the points that stand for the ends; None where one has no point."""
    start, end = places.stand_in(tie.source), places.stand_in(tie.target)
    if start is None or end is None:
        return None
    return distance_km(places.point(start), places.point(end))


def _partners_of(dataset: Dataset, activity: str) -> tuple[str, ...]:
    ties = dataset.ties
    return tuple(tie.target for tie in ties if tie.kind == LinkKind.WITH_PARTNER and tie.source == activity)
