"""The network on stage: the rows that a stop speaks of, large enough for the back row and for a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stillness import wait_for_value, wait_until_unchanged

Open = Callable[..., Page]
STOPS = (3, 4, 5, 6, 7, 8, 9, 10, 11)  # those with the network


@pytest.fixture
def on_stage(open_page: Open) -> Open:
    def open_stage(query: str = "", language: str = "ja", **options: Any) -> Page:
        page = open_page(f"/{language}/present{query}", options.pop("screen", "projector"), settled=False, **options)
        page.locator("body[data-ready]").wait_for(state="attached", timeout=15_000)
        return page

    return open_stage


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("screen", "least"), [("projector", 28), ("phone", 11), ("tablet", 21), ("square", 20)])
def test_every_lit_name_and_the_callout_stand_free_and_in_sight_on_every_stop(
    on_stage: Open, language: str, screen: str, least: float
) -> None:
    """So do the words of gaps and the controls at the foot, on screens of every shape."""
    page = on_stage("?stop=1", language, screen=screen, reduced_motion="reduce")
    for number in STOPS:
        page.keyboard.type(str(number))
        page.keyboard.press("Enter")
        expect(page.locator(f"#slide[data-stop='{number}']")).to_be_attached()
        found = page.evaluate(LIT)
        assert found["names"], number
        assert found["outside"] == [], (number, found["outside"])
        assert found["clashes"] == [], (number, found["clashes"])
        assert min(found["sizes"]) >= least, (number, found["sizes"])


def test_on_an_upright_tablet_the_map_of_a_stop_names_its_home_and_no_legend_lies_on_it(on_stage: Open) -> None:
    page = on_stage("?stop=6", "en", screen="tablet", reduced_motion="reduce")
    expect(page.locator(".map-stage .label.is-home.is-named")).to_be_visible()
    top = page.locator(".slide-legend").evaluate("each => each.getBoundingClientRect().top")
    assert top >= page.locator(".map-stage").evaluate("each => each.getBoundingClientRect().bottom") - 1


LIT = """() => {
  const stage = document.getElementById('network-stage');
  const room = stage.getBoundingClientRect();
  const wide = document.querySelector('.slide.is-live').getBoundingClientRect();
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const lit = (name) => name.closest('.is-selected, .is-near, .slide.is-filtered .label:not(.is-out)');
  const names = [...stage.querySelectorAll('.spot:not(.at-along, .at-above) .label .name')]
    .filter((name) => seen(name) && lit(name));
  const gaps = [...stage.querySelectorAll('.gap-label')].filter(seen);
  const boxes = [...names, ...gaps, ...stage.querySelectorAll('.callout.is-selected:not([hidden])')];
  const box = (each) => each.getBoundingClientRect();
  const inside = (each) => box(each).left >= wide.left - 1 && box(each).right <= wide.right + 1
    && box(each).top >= room.top - 1 && box(each).bottom <= room.bottom + 1;
  const cover = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  const said = (each) => each.textContent.slice(0, 20);
  const beyond = [...document.querySelectorAll('#stage-nav :is(a, button)')].filter(seen)
    .filter((each) => box(each).left < wide.left || box(each).right > wide.right);
  return {
    names: names.length,
    outside: [...boxes.filter((each) => !inside(each)), ...beyond].map(said),
    clashes: boxes.flatMap((a, place) => boxes.slice(place + 1)
      .filter((b) => cover(box(a), box(b))).map((b) => `${said(a)} / ${said(b)}`)),
    sizes: names.map((name) => parseFloat(getComputedStyle(name).fontSize)),
  };
}"""


def test_the_network_of_a_stop_that_is_stepped_to_stands_as_in_one_that_is_opened(on_stage: Open) -> None:
    stepped = on_stage("?stop=8")
    stepped.keyboard.press("ArrowRight")
    opened = on_stage("?stop=9")
    wanted = wait_until_unchanged(opened, lambda: opened.evaluate(PLACES))
    assert wait_for_value(stepped, lambda: stepped.evaluate(PLACES), lambda places: places == wanted) == wanted


PLACES = """() => [...document.querySelectorAll('#network-stage :is(.label.is-selected, .label.is-near, .kind-home, '
    + '.callout.is-selected, .network-picture, .node.is-selected use)')]
  .map((each) => [each.dataset.mark || '', ...['x', 'y', 'width', 'height']
    .map((side) => Math.round(each.getBoundingClientRect()[side]))].join(' '))"""


def test_with_reduced_motion_the_rows_jump(on_stage: Open) -> None:
    page = on_stage("?stop=8", reduced_motion="reduce")
    page.keyboard.press("ArrowRight")
    at_once = page.evaluate(PLACES)
    opened = on_stage("?stop=9", reduced_motion="reduce")
    assert at_once == wait_until_unchanged(opened, lambda: opened.evaluate(PLACES))


HOMES = {3: {"ishikawa"}, 4: {"ishikawa"}, 5: {"ishikawa", "ichinoseki"}, 6: {"ichinoseki"}, 9: {"ichinoseki"}}
"""Homes that a stop speaks of, or most of whose bar it shows."""


@pytest.mark.parametrize("screen", ["projector", "square"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_homes_name_stands_within_the_rows_that_are_seen_and_covers_no_other(
    on_stage: Open, language: str, screen: str
) -> None:
    """Where its bar is too short for it, the name lies beside it."""
    page = on_stage("?stop=1", language, screen=screen, reduced_motion="reduce")
    for number, homes in HOMES.items():
        page.keyboard.type(str(number))
        page.keyboard.press("Enter")
        expect(page.locator(f"#slide[data-stop='{number}']")).to_be_attached()
        found = page.evaluate(HOME_NAMES)
        assert homes <= set(found["seen"]), number
        assert found["faults"] == [], number


HOME_NAMES = """() => {
  const stage = document.getElementById('network-stage');
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const box = (each) => each.getBoundingClientRect();
  const room = box(stage);
  const names = [...stage.querySelectorAll('.kind-home')].filter(seen);
  const others = [...stage.querySelectorAll('.spot:not(.at-along, .at-above) .label .name, .callout.is-selected')]
    .filter(seen);
  const cover = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const leaves = names.filter((name) => box(name).top < room.top || box(name).bottom > room.bottom);
  return {
    seen: names.map((name) => name.dataset.mark),
    faults: [
      ...leaves.map((name) => `${name.textContent} leaves the room`),
      ...names.flatMap((name) => others.filter((other) => cover(box(name), box(other)))
        .map((other) => `${name.textContent} / ${other.textContent}`)),
    ],
  };
}"""


def test_a_stop_with_the_network_alone_uses_the_whole_width(on_stage: Open) -> None:
    page = on_stage("?stop=3", reduced_motion="reduce")
    partner = page.locator("#network-stage .label[data-mark='irkutsk']").bounding_box()
    legend = page.locator(".stage-room .slide-legend").bounding_box()
    assert partner and legend
    assert partner["x"] > 0.75 * 1920
    assert legend["height"] < 0.08 * 1080


@pytest.mark.parametrize("number", STOPS)
def test_on_a_phone_nothing_scrolls_sideways(on_stage: Open, number: int) -> None:
    page = on_stage(f"?stop={number}", "en", screen="phone", reduced_motion="reduce")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(
        "[...document.querySelectorAll('#slide, #slide *')].filter((each) => each.scrollWidth > each.clientWidth + 1"
        " && /auto|scroll/.test(getComputedStyle(each).overflowX)).map((each) => each.className)"
    ) == []  # fmt: skip


def test_the_picture_has_most_of_the_screen_and_the_foot_can_be_read(on_stage: Open) -> None:
    page = on_stage("?stop=6", reduced_motion="reduce")
    pictures = page.locator(".stage-room .slide-pictures").bounding_box()
    assert pictures and pictures["height"] > 0.74 * 1080
    for control in page.locator("#stage-nav > :is(a, button, .slide-number)").all():
        assert control.evaluate("control => parseFloat(getComputedStyle(control).fontSize)") >= 18
