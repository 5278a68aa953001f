from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.initials import KANA_ROWS, OTHER, find_initial, order_initials
from dashboard.model import Dataset


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("いしかわけん", "あ"),
        ("ガーナ", "か"),
        ("パリ", "は"),
        ("ヴェトナム", "あ"),
        ("「なのはな」", "な"),
        ("ん", "わ"),
        ("石川", OTHER),
        ("", OTHER),
    ],
)
def test_a_japanese_name_is_found_in_the_row_of_its_first_kana(text: str, initial: str) -> None:
    assert find_initial(text, "ja") == initial


@pytest.mark.parametrize(
    ("text", "language", "initial"),
    [
        ("Österreich", "de", "O"),
        ("nepal", "en", "N"),
        ("30th anniversary", "en", OTHER),
        ("Иркутск", "ru", "И"),
        ("…", "en", OTHER),
    ],
)
def test_other_names_are_found_under_their_plain_first_letter(text: str, language: str, initial: str) -> None:
    assert find_initial(text, language) == initial


def test_rows_of_kana_stand_in_their_own_order_and_the_rest_at_the_end() -> None:
    assert order_initials({"わ", OTHER, "か", "あ", "は"}, "ja") == ("あ", "か", "は", "わ", OTHER)
    assert order_initials({"Z", OTHER, "A"}, "en") == ("A", "Z", OTHER)


@given(st.text())
def test_any_text_has_an_initial(text: str) -> None:
    assert find_initial(text, "ja") in {OTHER, *(row[0] for row in KANA_ROWS)}
    assert find_initial(text, "en")


def test_every_name_of_the_content_is_found_under_a_kana(content: Dataset) -> None:
    lost = [
        entity.id for entity in content.entities if find_initial(entity.reading or entity.names["ja"], "ja") == OTHER
    ]
    assert lost == []
