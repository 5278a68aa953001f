"""What every answer says about itself: what a page may load and run, who may frame it, and nothing of the inside."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from flask import Flask, Response, request

from dashboard.settings import Settings
from layouts.front_end import FrontEnd
from layouts.headers import guard_headers

_FAULTS = (400, 403, 405, 413, 414, 500)
_MISSING_SLASH = 308
_RETRY_SECONDS = "2"
_ONLY_SECURE = "max-age=31536000"
"""For a year, this very name: what else its owner serves is not ours to decide."""


def add_guards(server: Flask, settings: Settings, front_end: FrontEnd) -> None:
    """Guard every answer of a server, and make its faults quiet."""
    headers = guard_headers(settings, front_end)
    of_secure = {**headers, "Strict-Transport-Security": _ONLY_SECURE}

    def guard(answer: Response) -> Response:
        said = {name.lower() for name, _ in answer.headers}
        wanted = of_secure if request.is_secure else headers
        answer.headers.extend({name: value for name, value in wanted.items() if name.lower() not in said})
        if answer.status_code == _MISSING_SLASH:
            answer.headers["Location"] = _with_slash()
            answer.set_data(f"{_MISSING_SLASH}\n")
            answer.mimetype = "text/plain"
        return answer

    server.after_request(guard)
    for status in _FAULTS:
        server.register_error_handler(status, quiet_fault(status))


def _with_slash() -> str:
    """The address of the request with a slash at its end, seen from it: it names no host, and holds below any path."""
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return f"./{quote(request.path.rpartition('/')[2])}/{query}"


def quiet_fault(status: int) -> Callable[[Exception], tuple[Response, int]]:
    """An answer that says nothing but its number."""

    def answer(_: Exception) -> tuple[Response, int]:
        return Response(f"{status}\n", mimetype="text/plain"), status

    return answer


def come_back() -> Response:
    """Too many wait for what is being made: a browser comes back by itself, a program is told when."""
    headers = {"Retry-After": _RETRY_SECONDS, "Cache-Control": "no-store", "Refresh": _RETRY_SECONDS}
    return Response("503 …\n", 503, headers, mimetype="text/plain")
