"""How the kiosk looks on its screens: full rows, text that can be read, nothing on top of something else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.screen import LEAST_MM
from tests.browser.chromium import ROOT
from tests.browser.kiosk_screen import (
    LANDSCAPE,
    LARGE,
    PORTRAIT,
    Screen,
    begin,
    kiosk_page,
    kiosk_server,
    tap_item,
)
from tests.browser.stillness import wait_for_fades

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = {"portrait": PORTRAIT, "landscape": LANDSCAPE, "4K": LARGE}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with kiosk_server(tmp_path_factory.mktemp("state")) as served:
        yield served


def _boxes(page: Page, selector: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length)
          .map((each) => each.getBoundingClientRect().toJSON())""",
        selector,
    )
    return found


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_the_bar_is_one_row_in_both_views(screen: Screen, browser: Browser, address: str) -> None:
    for language in ("ja", "en"):
        with kiosk_page(browser, f"{address}/{language}/kiosk", screen) as page:
            begin(page)
            for pane in ("map", "network"):
                page.locator(f"#bar [data-pane={pane}]").tap()
                assert len({round(box["top"]) for box in _boxes(page, "#bar .key")}) == 1


def test_in_large_text_the_rows_of_the_bar_are_full(browser: Browser, address: str) -> None:
    for language in ("ja", "en"):
        with kiosk_page(browser, f"{address}/{language}/kiosk") as page:
            begin(page)
            page.locator("[data-aid=large]").tap()
            ends: dict[int, float] = {}
            for box in _boxes(page, "#bar .key"):
                ends[round(box["top"])] = max(ends.get(round(box["top"]), 0), box["right"])
            assert max(ends.values()) - min(ends.values()) < 2


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_letters_are_of_one_size_and_fill_their_rows(screen: Screen, browser: Browser, address: str) -> None:
    for language in ("ja", "en"):
        with kiosk_page(browser, f"{address}/{language}/kiosk", screen) as page:
            begin(page)
            keys = _boxes(page, "#initials .key")
            rows = {round(box["top"]) for box in keys}
            ends = {max(box["right"] for box in keys if round(box["top"]) == row) for row in rows}
            assert max(ends) - min(ends) < 2
            assert len(rows) <= 2
            widths = [box["width"] for box in keys[1:]]
            assert max(widths) - min(widths) < 2


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_name_of_the_map_is_seen_and_the_whole_legend_lies_beside_them(
    language: str, screen: Screen, browser: Browser, address: str
) -> None:
    with kiosk_page(browser, f"{address}/{language}/kiosk", screen) as page:
        begin(page)
        for _ in range(2):  # the second time in large text
            expect(page.locator(".map-stage .label.hides")).to_have_count(0)
            expect(page.locator(".map-legend .for-undetermined")).to_be_visible()  # why land is white
            (legend,) = _boxes(page, ".map-legend")
            for other in [*_boxes(page, ".map-stage .label .name"), *_boxes(page, ".lens")]:
                assert legend["left"] >= other["right"] or legend["top"] >= other["bottom"], other
            page.locator("[data-aid=large]").tap()


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_the_sign_on_the_key_that_closes_fits_into_the_key(screen: Screen, browser: Browser, address: str) -> None:
    with kiosk_page(browser, f"{address}/ja/kiosk", screen) as page:
        begin(page)
        tap_item(page, "nepal")
        share = page.locator("#card-close").evaluate(
            "key => parseFloat(getComputedStyle(key).fontSize) / key.getBoundingClientRect().height"
        )
        assert 0.5 < share < 0.75


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("key", ["austria", "ichinoseki-association", "vietnam"])
def test_the_number_of_a_source_stands_behind_its_fact(
    key: str, screen: Screen, browser: Browser, address: str
) -> None:
    with kiosk_page(browser, f"{address}/en/kiosk", screen) as page:
        begin(page)
        tap_item(page, key)
        page.locator("[data-aid=large]").tap()
        links, marks = (
            _boxes(page, f"#card {of}")
            for of in (":is(.card-link, .tie-other)", ":is(.card-link, .tie-other) + .note-mark")
        )
        behind = [
            any(
                mark["left"] >= link["right"] - 1 and link["top"] < mark["bottom"] and mark["top"] < link["bottom"]
                for link in links
            )
            for mark in marks
        ]
        assert marks
        assert all(behind)


def test_the_screens_are_full_when_a_visitor_begins(browser: Browser, address: str) -> None:
    """The card's welcome ends in the lower quarter of the card, or goes on below."""
    for screen in (PORTRAIT, LANDSCAPE):
        with kiosk_page(browser, f"{address}/ja/kiosk", screen) as page:
            begin(page)
            (frame,), (last,) = _boxes(page, "#card-body"), _boxes(page, "#card .welcome-touch")
            assert last["bottom"] > frame["top"] + 0.75 * frame["height"]


