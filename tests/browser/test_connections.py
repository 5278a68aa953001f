"""Why two things are connected, the homes compared, and what is dated."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from dashboard.i18n import load_catalogue
from dashboard.model import Dataset, EntityKind, in_language
from dashboard.network.graph import build_graph
from dashboard.network.measures import compare_homes
from dashboard.settings import ROOT
from dashboard.tables import read_dataset
from tests.browser.stillness import wait_for_value

OPEN = Callable[..., Page]
PAIRS = [
    ("ishikawa", "irkutsk"),
    ("yuu-no-kai", "vnu-hcm"),
    ("luxor", "austria"),
    ("vienna-philharmonic", "nepal"),
    ("music-festival", "central-highlands"),
]
ANSWERS = """async pairs => pairs.map(([from, to]) => {
  window.Kakehashi.store.dispatch({ type: "path", from, to });
  return document.querySelectorAll("#path-answer li").length;
})"""


def ask(page: Page, start: str, end: str) -> list[str]:
    page.locator("#path-from").focus()
    page.locator("#path-from").select_option(start)
    page.locator("#path-to").focus()
    page.locator("#path-to").select_option(end)
    expect(page).to_have_url(re.compile(rf"from={start}&to={end}"))
    return page.locator("#path-answer li").all_inner_texts()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_way_between_two_things_is_told_step_by_step(explore: OPEN, dataset: Dataset, language: str) -> None:
    page = explore(language)
    plain = nx.Graph(build_graph(dataset))
    names = {key: in_language(entity.names, language) for key, entity in dataset.entity.items()}
    for start, end in PAIRS:
        told = ask(page, start, end)
        assert len(told) == nx.shortest_path_length(plain, start, end)
        assert names[start] in told[0]
        assert names[end] in told[-1]


def test_of_those_only_named_together_the_way_says_in_which_connection(explore: OPEN) -> None:
    page = explore("en")
    first, *_ = ask(page, "vienna-philharmonic", "nepal")
    assert first.endswith("(Said to play at the festival)")


def test_the_way_is_as_short_as_networkx_finds_it_between_any_two_things(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    plain = nx.Graph(build_graph(dataset))
    lengths = dict(nx.all_pairs_shortest_path_length(plain))
    keys = sorted(dataset.entity)
    pairs = [(keys[place], keys[-place * 7 % len(keys)]) for place in range(len(keys))]
    connected = [(start, end) for start, end in pairs if end in lengths[start]]
    assert page.evaluate(ANSWERS, connected) == [lengths[start][end] for start, end in connected]


def test_the_way_is_marked_in_map_network_and_list(explore: OPEN) -> None:
    page = explore("en")
    ask(page, "higashiyama-association", "nepal")
    for place in ("#map-stage .picture", "#network-stage .picture", "#list"):
        expect(page.locator(f'{place} [data-mark="higashiyama-nepal"]').first).to_have_class(re.compile(r"\bis-path\b"))
        expect(page.locator(f'{place} [data-mark="luxor-association-luxor"]').first).not_to_have_class(
            re.compile(r"\bis-path\b")
        )


def test_two_things_without_a_way_are_said_to_be_unconnected(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    graph = nx.Graph(
        (source, target) for source, target, tie in build_graph(dataset).edges(data=True) if not tie["later"]
    )
    graph.add_nodes_from(dataset.entity)
    parts = sorted(nx.connected_components(graph), key=lambda part: (len(part), min(part)))
    lonely, others = min(parts[0]), min(parts[-1])
    page.locator(".filter-switch").click()
    assert ask(page, lonely, others) == []
    names = {key: in_language(dataset.entity[key].names, "en") for key in (lonely, others)}
    expect(page.locator("#path-answer")).to_have_text(
        load_catalogue().texts("en")("path-none", source=names[lonely], target=names[others])
    )


def test_a_thing_and_itself_are_one_and_the_same(explore: OPEN) -> None:
    page = explore("en")
    ask(page, "nepal", "nepal")
    expect(page.locator("#path-answer")).to_have_text(load_catalogue().texts("en")("path-same"))


def test_a_card_begins_a_way(explore: OPEN) -> None:
    page = explore("en")
    page.locator('#list [data-entity="nepal"] > a').click()
    page.locator('#card [data-action="path-from"]').click()
    expect(page.locator("#path-from")).to_have_value("nepal")
    expect(page.locator("#path-to")).to_be_focused()
    expect(page.locator("#path-to")).to_be_in_viewport()


def test_a_step_that_is_an_exchange_tie_leads_to_its_card(explore: OPEN) -> None:
    page = explore("en")
    ask(page, "higashiyama-association", "nepal")
    page.locator("#path-answer a").click()
    expect(page.locator("body")).to_have_attribute("data-selected", "higashiyama-nepal")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_homes_are_compared_by_counts_and_theme_by_theme_with_a_mark_for_each_activity_and_its_source(
    explore: OPEN, dataset: Dataset, language: str
) -> None:
    page = explore(language)
    homes = dataset.of_kind(EntityKind.HOME)
    for home in homes:
        expect(page.locator("#compare h2")).to_contain_text(in_language(home.names, language))
    head, *rows = page.locator("#compare [role=row]").all()
    expect(head.locator("[role=columnheader]")).to_have_count(1 + len(homes))
    counts = [[int(text) for text in row.locator("[role=cell]").all_inner_texts()] for row in rows[:3]]
    assert list(zip(*counts, strict=True)) == [(3, 3, 11), (5, 5, 36)]
    for row, compared in zip(rows[3:], compare_homes(dataset), strict=True):
        theme = dataset.theme[compared.theme]
        expect(row.locator("[role=rowheader]")).to_have_text(in_language(theme.names, language))
        for cell, home in zip(row.locator("[role=cell]").all(), homes, strict=True):
            activities = list(compared.activities[home.id])
            expect(cell.locator(".shape-row use")).to_have_count(len(activities))
            if not activities:
                expect(cell).to_have_text("0")
                continue
            expect(cell.locator(".compare-count")).to_have_text(str(len(activities)))
            cell.locator("summary").click()
            assert cell.locator("a").evaluate_all("all => all.map(each => each.dataset.select)") == activities
            assert all(text.strip() for text in cell.locator(".compare-source").all_inner_texts())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_timeline_tells_everything_that_is_dated_oldest_first(
    explore: OPEN, dataset: Dataset, language: str
) -> None:
    page = explore(language)
    items = page.locator("#timeline .timeline-item")
    expect(items).to_have_count(len(dataset.dated_facts))
    years = [int(year) for year in items.evaluate_all("all => all.map(each => each.dataset.year)") if year]
    assert all(before <= after for before, after in pairwise(years))
    items.last.scroll_into_view_if_needed()  # what is far below the window has not been laid out yet
    told = wait_for_value(page, lambda: " ".join(items.all_inner_texts()), lambda words: bool(words.strip()))
    for fact in dataset.dated_facts:
        assert in_language(fact.what, language) in told
    items.locator("a").first.click()
    expect(page.locator("body")).not_to_have_attribute("data-selected", "")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_of_gaps_names_every_partner_without_a_stated_activity(
    visit: OPEN, dataset: Dataset, language: str
) -> None:
    page = visit(f"/{language}/gaps", settled=False)
    with_activity = {tie.target for tie in dataset.ties if tie.kind == "with_partner"}
    silent = [each for each in dataset.of_kind(EntityKind.PARTNER) if each.id not in with_activity]
    assert {"irkutsk", "jiangsu", "jeollabuk-do"} <= {each.id for each in silent}
    for partner in silent:
        chip = page.locator(f'.gap-about a[href="/{language}/?select={partner.id}"]').first
        expect(chip).to_have_text(in_language(partner.names, language))
    whole = read_dataset(ROOT / "content" / "tables").dataset
    assert whole
    expect(page.locator(".passage")).to_have_count(len(whole.gaps))
    expect(page.locator(".passage:visible")).to_have_count(len(whole.gaps))
    page.locator(".contents a").last.click()
    expect(page.locator(f"#{whole.gaps[-1].id}")).to_be_in_viewport()
    for gap in page.locator(".passage").all():
        expect(gap.locator(".sources .locator").first).not_to_be_empty()
