"""The kiosk while its server comes and goes, and while its tables are edited well and badly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.usage import UsageStore
from tests.browser.installation import Installation
from tests.browser.kiosk_screen import begin, kiosk_page, phase, selected, state, wait_until
from tests.browser.stillness import wait_for_value

_PATIENCE_S = 60
_IS_RENEWED = "document.querySelector('[data-entity=nepal] .item-name').textContent === 'ネパール連邦'"


@pytest.fixture
def kiosk(browser: Browser, installation: Installation) -> Iterator[Page]:
    with kiosk_page(browser, f"{installation.address}/ja/kiosk") as page:
        yield page


def _rename(text: str) -> str:
    return text.replace("ネパール,Nepal,", "ネパール連邦,Nepal Federation,", 1)


def _break(text: str) -> str:
    return text.replace(",NP,", ",XX,", 1)


def _names(page: Page) -> str:
    return str(page.locator('#list [data-entity="nepal"] .item-name').first.text_content())


def test_everything_goes_on_without_the_server_and_no_error_is_ever_seen(
    kiosk: Page, installation: Installation
) -> None:
    installation.kill()
    for language, name in (("en", "Nepal"), ("ja", "ネパール")):
        begin(kiosk)
        kiosk.locator(f"#bar [data-language={language}]").tap()
        kiosk.locator('#list [data-entity="nepal"] > a').tap()
        assert kiosk.locator("#card .card-title").inner_text().startswith(name)
        kiosk.locator("#card .tie-other").first.tap()
        kiosk.locator("#card .card-link").first.tap()
        assert selected(kiosk) not in ("", "nepal")
        kiosk.locator("#bar [data-pane=network]").tap()
        assert kiosk.locator("[data-view=network]").is_visible()
        kiosk.locator("#bar [data-action=start-over]").tap()
        assert (phase(kiosk), state(kiosk)["address"]) == ("attract", "/ja/kiosk")
    assert kiosk.url.startswith(installation.address)
    assert not kiosk.locator("[role=alert], .error").count()
    installation.start()


def test_the_question_and_the_way_back_work_without_the_server(kiosk: Page, installation: Installation) -> None:
    kiosk.clock.install()
    kiosk.reload()
    wait_until(kiosk, "window.Kakehashi?.scenes.size > 1")
    installation.kill()
    begin(kiosk)
    kiosk.clock.run_for(61_000)
    assert kiosk.locator("#idle").is_visible()
    kiosk.clock.run_for(21_000)
    assert phase(kiosk) == "attract"
    installation.start()


def test_when_the_server_is_back_with_newer_data_the_page_renews_itself_in_attract(
    kiosk: Page, installation: Installation
) -> None:
    installation.kill()
    installation.edit("partners.csv", _rename)
    installation.start()
    wait_until(kiosk, _IS_RENEWED, _PATIENCE_S)
    begin(kiosk)
    kiosk.locator("#bar [data-language=en]").tap()
    assert _names(kiosk) == "Nepal Federation"


def test_the_page_never_changes_under_a_finger(kiosk: Page, installation: Installation) -> None:
    begin(kiosk)
    kiosk.locator('#list [data-entity="nepal"] > a').tap()
    installation.edit("partners.csv", _rename)
    deadline = time.monotonic() + 22
    while time.monotonic() < deadline:
        kiosk.touchscreen.tap(540, 30)
        kiosk.wait_for_timeout(500)
        assert (_names(kiosk), selected(kiosk)) == ("ネパール", "nepal")
    kiosk.locator("#bar [data-action=start-over]").tap()
    wait_until(kiosk, _IS_RENEWED, _PATIENCE_S)


def test_bad_tables_leave_the_last_good_on_the_screen_and_health_says_what_is_wrong(
    kiosk: Page, installation: Installation
) -> None:
    good = installation.health()
    assert good["status"] == "ok"
    installation.edit("partners.csv", lambda text: _break(_rename(text)))
    deadline = time.monotonic() + _PATIENCE_S
    while (bad := installation.health())["status"] == "ok" and time.monotonic() < deadline:
        time.sleep(0.2)
    assert (bad["status"], bad["edition"], bad["counts"]) == ("degraded", good["edition"], good["counts"])
    assert any("partners.csv" in problem for problem in installation.problems())
    kiosk.wait_for_timeout(17_000)
    assert _names(kiosk) == "ネパール"
    installation.edit("partners.csv", lambda text: text.replace(",XX,", ",NP,"))
    wait_until(kiosk, _IS_RENEWED, _PATIENCE_S)
    assert installation.health()["status"] == "ok"


def test_other_settings_are_taken_up_in_attract_and_the_history_does_not_grow(
    kiosk: Page, installation: Installation
) -> None:
    length = kiosk.evaluate("history.length")
    installation.kill()
    installation.settings |= {"KAKEHASHI_KIOSK_LANGUAGES": "en,ja", "KAKEHASHI_SCREEN_INCH": "24"}
    installation.start()
    expect(kiosk.locator("[data-begin]").first).to_have_attribute("data-begin", "en", timeout=_PATIENCE_S * 1000)
    wait_until(kiosk, "window.Kakehashi?.scenes.size > 1")
    assert kiosk.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--target')") == "73px"
    assert (phase(kiosk), kiosk.evaluate("history.length")) == ("attract", length)


def test_a_screen_without_data_still_turns_and_takes_up_the_first_good_tables(browser: Browser, tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    installation.edit("partners.csv", _break)
    installation.start()
    try:
        with kiosk_page(browser, f"{installation.address}/ja/kiosk") as page:
            drawn = "document.getElementById('globe').toDataURL()"
            first = page.evaluate(drawn)
            assert wait_for_value(page, lambda: page.evaluate(drawn), lambda now: now != first) != first
            assert page.locator("#attract-name").text_content() == ""
            installation.edit("partners.csv", lambda text: text.replace(",XX,", ",NP,"))
            wait_until(page, "document.getElementById('attract-name').textContent !== ''", _PATIENCE_S)
    finally:
        installation.kill()


def test_what_was_looked_at_is_counted_once_the_server_hears_of_it(kiosk: Page, installation: Installation) -> None:
    begin(kiosk)
    for key in ("nepal", "luxor", "nepal"):
        kiosk.locator(f'#list [data-entity="{key}"] > a').tap()
    kiosk.locator("#bar [data-language=en]").tap()
    kiosk.locator("#bar [data-action=start-over]").tap()
    wanted = {"start ja": 1, "select nepal": 2, "select luxor": 1, "language en": 1, "reset ": 1}
    assert wait_for_value(kiosk, lambda: _read_usage(installation), lambda counted: counted == wanted) == wanted


def _read_usage(installation: Installation) -> dict[str, int]:
    return {
        f"{count.kind} {count.subject}": count.number
        for count in UsageStore(installation.tables.parent / "state").read()
    }
