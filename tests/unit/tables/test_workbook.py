"""All tables in one workbook: nothing is lost on the way, and what a spreadsheet did to it is understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.commands import run
from dashboard.editions.content import Content
from dashboard.i18n import load_catalogue
from dashboard.model import Dataset
from dashboard.tables import ProblemCode, describe, load_description, read_dataset, read_sheets, shipped_kinds
from dashboard.tables.workbook import mark_workbook, open_workbook, write_workbook
from dashboard.tables.workbook.wording import find_header, heading
from tests.unit.conftest import CONTENT, SMALL, Tables

pytestmark = pytest.mark.files

LANGUAGES = ("ja", "en")
KEEPERS = [load_catalogue().texts(code) for code in LANGUAGES]
EN = KEEPERS[1]


def make(path: Path, source: Path = SMALL, keeper: str = "en") -> Path:
    sheets = read_sheets(source)
    assert sheets is not None
    path.write_bytes(write_workbook(sheets, load_catalogue().texts(keeper)))
    return path


def change(path: Path, alter: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(path)
    alter(book)
    book.save(path)
    return path


def cell_under(sheet: Worksheet, beginning: str, row: int) -> str:
    """The place of a cell by how the heading of its column begins."""
    place = next(cell.column_letter for cell in sheet[1] if str(cell.value).startswith(beginning))
    return f"{place}{row}"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make(tmp_path_factory.mktemp("whole") / "network.xlsx").read_bytes()


@pytest.mark.parametrize("keeper", LANGUAGES)
@pytest.mark.parametrize("source", [SMALL, CONTENT], ids=["small", "content"])
def test_a_workbook_gives_the_records_that_were_written_into_it(tmp_path: Path, source: Path, keeper: str) -> None:
    path = make(tmp_path / "network.xlsx", source, keeper)
    reading = read_dataset(path)
    assert reading.problems == ()
    assert reading.dataset == read_dataset(source).dataset


# What a table can hold: trimmed, with line breaks of one kind, without characters that no table may have.
CELLS = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs")), min_size=1).map(
    str.strip
)


@given(st.lists(CELLS.filter(bool), min_size=3, max_size=3))
@settings(max_examples=12, deadline=None)
def test_whatever_stands_in_a_cell_stands_there_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """A formula, a date, a number, an escape of the file's own: all of them are texts."""
    sheets = dict(read_sheets(SMALL) or {})
    gaps = sheets["gaps"]
    row = gaps.rows[0].model_copy(
        update={"cells": {**gaps.rows[0].cells, **dict(zip(("title_ja", "text_ja", "locator"), texts, strict=True))}}
    )
    sheets["gaps"] = gaps.model_copy(update={"rows": (row, *gaps.rows[1:])})
    path = tmp_path_factory.mktemp("any") / "network.xlsx"
    path.write_bytes(write_workbook(sheets, EN))
    opened = open_workbook(path, LANGUAGES)
    assert opened is not None
    assert opened.sheets["gaps"].rows[0].cells == row.cells


def test_what_a_spreadsheet_would_compute_stays_as_it_was_typed(tmp_path: Path, tables: Tables) -> None:
    typed = ["=SUM(A1:A2)", "_x0041_", "2013-11", "007", "1e5", "TRUE", "+81 191", "@home", "'x"]
    for _ in typed[1:]:
        tables.append("gaps.csv", tables.text("gaps.csv").splitlines()[1])
    for row, text in enumerate(typed, 2):
        tables.put("gaps.csv", row, "text_ja", text)
    opened = open_workbook(make(tmp_path / "network.xlsx", tables.folder), LANGUAGES)
    assert opened is not None
    assert [row.cells["text_ja"] for row in opened.sheets["gaps"].rows] == typed


def test_every_heading_of_either_language_leads_back_to_its_column() -> None:
    for table in load_description().tables:
        for keeper in LANGUAGES:
            headers = table.headers(("ja", "en", "ko", "zh-Hant"))
            assert [find_header(heading(header, table, keeper), table) for header in headers] == list(headers)


