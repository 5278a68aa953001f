"""What the log is told of requests: what was refused, by number; each one, where that is wanted; never who asked."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from callbacks.wsgi import Application, Environ

_LOG = logging.getLogger(__name__)
_PAUSE_SECONDS = 60.0
_REFUSED = 400


def set_up_log(stream: Any) -> None:  # noqa: ANN401 - any stream of text
    """Every line has a time, a level, the room that it is from, and what is said, on one line whatever stands in it."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for room in ("dashboard", "callbacks"):
        logging.getLogger(room).setLevel(logging.INFO)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a burst of requests is no fault


class Refusals:
    """Counts what was refused, by its number, and tells it once a minute at most; never who was refused, or what."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counted: Counter[int] = Counter()
        self._told = clock()
        self._lock = threading.Lock()

    def note(self, status: int) -> None:
        """Count an answer, if it is a refusal."""
        with self._lock:
            if status >= _REFUSED:
                self._counted[status] += 1
            if not self._counted or self._clock() - self._told < _PAUSE_SECONDS:
                return
            numbers = " ".join(f"{code}={number}" for code, number in sorted(self._counted.items()))
            self._counted.clear()
            self._told = self._clock()
        _LOG.info("requests refused: %s", numbers)


def keep_journal(
    application: Application,
    refusals: Refusals,
    *,
    lists_all: bool,
    clock: Callable[[], float] = time.monotonic,
) -> Application:
    """Count the refused requests of an application; with ``lists_all`` write a line for each request.

    A line has method, path, status and milliseconds. It has no address of a reader, and no query, which may hold what
    somebody searched for.
    """

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        began = clock()

        def noted_start(status: str, *rest: Any) -> Any:  # noqa: ANN401 - as WSGI has it
            code = int(status[:3])
            refusals.note(code)
            if lists_all:
                took = (clock() - began) * 1000
                _LOG.info("%s %s %d %.0f ms", environ["REQUEST_METHOD"], environ.get("PATH_INFO", ""), code, took)
            return start(status, *rest)

        return application(environ, noted_start)

    return answer


class OneLine(logging.Formatter):
    """Writes what cannot be printed as an escape, so that nobody can begin a line."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        if record.exc_info:
            return text  # a fault of the program itself: where it was is worth its lines
        return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
