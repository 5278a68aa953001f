"""The graph carries every record with its source."""

from __future__ import annotations

import networkx as nx
import pytest

from dashboard.model import Dataset
from dashboard.network.graph import build_graph


def test_every_entity_is_a_node_and_every_tie_an_edge_under_its_id(small: Dataset) -> None:
    graph = build_graph(small)
    assert list(graph) == list(small.entity)
    edges = {(tie.source, tie.target, tie.id) for tie in small.ties}
    assert set(graph.edges(keys=True)) == edges
    assert graph.number_of_edges() == len(small.ties)


@pytest.mark.parametrize("name", ["small", "content"])
def test_every_node_and_edge_has_a_kind_a_known_source_and_a_locator(name: str, request: pytest.FixtureRequest) -> None:
    dataset: Dataset = request.getfixturevalue(name)
    graph = build_graph(dataset)
    everything = [*(data for _, data in graph.nodes(data=True)), *(data for *_, data in graph.edges(data=True))]
    assert everything
    for data in everything:
        assert data["kind"]
        assert data["locator"]
        assert data["source_key"] in dataset.source
        assert data["later"] is dataset.source[data["source_key"]].is_later


def test_a_node_has_its_names_and_longitude_and_latitude(small_graph: nx.MultiDiGraph[str]) -> None:
    node = small_graph.nodes["jiangsu"]
    assert node["names"] == {"ja": "江蘇省", "en": "Jiangsu"}
    assert (node["lon"], node["lat"], node["shown_as"], node["area"]) == (118.77778, 32.06167, "area", "jiangsu")
    assert [other["text"] for other in node["other_names"]] == ["江苏省", "Kiangsu"]


def test_what_an_entity_does_not_have_is_left_out(small_graph: nx.MultiDiGraph[str]) -> None:
    assert {"lon", "standing", "evidence", "themes", "other_names"}.isdisjoint(small_graph.nodes["china"])


def test_an_empty_data_set_is_an_empty_graph() -> None:
    graph = build_graph(Dataset())
    assert (len(graph), graph.number_of_edges()) == (0, 0)
