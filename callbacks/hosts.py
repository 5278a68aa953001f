"""Under which names the program may be asked for: a name that somebody else lets lead here is none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from ipaddress import ip_address
from typing import Any

from flask import Flask, Response, request

from callbacks.wsgi import Application, Environ
from dashboard.settings import Settings

_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?")


def add_hosts(server: Flask, settings: Settings) -> None:
    """Refuse requests for any other host than those of the settings."""
    names = settings.allowed_hosts

    @server.before_request
    def check() -> Response | None:
        if _is_allowed(request.headers.get("Host", ""), names):
            return None
        return Response("400 unknown host\n", 400, mimetype="text/plain")


def send_under_own_names(files: Application, refusing: Application, settings: Settings) -> Application:
    """An application of ``files`` that lie before a server: under a strange name ``refusing``, the server, is asked."""
    names = settings.allowed_hosts

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        chosen = files if _is_allowed(environ.get("HTTP_HOST", ""), names) else refusing
        return chosen(environ, start)

    return answer


def _is_allowed(host: str, names: Collection[str]) -> bool:
    """Whether a header ``Host`` has one of ``names``, or an IP address: nobody can make one lead elsewhere."""
    found = _HOST.fullmatch(host.lower())
    if found is None:
        return False
    name = (found[1] or found[2]).rstrip(".")
    return name in names or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
