"""The kiosk while its server comes and goes, and while its tables are edited well and badly."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.usage import UsageStore
from tests.browser.installation import Installation, rename
from tests.browser.kiosk_screen import (
    begin,
    hear_news,
    kiosk_page,
    pass_seconds,
    phase,
    selected,
    state,
    tap_item,
    wait_until,
)
from tests.browser.stillness import wait_for_value

_PATIENCE_S = 60
_IS_RENEWED = "document.querySelector('[data-entity=nepal] .item-name').textContent === 'ネパール連邦'"


@pytest.fixture
def kiosk(browser: Browser, installation: Installation) -> Iterator[Page]:
    with kiosk_page(browser, f"{installation.address}/ja/kiosk", reduced_motion="reduce", has_clock=True) as page:
        yield page


def _break(text: str) -> str:
    return text.replace(",NP,", ",XX,", 1)


def _names(page: Page) -> str:
    return str(page.locator('#list [data-entity="nepal"] .item-name').first.text_content())


def test_everything_goes_on_without_the_server_and_newer_data_is_taken_up_when_it_is_back(
    kiosk: Page, installation: Installation
) -> None:
    installation.kill()
    for language, name in (("en", "Nepal"), ("ja", "ネパール")):
        begin(kiosk)
        kiosk.locator(f"#bar [data-language={language}]").tap()
        tap_item(kiosk, "nepal")
        assert kiosk.locator("#card .card-title").inner_text().startswith(name)
        kiosk.locator("#card .tie-other").first.tap()
        kiosk.locator("#card .card-link").first.tap()
        assert selected(kiosk) not in ("", "nepal")
        kiosk.locator("#bar [data-pane=network]").tap()
        assert kiosk.locator("[data-view=network]").is_visible()
        kiosk.locator("#bar [data-action=start-over]").tap()
        assert (phase(kiosk), state(kiosk)["address"]) == ("attract", "/ja/kiosk")
    begin(kiosk)
    pass_seconds(kiosk, 61)
    assert kiosk.locator("#idle").is_visible()
    pass_seconds(kiosk, 21)
    assert phase(kiosk) == "attract"
    assert kiosk.url.startswith(installation.address)
    assert not kiosk.locator("[role=alert], .error").count()

    # What is not kept in the browser does not outlive the page: after five minutes staff are asked to look.
    words = kiosk.locator("#attract .staff-words")
    pass_seconds(kiosk, 180)
    expect(words.first).to_be_hidden()
    while not words.first.is_visible():
        pass_seconds(kiosk, 16)
    assert words.evaluate_all("all => all.map(({ lang }) => lang)") == ["ja", "en"]
    for place in range(2):
        expect(words.nth(place)).to_be_in_viewport(ratio=0.99)
    begin(kiosk)
    expect(words.first).to_be_hidden()
    kiosk.locator("#bar [data-action=start-over]").tap()

    installation.edit("partners.csv", rename)
    installation.start()
    hear_news(kiosk)
    wait_until(kiosk, _IS_RENEWED, _PATIENCE_S)
    expect(words.first).to_be_hidden()
    begin(kiosk)
    kiosk.locator("#bar [data-language=en]").tap()
    assert _names(kiosk) == "Nepal Federation"

    # A page that does not begin says so too, and invites nobody.
    kiosk.route("**/kiosk.*.js", lambda route: route.abort())
    kiosk.reload()
    expect(words.first).to_be_hidden()
    kiosk.locator("#attract").evaluate("root => root.getAnimations({ subtree: true }).forEach((each) => each.finish())")
    expect(words.first).to_be_in_viewport(ratio=0.99)
    expect(kiosk.locator("[data-begin]").first).to_be_hidden()


def test_bad_tables_leave_the_last_good_on_the_screen_and_good_ones_come_when_no_finger_is_there(
    kiosk: Page, installation: Installation
) -> None:
    good = installation.health()
    assert good["status"] == "ok"
    installation.edit("partners.csv", lambda text: _break(rename(text)))
    bad = _wait_for_status(installation, "degraded")
    assert (bad["edition"], bad["counts"]) == (good["edition"], good["counts"])
    assert any("partners.csv" in problem for problem in installation.problems())
    hear_news(kiosk)
    assert _names(kiosk) == "ネパール"

    begin(kiosk)
    tap_item(kiosk, "nepal")
    installation.edit("partners.csv", lambda text: text.replace(",XX,", ",NP,"))
    assert _wait_for_status(installation, "ok")["edition"] != good["edition"]
    for _ in range(2):
        hear_news(kiosk)
        kiosk.touchscreen.tap(540, 30)
        assert (_names(kiosk), selected(kiosk)) == ("ネパール", "nepal")
    kiosk.locator("#bar [data-action=start-over]").tap()
    wait_until(kiosk, _IS_RENEWED, _PATIENCE_S)


def _wait_for_status(installation: Installation, wanted: str) -> dict[str, object]:
    deadline = time.monotonic() + _PATIENCE_S
    while (found := installation.health())["status"] != wanted:
        assert time.monotonic() < deadline, found
        time.sleep(0.1)
    return found


def test_other_settings_are_taken_up_in_attract_and_the_history_does_not_grow(
    kiosk: Page, installation: Installation
) -> None:
    length = kiosk.evaluate("history.length")
    installation.kill()
    installation.settings |= {"KAKEHASHI_KIOSK_LANGUAGES": "en,ja", "KAKEHASHI_SCREEN_INCH": "24"}
    installation.start()
    hear_news(kiosk)
    expect(kiosk.locator("[data-begin]").first).to_have_attribute("data-begin", "en", timeout=_PATIENCE_S * 1000)
    wait_until(kiosk, "window.Kakehashi?.scenes.size > 1")
    assert kiosk.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--target')") == "73px"
    assert (phase(kiosk), kiosk.evaluate("history.length")) == ("attract", length)


def test_a_screen_without_data_still_turns_and_takes_up_the_first_good_tables(browser: Browser, tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    installation.edit("partners.csv", _break)
    installation.start()
    try:
        with kiosk_page(browser, f"{installation.address}/ja/kiosk", has_clock=True) as page:
            drawn = "document.getElementById('globe').toDataURL()"
            first = page.evaluate(drawn)
            assert wait_for_value(page, lambda: page.evaluate(drawn), lambda now: now != first) != first
            assert page.locator("#attract-name").text_content() == ""
            installation.edit("partners.csv", lambda text: text.replace(",XX,", ",NP,"))
            _wait_for_status(installation, "ok")
            hear_news(page)
            wait_until(page, "document.getElementById('attract-name').textContent !== ''", _PATIENCE_S)
    finally:
        installation.kill()


def test_what_was_looked_at_is_counted_once_the_server_hears_of_it(kiosk: Page, installation: Installation) -> None:
    before = _read_usage(installation)
    begin(kiosk)
    for key in ("nepal", "luxor", "nepal"):
        tap_item(kiosk, key)
    kiosk.locator("#bar [data-language=en]").tap()
    kiosk.locator("#bar [data-action=start-over]").tap()
    wanted = {"start ja": 1, "select nepal": 2, "select luxor": 1, "language en": 1, "reset ": 1}
    counted = wait_for_value(kiosk, lambda: _read_usage(installation) - before, lambda counted: counted == wanted)
    assert counted == wanted


def _read_usage(installation: Installation) -> Counter[str]:
    counts = UsageStore(installation.tables.parent / "state").read()
    return Counter({f"{count.kind} {count.subject}": count.number for count in counts})
