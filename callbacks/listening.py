"""Listens where the settings say, for as many connections as a machine in public must bear."""

from __future__ import annotations

import errno
import select
from collections.abc import Iterable
from functools import lru_cache
from ipaddress import ip_network
from typing import Any, Protocol

from flask import Flask
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask

from dashboard.settings import Settings, SettingsError
from layouts.headers import GUARDS_OF_FILES

LARGEST_BODY = 64_000
LARGEST_HEAD = 32_000
"""Bytes of an address with all headers."""

# With poll a connection costs its buffer; with select, on Windows, more than 512 would be a fault.
_MOST_CONNECTIONS = 1000 if hasattr(select, "poll") else 400
_MOST_OF_ONE = _MOST_CONNECTIONS * 3 // 10
"""Connections of one address: six a browser, so that fifty visitors behind one address are served."""
_TOO_MANY, _NO_REQUEST = 429, 400
_THIS_MACHINE = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
_IDLE_SECONDS = 30
_SWEEP_SECONDS = 5
_OF_PORT = {errno.EADDRINUSE: "another program listens on it", errno.EACCES: "the system does not permit it"}


class Listener(Protocol):
    """What waitress gives."""

    def run(self) -> None:
        """Serve until stopped."""

    def close(self) -> None:
        """Stop."""


class _Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """What waitress refuses itself, before the program hears of it: counted and guarded like any other refusal."""

    def execute(self) -> None:
        self.channel.server.refusals.note(self.request.error.code)
        self.response_headers.extend(GUARDS_OF_FILES.items())
        super().execute()


class _Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection. One address holds no more than its share of them, so that there is always room for others."""

    error_task_class = _Refusal

    def __init__(self, server: Any, sock: Any, addr: Any, adj: Any, map: Any = None) -> None:  # noqa: A002, ANN401 - as waitress calls it
        super().__init__(server, sock, addr, adj, map=map)
        own = _neighbourhood(addr[0])
        if _is_spared(own, server.spared):
            return
        others = server.active_channels.values()
        if sum(_neighbourhood(other.addr[0]) == own for other in others) > _MOST_OF_ONE:
            server.refusals.note(_TOO_MANY)
            self.handle_close()

    def received(self, data: bytes) -> bool:
        try:
            return bool(super().received(data))
        except ValueError:  # an address that cannot even be taken apart; waitress would write who sent it
            self.server.refusals.note(_NO_REQUEST)
            self.handle_close()
            return False


def _is_spared(own: Any, spared: Iterable[Any]) -> bool:  # noqa: ANN401 - networks of either version
    """Whether a neighbourhood is this machine, or a web server that asks for many."""
    return own is None or any(own.subnet_of(each) for each in spared if each.version == own.version)


@lru_cache(maxsize=4096)
def _neighbourhood(address: str) -> Any:  # noqa: ANN401 - a network of either version
    """Whom an address belongs to: one of version 4 to itself, one of version 6 to the network that a house gets."""
    try:
        return ip_network((address.partition("%")[0], 64 if ":" in address else 32), strict=False)
    except ValueError:
        return None


def listen(server: Flask, settings: Settings) -> Listener:
    """A listener that is ready to run; raise SettingsError where it cannot be."""
    sockets: dict[int, Any] = {}
    try:
        listener: Listener = create_server(
            server,
            map=sockets,
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
    for each in sockets.values():  # one for each address of the host
        if isinstance(each, BaseWSGIServer):
            each.channel_class = _Channel
            each.refusals = server.extensions["refusals"]
            each.spared = (*_THIS_MACHINE, *settings.proxy_networks)
    return listener


def write_address(settings: Settings) -> str:
    """Where the program is reached, with brackets around an address of IPv6."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"
