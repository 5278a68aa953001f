"""Problems written into the workbook that has them: at their cells, and all of them on a sheet of their own."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.workbook import Workbook

from dashboard.i18n import Texts
from dashboard.tables.problems import Problem, describe
from dashboard.tables.workbook.loading import loading
from dashboard.tables.workbook.writing import AUTHOR, TEXT, link

MARKER = f"{AUTHOR} !"  # whose notes are marks, which the next check takes back
_WRONG = PatternFill("solid", fgColor="FFF8D7CE")
_NONE = PatternFill()
_WIDTHS = (28, 40, 30, 48, 60)


def mark_workbook(path: Path, problems: Iterable[Problem], texts: Texts) -> bytes:
    """The workbook of ``path`` with its problems in it, and without those of an earlier check.

    Raises:
        UnreadableError: it is none.
    """
    with loading(path) as book:
        return _write_marks(book, problems, texts)


def _write_marks(book: Workbook, problems: Iterable[Problem], texts: Texts) -> bytes:
    _unmark(book)
    title = texts("workbook-problems-title")
    if title in book.sheetnames:
        del book[title]
    page = book.create_sheet(title, 1)
    for place, (part, width) in enumerate(zip(("where", "what", "typed", "expected", "repair"), _WIDTHS, strict=True)):
        page.column_dimensions["ABCDE"[place]].width = width
        page.cell(1, place + 1, texts(f"workbook-problems-{part}")).font = Font(bold=True)
    page.freeze_panes = "A2"
    for row, problem in enumerate(problems, 2):
        said = describe(problem, texts)
        for place, text in enumerate((said.where, said.what, said.typed, said.expected, said.repair), 1):
            cell = page.cell(row, place, text)
            cell.data_type, cell.number_format = "s", TEXT
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if problem.sheet in book.sheetnames and problem.cell:
            link(page.cell(row, 1), problem.sheet, problem.cell)
            _mark(book, problem, f"{said.what}. {said.repair}")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _mark(book: Workbook, problem: Problem, line: str) -> None:
    cell = book[problem.sheet][problem.cell]
    cell.fill = _WRONG
    if cell.row > 1:  # the note over a column is its help
        before = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == MARKER else ""
        cell.comment = Comment(before + line, MARKER, width=320, height=120)


def _unmark(book: Workbook) -> None:
    for page in book.worksheets:
        for row in page.iter_rows(min_row=2):
            for cell in row:
                if cell.comment and cell.comment.author == MARKER:
                    cell.comment = None
                    cell.fill = _NONE
