"""Fixtures of the browser tests: one server, one browser, a page for every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, sync_playwright

from dashboard.model import Dataset, keep_documented
from dashboard.tables import read_dataset
from tests.browser.chromium import FLAGS, ROOT, find_chromium, free_port, running_server
from tests.browser.installation import Installation
from tests.program import share_documents

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "device_scale_factor": 2,
    },
    "tablet": {"viewport": {"width": 820, "height": 1180}, "has_touch": True},
    "square": {"viewport": {"width": 1024, "height": 768}},
    "laptop": {"viewport": {"width": 1366, "height": 768}},
    "projector": {"viewport": {"width": 1920, "height": 1080}},
}
PATIENCE_MS = 30_000
_ALONE: dict[str, Any] = {"service_workers": "block"}  # what a test routes, no worker may answer; see test_kept


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in Path(str(item.path)).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    with running_server(port, {"KAKEHASHI_STATE": str(share_documents(tmp_path_factory.mktemp("state")))}):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    with sync_playwright() as play:
        yield play.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    browser = chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The data set that the server under test shows."""
    reading = read_dataset(ROOT / "content" / "tables")
    assert reading.dataset is not None, reading.problems
    return keep_documented(reading.dataset)


@pytest.fixture
def open_page(browser: Browser, base_url: str) -> Iterator[Callable[..., Page]]:
    """Open an address at a screen's size; errors, and requests that leave the machine, fail the test at its end.

    Every page gets a context of its own, so that a test may route, go offline or grant what it likes.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(path: str, screen: str = "laptop", *, settled: bool = True, **options: Any) -> Page:
        context = browser.new_context(**{**SCREENS[screen], **_ALONE, **options})
        contexts.append(context)
        page = watch(context.new_page(), faults)
        page.goto(urljoin(base_url, path))
        if settled:
            wait_until_settled(page)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def shared_contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    contexts: dict[str, BrowserContext] = {}
    yield contexts
    if browser.is_connected():
        for context in contexts.values():
            context.close()


@pytest.fixture
def visit(browser: Browser, base_url: str, shared_contexts: dict[str, BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Like ``open_page``, but in a context that other tests use too: its cache is warm, its pages open fast.

    For tests that change nothing but their own page. The program keeps nothing beyond a page's own session.
    """
    pages: list[Page] = []
    faults: list[str] = []

    def visit_one(path: str, screen: str = "laptop", *, settled: bool = True, **options: Any) -> Page:
        key = f"{screen} {sorted(options.items())}"
        if key not in shared_contexts:
            shared_contexts[key] = browser.new_context(**{**SCREENS[screen], **_ALONE, **options})
        page = watch(shared_contexts[key].new_page(), faults)
        pages.append(page)
        page.goto(urljoin(base_url, path))
        if settled:
            wait_until_settled(page)
        return page

    yield visit_one
    for page in pages:
        page.close()
    assert faults == []


@pytest.fixture(scope="session")
def kept_pages() -> dict[str, tuple[Page, list[str]]]:
    return {}


@pytest.fixture
def explore(
    browser: Browser,
    base_url: str,
    shared_contexts: dict[str, BrowserContext],
    kept_pages: dict[str, tuple[Page, list[str]]],
) -> Iterator[Callable[..., Page]]:
    """The explorer with nothing chosen, on a page that is kept from test to test: ``explore("ja", "phone")``.

    For tests that select, filter and search. What a test chose is taken back before the next one begins.
    """
    used: list[list[str]] = []

    def explore_one(language: str = "en", screen: str = "laptop") -> Page:
        key = f"{screen} []"
        if key not in shared_contexts:
            shared_contexts[key] = browser.new_context(**SCREENS[screen], **_ALONE)
        address = f"{base_url}/{language}/"
        page, faults = kept_pages.get(f"{language} {screen}", (None, []))
        if page is None:
            page = watch(shared_contexts[key].new_page(), faults)
            kept_pages[f"{language} {screen}"] = (page, faults)
            page.goto(address)
            wait_until_settled(page)
        page.evaluate(START_ANEW)
        used.append(faults)
        return page

    yield explore_one
    for faults in used:
        found, faults[:] = list(faults), []
        assert found == []


@pytest.fixture(scope="module")
def own_installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    found = Installation(tmp_path_factory.mktemp("installation"))
    found.start()
    yield found
    found.kill()


@pytest.fixture
def installation(own_installation: Installation) -> Iterator[Installation]:
    """A server of the module's own, to be killed, started again, and given other tables: mended after each test."""
    yield own_installation
    own_installation.restore()


START_ANEW = """() => {
  const { store } = window.Kakehashi;
  const plain = { select: "", home: [], tie: [], theme: [], later: true, q: "", from: "", to: "", pane: "" };
  history.replaceState(null, "", location.pathname);
  store.dispatch({ type: "replace", state: plain });
  store.dispatch({ type: "replace", state: { ...plain } }); // before the next step a step is shown to its end
  for (const field of document.querySelectorAll("#search input")) field.value = "";
  document.getElementById("live").textContent = "";
  document.activeElement?.blur();
  window.scrollTo(0, 0);
}"""


def watch(page: Page, faults: list[str]) -> Page:
    """Note every error of the page, and every request that leaves the machine."""
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
    page.on(
        "request", lambda request: faults.append(f"left the machine: {request.url}") if leaves(request.url) else None
    )
    return page


def wait_until_settled(page: Page) -> None:
    """Wait until the page answers, shows what its address asks for, and has the card of what it selects."""
    page.locator("html:not([data-asked]) body[data-live]").wait_for(state="attached", timeout=PATIENCE_MS)
    page.wait_for_function(
        """() => {
          const id = document.body.dataset.selected;
          return !id || document.querySelector(`#card-body [data-card-of="${id}"]`) !== null;
        }""",
        timeout=PATIENCE_MS,
    )


def wake_map(page: Page) -> None:
    """Reach for the map, and wait until Plotly's has taken the place of the server's picture."""
    page.locator('[data-action="zoom-reset"]').click()
    page.locator("#map-stage[data-painted=plotly]").wait_for(timeout=PATIENCE_MS)


def leaves(url: str) -> bool:
    """Whether a request for this address would leave the machine."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost")
