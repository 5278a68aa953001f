"""From a draft to a story, or to everything that is wrong in it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from dashboard.figures.text_metrics import measure_text
from dashboard.stories.drafts import Setting, StopDraft, StoryDraft, Value, join_lines, keep_lines
from dashboard.stories.problems import StoryProblem, StoryProblemCode
from dashboard.stories.records import Frame, Stop, Story
from dashboard.stories.vocabulary import Said, StoryVocabulary, Words

FRONT_KEYS = ("title", "summary")
LONGEST_TITLE_EM, LONGEST_TEXT_EM = 38.0, 120.0
"""Two lines of a title and four of a text, in widths of a full-width character: more cannot be read from the back."""
LONGEST_SENTENCE_EM = 80.0
"""Of one sentence, in the same measure: who reads a longer one no longer listens."""
_SENTENCE = re.compile(r".+?(?:[。！？]+|[.!?]+(?=\s|$)|$)", re.DOTALL)


class Ledger:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[StoryProblem] = []

    @property
    def has_errors(self) -> bool:
        """Whether anything was noted that keeps the story from being told."""
        return not all(problem.is_warning for problem in self.problems)

    def add(
        self,
        code: StoryProblemCode,
        line: int | None = None,
        value: str = "",
        choices: Sequence[Said] = (),
        **details: str,
    ) -> None:
        """Note a problem; ``choices`` are what may be written, ``details`` fill the sentences of the catalogue."""
        self.problems.append(
            StoryProblem(
                file=self.file,
                code=code,
                line=line,
                value=value,
                choices=tuple(choices),
                details=tuple(details.items()),
            )
        )


def check_story(
    draft: StoryDraft, key: str, language: str, vocabulary: StoryVocabulary, ledger: Ledger
) -> Story | None:
    """The story of a draft. Problems go to ``ledger``; with an error there, also from before, the story is None."""
    front = _check_front(draft, ledger)
    if draft.before:
        ledger.add(StoryProblemCode.TEXT_BEFORE_STOPS, draft.before.line, draft.before.text)
    if not draft.stops and not draft.fault:
        ledger.add(StoryProblemCode.NO_STOPS)
    stops = [_check_stop(stop, vocabulary, ledger, is_last=stop is draft.stops[-1]) for stop in draft.stops]
    if ledger.has_errors:
        return None
    return Story(id=key, language=language, stops=tuple(Stop.model_validate(stop) for stop in stops), **front)


def _check_front(draft: StoryDraft, ledger: Ledger) -> dict[str, str]:
    if draft.front is None:
        ledger.add(StoryProblemCode.MISSING_FRONT_MATTER, 1)
        return {}
    if draft.fault:
        ledger.add(StoryProblemCode.BROKEN_FRONT_MATTER, draft.fault.line, reason=draft.fault.reason)
        return {}
    for name, value in draft.front.items():
        if name not in FRONT_KEYS:
            ledger.add(StoryProblemCode.UNKNOWN_FRONT_KEY, value.line, name, choices=[{"": key} for key in FRONT_KEYS])
    for name in FRONT_KEYS:
        found = draft.front.get(name)
        if found is None or not found.text:
            ledger.add(StoryProblemCode.MISSING_FRONT_VALUE, found.line if found else 1, name=name)
    return {name: draft.front[name].text for name in FRONT_KEYS if name in draft.front}


def _check_stop(draft: StopDraft, vocabulary: StoryVocabulary, ledger: Ledger, *, is_last: bool) -> dict[str, Any]:
    text = join_lines(draft.text)
    _check_wording(draft.title, text, ledger)
    values: dict[str, Any] = {}
    seen: set[str] = set()
    for setting in draft.settings:
        name = vocabulary.settings.meaning(setting.name)
        if name is None:
            ledger.add(
                StoryProblemCode.UNKNOWN_SETTING,
                setting.line,
                setting.name,
                choices=vocabulary.settings.choices,
                suggestion=vocabulary.settings.suggest(setting.name) or "none",
            )
        elif name in seen:
            ledger.add(StoryProblemCode.REPEATED_SETTING, setting.line, setting.name)
        elif not setting.value:
            ledger.add(StoryProblemCode.EMPTY_SETTING, setting.line, setting.name)
        else:
            values |= _READERS[name](setting, vocabulary, ledger)
        seen.add(name or "")
    if values.get("is_takeaway") and not is_last:
        ledger.add(StoryProblemCode.TAKEAWAY_NOT_LAST, draft.title.line, draft.title.text)
    return {"title": draft.title.text, "text": text, "notes": keep_lines(draft.notes), **values}


def _check_wording(title: Value, text: str, ledger: Ledger) -> None:
    if not title.text:
        ledger.add(StoryProblemCode.MISSING_TITLE, title.line)
    if not text:
        ledger.add(StoryProblemCode.MISSING_TEXT, title.line, title.text)
    if measure_text(title.text) > LONGEST_TITLE_EM:
        ledger.add(StoryProblemCode.LONG_TITLE, title.line, title.text, most=f"{LONGEST_TITLE_EM:.0f}")
    if measure_text(text) > LONGEST_TEXT_EM:
        ledger.add(StoryProblemCode.LONG_TEXT, title.line, text, most=f"{LONGEST_TEXT_EM:.0f}")
    for sentence in (found[0].strip() for found in _SENTENCE.finditer(text)):
        if measure_text(sentence) > LONGEST_SENTENCE_EM:
            ledger.add(StoryProblemCode.LONG_SENTENCE, title.line, sentence, most=f"{LONGEST_SENTENCE_EM:.0f}")


# --- settings ---------------------------------------------------------------------------------------------------------


def _find(word: str, words: Words, setting: Setting, ledger: Ledger, code: StoryProblemCode) -> str | None:
    meaning = words.meaning(word)
    if meaning is None:
        suggestion = words.suggest(word) or "none"
        ledger.add(code, setting.line, word, words.choices, setting=setting.name, suggestion=suggestion)
    return meaning


def _read_one(name: str, setting: Setting, vocabulary: StoryVocabulary, ledger: Ledger) -> dict[str, Any]:
    words: Words = getattr(vocabulary, name)
    code = StoryProblemCode.UNKNOWN_NAME if name == "select" else StoryProblemCode.NOT_A_CHOICE
    found = _find(setting.value, words, setting, ledger, code)
    return {name: found} if found else {}


def _read_many(name: str, setting: Setting, vocabulary: StoryVocabulary, ledger: Ledger) -> dict[str, Any]:
    words: Words = getattr(vocabulary, name)
    typed = [part.strip() for part in setting.value.replace("、", ",").replace("，", ",").split(",")]
    code = StoryProblemCode.UNKNOWN_NAME if name in ("sources", "light") else StoryProblemCode.NOT_A_CHOICE
    found = [_find(word, words, setting, ledger, code) for word in typed if word]
    return {name: tuple(dict.fromkeys(key for key in found if key))}


def _read_takeaway(setting: Setting, vocabulary: StoryVocabulary, ledger: Ledger) -> dict[str, Any]:
    answer = _find(setting.value, vocabulary.takeaway, setting, ledger, StoryProblemCode.NOT_A_CHOICE)
    return {"is_takeaway": answer == "yes"}


def _read_frame(setting: Setting, _: StoryVocabulary, ledger: Ledger) -> dict[str, Any]:
    typed = setting.value.replace("、", ",").replace("，", ",").replace(",", " ").split()
    try:
        west, south, east, north = map(float, typed)
    except ValueError:
        ledger.add(StoryProblemCode.NOT_A_FRAME, setting.line, setting.value)
        return {}
    if not _is_frame((west, south, east, north)):
        ledger.add(StoryProblemCode.FRAME_OUT_OF_RANGE, setting.line, setting.value)
        return {}
    return {"frame": (west, south, east, north)}


def _is_frame(frame: Frame) -> bool:
    """Whether west lies before east (which may run on past 180 degrees) and south below north."""
    west, south, east, north = frame
    finite = all(map(math.isfinite, frame))
    return finite and -180 <= west < east <= 360 and east - west <= 360 and -85 <= south < north <= 85


_READERS: Mapping[str, Callable[[Setting, StoryVocabulary, Ledger], dict[str, Any]]] = {
    "select": partial(_read_one, "select"),
    "light": partial(_read_many, "light"),
    "show": partial(_read_one, "show"),
    "home": partial(_read_many, "home"),
    "tie": partial(_read_many, "tie"),
    "theme": partial(_read_many, "theme"),
    "sources": partial(_read_many, "sources"),
    "frame": _read_frame,
    "takeaway": _read_takeaway,
}
