"""Filters, search and the switch for later facts change list, map, network and address together."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.i18n import load_catalogue
from dashboard.model import Dataset, EntityKind
from dashboard.network.facets import compute_facets
from tests.browser.conftest import wake_map

OPEN = Callable[..., Page]
SHOWN = "items => items.filter(each => each.checkVisibility()).map(each => each.dataset.entity)"
OUT = re.compile(r"\bis-out\b")


def shown(page: Page) -> set[str]:
    """Ids of everything that the list shows."""
    return set(page.locator("#list [data-entity]").evaluate_all(SHOWN))


def choose(page: Page, field: str, option: str) -> None:
    """Pick from one of the Mantine multi-selects."""
    wake_menus(page)
    page.locator(f"#filter-{field}").click()
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def wake_menus(page: Page) -> None:
    """Reach for a menu, and wait until Mantine's have taken the places of the plain ones."""
    page.locator(".filter-menu").first.hover()
    page.locator("#controls[data-ready]").wait_for(state="attached")


def marks(page: Page, key: str) -> list[Locator]:
    """What stands for something in the pictures of the map and the network."""
    return [page.locator(f'#{stage}-stage > .picture [data-mark="{key}"]').first for stage in ("map", "network")]


def expect_out(page: Page, key: str, *, out: bool = True) -> None:
    for mark in marks(page, key):
        if out:
            expect(mark).to_have_class(OUT)
        else:
            expect(mark).not_to_have_class(OUT)


def test_an_empty_field_keeps_its_words_in_place_when_it_has_had_the_focus(explore: OPEN) -> None:
    page = explore("en")
    wake_menus(page)
    expect(page.get_by_role("combobox", name="Kind of tie")).to_have_attribute("aria-expanded", "false")
    left = "field => field.getBoundingClientRect().left"
    before = page.locator("#filter-tie").evaluate(left)
    page.locator("#filter-tie").click()
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.locator("#filter-tie").evaluate(left) == before
    page.keyboard.press("Escape")


