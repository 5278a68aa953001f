"""Rows at the ends of the sheets of a workbook; all else in it stays."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.i18n import Texts
from dashboard.tables.description import load_description
from dashboard.tables.workbook.loading import loading
from dashboard.tables.workbook.names import KEEPERS
from dashboard.tables.workbook.opening import find_sheets
from dashboard.tables.workbook.wording import find_header, sheet_title
from dashboard.tables.workbook.writing import put_cell, write_head


def append_rows(path: Path, rows: Mapping[str, Sequence[Mapping[str, str]]], texts: Texts) -> bytes:
    """The workbook of ``path`` with further rows.

    Args:
        path: the file.
        rows: cells by technical header, by the names of their tables. A sheet or column that they need is added.
        texts: of the language in which added sheets and columns are headed.

    Raises:
        UnreadableError: it is none.
    """
    keeper = texts.language.code
    target = io.BytesIO()
    with loading(path) as book:
        titles = find_sheets(book.sheetnames)
        for table in load_description().tables:
            if not rows.get(table.name):
                continue
            is_new = table.name not in titles
            page = book.create_sheet(sheet_title(table, keeper)) if is_new else book[titles[table.name]]
            headers = [find_header(str(cell.value or ""), table) for cell in page[1]] if not is_new else []
            needed = dict.fromkeys(header for row in rows[table.name] for header in row if row[header])
            fresh = [
                header for header in (*(table.headers(KEEPERS) if is_new else ()), *needed) if header not in headers
            ]
            write_head(page, table, dict.fromkeys(fresh), keeper, first=len(headers) + 1)
            headers += dict.fromkeys(fresh)
            # Cells that are formatted and blank are no rows.
            filled = [number for number, row in enumerate(page.values, 1) if any(cell is not None for cell in row)]
            last = max(filled, default=1)
            for number, row in enumerate(rows[table.name], last + 1):
                for place, header in enumerate(headers, 1):
                    put_cell(page, number, place, row.get(header, ""))
        book.save(target)
    return target.getvalue()
