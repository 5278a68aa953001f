"""The files that people edit -> records, or all the problems at once."""

from dashboard.tables.description import (
    Column,
    ColumnType,
    Description,
    Ends,
    Table,
    load_description,
)
from dashboard.tables.problems import Explanation, Problem, ProblemCode, describe
from dashboard.tables.reading import (
    ENDING,
    REQUIRED_LANGUAGES,
    Reading,
    check_sheets,
    empty_sheets,
    find_unknown_files,
    read_dataset,
    read_sheets,
    shipped_kinds,
)
from dashboard.tables.report import write_report
from dashboard.tables.saving import begin_tables, extend_tables
from dashboard.tables.writing import write_sheet, write_tables

__all__ = [
    "ENDING",
    "REQUIRED_LANGUAGES",
    "Column",
    "ColumnType",
    "Description",
    "Ends",
    "Explanation",
    "Problem",
    "ProblemCode",
    "Reading",
    "Table",
    "begin_tables",
    "check_sheets",
    "describe",
    "empty_sheets",
    "extend_tables",
    "find_unknown_files",
    "load_description",
    "read_dataset",
    "read_sheets",
    "shipped_kinds",
    "write_report",
    "write_sheet",
    "write_tables",
]
