"""What is sought is found by the names of countries too, and everywhere on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect


@pytest.mark.parametrize(
    ("words", "partner"),
    [("Korea", "jeollabuk-do"), ("中国", "jiangsu"), ("ロシア", "irkutsk"), ("Australien", "central-highlands")],
)
def test_a_country_s_name_finds_the_partner_in_it(open_page: Callable[..., Page], words: str, partner: str) -> None:
    page = open_page("/en/", settled=False)
    page.locator("#q").fill(words)
    expect(page.locator(f"#list [data-entity={partner}]")).to_be_visible()


def test_what_is_not_found_steps_back_on_map_and_network_too(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/")
    page.locator("#q").fill("Nepal")
    for stage in ("map-stage", "network-stage"):
        assert "is-out" in (page.locator(f"#{stage} a[data-mark=austria]").first.get_attribute("class") or "")
        assert "is-out" not in (page.locator(f"#{stage} a[data-mark=nepal]").first.get_attribute("class") or "")


def test_a_kind_of_tie_leaves_its_ties_alone_on_list_map_and_network(open_page: Callable[..., Page]) -> None:
    page = open_page("/ja/")
    page.locator("#q").fill("姉妹都市")
    expect(page.locator("#list [data-entity=ichinoseki-central-highlands]")).to_be_visible()
    expect(page.locator("#list [data-entity=fujisawa-central-highlands]")).to_be_hidden()
    for stage in ("map-stage", "network-stage"):
        expect(page.locator(f"#{stage} a[data-mark=central-highlands]").first).not_to_contain_class("is-out")
        expect(page.locator(f"#{stage} a[data-mark=jiangsu]").first).to_contain_class("is-out")


def test_on_a_phone_what_is_found_stands_in_the_upper_half(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/", "phone", settled=False)
    page.locator("#q").fill("Nepal")
    expect(page.locator("#card")).to_be_hidden()
    box = page.locator("#list [data-entity=nepal]").bounding_box()
    assert box is not None and box["y"] + box["height"] < 844 / 2


def test_enter_chooses_the_first_thing_found(open_page: Callable[..., Page]) -> None:
    page = open_page("/ja/", settled=False)
    page.locator("#q").fill("えじぷと")
    page.locator("#q").press("Enter")
    expect(page.locator("body")).to_have_attribute("data-selected", "luxor")


def test_a_pasted_link_shows_its_entry_of_the_list(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/?select=kitakami")
    entry, frame = page.locator("#list [data-entity=kitakami]").bounding_box(), page.locator("#list").bounding_box()
    assert entry is not None
    assert frame is not None
    assert frame["y"] <= entry["y"] <= entry["y"] + 44 <= frame["y"] + frame["height"]


def test_the_chosen_thing_is_where_a_way_begins_unless_told_otherwise(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/?select=nepal", settled=False)
    page.locator("#path-to").focus()
    page.locator("#path-to").select_option("higashiyama-unesco")
    expect(page.locator("#path-from")).to_have_value("nepal")
    expect(page.locator("#path-answer li")).to_have_count(2)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><b>', "a&amp;b", "'", "ネパール"])
def test_words_sought_in_an_address_come_back_as_words(open_page: Callable[..., Page], words: str) -> None:
    page = open_page(f"/en/?q={quote(words)}")
    expect(page.locator("#q")).to_have_value(words)
    assert page.locator("b, main script").count() == 0


def test_a_search_as_long_as_a_book_is_cut(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/?q=" + "n" * 5000)
    expect(page.locator("#q")).to_have_value("n" * 80)


def test_a_list_that_is_yet_to_be_searched_says_so_and_is_searched_when_the_words_have_come(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("/en/")
    held: list[Route] = []
    page.route("**/search.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright inspects what it calls
    page.reload()
    page.locator("body[data-live]").wait_for()
    page.fill("#search input", "nepal")
    expect(page.locator("#list-count")).to_have_text("Searching…")
    held[0].continue_()
    expect(page.locator("#list-count")).to_have_text(re.compile(r"^\d+ of \d+$"))
    expect(page.locator("#found > .item").first).to_contain_text("Nepal")
