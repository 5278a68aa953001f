"""Tells systemd that the server is ready, and then again and again that it answers: one that hangs is started anew."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException

Address = str | tuple[str, int]
"""Where a server is asked: the path of a socket of this machine, or host and port."""

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to ask a server that listens so
_STARTING_SECONDS = 1.0


def keep_watch(server: Address, environment: Mapping[str, str] = os.environ) -> threading.Event:
    """Watch a server in a thread of its own, where anybody wants to know, until the event that is given back is set."""
    stop = threading.Event()
    if environment.get("NOTIFY_SOCKET"):
        threading.Thread(target=_watch, args=(server, environment, stop), name="watchdog", daemon=True).start()
    return stop


def _watch(server: Address, environment: Mapping[str, str], stop: threading.Event) -> None:
    """The server itself is asked, as visitors ask it: what answers is not merely running."""
    address = environment["NOTIFY_SOCKET"]
    limit = int(environment.get("WATCHDOG_USEC", "0")) / 1_000_000
    while not _answers(server, _STARTING_SECONDS):
        if stop.wait(_STARTING_SECONDS):
            return
    _tell(address, "READY=1")
    # A question every quarter, each with half of the time to be answered: one that is late does no harm.
    while limit and not stop.wait(limit / 4):
        if _answers(server, limit / 2):
            _tell(address, "WATCHDOG=1")


def _answers(server: Address, patience: float) -> bool:
    """Whether there is an answer, whatever it says: what is wrong with the tables is not mended by a new start."""
    asking = HTTPConnection("localhost", timeout=patience)
    try:
        asking.sock = _connect(server, patience)
        asking.request("GET", "/healthz", headers={"Connection": "close"})
        asking.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        asking.close()
    return True


def _connect(server: Address, patience: float) -> socket.socket:
    if isinstance(server, tuple):
        return socket.create_connection((_EVERYWHERE.get(server[0], server[0]), server[1]), timeout=patience)
    found = socket.socket(socket.AF_UNIX)
    found.settimeout(patience)
    try:
        found.connect(server)
    except OSError:
        found.close()
        raise
    return found


def _tell(address: str, state: str) -> None:
    """What sd_notify does. A leading @ means a name outside the file system."""
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as telling:
        telling.sendto(state.encode(), f"\0{address[1:]}" if address.startswith("@") else address)
