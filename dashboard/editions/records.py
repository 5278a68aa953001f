"""What an edition consists of: the data, the stories, and documents that are pure functions of both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.model import Dataset
from dashboard.stories.automatic import AUTOMATIC
from dashboard.stories.records import Story


@dataclass(frozen=True)
class Edition:
    """One good state of the tables and stories.

    ``name`` is a short text that differs whenever a document may differ, and is the same after a restart; ``day`` is
    the day of the newest change in the files. ``dataset`` is what the documents name; ``whole`` is all of the tables,
    where later sources know of further things or ties.
    """

    name: str
    dataset: Dataset
    stories: tuple[Story, ...] = ()
    day: dt.date | None = None
    whole: Dataset | None = None

    def stories_in(self, language: str) -> tuple[Story, ...]:
        """The stories in a language (a code), ``main`` first."""
        own = [story for story in self.stories if story.language == language]
        return tuple(sorted(own, key=lambda story: (story.id != AUTOMATIC, story.id)))


@dataclass(frozen=True)
class Document:
    """An address from the root of the site, beginning with a slash, and the function that makes what stands there.

    ``make`` needs nothing but what it was bound to, and gives the same bytes each time. An edition takes over from the
    one before when every document that ``comes_first`` is there; what ``is_fetched`` is asked for by scripts of pages.
    """

    address: str
    media_type: str
    make: Callable[[], bytes | str]
    comes_first: bool = False
    is_fetched: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


class Fault(NamedTuple):
    """A document that could not be made, and why."""

    address: str
    reason: str
