"""The watch that decides whether anybody is there, with a clock that tests turn by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import READ_INPUT, run_module

IDLE, COUNTDOWN = 60_000, 20_000
_SCRIPT = f"""
import {{ initialWatch, secondsLeft, step }} from "./assets/js/kiosk/idle.js";
{READ_INPUT}
const rules = {{ idle: {IDLE}, countdown: {COUNTDOWN} }};
const runs = input.map((events) => {{
  let watch = initialWatch(0);
  return events.map((event) => {{
    watch = step(watch, event, rules);
    return {{ ...watch, left: secondsLeft(watch, event.now, rules) }};
  }});
}});
console.log(JSON.stringify(runs));
"""


def run(*events: tuple[int, str] | tuple[int, str, int]) -> list[dict[str, Any]]:
    """The watch after each event, given as (second, type) or (second, "fingers", count)."""
    return run_all([list(events)])[0]


def run_all(runs: list[list[Any]]) -> list[list[dict[str, Any]]]:
    told = [
        [
            {"now": event[0] * 1000, "type": event[1], **({"count": event[2]} if len(event) > 2 else {})}
            for event in each
        ]
        for each in runs
    ]
    found: list[list[dict[str, Any]]] = run_module(_SCRIPT, told)
    return found


def phases(*events: Any) -> list[str]:
    return [watch["phase"] for watch in run(*events)]


def test_a_minute_without_a_touch_is_asked_about_and_not_a_second_less() -> None:
    assert phases((5, "begin"), (64, "tick"), (65, "tick")) == ["explore", "explore", "asking"]


def test_the_countdown_ends_in_attract_after_all_its_seconds() -> None:
    assert phases((0, "begin"), (60, "tick"), (79, "tick"), (80, "tick"))[1:] == ["asking", "asking", "attract"]


def test_after_a_pause_of_the_machine_the_countdown_still_has_all_its_seconds() -> None:
    watches = run((0, "begin"), (3600, "tick"), (3619, "tick"))
    assert [(watch["phase"], watch["left"]) for watch in watches[1:]] == [("asking", 20), ("asking", 1)]


def test_refusing_works_as_often_as_one_likes() -> None:
    events: list[tuple[int, str]] = [(0, "begin")]
    for turn in range(200):
        events += [(turn * 75 + 60, "tick"), (turn * 75 + 75, "continue")]
    assert phases(*events) == ["explore", *["asking", "explore"] * 200]


def test_a_touch_begins_the_minute_anew() -> None:
    assert phases((0, "begin"), (50, "sign"), (109, "tick"), (110, "tick")) == [
        "explore",
        "explore",
        "explore",
        "asking",
    ]


def test_the_clock_never_strikes_while_a_finger_is_down() -> None:
    events = [
        (0, "begin"),
        (10, "fingers", 1),
        (9_000, "tick"),
        (9_001, "fingers", 0),
        (9_060, "tick"),
        (9_061, "tick"),
    ]
    assert phases(*events) == ["explore"] * 5 + ["asking"]


def test_a_finger_on_the_question_holds_the_countdown_and_gives_it_all_its_seconds_again() -> None:
    events = [
        (0, "begin"),
        (60, "tick"),
        (70, "fingers", 2),
        (900, "tick"),
        (901, "fingers", 0),
        (920, "tick"),
        (921, "tick"),
    ]
    watches = run(*events)
    assert [watch["left"] for watch in watches[1:6]] == [20, 20, 20, 20, 1]
    assert [watch["phase"] for watch in watches[-2:]] == ["asking", "attract"]


def test_nothing_ever_happens_in_attract() -> None:
    assert set(phases(*[(day * 86_400, "tick") for day in range(30)])) == {"attract"}


def test_going_back_by_hand_needs_no_question() -> None:
    assert phases((0, "begin"), (3, "leave"), (4, "leave")) == ["explore", "attract", "attract"]


_EVENTS = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=90),
        st.sampled_from(["begin", "sign", "continue", "leave", "tick", "fingers"]),
        st.integers(min_value=0, max_value=3),
    ),
    max_size=60,
)


@settings(max_examples=12, deadline=None)
@given(st.lists(_EVENTS, min_size=20, max_size=40))
def test_whatever_is_done_it_is_asked_before_attract_comes_and_never_with_a_finger_down(runs: list[list[Any]]) -> None:
    timed = [_timed(events) for events in runs]
    for events, watches in zip(timed, run_all(timed), strict=True):
        before = {"phase": "attract", "fingers": 0, "since": 0}
        for (now, kind, _), watch in zip(events, watches, strict=True):
            if watch["phase"] == "attract" and before["phase"] != "attract" and kind != "leave":
                assert before["phase"] == "asking"
                assert before["fingers"] == 0
                assert now * 1000 - before["since"] >= COUNTDOWN
            if watch["phase"] == "asking" and before["phase"] != "asking":
                assert before["phase"] == "explore"
                assert before["fingers"] == 0
            before = watch


def _timed(events: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    now, timed = 0, []
    for pause, kind, count in events:
        now += pause
        timed.append((now, kind, count))
    return timed
