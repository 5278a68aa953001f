"""Keeps the stories: their files may be edited, well or badly, while the program runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from dashboard.stories.automatic import AUTOMATIC, make_story
from dashboard.stories.problems import StoryProblem
from dashboard.stories.reading import StoryReading, read_stories
from dashboard.stories.records import Story

_Stamp = tuple[tuple[str, int, int], ...]


class Stories(BaseModel):
    """The stories that can be told of a data set. There is always one, ``main``, in every language."""

    model_config = ConfigDict(frozen=True)

    number: int  # grows with every change
    stories: tuple[Story, ...]
    problems: tuple[StoryProblem, ...] = ()

    def told_in(self, language: str) -> tuple[Story, ...]:
        """The stories in a language (a code), ``main`` first."""
        own = [story for story in self.stories if story.language == language]
        return tuple(sorted(own, key=lambda story: (story.id != AUTOMATIC, story.id)))


def find_story(folder: Path, dataset: Dataset, catalogue: Catalogue, language: str, key: str = AUTOMATIC) -> Story:
    """One story from the files of a folder; the automatic one where there is no good file for it."""
    found = read_stories(folder, dataset, catalogue).find(key, language)
    return found or make_story(dataset, catalogue.texts(language))


class Shelf:
    """Gives the newest good stories; a file that has become bad leaves its last good story in place.

    Args:
        folder: the folder that people edit.
        catalogue: the languages of stories.
        check_seconds: how long a look at the folder holds; 0 looks every time.
        clock: seconds, for tests.
    """

    def __init__(
        self,
        folder: Path,
        catalogue: Catalogue,
        check_seconds: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._check_seconds = check_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._checked = float("-inf")
        self._seen: tuple[int, _Stamp] | None = None
        self._stories = Stories(number=0, stories=())

    def stories(self, dataset: Dataset, edition: int) -> Stories:
        """The stories of a data set; ``edition`` is its number, by which a new one is known."""
        with self._lock:
            is_new = self._seen is None or self._seen[0] != edition
            if is_new or self._clock() - self._checked >= self._check_seconds:
                self._look(dataset, edition)
                self._checked = self._clock()
            return self._stories

    def _look(self, dataset: Dataset, edition: int) -> None:
        seen = (edition, _stamp(self._folder))
        if seen == self._seen:
            return
        is_same_data = self._seen is not None and self._seen[0] == edition
        reading = read_stories(self._folder, dataset, self._catalogue)
        kept = self._stories.stories if is_same_data else ()
        self._stories = Stories(
            number=self._stories.number + 1,
            stories=tuple(self._choose(reading, kept, dataset)),
            problems=reading.problems,
        )
        self._seen = seen

    def _choose(self, reading: StoryReading, kept: tuple[Story, ...], dataset: Dataset) -> list[Story]:
        """Each story as it is now, else as it last was; ``main`` is made where there is none."""
        chosen = {(story.id, story.language): story for story in reading.stories}
        bad = {tuple(problem.file.split(".")[:2]) for problem in reading.problems}
        for story in kept:
            if (story.id, story.language) in bad:
                chosen.setdefault((story.id, story.language), story)
        for language in self._catalogue.languages:
            if (AUTOMATIC, language.code) not in chosen:
                chosen[AUTOMATIC, language.code] = make_story(dataset, self._catalogue.texts(language.code))
        return list(chosen.values())


def _stamp(folder: Path) -> _Stamp:
    """Name, time of change in ns and size in bytes of every file; empty when the folder is not there."""
    if not folder.is_dir():
        return ()
    found = []
    for path in sorted(folder.glob("*.md")):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((path.name, status.st_mtime_ns, status.st_size))
    return tuple(found)
