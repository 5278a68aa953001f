"""Keeps the last good data set: the tables may be edited, well or badly, while the program runs."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.model import Dataset
from dashboard.tables import Problem, read_dataset

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Edition:
    """A data set and the number of times the tables had changed for the better when it was read."""

    dataset: Dataset
    number: int


class Keeper:
    """Gives the newest good data set, and tells the problems of the newest tables when they are bad.

    Args:
        tables: the folder that people edit.
        state: a folder of the program's own, where a copy of the last good tables outlives a restart.
        languages: codes of the languages that every text must have.
        check_seconds: how long a look at the folder holds; 0 looks every time.
        clock: seconds, for tests.
    """

    def __init__(
        self,
        tables: Path,
        state: Path,
        languages: tuple[str, ...],
        check_seconds: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tables = tables
        self._copy = state / "last-good-tables"
        self._languages = languages
        self._check_seconds = check_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._checked = float("-inf")
        self._stamp: Stamp | None = None
        self._edition = Edition(Dataset(), 0)
        self._problems: tuple[Problem, ...] = ()

    @property
    def edition(self) -> Edition:
        """The newest good edition."""
        self._look()
        return self._edition

    @property
    def dataset(self) -> Dataset:
        """The newest good data set; an empty one when there never was a good one."""
        return self.edition.dataset

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the tables as they are now; empty when they are what is shown."""
        self._look()
        return self._problems

    def _look(self) -> None:
        # One visitor looks; the others go on with what there is.
        if self._clock() - self._checked < self._check_seconds or not self._lock.acquire(blocking=self._stamp is None):
            return
        try:
            stamp = _stamp(self._tables)
            if stamp != self._stamp:
                self._read(first=self._stamp is None)
                self._stamp = stamp
            self._checked = self._clock()
        finally:
            self._lock.release()

    def _read(self, *, first: bool) -> None:
        reading = read_dataset(self._tables, self._languages)
        self._problems = reading.problems
        if reading.dataset is not None:
            self._edition = Edition(reading.dataset, self._edition.number + 1)
            self._keep_copy()
        elif first:
            self._fall_back()

    def _fall_back(self) -> None:
        reading = read_dataset(self._copy, self._languages)
        if reading.dataset is not None:
            self._edition = Edition(reading.dataset, self._edition.number + 1)

    def _keep_copy(self) -> None:
        fresh = self._copy.with_suffix(".new")
        try:
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.copytree(self._tables, fresh)
            shutil.rmtree(self._copy, ignore_errors=True)
            fresh.rename(self._copy)
        except OSError:
            # A read-only disk costs the copy, not the program.
            return


def _stamp(folder: Path) -> Stamp:
    """Name, time of change in ns and size in bytes of every table; empty when the folder is gone."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((path.name, status.st_mtime_ns, status.st_size))
    return tuple(found)
