"""Fixtures of the browser tests: one server, one browser, a fresh context for every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium, free_port, running_server

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "device_scale_factor": 2,
    },
    "laptop": {"viewport": {"width": 1366, "height": 768}},
    "projector": {"viewport": {"width": 1920, "height": 1080}},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in Path(str(item.path)).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    with running_server(port, {"KAKEHASHI_STATE": str(tmp_path_factory.mktemp("state"))}):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, base_url: str) -> Iterator[Callable[..., Page]]:
    """Open an address at a screen's size; errors, and requests that leave the machine, fail the test at its end."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(path: str, screen: str = "laptop", *, settled: bool = True, **options: Any) -> Page:
        context = browser.new_context(**{**SCREENS[screen], **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on(
            "console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None
        )
        page.on(
            "request",
            lambda request: faults.append(f"left the machine: {request.url}") if _leaves(request.url) else None,
        )
        page.goto(base_url + path)
        if settled:
            wait_until_settled(page)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


def wait_until_settled(page: Page) -> None:
    """Wait until Plotly and the Mantine controls have taken over what is shown."""
    page.locator("#controls[data-ready]").wait_for(state="attached", timeout=30_000)
    for stage in ("map-stage", "network-stage"):
        if page.locator(f"#{stage}").is_visible():
            page.locator(f"#{stage}[data-painted=plotly]").wait_for(timeout=30_000)


def _leaves(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost")