def test_dates_that_a_spreadsheet_made_of_texts_are_understood(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book["Dates"]
        for row, (value, form) in enumerate(
            [(dt.datetime(2013, 11, 1), "mmm-yy"), (dt.datetime(2020, 2, 2), "yyyy/m/d"), (1987, "0")], 2
        ):
            cell = sheet[cell_under(sheet, "When", row)]
            cell.value, cell.number_format = value, form

    opened = open_workbook(change(make(tmp_path / "network.xlsx", CONTENT), spoil), LANGUAGES)
    assert opened is not None
    assert [row.cells["when"] for row in opened.sheets["dates"].rows[:3]] == ["2013-11", "2020-02-02", "1987"]


def test_things_kinds_and_countries_are_named_and_offered_by_their_names(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(make(tmp_path / "network.xlsx", CONTENT, "ja"))
    ties = book["つながり"]
    assert [ties[cell_under(ties, start, 2)].value for start in ("つながりの種類", "起点", "終点")] == [
        "友好交流",
        "石川県",
        "イルクーツク州",
    ]
    partners = book["交流先"]
    assert partners[cell_under(partners, "国コード", 2)].value == "ロシア"
    offered = {str(rule.sqref).split("2:")[0] for rule in partners.data_validations.dataValidation}
    assert cell_under(partners, "国コード", 2).removesuffix("2") in offered


def test_a_name_that_two_things_share_is_not_used_for_either(tmp_path: Path, tables: Tables) -> None:
    shared = "One and the same"
    for row in (2, 3):
        tables.put("homes.csv" if row == 2 else "partners.csv", 2, "name_en", shared)
    path = make(tmp_path / "network.xlsx", tables.folder)
    assert shared not in {cell.value for row in openpyxl.load_workbook(path)["Ties"].iter_rows() for cell in row}
    assert read_dataset(path).dataset == tables.read().dataset


def test_a_blank_id_is_given(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Themes"]
        for row in (sheet.max_row + 1, sheet.max_row + 2):
            sheet[cell_under(sheet, "Name of the theme (Japanese)", row)] = f"農業{row}"
            sheet[cell_under(sheet, "Name of the theme (English)", row)] = "Farming"

    path = change(make(tmp_path / "network.xlsx"), add)
    dataset = read_dataset(path).dataset
    assert dataset is not None
    assert [theme.id for theme in dataset.themes][-2:] == ["farming", "farming-2"]


def test_a_blank_id_of_a_kind_is_a_word_however_often_it_is_given(tmp_path: Path) -> None:
    def double(book: openpyxl.Workbook) -> None:
        sheet = book["Kinds of tie"]
        for row in (sheet.max_row + 1, sheet.max_row + 2):
            for cell in sheet[2]:
                sheet.cell(row, cell.column).value = cell.value
            sheet[cell_under(sheet, "Id", row)] = None
            sheet[cell_under(sheet, "Name of the kind (English)", row)] = f"Joint work{' ' * (row % 2)}"
            sheet[cell_under(sheet, "Name of the kind (Japanese)", row)] = f"共同{row}"

    dataset = read_dataset(change(make(tmp_path / "network.xlsx"), double)).dataset
    assert dataset is not None
    assert [kind.id for kind in dataset.kinds][-2:] == ["joint_work", "joint_work_2"]


def test_a_problem_names_sheet_and_cell_is_marked_there_and_the_mark_goes_with_it(tmp_path: Path) -> None:
    place = ""

    def spoil(book: openpyxl.Workbook) -> None:
        nonlocal place
        place = cell_under(book["Places"], "Latitude", 2)
        book["Places"][place] = "north"

    path = make(tmp_path / "network.xlsx")
    good = path.read_bytes()
    reading = read_dataset(change(path, spoil))
    (problem,) = [each for each in reading.problems if each.code == ProblemCode.NOT_A_NUMBER]
    assert (problem.sheet, problem.cell) == ("Places", place)
    assert f"Places, cell {place}" in describe(problem, EN).where

    assert run(["validate", str(path), "--mark", "--lang", "en"], {}) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["network.xlsx"]
    book = openpyxl.load_workbook(path)
    assert describe(problem, EN).what in str(book["Places"][place].comment)
    assert book["Problems"]["A2"].hyperlink.location == f"'Places'!{place}"
    assert read_dataset(path).problems == reading.problems

    path.write_bytes(mark_workbook(path, (), EN))
    book = openpyxl.load_workbook(path)
    assert book["Places"][place].comment is None
    assert book["Problems"].max_row == 1
    assert book["Places"]["A1"].comment is not None  # the help over a column is no mark
    path.write_bytes(good)
    assert read_dataset(path).problems == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no more", b"id,name\r\n"])
def test_what_is_no_workbook_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "network.xlsx"
    path.write_bytes(content)
    (problem,) = read_dataset(path).problems
    assert (problem.code, problem.file) == (ProblemCode.UNREADABLE_FILE, "network.xlsx")


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_a_damaged_workbook_is_read_or_is_a_problem(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(min_size=1, max_size=40))
    path = tmp_path_factory.mktemp("damaged") / "network.xlsx"
    path.write_bytes(whole[:at] + damage + (whole[at + len(damage) :] if data.draw(st.booleans()) else b""))
    reading = read_dataset(path)
    assert (reading.dataset is None) == bool(reading.problems)


def test_a_lone_cell_far_away_costs_nothing_and_is_said(tmp_path: Path) -> None:
    def stray(book: openpyxl.Workbook) -> None:
        book["Places"]["XFD1048000"] = "lost"

    problems = read_dataset(change(make(tmp_path / "network.xlsx"), stray)).problems
    assert {problem.row for problem in problems} == {1048000}
    assert ("lost", ProblemCode.TOO_MANY_CELLS) in {(problem.value, problem.code) for problem in problems}


def test_a_sheet_that_is_missing_is_said_and_one_that_is_no_table_is_left_alone(tmp_path: Path) -> None:
    def alter(book: openpyxl.Workbook) -> None:
        del book["Partners"]
        del book["Kinds of tie"]  # then those that come with the program apply
        book.create_sheet("My notes")["A1"] = "to do"

    path = change(make(tmp_path / "network.xlsx", CONTENT), alter)
    missing = {problem.file for problem in read_dataset(path).problems if problem.code == ProblemCode.MISSING_FILE}
    assert missing == {"partners.csv"}


def test_the_last_good_workbook_is_kept(tmp_path: Path) -> None:
    path = make(tmp_path / "network.xlsx")
    content = Content(path, tmp_path / "stories", tmp_path / "state" / "last-good-tables")
    before = content.stamp()
    content.keep_good()
    assert read_dataset(content.kept_tables).dataset == read_dataset(path).dataset
    path.write_bytes(b"half of it")
    assert content.stamp() != before
    assert isinstance(read_dataset(content.kept_tables).dataset, Dataset)


@pytest.mark.parametrize("name", ["tables", "network.xlsx"])
def test_tables_of_ones_own_begin_empty_in_order_and_never_over_what_is_there(tmp_path: Path, name: str) -> None:
    where = tmp_path / name
    assert run(["new", str(where), "--lang", "ja"], {}) == 0
    dataset = read_dataset(where).dataset
    assert dataset is not None
    assert (dataset.entities, dataset.ties) == ((), ())
    assert dataset.kinds == shipped_kinds()
    assert run(["new", str(where)], {}) == 2
