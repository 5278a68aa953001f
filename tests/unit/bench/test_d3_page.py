"""The page written by hand shows the same network as the explorer: else a comparison with it says nothing."""

import re
from typing import Any

import pytest

from bench.d3.recipe import describe_network
from dashboard.model import Dataset, EntityKind
from dashboard.network.graph import build_graph


@pytest.fixture(scope="module")
def drawn() -> dict[str, Any]:
    return describe_network()


def test_the_page_by_hand_shows_every_home_and_partner_that_has_a_place(
    drawn: dict[str, Any], content: Dataset
) -> None:
    placed = {each.id for each in content.entities if each.place and each.kind in (EntityKind.HOME, EntityKind.PARTNER)}
    assert {marker["id"] for marker in drawn["markers"]} == placed
    assert all(marker["name"] != marker["id"] for marker in drawn["markers"])


def test_the_page_by_hand_draws_every_exchange_tie_between_places(drawn: dict[str, Any], content: Dataset) -> None:
    partners = {marker["id"] for marker in drawn["markers"]}
    ties = {tie.id for tie in content.ties if tie.is_exchange and tie.target in partners}
    assert {tie["id"] for tie in drawn["ties"]} >= ties


def test_the_network_by_hand_is_as_large_as_the_explorers(drawn: dict[str, Any], content: Dataset) -> None:
    graph = build_graph(content)
    nodes = {node["id"] for node in drawn["nodes"]}
    assert nodes <= set(graph)
    assert {each.id for each in content.entities if each.kind is not EntityKind.COUNTRY} <= nodes
    known = {key for _, _, key in graph.edges(keys=True)}
    assert {edge[0] for edge in drawn["edges"]} <= known
    assert len(drawn["edges"]) > len(nodes) * 0.9


def test_everything_stands_within_its_picture(drawn: dict[str, Any]) -> None:
    assert all(0 <= node["x"] <= 1 and 0 <= node["y"] <= 1 for node in drawn["nodes"])
    assert all(re.fullmatch(r"[a-z0-9-]+", node["id"]) for node in drawn["nodes"])
