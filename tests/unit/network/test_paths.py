"""Why two things are connected is found, always the same way, and can be said in words."""

from __future__ import annotations

import networkx as nx
import pytest

from dashboard.i18n import Texts
from dashboard.model import Dataset, TieKind
from dashboard.network.paths import explain_path


def _graph(*ties: tuple[str, str, str, str]) -> nx.MultiDiGraph[str]:
    """A graph of ties (source, target, id, kind)."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, key, kind in ties:
        graph.add_edge(source, target, key=key, kind=kind, later=key.startswith("later"))
    return graph


def _walk(graph: nx.MultiDiGraph[str], start: str, end: str, **choices: bool) -> list[tuple[str, str]] | None:
    path = explain_path(graph, start, end, **choices)
    return path and [(step.tie_id, step.direction) for step in path.steps]


def test_the_way_is_told_tie_by_tie_with_the_direction_in_which_each_is_walked(
    small_graph: nx.MultiDiGraph[str],
) -> None:
    path = explain_path(small_graph, "china", "japanese-class")
    assert path is not None
    assert [(step.source, step.target, step.tie_id, step.kind, step.direction) for step in path.steps] == [
        ("china", "jiangsu", "jiangsu--located_in--china", "located_in", "backward"),
        ("jiangsu", "ishikawa", "ishikawa-jiangsu", "friendly_exchange", "backward"),
        ("ishikawa", "japanese-class", "ishikawa--runs--japanese-class", "runs", "forward"),
    ]


def test_fewer_steps_win_over_exchange_ties() -> None:
    graph = _graph(("a", "z", "z1", "part_of"), ("a", "b", "a1", "support"), ("b", "z", "b1", "support"))
    assert _walk(graph, "a", "z") == [("z1", "forward")]


def test_among_ways_of_equal_length_an_exchange_tie_goes_before_structure() -> None:
    graph = _graph(
        ("a", "b", "1", "part_of"), ("b", "z", "2", "part_of"), ("a", "c", "3", "support"), ("c", "z", "4", "part_of")
    )
    assert _walk(graph, "a", "z") == [("3", "forward"), ("4", "forward")]


def test_among_equal_ways_the_first_id_decides() -> None:
    graph = _graph(
        ("a", "c", "1", "part_of"), ("c", "z", "2", "part_of"), ("a", "b", "3", "part_of"), ("b", "z", "4", "part_of")
    )
    assert _walk(graph, "a", "z") == [("3", "forward"), ("4", "forward")]


def test_of_several_ties_between_two_things_the_exchange_tie_is_told_then_the_first_id() -> None:
    graph = _graph(("a", "z", "a1", "part_of"), ("z", "a", "x2", "support"), ("a", "z", "x3", "sister_city"))
    assert _walk(graph, "a", "z") == [("x2", "backward")]


def test_a_tie_that_only_later_sources_state_can_be_left_out() -> None:
    graph = _graph(("a", "z", "later-1", "part_of"), ("a", "b", "1", "part_of"), ("b", "z", "2", "part_of"))
    assert _walk(graph, "a", "z") == [("later-1", "forward")]
    assert _walk(graph, "a", "z", later=False) == [("1", "forward"), ("2", "forward")]
    assert _walk(_graph(("a", "z", "later-1", "part_of")), "a", "z", later=False) is None


def test_the_order_in_which_ties_were_entered_does_not_matter(content: Dataset) -> None:
    ties = [(tie.source, tie.target, tie.id, tie.kind.value) for tie in content.ties]
    forward, backward = _graph(*ties), _graph(*reversed(ties))
    for end in content.entity:
        assert _walk(forward, "luxor", end) == _walk(backward, "luxor", end)


def test_the_length_is_that_of_the_shortest_path(small_graph: nx.MultiDiGraph[str]) -> None:
    lengths = dict(nx.all_pairs_shortest_path_length(nx.Graph(small_graph)))
    for start in small_graph:
        for end in small_graph:
            path = explain_path(small_graph, start, end)
            assert (path and len(path.steps)) == lengths[start].get(end)


def test_a_thing_is_connected_with_itself_without_a_step(small_graph: nx.MultiDiGraph[str]) -> None:
    path = explain_path(small_graph, "nepal", "nepal")
    assert path is not None
    assert path.steps == ()


@pytest.mark.parametrize(("start", "end"), [("nepal", "jiangsu"), ("nepal", "nowhere"), ("nowhere", "nowhere")])
def test_there_is_no_way_between_separate_parts_or_to_what_does_not_exist(
    small_graph: nx.MultiDiGraph[str], start: str, end: str
) -> None:
    assert explain_path(small_graph, start, end) is None


@pytest.mark.parametrize("kind", TieKind)
def test_every_step_can_be_said_with_both_names_in_either_direction(kind: TieKind, texts: Texts) -> None:
    graph = _graph(("a", "b", "tie", kind.value))
    for start, end in (("a", "b"), ("b", "a")):
        path = explain_path(graph, start, end)
        assert path is not None
        sentence = texts(path.steps[0].sentence_key, source="SOURCE", target="TARGET")
        assert "SOURCE" in sentence
        assert "TARGET" in sentence
