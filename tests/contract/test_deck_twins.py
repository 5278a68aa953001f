"""The browser and the server read the address of a stop alike, and light up the same."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.stories import Focuser
from dashboard.stories.address import DeckAddress, parse_deck
from dashboard.tables import read_dataset
from tests.node import READ_INPUT, run_module

STORIES = {"main": 12, "short": 1}
SELECTABLE = {"nepal", "kitakami-nile"}
TABLES = Path(__file__).parents[2] / "content" / "tables"

PARSE = f"""
import {{ parseDeck, serializeDeck }} from "./assets/js/present/deck.js";
{READ_INPUT}
console.log(JSON.stringify(input.queries.map((query) => {{
  const {{ deck, mended }} = parseDeck(query, input.stories, new Set(input.selectable));
  const {{ story, stop, view, select }} = deck;
  return [{{ story, stop, view, select }}, mended, serializeDeck(deck)];
}})));
"""

NEAR = f"""
import {{ near, neighbours }} from "./assets/js/core/network.js";
{READ_INPUT}
const joined = neighbours(input.index);
console.log(JSON.stringify(input.keys.map((key) => [...near(input.index, joined, key)].sort())));
"""


def read_in_browser(queries: list[str]) -> list[list[object]]:
    value = {"queries": queries, "stories": STORIES, "selectable": sorted(SELECTABLE)}
    result: list[list[object]] = run_module(PARSE, value)
    return result


def read_on_server(query: str) -> list[object]:
    address, is_mended = parse_deck(query, STORIES, SELECTABLE)
    return [address.model_dump(), is_mended, address.to_query()]


names = st.sampled_from(["story", "stop", "view", "select", "other"])
values = st.one_of(
    st.sampled_from(
        ["main", "short", "3", "03", "99", "0", "-1", "1e3", "３", "12345678", "notes", "print", "nepal", ""]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
queries = st.lists(st.tuples(names, values), max_size=6).map(
    lambda pairs: "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs)
)


@given(st.lists(queries, min_size=40, max_size=40))
@settings(max_examples=15, deadline=None)
def test_browser_and_server_read_the_address_of_any_stop_alike(asked: list[str]) -> None:
    assert read_in_browser(asked) == [read_on_server(query) for query in asked]


def test_a_stop_out_of_range_is_mended_to_the_nearest() -> None:
    assert parse_deck("story=main&stop=99", STORIES, SELECTABLE) == (DeckAddress(story="main", stop=12), True)
    assert parse_deck("story=main&stop=0", STORIES, SELECTABLE) == (DeckAddress(story="main", stop=1), True)
    assert parse_deck("story=main&stop=3", STORIES, SELECTABLE) == (DeckAddress(story="main", stop=3), False)


def test_an_unknown_story_view_or_selection_is_mended_quietly() -> None:
    asked = "story=nowhere&stop=2&view=film&select=mars"
    assert parse_deck(asked, STORIES, SELECTABLE) == (DeckAddress(story="main", stop=2), True)


def test_the_server_lights_up_beside_anything_what_the_browser_does() -> None:
    dataset = read_dataset(TABLES).dataset
    assert dataset is not None
    focuser = Focuser(dataset)
    keys = [*dataset.entity, *(tie.id for tie in dataset.exchange_ties)]
    index = {
        "vocabulary": {"home": [entity.id for entity in dataset.entities if entity.kind == "home"]},
        "entities": {entity.id: {"country": int(entity.kind == "country")} for entity in dataset.entities},
        "ties": {
            tie.id: {
                "ends": [tie.source, tie.target],
                "exchange": int(tie.is_exchange),
                "homes": focuser.homes_of(tie.id),
                "later": int(tie.later),
            }
            for tie in dataset.ties
        },
    }
    assert run_module(NEAR, {"index": index, "keys": keys}) == [sorted(focuser.near(key)) for key in keys]
