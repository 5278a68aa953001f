"""Listens where the settings say, for as many connections as a machine in public must bear."""

from __future__ import annotations

import errno
import select
from collections.abc import Callable
from typing import Any, Protocol

from flask import Flask
from waitress.server import create_server

from dashboard.settings import Settings, SettingsError

LARGEST_BODY = 64_000
LARGEST_HEAD = 32_000
"""Bytes of an address with all headers."""

# With poll a connection costs its buffer; with select, on Windows, more than 512 would be a fault.
_MOST_CONNECTIONS = 1000 if hasattr(select, "poll") else 400
_IDLE_SECONDS = 30
_SWEEP_SECONDS = 5
_OF_PORT = {errno.EADDRINUSE: "another program listens on it", errno.EACCES: "the system does not permit it"}


class Listener(Protocol):
    """What waitress gives."""

    def run(self) -> None:
        """Serve until stopped."""

    def close(self) -> None:
        """Stop."""


def listen(server: Flask, settings: Settings, create: Callable[..., Any] = create_server) -> Listener:
    """A listener that is ready to run; raise SettingsError where it cannot be."""
    try:
        listener: Listener = create(
            server,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            ident="",
            asyncore_use_poll=True,
            connection_limit=_MOST_CONNECTIONS,
            channel_timeout=_IDLE_SECONDS,
            cleanup_interval=_SWEEP_SECONDS,
            max_request_header_size=LARGEST_HEAD,
            max_request_body_size=LARGEST_BODY,
            clear_untrusted_proxy_headers=False,  # by them a request that was passed on is known, see callbacks.trust
        )
    except ValueError as error:
        raise SettingsError(f"HOST: no such address, {settings.host!r}") from error
    except OSError as error:
        if error.errno in _OF_PORT:
            raise SettingsError(f"PORT: {_OF_PORT[error.errno]}, {settings.port}") from error
        raise SettingsError(f"HOST: not an address of this machine, {settings.host!r}") from error
    return listener


def write_address(settings: Settings) -> str:
    """Where the program is reached, with brackets around an address of IPv6."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"
