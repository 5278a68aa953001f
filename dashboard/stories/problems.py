"""What can be wrong in a story's file, and how to say it: where, what was expected, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby

from pydantic import BaseModel, ConfigDict

from dashboard.i18n import Texts
from dashboard.tables.problems import Explanation, shorten

_INDENT = "  "
_MOST_CHOICES = 12


class StoryProblemCode(StrEnum):
    """Everything that can be wrong. The catalogue has a ``-what``, an ``-expected`` and a ``-repair`` for each."""

    # the file
    WRONG_FILE_NAME = "wrong_file_name"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNREADABLE_FILE = "unreadable_file"
    WRONG_ENCODING = "wrong_encoding"
    INVISIBLE_CHARACTER = "invisible_character"
    MISSING_TRANSLATION = "missing_translation"
    UNEQUAL_STOPS = "unequal_stops"
    # the front matter
    MISSING_FRONT_MATTER = "missing_front_matter"
    BROKEN_FRONT_MATTER = "broken_front_matter"
    UNKNOWN_FRONT_KEY = "unknown_front_key"
    MISSING_FRONT_VALUE = "missing_front_value"
    # the stops
    NO_STOPS = "no_stops"
    TEXT_BEFORE_STOPS = "text_before_stops"
    MISSING_TITLE = "missing_title"
    MISSING_TEXT = "missing_text"
    LONG_TITLE = "long_title"
    LONG_TEXT = "long_text"
    LONG_SENTENCE = "long_sentence"
    # the settings of a stop
    UNKNOWN_SETTING = "unknown_setting"
    REPEATED_SETTING = "repeated_setting"
    EMPTY_SETTING = "empty_setting"
    UNKNOWN_NAME = "unknown_name"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_FRAME = "not_a_frame"
    FRAME_OUT_OF_RANGE = "frame_out_of_range"
    TAKEAWAY_NOT_LAST = "takeaway_not_last"


_WARNINGS = frozenset((StoryProblemCode.MISSING_TRANSLATION, StoryProblemCode.LONG_SENTENCE))


class StoryProblem(BaseModel):
    """One thing to mend.

    ``line`` counts from 1; None for a problem of the whole file. ``value`` is what was typed. ``choices`` are the words
    that may be written instead, each by language; under the empty code is what every language understands. ``details``
    fill the sentences of the catalogue.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    code: StoryProblemCode
    line: int | None = None
    value: str = ""
    choices: tuple[Mapping[str, str], ...] = ()
    details: tuple[tuple[str, str], ...] = ()

    @property
    def is_warning(self) -> bool:
        """Whether the story is told all the same."""
        return self.code in _WARNINGS


def describe_story_problem(problem: StoryProblem, texts: Texts) -> Explanation:
    """Say where a problem is, what it is, what was expected and how to mend it, in the language of ``texts``."""
    values = {"file": problem.file, "line": str(problem.line or ""), "suggestion": "none", **dict(problem.details)}
    values["choices"] = _list_choices(problem, texts)
    key = f"stories-problem-{problem.code.replace('_', '-')}"
    said = {part: texts(f"{key}-{part}", **values) for part in ("what", "expected", "repair")}
    said["where"] = texts("stories-place-file" if problem.line is None else "stories-place-line", **values)
    typed = shorten(problem.value)
    line = "tables-problem-line-typed" if problem.value else "tables-problem-line"
    return Explanation(**said, typed=typed, line=texts(line, value=typed, **said))


def _list_choices(problem: StoryProblem, texts: Texts) -> str:
    said = [choice.get(texts.language.code) or choice[""] for choice in problem.choices]
    return texts("tables-list-separator").join([*said[:_MOST_CHOICES], *("…" for _ in said[_MOST_CHOICES:][:1])])


def write_story_report(problems: Sequence[StoryProblem], texts: Texts) -> str:
    """All problems, or all warnings, as a page of text, grouped by file; an empty string when there is none."""
    if not problems:
        return ""
    lines: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        lines += [file, *(line for problem in group for line in _write_problem(problem, texts)), ""]
    files = len({problem.file for problem in problems})
    total = "stories-report-warnings" if all(problem.is_warning for problem in problems) else "stories-report-total"
    return "\n".join([*lines, texts(total, problems=len(problems), files=files)])


def _write_problem(problem: StoryProblem, texts: Texts) -> Iterator[str]:
    said = describe_story_problem(problem, texts)
    place = texts("stories-report-line", line=str(problem.line)) + _INDENT if problem.line else ""
    yield f"{_INDENT}{place}{said.what}"
    if problem.value:
        yield f"{_INDENT * 3}{texts('tables-report-typed')}{_INDENT}{said.typed}"
    yield f"{_INDENT * 3}{texts('tables-report-expected')}{_INDENT}{said.expected}"
    yield f"{_INDENT * 3}{texts('tables-report-repair')}{_INDENT}{said.repair}"
