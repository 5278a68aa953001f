"""What visitors type finds what they look for: names, places nearby, other spellings, kinds of tie, themes."""

from __future__ import annotations

import pytest

from dashboard.i18n import load_catalogue
from dashboard.model import Dataset
from dashboard.network.facets import compute_facets
from dashboard.search import search_keys, search_words
from tests.node import READ_INPUT, run_module

CATALOGUE = load_catalogue()
SCRIPT = f"""
import {{ finds }} from "./assets/js/core/search.js";
{READ_INPUT}
const {{ index, text }} = input;
console.log(JSON.stringify([...Object.keys(index.entities), ...Object.keys(index.ties)].filter(finds(index, text))));
"""


def found(dataset: Dataset, text: str) -> set[str]:
    """Ids of the entities and exchange ties that a text finds in the browser."""
    facets = {key: each.model_dump(mode="json") for key, each in compute_facets(dataset).items()}
    entities = {entity.id: {"keys": search_keys(entity, dataset), **facets[entity.id]} for entity in dataset.entities}
    ties = {tie.id: {"ends": [tie.source, tie.target], **facets[tie.id]} for tie in dataset.exchange_ties}
    index = {"words": search_words(dataset), "entities": entities, "ties": ties}
    return set(run_module(SCRIPT, {"index": index, "text": text}))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("チョルラ", "jeollabuk-do"),
        ("チョンラ", "jeollabuk-do"),
        ("Jeonbuk State", "jeollabuk-do"),
        ("Chonbuk", "jeollabuk-do"),
        ("韓国", "jeollabuk-do"),
        ("全州", "jeollabuk-do"),
        ("ジャンスー", "jiangsu"),
        ("江蘇", "jiangsu"),
        ("Nanjing", "jiangsu"),
        ("Egypt", "luxor"),
        ("エジプト", "luxor"),
        ("豪州", "central-highlands"),
        ("Queensland", "central-highlands"),
        ("エメラルド", "central-highlands"),
        ("Vienna", "austria"),
        ("ホーチミン", "vnu-hcm"),
        ("サイゴン", "vnu-hcm"),
        ("岩手", "ichinoseki"),
        ("ikebana", "flower-arrangement"),
    ],
)
def test_what_people_call_a_thing_or_its_place_finds_it(content: Dataset, text: str, key: str) -> None:
    assert key in found(content, text)


@pytest.mark.parametrize("text", ["sister city", "Sister cities", "twin town", "姉妹都市", "しまいとし"])
def test_a_kind_of_tie_finds_the_ties_of_that_kind_and_what_they_join(content: Dataset, text: str) -> None:
    keys = found(content, text)
    assert {"ichinoseki-central-highlands", "central-highlands", "ichinoseki", "municipal-sister-cities"} <= keys
    assert keys.isdisjoint({"fujisawa-central-highlands", "ishikawa-jiangsu", "jiangsu", "nepal", "kitakami"})


@pytest.mark.parametrize(("text", "partners"), [("友好交流", 3), ("friendly", 3), ("support", 1), ("支援", 1)])
def test_a_kind_of_tie_finds_all_its_partners(content: Dataset, text: str, partners: int) -> None:
    kinds = [content.entity[key].kind for key in found(content, text) if key in content.entity]
    assert kinds.count("partner") == partners


@pytest.mark.parametrize("text", ["food", "食"])
def test_a_theme_finds_its_activities_and_who_runs_them(content: Dataset, text: str) -> None:
    assert {"food-festivals", "shared-meal", "kawasaki-club", "higashiyama-association"} <= found(content, text)


def test_nothing_sought_finds_everything_and_nonsense_nothing(content: Dataset) -> None:
    assert found(content, " ・ ") == {*content.entity, *(tie.id for tie in content.exchange_ties)}
    assert found(content, "zzzz") == set()


def test_words_that_only_help_the_search_are_in_no_card_name_or_export_of_names(content: Dataset) -> None:
    for entity in content.entities:
        shown = {*entity.names.values(), *(name.text for name in entity.other_names)}
        assert shown.isdisjoint(entity.search_words), entity.id
