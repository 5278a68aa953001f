"""Counts by day in a file of SQLite, written by one program and safe against power that goes away."""

from __future__ import annotations

import datetime as dt
import logging
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from dashboard.usage.counts import Count, CountKind, DayCount

_LOG = logging.getLogger(__name__)

FILE_NAME = "usage.sqlite3"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS counts (
    day TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (day, kind, subject)
) WITHOUT ROWID
"""
_ADD = """
INSERT INTO counts (day, kind, subject, number) VALUES (?, ?, ?, ?)
ON CONFLICT (day, kind, subject) DO UPDATE SET number = number + excluded.number
"""
_READ = "SELECT day, kind, subject, number FROM counts WHERE day >= ? ORDER BY day, kind, number DESC, subject"
_WAIT_S = 5.0
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class UsageStore:
    """Adds counts to a file and reads them.

    Args:
        folder: the program's own folder; made when the first count is added.
        today: gives the local day, for tests.
    """

    def __init__(self, folder: Path, today: Callable[[], dt.date] = dt.date.today) -> None:
        self.path = folder / FILE_NAME
        self._today = today
        self._lock = threading.Lock()

    def add(self, counts: Iterable[Count]) -> None:
        """Add counts to today's, all or none; raise sqlite3.Error or OSError when the disk does not let us."""
        day = self._today().isoformat()
        rows = [(day, kind.value, subject, number) for (kind, subject), number in Counter(counts).items()]
        if not rows:
            return
        with self._lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._write(rows)
            except sqlite3.DatabaseError as error:
                if not _tells_damage(error):
                    raise
                self._set_aside()
                self._write(rows)

    def check(self) -> Iterable[str]:
        """What keeps counts from being added; a damaged file is set aside, and is no hindrance any more."""
        if not self.path.exists():
            return
        with self._lock:
            try:
                with closing(self._open()) as connection:
                    is_sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            except sqlite3.DatabaseError as error:
                if not _tells_damage(error):
                    yield f"cannot be read: {error}"
                    return
                is_sound = False
            if not is_sound:
                self._set_aside()

    def read(self, since: str = "") -> tuple[DayCount, ...]:
        """Every count from a day on (ISO 8601), by day and kind, the most frequent first; empty without a file."""
        if not self.path.exists():
            return ()
        with closing(self._open()) as connection:
            connection.execute(_SCHEMA)
            rows = connection.execute(_READ, (since,)).fetchall()
        return tuple(DayCount(day, CountKind(kind), subject, number) for day, kind, subject, number in rows)

    def _write(self, rows: Iterable[tuple[str, str, str, int]]) -> None:
        with closing(self._open()) as connection, connection:
            connection.execute(_SCHEMA)
            connection.executemany(_ADD, rows)

    def _set_aside(self) -> None:
        """Keep the damaged file for whoever can still read it; its journal would spoil the next one."""
        moment = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        for ending in ("", "-journal"):
            path = self.path.with_name(FILE_NAME + ending)
            if path.exists():
                path.replace(self.path.with_name(f"usage-damaged-{moment}.sqlite3{ending}"))
        _LOG.error("the file of counts was damaged; it is set aside, and a new one begun")

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_WAIT_S)
        try:
            # A journal that is deleted after the data has reached the disk: after a power cut the file is as it was
            # before or after an addition, never between, and there is one file to copy to a USB stick.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
        except sqlite3.Error:
            connection.close()
            raise
        return connection


def _tells_damage(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
