"""The page of one thing: light, readable by everybody, whole without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.chromium import ROOT
from tests.browser.conftest import SCREENS, leaves
from tests.browser.test_accessibility import RUN_AXE

OPEN = Callable[..., Page]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
KEYS = ("nepal", "ichinoseki", "halloween-parties", "ichinoseki-central-highlands", "ichinoseki-association")
MOST_COLD_KB, MOST_WARM_KB = 120, 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_axe_finds_nothing_on_pages_of_things(browser: Browser, base_url: str, language: str, scheme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, **SCREENS["phone"])
    page = context.new_page()
    found = {}
    for key in KEYS:
        page.goto(f"{base_url}/{language}/card/{key}/")
        page.add_script_tag(path=AXE)
        found[key] = page.evaluate(RUN_AXE, None)
    context.close()
    assert {key: each for key, each in found.items() if each} == {}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [320, 390, 1366])
def test_nothing_reaches_beyond_the_screen(visit: OPEN, language: str, width: int) -> None:
    """320 pixels are also what a window of 1280 has when it is enlarged to 400 %."""
    for key in KEYS:
        page = visit(f"/{language}/card/{key}/", settled=False, viewport={"width": width, "height": 256})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, key


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_page_of_a_thing_is_light(browser: Browser, base_url: str, language: str) -> None:
    """Measured as it comes: compressed, with all that the page asks for."""
    for key in KEYS:
        context = browser.new_context(**SCREENS["phone"])
        page = context.new_page()
        sizes: dict[str, int] = {}
        page.on("response", lambda response, sizes=sizes: sizes.update({response.url: weigh(response)}))
        page.goto(f"{base_url}/{language}/card/{key}/", wait_until="networkidle")
        fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
        assert not [url for url in sizes if url.endswith(".js")]
        assert sum(sizes.values()) < MOST_COLD_KB * 1000, (key, sizes)
        assert sum(sizes.values()) - fonts < MOST_WARM_KB * 1000, (key, sizes)
        context.close()


def weigh(response: Response) -> int:
    response.finished()
    measures = response.request.sizes()
    return measures["responseBodySize"] + measures["responseHeadersSize"]


def test_without_scripts_names_lead_from_page_to_page_and_into_the_explorer(visit: OPEN) -> None:
    page = visit("/en/card/nepal/", "phone", settled=False, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nepal")
    page.locator(".card-ties").get_by_role("link", name="Higashiyama").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Higashiyama")
    page.go_back()
    page.get_by_role("link", name="Ichinoseki City").first.click()
    expect(page).to_have_url(re.compile(r"/en/card/ichinoseki/$"))
    page.get_by_role("link", name="See it on the map").click()
    expect(page).to_have_url(re.compile(r"/en/\?select=ichinoseki$"))


def test_a_page_of_a_thing_asks_nobody_else(visit: OPEN) -> None:
    page = visit("/ja/card/ichinoseki-association/", settled=False)
    loaded = page.locator("script[src], link[href], img[src], use[href]").evaluate_all(
        "all => all.map(each => each.src || each.href?.baseVal || each.href)"
    )
    assert [each for each in loaded if leaves(str(each))] == []


def test_a_copied_telephone_number_is_the_right_one_and_so_is_the_dialled_one(visit: OPEN) -> None:
    """The number of the source's footnote stands right behind it and would become a part of it."""
    page = visit("/ja/card/ichinoseki-association/", settled=False, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".card-contacts").evaluate("list => getSelection().selectAllChildren(list)")
    page.keyboard.press("Control+C")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert {"0191-34-4711", "0191-34-4712"} <= set(copied.split()), copied
    assert page.locator(".card-contacts a").get_attribute("href") == "tel:+81191344711"


def test_names_on_the_small_map_stand_within_it(visit: OPEN) -> None:
    page = visit("/en/card/ishikawa/", "phone", settled=False)
    stage = page.locator(".map-stage").bounding_box()
    assert stage is not None
    for label in page.locator(".map-stage > a.label").all():
        box = label.bounding_box()
        assert box is not None
        assert stage["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= stage["x"] + stage["width"] + 1


def test_on_paper_what_only_leads_on_is_left_out(visit: OPEN) -> None:
    page = visit("/en/card/nepal/", settled=False)
    page.emulate_media(media="print")
    expect(page.locator(".card-page-neighbours")).to_be_hidden()
    expect(page.locator(".card-sources")).to_be_visible()
