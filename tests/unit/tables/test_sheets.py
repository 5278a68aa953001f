"""Files are taken apart into rows whatever spreadsheet wrote them, and rows are numbered as it shows them."""

from __future__ import annotations

import pytest

from dashboard.tables import ProblemCode
from dashboard.tables.sheets import column_letters
from tests.unit.conftest import Tables


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_separated_by_something_else_is_read(tables: Tables, delimiter: str) -> None:
    text = tables.text("partners.csv").replace(",", delimiter)
    assert tables.replace("partners.csv", text).read().problems == ()


def test_a_list_in_a_table_separated_by_semicolons_stands_in_quotes(tables: Tables) -> None:
    rows = [
        "id;name_ja;name_en;name_origin;summary_ja;summary_en;home;themes;evidence;source;locator",
        "japanese-class;教室;Class;ours;教室;Class;ishikawa;language;text;leaflet;Classes ¶1",
        'concert;会;Concert;ours;会;Concert;ichinoseki;"music;language";text;leaflet;Concerts ¶1',
    ]
    dataset = tables.replace("activities.csv", "\r\n".join(rows)).read().dataset
    assert dataset is not None
    assert dataset.entity["concert"].themes == ("music", "language")


def test_the_line_that_tells_excel_the_separator_is_not_a_row(tables: Tables) -> None:
    text = "sep=;\r\n" + tables.text("themes.csv").replace(",", ";").replace("indigo", "blue")
    assert tables.replace("themes.csv", text).problems() == [("themes.csv", 2, "accent", ProblemCode.NOT_A_CHOICE)]


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_every_kind_of_line_end_is_read(tables: Tables, line_end: str) -> None:
    assert tables.replace("homes.csv", tables.text("homes.csv").replace("\n", line_end)).read().problems == ()


def test_a_row_keeps_the_number_that_the_spreadsheet_shows_below_a_cell_of_several_lines(tables: Tables) -> None:
    text = (
        tables.text("homes.csv")
        .replace("A prefecture.", '"A\nprefecture\nhere."')
        .replace("市です。,A city.", "市です。,")
    )
    assert tables.replace("homes.csv", text).problems() == [
        ("homes.csv", 3, "summary_en", ProblemCode.MISSING_TRANSLATION)
    ]


def test_a_blank_row_counts_when_rows_are_numbered(tables: Tables) -> None:
    text = tables.text("themes.csv").replace("\nmusic", "\n\nmusic").replace("purple", "pink")
    assert tables.replace("themes.csv", text).problems() == [("themes.csv", 4, "accent", ProblemCode.NOT_A_CHOICE)]


def test_an_open_quotation_mark_is_told_with_its_row_and_hides_no_other_problem(tables: Tables) -> None:
    tables.append("venues.csv", '"open,開く,Open')
    tables.put("themes.csv", 2, "accent", "pink")
    assert tables.problems() == [
        ("themes.csv", 2, "accent", ProblemCode.NOT_A_CHOICE),
        ("venues.csv", 3, None, ProblemCode.BROKEN_QUOTES),
    ]


def test_text_after_a_closing_quotation_mark_is_told(tables: Tables) -> None:
    text = tables.text("themes.csv").replace("ことば", '"こと"ば')
    assert tables.replace("themes.csv", text).problems() == [("themes.csv", 2, None, ProblemCode.BROKEN_QUOTES)]


def test_a_row_with_too_many_cells_is_told_with_the_first_that_is_too_many(tables: Tables) -> None:
    tables.replace("themes.csv", tables.text("themes.csv").replace("purple", "purple,,surplus"))
    problem = tables.only_problem()
    assert (problem.row, problem.code, problem.value) == (3, ProblemCode.TOO_MANY_CELLS, "surplus")


def test_an_empty_file_is_told(tables: Tables) -> None:
    assert tables.replace("themes.csv", "").problems() == [("themes.csv", None, None, ProblemCode.EMPTY_FILE)]


def test_a_missing_column_is_told_once_and_not_in_every_row(tables: Tables) -> None:
    tables.drop_column("homes.csv", "summary_en").drop_column("partners.csv", "locator")
    assert tables.problems() == [
        ("homes.csv", None, "summary_en", ProblemCode.MISSING_COLUMN),
        ("partners.csv", None, "locator", ProblemCode.MISSING_COLUMN),
    ]


def test_an_unknown_column_is_told_with_the_one_that_was_probably_meant(tables: Tables) -> None:
    tables.replace("rivers.csv", tables.text("rivers.csv").replace("home,", "hoem,"))
    problem = tables.only_problem()
    assert (problem.row, problem.column, problem.code) == (1, "hoem", ProblemCode.UNKNOWN_COLUMN)
    assert dict(problem.details)["suggestion"] == "home"


def test_a_column_for_a_language_that_does_not_exist_is_unknown(tables: Tables) -> None:
    tables.replace("themes.csv", "id,name_ja,name_en,name_jp,accent\n")
    assert ("themes.csv", 1, "name_jp", ProblemCode.UNKNOWN_COLUMN) in tables.problems()


def test_a_column_without_a_name_is_told_by_its_letter_when_something_stands_in_it(tables: Tables) -> None:
    tables.replace("themes.csv", "id,name_ja,,name_en,accent\nlanguage,語,hello,L,indigo\nmusic,音,,M,purple\n")
    assert tables.problems() == [("themes.csv", 1, "C", ProblemCode.UNKNOWN_COLUMN)]


def test_a_column_that_stands_there_twice_is_told(tables: Tables) -> None:
    tables.replace("themes.csv", "id,name_ja,name_ja,name_en,accent\nlanguage,語,語,L,indigo\nmusic,音,音,M,purple\n")
    assert tables.problems() == [("themes.csv", 1, "name_ja", ProblemCode.DUPLICATE_COLUMN)]


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_in_a_spreadsheet(place: int, letters: str) -> None:
    assert column_letters(place) == letters
