"""What must be so for the program to go on: looked at now and then, told in the log when it changes."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

_LOG = logging.getLogger(__name__)

_LEAST_FREE_BYTES = 200_000_000
"""Room for the documents of a few editions."""

Check = Callable[[], Iterable[str]]
"""Gives what is wrong, a line each."""


class Watch:
    """Checks by their names, each asked again after ``every_seconds`` only, however many want to know."""

    def __init__(self, checks: Mapping[str, Check], every_seconds: float) -> None:
        self._checks = dict(checks)
        self._every = every_seconds
        self._looked: float | None = None
        self._found: Mapping[str, tuple[str, ...]] = {}
        self._lock = threading.Lock()

    def add(self, name: str, check: Check) -> None:
        """Check one thing more."""
        self._checks[name] = check

    def keep_looking(self) -> threading.Event:
        """Look in a thread until the event that is given back is set: so the log hears of faults though nobody asks."""
        stop = threading.Event()

        def look_again() -> None:
            while not stop.wait(self._every):
                self.look()

        threading.Thread(target=look_again, name="health", daemon=True).start()
        return stop

    def look(self, *, anew: bool = False) -> Mapping[str, tuple[str, ...]]:
        """What is wrong, by the names of the checks; without ``anew``, as it was within the last seconds."""
        with self._lock:
            if anew or self._looked is None or time.monotonic() - self._looked >= self._every:
                self._tell(self._ask())
                self._looked = time.monotonic()
            return self._found

    def _ask(self) -> Mapping[str, tuple[str, ...]]:
        found = {name: _safely(check) for name, check in self._checks.items()}
        return {name: lines for name, lines in found.items() if lines}

    def _tell(self, found: Mapping[str, tuple[str, ...]]) -> None:
        for name in found.keys() | self._found.keys():
            lines = found.get(name, ())
            if lines == self._found.get(name, ()):
                continue
            if lines:
                _LOG.error("%s: %s%s", name, lines[0], f" (and {len(lines) - 1} more)" if len(lines) > 1 else "")
            else:
                _LOG.info("%s: all is well again", name)
        self._found = found


def check_state(folder: Path, least_free: int = _LEAST_FREE_BYTES) -> Iterable[str]:
    """Whether the program's own folder can be written, and whether its disk has room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f"probe.{os.getpid()}"
        probe.write_bytes(b"1")
        probe.unlink()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield f"cannot be written: {error.strerror}"
        return
    if free < least_free:
        yield f"{free // 1_000_000} MB of disk are left, fewer than {least_free // 1_000_000}"


def _safely(check: Check) -> tuple[str, ...]:
    try:
        return tuple(check())
    except Exception as error:
        return (f"could not be checked: {type(error).__name__}",)
