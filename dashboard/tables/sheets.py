"""Text of a file -> rows of cells under known headers, with the row numbers that a spreadsheet shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import zip_longest

from babel import Locale
from pydantic import BaseModel, ConfigDict

from dashboard.tables.description import Table
from dashboard.tables.problems import Problem, ProblemCode
from dashboard.tables.unseen import find_unseen, has_lost_characters, remove_unseen

_DELIMITERS = ",;\t"
_DELIMITER_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_HEADER_ROW = 1
_LOSING_ROWS = (ProblemCode.BROKEN_QUOTES, ProblemCode.MISSING_COLUMN)


class Row(BaseModel):
    """A row of a table: its number in the spreadsheet, and its cells by header, without blanks around them.

    Invisible characters are problems of the sheet and left out here, so that nothing follows from them.
    """

    model_config = ConfigDict(frozen=True)

    number: int
    cells: dict[str, str]


class Sheet(BaseModel):
    """A table as it was read. ``complete`` is False when rows may be missing from it, so nothing follows from gaps."""

    model_config = ConfigDict(frozen=True)

    table: Table
    headers: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    complete: bool = True


@cache
def known_languages() -> frozenset[str]:
    """ISO 639 codes of languages, as CLDR lists them."""
    return frozenset(code for code in map(str, Locale("en").languages) if "_" not in code)


def is_language(code: str) -> bool:
    """Whether ``code`` is a language tag whose language exists."""
    found = _LANGUAGE_TAG.fullmatch(code)
    return found is not None and found[1] in known_languages()


def read_sheet(text: str, table: Table, languages: tuple[str, ...]) -> Sheet:
    """Split a file into rows.

    Args:
        text: the whole file; separated by commas, semicolons or tabs.
        table: what the file should hold.
        languages: codes of the languages in which localised columns must be there.

    Returns:
        The sheet, with the problems of its header and of the form of its rows. Blank rows are left out. Never raises.
    """
    records, problems = _split(text.removeprefix("\ufeff"), table, languages)
    return read_records(records, table, languages, problems)


def read_records(
    records: list[tuple[int, list[str]]],
    table: Table,
    languages: tuple[str, ...],
    problems: list[Problem] | None = None,
) -> Sheet:
    """Give rows the names of their columns.

    Args:
        records: numbers of rows, from 1, and their cells without blank ones at the end; the first has the headers.
        table: what the sheet should hold.
        languages: codes of the languages in which localised columns must be there.
        problems: what was wrong with the form of the rows.

    Returns:
        The sheet, as ``read_sheet`` gives it. Never raises.
    """
    problems = list(problems or ())
    if not records:
        return Sheet(table=table, problems=(*problems, _problem(table, ProblemCode.EMPTY_FILE)), complete=False)
    header_row = records[0][0]
    if problems and (problems[0].row or 0) < header_row:
        return Sheet(table=table, problems=tuple(problems), complete=False)
    problems += _check_characters(records, table)
    records = [(row, _trim(map(remove_unseen, cells))) for row, cells in records]
    headers, body = records[0][1], [(row, cells) for row, cells in records[1:] if cells]
    problems += _check_headers(headers, body, table, languages)
    problems += (_too_many(table, row, headers, cells) for row, cells in body if len(cells) > len(headers))
    return Sheet(
        table=table,
        headers=tuple(headers),
        rows=tuple(Row(number=row, cells=_name_cells(headers, cells)) for row, cells in body),
        problems=tuple(problems),
        complete=not any(problem.code in _LOSING_ROWS for problem in problems),
    )


def localised_header(header: str, table: Table) -> tuple[str, str] | None:
    """Split ``name_ko`` into ``name`` and ``ko`` where the table has such a column, else None."""
    base, _, code = header.partition("_")
    while code:
        column = table.column.get(base)
        if column is not None and column.localised and is_language(code):
            return base, code.replace("_", "-")
        extra, _, code = code.partition("_")
        base = f"{base}_{extra}"
    return None


def _split(text: str, table: Table, languages: tuple[str, ...]) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    declared = _DELIMITER_LINE.match(text)
    body = text[declared.end() :] if declared else text
    delimiter = declared[1] if declared and declared[1] in _DELIMITERS else _find_delimiter(body, table, languages)
    records: list[tuple[int, list[str]]] = []
    problems: list[Problem] = []
    for number, cells in enumerate(_parse(body, delimiter), _HEADER_ROW):
        if cells is None:
            problems.append(_problem(table, ProblemCode.BROKEN_QUOTES, row=number))
        elif cells:
            records.append((number, cells))
    return records, problems


def _parse(text: str, delimiter: str) -> Iterator[list[str] | None]:
    """The cells of each row without blank ones at its end; None for a row that cannot be taken apart."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            yield _trim(next(reader))
        except StopIteration:
            return
        except csv.Error:
            yield None


