"""What can be wrong in a table, and how to say it: where, what was expected, how to mend it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from dashboard.i18n import Texts
from dashboard.model import EntityKind, in_language
from dashboard.tables.description import load_description
from dashboard.tables.unseen import show_unseen

_LONGEST_VALUE = 80


class ProblemCode(StrEnum):
    """Everything that can be wrong. The catalogue has a ``-what``, an ``-expected`` and a ``-repair`` for each."""

    # folder and files
    MISSING_FOLDER = "missing_folder"
    MISSING_FILE = "missing_file"
    UNKNOWN_FILE = "unknown_file"
    UNREADABLE_FILE = "unreadable_file"
    WRONG_ENCODING = "wrong_encoding"
    # first row
    EMPTY_FILE = "empty_file"
    MISSING_COLUMN = "missing_column"
    UNKNOWN_COLUMN = "unknown_column"
    DUPLICATE_COLUMN = "duplicate_column"
    # rows
    BROKEN_QUOTES = "broken_quotes"
    TOO_MANY_CELLS = "too_many_cells"
    DUPLICATE = "duplicate"
    # cells
    INVISIBLE_CHARACTER = "invisible_character"
    LOST_CHARACTERS = "lost_characters"
    MISSING_VALUE = "missing_value"
    MISSING_TRANSLATION = "missing_translation"
    MISSING_SOURCE = "missing_source"
    NOT_A_SLUG = "not_a_slug"
    NOT_A_KEY = "not_a_key"
    NOT_A_WORD = "not_a_word"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_DATE = "not_a_date"
    NOT_A_PERIOD = "not_a_period"
    NOT_A_NUMBER = "not_a_number"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_A_LANGUAGE = "not_a_language"
    NOT_A_COUNTRY = "not_a_country"
    EMPTY_ENTRY = "empty_entry"
    REPEATED_ENTRY = "repeated_entry"
    OUT_OF_RANGE = "out_of_range"
    # across cells and tables
    SWAPPED_COORDINATES = "swapped_coordinates"
    ZERO_COORDINATES = "zero_coordinates"
    OUTSIDE_COUNTRY = "outside_country"
    UNEQUAL_LISTS = "unequal_lists"
    UNKNOWN_SOURCE = "unknown_source"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_ID = "unknown_id"
    WRONG_KIND = "wrong_kind"
    DANGLING_TIE = "dangling_tie"
    TIE_TO_ITSELF = "tie_to_itself"
    WRONG_ENDS = "wrong_ends"
    TAKEN_WORD = "taken_word"
    MISSING_PLACEHOLDER = "missing_placeholder"
    ORPHAN = "orphan"


class Problem(BaseModel):
    """One thing to mend.

    ``row`` counts as a spreadsheet does: the header is row 1; None for a problem of the whole file. ``column`` is the
    header as it stands in the file. ``value`` is what was typed. ``details`` fill the sentences of the catalogue. Of a
    workbook, ``sheet`` is what the table is called in it, and ``cell`` which one it is: ``C5``.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    code: ProblemCode
    row: int | None = None
    column: str | None = None
    value: str = ""
    details: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    cell: str = ""


class Explanation(BaseModel):
    """A problem in the words of one language."""

    model_config = ConfigDict(frozen=True)

    where: str
    what: str
    typed: str  # the value, shortened to one line
    expected: str
    repair: str
    line: str  # all of it in one line


def describe(problem: Problem, texts: Texts) -> Explanation:
    """Say where a problem is, what it is, what was expected and how to mend it, in the language of ``texts``."""
    values = _fill(problem, texts)
    key = f"tables-problem-{problem.code.replace('_', '-')}"
    said = {part: texts(f"{key}-{part}", **values) for part in ("what", "expected", "repair")}
    said["where"] = texts(_place_key(problem), **values)
    line = "tables-problem-line-typed" if problem.value else "tables-problem-line"
    typed = shorten(problem.value)
    return Explanation(**said, typed=typed, line=texts(line, value=typed, **said))


def _place_key(problem: Problem) -> str:
    if problem.cell:
        return "tables-place-in-workbook"
    if problem.row is None:
        return "tables-place-file" if problem.column is None else "tables-place-header"
    return "tables-place-row" if problem.column is None else "tables-place-cell"


def _fill(problem: Problem, texts: Texts) -> dict[str, str | int | float]:
    values: dict[str, str | int | float] = {
        "file": problem.sheet or problem.file,
        "cell": problem.cell,
        "row": str(problem.row or ""),
        "column": problem.column or "",
        "heading": _heading(problem, texts),
        "suggestion": "none",
    }
    for name, value in problem.details:
        values[name] = _render_detail(name, value, texts)
    return values


def _render_detail(name: str, value: str, texts: Texts) -> str:
    if name in ("kinds", "found_kind"):
        return texts("tables-list-separator").join(texts(f"kind-{EntityKind(kind)}") for kind in value.split())
    if name in ("choices", "places"):
        return texts("tables-list-separator").join(value.split())
    if name == "tie":  # kinds of exchange are rows, known by their ids; those of links are the program's own
        key = f"tie-kind-{value.replace('_', '-')}"
        return texts(key) if key in texts else value
    return value


def _heading(problem: Problem, texts: Texts) -> str:
    table = load_description().table.get(problem.file.removesuffix(".csv"))
    if table is None or problem.column is None:
        return problem.column or ""
    for column in table.columns:
        if problem.column == column.header or (column.localised and problem.column.startswith(f"{column.header}_")):
            return in_language(column.heading, texts.language.code)
    return problem.column


def shorten(value: str) -> str:
    """What was typed as one line that shows all of its characters and fits into a report."""
    line = " ".join(show_unseen(value).split())
    return line if len(line) <= _LONGEST_VALUE else line[: _LONGEST_VALUE - 1] + "…"
