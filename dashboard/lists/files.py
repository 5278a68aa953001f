"""A file that somebody has -> the rows of a list and what its columns hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from dashboard.lists.headings import Columns, find_columns
from dashboard.tables import ENDING
from dashboard.tables.description import LIST_SEPARATOR
from dashboard.tables.encodings import UndecodableError, decode
from dashboard.tables.unseen import remove_unseen
from dashboard.tables.workbook import UnreadableError, read_pages

_DELIMITERS = ",;\t"
_FIRST_ROWS = 12  # among which the headings stand; titles and dates may come before them

Records = list[tuple[int, list[str]]]


class ListError(ValueError):
    """A file that cannot be taken as a list; ``key`` and ``values`` say why in the catalogue."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values: dict[str, str | int] = values


class List(NamedTuple):
    """The rows below the headings with their numbers, from 1 at the top of the file.

    ``title`` is the name of the file, ``sheet`` that of its sheet in a workbook. What stands at one ``place`` of a
    document has that for all rows.
    """

    columns: Columns
    records: Records
    title: str
    sheet: str = ""
    place: str = ""

    def locate(self, rows: Iterable[int]) -> str:
        """Where some rows stand, for tables: ``row 2, rows 5–9``."""
        if self.place:
            return self.place.replace(LIST_SEPARATOR, ",")
        numbers = enumerate(sorted(set(rows) - {0}))
        runs = [[row for _, row in run] for _, run in groupby(numbers, key=lambda each: each[1] - each[0])]
        places = (f"row {run[0]}" if len(run) == 1 else f"rows {run[0]}–{run[-1]}" for run in runs)
        before = self.sheet.replace(LIST_SEPARATOR, " ").strip()
        return ", ".join(f"{before} {place}".strip() for place in places) or before or "whole page"


def read_list(path: Path) -> List:
    """Read a text with commas, semicolons or tabs in any encoding that tables may have, or a sheet of a workbook.

    Raises:
        ListError: the file cannot be read, or no row of it has a heading for partners.
    """
    try:
        pages = list(_read_pages(path))
    except FileNotFoundError as error:
        raise ListError("lists-no-file", file=str(path)) from error
    except (OSError, UndecodableError, UnreadableError) as error:
        raise ListError("lists-unreadable", file=str(path)) from error
    title = clean_text(path.name)
    found = [each for sheet, records in pages if (each := _find_headings(records, title, sheet))]
    if not found:
        seen = next((cells for _, records in pages for _, cells in records), [])
        raise ListError("lists-no-partner", file=title, headings=" | ".join(seen)[:200])
    return max(found, key=lambda each: len(each.columns.places))


def clean_text(text: str) -> str:
    """A text from outside as tables may hold it: on one line, as it looks."""
    return " ".join(remove_unseen(text.encode("utf-8", "replace").decode()).split())


def _read_pages(path: Path) -> Iterator[tuple[str, Records]]:
    if path.suffix.lower() == ENDING:
        for sheet, records in read_pages(path):
            yield sheet, _clean(records)
        return
    text = decode(path.read_bytes()).removeprefix("\ufeff")
    for delimiter in _DELIMITERS:
        yield "", _clean(list(enumerate(_parse(text, delimiter), 1)))


def _parse(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield []


def _clean(records: Records) -> Records:
    """Cells on one line as they look; rows without any are left out."""
    clean = ((number, [clean_text(cell) for cell in cells]) for number, cells in records)
    return [(number, cells) for number, cells in clean if any(cells)]


def _find_headings(records: Records, title: str, sheet: str) -> List | None:
    """The list below the row that has most headings; None where no row has one for partners."""
    rows = [(find_columns(cells), place) for place, (_, cells) in enumerate(islice(records, _FIRST_ROWS))]
    # A cell of a row may read like a heading, such as "sister city"; two seldom do.
    fitting = [(columns, place) for columns, place in rows if columns.has("partner") and len(columns.places) > 1]
    if not fitting:
        return None
    columns, place = max(fitting, key=lambda each: (len(each[0].places), -each[1]))
    return List(columns, records[place + 1 :], title, sheet)
