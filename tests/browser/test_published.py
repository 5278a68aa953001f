"""A published copy in a browser: on a plain web server below a path, and opened from a disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import PATIENCE_MS, SCREENS, wait_until_settled, wake_map
from tests.browser.kiosk_screen import begin
from tests.browser.stillness import wait_for_value
from tests.published import publish_small

_ON_A_DISK = "from origin 'null' has been blocked"  # of fonts that are asked for ahead: they come with the style sheet


class _Host(SimpleHTTPRequestHandler):
    """A host that sends headers as `_headers` says."""

    rules: dict[str, list[tuple[str, str]]]

    def end_headers(self) -> None:
        for rule, headers in self.rules.items():
            if self.path == rule or (rule.endswith("*") and self.path.startswith(rule[:-1])):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def _read_rules(text: str) -> dict[str, list[tuple[str, str]]]:
    rules: dict[str, list[tuple[str, str]]] = {}
    for line in filter(None, text.splitlines()):
        if line.startswith("/"):
            rules[line] = []
        else:
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]].append((name, value))
    return rules


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("host") / "at" / "exchange"
    publish_small(root, address="https://www.example.org/at/exchange/")
    return root


@pytest.fixture(scope="module")
def host(copy: Path) -> Iterator[str]:
    rules = {"rules": _read_rules((copy / "_headers").read_text())}
    handler = type("Host", (_Host,), rules)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=copy.parents[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/at/exchange"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["host", "disk"])
def root(request: pytest.FixtureRequest, copy: Path) -> str:
    return str(request.getfixturevalue("host")) if request.param == "host" else copy.as_uri()


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    """A page that may ask for nothing beyond the copy, and on which nothing goes wrong."""
    context = browser.new_context(**SCREENS["laptop"], has_touch=True, service_workers="block")
    page, faults = context.new_page(), list[str]()
    own = (root, "data:", "blob:", "about:blank")

    def check(request: Request) -> None:
        if not request.url.startswith(own):
            faults.append(request.url)

    page.on("request", check)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    told = [
        fault for fault in faults if _ON_A_DISK not in fault and fault != "Failed to load resource: net::ERR_FAILED"
    ]
    assert told == []


def test_a_link_shows_the_same_selection_and_everything_answers(page: Page, root: str) -> None:
    page.goto(f"{root}/en/index.html?select=nepal")
    wait_until_settled(page)
    card = page.locator('#card-body [data-card-of="nepal"]')
    expect(card).to_be_visible()
    expect(page.locator(".is-selected").first).to_be_attached()
    assert page.locator('[data-language="ja"]').evaluate("link => link.href") == f"{root}/ja/index.html?select=nepal"
    page.locator("#search input").fill("jiangsu")
    expect(page.locator("#list .items > .item:not([hidden])").first).to_have_attribute("data-entity", "jiangsu")
    page.locator('#list .item[data-entity="jiangsu"] a').first.click()
    page.wait_for_url(f"{root}/en/index.html?select=jiangsu&q=jiangsu")
    expect(page.locator('#card-body [data-card-of="jiangsu"]')).to_be_visible(timeout=PATIENCE_MS)
    wake_map(page)


def test_stage_and_lobby_go_on_in_both_languages(page: Page, root: str) -> None:
    page.goto(f"{root}/en/present/index.html?stop=2")
    page.locator("body[data-ready]").wait_for(state="attached", timeout=PATIENCE_MS)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**stop=3")
    page.goto(f"{root}/ja/kiosk/index.html")
    # Not by Playwright's own waiting, which evaluates a text: the policy of a copy lets nobody do that.
    assert (
        wait_for_value(page, lambda: page.evaluate("window.Kakehashi?.scenes.size"), lambda size: (size or 0) > 1) > 1
    )
    begin(page)
    page.locator('[data-language="en"]').first.click()
    expect(page.locator("#scene")).to_have_attribute("lang", "en")


def test_without_scripts_names_lead_to_pages_and_figures_stand(browser: Browser, root: str) -> None:
    context = browser.new_context(**SCREENS["laptop"], java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/index.html")
    page.wait_for_url(f"{root}/ja/index.html")
    page.locator('#list [data-entity="nepal"] a').first.click()
    page.wait_for_url(f"{root}/ja/card/nepal/index.html")
    page.goto(f"{root}/en/figures/index.html")
    page.locator(".table-still a").first.click()
    page.wait_for_url(f"{root}/en/card/*/index.html")
    context.close()


def test_addresses_of_the_server_lead_to_the_same_pages(browser: Browser, host: str) -> None:
    context = browser.new_context(**SCREENS["laptop"], service_workers="block")
    page = context.new_page()
    page.goto(f"{host}/en/?select=nepal")
    wait_until_settled(page)
    expect(page.locator('#card-body [data-card-of="nepal"]')).to_be_visible()
    answer = page.goto(f"{host}/en/countries")
    assert answer is not None
    assert answer.ok
    assert page.url == f"{host}/en/countries/"
    context.close()
