"""The browser and the server read the same address in the same way."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.address import ViewState, Vocabulary, parse_query
from tests.node import READ_INPUT, run_module

VOCABULARY = Vocabulary(
    selectable=frozenset({"luxor", "nepal", "ishikawa", "kitakami-nile"}),
    entity=frozenset({"luxor", "nepal", "ishikawa"}),
    home=("ishikawa", "ichinoseki"),
    tie=("sister_city", "support"),
    theme=("food", "language"),
)

SCRIPT = f"""
import {{ parse, serialize }} from "./assets/js/core/state.js";
{READ_INPUT}
const {{ entity, selectable }} = input.vocabulary;
const vocabulary = {{...input.vocabulary, entity: new Set(entity), selectable: new Set(selectable)}};
console.log(JSON.stringify(input.queries.map((query) => {{
  const {{ state, unknown }} = parse(query, vocabulary);
  return [state, unknown, serialize(state)];
}})));
"""


def read_in_browser(queries: list[str]) -> list[list[object]]:
    value = {"queries": queries, "vocabulary": VOCABULARY.model_dump(mode="json")}
    result: list[list[object]] = run_module(SCRIPT, value)
    return result


def read_on_server(query: str) -> list[object]:
    state, unknown = parse_query(query, VOCABULARY)
    as_in_browser = state.model_dump(mode="json")
    as_in_browser["from"] = as_in_browser.pop("start")
    return [as_in_browser, list(unknown), state.to_query()]


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
def test_browser_and_server_read_any_query_alike(asked: list[str]) -> None:
    assert read_in_browser(asked) == [read_on_server(query) for query in asked]


def test_known_queries_are_read_alike() -> None:
    asked = [
        "",
        "select=luxor&home=ishikawa",
        "select=nowhere&home=ishikawa,mars&later=maybe",
        "q=%E5%85%A8%E5%8C%97+&select=&select=luxor",
        "q=%FF%FE&select=%",
        "select=%3Cscript%3E",
    ]
    assert read_in_browser(asked) == [read_on_server(query) for query in asked]


def test_a_link_restores_the_view_it_was_made_from() -> None:
    state = ViewState(
        select="luxor", home=("ishikawa",), tie=("support",), later=False, q="全北 & co", start="nepal", to="luxor"
    )
    assert parse_query(state.to_query().removeprefix("?"), VOCABULARY) == (state, ())
