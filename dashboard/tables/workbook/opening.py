"""A workbook -> sheets as those of a folder, with the places where their cells stand in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dashboard.tables.description import ColumnType, Table, load_description
from dashboard.tables.encodings import decode
from dashboard.tables.problems import Problem, ProblemCode
from dashboard.tables.sheets import Sheet, column_letters, read_records, read_sheet
from dashboard.tables.values import suggest_slug
from dashboard.tables.workbook.loading import UnreadableError, loading
from dashboard.tables.workbook.names import read_names
from dashboard.tables.workbook.wording import find_column, find_header, tables_by_title

Records = list[tuple[int, list[str]]]


class Opened(NamedTuple):
    """The sheets of a workbook by the names of their tables, and what they are called in it."""

    sheets: Mapping[str, Sheet]
    titles: Mapping[str, str]

    def place(self, problem: Problem) -> Problem:
        """The same problem with the sheet and the cell at which a keeper finds it."""
        name = problem.file.removesuffix(".csv")
        sheet = self.sheets.get(name)
        if sheet is None or name not in self.titles:
            return problem
        cell = ""
        if problem.row and problem.column in sheet.headers:
            cell = f"{column_letters(sheet.headers.index(problem.column))}{problem.row}"
        return problem.model_copy(update={"sheet": self.titles[name], "cell": cell})


def open_workbook(path: Path, languages: tuple[str, ...]) -> Opened | None:
    """Read every sheet that is a table; None for a file that is no workbook or cannot be read.

    Args:
        path: the file. Sheets and columns bear their technical names or those in a keeper's language; cells name things
            by their names or ids, countries by their names or codes. A blank id is made from the name.
        languages: codes of the languages in which localised columns must be there.

    Returns:
        Sheets as those of a folder of tables. A sheet that is no table is left alone.
    """
    described = load_description().table
    try:
        with loading(path, read_only=True, data_only=True) as book:
            titles = find_sheets(book.sheetnames)
            records = {name: _read_cells(book[title], described[name]) for name, title in titles.items()}
    except UnreadableError:
        return None
    for name, rows in records.items():
        _give_ids(rows, described[name])
    _put_ids(records)
    sheets = {table.name: _read(records.get(table.name), table, languages) for table in described.values()}
    return Opened(sheets, titles)


def _read(records: Records | None, table: Table, languages: tuple[str, ...]) -> Sheet:
    if records is not None:
        return read_records(records, table, languages)
    if not table.required and table.shipped.exists():
        return read_sheet(decode(table.shipped.read_bytes()), table, languages)
    problems = (Problem(file=table.file_name, code=ProblemCode.MISSING_FILE),) if table.required else ()
    return Sheet(table=table, problems=problems, complete=not problems)


def _put_ids(records: Mapping[str, Records]) -> None:
    """Put ids in the place of names."""
    tables = [(load_description().table[name], rows[0][1], rows[1:]) for name, rows in records.items() if rows]
    names = read_names(
        (table, dict(zip(headers, cells, strict=False))) for table, headers, body in tables for _, cells in body
    )
    for table, headers, body in tables:
        columns = [find_column(header, table) for header in headers]
        for _, cells in body:
            for place, found in enumerate(columns[: len(cells)]):
                if found and cells[place]:
                    cells[place] = names.to_id(cells[place], found[0])


def read_pages(path: Path) -> list[tuple[str, Records]]:
    """Every sheet of any workbook: its title, and the numbers and cells of its rows, blank ones left out.

    Raises:
        UnreadableError: it is none.
    """
    with loading(path, read_only=True, data_only=True) as book:
        return [(page.title, list(_read_rows(page))) for page in book.worksheets]


def _read_cells(sheet: Any, table: Table) -> Records:  # noqa: ANN401 - openpyxl has no public type for one read by rows
    records = list(_read_rows(sheet))
    for _, cells in records[:1]:
        cells[:] = [find_header(cell, table) for cell in cells]
    return records


def _read_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - as above
    sheet.reset_dimensions()  # some programs state wrong ones
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_read_cell(cell).strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _read_cell(cell: Any) -> str:  # noqa: ANN401 - nor for its cells
    """What a cell shows, roughly; a date that a spreadsheet made of a text becomes one as the tables write it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%Y-%m-%d}" if "d" in cell.number_format.lower() else f"{value:%Y-%m}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n")


def _give_ids(rows: Records, table: Table) -> None:
    """Fill blank ids: from the English name, for a tie from its ends, else by the number of the row."""
    headers = rows[0][1] if rows else []
    column = next((column for column in table.columns if column.type in (ColumnType.SLUG, ColumnType.WORD)), None)
    if column is None or column.header not in headers:
        return
    place = headers.index(column.header)
    taken = {cells[place] for _, cells in rows[1:] if len(cells) > place}
    for number, cells in rows[1:]:
        if len(cells) > place and cells[place]:
            continue
        named = dict(zip(headers, cells, strict=False))
        joint = "_" if column.type == ColumnType.WORD else "-"
        made = (each.replace("-", joint) for each in _numbered(_make_id(named, table, number)))
        cells.extend([""] * (place + 1 - len(cells)))
        cells[place] = next(each for each in made if each not in taken)
        taken.add(cells[place])


def _make_id(cells: Mapping[str, str], table: Table, number: int) -> str:
    words: Sequence[str] = [cells.get(header, "") for header in ("name_en", "title_en", "what_en")]
    ends = " ".join(cells.get(header, "") for header in ("from", "to")).strip()
    return next((slug for word in (*words, ends) if (slug := suggest_slug(word))), f"{table.name}-{number}")


def _numbered(word: str) -> Iterator[str]:
    yield word
    number = 2
    while True:
        yield f"{word}-{number}"
        number += 1


def find_sheets(titles: Iterable[str]) -> Mapping[str, str]:
    """Titles of sheets by the names of the tables that they are."""
    return {tables_by_title()[title.strip()].name: title for title in titles if title.strip() in tables_by_title()}
