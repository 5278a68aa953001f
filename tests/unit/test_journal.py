"""What the log is told of requests."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from callbacks.journal import OneLine, Refusals, keep_journal


def refuse(_: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("403 FORBIDDEN", [])
    return [b""]


def ask(application: Callable[..., Any]) -> None:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/ja/", "QUERY_STRING": "q=mine", "REMOTE_ADDR": "192.0.2.7"}
    application(environ, lambda *_: None)


def test_refused_requests_are_counted_once_a_minute_and_not_listed(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    application = keep_journal(refuse, Refusals(lambda: now[0]), lists_all=False)
    with caplog.at_level(logging.INFO):
        for _ in range(500):
            ask(application)
        assert caplog.messages == []
        now[0] = 61.0
        ask(application)
        ask(application)
    assert caplog.messages == ["requests refused: 403=501"]


def test_the_access_log_has_neither_who_asked_nor_what_was_searched_for(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        ask(keep_journal(refuse, Refusals(), lists_all=True, clock=lambda: 0.0))
    assert caplog.messages == ["GET /ja/ 403 0 ms"]


def test_whatever_a_stranger_writes_stays_on_one_line() -> None:

    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine("%(message)s"))
    handler.emit(logging.LogRecord("x", logging.INFO, "", 0, "a\nERROR b\x1b[2J 岩手", (), None))
    assert stream.getvalue() == "a\\nERROR b\\x1b[2J 岩手\n"
