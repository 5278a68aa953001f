"""Why two things are connected is found, always the same way, and can be said in words."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
import pytest

from dashboard.i18n import Texts
from dashboard.model import STRUCTURE, Dataset
from dashboard.network.graph import build_graph
from dashboard.network.wording import tell_tie
from dashboard.tables import shipped_kinds
from tests.node import READ_INPUT, run_module

Ties = Iterable[tuple[str, str, str, str]]
SCRIPT = f"""
import {{ findPath, neighbours }} from "./assets/js/core/network.js";
{READ_INPUT}
const joined = neighbours(input.index, {{ later: input.later }});
const told = ({{ tie, from }}) => [tie, input.index.ties[tie].ends[0] === from ? "forward" : "backward"];
console.log(JSON.stringify(input.pairs.map(([from, to]) => findPath(joined, from, to)?.map(told) ?? null)));
"""
Way = list[list[str]] | None


def walk_all(ties: Ties, pairs: list[tuple[str, str]], *, later: bool = True) -> list[Way]:
    """The way between each pair as the browser finds it: [tie, direction] for each step, None when there is none."""
    entities = {end: {} for source, target, _, _ in ties for end in (source, target)}
    index = {
        "entities": entities,
        "ties": {
            key: {"ends": [source, target], "exchange": int(kind not in STRUCTURE), "later": key.startswith("later")}
            for source, target, key, kind in ties
        },
    }
    found: list[Way] = run_module(SCRIPT, {"index": index, "pairs": pairs, "later": later})
    return found


def walk(ties: Ties, start: str, end: str, *, later: bool = True) -> Way:
    return walk_all(ties, [(start, end)], later=later)[0]


def ties_of(dataset: Dataset) -> list[tuple[str, str, str, str]]:
    return [(tie.source, tie.target, tie.id, tie.kind) for tie in dataset.ties]


def test_the_way_is_told_tie_by_tie_with_the_direction_in_which_each_is_walked(small: Dataset) -> None:
    assert walk(ties_of(small), "china", "japanese-class") == [
        ["jiangsu--located_in--china", "backward"],
        ["ishikawa-jiangsu", "backward"],
        ["ishikawa--runs--japanese-class", "forward"],
    ]


def test_fewer_steps_win_over_exchange_ties() -> None:
    ties = [("a", "z", "z1", "part_of"), ("a", "b", "a1", "support"), ("b", "z", "b1", "support")]
    assert walk(ties, "a", "z") == [["z1", "forward"]]


def test_among_ways_of_equal_length_an_exchange_tie_goes_before_structure() -> None:
    ties = [
        ("a", "b", "1", "part_of"),
        ("b", "z", "2", "part_of"),
        ("a", "c", "3", "support"),
        ("c", "z", "4", "part_of"),
    ]
    assert walk(ties, "a", "z") == [["3", "forward"], ["4", "forward"]]


def test_among_equal_ways_the_first_id_decides() -> None:
    ties = [
        ("a", "c", "1", "part_of"),
        ("c", "z", "2", "part_of"),
        ("a", "b", "3", "part_of"),
        ("b", "z", "4", "part_of"),
    ]
    assert walk(ties, "a", "z") == [["3", "forward"], ["4", "forward"]]


def test_of_several_ties_between_two_things_the_exchange_tie_is_told_then_the_first_id() -> None:
    ties = [("a", "z", "a1", "part_of"), ("z", "a", "x2", "support"), ("a", "z", "x3", "sister_city")]
    assert walk(ties, "a", "z") == [["x2", "backward"]]


def test_a_tie_that_only_later_sources_state_can_be_left_out() -> None:
    ties = [("a", "z", "later-1", "part_of"), ("a", "b", "1", "part_of"), ("b", "z", "2", "part_of")]
    assert walk(ties, "a", "z") == [["later-1", "forward"]]
    assert walk(ties, "a", "z", later=False) == [["1", "forward"], ["2", "forward"]]
    assert walk([("a", "z", "later-1", "part_of")], "a", "z", later=False) is None


def test_the_order_in_which_ties_were_entered_does_not_matter(content: Dataset) -> None:
    pairs = [("luxor", end) for end in content.entity]
    assert walk_all(ties_of(content), pairs) == walk_all(ties_of(content)[::-1], pairs)


def test_the_length_is_that_of_the_shortest_path(content: Dataset) -> None:
    lengths = dict(nx.all_pairs_shortest_path_length(nx.Graph(build_graph(content))))
    joined = {end for tie in content.ties for end in (tie.source, tie.target)}
    pairs = [(start, end) for start in joined for end in joined]
    for (start, end), way in zip(pairs, walk_all(ties_of(content), pairs), strict=True):
        assert (None if way is None else len(way)) == lengths[start].get(end)


def test_a_thing_is_connected_with_itself_without_a_step(small: Dataset) -> None:
    assert walk(ties_of(small), "nepal", "nepal") == []


@pytest.mark.parametrize(("start", "end"), [("nepal", "jiangsu"), ("nepal", "nowhere"), ("nowhere", "nowhere")])
def test_there_is_no_way_between_separate_parts_or_to_what_does_not_exist(small: Dataset, start: str, end: str) -> None:
    assert walk(ties_of(small), start, end) is None


@pytest.mark.parametrize("kind", [*STRUCTURE, *(kind.id for kind in shipped_kinds())])
@pytest.mark.parametrize("back", [False, True])
def test_every_tie_can_be_said_with_both_names_in_either_direction(kind: str, back: bool, texts: Texts) -> None:
    sentence = tell_tie(kind, "{target}", "TARGET", Dataset(kinds=shipped_kinds()), texts, back=back)
    assert sentence.count("TARGET") == sentence.count("{target}") == 1
    assert "{source}" not in sentence
