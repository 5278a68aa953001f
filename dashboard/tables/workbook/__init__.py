"""All tables as the sheets of one workbook, for people who know spreadsheets: written, read, and marked."""

from dashboard.tables.workbook.loading import UnreadableError
from dashboard.tables.workbook.marking import mark_workbook
from dashboard.tables.workbook.opening import open_workbook
from dashboard.tables.workbook.writing import write_workbook

__all__ = ["UnreadableError", "mark_workbook", "open_workbook", "write_workbook"]