def test_in_high_contrast_names_stay_black_beside_a_selection(browser: Browser, address: str) -> None:
    with kiosk_page(browser, f"{address}/ja/kiosk") as page:
        begin(page)
        page.locator("[data-aid=contrast]").tap()
        tap_item(page, "nepal")
        for pane, names in (
            ("map", ".map-stage .label:not(.is-selected)"),
            ("network", "#network .label:not(.is-selected)"),
        ):
            page.locator(f"#bar [data-pane={pane}]").tap()
            colours = page.locator(names).evaluate_all("all => all.map((each) => getComputedStyle(each).color)")
            assert set(colours) <= {"rgb(0, 0, 0)", "rgb(0, 51, 95)", "rgb(138, 21, 0)"}, (
                pane
            )  # black, and the homes' own
        wait_for_fades(page)
        faint = page.locator("#network .node:not(.label, .bead)").evaluate_all(
            "all => all.filter((each) => getComputedStyle(each).opacity < 0.5).length"
        )
        assert faint == 0


def test_marks_and_lines_of_the_network_grow_with_the_screen(browser: Browser, address: str) -> None:
    widths = []
    for screen in (LANDSCAPE, LARGE):
        with kiosk_page(browser, f"{address}/ja/kiosk", screen) as page:
            begin(page)
            page.locator("#bar [data-pane=network]").tap()
            line = page.locator("#network .edge.line-solid .line").first
            widths.append(float(line.evaluate("each => parseFloat(getComputedStyle(each).strokeWidth)")))
    assert widths[1] == pytest.approx(2 * widths[0], rel=0.1)


_SMALLEST = """() => {
  const sizes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest('.visually-hidden, script, template')) continue;
    if (!parent.getClientRects().length || !parent.checkVisibility({ visibilityProperty: true })) continue;
    sizes.push([parseFloat(getComputedStyle(parent).fontSize), parent.className, walker.currentNode.data.trim()]);
  }
  return sizes.sort((a, b) => a[0] - b[0])[0];
}"""


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_no_text_is_smaller_than_can_be_read_from_a_metre_and_a_half(
    screen: Screen, language: str, browser: Browser, address: str
) -> None:
    """An em of 6.2 mm is an angle of 14 minutes; what is read at length is larger, see below."""
    with kiosk_page(browser, f"{address}/{language}/kiosk", screen) as page:
        seen = [page.evaluate(_SMALLEST)]
        begin(page)
        tap_item(page, "central-highlands")
        for pane in ("map", "network"):
            page.locator(f"#bar [data-pane={pane}]").tap()
            seen.append(page.evaluate(_SMALLEST))
    assert min(size for size, *_ in seen) / screen.px_per_mm >= LEAST_MM - 0.01, seen


@pytest.mark.parametrize("screen", [PORTRAIT, LANDSCAPE])
def test_text_is_large_enough_to_be_read_from_a_metre_and_a_half(
    screen: Screen, browser: Browser, address: str
) -> None:
    with kiosk_page(browser, f"{address}/ja/kiosk", screen) as page:
        begin(page)
        tap_item(page, "ichinoseki-association")
        sizes = page.evaluate(
            """(selectors) => Object.fromEntries(selectors.map((selector) => {
              const all = [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length);
              return [selector, Math.min(...all.map((each) => parseFloat(getComputedStyle(each).fontSize)))];
            }))""",
            [".item-name", ".card-summary", ".card-link", ".item-second", ".bar .key", ".label .name", ".source-site"],
        )
    for selector in (".item-name", ".card-summary", ".card-link"):
        assert sizes[selector] >= 24, selector
    assert min(sizes.values()) >= 18


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("screen", [PORTRAIT, LANDSCAPE])
def test_axe_finds_nothing(language: str, screen: Screen, browser: Browser, address: str) -> None:
    with kiosk_page(browser, f"{address}/{language}/kiosk", screen, bypass_csp=True, reduced_motion="reduce") as page:
        page.add_script_tag(path=AXE)
        found = _violations(page)
        begin(page)
        found += _violations(page)
        tap_item(page, "nepal")
        found += _violations(page)
        page.locator("#bar [data-pane=network]").tap()
        found += _violations(page)
        page.locator("[data-aid=contrast]").tap()
        found += _violations(page)
        page.locator("[data-aid=large]").tap()
        found += _violations(page)
        page.locator("#bar [data-pane=map]").tap()
        page.locator("[data-initial]").nth(2).tap()
        found += _violations(page)
        page.evaluate("document.getElementById('idle').showModal()")
        found += _violations(page)
    assert found == []


_VIOLATIONS = """async () => (await axe.run()).violations.map(
  ({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)"""


def _violations(page: Page) -> list[str]:
    return [str(each) for each in page.evaluate(_VIOLATIONS)]
