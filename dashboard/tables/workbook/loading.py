"""Opens files that should be workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
from openpyxl.workbook.workbook import Workbook


class UnreadableError(ValueError):
    """A file that is no workbook, or a damaged one."""


@contextmanager
def loading(path: Path, *, read_only: bool = False, data_only: bool = False) -> Iterator[Workbook]:
    """A workbook to read from; raise UnreadableError where it cannot be opened or read to its end.

    Args:
        path: the file.
        read_only: read rows as they come, and nothing but rows.
        data_only: the results of formulas instead of formulas.
    """
    try:
        book = openpyxl.load_workbook(path, read_only=read_only, data_only=data_only)
        try:
            yield book
        finally:
            book.close()
    except Exception as error:  # a damaged file makes openpyxl raise whatever unpacks and parses it raises
        raise UnreadableError(path.name) from error
