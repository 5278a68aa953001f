"""The page can be read before its scripts arrive, and what arrives later moves nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, Route, expect

from dashboard.model import Dataset
from tests.browser.conftest import wait_until_settled

OPEN = Callable[..., Page]
BIG_BUNDLES = re.compile(
    r"/static/(react|react-dom|prop-types|mantine|controls|dash-renderer|plotly|pictures)\.\w+\.js"
)
PLOTLY = re.compile(r"/static/plotly\.\w+\.js")

LABEL_BOXES = """labels => labels
  .filter(each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map(each => {
    const box = each.getBoundingClientRect();
    return [each.closest(".lens, .network-labels, .stage").className + " " + each.dataset.mark,
      [box.x, box.y, box.right, box.bottom]];
  })"""
ENDS = """(groups, line) => Object.fromEntries(groups.map(group => {
  const path = group.querySelector(line);
  const matrix = path.getScreenCTM();
  const at = (share) => {
    const point = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix);
    return [point.x, point.y];
  };
  return [group.dataset.mark, [at(0), at(1)]];
}))"""


@pytest.fixture
def plain(visit: OPEN) -> OPEN:
    """Opens pages with scripts switched off."""

    def open_plain(path: str, screen: str = "laptop") -> Page:
        return visit(path, screen, settled=False, java_script_enabled=False)

    return open_plain


@pytest.mark.parametrize("screen", ["laptop", "phone"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_scripts_list_map_and_network_are_there(
    plain: OPEN, dataset: Dataset, language: str, screen: str
) -> None:
    page = plain(f"/{language}/?select=nepal", screen)
    expect(page.locator("#list [data-entity=nepal]")).to_be_visible()
    expect(page.locator("#list .item:not(.item-tie)")).to_have_count(len(dataset.entities))
    for stage in ("map", "network"):
        expect(page.locator(f"#{stage}-stage > svg.picture")).to_be_visible()
        expect(page.locator(f'#{stage}-stage > .picture [data-mark="higashiyama-nepal"]')).to_be_attached()
        expect(page.locator(f'#{stage}-stage a[data-mark="nepal"]').first).to_be_visible()


def test_without_scripts_nothing_is_offered_that_needs_them(plain: OPEN) -> None:
    page = plain("/en/")
    for selector in ("#search", "#controls", ".tabs", "#path", ".zoom", '[data-action="toggle-theme"]'):
        expect(page.locator(selector)).to_be_attached()
        expect(page.locator(selector)).to_be_hidden()


def test_without_scripts_later_facts_can_be_hidden_and_the_page_has_a_link_to_itself(plain: OPEN) -> None:
    page = plain("/en/", "phone")
    later = page.locator("main [data-later], .beyond [data-later]").filter(visible=True)
    assert later.count()
    page.locator("#plain-later").uncheck()
    expect(later).to_have_count(0)
    expect(page.locator(".plain-tools a")).to_have_attribute("href", "/en/")


@pytest.mark.parametrize("screen", ["laptop", "phone"])
@pytest.mark.parametrize(
    "link",
    [
        '#list [data-entity="nepal"] > a',
        '#map-stage > a.label[data-mark="nepal"]',
        '#network-stage a[data-mark="nepal"]',
    ],
)
def test_without_scripts_every_name_leads_to_the_page_of_the_thing(plain: OPEN, link: str, screen: str) -> None:
    page = plain("/en/", screen)
    page.locator(link).first.click()
    expect(page).to_have_url(re.compile(r"/en/card/nepal/$"))
    expect(page).to_have_title(re.compile("^Nepal"))
    expect(page.locator(".card-sources .locator").first).to_be_visible()


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_while_the_big_bundles_are_missing_everything_can_be_selected(open_page: OPEN, screen: str) -> None:
    page = open_page("/en/", screen, settled=False)
    page.route(BIG_BUNDLES, lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
    page.reload()
    page.locator("body[data-live]").wait_for(state="attached")
    page.locator('#list [data-entity="nepal"] > a').click()
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    if screen == "phone":
        page.locator("#card-close").click()
        page.locator('.tabs a[data-pane="map"]').click()
    curve = page.locator('#map-stage > .picture [data-mark="luxor-association-luxor"]')
    page.locator('#map-stage > a.label[data-mark="luxor"]').click()
    expect(page.locator("#card [data-card-of=luxor]")).to_be_visible()
    expect(curve).to_have_class(re.compile(r"\bis-near\b"))
    if screen == "laptop":
        point = curve.locator(".line").evaluate(
            """path => {
              const at = path.getPointAtLength(path.getTotalLength() * 0.5).matrixTransform(path.getScreenCTM());
              return [at.x, at.y];
            }"""
        )
        page.mouse.click(*point)
        expect(page.locator("body")).to_have_attribute("data-selected", "luxor-association-luxor")


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_an_explorer_that_nobody_has_reached_into_asks_for_no_big_bundle(open_page: OPEN, screen: str) -> None:
    page = open_page("/en/sources", screen, settled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("sources", "?pane=map"))
    wait_until_settled(page)
    page.wait_for_load_state("networkidle")
    assert any("cards.html" in url for url in asked)
    assert [url for url in asked if BIG_BUNDLES.search(url)] == []
    page.locator('[data-action="zoom-in"]').click()
    page.locator("#map-stage[data-painted=plotly]").wait_for()
    assert len([url for url in asked if PLOTLY.search(url)]) == 1


@pytest.mark.parametrize("screen", ["laptop", "projector", "phone"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_plotly_takes_over_the_map_without_a_jump(open_page: OPEN, screen: str, language: str) -> None:
    page = open_page(f"/{language}/?pane=map", screen)
    held = hold_plotly_back(page)
    page.locator('[data-action="zoom-reset"]').click()
    wait_until_asked(page, held)
    boxes = label_boxes(page)
    curves = page.locator("#map-stage > svg .curve[data-mark]").evaluate_all(ENDS, ".line")
    held.pop().continue_()
    page.locator("#map-stage[data-painted=plotly]").wait_for()
    assert moved(boxes, label_boxes(page)) < 1.5
    painted = page.locator("#map-plot .curve[data-mark]:not(.is-core)").evaluate_all(ENDS, ".js-line")
    assert moved(curves, painted) < 3


def hold_plotly_back(page: Page) -> list[Route]:
    held: list[Route] = []
    page.route(PLOTLY, lambda route: held.append(route))  # noqa: PLW0108 - Playwright inspects what it calls
    return held


def wait_until_asked(page: Page, held: list[Route]) -> None:
    page.evaluate("() => document.fonts.ready")
    for _ in range(400):
        if held:
            return
        page.wait_for_timeout(25)
    raise AssertionError("Plotly was never asked for")


def label_boxes(page: Page) -> dict[str, list[float]]:
    return dict(page.locator(".stage a[data-mark]").evaluate_all(LABEL_BOXES))


def moved(before: dict[str, Any], after: dict[str, Any]) -> float:
    """The largest distance in pixels between equal things; they must be the same things."""
    assert before
    assert before.keys() <= after.keys()
    return max(abs(was - now) for key in before for was, now in zip(flat(before[key]), flat(after[key]), strict=True))


def flat(values: Any) -> list[float]:
    return [each for value in values for each in flat(value)] if isinstance(values, list) else [values]


WATCH_THE_BEGINNING = """
  const later = window.setTimeout;
  window.setTimeout = (task, ms, ...rest) => ms === 4000 ? 0 : later(task, ms, ...rest); // what is for lost scripts
  const load = FontFaceSet.prototype.load;
  FontFaceSet.prototype.load = function (...wish) { // before a script of the page has run or anything is laid out
    window.begun = (window.begun ?? 0) + Number(document.readyState === "interactive");
    const below = [".band-timeline", ".band-compare", ".group + .group .items"];
    window.held = below.map((each) => getComputedStyle(document.querySelector(each)).contentVisibility);
    return load.apply(this, wish);
  };
