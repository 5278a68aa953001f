"""What can be measured in the network, and the homes side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx
from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, EntityKind


@dataclass(frozen=True)
class Measure:
    """A figure for every node. ``label_key`` names it in the catalogue."""

    id: str
    label_key: str
    compute: Callable[[nx.MultiDiGraph[str]], Mapping[str, float]]


class HomeCounts(BaseModel):
    """How much a home is tied to: partners abroad, the countries that these are in, activities."""

    model_config = ConfigDict(frozen=True)

    partners: int
    countries: int
    activities: int


class ThemeAtHomes(BaseModel):
    """The activities of a theme: their ids by id of the home, in the order of the tables."""

    model_config = ConfigDict(frozen=True)

    theme: str
    activities: Mapping[str, tuple[str, ...]]


def measure_degree(graph: nx.MultiDiGraph[str]) -> Mapping[str, float]:
    """The number of ties at every node, whichever way they run."""
    return {node: float(degree) for node, degree in graph.degree()}


def measure_betweenness(graph: nx.MultiDiGraph[str]) -> Mapping[str, float]:
    """The share, 0 to 1, of shortest ways between two others that lead through each node; direction does not count."""
    return dict(nx.betweenness_centrality(nx.Graph(graph)))


def find_components(graph: nx.MultiDiGraph[str]) -> tuple[frozenset[str], ...]:
    """The parts of the network that hang together, largest first, then by their first id."""
    parts = (frozenset(part) for part in nx.weakly_connected_components(graph))
    return tuple(sorted(parts, key=lambda part: (-len(part), min(part))))


def count_at_homes(dataset: Dataset) -> Mapping[str, HomeCounts]:
    """What each home has, by its id; an empty data set gives an empty mapping."""
    return {home.id: _count_at(dataset, home.id) for home in dataset.of_kind(EntityKind.HOME)}


def _count_at(dataset: Dataset, home: str) -> HomeCounts:
    ends = {tie.target for tie in dataset.exchange_ties if dataset.home_of(tie.source) == home}
    partners = [each for each in dataset.of_kind(EntityKind.PARTNER) if each.id in ends]
    return HomeCounts(
        partners=len(partners),
        countries=len({partner.country for partner in partners}),
        activities=sum(each.home == home for each in dataset.of_kind(EntityKind.ACTIVITY)),
    )


def compare_homes(dataset: Dataset) -> tuple[ThemeAtHomes, ...]:
    """The themes that there are activities of, home by home, in the order of the tables.

    Every home is a key of every theme, also one without activities of it. An empty data set gives an empty tuple.
    """
    homes = [home.id for home in dataset.of_kind(EntityKind.HOME)]
    themes = (
        ThemeAtHomes(theme=theme.id, activities={home: _find_activities(dataset, home, theme.id) for home in homes})
        for theme in dataset.themes
    )
    return tuple(theme for theme in themes if any(theme.activities.values()))


def _find_activities(dataset: Dataset, home: str, theme: str) -> tuple[str, ...]:
    activities = dataset.of_kind(EntityKind.ACTIVITY)
    return tuple(each.id for each in activities if each.home == home and theme in each.themes)


MEASURES = (
    Measure(id="degree", label_key="network-measure-degree", compute=measure_degree),
    Measure(id="betweenness", label_key="network-measure-betweenness", compute=measure_betweenness),
)
"""Every measure that a reader may choose."""
