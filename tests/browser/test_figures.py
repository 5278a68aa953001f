"""The figures page: bars choose, charts and table follow, the table is searched and saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

OPEN = Callable[..., Page]
ROWS = ".ag-center-cols-container .ag-row"


def open_figures(open_page: OPEN, language: str = "en", screen: str = "laptop", query: str = "") -> Page:
    page = open_page(f"/{language}/figures{query}", screen, settled=False)
    page.locator(".table-place").scroll_into_view_if_needed()
    page.locator(ROWS).first.wait_for()
    return page


@pytest.mark.parametrize("screen", ["phone", "laptop"])
def test_charts_and_all_ties_are_there(open_page: OPEN, screen: str) -> None:
    page = open_figures(open_page, "ja", screen)
    expect(page.locator(ROWS)).to_have_count(10)
    expect(page.locator(".chart-plot .barlayer")).to_have_count(4)
    expect(page.locator(".modebar")).to_have_count(0)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_bar_chosen_by_its_button_narrows_the_table_and_steps_the_other_charts_back(open_page: OPEN) -> None:
    page = open_figures(open_page)
    page.locator(".chart-bars > summary").nth(1).click()
    button = page.get_by_role("button", name="Nepal, Ichinoseki City: 1")
    button.click()
    expect(page).to_have_url(re.compile(r"/en/figures\?home=ichinoseki&country=NP$"))
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator("#rows")).to_have_text("Ties: 1")
    expect(page.locator("#choice-map")).to_have_attribute("href", "/en/?home=ichinoseki")
    button.click()
    expect(page.locator(ROWS)).to_have_count(10)
    expect(page).to_have_url(re.compile(r"/en/figures$"))


def test_a_link_to_a_choice_restores_it(open_page: OPEN) -> None:
    page = open_figures(open_page, query="?home=ichinoseki&tie=support")
    expect(page.locator(ROWS)).to_have_count(1)
    page.locator("#choice-clear").click()
    expect(page.locator(ROWS)).to_have_count(10)


@pytest.mark.parametrize(("wish", "encoding"), [("utf-8", "utf-8-sig"), ("shift_jis", "cp932")])
def test_what_the_table_shows_is_saved_in_the_encoding_that_is_wished(
    open_page: OPEN, wish: str, encoding: str
) -> None:
    page = open_figures(open_page, "ja")
    page.locator("#table-search").fill("ネパール")
    expect(page.locator(ROWS)).to_have_count(1)
    with page.expect_download() as saved:
        page.locator(f'[data-csv="{wish}"]').click()
    lines = Path(saved.value.path()).read_bytes().decode(encoding).splitlines()
    assert len(lines) == 2
    assert "ネパール" in lines[1]


def test_without_scripts_every_chart_shows_its_bars_in_their_lengths(open_page: OPEN) -> None:
    page = open_page("/ja/figures", "phone", settled=False, java_script_enabled=False)
    for chart in page.locator(".chart").all():
        expect(chart.locator(".still")).to_be_visible()
        rows = chart.locator(".still-row")
        assert rows.count() > 2
        for row in rows.all():
            assert "".join(row.locator("span").all_inner_texts()).strip()
    bars = page.locator(".chart").nth(1).locator(".still-bars")
    one, two = (bars.nth(row).locator("i").bounding_box() for row in (0, 1))
    assert one
    assert two
    assert two["width"] == pytest.approx(2 * one["width"], abs=1)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_when_dash_has_drawn_a_chart_the_plain_one_is_gone_and_every_series_has_its_colour(open_page: OPEN) -> None:
    page = open_figures(open_page)
    expect(page.locator(".still:visible")).to_have_count(0)
    grounds = page.locator(".chart-plot pattern rect").evaluate_all(
        "all => all.map(each => getComputedStyle(each).fill)"
    )
    raised = page.locator(".chart").first.evaluate("each => getComputedStyle(each).backgroundColor")
    assert grounds
    assert not {"none", raised, "rgba(0, 0, 0, 0)"} & set(grounds)
