"""The whole program below a path, in a browser: nothing is asked for beside it, nothing is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, expect

from tests.browser.chromium import free_port, running_server
from tests.browser.conftest import PATIENCE_MS, SCREENS, wait_until_settled, wake_map, watch
from tests.browser.kiosk_screen import begin, wait_until
from tests.browser.test_figures import ROWS
from tests.program import share_documents

PREFIX = "/exchange"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    state: Path = share_documents(tmp_path_factory.mktemp("state"))
    settings = {"KAKEHASHI_STATE": str(state), "KAKEHASHI_PREFIX": PREFIX, "KAKEHASHI_KIOSK_LANGUAGES": "en"}
    with running_server(port, settings):
        yield f"http://127.0.0.1:{port}"


def test_explorer_figures_stage_and_kiosk_work_below_a_path(browser: Browser, below: str) -> None:
    context = browser.new_context(**SCREENS["laptop"], has_touch=True)
    page, faults = context.new_page(), list[str]()
    watch(page, faults)

    def check(answer: Response) -> None:
        if answer.status >= 400 or not answer.url.startswith(f"{below}{PREFIX}"):
            faults.append(f"{answer.status} {answer.url}")

    page.on("response", check)
    page.goto(f"{below}{PREFIX}")
    wait_until_settled(page)
    page.locator('[data-view=list] [data-entity="nepal"] a').first.click()
    card = page.locator('#card-body [data-card-of="nepal"]')
    expect(card).to_be_visible(timeout=PATIENCE_MS)  # the cards are made when they are first asked for
    expect(page).to_have_url(f"{below}{PREFIX}/en/?select=nepal")
    wake_map(page)
    assert page.locator('[data-language="ja"]').evaluate("link => link.href") == f"{below}{PREFIX}/ja/?select=nepal"

    page.goto(f"{below}{PREFIX}/en/figures")
    page.locator(".table-place").scroll_into_view_if_needed()
    expect(page.locator(ROWS)).to_have_count(10, timeout=PATIENCE_MS)
    page.locator(f"{ROWS} a").first.click()
    page.wait_for_url(f"{below}{PREFIX}/en/card/**")

    page.goto(f"{below}{PREFIX}/en/present?stop=3")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**stop=4")

    page.goto(f"{below}{PREFIX}/en/kiosk")
    begin(page)
    wait_until(page, f"caches.match('{PREFIX}/en/kept/kiosk').then(Boolean)", 60)  # below the path too
    context.close()
    assert faults == []
