"""The address is the state: a pasted link restores the view, Back goes back, nonsense is passed over quietly."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.i18n import load_catalogue
from dashboard.model import Dataset

OPEN = Callable[..., Page]


def query_of(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def select(page: Page, key: str) -> None:
    page.locator(f'#list [data-entity="{key}"] > a').dispatch_event("click")  # wherever the row is
    expect(page.locator("body")).to_have_attribute("data-selected", key)


def test_a_pasted_link_restores_selection_filters_search_path_and_pane(visit: OPEN, theme: str) -> None:
    query = f"?select=nepal&home=ichinoseki&tie=support&theme={theme}&later=off&q=ne&from=ishikawa&to=luxor&pane=map"
    page = visit(f"/en/{query}")
    body = page.locator("body")
    expect(body).to_have_attribute("data-selected", "nepal")
    expect(body).to_have_attribute("data-pane", "map")
    expect(page.locator("html")).to_have_attribute("data-later", "off")
    expect(page.locator("#search input")).to_have_value("ne")
    expect(page.locator(".filter-chip.home-ichinoseki input")).to_be_checked()
    expect(page.locator(".filter-chip.home-ishikawa input")).not_to_be_checked()
    expect(page.locator("#controls").get_by_role("switch")).not_to_be_checked()
    expect(page.locator(".filter-options :checked")).to_have_count(2)
    expect(page.locator("#path-from")).to_have_value("ishikawa")
    expect(page.locator("#path-to")).to_have_value("luxor")
    expect(page.locator("#path-answer > *").first).to_be_visible()
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    assert urlsplit(page.url).query == query[1:]


def test_a_link_shows_the_same_to_whoever_opens_it_as_to_whoever_made_it(explore: OPEN, visit: OPEN) -> None:
    maker = explore("en")
    select(maker, "higashiyama-association")
    maker.locator(".filter-chip.home-ichinoseki").click()
    maker.locator("#search input").fill("higashi")
    expect(maker).to_have_url(re.compile("q=higashi"))
    shown = "items => items.filter(each => !each.hidden).map(each => each.dataset.entity)"
    expected = maker.locator("#list [data-entity]").evaluate_all(shown)
    opener = visit(urlsplit(maker.url).path + "?" + urlsplit(maker.url).query)
    assert opener.locator("#list [data-entity]").evaluate_all(shown) == expected
    assert opener.title() == maker.title()
    for part in ("#card-body", "#path-answer", "#list-count"):
        assert opener.locator(part).inner_text() == maker.locator(part).inner_text()


def test_back_and_forward_walk_through_the_selections(explore: OPEN) -> None:
    page = explore("en")
    body = page.locator("body")
    select(page, "nepal")
    select(page, "luxor")
    page.locator(".filter-chip.home-ichinoseki").click()
    expect(page).to_have_url(re.compile("home=ichinoseki"))
    page.go_back()
    expect(body).to_have_attribute("data-selected", "luxor")
    expect(page.locator(".filter-chip.home-ichinoseki input")).not_to_be_checked()
    page.go_back()
    expect(body).to_have_attribute("data-selected", "nepal")
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    page.go_back()
    expect(body).to_have_attribute("data-selected", "")
    page.go_forward()
    expect(body).to_have_attribute("data-selected", "nepal")


def test_typing_a_search_leaves_one_step_and_not_one_for_every_letter(explore: OPEN) -> None:
    page = explore("en")
    select(page, "nepal")
    before = page.evaluate("() => history.length")
    page.locator("#search input").press_sequentially("luxor")
    expect(page).to_have_url(re.compile("q=luxor"))
    assert page.evaluate("() => history.length") == before


def test_back_restores_the_words_of_a_search(explore: OPEN) -> None:
    page = explore("en")
    page.locator("#search input").fill("nepal")
    select(page, "nepal")
    page.locator("#search input").fill("")
    page.locator("#search input").fill("austria")
    select(page, "austria")
    page.go_back()
    expect(page.locator("body")).to_have_attribute("data-selected", "nepal")
    expect(page.locator("#search input")).to_have_value("austria")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "query",
    [
        "select=atlantis",
        "home=kanazawa&tie=friendship&theme=war",
        "select=%3Cscript%3Ealert(1)%3C/script%3E",
        "later=perhaps&pane=globe",
        "from=nobody&to=nepal",
        "select=higashiyama-nepal--nothing",
        "select=%E0%A4%A",
    ],
)
def test_what_nobody_knows_is_passed_over_with_a_quiet_notice(visit: OPEN, language: str, query: str) -> None:
    page = visit(f"/{language}/?{query}", settled=False)
    notice = page.locator("#notice")
    expect(notice).to_have_text(load_catalogue().texts(language)("notice-unknown"))
    expect(notice).to_have_attribute("role", "status")
    expect(page.locator("body")).to_have_attribute("data-selected", "")
    expect(page.locator("#list [data-entity]:not([hidden])")).not_to_have_count(0)


def test_a_known_address_gives_no_notice(visit: OPEN) -> None:
    page = visit("/en/?select=nepal&q=nothing-at-all", settled=False)
    expect(page.locator("#notice")).to_be_hidden()


def test_the_link_to_the_other_language_keeps_the_view(explore: OPEN) -> None:
    page = explore("en")
    select(page, "nepal")
    page.locator(".filter-chip.home-ichinoseki").click()
    page.locator("#search input").fill("nepal")
    expect(page).to_have_url(re.compile("q=nepal"))
    link = page.locator('.languages [data-language="ja"]')
    assert urlsplit(link.get_attribute("href") or "").query == urlsplit(page.url).query
    assert urlsplit(link.get_attribute("href") or "").path == "/ja/"


def test_the_other_language_shows_the_same_selection(visit: OPEN) -> None:
    page = visit("/en/?select=nepal&home=ichinoseki", settled=False)
    page.locator('.languages [data-language="ja"]').click()
    expect(page).to_have_url(re.compile(r"/ja/\?select=nepal&home=ichinoseki$"))
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator("#card .card-title")).to_contain_text("ネパール")


def test_the_title_of_the_window_names_the_selection_in_place_and_by_address(explore: OPEN, visit: OPEN) -> None:
    page = explore("en")
    plain = page.title()
    expect(visit("/en/")).to_have_title(plain)
    select(page, "higashiyama-nepal")
    expect(page).not_to_have_title(plain)
    expect(visit("/en/?select=higashiyama-nepal")).to_have_title(page.title())
    page.keyboard.press("Escape")  # the box over the network
    page.keyboard.press("Escape")
    expect(page).to_have_title(plain)


def test_the_front_door_leads_to_the_readers_language(visit: OPEN) -> None:
    for locale, code in (("ja-JP", "ja"), ("en-GB", "en")):
        page = visit("/", settled=False, locale=locale)
        expect(page).to_have_url(re.compile(rf"/{code}/$"))
        expect(page.locator("html")).to_have_attribute("lang", code)


@pytest.fixture(scope="module")
def theme(dataset: Dataset) -> str:
    return dataset.themes[0].id
