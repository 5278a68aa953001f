"""Tells systemd that the server is ready, and then again and again that it answers: one that hangs is started anew."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException

from dashboard.settings import Settings

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to ask a server that listens so
_STARTING_SECONDS = 1.0


def keep_watch(settings: Settings, environment: Mapping[str, str] = os.environ) -> threading.Event:
    """Watch in a thread of its own, where anybody wants to know, until the event that is given back is set."""
    stop = threading.Event()
    if environment.get("NOTIFY_SOCKET"):
        threading.Thread(target=_watch, args=(settings, environment, stop), name="watchdog", daemon=True).start()
    return stop


def _watch(settings: Settings, environment: Mapping[str, str], stop: threading.Event) -> None:
    """The server itself is asked, as visitors ask it: what answers is not merely running."""
    address = environment["NOTIFY_SOCKET"]
    limit = int(environment.get("WATCHDOG_USEC", "0")) / 1_000_000
    while not _answers(settings, _STARTING_SECONDS):
        if stop.wait(_STARTING_SECONDS):
            return
    _tell(address, "READY=1")
    # A question every quarter, each with half of the time to be answered: one that is late does no harm.
    while limit and not stop.wait(limit / 4):
        if _answers(settings, limit / 2):
            _tell(address, "WATCHDOG=1")


def _answers(settings: Settings, patience: float) -> bool:
    """Whether there is an answer, whatever it says: what is wrong with the tables is not mended by a new start."""
    server = HTTPConnection(_EVERYWHERE.get(settings.host, settings.host), settings.port, timeout=patience)
    try:
        server.request("GET", "/healthz", headers={"Connection": "close"})
        server.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        server.close()
    return True


def _tell(address: str, state: str) -> None:
    """What sd_notify does. A leading @ means a name outside the file system."""
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as telling:
        telling.sendto(state.encode(), f"\0{address[1:]}" if address.startswith("@") else address)
