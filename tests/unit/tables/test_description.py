"""The description of the tables agrees with the model and says everything in both languages."""

from __future__ import annotations

from enum import StrEnum

import pytest

from dashboard.figures.lines import LINES
from dashboard.figures.palette import HUES
from dashboard.model import (
    STRUCTURE,
    Between,
    EntityKind,
    Evidence,
    NameOrigin,
    NameUse,
    ShownAs,
    Standing,
)
from dashboard.tables import load_description
from tests.unit.conftest import SMALL

DESCRIPTION = load_description()


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("homes", "name_origin", NameOrigin),
        ("organisations", "standing", Standing),
        ("activities", "evidence", Evidence),
        ("places", "shown_as", ShownAs),
        ("names", "use", NameUse),
        ("kinds", "between", Between),
    ],
)
def test_a_column_of_choices_offers_exactly_the_words_of_the_model(
    table: str, column: str, words: type[StrEnum]
) -> None:
    assert DESCRIPTION.table[table].column[column].values == tuple(words)


def test_every_kind_of_link_may_be_entered_in_its_table() -> None:
    assert DESCRIPTION.table["links"].column["kind"].values == STRUCTURE


def test_every_kind_of_link_has_ends_and_so_has_every_word_for_what_a_kind_of_exchange_joins() -> None:
    assert set(DESCRIPTION.ends) == {*STRUCTURE, *Between}


def test_hues_and_lines_that_may_be_chosen_are_those_that_can_be_drawn_in_their_order() -> None:
    assert DESCRIPTION.table["homes"].column["hue"].values == HUES
    assert DESCRIPTION.table["kinds"].column["line"].values == tuple(LINES)


def test_every_kind_of_entity_has_exactly_one_table() -> None:
    kinds = [table.kind for table in DESCRIPTION.tables if table.kind]
    assert sorted(kinds) == sorted(EntityKind)


def test_tables_and_columns_are_explained_in_japanese_and_english() -> None:
    for table in DESCRIPTION.tables:
        assert set(table.title) == set(table.purpose) == {"ja", "en"}, table.name
        for column in table.columns:
            assert set(column.heading) == set(column.hint) == {"ja", "en"}, (table.name, column.header)


def test_the_small_set_has_every_table_with_its_columns_in_order() -> None:
    for table in DESCRIPTION.tables:
        header = (SMALL / table.file_name).read_text(encoding="utf-8").splitlines()[0]
        assert tuple(header.split(",")) == table.headers(("ja", "en"))
