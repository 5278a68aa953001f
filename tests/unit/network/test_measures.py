"""What is counted and measured."""

from __future__ import annotations

import networkx as nx
import pytest

from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.network.counts import counts
from dashboard.network.graph import build_graph
from dashboard.network.measures import MEASURES, HomeCounts, compare_homes, count_at_homes, find_components


def test_everything_is_counted(small: Dataset) -> None:
    assert counts(small) == {
        "homes": 2,
        "organisations": 2,
        "organisations_current": 1,
        "organisations_former": 1,
        "organisations_other": 1,
        "partners": 2,
        "partner_countries": 2,
        "activities": 2,
        "activities_text": 1,
        "activities_caption": 1,
        "venues": 1,
        "rivers": 2,
        "countries": 1,
        "partner_ties": 2,
        "sister_city": 0,
        "friendly_exchange": 1,
        "organisation_exchange": 0,
        "support": 1,
        "sister_river": 1,
        "links": 10,
        "sources": 2,
        "gaps": 1,
        "nodes": 13,
        "edges": 13,
    }


def test_an_empty_data_set_counts_nothing_under_the_same_names(small: Dataset) -> None:
    assert counts(Dataset(kinds=small.kinds)) == dict.fromkeys(counts(small), 0)


def test_every_count_and_measure_has_a_name_in_every_language(texts: Texts) -> None:
    assert all(f"count-{name.replace('_', '-')}" in texts for name in counts(Dataset()))
    assert all(measure.label_key in texts for measure in MEASURES)


def test_degree_counts_ties_in_both_directions(small_graph: nx.MultiDiGraph[str]) -> None:
    degree = MEASURES[0].compute(small_graph)
    assert (degree["jiangsu"], degree["concert"], degree["china"]) == (2, 4, 1)


def test_betweenness_is_highest_where_most_ways_lead_through(small_graph: nx.MultiDiGraph[str]) -> None:
    betweenness = MEASURES[1].compute(small_graph)
    assert betweenness["china"] == 0
    assert 0 < betweenness["ichinoseki"] <= 1


def test_parts_that_do_not_hang_together_are_told_apart_largest_first(small_graph: nx.MultiDiGraph[str]) -> None:
    parts = find_components(small_graph)
    assert [len(part) for part in parts] == [9, 4]
    assert parts[1] == {"ishikawa", "japanese-class", "jiangsu", "china"}


def test_the_homes_are_compared_in_every_theme_that_one_of_them_has(small: Dataset) -> None:
    compared = {each.theme: each.activities for each in compare_homes(small)}
    assert compared["language"] == {"ishikawa": ("japanese-class",), "ichinoseki": ("concert",)}
    assert all(set(activities) == {"ishikawa", "ichinoseki"} for activities in compared.values())
    assert all(any(activities.values()) for activities in compared.values())


def test_of_each_home_partners_countries_and_activities_are_counted(content: Dataset) -> None:
    counts = count_at_homes(content)
    assert counts["ishikawa"] == HomeCounts(partners=3, countries=3, activities=11)
    assert counts["ichinoseki"] == HomeCounts(partners=5, countries=5, activities=36)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_an_empty_graph_has_nothing_to_measure(measure: object) -> None:
    assert measure.compute(build_graph(Dataset())) == {}  # type: ignore[attr-defined]


def test_an_empty_data_set_has_no_parts_and_nothing_to_compare() -> None:
    assert find_components(build_graph(Dataset())) == ()
    assert compare_homes(Dataset()) == ()