def _trim(cells: Iterable[str]) -> list[str]:
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _find_delimiter(text: str, table: Table, languages: tuple[str, ...]) -> str:
    first_line = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    known = set(table.headers(languages))

    def count_known(delimiter: str) -> int:
        return len(known & {cell.strip(' \t"') for cell in first_line.split(delimiter)})

    return max(_DELIMITERS, key=count_known)


def _name_cells(headers: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for header, cell in zip_longest(headers, cells[: len(headers)], fillvalue=""):
        named.setdefault(header, cell)
    return named


def _check_headers(
    headers: Sequence[str], body: Sequence[tuple[int, list[str]]], table: Table, languages: tuple[str, ...]
) -> Iterator[Problem]:
    needed = [header for column in table.columns if column.required for header in column.headers(languages)]
    for header in needed:
        if header not in headers:
            yield _problem(table, ProblemCode.MISSING_COLUMN, column=header, choices=" ".join(table.headers(languages)))
    seen: set[str] = set()
    for place, header in enumerate(headers):
        if header and header in seen:
            yield _problem(table, ProblemCode.DUPLICATE_COLUMN, row=_HEADER_ROW, column=header, value=header)
        elif not _is_known(header, table) and (header or _has_cells(body, place)):
            yield _unknown_column(header, place, headers, table, languages)
        seen.add(header)


def _is_known(header: str, table: Table) -> bool:
    column = table.column.get(header)
    return (column is not None and not column.localised) or localised_header(header, table) is not None


def _check_characters(records: Sequence[tuple[int, list[str]]], table: Table) -> Iterator[Problem]:
    headers = [remove_unseen(header) for header in records[0][1]]
    for row, cells in records:
        for place, cell in enumerate(cells):
            column = (headers[place] if place < len(headers) else "") or column_letters(place)
            for position, character in find_unseen(cell):
                details = {"character": character, "position": str(position)}
                yield _problem(table, ProblemCode.INVISIBLE_CHARACTER, row=row, column=column, value=cell, **details)
            if has_lost_characters(cell):
                yield _problem(table, ProblemCode.LOST_CHARACTERS, row=row, column=column, value=cell)


def _has_cells(body: Sequence[tuple[int, list[str]]], place: int) -> bool:
    return any(len(cells) > place and cells[place] for _, cells in body)


def _unknown_column(
    header: str, place: int, headers: Sequence[str], table: Table, languages: tuple[str, ...]
) -> Problem:
    free = [known for known in table.headers(languages) if known not in headers]
    near = get_close_matches(header, free, n=1)
    return _problem(
        table,
        ProblemCode.UNKNOWN_COLUMN,
        row=_HEADER_ROW,
        column=header or column_letters(place),
        value=header,
        choices=" ".join(table.headers(languages)),
        suggestion=near[0] if near else "none",
    )


def column_letters(place: int) -> str:
    """The letters over a column in a spreadsheet, counted from 0: A, B, ... Z, AA."""
    letters = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _too_many(table: Table, number: int, headers: Sequence[str], cells: Sequence[str]) -> Problem:
    surplus = next(cell for cell in cells[len(headers) :] if cell)
    counts = {"count": str(len(cells)), "width": str(len(headers))}
    return _problem(table, ProblemCode.TOO_MANY_CELLS, row=number, value=surplus, **counts)


def _problem(
    table: Table,
    code: ProblemCode,
    *,
    row: int | None = None,
    column: str | None = None,
    value: str = "",
    **details: str,
) -> Problem:
    return Problem(file=table.file_name, code=code, row=row, column=column, value=value, details=tuple(details.items()))
