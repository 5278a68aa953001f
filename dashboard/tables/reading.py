"""A folder of tables -> the data set, or all the problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, ExchangeKind
from dashboard.tables.assembly import assemble, read_kinds
from dashboard.tables.checks import Tables, check_tables
from dashboard.tables.description import Table, load_description
from dashboard.tables.encodings import UndecodableError, decode
from dashboard.tables.problems import Problem, ProblemCode
from dashboard.tables.rows import parse_rows
from dashboard.tables.sheets import Sheet, read_sheet
from dashboard.tables.writing import write_tables

if TYPE_CHECKING:
    from dashboard.tables.workbook.opening import Opened

ENDING = ".xlsx"
"""Of a workbook that holds every table as a sheet."""

REQUIRED_LANGUAGES = ("ja", "en")
"""The languages in which every text of the tables must be there. Pages in others borrow what the tables lack."""


class Reading(BaseModel):
    """What a folder of tables gave: a data set and no problems, or problems and no data set."""

    model_config = ConfigDict(frozen=True)

    dataset: Dataset | None
    problems: tuple[Problem, ...] = ()


def read_dataset(folder: Path, languages: tuple[str, ...] = REQUIRED_LANGUAGES) -> Reading:
    """Read and check every table of a folder, or of a workbook.

    Args:
        folder: holds ``sources.csv``, ``homes.csv`` and the other files that ``tables.toml`` describes; or is a file
            ``*.xlsx`` with a sheet for each of them.
        languages: codes of the languages in which every text must be there; more may be.

    Returns:
        The data set, or every problem in it: by file, row and column. Tables without rows give an empty data set.
        Never raises, whatever the files hold.
    """
    if _is_workbook(folder):
        return _read_workbook(folder, languages)
    if not folder.is_dir():
        return Reading(dataset=None, problems=(Problem(file=str(folder), code=ProblemCode.MISSING_FOLDER),))
    names = (path.name for path in folder.iterdir())
    return check_sheets(_read_folder(folder, languages), languages, find_unknown_files(names))


def read_sheets(folder: Path, languages: tuple[str, ...] = REQUIRED_LANGUAGES) -> Mapping[str, Sheet] | None:
    """The sheets of a folder or a workbook by the names of their tables, right or wrong; None for neither."""
    if _is_workbook(folder):
        opened = _open(folder, languages)
        return opened.sheets if opened else None
    return _read_folder(folder, languages) if folder.is_dir() else None


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() == ENDING and path.is_file()


def _open(path: Path, languages: tuple[str, ...]) -> Opened | None:
    from dashboard.tables.workbook import open_workbook  # noqa: PLC0415 - for the few who keep one

    return open_workbook(path, languages)


def _read_folder(folder: Path, languages: tuple[str, ...]) -> Mapping[str, Sheet]:
    return {table.name: _read_table(folder, table, languages) for table in load_description().tables}


def _read_workbook(path: Path, languages: tuple[str, ...]) -> Reading:
    opened = _open(path, languages)
    if opened is None:
        return Reading(dataset=None, problems=(Problem(file=path.name, code=ProblemCode.UNREADABLE_FILE),))
    reading = check_sheets(opened.sheets, languages)
    return reading.model_copy(update={"problems": tuple(map(opened.place, reading.problems))})


def check_sheets(
    sheets: Mapping[str, Sheet], languages: tuple[str, ...] = REQUIRED_LANGUAGES, found: Iterable[Problem] = ()
) -> Reading:
    """The data set of the sheets of every table, or their problems, with those ``found`` before."""
    rows = {name: parse_rows(sheet, languages) for name, sheet in sheets.items()}
    tables = Tables(
        description=load_description(),
        rows=rows,
        incomplete=frozenset(name for name, sheet in sheets.items() if not sheet.complete),
    )
    problems = [*found, *(problem for sheet in sheets.values() for problem in sheet.problems)]
    problems += (problem for table_rows in rows.values() for row in table_rows for problem in row.problems)
    problems += check_tables(tables)
    if problems:
        return Reading(dataset=None, problems=_sort(problems, sheets))
    return Reading(dataset=assemble(tables))


def empty_sheets() -> Mapping[str, Sheet]:
    """The sheets of tables that hold nothing but the kinds of exchange that come with the program."""
    texts = write_tables(Dataset(kinds=shipped_kinds()))
    return {
        table.name: read_sheet(texts[table.file_name], table, REQUIRED_LANGUAGES) for table in load_description().tables
    }


@cache
def shipped_kinds() -> tuple[ExchangeKind, ...]:
    """The kinds of exchange that come with the program: those of a folder without a table of kinds."""
    table = load_description().table["kinds"]
    sheet = read_sheet(decode(table.shipped.read_bytes()), table, REQUIRED_LANGUAGES)
    return read_kinds(parse_rows(sheet, REQUIRED_LANGUAGES))


def find_unknown_files(names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each name that a table could have, but none has."""
    known = [table.file_name for table in load_description().tables]
    for name in sorted(names):
        if name.lower().endswith(".csv") and name not in known:
            near = get_close_matches(name.lower(), known, n=1)
            details = (("choices", " ".join(known)), ("suggestion", near[0] if near else "none"))
            yield Problem(file=name, code=ProblemCode.UNKNOWN_FILE, value=name, details=details)


def _read_table(folder: Path, table: Table, languages: tuple[str, ...]) -> Sheet:
    try:
        raw = _find_file(folder, table).read_bytes()
    except FileNotFoundError:
        problems = (Problem(file=table.file_name, code=ProblemCode.MISSING_FILE),) if table.required else ()
        return Sheet(table=table, problems=problems, complete=not problems)
    except OSError:
        return _unreadable(table, ProblemCode.UNREADABLE_FILE)
    try:
        return read_sheet(decode(raw), table, languages)
    except UndecodableError as error:
        byte = f"0x{raw[error.position]:02X}" if error.position < len(raw) else ""
        where = {"position": str(error.position), "line": str(raw[: error.position].count(b"\n") + 1)}
        return _unreadable(table, ProblemCode.WRONG_ENCODING, value=byte, **where)


def _find_file(folder: Path, table: Table) -> Path:
    """The table of the folder; the shipped one for a folder that is older than the table."""
    path = folder / table.file_name
    return path if path.exists() or table.required or not table.shipped.exists() else table.shipped


def _unreadable(table: Table, code: ProblemCode, value: str = "", **details: str) -> Sheet:
    problem = Problem(file=table.file_name, code=code, value=value, details=tuple(details.items()))
    return Sheet(table=table, problems=(problem,), complete=False)


def _sort(problems: Iterable[Problem], sheets: Mapping[str, Sheet]) -> tuple[Problem, ...]:
    """In the order in which an editor walks through the files; each problem once."""
    files = {sheet.table.file_name: place for place, sheet in enumerate(sheets.values())}
    columns = {
        (sheet.table.file_name, header): place
        for sheet in sheets.values()
        for place, header in enumerate(sheet.headers)
    }

    def order(problem: Problem) -> tuple[int, str, int, int, str]:
        column = columns.get((problem.file, problem.column or ""), -1)
        return (files.get(problem.file, len(files)), problem.file, problem.row or 0, column, problem.code)

    return tuple(sorted(dict.fromkeys(problems), key=order))
