"""The page can be read before its scripts arrive, and what arrives later moves nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

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
CENTRES = """marks => Object.fromEntries(marks.map(mark => {
  const box = (mark.querySelector("use") || mark).getBoundingClientRect();
  return [mark.dataset.mark, [box.x + box.width / 2, box.y + box.height / 2]];
}))"""


@pytest.fixture
def plain(visit: OPEN) -> OPEN:
    """Opens pages with scripts switched off."""

    def open_plain(path: str, screen: str = "laptop") -> Page:
        return visit(path, screen, settled=False, java_script_enabled=False)

    return open_plain


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_scripts_list_map_network_and_the_selected_card_are_there(
    plain: OPEN, dataset: Dataset, language: str
) -> None:
    page = plain(f"/{language}/?select=nepal")
    expect(page.locator("#list [data-entity=nepal]")).to_be_visible()
    expect(page.locator("#list .item:not(.item-tie)")).to_have_count(len(dataset.entities))
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    expect(page.locator("#card .card-sources .locator").first).to_be_visible()
    for stage in ("map", "network"):
        expect(page.locator(f"#{stage}-stage > svg.picture")).to_be_visible()
        expect(page.locator(f'#{stage}-stage > .picture [data-mark="higashiyama-nepal"]')).to_be_attached()
        expect(page.locator(f'#{stage}-stage a[data-mark="nepal"]').first).to_be_visible()
    expect(page.locator('#list [data-entity="nepal"] > a')).to_have_attribute("aria-current", "true")


def test_without_scripts_what_has_nothing_to_do_with_the_selection_steps_back(plain: OPEN) -> None:
    page = plain("/ja/?select=nepal")
    for mark, opacity in (("higashiyama-nepal", "1"), ("ishikawa-irkutsk", "0.26")):
        for picture in ("#map-stage > .picture .curve", "#network-stage > .picture .edge"):
            expect(page.locator(f'{picture}[data-mark="{mark}"]')).to_have_css("opacity", opacity)
    expect(page.locator('[data-action="toggle-theme"]')).to_be_hidden()


def test_without_scripts_a_reader_steps_from_partner_to_partner(plain: OPEN) -> None:
    page = plain("/en/")
    page.locator('#list [data-entity="nepal"] > a').click()
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    page.locator('#card a[data-select="higashiyama-association"]').first.click()
    expect(page.locator("#card [data-card-of=higashiyama-association]")).to_be_visible()
    page.locator('#map-stage > a.label[data-mark="luxor"]').click()
    expect(page.locator("#card [data-card-of=luxor]")).to_be_visible()
    page.locator('#network-stage a.label[data-mark="irkutsk"]').click()
    expect(page.locator("#card [data-card-of=irkutsk]")).to_be_visible()
    expect(page).to_have_title(re.compile("^Irkutsk"))


def test_without_scripts_search_filter_and_the_way_between_two_things_answer(plain: OPEN) -> None:
    page = plain("/en/")
    page.locator("#search input").fill("nepal")
    page.locator("#search input").press("Enter")
    expect(page.locator('#list [data-entity="nepal"]')).to_be_visible()
    expect(page.locator('#list [data-entity="luxor"]')).to_be_hidden()
    expect(page.locator("#controls")).to_be_hidden()
    page.goto(page.url.split("?")[0])
    page.locator("#path-from").select_option("ishikawa")
    page.locator("#path-to").select_option("irkutsk")
    page.locator("#path-form button[type=submit]").click()
    expect(page.locator("#path-answer li")).to_have_count(1)


def test_without_scripts_a_phone_reads_list_map_and_network_by_the_tabs(plain: OPEN) -> None:
    page = plain("/ja/", "phone")
    expect(page.locator("[data-view=list]")).to_be_visible()
    for pane in ("map", "network"):
        page.locator(f'.tabs a[data-pane="{pane}"]').tap()
        expect(page.locator(f"[data-view={pane}]")).to_be_visible()
        expect(page.locator(f"#{pane}-stage > svg.picture")).to_be_visible()


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
        point = curve.locator(".hit").evaluate(
            """path => {
              const at = path.getPointAtLength(path.getTotalLength() * 0.5).matrixTransform(path.getScreenCTM());
              return [at.x, at.y];
            }"""
        )
        page.mouse.click(*point)
        expect(page.locator("body")).to_have_attribute("data-selected", "luxor-association-luxor")


@pytest.mark.parametrize("screen", ["laptop", "projector"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_plotly_takes_over_without_a_jump(open_page: OPEN, screen: str, language: str) -> None:
    page = open_page(f"/{language}/sources", screen, settled=False)
    held = hold_plotly_back(page)
    page.goto(page.url.removesuffix("sources"))
    wait_until_readable(page, held)
    boxes = label_boxes(page)
    curves = page.locator("#map-stage > svg .curve[data-mark]").evaluate_all(ENDS, ".line")
    marks = page.locator("#network-stage .picture .marks > .node[data-mark]").evaluate_all(CENTRES)
    held.pop().continue_()
    wait_until_settled(page)
    assert moved(boxes, label_boxes(page)) < 1.5
    painted = page.locator("#map-plot .curve[data-mark]:not(.is-core)").evaluate_all(ENDS, ".js-line")
    assert moved(curves, painted) < 3
    points = page.locator("#network-plot .point[data-mark]").evaluate_all(CENTRES)
    assert moved(marks, points) < 2


def test_on_a_phone_plotly_takes_over_the_map_without_a_jump(open_page: OPEN) -> None:
    page = open_page("/en/sources", "phone", settled=False)
    held = hold_plotly_back(page)
    page.goto(page.url.replace("sources", "?pane=map"))
    wait_until_readable(page, held)
    boxes = label_boxes(page)
    curves = page.locator("#map-stage > svg .curve[data-mark]").evaluate_all(ENDS, ".line")
    held.pop().continue_()
    wait_until_settled(page)
    assert moved(boxes, label_boxes(page)) < 1.5
    painted = page.locator("#map-plot .curve[data-mark]:not(.is-core)").evaluate_all(ENDS, ".js-line")
    assert moved(curves, painted) < 3


def hold_plotly_back(page: Page) -> list[Route]:
    held: list[Route] = []
    page.route(PLOTLY, lambda route: held.append(route))  # noqa: PLW0108 - Playwright inspects what it calls
    return held


def wait_until_readable(page: Page, held: list[Route]) -> None:
    page.locator("body[data-live]").wait_for(state="attached")
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
