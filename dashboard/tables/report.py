"""All problems as a page of text: grouped by file, aligned, with a count at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.i18n import Texts
from dashboard.tables.problems import Problem, describe

_INDENT = "  "


def write_report(problems: Sequence[Problem], texts: Texts) -> str:
    """The report in the language of ``texts``; an empty string when there is no problem."""
    if not problems:
        return ""
    widths = (
        max(_measure(_say_row(problem, texts)) for problem in problems),
        max(_measure(_say_column(problem)) for problem in problems),
    )
    lines: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.sheet or problem.file):
        lines += [file, *(line for problem in group for line in _write_problem(problem, texts, widths)), ""]
    files = len({problem.file for problem in problems})
    return "\n".join([*lines, texts("tables-report-total", problems=len(problems), files=files)])


def _write_problem(problem: Problem, texts: Texts, widths: tuple[int, int]) -> Iterator[str]:
    said = describe(problem, texts)
    place = (_say_row(problem, texts), _say_column(problem))
    margin = _INDENT.join(_pad(text, width) for text, width in zip(place, widths, strict=True))
    yield f"{_INDENT}{margin}{_INDENT}{said.what}"
    parts = {"expected": said.expected, "repair": said.repair}
    if problem.value:
        parts = {"typed": said.typed, **parts}
    labels = {part: texts(f"tables-report-{part}") for part in parts}
    width = max(map(_measure, labels.values()))
    blank = " " * (_measure(margin) + 2 * len(_INDENT))
    for part, text in parts.items():
        yield f"{blank}{_pad(labels[part], width)}{_INDENT}{text}"


def _say_row(problem: Problem, texts: Texts) -> str:
    return texts("tables-report-row", row=str(problem.row)) if problem.row and not problem.cell else ""


def _say_column(problem: Problem) -> str:
    return problem.cell or problem.column or ""


def _measure(text: str) -> int:
    """Columns of a terminal: two for a full-width character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _measure(text))