"""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_fonts_are_there_before_the_first_layout_and_what_lies_below_comes_when_the_page_answers(
    open_page: OPEN, language: str
) -> None:
    page = open_page("/healthz", settled=False)
    page.add_init_script(WATCH_THE_BEGINNING)
    page.goto(urljoin(page.url, f"/{language}/"))
    wait_until_settled(page)
    preloaded = page.locator("link[rel=preload][as=font]").evaluate_all("links => links.map(link => link.href)")
    assert page.evaluate("begun") >= len(preloaded) > 0
    assert set(page.evaluate("held")) == {"hidden"}
    asked = "performance.getEntriesByType('resource').map(({ name }) => name).filter(name => name.endsWith('.woff2'))"
    assert set(page.evaluate(asked)) == set(preloaded), "a font that comes later lays out the whole page anew"
    expect(page.locator("html[data-early]")).to_have_count(0)
    expect(page.locator(".band-timeline")).to_have_css("content-visibility", "auto")


def test_a_page_whose_script_never_comes_shows_what_lies_below_all_the_same(open_page: OPEN) -> None:
    page = open_page("/healthz", settled=False)
    page.route("**/static/page.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(urljoin(page.url, "/en/?select=nepal"))
    expect(page.locator("html:is([data-early], [data-asked])")).to_have_count(0)
