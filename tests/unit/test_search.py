"""What visitors type finds what they look for: names, places nearby, other spellings, kinds of tie, what is said."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.i18n import load_catalogue
from dashboard.model import Dataset
from dashboard.network.facets import compute_facets
from dashboard.search import search_words
from tests.node import READ_INPUT, run_module

SCRIPT = f"""
import {{ createSearch, excerpt }} from "./assets/js/core/search.js";
{READ_INPUT}
const {{ index, words, texts, later }} = input;
const search = createSearch(index, words);
console.log(JSON.stringify(texts.map((text) => {{
  const found = search.find(text, later);
  return found && [...found].map(([id, match]) => [id, excerpt(match, words.sorts)]);
}})));
"""
SUGGEST = f"""
import {{ createSearch }} from "./assets/js/core/search.js";
{READ_INPUT}
const {{ index, words, texts }} = input;
const search = createSearch(index, words);
const sure = (text) => search.suggest(text).map((each) => [each, search.find(each).size]);
console.log(JSON.stringify(texts.map(sure)));
"""

Rows = list[tuple[str, dict[str, str]]]


_CORPORA: dict[tuple[int, str], dict[str, Any]] = {}


def corpus(dataset: Dataset, language: str) -> dict[str, Any]:
    """What the browser is told of a data set, worked out once."""
    key = id(dataset), language
    if key not in _CORPORA:
        _CORPORA[key] = _corpus(dataset, language)
    return _CORPORA[key]


def _corpus(dataset: Dataset, language: str) -> dict[str, Any]:
    facets = {key: each.model_dump(mode="json") for key, each in compute_facets(dataset).items()}
    ties = {tie.id: {"ends": [tie.source, tie.target], "exchange": int(tie.is_exchange)} for tie in dataset.ties}
    return {
        "index": {
            "entities": {entity.id: facets[entity.id] for entity in dataset.entities},
            "ties": {key: {**tie, **facets[key]} for key, tie in ties.items()},
        },
        "words": search_words(dataset, load_catalogue(), language),
    }


def rows(dataset: Dataset, *texts: str, language: str = "en", later: bool = True) -> list[Rows | None]:
    """Of each text the ids that it finds in the browser, best first, each with what was met; None for everything."""
    found: list[Rows | None] = run_module(SCRIPT, {**corpus(dataset, language), "texts": texts, "later": later})
    return found


def found(dataset: Dataset, text: str) -> set[str]:
    """Ids of the entities and exchange ties that a text finds in the browser."""
    (only,) = rows(dataset, text)
    assert only is not None
    return {key for key, _ in only}


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


@pytest.mark.parametrize(
    ("text", "partner"), [("姉妹都市", "central-highlands"), ("Sister city", "central-highlands"), ("支援", "nepal")]
)
def test_the_name_of_a_kind_of_tie_leads_to_the_partner_before_anything_that_bears_it(
    content: Dataset, text: str, partner: str
) -> None:
    (met,) = rows(content, text)
    assert met is not None
    assert met[0][0] == partner


@pytest.mark.parametrize("text", ["food", "食"])
def test_a_theme_finds_its_activities_and_who_runs_them(content: Dataset, text: str) -> None:
    assert {"food-festivals", "shared-meal", "kawasaki-club", "higashiyama-association"} <= found(content, text)


def test_nothing_sought_finds_everything_and_nonsense_nothing(content: Dataset) -> None:
    assert rows(content, " ・ ", "zzzz") == [None, []]


@pytest.mark.parametrize(
    ("text", "key", "met"),
    [
        ("中学生", "home-stay-program", "中学生"),
        ("junior high", "home-stay-program", "junior high"),
        ("電話", "ichinoseki-association", "電話"),
        ("phone", "ichinoseki-association", "phone"),
        ("0191344711", "ichinoseki-association", "0191-34-4711"),
        ("2 February 2020", "ichinoseki-association", ""),
        ("2020-02-02", "ichinoseki-association", "2020-02-02"),
        ("2020年2月", "ichinoseki-association", "2020年2月"),
        ("1995", "jiangsu", "1995"),
        ("お茶", "tea-ceremony", "茶"),
        ("USA", "princeton", "USA"),
        ("アメリカ", "princeton", "アメリカ"),
        ("ウィーン", "vienna-philharmonic", "ウィーン"),
        ("ウイーン", "vienna-philharmonic", "ウィーン"),
        ("ネパールの支援", "nepal-support", ""),
    ],
)
def test_a_search_meets_what_is_said_of_a_thing_and_shows_it(content: Dataset, text: str, key: str, met: str) -> None:
    (only,) = rows(content, text)
    said = dict(only or [])
    assert key in said
    assert not met or said[key]["match"] == met


def test_words_may_stand_in_any_order_and_each_must_be_met(content: Dataset) -> None:
    one, other, none = rows(content, "japanese class", "class japanese", "japanese zzzz")
    assert {key for key, _ in one or []} == {key for key, _ in other or []}
    assert {"murone-japanese-class", "kawasaki-japanese-classes"} <= {key for key, _ in one or []}
    assert none == []


def test_words_that_only_a_tie_joins_find_both_of_its_ends(content: Dataset) -> None:
    assert {"higashiyama-nepal", "higashiyama-association", "nepal"} <= found(content, "Nepal Higashiyama")
    assert "ishikawa" not in found(content, "Irkutsk")


@pytest.mark.parametrize(
    ("text", "first"),
    [("eygpt", "luxor"), ("ishikwa", "ishikawa"), ("jeolabukdo", "jeollabuk-do"), ("るくそうる", "luxor")],
)
def test_one_wrong_letter_in_five_and_two_in_eight_are_forgiven(content: Dataset, text: str, first: str) -> None:
    (only,) = rows(content, text)
    assert only
    assert only[0][0] == first


def test_two_wrong_letters_in_eight_are_forgiven_but_not_in_five_and_none_in_four(content: Dataset) -> None:
    two, small, tiny = rows(content, "asutrlia", "nxpax", "nxpl")
    assert {"australia", "central-highlands"} <= {key for key, _ in two or []}
    assert (small, tiny) == ([], [])


def test_names_come_before_descriptions_and_whole_words_before_parts(content: Dataset) -> None:
    for text, first in {
        "nepal": "nepal",
        "石川": "ishikawa",
        "一関": "ichinoseki",
        "ウィーン": "vienna-philharmonic",
    }.items():
        (only,) = rows(content, text, language="ja")
        assert only
        assert only[0][0] == first, text
        labels = [bool(match["label"]) for _, match in only if match["label"] != "別の名前"]
        assert labels == sorted(labels, reverse=True), text  # texts that say themselves what they are come last


def test_letters_within_words_are_no_match_unless_they_are_many(content: Dataset) -> None:
    assert "kawasaki-club" not in found(content, "USA")
    assert "technical-trainees" not in found(content, "ウイーン")
    assert "tea-ceremony" not in found(content, "music")


def test_what_only_later_sources_say_is_not_met_when_it_is_switched_off(content: Dataset) -> None:
    said = [name for name in content.entity["jeollabuk-do"].other_names if name.later and name.language == "ko"]
    assert said
    (with_later,) = rows(content, said[0].text)
    (without,) = rows(content, said[0].text, later=False)
    assert with_later
    assert without == []


def test_every_suggestion_finds_something(content: Dataset) -> None:
    texts = ["zzzz", "nepal concerto", "ネパール料理", "nipponese", "ルクセンブルク"]
    for text, offered in zip(texts, run_module(SUGGEST, {**corpus(content, "en"), "texts": texts}), strict=True):
        assert offered, text
        assert all(size for _, size in offered), (text, offered)
    assert run_module(SUGGEST, {**corpus(content, "en"), "texts": ["nepal zzzz"]})[0][0][0] == "nepal"


def test_where_nothing_is_alike_the_themes_are_offered(content: Dataset) -> None:
    """They say what there is at all, which the first partners of a list do not."""
    (offered,) = run_module(SUGGEST, {**corpus(content, "en"), "texts": ["tennis"]})
    themes = {text for theme in content.themes for text in theme.names.values()}
    assert {words for words, _ in offered} <= themes, offered


@pytest.mark.parametrize("text", ["volunteer", "join", "contact", "ボランティア", "問い合わせ", "参加"])
def test_whoever_wants_to_take_part_finds_whom_to_ask(content: Dataset, text: str) -> None:
    assert "ichinoseki-association" in found(content, text)


def test_words_that_only_help_the_search_are_no_names(content: Dataset) -> None:
    for entity in content.entities:
        shown = {*entity.names.values(), *(name.text for name in entity.other_names)}
        assert shown.isdisjoint(entity.search_words), entity.id
