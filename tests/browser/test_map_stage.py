"""The map's stage before Plotly: names in their places; two fingers enlarge it at once, one alone scrolls the page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Page, Route, expect

from tests.browser.stillness import wait_for_value, wait_until_unchanged

OPEN = Callable[..., Page]
PLOTLY = re.compile(r"/static/plotly\.\w+\.js")
LABELS = """labels => Object.fromEntries(labels.filter(each => each.checkVisibility()).map(each => {
  const { left, top } = each.getBoundingClientRect();
  return [each.dataset.mark, [left, top]];
}))"""


@pytest.mark.parametrize("type_size", ["100%", "200%"])
def test_names_stand_beside_their_marks_on_a_tablet_whatever_the_size_of_type(visit: OPEN, type_size: str) -> None:
    page = visit("/en/", viewport={"width": 900, "height": 800})
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", type_size)
    name = page.locator("#map-stage > a.label[data-mark=austria]").bounding_box()
    mark = page.locator("#map-stage > .picture .marker[data-mark=austria] .disc").bounding_box()
    assert name is not None and mark is not None
    assert 0 < name["x"] - mark["x"] < 30
    assert 0 < name["y"] - mark["y"] < 30


def touch(fingers: CDPSession, kind: str, *places: tuple[float, float]) -> None:
    points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(places)]
    fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def open_map(open_page: OPEN, held: list[Route]) -> tuple[Page, CDPSession, tuple[float, float]]:
    """The map of a phone whose Plotly is withheld, its fingers, and a place in the upper part of the map."""
    page = open_page("/en/sources", "phone", settled=False)
    page.route(PLOTLY, lambda route: held.append(route))  # noqa: PLW0108 - Playwright inspects what it calls
    page.goto(page.url.replace("sources", "?pane=map"))
    page.locator("body[data-live]").wait_for(state="attached")
    box = page.locator("#map-stage").bounding_box()
    assert box is not None
    return page, page.context.new_cdp_session(page), (box["x"] + box["width"] / 2, box["y"] + 150)


def labels(page: Page) -> dict[str, list[float]]:
    return dict(page.locator("#map-stage > a.label").evaluate_all(LABELS))


def apart(page: Page) -> float:
    """How far two partners lie from each other in the server's picture, in pixels across."""
    marks = page.locator("#map-stage > .picture .marker:is([data-mark=austria], [data-mark=irkutsk]) .disc")
    one, other = marks.evaluate_all("all => all.map(each => each.getBoundingClientRect().left)")
    return float(abs(one - other))


def test_two_fingers_enlarge_the_map_at_once_and_plotly_goes_on_from_the_same_view(open_page: OPEN) -> None:
    held: list[Route] = []
    page, fingers, (x, y) = open_map(open_page, held)
    before = apart(page)
    touch(fingers, "touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 9):
        touch(fingers, "touchMove", (x - 20 - 5 * step, y), (x + 20 + 5 * step, y))
    assert wait_for_value(page, lambda: apart(page) / before, lambda factor: factor > 2.9) == pytest.approx(3, abs=0.1)
    touch(fingers, "touchEnd")
    expect(page.locator("#map-stage")).not_to_have_attribute("data-painted", "plotly")
    own = wait_until_unchanged(page, lambda: labels(page))
    assert wait_for_value(page, lambda: len(held), bool) == 1
    held.pop().continue_()
    page.locator("#map-stage[data-painted=plotly]").wait_for()
    taken = labels(page)
    assert taken.keys() == own.keys()
    assert max(abs(was - now) for key in own for was, now in zip(own[key], taken[key], strict=True)) < 3
    assert page.evaluate("() => visualViewport.scale") == 1
    expect(page.locator("body")).to_have_attribute("data-selected", "")


def test_a_finger_alone_scrolls_the_page_and_leaves_the_map_asleep(open_page: OPEN) -> None:
    held: list[Route] = []
    page, fingers, (x, y) = open_map(open_page, held)
    before = page.locator("#map-stage > .picture").get_attribute("viewBox")
    touch(fingers, "touchStart", (x, y))
    for step in range(1, 12):
        touch(fingers, "touchMove", (x, y - 12 * step))
    touch(fingers, "touchEnd")
    page.wait_for_function("() => scrollY > 40")
    assert page.locator("#map-stage > .picture").get_attribute("viewBox") == before
    assert held == []
