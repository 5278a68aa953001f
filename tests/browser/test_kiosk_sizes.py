"""Every screen that a lobby may have, from 19 to 55 inches: what is read keeps its size, and large is larger."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from dashboard.screen import LEAST_MM
from tests.browser.kiosk_screen import Screen, begin, kiosk_page, kiosk_server, tap_item, wait_until
from tests.browser.stillness import wait_for_fades

SIZES = {
    "19": Screen(1024, 1280, 1, 19),
    "19 wide": Screen(1280, 1024, 1, 19),
    "24 wide": Screen(1920, 1080, 1, 24),
    "27": Screen(1080, 1920, 1, 27),
    "32": Screen(1080, 1920, 1, 32),
    "43 wide": Screen(3840, 2160, 1, 43),
    "55 wide": Screen(3840, 2160, 1, 55),
}
_TEXTS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.getElementById('scene'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest('.visually-hidden, script, template')) continue;
    if (!parent.getClientRects().length || !parent.checkVisibility({ visibilityProperty: true })) continue;
    found.push([walker.currentNode.data.trim(), parseFloat(getComputedStyle(parent).fontSize)]);
  }
  return found;
}"""
_NAMES = """() => [...document.querySelectorAll('.map-stage .label .name')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((each) => [each.closest('.lens') ? 'lens' : 'map', each.textContent, each.getBoundingClientRect().toJSON()])"""


_MISPLACED = """() => {
  const range = document.createRange();
  const found = [...document.querySelectorAll('#network .kind-home')].filter((each) => {
    range.selectNodeContents(each);
    return range.getBoundingClientRect().left < 0;
  });
  const head = document.querySelector('#scene .kiosk-head');
  return [...found, ...(head.offsetHeight > innerHeight / 6 ? [head] : [])].map((each) => each.textContent);
}"""
"""Homes whose names begin beyond the edge of the network, and a head that leaves no room for what is below."""

_NAMED = 6  # at least, of eight partners and the two regions in the lens: the rest is in the list


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with kiosk_server(tmp_path_factory.mktemp("state")) as served:
        yield served


def _set_up_for(screen: Screen) -> Callable[[Route], None]:
    """The page as the program makes it for a screen of that size: one server does for all."""

    def send(route: Route) -> None:
        told = json.dumps([screen.width, screen.height, screen.inch])
        with urllib.request.urlopen(route.request.url) as answer:  # noqa: S310 - our own server
            body = re.sub(r'"screen":\[[^\]]*\]', f'"screen":{told}', answer.read().decode())
        route.fulfill(body=body, content_type="text/html")

    return send


@pytest.mark.parametrize("screen", SIZES.values(), ids=SIZES)
def test_no_text_is_too_small_large_is_larger_and_names_lie_beside_each_other(
    screen: Screen, browser: Browser, address: str
) -> None:
    with kiosk_page(browser, f"{address}/ja/kiosk", screen) as page:
        page.route("**/kiosk", _set_up_for(screen))
        page.reload()
        wait_until(page, "window.Kakehashi?.scenes.size > 1")
        begin(page)
        for language in ("ja", "en"):
            page.locator(f"#bar [data-language={language}]").tap()
            plain = _read(page)
            page.locator("[data-aid=large]").tap()
            large = _read(page)
            assert {text: (plain[text], size) for text, size in large.items() if size <= plain.get(text, 0)} == {}
            tap_item(page, "central-highlands")
            seen = [*plain.values(), *large.values(), *_sizes(page).values()]
            page.locator("[data-aid=large]").tap()
            page.locator("#bar [data-pane=network]").tap()
            seen += _sizes(page).values()
            assert min(seen) / screen.px_per_mm >= LEAST_MM - 0.01
            for _ in range(2):  # the first time in large text
                page.locator("[data-aid=large]").tap()
                assert page.evaluate(_MISPLACED) == []
            page.locator("#bar [data-pane=map]").tap()
            page.locator("#card-close").tap()


_TOUCHED = """() => [...document.querySelectorAll('#initials .key, #card-close, #qr, .paging .key, #bar .key')]
  .filter((each) => each.getClientRects().length).map((each) => each.getBoundingClientRect().top / innerHeight)"""


def test_on_a_wide_screen_of_55_inches_everything_that_is_touched_lies_low(browser: Browser, address: str) -> None:
    """The list goes on above: letters and arrows bring any of it there."""
    with kiosk_page(browser, f"{address}/ja/kiosk", SIZES["55 wide"]) as page:
        page.evaluate(
            "document.documentElement.toggleAttribute('data-low', true)"
        )  # as the program does, see kiosk/page.py
        begin(page)
        tap_item(page, "nepal")
        assert min(page.evaluate(_TOUCHED)) > 0.6
        close, body = (page.locator(each).bounding_box() for each in ("#card-close", "#card-body"))
        assert close and body and close["y"] >= body["y"] + body["height"] - 1
        page.locator("#bar [data-pane=network]").tap()
        assert min(page.evaluate(_TOUCHED)) > 0.6


def _read(page: Page) -> dict[str, float]:
    """Sizes of everything that is read, where no name lies on another."""
    wait_for_fades(page)
    names = page.evaluate(_NAMES)
    assert len(names) >= _NAMED
    on_each_other = [
        (name, other)
        for place, (where, name, box) in enumerate(names)
        for within, other, box2 in names[:place]
        if where == within and _overlap(box, box2)
    ]
    assert on_each_other == []
    return _sizes(page)


def _sizes(page: Page) -> dict[str, float]:
    return dict(page.evaluate(_TEXTS))


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 2  # the room above and below letters may touch
