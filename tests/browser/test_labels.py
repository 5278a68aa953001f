"""Labels on the map and in the network can be read and touched: measured as they are painted.

Targets (WCAG 2.2, 2.5.8): on a phone the list and every control are at least 44 px high, links among text at least
24. Labels in the pictures may be smaller, by the exception for targets with an equivalent: the list has the same.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wake_map
from tests.browser.stillness import wait_for_fades, wait_for_value, wait_until_unchanged

OPEN = Callable[..., Page]
DRAWN = '#map-stage > .picture .marker[data-mark="nepal"]'
PLOTTED = '#map-plot .point[data-mark="nepal"]'
SELECTIONS = [
    "",
    "nepal",
    "luxor",
    "ichinoseki",
    "ishikawa",
    "central-highlands",
    "ichinoseki-central-highlands",
    "fujisawa-association",
]

# Every line of text that is painted in a stage, with what it belongs to. A line's box reaches above and below its
# letters: a fifth of it in all is air, which may touch.
TEXT_LINES = """stage => {
  const lines = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const host = node.parentElement;
    const owner = host.closest(".label, .bead, .tie-label, .heading, .rail-label");
    if (!owner || !node.textContent.trim() || host.closest(".callout, .visually-hidden")) continue;
    if (!host.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2) continue;
      const upright = getComputedStyle(host).writingMode.startsWith("horizontal");
      const [airX, airY] = upright ? [0.5, box.height * 0.1] : [box.width * 0.1, 0.5];
      lines.push({
        owner: (owner.dataset.mark || owner.textContent) + (owner.closest(".lens") ? " in the lens" : ""),
        text: node.textContent.trim(),
        left: box.left + airX, right: box.right - airX, top: box.top + airY, bottom: box.bottom - airY,
        inLens: Boolean(owner.closest(".lens")),
      });
    }
  }
  return lines;
}"""
BOX = """element => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}"""
BOXES = f"elements => elements.filter(each => each.checkVisibility()).map({BOX})"
TARGETS = """elements => elements
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".stage, .skip"))
  .filter(each => each.tabIndex >= 0 && !each.disabled)
  .map(each => {
    const shown = each.closest(".mantine-MultiSelect-input, #filters label") || each;
    const box = shown.getBoundingClientRect();
    const isControl = !each.matches("a") || each.closest("#list, .masthead, .tabs, .card-links, .footer, .chips");
    return [shown.outerHTML.slice(0, 120), box.width, box.height, isControl ? 44 : 24];
  })"""

Box = dict[str, Any]


def overlap(one: Box, other: Box) -> bool:
    return bool(
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def within(inner: Box, outer: Box) -> bool:
    return bool(
        inner["left"] >= outer["left"] - 1
        and inner["right"] <= outer["right"] + 1
        and inner["top"] >= outer["top"] - 1
        and inner["bottom"] <= outer["bottom"] + 1
    )


def find_faults(page: Page, stage: str) -> list[str]:
    """What cannot be read in a stage: names on top of each other, beneath something else, or cut off."""
    lines: list[Box] = page.locator(f"#{stage}-stage").evaluate(TEXT_LINES)
    assert lines
    frame = page.locator(f"#{stage}-stage").evaluate(BOX)
    lens: list[Box] = page.locator(f"#{stage}-stage .lens").evaluate_all(BOXES)
    buttons: list[Box] = page.locator(f"#{stage}-stage .zoom").evaluate_all(BOXES)
    faults = [
        f"{one['text']} lies on {other['text']}"
        for one, other in combinations(lines, 2)
        if one["owner"] != other["owner"] and one["inLens"] == other["inLens"] and overlap(one, other)
    ]
    faults += [f"{line['text']} is cut off by the stage" for line in lines if not within(line, frame)]
    for line in lines:
        if line["inLens"]:
            faults += [f"{line['text']} is cut off by the lens" for box in lens if not within(line, box)]
        else:
            faults += [f"{line['text']} lies beneath the lens" for box in lens if overlap(line, box)]
        faults += [f"{line['text']} lies beneath the buttons" for box in buttons if overlap(line, box)]
    return faults


@pytest.mark.parametrize("screen", ["laptop", "projector"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_two_names_overlap_and_none_is_cut_off_whatever_is_selected(
    explore: OPEN, screen: str, language: str
) -> None:
    page = explore(language, screen)
    faults = {}
    for key in SELECTIONS:
        page.evaluate("id => window.Kakehashi.store.dispatch({ type: 'select', id })", key)
        wait_for_fades(page)
        for stage in ("map", "network"):
            found = find_faults(page, stage)
            if found:
                faults[f"{stage} {key}"] = found
    assert faults == {}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("pane", "woken"), [("map", False), ("map", True), ("network", False)])
def test_on_a_phone_too_no_two_names_overlap(visit: OPEN, pane: str, woken: bool, language: str) -> None:
    page = visit(f"/{language}/?pane={pane}", "phone")
    if woken:
        wake_map(page)
    wait_for_fades(page)
    assert find_faults(page, pane) == []


# What the box of activities lies on, and how many lines it has.
COVERED = """async ids => {
  const stage = document.querySelector("#network-stage");
  const seen = {};
  for (const id of ids) {
    window.Kakehashi.store.dispatch({ type: "select", id });
    const box = stage.querySelector(".callout.is-selected");
    while (!box.checkVisibility({ visibilityProperty: true })) await new Promise(requestAnimationFrame);
    const frame = box.getBoundingClientRect();
    const lies = (name) => [...name.getClientRects()].some(({ left, right, top, bottom }) =>
      left < frame.right - 1 && right > frame.left + 1 && top < frame.bottom - 1 && bottom > frame.top + 1);
    const covered = [...stage.querySelectorAll(".spot .label .name")].filter(lies);
    const own = covered.filter((name) => name.closest(".is-selected, .is-near"));
    seen[id] = [covered.length, own.length, box.querySelectorAll(".callout-line").length];
  }
  return seen;
}"""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_activities_of_a_selection_cover_no_name_while_there_is_room_and_never_one_that_is_lit(
    explore: OPEN, language: str
) -> None:
    page = explore(language)
    owners = page.locator("#network-stage .callout").evaluate_all("all => all.map((each) => each.dataset.callout)")
    seen: dict[str, tuple[int, int, int]] = page.evaluate(COVERED, owners)
    assert {key: own for key, (_, own, _) in seen.items() if own} == {}
    assert {key: covered for key, (covered, _, lines) in seen.items() if covered and lines <= 4} == {}


def test_the_box_of_activities_is_closed_by_its_button_and_by_escape_and_the_selection_stays(explore: OPEN) -> None:
    page = explore("en")
    box = page.locator("#network-stage .callout.is-selected")
    page.locator('#network-stage a[data-mark="luxor"]').click()
    close = box.get_by_role("button", name="Close this box")
    frame = close.bounding_box()
    assert frame
    assert min(frame["width"], frame["height"]) >= 44
    close.click()
    expect(box).to_be_hidden()
    expect(page.locator("body")).to_have_attribute("data-selected", "luxor")
    page.locator('#network-stage a[data-mark="nepal"]').click()
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(page.locator("body")).to_have_attribute("data-selected", "nepal")
    page.keyboard.press("Escape")
    expect(page.locator("body")).to_have_attribute("data-selected", "")


@pytest.mark.parametrize("screen", ["laptop", "projector", "phone"])
def test_the_two_homes_are_at_least_44_px_apart(explore: OPEN, screen: str) -> None:
    page = explore("en", screen)
    if screen == "phone":
        page.locator('.tabs [data-pane="map"]').tap()
    boxes = {
        key: page.locator(f'#map-stage .lens .marker[data-mark="{key}"] .disc').evaluate(BOX)
        for key in ("ishikawa", "ichinoseki")
    }
    (ax, ay), (bx, by) = (
        ((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2) for box in boxes.values()
    )
    assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 >= 44
    for key in boxes:
        label = page.locator(f'#map-stage .lens a[data-mark="{key}"]')
        expect(label).to_be_visible()
        label.click()
        expect(page.locator("body")).to_have_attribute("data-selected", key)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("state", ["overview", "selected", "filters"])
def test_on_a_phone_every_target_outside_the_pictures_is_large_enough_for_a_finger(explore: OPEN, state: str) -> None:
    page = explore("ja", "phone")
    if state == "selected":
        page.locator('#list [data-entity="fujisawa-association"] > a').tap()
    if state == "filters":
        page.locator('.tabs [data-action="toggle-filters"]').tap()
    targets = page.locator("a[href], button, input, select, summary").evaluate_all(TARGETS)
    if state == "filters":
        page.locator('.tabs [data-action="toggle-filters"]').tap()
    assert len(targets) > 90
    assert [html for html, width, height, least in targets if height < least - 0.5 or width < 24] == []


def test_on_a_laptop_every_target_outside_the_pictures_is_at_least_24_px_high(explore: OPEN) -> None:
    page = explore("en")
    page.locator('#list [data-entity="fujisawa-association"] > a').click()
    targets = page.locator("a[href], button, input, select, summary").evaluate_all(TARGETS)
    assert [html for html, width, height, _ in targets if height < 24 or width < 24] == []


def test_whatever_a_picture_names_can_be_selected_in_the_list_as_well(explore: OPEN) -> None:
    page = explore("en")
    named = page.locator(".stage a[data-mark]").evaluate_all("all => all.map(each => each.dataset.mark)")
    listed = page.locator("#list [data-entity]").evaluate_all("all => all.map(each => each.dataset.entity)")
    assert set(named) <= set(listed)


@pytest.mark.parametrize("woken", [False, True])
def test_labels_follow_the_map_when_it_is_dragged_and_come_back(visit: OPEN, woken: bool) -> None:
    page = visit("/en/")
    label = page.locator('#map-stage > a.label[data-mark="nepal"]')
    offset = gap(label.evaluate(BOX), page.locator(DRAWN).evaluate(BOX))
    start = label.evaluate(BOX)
    if woken:
        wake_map(page)
    stage = page.locator("#map-stage").evaluate(BOX)
    x, y = stage["left"] + 120, stage["top"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 30, steps=6)
    held = wait_until_unchanged(page, lambda: label.evaluate(BOX))
    assert abs(held["left"] - start["left"]) > 20
    assert gap(held, page.locator(PLOTTED if woken else DRAWN).evaluate(BOX)) == pytest.approx(offset, abs=3)
    page.mouse.up()
    page.locator("#map-stage[data-painted=plotly]").wait_for()
    left = wait_until_unchanged(page, lambda: label.evaluate(BOX))
    assert left["left"] == pytest.approx(held["left"], abs=3)
    assert gap(left, page.locator(PLOTTED).evaluate(BOX)) == pytest.approx(offset, abs=3)
    page.locator('[data-action="zoom-reset"]').click()
    start_left = pytest.approx(start["left"], abs=2)
    assert wait_for_value(page, lambda: label.evaluate(BOX)["left"], lambda left: left == start_left) == start_left


@pytest.mark.parametrize("woken", [False, True])
def test_the_map_is_zoomed_by_buttons_and_labels_stay_beside_their_points(visit: OPEN, woken: bool) -> None:
    page = visit("/en/")
    label = page.locator('#map-stage > a.label[data-mark="nepal"]')
    offset = gap(label.evaluate(BOX), page.locator(DRAWN).evaluate(BOX))
    before = label.evaluate(BOX)["left"]
    if woken:
        wake_map(page)
    page.locator('[data-action="zoom-in"]').click()
    left = wait_for_value(page, lambda: label.evaluate(BOX)["left"], lambda left: abs(left - before) > 3)
    assert abs(left - before) > 3
    page.locator("#map-stage[data-painted=plotly]").wait_for()
    after = wait_until_unchanged(page, lambda: label.evaluate(BOX))
    assert gap(after, page.locator(PLOTTED).evaluate(BOX)) == pytest.approx(offset, abs=3)


@pytest.mark.parametrize(("selected", "leads_to"), [("", ["ishikawa", "ichinoseki"]), ("luxor", ["luxor"])])
def test_enlarging_leads_to_what_is_selected_and_else_to_the_homes(
    visit: OPEN, selected: str, leads_to: list[str]
) -> None:
    """The first step is the server's picture's, from which Plotly goes on."""
    page = visit(f"/en/?select={selected}")
    stage = page.locator("#map-stage").evaluate(BOX)
    for scale in (1.6, 1.6**2, 1.6**3):
        page.locator('[data-action="zoom-in"]').click()
        page.locator("#map-stage[data-painted=plotly]").wait_for()
        page.wait_for_function(
            "scale => Math.abs(document.getElementById('map-plot')._fullLayout.geo.projection.scale - scale) < 0.01",
            arg=scale,
        )
    for mark in leads_to:
        point = page.locator(f'#map-plot .point[data-mark="{mark}"]')
        box = wait_until_unchanged(page, lambda point=point: point.evaluate(BOX))
        assert stage["left"] < box["left"] < stage["right"]
        assert stage["top"] < box["top"] < stage["bottom"]


def test_an_enlarged_map_is_moved_by_buttons_every_way_and_back(visit: OPEN) -> None:
    page = visit("/en/")
    wake_map(page)
    label = page.locator('#map-stage > a.label[data-mark="nepal"]')
    place = lambda: (label.evaluate(BOX)["left"], label.evaluate(BOX)["top"])  # noqa: E731
    start = place()
    expect(page.locator('[data-action="move-left"]')).to_be_hidden()
    page.locator('[data-action="zoom-in"]').click()
    page.locator('[data-action="zoom-in"]').click()
    expect(page.locator('[data-action="move-left"]')).to_be_visible()
    for way, axis, sign in (("left", 0, 1), ("right", 0, -1), ("down", 1, -1), ("up", 1, 1)):
        before = wait_until_unchanged(page, place)
        page.locator(f'[data-action="move-{way}"]').focus()
        page.keyboard.press("Enter")
        after = wait_for_value(page, place, lambda now, before=before: now != before)
        assert (after[axis] - before[axis]) * sign > 40
        assert after[1 - axis] == pytest.approx(before[1 - axis], abs=3)
    page.locator('[data-action="zoom-reset"]').click()
    assert wait_for_value(page, place, lambda now: now == pytest.approx(start, abs=2)) == pytest.approx(start, abs=2)
    expect(page.locator('[data-action="move-left"]')).to_be_hidden()


def test_a_phones_enlarged_map_names_the_homes_that_its_lens_has_named(visit: OPEN) -> None:
    page = visit("/en/?pane=map", "phone")
    wake_map(page)
    names = page.locator('#map-stage > a.label:is([data-mark="ishikawa"], [data-mark="ichinoseki"])').filter(
        visible=True
    )
    expect(names).to_have_count(0)
    page.locator('[data-action="zoom-in"]').tap()
    expect(page.locator("#map-stage .lens")).to_be_hidden()
    expect(names).to_have_count(2)


def test_every_row_of_what_belongs_to_a_home_bears_its_mark(visit: OPEN) -> None:
    """By hue and by form: a disc for one, a square for the other."""
    page = visit("/en/")
    marks = {
        key: page.locator(f'#list [data-entity="{key}"] > a').evaluate(
            """row => { const mark = getComputedStyle(row, "::before"); return [mark.content, mark.borderTopColor,
              mark.borderTopLeftRadius]; }"""
        )
        for key in ("ishikawa", "irkutsk", "ichinoseki", "nepal", "yuu-no-kai")
    }
    assert marks["ishikawa"] == marks["irkutsk"]
    assert marks["ichinoseki"] == marks["nepal"] == marks["yuu-no-kai"]
    assert all(one != other for one, other in zip(marks["irkutsk"][1:], marks["nepal"][1:], strict=True))


def test_the_wheel_scrolls_the_page_and_does_not_zoom_the_map(explore: OPEN) -> None:
    page = explore("en")
    label = page.locator('#map-stage > a.label[data-mark="nepal"]')
    before = label.evaluate("each => each.offsetLeft")
    box = page.locator("#map-stage").evaluate(BOX)
    page.mouse.move(box["left"] + 100, box["top"] + 100)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => window.scrollY > 0")
    assert label.evaluate("each => each.offsetLeft") == before


def gap(label: Box, point: Box) -> tuple[float, float]:
    middle = (point["left"] + point["right"]) / 2, (point["top"] + point["bottom"]) / 2
    return label["left"] - middle[0], label["top"] - middle[1]


def test_on_a_wall_of_3840_pixels_lists_grow_and_no_line_of_the_callout_is_a_column_of_syllables(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("/en/?select=fujisawa-association", viewport={"width": 3840, "height": 2160})
    name = page.locator("#list .item-name").first
    assert float(name.evaluate("each => getComputedStyle(each).fontSize.slice(0, -2)")) >= 20
    lines = page.locator("#network-stage .callout.is-selected .callout-line")
    assert lines.count() == 5
    for line in lines.all():
        box = line.bounding_box()
        assert box is not None
        assert box["width"] > 2.5 * box["height"], line.inner_text()
