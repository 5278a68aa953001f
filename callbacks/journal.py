"""What the log is told of requests: what was refused, by number; each one, where that is wanted; never who asked."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from callbacks.wsgi import Application

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


def keep_journal(
    application: Application, *, lists_all: bool, clock: Callable[[], float] = time.monotonic
) -> Application:
    """Count the refused requests of an application, told once a minute at most; with ``lists_all`` write a line each.

    A line has method, path, status and milliseconds. It has no address of a reader, and no query, which may hold what
    somebody searched for.
    """
    refused: Counter[int] = Counter()
    told = [clock()]
    lock = threading.Lock()

    def note(status: int) -> None:
        with lock:
            if status >= _REFUSED:
                refused[status] += 1
            if not refused or clock() - told[0] < _PAUSE_SECONDS:
                return
            numbers = " ".join(f"{code}={number}" for code, number in sorted(refused.items()))
            refused.clear()
            told[0] = clock()
        _LOG.info("requests refused: %s", numbers)

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        began = clock()

        def noted_start(status: str, *rest: Any) -> Any:  # noqa: ANN401 - as WSGI has it
            code = int(status[:3])
            note(code)
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
