"""What the presentation's script decides without a page: keys, clickers, fingers, flights, growing lines, matches."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.present.stage import KEYS
from tests.node import READ_INPUT, run_module

RUN = f"""
import {{ createReduce, parseDeck }} from "./assets/js/present/deck.js";
import {{ keyAction }} from "./assets/js/present/keys.js";
{READ_INPUT}
const reduce = createReduce(12);
console.log(JSON.stringify(input.map(({{ query, keys }}) => {{
  let {{ deck }} = parseDeck(query, 12, new Set(["nepal"]));
  const acts = [];
  for (const press of keys) {{
    const action = keyAction({{ key: "", ...press }}, deck);
    acts.push(action ? action.type : null);
    if (action) deck = reduce(deck, action);
  }}
  return [deck, acts];
}})));
"""

NAMES = {
    "→": "ArrowRight",
    "↓": "ArrowDown",
    "←": "ArrowLeft",
    "↑": "ArrowUp",
    "Page Down": "PageDown",
    "Page Up": "PageUp",
    "Space": " ",
    "Esc": "Escape",
    "B": "b",
    "O": "o",
    "F": "f",
    "S": "s",
}


def press(*keys: str | dict[str, Any], query: str = "stop=5") -> tuple[dict[str, Any], list[str | None]]:
    """The deck, and the actions of the keys, after they were pressed one after the other."""
    pressed = [key if isinstance(key, dict) else {"key": key} for key in keys]
    deck, acts = run_module(RUN, [{"query": query, "keys": pressed}])[0]
    return deck, acts


@pytest.mark.parametrize("key", ["PageDown", "ArrowRight", "ArrowDown", " "])
def test_keys_and_the_clickers_forward_button_go_on(key: str) -> None:
    assert press(key)[0]["stop"] == 6


@pytest.mark.parametrize("key", ["PageUp", "ArrowLeft", "ArrowUp", {"key": " ", "shiftKey": True}])
def test_keys_and_the_clickers_back_button_go_back(key: str | dict[str, Any]) -> None:
    assert press(key)[0]["stop"] == 4


def test_home_and_end_lead_to_the_first_and_the_last_stop_and_no_key_beyond() -> None:
    assert press("Home")[0]["stop"] == 1
    assert press("End")[0]["stop"] == 12
    assert press("End", "PageDown")[0]["stop"] == 12
    assert press("Home", "PageUp")[0]["stop"] == 1


@pytest.mark.parametrize("key", ["b", "B", "."])
def test_the_clickers_black_button_darkens_and_lights_the_screen_without_moving(key: str) -> None:
    assert press(key)[0]["blank"] is True
    assert press(key, key)[0]["blank"] is False
    dark, _ = press(key, "PageDown")
    assert (dark["blank"], dark["stop"]) == (False, 5)


def test_the_clickers_start_button_asks_for_the_full_screen_and_its_end_button_closes_what_is_open() -> None:
    assert press("F5")[1] == ["full"]
    assert press("o", "Escape")[0]["open"] == ""
    assert press("?", "Escape")[0]["open"] == ""
    assert press("Escape")[0]["open"] == "overview"


def test_digits_and_enter_jump_and_a_number_too_high_means_the_last() -> None:
    assert press("1", "1", "Enter")[0]["stop"] == 11
    assert press("9", "9", "Enter")[0]["stop"] == 12
    assert press("Enter")[0]["stop"] == 5
    assert press("1", "ArrowRight", "Enter")[0]["stop"] == 6


def test_a_letter_begins_a_question_with_it_in_any_script_and_commands_do_not() -> None:
    for letter in ("n", "ね", "И", "A"):
        deck, acts = press(letter)
        assert (acts, deck["open"], deck["seed"]) == (["ask"], "question", letter)
    assert press("/")[0]["open"] == "question"
    assert [press(key)[1][0] for key in "bofs?"] == ["blank", "overview", "full", "notes", "help"]


def taken(code: str) -> dict[str, Any]:
    """A press as an input method passes it on that takes every key for itself."""
    return {"key": "Process", "code": code, "keyCode": 229, "isComposing": False}


@pytest.mark.parametrize("code", ["Period", "KeyB"])
def test_the_clickers_black_button_darkens_the_screen_with_an_input_method_on(code: str) -> None:
    dark, acts = press(taken(code))
    assert (acts, dark["blank"], dark["open"]) == (["blank"], True, "")
    assert press(taken(code), taken("PageDown"))[0]["blank"] is False


def test_with_an_input_method_on_a_key_means_what_it_means_without() -> None:
    assert press(taken("Digit1"), taken("Digit1"), taken("Enter"))[0]["stop"] == 11
    assert press(taken("Space"))[0]["stop"] == 6
    asked, acts = press(taken("KeyN"))
    assert (acts, asked["open"], asked["seed"]) == (
        ["ask"],
        "question",
        "",
    )  # the letter comes into the field by itself
    assert press(taken("Unidentified"))[0]["open"] == "question"


def test_a_press_belongs_to_a_conversion_when_the_browser_says_so_in_either_way() -> None:
    script = f"""
    import {{ isConverting }} from "./assets/js/core/pressed.js";
    {READ_INPUT}
    console.log(JSON.stringify(input.map((press) => Boolean(isConverting(press)))));
    """
    presses = [
        {"key": "Enter", "isComposing": True, "keyCode": 229},
        {"key": "Enter", "isComposing": False, "keyCode": 229},  # Safari, for the Enter that ends a conversion
        {"key": "Process", "isComposing": False, "keyCode": 0},
        {"key": "Enter", "isComposing": False, "keyCode": 13},
    ]
    assert run_module(script, presses) == [True, True, True, False]


ADDRESSES = f"""
import {{ parseDeck, sendOn, serializeDeck }} from "./assets/js/present/deck.js";
{READ_INPUT}
console.log(JSON.stringify(input.queries.map((query) => {{
  const {{ deck, mended }} = parseDeck(query, 12, new Set(["nepal"]));
  const sent = sendOn(query, input.pages, "main", input.part);
  return {{ address: serializeDeck(deck), mended: mended || sent.mended, sent: sent.address }};
}})));
"""
PAGES = {
    story: {"stage": stage, "notes": f"/ja/present/{story}/notes", "print": f"/ja/present/{story}/print"}
    for story, stage in (("main", "/ja/present"), ("short", "/ja/present/short"))
}


def read_addresses(*queries: str, part: str = "stage") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run_module(ADDRESSES, {"queries": queries, "pages": PAGES, "part": part})
    return found


@pytest.mark.parametrize(
    ("query", "address", "mended"),
    [
        ("", "?stop=1", False),
        ("stop=3", "?stop=3", False),
        ("story=main&stop=3", "?stop=3", False),
        ("stop=99", "?stop=12", True),
        ("stop=0", "?stop=1", True),
        ("stop=1e3", "?stop=1", True),
        ("stop=３", "?stop=1", True),
        ("stop=2&select=nepal", "?stop=2&select=nepal", False),
        ("stop=2&select=mars", "?stop=2", True),
        ("story=nowhere&stop=2", "?stop=2", True),
        ("view=film&stop=2", "?stop=2", True),
    ],
)
def test_a_bad_value_in_the_address_is_mended_to_the_nearest_and_said(query: str, address: str, mended: bool) -> None:
    assert read_addresses(query) == [{"address": address, "mended": mended, "sent": ""}]


def test_links_of_old_lead_to_where_their_story_and_their_view_lie_now() -> None:
    queries = (
        "view=notes&stop=4",
        "view=print&story=main&stop=4",
        "story=short&stop=1&select=nepal",
        "story=short&view=notes",
    )
    sent = [each["sent"] for each in read_addresses(*queries)]
    assert sent == [
        "/ja/present/main/notes?stop=4",
        "/ja/present/main/print",
        "/ja/present/short?stop=1&select=nepal",
        "/ja/present/short/notes",
    ]
    assert read_addresses("story=short&stop=1", part="notes")[0]["sent"] == "/ja/present/short/notes?stop=1"
    assert read_addresses("view=notes&stop=1", part="notes")[0]["sent"] == ""


@given(st.lists(st.text(max_size=30), min_size=20, max_size=20))
@settings(max_examples=10, deadline=None)
def test_whatever_stands_in_the_query_there_is_a_stop_to_show(queries: list[str]) -> None:
    for found in read_addresses(*(query.encode("utf-8", "replace").decode() for query in queries)):
        assert found["address"].startswith("?stop=")


def test_one_key_returns_from_a_question_to_the_stop() -> None:
    for key in ("Escape", "Backspace", "PageDown"):
        deck, _ = press(key, query="stop=5&select=nepal")
        assert (deck["select"], deck["stop"], deck["open"]) == ("", 5, "")


def test_keys_are_left_alone_while_typing_on_controls_and_with_modifiers() -> None:
    for where in ({"typing": True}, {"ctrlKey": True}, {"altKey": True}, {"metaKey": True}):
        for key in ("b", "1", "PageDown", " ", "Backspace"):
            assert press({"key": key, **where})[1] == [None]
    assert press({"key": "Enter", "control": "button"}, {"key": " ", "control": "button"})[1] == [None, None]
    assert press({"key": "Enter", "control": "link"}, {"key": " ", "control": "link"})[1] == [None, "next"]
    assert press("/", {"key": "Escape", "typing": True})[0]["open"] == ""


def test_in_the_overview_arrows_choose_and_enter_opens() -> None:
    chosen, _ = press("o", "ArrowRight", "ArrowRight")
    assert (chosen["open"], chosen["stop"]) == ("overview", 7)
    opened, _ = press("o", "ArrowRight", "Enter")
    assert (opened["open"], opened["stop"]) == ("", 6)


def test_every_key_that_the_help_names_does_something() -> None:
    named = [NAMES.get(key, key) for _, keys in KEYS for key in keys if key not in ("Shift + Space", "1 2 … Enter")]
    asked = [{"query": "stop=5&select=nepal", "keys": [{"key": key}]} for key in named]
    assert all(acts[0] for _, acts in run_module(RUN, asked))


KEY = st.one_of(st.sampled_from([*NAMES.values(), "Home", "End", "Enter", "Backspace", "F5", "?", "/", "7"]), st.text())


@given(st.lists(KEY.map(lambda key: {"key": key}), max_size=12))
@settings(max_examples=25, deadline=None)
def test_whatever_is_pressed_there_is_a_stop_to_show(keys: list[dict[str, str]]) -> None:
    deck, _ = press(*keys)
    assert 1 <= deck["stop"] <= 12


def test_the_stage_has_thirds_and_swipes_must_be_long_and_straight() -> None:
    script = f"""
    import {{ swiped, tapped }} from "./assets/js/present/gestures.js";
    {READ_INPUT}
    console.log(JSON.stringify([input.taps.map((x) => tapped(x, 900)), input.swipes.map(([x, y]) => swiped(x, y))]));
    """
    taps, swipes = run_module(
        script, {"taps": [10, 450, 890], "swipes": [[-120, 10], [120, 10], [-20, 0], [-120, 200]]}
    )
    assert taps == ["back", "", "next"]
    assert swipes == ["next", "back", "", ""]


def test_a_flight_begins_and_ends_where_it_must_and_rises_on_a_long_way() -> None:
    script = f"""
    import {{ fly, frameBoxes }} from "./assets/js/present/camera.js";
    {READ_INPUT}
    const way = fly(input.from, input.to);
    console.log(JSON.stringify([[0, 0.5, 1].map(way), frameBoxes(input.boxes), frameBoxes([])]));
    """
    start, end = [0, 0, 100, 50], [800, 300, 100, 50]
    boxes = [{"x": 0, "y": 0, "width": 10, "height": 10}, {"x": 500, "y": 100, "width": 0, "height": 0}]
    (first, middle, last), framed, nothing = run_module(script, {"from": start, "to": end, "boxes": boxes})
    assert first == pytest.approx(start, abs=1e-6)
    assert last == end
    assert middle[2] > 150
    assert framed[0] < 0 and framed[0] + framed[2] > 500
    assert nothing is None


def test_a_flight_ends_in_time_however_slow_its_frames_are() -> None:
    assert fly_in_frames(every_ms=16)["ends"] == pytest.approx(340, abs=16)
    slow = fly_in_frames(every_ms=150)
    assert slow["ends"] <= 340
    assert slow["shares"][-1] == 1


def test_a_flight_that_is_left_early_finishes_what_cannot_stay_half_done() -> None:
    left = fly_in_frames(every_ms=100, stopped_at=100)
    assert 0 < left["camera"][-1] < 1
    assert left["shares"][-1] == 1
    assert left["flying"] == [True, False]


def fly_in_frames(every_ms: float, stopped_at: float = 1e9) -> dict[str, Any]:
    """A flight of 340 ms on a clock of frames: shares of the camera and of its last step, and when it ends."""
    script = f"""
    {READ_INPUT}
    let waiting = null;
    Object.assign(globalThis, {{
      requestAnimationFrame: (step) => {{ waiting = step; return 1; }},
      cancelAnimationFrame: () => {{ waiting = null; }},
    }});
    const {{ createFlight }} = await import("./assets/js/present/flight.js");
    const seen = {{ shares: [], camera: [], flying: [], ends: 0 }};
    const flight = createFlight(340, (flying) => seen.flying.push(flying));
    flight.go([(share) => seen.camera.push(share), (share) => seen.shares.push(share)], 0);
    for (let now = input.every; waiting; now += input.every) {{
      if (now > input.stopped) {{ flight.stop(); break; }}
      const step = waiting;
      waiting = null;
      step(now);
      seen.ends = now;
    }}
    console.log(JSON.stringify(seen));
    """
    found: dict[str, Any] = run_module(script, {"every": every_ms, "stopped": stopped_at})
    return found


def test_a_line_grows_in_the_pattern_of_its_kind() -> None:
    script = f"""
    import {{ grownDash, readPattern }} from "./assets/js/present/growth.js";
    {READ_INPUT}
    console.log(JSON.stringify(input.map(([pattern, share]) => grownDash(readPattern(pattern), 100, share))));
    """
    assert run_module(script, [["none", 0.5], ["16px, 8px", 0.5], ["16px, 8px", 0.2], ["16px, 8px", 0]]) == [
        "50px 101px",
        "16px 8px 16px 8px 2px 101px",
        "16px 4px 0px 101px",
        "0px 101px",
    ]


def test_a_question_finds_partners_first_and_an_empty_one_offers_them_all() -> None:
    script = f"""
    import {{ findMatches }} from "./assets/js/present/search.js";
    import {{ createSearch }} from "./assets/js/core/search.js";
    {READ_INPUT}
    const {{ index, kinds, texts, told }} = input;
    const words = {{ search: createSearch(index, told), sorts: told.sorts }};
    const brief = ({{ id, said }}) => (said ? `${{id}}: ${{said}}` : id);
    console.log(JSON.stringify(texts.map((text) => findMatches(words, index, kinds, text).map(brief))));
    """
    kinds = {"nepal": "partner", "egypt": "partner", "home": "home", "support": "activity"}
    named = {"nepal": "Nepal", "egypt": "Egypt", "home": "Ishikawa", "support": "Support for Nepal"}
    things: dict[str, list[list[Any]]] = {key: [["name", name, "en", 0]] for key, name in named.items()}
    things["egypt"].append(["summary", "Known for its temples.", "en", 0])
    told = {"sorts": {"name": "Also called", "summary": ""}, "things": things, "ties": {}, "themes": {}}
    facets: dict[str, list[str]] = {"ties": [], "themes": []}
    index = {"entities": {key: {"name": name, "kind": "", **facets} for key, name in named.items()}, "ties": {}}
    texts = ["NEPAL", "", "ishi", "zzz", "temple"]
    found = run_module(script, {"index": index, "kinds": kinds, "texts": texts, "told": told})
    assert found == [["nepal", "support"], ["nepal", "egypt"], ["home"], [], ["egypt: Known for its temples."]]
