"""The kiosk and the clock: asked after a minute, back to the beginning after the countdown, nothing left behind."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kiosk_screen import begin, kiosk_page, pass_seconds, phase, state, touch


@pytest.fixture(scope="module")
def one_kiosk(browser: Browser, base_url: str) -> Iterator[Page]:
    """The kiosk with a clock that moves only when a test moves it; the globe rests, or it would turn all the while."""
    with kiosk_page(browser, f"{base_url}/ja/kiosk", has_clock=True, reduced_motion="reduce") as page:
        page.clock.pause_at(page.evaluate("Date.now()") + 1000)
        yield page


@pytest.fixture
def kiosk(one_kiosk: Page) -> Page:
    """As the visitor of the test before has left it, long ago."""
    if phase(one_kiosk) != "attract":
        pass_seconds(one_kiosk, 100)
    assert phase(one_kiosk) == "attract"
    return one_kiosk


def _is_asking(page: Page) -> bool:
    return phase(page) == "asking" and page.locator("#idle").is_visible()


def _tap(page: Page, selector: str) -> None:
    """A tap that does not wait for the next frame, which the paused clock withholds."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_after_a_minute_it_is_asked_and_after_twenty_seconds_more_it_is_over(kiosk: Page) -> None:
    begin(kiosk)
    pass_seconds(kiosk, 59)
    assert phase(kiosk) == "explore"
    pass_seconds(kiosk, 1.3)
    assert _is_asking(kiosk)
    assert kiosk.locator("#idle-left").inner_text() == "20"
    pass_seconds(kiosk, 10)
    assert kiosk.locator("#idle-left").inner_text() == "10"
    pass_seconds(kiosk, 9)
    assert _is_asking(kiosk)
    pass_seconds(kiosk, 2)
    assert phase(kiosk) == "attract"
    assert not kiosk.locator("#idle").is_visible()


def test_continue_is_large_and_works_as_often_as_one_likes(kiosk: Page) -> None:
    begin(kiosk)
    _tap(kiosk, '#list [data-entity="nepal"] > a')
    for _ in range(12):
        pass_seconds(kiosk, 61)
        assert _is_asking(kiosk)
        pass_seconds(kiosk, 15)
        _tap(kiosk, "[data-action=continue]")
        assert phase(kiosk) == "explore"
        assert not kiosk.locator("#idle").is_visible()
    assert state(kiosk)["selected"] == "nepal"


def test_the_question_changes_its_language_by_one_tap_which_is_an_answer_too(kiosk: Page) -> None:
    begin(kiosk)
    _tap(kiosk, '#list [data-entity="nepal"] > a')
    _tap(kiosk, "[data-initial=か]")
    pass_seconds(kiosk, 61)
    assert _is_asking(kiosk)
    _tap(kiosk, "#idle [data-language=en]")
    found = state(kiosk)
    assert (found["phase"], found["language"], found["selected"], found["dialog"]) == ("explore", "en", "nepal", False)
    assert found["letter"] == ""
    pass_seconds(kiosk, 61)
    assert _is_asking(kiosk)
    assert kiosk.locator("#idle-heading").inner_text() == "Are you still there?"


def test_a_tap_anywhere_is_a_sign_of_life_too(kiosk: Page) -> None:
    begin(kiosk)
    pass_seconds(kiosk, 61)
    kiosk.touchscreen.tap(30, 400)
    assert phase(kiosk) == "explore"
    assert state(kiosk)["selected"] == ""


def test_a_touch_begins_the_minute_anew(kiosk: Page) -> None:
    begin(kiosk)
    for key in ("nepal", "austria", "irkutsk", "jiangsu"):
        pass_seconds(kiosk, 55)
        _tap(kiosk, f'#list [data-entity="{key}"] > a')
    assert phase(kiosk) == "explore"


def test_the_question_does_not_come_while_a_finger_is_down(kiosk: Page) -> None:
    begin(kiosk)
    session = kiosk.context.new_cdp_session(kiosk)
    touch(session, "touchStart", (300, 500))
    pass_seconds(kiosk, 600)
    assert phase(kiosk) == "explore"
    touch(session, "touchEnd")
    pass_seconds(kiosk, 58)
    assert phase(kiosk) == "explore"
    pass_seconds(kiosk, 3)
    assert _is_asking(kiosk)


def test_the_countdown_waits_while_a_finger_is_down(kiosk: Page) -> None:
    begin(kiosk)
    pass_seconds(kiosk, 65)
    session = kiosk.context.new_cdp_session(kiosk)
    touch(session, "touchStart", (30, 300))
    pass_seconds(kiosk, 200)
    assert _is_asking(kiosk)
    touch(session, "touchMove", (30, 600))
    touch(session, "touchEnd")
    pass_seconds(kiosk, 18)
    assert phase(kiosk) != "attract"


def test_a_finger_that_scrolls_the_list_is_a_finger(kiosk: Page) -> None:
    begin(kiosk)
    session = kiosk.context.new_cdp_session(kiosk)
    touch(session, "touchStart", (200, 1500))
    for step in range(10):
        touch(session, "touchMove", (200, 1500 - 30 * step))
    pass_seconds(kiosk, 120)
    assert phase(kiosk) == "explore"
    touch(session, "touchEnd")
    pass_seconds(kiosk, 61)
    assert _is_asking(kiosk)


def test_nothing_is_asked_in_attract(kiosk: Page) -> None:
    pass_seconds(kiosk, 200)
    assert phase(kiosk) == "attract"
    assert not kiosk.locator("#idle").is_visible()


def test_going_back_by_hand_asks_nothing(kiosk: Page) -> None:
    begin(kiosk)
    _tap(kiosk, "#bar [data-action=start-over]")
    assert phase(kiosk) == "attract"


def test_one_visitor_after_the_other_finds_a_clean_start(kiosk: Page) -> None:
    """Each leaves something else behind; how they come and go for an hour is the matter of the soak run."""
    dice = random.Random(3)  # noqa: S311 - the same visitors in every run
    begin(kiosk)
    _tap(kiosk, "#bar [data-action=start-over]")
    clean = state(kiosk)
    assert clean["selected"] == ""
    for _ in range(8):
        begin(kiosk)
        _visit(kiosk, dice)
        assert state(kiosk) != clean
        pass_seconds(kiosk, 61)
        assert _is_asking(kiosk)
        pass_seconds(kiosk, 21)
        assert state(kiosk) == clean


def _visit(page: Page, dice: random.Random) -> None:
    """Somebody who leaves something behind of everything that can be left."""
    _tap(page, f'#list [data-entity="{dice.choice(["irkutsk", "jiangsu", "austria"])}"] > a')
    _tap(page, '[data-pages="#list .scroller"] [data-page=down]')
    acts: list[Any] = ["[data-initial=か]", "[data-aid=large]", "[data-aid=contrast]", "#bar [data-pane=network]"]
    for selector in dice.sample(acts, dice.randint(1, 4)):
        if page.locator(selector).first.is_visible():
            _tap(page, selector)
    if dice.random() < 0.7:
        _tap(page, "#bar [data-language=en]")
