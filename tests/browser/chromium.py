"""The system's Chromium and the real server, for tests and for the benchmark."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.error import URLError

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE_S = 180
_PATIENT = {"KAKEHASHI_THREADS": "32"}  # so that nobody is sent away while a document is made
# The program as `make run` starts it, but for making every document ahead: tests ask for few of them.
_SERVE = """
from functools import partial
import callbacks.program as program
program.create_site = partial(program.create_site, makes_ahead=False)
import app
app.main()
"""


def find_chromium() -> str:
    """The path of the system's Chromium; raise FileNotFoundError with the remedy."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, filter(None, names)) if path), None)
    if found is None:
        raise FileNotFoundError("no Chromium: run `make browser`, or name one in CHROMIUM")
    return found


@contextmanager
def running_server(
    port: int,
    environment: Mapping[str, str] | None = None,
    *,
    makes_ahead: bool = False,
    before: str = "",
    log: int | IO[bytes] = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[bytes]]:
    """The program as ``make run`` starts it, answering on 127.0.0.1:port; stopped at the end.

    Without ``makes_ahead`` a document is made when it is first asked for. ``before`` is Python that changes something
    before the program is put together, ``log`` is where its log goes.
    """
    process = subprocess.Popen(
        [sys.executable, "app.py"] if makes_ahead else [sys.executable, "-c", before + _SERVE],
        cwd=ROOT,
        env={
            **os.environ,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            **({} if makes_ahead else _PATIENT),
            **(environment or {}),
        },
        stdout=log,
    )
    try:
        wait_until_healthy(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_healthy(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when /healthz answers; raise when the server ends or stays silent for three minutes."""
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError("the server did not become healthy")


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
