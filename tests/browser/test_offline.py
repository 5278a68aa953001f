"""Nothing leaves the machine, and a page that has arrived needs no server any more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chromium import free_port, running_server
from tests.browser.conftest import leaves, wait_until_settled
from tests.program import share_documents

OPEN = Callable[..., Page]
PAGES = ["", "gaps", "sources", "accessibility"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_internet_every_page_is_whole(open_page: OPEN, base_url: str, language: str) -> None:
    page = open_page(f"/{language}/accessibility", settled=False)
    failed: list[str] = []

    def let_local_pass(route: Route) -> None:
        if leaves(route.request.url):
            failed.append(route.request.url)
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route("**/*", let_local_pass)
    # A page that is left before its icon has come gives it up; that is no failure.
    page.on(
        "requestfailed", lambda request: failed.append(request.url) if "ABORTED" not in str(request.failure) else None
    )
    for name in PAGES:
        page.goto(f"{base_url}/{language}/{name}")
        if not name:
            wait_until_settled(page)
        page.wait_for_load_state("networkidle")
        expect(page.locator("main")).to_be_visible()
        expect(page.locator("main h1, main h2").first).to_be_attached()
    assert failed == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_address_outside_stands_in_what_a_page_loads(visit: OPEN, language: str) -> None:
    page = visit(f"/{language}/")
    loaded = page.locator("script[src], link[href], img[src], use[href]").evaluate_all(
        "all => all.map(each => each.src || each.href?.baseVal || each.href)"
    )
    assert loaded
    assert [each for each in loaded if leaves(str(each))] == []


@pytest.fixture
def short_lived(open_page: OPEN, tmp_path: Path) -> Iterator[Page]:
    """The explorer, whose server has ended after everything had arrived."""
    port = free_port()
    with running_server(port, {"KAKEHASHI_STATE": str(share_documents(tmp_path))}):
        page = open_page(f"http://127.0.0.1:{port}/en/")
        page.wait_for_function("() => Kakehashi.words.search")  # these come last
    # What the pointer may wake on its way, and fonts not shown yet, are asked for in vain; no console need tell of it.
    page.route("**/*", lambda route: route.fulfill(body=b""))
    yield page


def test_when_the_server_is_gone_selecting_filtering_searching_and_the_way_go_on(short_lived: Page) -> None:
    page = short_lived
    page.locator('#list [data-entity="nepal"] > a').click()
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    expect(page.locator('#map-stage > .picture [data-mark="higashiyama-nepal"]')).to_have_class(
        re.compile(r"\bis-near\b")
    )
    page.locator('#network-stage a.label[data-mark="luxor"]').click()
    expect(page.locator("#card [data-card-of=luxor]")).to_be_visible()
    page.locator(".filter-chip.home-ichinoseki").click()
    expect(page.locator('#list [data-entity="irkutsk"]')).to_be_hidden()
    page.locator("#search input").fill("ネパール")
    expect(page.locator('#list [data-entity="nepal"]')).to_be_visible()
    expect(page.locator('#list [data-entity="luxor"]')).to_be_hidden()
    for field, choice in (("from", "ishikawa"), ("to", "irkutsk")):
        page.locator(f"#path-{field}").focus()
        page.locator(f"#path-{field}").select_option(choice)
    expect(page.locator("#path-answer li")).to_have_count(1)
    page.go_back()
    expect(page.locator("#path-to")).to_have_value("")
