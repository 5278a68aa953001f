"""Counts as officials read them: a table for the terminal, a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from unicodedata import east_asian_width

from dashboard.i18n import Texts
from dashboard.usage.counts import CountKind, DayCount

Name = Callable[[CountKind, str], str]
"""Kind and subject -> the subject as people call it."""

_BOM = "\ufeff"  # without it a Japanese spreadsheet program takes the file for another encoding
_INDENT = "  "


def write_table(counts: Sequence[DayCount], name: Name, texts: Texts) -> str:
    """Days with their totals, then what was looked at most; a sentence when nothing was counted."""
    if not counts:
        return texts("usage-none")
    days = _align(_day_rows(counts, texts))
    looked_at = _align(_subject_rows(counts, CountKind.SELECT, name))
    languages = _align(_subject_rows(counts, CountKind.LANGUAGE, name))
    sections = (("usage-days", days), ("usage-selections", looked_at), ("usage-languages", languages))
    return "\n\n".join("\n".join([texts(key), *lines]) for key, lines in sections if lines)


def write_csv(counts: Sequence[DayCount], name: Name, texts: Texts) -> str:
    """One row a count: day, what, id, name, number; comma separated with a byte order mark, for spreadsheets."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([texts(f"usage-column-{column}") for column in ("day", "kind", "id", "name", "number")])
    for count in counts:
        what = texts(f"usage-kind-{count.kind}")
        writer.writerow([count.day, what, count.subject, name(count.kind, count.subject), count.number])
    return _BOM + target.getvalue()


def _day_rows(counts: Sequence[DayCount], texts: Texts) -> list[list[str]]:
    totals: Counter[tuple[str, CountKind]] = Counter()
    for count in counts:
        totals[count.day, count.kind] += count.number
    days = sorted({count.day for count in counts})
    header = ["", *(texts(f"usage-kind-{kind}") for kind in CountKind)]
    rows = [[day, *(str(totals[day, kind]) for kind in CountKind)] for day in days]
    total = [texts("usage-total"), *(str(sum(totals[day, kind] for day in days)) for kind in CountKind)]
    return [header, *rows, total]


def _subject_rows(counts: Iterable[DayCount], kind: CountKind, name: Name) -> list[list[str]]:
    totals: Counter[str] = Counter()
    for count in counts:
        if count.kind == kind:
            totals[count.subject] += count.number
    return [[name(kind, subject), str(number)] for subject, number in totals.most_common()]


def _align(rows: Sequence[Sequence[str]]) -> list[str]:
    """The first column to the left, numbers to the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [_INDENT + _INDENT.join(_pad(row, widths)).rstrip() for row in rows]


def _pad(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - _width(cell))
        yield cell + space if place == 0 else space + cell


def _width(text: str) -> int:
    """Columns of a terminal; East Asian letters take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
