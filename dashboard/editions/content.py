"""Reads what people edit: tables and stories, looked at together."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dashboard.editions.records import Edition
from dashboard.i18n import Catalogue
from dashboard.model import Dataset, keep_documented
from dashboard.stories import AUTOMATIC, Story, StoryProblem, StoryReading, make_story, read_stories
from dashboard.tables import ENDING, REQUIRED_LANGUAGES, Problem, Reading, read_dataset

_LOG = logging.getLogger(__name__)

Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of change in ns and size in bytes of files: equal as long as nobody has touched them."""

_NAME_DIGITS = 16


class Look(NamedTuple):
    """What one look at the files found: an edition, unless the tables are bad; and all the problems."""

    edition: Edition | None
    problems: tuple[Problem, ...] = ()
    story_problems: tuple[StoryProblem, ...] = ()


class Content(NamedTuple):
    """Where people keep what they edit, and where the last good tables are kept.

    ``tables`` is a folder or a workbook; ``last_good`` is a folder that has a copy of either.
    """

    tables: Path
    stories: Path
    last_good: Path

    def stamp(self) -> Stamp:
        """Changes whenever a table or a story has changed."""
        tables = [*self.tables.glob("*.csv")] if self.tables.is_dir() else [self.tables]
        return stamp_files([*tables, *self.stories.glob("*.md")])

    @property
    def kept_tables(self) -> Path:
        """The last good tables: the folder, or the workbook in it."""
        return next(self.last_good.glob(f"*{ENDING}"), self.last_good)

    def keep_good(self) -> None:
        """Copy the tables, for a start at which they have become bad. A read-only disk costs the copy, no more."""
        fresh = self.last_good.with_suffix(".new")
        try:
            shutil.rmtree(fresh, ignore_errors=True)
            if self.tables.is_dir():
                shutil.copytree(self.tables, fresh)
            else:
                fresh.mkdir(parents=True)
                shutil.copy2(self.tables, fresh)
            shutil.rmtree(self.last_good, ignore_errors=True)
            fresh.rename(self.last_good)
        except OSError as error:
            _LOG.error("the good tables could not be copied: %s", error.strerror)
            shutil.rmtree(fresh, ignore_errors=True)


class ContentReader:
    """Reads content into editions.

    Args:
        content: the folders.
        catalogue: the languages of stories.
        program: what documents depend on beside the data; see ``identify_program``.
    """

    def __init__(self, content: Content, catalogue: Catalogue, program: bytes) -> None:
        self.content = content
        self._catalogue = catalogue
        self._program = program

    def look(self, before: Edition | None = None) -> Look:
        """Read the files as they are now; a story gone bad stays as it was ``before``, on the same data."""
        return self._bind(read_dataset(self.content.tables, REQUIRED_LANGUAGES), before)

    def look_back(self) -> Look:
        """Read the last good tables; where there are none, the edition holds nothing."""
        kept = read_dataset(self.content.kept_tables, REQUIRED_LANGUAGES)
        return self._bind(kept if kept.dataset is not None else Reading(dataset=Dataset()), None)

    def _bind(self, reading: Reading, before: Edition | None) -> Look:
        whole = reading.dataset
        if whole is None:
            return Look(None, reading.problems)
        dataset = keep_documented(whole)
        rest = whole if whole is not dataset else None
        told = read_stories(self.content.stories, dataset, self._catalogue)
        kept = before.stories if before is not None and before.dataset == dataset else ()
        stories = tuple(self._choose(told, kept, dataset))
        day = _newest_day(self.content.stamp())
        name = self._name(whole, stories, day)
        return Look(Edition(name, dataset, stories, day, rest), reading.problems, told.problems)

    def _choose(self, told: StoryReading, kept: Iterable[Story], dataset: Dataset) -> Iterable[Story]:
        """Each story as it is now, else as it last was; ``main`` is made where there is none."""
        chosen = {(story.id, story.language): story for story in told.stories}
        bad = {tuple(problem.file.split(".")[:2]) for problem in told.problems}
        for story in kept:
            if (story.id, story.language) in bad:
                chosen.setdefault((story.id, story.language), story)
        for language in self._catalogue.languages:
            if (AUTOMATIC, language.code) not in chosen:
                chosen[AUTOMATIC, language.code] = make_story(dataset, self._catalogue.texts(language.code))
        return chosen.values()

    def _name(self, dataset: Dataset, stories: Iterable[Story], day: dt.date | None) -> str:
        digest = hashlib.sha256(dataset.model_dump_json().encode())
        for story in stories:
            digest.update(story.model_dump_json().encode())
        digest.update(str(day).encode())
        digest.update(self._program)
        return digest.hexdigest()[:_NAME_DIGITS]


def stamp_files(paths: Iterable[Path]) -> Stamp:
    """The stamp of some files; those that are gone by now are left out."""
    found = []
    for path in sorted(paths):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def _newest_day(stamp: Stamp) -> dt.date | None:
    newest = max((changed for _, changed, _ in stamp), default=0)
    return dt.datetime.fromtimestamp(newest / 1e9).astimezone().date() if newest else None
