"""All tables as the sheets of one workbook, for people who know spreadsheets: written, read, and marked."""

from dashboard.tables.workbook.appending import append_rows
from dashboard.tables.workbook.loading import UnreadableError
from dashboard.tables.workbook.marking import mark_workbook
from dashboard.tables.workbook.opening import open_workbook, read_pages
from dashboard.tables.workbook.writing import write_workbook

__all__ = ["UnreadableError", "append_rows", "mark_workbook", "open_workbook", "read_pages", "write_workbook"]
