"""The browser reads what an address asks for, and writes links that restore it."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import READ_INPUT, run_module

VOCABULARY = {
    "selectable": ["luxor", "nepal", "ishikawa", "kitakami-nile"],
    "entity": ["luxor", "nepal", "ishikawa"],
    "home": ["ishikawa", "ichinoseki"],
    "tie": ["sister_city", "support"],
    "theme": ["food", "language"],
    "pane": ["list", "map", "network"],
}
PLAIN = {"select": "", "home": [], "tie": [], "theme": [], "later": True, "q": "", "from": "", "to": "", "pane": ""}

SCRIPT = f"""
import {{ parse, serialize }} from "./assets/js/core/state.js";
{READ_INPUT}
const {{ entity, selectable }} = input.vocabulary;
const vocabulary = {{...input.vocabulary, entity: new Set(entity), selectable: new Set(selectable)}};
const read = (query) => {{
  const {{ state, unknown }} = parse(query, vocabulary);
  return [state, unknown, serialize(state)];
}};
console.log(JSON.stringify(input.queries.map((query) => [...read(query), ...read(read(query)[2])])));
"""


def read(queries: list[str]) -> list[list[object]]:
    """For each query: state, unknown parameters and link; then the same of what that link asks for."""
    result: list[list[object]] = run_module(SCRIPT, {"queries": queries, "vocabulary": VOCABULARY})
    return result


names = st.sampled_from(["select", "home", "tie", "theme", "later", "q", "from", "to", "pane", "other"])
values = st.one_of(
    st.sampled_from(
        ["luxor", "kitakami-nile", "ishikawa", "ichinoseki,ishikawa", "food,,language", "off", "on", "map", ""]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=90),
)
queries = st.lists(st.tuples(names, values), max_size=8).map(
    lambda pairs: "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs)
)


@given(st.lists(queries, min_size=30, max_size=30))
@settings(max_examples=20, deadline=None)
def test_any_query_is_read_and_its_link_restores_the_same_view(asked: list[str]) -> None:
    for state, _, link, again, unknown, same in read(asked):
        assert again == state
        assert unknown == []
        assert same == link


def test_known_values_are_taken_and_unknown_ones_are_named() -> None:
    expected = {
        "": ({}, [], ""),
        "select=luxor&home=ishikawa": ({"select": "luxor", "home": ["ishikawa"]}, [], "?select=luxor&home=ishikawa"),
        "select=nowhere&home=ishikawa,mars&later=maybe": (
            {"home": ["ishikawa"]},
            ["home", "later", "select"],
            "?home=ishikawa",
        ),
        "home=ichinoseki,ishikawa": ({"home": ["ishikawa", "ichinoseki"]}, [], "?home=ishikawa,ichinoseki"),
        "q=%E5%85%A8%E5%8C%97+&select=&select=luxor": ({"q": "\u5168\u5317"}, [], "?q=%E5%85%A8%E5%8C%97"),
        "select=%3Cscript%3E&later=off": ({"later": False}, ["select"], "?later=off"),
        "Select=Luxor&HOME=Ishikawa": ({"select": "luxor", "home": ["ishikawa"]}, [], "?select=luxor&home=ishikawa"),
        "from=nepal&to=kitakami-nile": ({"from": "nepal"}, ["to"], "?from=nepal"),
    }
    told = read(list(expected))
    assert [each[:3] for each in told] == [
        [{**PLAIN, **state}, unknown, link] for state, unknown, link in expected.values()
    ]


def test_a_search_is_no_longer_than_the_field_takes() -> None:
    ((state, *_),) = read(["q=" + "n" * 50_000])
    assert isinstance(state, dict)
    assert state["q"] == "n" * 80