def test_the_chip_of_a_home_leaves_what_belongs_to_it(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    page.locator(".filter-chip.home-ishikawa").click()
    expect(page).to_have_url(re.compile(r"\?home=ishikawa$"))
    facets = compute_facets(dataset)
    assert shown(page) == {
        key for key in [*dataset.entity, *(tie.id for tie in dataset.exchange_ties)] if "ishikawa" in facets[key].homes
    }
    expect_out(page, "nepal")
    expect_out(page, "higashiyama-nepal")
    expect_out(page, "ishikawa-irkutsk", out=False)
    expect(page.locator('#map-stage > a.label[data-mark="nepal"]')).to_be_hidden()
    page.locator(".filter-chip.home-ishikawa").click()
    expect(page).to_have_url(re.compile(r"/en/$"))
    expect_out(page, "nepal", out=False)


def test_the_map_of_plotly_leaves_out_what_the_filters_leave_out(explore: OPEN) -> None:
    page = explore("en")
    page.locator(".filter-chip.home-ishikawa").click()
    wake_map(page)
    out, within = (page.locator(f'#map-plot [data-mark="{key}"]').first for key in ("nepal", "ishikawa-irkutsk"))
    expect(out).to_have_class(OUT)
    expect(within).not_to_have_class(OUT)
    page.locator(".filter-chip.home-ishikawa").click()
    expect(out).not_to_have_class(OUT)


@pytest.mark.parametrize("kind", ["sister_city", "friendly_exchange", "support"])
def test_a_kind_of_tie_leaves_the_ties_of_that_kind(explore: OPEN, dataset: Dataset, kind: str) -> None:
    page = explore("en")
    texts = load_catalogue().texts("en")
    choose(page, "tie", dataset.kind[kind].names[texts.language.code])
    expect(page).to_have_url(re.compile(rf"\?tie={kind}$"))
    ties = {tie.id: tie.kind for tie in dataset.exchange_ties}
    assert {key for key in shown(page) if key in ties} == {key for key, each in ties.items() if each == kind}
    for key, each in ties.items():
        expect_out(page, key, out=each != kind)


def test_a_theme_leaves_the_activities_of_that_theme(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    theme = dataset.themes[0]
    choose(page, "theme", theme.names["en"])
    expect(page).to_have_url(re.compile(rf"\?theme={theme.id}$"))
    activities = {each.id: each.themes for each in dataset.of_kind(EntityKind.ACTIVITY)}
    assert {key for key in shown(page) if key in activities} == {
        key for key, themes in activities.items() if theme.id in themes
    }


def test_two_filters_narrow_and_two_values_of_one_filter_widen(explore: OPEN) -> None:
    page = explore("en")
    page.locator(".filter-chip.home-ichinoseki").click()
    choose(page, "tie", "Sister city")
    expect(page).to_have_url(re.compile(r"tie=sister_city$"))
    narrow = shown(page)
    choose(page, "tie", "Support")
    expect(page).to_have_url(re.compile(r"home=ichinoseki&tie=sister_city,support"))
    wide = shown(page)
    assert {"ichinoseki-central-highlands", "central-highlands"} <= narrow < wide
    assert "higashiyama-nepal" in wide - narrow


def test_show_all_takes_every_filter_and_the_search_back(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    page.locator(".filter-chip.home-ichinoseki").click()
    choose(page, "tie", "Support")
    page.locator("#search input").fill("nepal")
    expect(page).to_have_url(re.compile("q=nepal"))
    page.locator("#filters-clear").click()
    expect(page).to_have_url(re.compile(r"/en/$"))
    assert shown(page) >= set(dataset.entity)
    expect(page.locator("#search input")).to_have_value("")
    expect(page.locator("#controls .mantine-Pill-root")).to_have_count(0)
    expect(page.locator("#set")).to_be_hidden()
    expect(page.locator(".filter-chip.home-ichinoseki input")).not_to_be_checked()


def test_menus_never_answer_what_they_were_told(explore: OPEN) -> None:
    """However fast the page's state changes, its last one stays: an older one that a menu shows late is no choice."""
    page = explore("en")
    choose(page, "tie", "Support")
    answers = page.evaluate(
        """async (wished) => {
          const { store } = window.Kakehashi;
          const answers = [];
          for (let time = 0; time < 20; time += 1) {
            for (const tie of wished) {
              store.dispatch({ type: "filter", tie });
              await Promise.resolve();
            }
          }
          const stop = store.subscribe((state) => answers.push(state.tie.join()));
          for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
          stop();
          return [...answers, store.state.tie.join()];
        }""",
        [["support"], ["sister_city"], []],
    )
    assert answers == [""]
    expect(page).to_have_url(re.compile(r"/en/$"))


def test_filters_survive_a_selection_and_a_selection_survives_filters(explore: OPEN) -> None:
    page = explore("en")
    page.locator('#list [data-entity="nepal"] > a').click()
    page.locator(".filter-chip.home-ichinoseki").click()
    expect(page).to_have_url(re.compile(r"\?select=nepal&home=ichinoseki$"))
    page.locator('#network-stage a[data-mark="luxor"]').first.click()
    expect(page).to_have_url(re.compile(r"\?select=luxor&home=ichinoseki$"))
    expect(page.locator("#card [data-card-of=luxor]")).to_be_visible()


def test_the_switch_hides_everything_that_only_later_sources_say(explore: OPEN) -> None:
    page = explore("en")
    page.locator('#list [data-entity="jeollabuk-do"] > a').click()
    expect(page.locator("#card [data-later]").first).to_be_visible()
    expect(page.locator("#timeline [data-later]").first).to_be_visible()
    page.locator(".filter-switch").click()
    expect(page).to_have_url(re.compile("later=off"))
    for later in page.locator("[data-later]:not(html)").all():
        expect(later).to_be_hidden()
    expect(page.locator("#card .card-title")).to_be_visible()
    page.locator(".filter-switch").click()
    expect(page.locator("#timeline [data-later]").first).to_be_visible()


def test_without_later_facts_no_word_of_a_later_source_is_left_on_any_card(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    page.locator(".filter-switch").click()
    expect(page.locator("html")).to_have_attribute("data-later", "off")
    makers = page.locator("#list [data-entity] > a").evaluate_all(
        """links => [...new Set(links.flatMap(link => {
          link.click();
          for (const folded of document.querySelectorAll("#card details")) folded.open = true;
          return [...document.querySelectorAll("#card .sources > li")].filter(each => each.checkVisibility())
            .map(each => each.querySelector(".source-maker").textContent.trim())
            .concat([...document.querySelectorAll("#card .card-sources summary .fine > span")]
              .filter(each => each.checkVisibility()).map(each => each.textContent.replace(/^, /, "")));
        }))]"""
    )
    documents = {source.maker["en"] for source in dataset.sources if not source.is_later}
    assert set(makers) == documents


SEARCHES = [
    ("Jeollabukdo", "jeollabuk-do"),
    ("jeollabuk do", "jeollabuk-do"),
    ("全北", "jeollabuk-do"),
    ("Jeonbuk", "jeollabuk-do"),
    ("전북", "jeollabuk-do"),
    ("ＪＥＯＮＢＵＫ", "jeollabuk-do"),
    ("Egypt", "luxor"),
    ("Luxor", "luxor"),
    ("ﾙｸｿｰﾙ", "luxor"),
    ("るくそーる", "luxor"),
    ("الأقصر", "luxor"),
    ("مصر", "luxor"),
    ("VNU", "vnu-hcm"),
    ("ベトナム国家大学", "vnu-hcm"),
    ("Иркутск", "irkutsk"),
    ("江苏", "jiangsu"),
    ("ネパール", "nepal"),
    ("ねぱーる", "nepal"),
    ("nEpAl", "nepal"),
    ("नेपाल", "nepal"),
    ("Osterreich", "austria"),
    ("Österreich", "austria"),
]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_name_old_or_new_in_any_script_and_width_finds_its_bearer(explore: OPEN, language: str) -> None:
    page = explore(language)
    search = page.locator("#search input")
    missed = []
    for words, key in SEARCHES:
        search.fill(words)
        if key not in shown(page):
            missed.append((words, key))
    assert missed == []


def test_a_search_leaves_only_what_bears_the_name_and_tells_how_many_of_how_many(
    explore: OPEN, dataset: Dataset
) -> None:
    page = explore("en")
    page.locator("#search input").fill("murone")
    assert "murone-club" in shown(page)
    assert shown(page) == {"murone-club", "halloween-parties"} | {key for key in dataset.entity if "murone" in key}
    expect(page).to_have_url(re.compile(r"\?q=murone$"))
    entities = page.locator("#list .item:not(.item-tie)").evaluate_all(SHOWN)
    expect(page.locator("#list-count")).to_have_text(f"{len(entities)} of {len(dataset.entities)}")
    for heading in page.locator("#list .group-heading").all():
        if heading.is_visible():
            expect(heading.locator("xpath=..").locator(".item:visible").first).to_be_visible()


def test_an_empty_result_says_why_and_offers_words_that_find_something_and_a_way_back(explore: OPEN) -> None:
    page = explore("en")
    texts = load_catalogue().texts("en")
    search, empty = page.locator("#search input"), page.locator("#list-empty")
    search.fill("nepal zzzz")
    assert shown(page) == set()
    expect(empty.locator("p").first).to_have_text(texts("list-empty-search", words="nepal zzzz"))
    expect(page.locator("#list .group-heading:visible, #list .owner-heading:visible")).to_have_count(0)
    empty.get_by_role("button", name="nepal", exact=True).click()
    expect(search).to_have_value("nepal")
    expect(empty).to_be_hidden()
    assert "nepal" in shown(page)
    page.locator(".filter-chip.home-ishikawa").click()
    expect(empty.locator("p").first).to_have_text(re.compile("filters leave out"))
    empty.get_by_role("button", name=texts("filters-remove")).click()
    expect(page).to_have_url(re.compile(r"\?q=nepal$"))
    assert "nepal" in shown(page)
    search.fill("zzzzz")
    empty.get_by_role("button", name=texts("search-clear")).click()
    expect(search).to_have_value("")
    expect(search).to_be_focused()


def test_what_is_set_is_said_and_can_be_taken_back_one_by_one_and_a_hidden_selection_is_said(open_page: OPEN) -> None:
    page = open_page("/en/?theme=food&select=nepal&home=ichinoseki&later=off&q=japanese+food")
    told = page.locator("#set button")
    expect(told).to_have_text(["“japanese food”", "Ichinoseki City", "Food", "Without later facts"])
    expect(page.locator("#card-out")).to_be_visible()
    expect(
        page.locator('#map-stage > a.label[data-mark="nepal"]')
    ).to_be_visible()  # what the card is about keeps its name
    for left in range(4, 0, -1):
        expect(told).to_have_count(left)
        told.first.click()
    expect(page.locator("#set")).to_be_hidden()
    expect(page.locator("#card-out")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?select=nepal$"))
    expect(page.locator("#list-heading")).to_be_focused()


def test_what_a_search_met_is_shown_in_its_row_and_names_come_first(explore: OPEN) -> None:
    page = explore("en")
    page.locator("#search input").fill("junior high")
    row = page.locator('#found [data-entity="home-stay-program"]')
    expect(row.locator("mark")).to_have_text("junior high")
    page.locator("#search input").fill("nepal")
    order = page.locator("#found > .item").evaluate_all("rows => rows.map(row => row.dataset.entity)")
    assert order[0] == "nepal"
    expect(page.locator('#found [data-entity="nepal"] > a .item-found')).to_have_count(0)
    expect(page.locator('#found [data-entity="higashiyama-unesco"] mark')).to_have_text("Nepal")
    page.locator("#search input").fill("")
    expect(page.locator("#found > .item")).to_have_count(0)
    expect(page.locator(".item-found")).to_have_count(0)
    assert page.locator("#list .item").first.get_attribute("data-entity") == "irkutsk"


def test_the_lines_of_what_does_not_match_step_back_and_those_of_what_matches_do_not(explore: OPEN) -> None:
    page = explore("en")
    choose(page, "theme", "Food")
    expect(page).to_have_url(re.compile(r"theme=food"))
    opacity = "edge => getComputedStyle(edge).opacity"
    line = page.locator('#network-stage .edge[data-mark="ishikawa--runs--technical-trainees"]')
    assert line.evaluate(opacity) == "0.1"
    assert (
        page.locator('#network-stage .edge[data-mark="kawasaki-club--runs--food-festivals"]').evaluate(opacity) == "1"
    )
    ground = page.locator("#network-stage .edge.ground .line").first
    faint = ground.evaluate("line => getComputedStyle(line).stroke")
    page.locator("#filters-clear").click()
    expect(page).to_have_url(re.compile(r"/en/$"))
    assert ground.evaluate("line => getComputedStyle(line).stroke") != faint


def test_enter_in_the_search_goes_to_the_first_thing_found(explore: OPEN) -> None:
    page = explore("en")
    page.locator("#search input").fill("nepal")
    page.locator("#search input").press("Enter")
    expect(page.locator('#list [data-entity="nepal"] > a')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-selected", "nepal")


def test_on_the_phone_the_filters_open_by_a_tap_and_filter(explore: OPEN) -> None:
    page = explore("en", "phone")
    toggle = page.locator('.tabs [data-action="toggle-filters"]')
    expect(page.locator("#controls")).to_be_hidden()
    toggle.tap()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.locator(".filter-chip.home-ishikawa").tap()
    expect(page).to_have_url(re.compile(r"home=ishikawa"))
    expect(page.locator('#list [data-entity="nepal"]')).to_be_hidden()
    toggle.tap()
    expect(page.locator("#controls")).to_be_hidden()


def test_what_a_search_finds_is_told_to_screen_readers(explore: OPEN) -> None:
    page = explore("en")
    page.locator("#search input").fill("nepal")
    count, _, total = page.locator("#list-count").inner_text().split()
    said = load_catalogue().texts("en")("announce-list", count=count, total=total)
    expect(page.locator("#live")).to_have_text(said)


def test_ways_to_everything_and_back_carry_what_their_target_knows(open_page: OPEN) -> None:
    page = open_page("/en/?select=nepal&later=off")
    way = page.locator(".list-further a")
    expect(way).to_have_attribute("href", "/en/all?select=nepal")
    page = open_page("/en/all?select=kanazawa-city&theme=food")
    expect(page.locator(".filter-link")).to_have_attribute("href", "/en/?theme=food")


def test_a_home_that_is_filtered_out_leaves_the_folded_network_and_a_chip_counts_in_no_menu(open_page: OPEN) -> None:
    page = open_page("/en/all")
    group = page.locator(".network-group").first
    expect(group).to_be_visible()
    page.locator(".filter-chip.home-ichinoseki").click()
    expect(group).to_be_hidden()
    menu = page.locator('.filter-menu[data-filter="home"]')
    expect(menu).not_to_have_attribute("data-count", re.compile("."))
    menu.locator("summary").click()
    menu.locator("label").first.click()
    expect(menu).to_have_attribute("data-count", "1")
