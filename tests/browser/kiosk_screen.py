"""A touch screen with the kiosk on it, and what a test asks of it."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.chromium import free_port, running_server
from tests.program import share_documents

TARGET_MM = 20


class Screen(NamedTuple):
    """Viewport in CSS pixels, device pixel ratio, diagonal in inches."""

    width: int
    height: int
    ratio: float
    inch: float

    @property
    def px_per_mm(self) -> float:
        """CSS pixels a millimetre, computed from the screen alone."""
        return math.hypot(self.width, self.height) / (self.inch * 25.4)

    @property
    def settings(self) -> dict[str, str]:
        return {
            "KAKEHASHI_SCREEN_WIDTH": str(round(self.width * self.ratio)),
            "KAKEHASHI_SCREEN_HEIGHT": str(round(self.height * self.ratio)),
            "KAKEHASHI_SCREEN_INCH": str(self.inch),
        }


PORTRAIT = Screen(1080, 1920, 1, 32)
LANDSCAPE = Screen(1920, 1080, 1, 32)
LARGE = Screen(3840, 2160, 1, 43)
LARGE_SCALED = Screen(1920, 1080, 2, 43)

TARGETS = """() => {
  const dialog = document.querySelector('dialog[open]');
  const isTouched = (each) => {
    const style = getComputedStyle(each);
    return !each.closest('[inert]') && each.getClientRects().length && style.visibility === 'visible'
      && style.pointerEvents !== 'none' && Number(style.opacity) > 0 && (!dialog || dialog.contains(each));
  };
  const selector = 'a[href], button, summary, input, select, [role=button], [tabindex="0"]';
  return [...document.querySelectorAll(selector)].filter(isTouched).map((each) => {
    const { left, top, right, bottom, width, height } = each.getBoundingClientRect();
    const frame = each.closest('.scroller')?.getBoundingClientRect();
    const name = (each.getAttribute('aria-label') || each.textContent).trim().slice(0, 40);
    const whole = !frame || (top >= frame.top && bottom <= frame.bottom);
    return { left, top, right, bottom, width, height, name, whole };
  });
}"""
"""Everything on the screen that can be touched: its box, its name, whether all of it is seen."""


@contextmanager
def kiosk_server(state: Path, **more: str) -> Iterator[str]:
    """The program as a lobby has it, with a public address for phones and a folder for counts; gives its address."""
    port = free_port()
    settings = {"KAKEHASHI_STATE": str(share_documents(state)), "KAKEHASHI_PUBLIC_URL": "https://kakehashi.example.jp"}
    with running_server(port, {**settings, **more}):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def kiosk_page(
    browser: Browser, address: str, screen: Screen = PORTRAIT, *, has_clock: bool = False, **options: Any
) -> Iterator[Page]:
    """The kiosk in a fresh browser context; an error of its scripts fails the test.

    With ``has_clock`` the page has a clock that a test can put forward. Nothing is kept, see test_kept.
    """
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.ratio,
        has_touch=True,
        service_workers="block",
        **options,
    )
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    if has_clock:
        page.clock.install()
    try:
        page.goto(address)
        wait_until(page, "window.Kakehashi?.scenes.size > 1")
        yield page
    finally:
        context.close()
    assert faults == []


def wait_until(page: Page, expression: str, seconds: float = 20, pause_s: float = 0.02) -> None:
    """Return when an expression in the page is true; asked from outside, so that a faked clock does not matter."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"never true: {expression}"
        time.sleep(pause_s)


def begin(page: Page) -> None:
    """The first touch, somewhere where no invitation is."""
    page.touchscreen.tap(page.viewport_size["width"] * 0.2, page.viewport_size["height"] * 0.3)  # type: ignore[index]
    wait_until(page, "document.body.dataset.phase === 'explore'")


def pass_seconds(page: Page, seconds: float) -> None:
    """Put the page's clock forward, with everything that happens meanwhile."""
    page.clock.run_for(round(seconds * 1000))


def hear_news(page: Page) -> None:
    """Let the page ask its server whether there is something newer, as it does every quarter of a minute."""
    with page.expect_event("requestfinished", lambda request: "/healthz" in request.url):
        page.clock.fast_forward(15_000)


def tap_item(page: Page, key: str) -> None:
    page.locator(f'#list [data-entity="{key}"] > a').tap()


def phase(page: Page) -> str:
    return str(page.evaluate("document.body.dataset.phase"))


def selected(page: Page) -> str:
    return str(page.evaluate("document.body.dataset.selected"))


def state(page: Page) -> dict[str, Any]:
    """Everything that a visitor could leave behind."""
    found: dict[str, Any] = page.evaluate(
        """() => ({
          phase: document.body.dataset.phase, selected: document.body.dataset.selected,
          pane: document.body.dataset.pane, language: document.documentElement.lang,
          address: location.pathname + location.search, history: history.length,
          large: document.documentElement.hasAttribute('data-large'),
          contrast: document.documentElement.hasAttribute('data-contrast'),
          dialog: Boolean(document.querySelector('dialog[open]')),
          letter: document.querySelector('[data-initial][aria-pressed=true]').dataset.initial,
          scrolled: [...document.querySelectorAll('.scroller')].map((each) => each.scrollTop),
          hidden: document.querySelectorAll('#list .item[hidden]').length,
          zoom: visualViewport.scale, stored: localStorage.length + sessionStorage.length + document.cookie.length,
          live: document.getElementById('live').textContent, focus: document.activeElement.tagName,
        })"""
    )
    return found


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """One event of the glass: touchStart, touchMove or touchEnd with the fingers that are on it."""
    session.send(
        "Input.dispatchTouchEvent",
        {"type": kind, "touchPoints": [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]},
    )
