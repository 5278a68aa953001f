"""Rows of cells -> rows of values, with every cell that does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from dashboard.tables.description import Column, Table
from dashboard.tables.problems import Problem, ProblemCode
from dashboard.tables.sheets import Row, Sheet, localised_header
from dashboard.tables.values import RejectedError, parse_cell


class TypedRow(BaseModel):
    """The values of a row by column (localised ones as a mapping by language). What is blank or wrong is absent."""

    model_config = ConfigDict(frozen=True)

    table: Table
    row: Row
    values: Mapping[str, Any]
    problems: tuple[Problem, ...]


class _Spread(BaseModel):
    """Where the languages of one localised column stand: all that the file has, and those that it must have."""

    present: Mapping[str, str]
    needed: Mapping[str, str]


def parse_rows(sheet: Sheet, languages: tuple[str, ...]) -> tuple[TypedRow, ...]:
    """Read every cell of a sheet. ``languages`` are those in which a localised text must be there."""
    spreads = {column.header: _spread(column, sheet, languages) for column in sheet.table.columns if column.localised}
    return tuple(_parse_row(row, sheet, spreads) for row in sheet.rows)


def _spread(column: Column, sheet: Sheet, languages: tuple[str, ...]) -> _Spread:
    split = ((header, localised_header(header, sheet.table)) for header in sheet.headers)
    present = {found[1]: header for header, found in split if found is not None and found[0] == column.header}
    needed = {code: present.get(code, f"{column.header}_{code}") for code in languages}
    return _Spread(present=present, needed=needed)


def _parse_row(row: Row, sheet: Sheet, spreads: Mapping[str, _Spread]) -> TypedRow:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in sheet.table.columns:
        if column.localised:
            spread = spreads[column.header]
            texts = _parse_texts(row, sheet.table, column, spread.present, problems)
            problems += _check_translations(row, sheet, column, texts, spread.needed)
            values[column.header] = texts
        elif row.cells.get(column.header):
            _put_value(row, sheet.table, column, values, problems)
        elif column.required and column.header in sheet.headers:
            problems.append(locate(row, sheet.table, _blank_code(column), column.header))
    return TypedRow(table=sheet.table, row=row, values=values, problems=tuple(problems))


def _put_value(row: Row, table: Table, column: Column, values: dict[str, Any], problems: list[Problem]) -> None:
    try:
        values[column.header] = parse_cell(row.cells[column.header], column)
    except RejectedError as rejected:
        problems.append(locate(row, table, rejected.code, column.header, **dict(rejected.details)))


def _parse_texts(
    row: Row, table: Table, column: Column, headers: Mapping[str, str], problems: list[Problem]
) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    for language, header in headers.items():
        if not row.cells.get(header):
            continue
        texts[language] = row.cells[header]
        try:
            parse_cell(row.cells[header], column)
        except RejectedError as rejected:
            problems.append(locate(row, table, rejected.code, header))
    return texts


def _check_translations(
    row: Row, sheet: Sheet, column: Column, texts: Mapping[str, str], headers: Mapping[str, str]
) -> Iterator[Problem]:
    """What is missing in one text; ``headers`` are the columns in which it must stand, by language."""
    if not texts and not column.required:
        return
    code = ProblemCode.MISSING_TRANSLATION if texts else ProblemCode.MISSING_VALUE
    for language, header in headers.items():
        missed_as_a_whole = column.required and header not in sheet.headers
        if language not in texts and not missed_as_a_whole:
            yield locate(row, sheet.table, code, header, present=", ".join(texts.values()))


def _blank_code(column: Column) -> ProblemCode:
    return ProblemCode.MISSING_SOURCE if column.to == ("source",) else ProblemCode.MISSING_VALUE


def locate(row: Row, table: Table, code: ProblemCode, header: str, **details: str) -> Problem:
    """A problem of one cell, with what was typed there."""
    return Problem(
        file=table.file_name,
        code=code,
        row=row.number,
        column=header,
        value=row.cells.get(header, ""),
        details=tuple(details.items()),
    )
