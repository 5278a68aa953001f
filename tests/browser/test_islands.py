"""Dash's components in places of the page: they come when reached for, take over without a jump, and go again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OPEN = Callable[..., Page]
TIE = '.filter-menu[data-filter="tie"]'


def wake(page: Page) -> None:
    page.locator(".filter-menu").first.hover()
    page.locator("#controls[data-ready]").wait_for(state="attached")


def test_plain_filters_filter_before_anything_of_dash_is_there(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False)
    page.route(
        re.compile("_dash-|mantine|dash-renderer|dash\\."),
        lambda route: route.fulfill(body="", content_type="text/javascript"),
    )
    page.locator(f"{TIE} summary").click()
    page.locator(f"{TIE} input[value=support]").check()
    expect(page).to_have_url(re.compile(r"\?tie=support$"))
    expect(page.locator('#list [data-entity="luxor"]')).to_be_hidden()
    expect(page.locator(f"{TIE} summary > span")).to_have_attribute("data-count", "1")
    page.keyboard.press("Escape")
    expect(page.locator(f"{TIE} details")).not_to_have_attribute("open", "")
    expect(page.locator(f"{TIE} summary")).to_be_focused()
    page.locator("#filters-clear").click()
    expect(page).to_have_url(re.compile(r"/en/$"))
    expect(page.locator(f"{TIE} input[value=support]")).not_to_be_checked()


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_mantine_takes_over_in_the_same_box_and_shows_what_was_chosen(open_page: OPEN, screen: str) -> None:
    page = open_page("/en/?tie=support", screen, settled=False)
    if screen == "phone":
        page.locator('[data-action="toggle-filters"]').tap()
    before = page.locator(TIE).bounding_box()
    wake(page)
    expect(page.locator(f"{TIE} summary")).to_be_hidden()
    expect(page.locator(f"{TIE} .mantine-Pill-root")).to_have_text("Support")
    assert page.locator(TIE).bounding_box() == before


def test_an_open_menu_stays_as_it_is_and_the_focus_is_kept(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False)
    summary = page.locator(f"{TIE} summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.locator("#filter-tie").wait_for(state="attached")
    expect(page.locator(f"{TIE} input[value=support]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filter-tie")).to_be_focused()


def test_fifty_selections_with_dash_awake_ask_no_callback_of_the_server(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "_dash-update-component" in request.url else None)
    wake(page)
    ids = page.locator("#list [data-entity]").evaluate_all("items => items.map(each => each.dataset.entity)")
    for key in ids[:50]:
        page.evaluate("id => window.Kakehashi.store.dispatch({ type: 'select', id })", key)
        expect(page.locator("body")).to_have_attribute("data-selected", key)
    assert len(ids) >= 50
    assert asked == []


def test_what_a_callback_writes_into_the_view_is_the_state_of_the_page(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False)
    wake(page)
    page.evaluate("() => window.dash_clientside.set_props('view', { state: { select: 'nepal' } })")
    expect(page.locator("body")).to_have_attribute("data-selected", "nepal")
    page.evaluate("() => window.dash_clientside.set_props('view', { action: { type: 'select', id: 'luxor' } })")
    expect(page.locator("body")).to_have_attribute("data-selected", "luxor")


def test_an_island_without_its_place_shows_nothing_and_the_plain_menu_is_back(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False)
    wake(page)
    page.evaluate("() => window.dash_clientside.set_props('island-filter-tie', { place: 'nowhere' })")
    expect(page.locator("#filter-tie")).to_have_count(0)
    expect(page.locator(f"{TIE} summary")).to_be_visible()


def test_islands_follow_the_appearance(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False, color_scheme="dark")
    wake(page)
    field = page.locator(f"{TIE} .mantine-MultiSelect-input")
    dark = field.evaluate("field => getComputedStyle(field).backgroundColor")
    page.locator('[data-action="toggle-theme"]').click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")
    assert field.evaluate("field => getComputedStyle(field).backgroundColor") != dark


def test_right_to_left_both_menus_stand_in_the_same_place(open_page: OPEN) -> None:
    page = open_page("/en/", settled=False)
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    before = page.locator(TIE).bounding_box()
    wake(page)
    assert page.locator(TIE).bounding_box() == before
    field = page.locator(f"{TIE} .mantine-MultiSelect-input").bounding_box()
    assert field is not None and before is not None
    assert abs(field["x"] - before["x"]) < 1
    assert abs(field["width"] - before["width"]) < 1
