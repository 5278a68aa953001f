"""Sheets -> a workbook in the keeper's language: headings with their help, choices, names in the place of ids."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.i18n import Texts
from dashboard.model import in_language
from dashboard.tables.description import Column, ColumnType, Table, load_description
from dashboard.tables.sheets import Sheet
from dashboard.tables.workbook.names import KEEPERS, Names, read_names, sort_of
from dashboard.tables.workbook.wording import country_codes, find_column, heading, sheet_title
from geodata.countries import country_boxes

AUTHOR = "Kakehashi"
TEXT = "@"  # a spreadsheet keeps what is typed into such a cell as it is
_SPARE_ROWS = 500  # below the last one, in which choices are offered too
_WIDTHS = {ColumnType.TEXT: 36, ColumnType.URL: 36}
_WIDTH = 18
_LISTS = "_lists"
_HEAD = PatternFill("solid", fgColor="FF0E3A6A")
_HEAD_REQUIRED = PatternFill("solid", fgColor="FF8F6614")


def write_workbook(sheets: Mapping[str, Sheet], texts: Texts) -> bytes:
    """Write every table as a sheet.

    Args:
        sheets: by the names of their tables, as they were read; what is wrong in them is written as it stands.
        texts: of the keeper's language.

    Returns:
        The file. Reading it again gives the same cells.
    """
    keeper = texts.language.code
    names = read_names((sheet.table, row.cells) for sheet in sheets.values() for row in sheet.rows)
    book = Workbook()
    _write_read_me(book.active or book.create_sheet(), texts)
    lists = _Lists(book.create_sheet(_LISTS))
    for table in load_description().tables:
        sheet = sheets[table.name]
        headers = _headers(table, sheet)
        page = book.create_sheet(sheet_title(table, keeper))
        write_head(page, table, headers, keeper)
        for number, row in enumerate(sheet.rows, 2):
            for place, header in enumerate(headers, 1):
                put_cell(page, number, place, _said(row.cells.get(header, ""), header, table, names, keeper))
        last = max(page.max_row, 2) + _SPARE_ROWS
        for place, header in enumerate(headers, 1):
            found = find_column(header, table)
            _prepare_column(page, place, found[0].type if found else None)
            choices = tuple(_choices(found[0], names, keeper)) if found and not found[0].many else ()
            if choices:
                _offer(page, place, last, lists.place(choices))
        page.auto_filter.ref = f"A1:{get_column_letter(len(headers))}{max(page.max_row, 2)}"
    book.move_sheet(lists.page, len(book.sheetnames))
    lists.page.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _headers(table: Table, sheet: Sheet) -> tuple[str, ...]:
    """Those that the table must have, then what else the sheet has."""
    needed = table.headers(KEEPERS)
    return (*needed, *(header for header in sheet.headers if header and header not in needed))


def _said(cell: str, header: str, table: Table, names: Names, keeper: str) -> str:
    found = find_column(header, table)
    return names.to_name(cell, found[0], keeper) if found and cell else cell


def put_cell(page: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text into a cell (counted from 1) so that no spreadsheet takes it for anything else."""
    cell = page.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text.replace("\r\n", "\n")) or None
    if cell.value is not None:
        cell.data_type = "s"  # what begins with "=" is a text here
    cell.number_format = TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def write_head(page: Worksheet, table: Table, headers: Iterable[str], keeper: str, *, first: int = 1) -> None:
    """Write headings with their help into the first row, from the column ``first`` (counted from 1) on."""
    for place, header in enumerate(headers, first):
        cell = page.cell(1, place, heading(header, table, keeper))
        found = find_column(header, table)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = _HEAD_REQUIRED if found and found[0].required else _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if found:
            cell.comment = Comment(f"{header}\n{in_language(found[0].hint, keeper)}", AUTHOR, width=320, height=140)
    page.freeze_panes = "B2"
    page.row_dimensions[1].height = 34


class _Lists:
    """Choices, each list in a column of a hidden sheet."""

    def __init__(self, page: Worksheet) -> None:
        self.page = page
        self._known: dict[tuple[str, ...], str] = {}

    def place(self, choices: tuple[str, ...]) -> str:
        """Where a list stands, as a spreadsheet's formula says it."""
        if choices not in self._known:
            column = len(self._known) + 1
            for row, choice in enumerate(choices, 1):
                self.page.cell(row, column, choice).data_type = "s"
            letter = get_column_letter(column)
            self._known[choices] = f"{quote_sheetname(_LISTS)}!${letter}$1:${letter}${len(choices)}"
        return self._known[choices]


def _prepare_column(page: Worksheet, place: int, sort: ColumnType | None) -> None:
    dimension = page.column_dimensions[get_column_letter(place)]
    dimension.width = _WIDTH if sort is None else _WIDTHS.get(sort, _WIDTH)
    dimension.number_format = TEXT


def _offer(page: Worksheet, place: int, last: int, choices: str) -> None:
    # What is not in the list may be typed: it may be a thing that a row further down adds.
    rule = DataValidation("list", formula1=choices, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(place)
    rule.add(f"{letter}2:{letter}{last}")
    page.add_data_validation(rule)


def _choices(column: Column, names: Names, keeper: str) -> Iterator[str]:
    if column.type == ColumnType.COUNTRY:
        named = country_codes(keeper)
        yield from sorted(name for name, code in named.items() if code in country_boxes())
    elif column.type == ColumnType.ENUM:
        yield from column.values
    elif sort := sort_of(column):
        known = names.names.get(sort, {})
        yield from sorted({name for (_, language), name in known.items() if language == keeper})


def _write_read_me(page: Worksheet, texts: Texts) -> None:
    page.title = texts("workbook-read-me-title")
    page.column_dimensions["A"].width = 90
    lines = ["workbook-heading", "workbook-rows", "workbook-required", "workbook-names", "workbook-ids"]
    lines += ["workbook-dates", "workbook-check"]
    for row, key in enumerate(lines, 1):
        cell = page.cell(row, 1, texts(key))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = Font(bold=True, size=16)
    for row, table in enumerate(load_description().tables, len(lines) + 2):
        title = sheet_title(table, texts.language.code)
        cell = page.cell(row, 1, f"{title}: {in_language(table.purpose, texts.language.code)}")
        link(cell, title, "A1")


def link(cell: Cell, title: str, place: str) -> None:
    """Let a cell lead to a place on a sheet of the same workbook."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(title)}!{place}")
    cell.font = Font(underline="single", color="FF0E3A6A")
