"""From a folder of story files to stories, or to all the problems at once.

A file is named ``<story>.<language>.md``; one story has a file for each language of the catalogue, with as many stops
in each, so that a reader who changes the language stays where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from dashboard.stories.automatic import AUTOMATIC, make_story
from dashboard.stories.checks import Ledger, check_story
from dashboard.stories.drafts import take_apart
from dashboard.stories.folding import fold
from dashboard.stories.problems import StoryProblem, StoryProblemCode
from dashboard.stories.records import Story
from dashboard.stories.vocabulary import StoryVocabulary, build_vocabulary
from dashboard.tables.encodings import UndecodableError, decode
from dashboard.tables.unseen import find_unseen, remove_unseen

_FILE_NAME = re.compile(r"(?P<story>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LARGEST_FILE = 400_000


class StoryReading(BaseModel):
    """The good stories of a folder, everything that is wrong with the others, and what might be better."""

    model_config = ConfigDict(frozen=True)

    stories: tuple[Story, ...] = ()
    problems: tuple[StoryProblem, ...] = ()
    warnings: tuple[StoryProblem, ...] = ()

    def find(self, key: str, language: str) -> Story | None:
        """A story in a language (a code), or None."""
        return next((story for story in self.stories if (story.id, story.language) == (key, language)), None)


def find_story(folder: Path, dataset: Dataset, catalogue: Catalogue, language: str, key: str = AUTOMATIC) -> Story:
    """One story from the files of a folder; the automatic one where there is no good file for it."""
    found = read_stories(folder, dataset, catalogue).find(key, language)
    return found or make_story(dataset, catalogue.texts(language))


def read_stories(folder: Path, dataset: Dataset, catalogue: Catalogue) -> StoryReading:
    """Read and check every story of a folder against a data set.

    Args:
        folder: holds files named ``<story>.<language>.md``. A folder that is not there has no stories and no problems.
        dataset: what stops may select.
        catalogue: the languages that a story must have, and the words that its settings may be written in.

    Returns:
        Stories in the order of their ids and of the catalogue's languages, and problems and warnings by file and line.
        Never raises, whatever the files hold.
    """
    vocabulary = build_vocabulary(dataset, catalogue)
    codes = [language.code for language in catalogue.languages]
    stories: list[Story] = []
    problems: list[StoryProblem] = []
    named: dict[str, list[str]] = {}
    for path in _files(folder):
        ledger = Ledger(path.name)
        story = _read_file(path, codes, vocabulary, ledger, named)
        problems += sorted(ledger.problems, key=lambda problem: problem.line or 0)
        stories += [story] if story else []
    problems += _compare_languages(stories, named, codes)
    stories.sort(key=lambda story: (story.id, codes.index(story.language)))
    problems.sort(key=lambda problem: problem.file)
    return StoryReading(
        stories=tuple(stories),
        problems=tuple(problem for problem in problems if not problem.is_warning),
        warnings=tuple(problem for problem in problems if problem.is_warning),
    )


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix == ".md" and not path.name.startswith((".", "~")))


def _read_file(
    path: Path, codes: list[str], vocabulary: StoryVocabulary, ledger: Ledger, named: dict[str, list[str]]
) -> Story | None:
    name = _FILE_NAME.fullmatch(path.name)
    if not name:
        ledger.add(StoryProblemCode.WRONG_FILE_NAME, value=path.name)
        return None
    if name["language"] not in codes:
        ledger.add(StoryProblemCode.UNKNOWN_LANGUAGE, value=name["language"], choices=[{"": code} for code in codes])
        return None
    named.setdefault(name["story"], []).append(name["language"])
    text = _read_text(path, ledger)
    if text is None:
        return None
    for number, line in enumerate(_LINE_END.split(text), 1):
        for position, character in find_unseen(line):
            code = StoryProblemCode.INVISIBLE_CHARACTER
            ledger.add(code, number, line, character=character, position=str(position))
    draft = take_apart(remove_unseen(text), lambda word: fold(word) in vocabulary.notes)
    return check_story(draft, name["story"], name["language"], vocabulary, ledger)


def _read_text(path: Path, ledger: Ledger) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        ledger.add(StoryProblemCode.UNREADABLE_FILE, reason=error.strerror or "")
        return None
    if len(raw) > _LARGEST_FILE:
        ledger.add(StoryProblemCode.UNREADABLE_FILE, reason=f"> {_LARGEST_FILE // 1000} kB")
        return None
    try:
        return decode(raw)
    except UndecodableError as error:
        ledger.add(StoryProblemCode.WRONG_ENCODING, raw[: error.position].count(b"\n") + 1)
        return None


def _compare_languages(
    stories: Iterable[Story], named: dict[str, list[str]], codes: list[str]
) -> Iterable[StoryProblem]:
    counts = {(story.id, story.language): len(story.stops) for story in stories}
    for key, languages in sorted(named.items()):
        for code in codes:
            if code not in languages:
                details = (("language", code), ("expected", f"{key}.{code}.md"))
                file = f"{key}.{languages[0]}.md"
                yield StoryProblem(file=file, code=StoryProblemCode.MISSING_TRANSLATION, details=details)
        known = [(code, counts[key, code]) for code in codes if (key, code) in counts]
        for code, count in known[1:]:
            if count != known[0][1]:
                counted = (("stops", str(count)), ("others", str(known[0][1])), ("other", f"{key}.{known[0][0]}.md"))
                yield StoryProblem(file=f"{key}.{code}.md", code=StoryProblemCode.UNEQUAL_STOPS, details=counted)
