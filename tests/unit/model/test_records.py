"""Records are frozen, and the data set finds them by id."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from dashboard.model import Dataset, EntityKind, in_language


def test_records_cannot_be_changed(small: Dataset) -> None:
    with pytest.raises(ValidationError):
        small.entities[0].id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        small.entities[0].names["ja"] = "別"  # type: ignore[index]


def test_every_tie_is_either_structure_or_of_a_kind_that_the_data_set_describes(small: Dataset) -> None:
    assert {tie.kind for tie in small.ties if tie.is_exchange} <= set(small.kind)
    assert [kind.id for kind in small.kinds_in_use] == ["friendly_exchange", "support", "sister_river"]


def test_a_home_belongs_to_itself_and_an_organisation_to_its_home(small: Dataset) -> None:
    assert small.home_of("ishikawa") == "ishikawa"
    assert small.home_of("association") == "ichinoseki"
    assert {small.home_of(country.id) for country in small.of_kind(EntityKind.COUNTRY)} == {None}


def test_entities_and_exchange_ties_have_cards_and_links_do_not(small: Dataset) -> None:
    assert small.is_selectable("nepal")
    assert small.is_selectable("ishikawa-jiangsu")
    assert not small.is_selectable("concert--held_at--plaza")
    assert not small.is_selectable("nothing")


def test_entities_of_a_kind_keep_their_order(small: Dataset) -> None:
    assert [entity.id for entity in small.of_kind(EntityKind.PARTNER)] == ["jiangsu", "nepal"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ({"ja": "日", "en": "E"}, "ja", "日"),
        ({"ja": "日", "en": "E"}, "ko", "E"),
        ({"ja": "日"}, "ko", "日"),
        ({}, "ja", ""),
    ],
)
def test_a_text_falls_back_to_english_and_then_to_what_there_is(
    text: dict[str, str], language: str, found: str
) -> None:
    assert in_language(text, language) == found
