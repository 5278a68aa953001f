"""Sheets of tables -> the folder or the workbook in which they are kept."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.files import write_at_once
from dashboard.i18n import Texts
from dashboard.tables.reading import ENDING
from dashboard.tables.sheets import Sheet
from dashboard.tables.writing import write_sheet


def begin_tables(where: Path, sheets: Mapping[str, Sheet], texts: Texts) -> None:
    """Write sheets to a folder or a workbook that is not there yet; ``texts`` are of the keeper's language.

    Raises:
        OSError: it cannot be written.
    """
    if where.suffix.lower() == ENDING:
        from dashboard.tables.workbook import write_workbook  # noqa: PLC0415 - for the few who keep one

        write_at_once(where, write_workbook(sheets, texts))
        return
    where.mkdir(parents=True, exist_ok=True)
    for sheet in sheets.values():
        _write(where, sheet)


def extend_tables(
    where: Path, sheets: Mapping[str, Sheet], rows: Mapping[str, Sequence[Mapping[str, str]]], texts: Texts
) -> None:
    """Write what has become more; every other file, and all else in a workbook, stays.

    Args:
        where: the folder or the workbook.
        sheets: all rows, by the names of their tables.
        rows: the new ones among them.
        texts: of the keeper's language.

    Raises:
        OSError: it cannot be written.
    """
    if where.suffix.lower() == ENDING:
        from dashboard.tables.workbook import append_rows  # noqa: PLC0415 - for the few who keep one

        write_at_once(where, append_rows(where, rows, texts))
        return
    for name in rows:
        _write(where, sheets[name])


def _write(folder: Path, sheet: Sheet) -> None:
    write_at_once(folder / sheet.table.file_name, codecs.BOM_UTF8 + write_sheet(sheet).encode())
