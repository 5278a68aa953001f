"""How soon the server has everything, how much it answers, and what strangers can make it do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from typing import NamedTuple

import psutil

from bench.edition import count_made, fetch, kept_addresses, wait_until_made
from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from tests.browser.chromium import ROOT, free_port, running_server, wait_until_healthy

_WORKERS = 2
_ASKING_S, _ASKED_TIMES = 5, 3
_STRANGERS_S = 20
_STARTS = 3

COLD = Line(id="server.cold", title="server: cold start to explorer answered", unit="s", limit=4)
COLD_ALL = Line(id="server.cold-all", title="server: cold start to everything made", unit="s")
MADE = Line(id="server.made", title="server: documents made by a cold start", unit="")
WARM = Line(id="server.warm", title="server: warm start to everything answered", unit="s", limit=2)
MADE_WARM = Line(id="server.made-warm", title="server: documents made by a warm start", unit="", limit=0, summary="max")
MEMORY = Line(id="server.memory", title="server: resident memory after every document", unit="MB", limit=350)
PAGES = Line(id="server.pages", title="server: pages a second, gunicorn, 2 workers", unit="", limit=1000, is_least=True)
HEALTH = Line(
    id="server.health",
    title="server: /healthz under strangers' loops, 95th percentile",
    unit="ms",
    limit=100,
    summary="p95",
)
MADE_FOR_STRANGERS = Line(
    id="server.made-for-strangers", title="server: documents made for strangers", unit="", limit=0, summary="max"
)
LINES = (COLD, COLD_ALL, MADE, WARM, MADE_WARM, MEMORY, PAGES, HEALTH, MADE_FOR_STRANGERS)


class _Start(NamedTuple):
    seconds: float
    made: int


def _run(setting: Setting) -> Outcome:
    with _started(setting.new_folder()):
        pass  # not counted: it warms the file system's cache and compiles modules
    folder = setting.new_folder()
    cold, cold_all = _start_cold(folder)
    addresses = kept_addresses(Path(folder))
    warm = [_start_warm(folder, addresses) for _ in range(_STARTS)]
    memory, health, made, answers = _let_strangers_in(folder, addresses)
    return Outcome(
        runs={
            COLD.id: (cold,),
            COLD_ALL.id: (cold_all.seconds,),
            MADE.id: (cold_all.made,),
            WARM.id: tuple(start.seconds for start in warm),
            MADE_WARM.id: tuple(start.made for start in warm),
            MEMORY.id: (memory,),
            PAGES.id: tuple(_count_pages(folder)),
            HEALTH.id: health,
            MADE_FOR_STRANGERS.id: (made,),
        },
        detail={"documents": len(addresses), "strangers_answers": answers, "asked_with": _asker()},
    )


class Started(NamedTuple):
    """A running program, and when its process was started."""

    url: str
    process: Popen[bytes]
    began: float

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.began


@contextmanager
def _started(folder: str) -> Iterator[Started]:
    port, began = free_port(), time.perf_counter()
    with running_server(port, {"KAKEHASHI_STATE": folder}, makes_ahead=True) as process:
        yield Started(f"http://127.0.0.1:{port}", process, began)


def _start_cold(folder: str) -> tuple[float, _Start]:
    """Seconds to the first explorer, and to everything; with the number of documents that were made."""
    with _started(folder) as server:
        fetch(f"{server.url}/ja/")
        cold = server.seconds
        made = wait_until_made(server.url, Path(folder))
        return cold, _Start(server.seconds, made)


def _start_warm(folder: str, addresses: list[str]) -> _Start:
    """Seconds until every document has been answered once."""
    with _started(folder) as server:
        for address in addresses:
            fetch(server.url + address)
        return _Start(server.seconds, count_made(server.url))


def _let_strangers_in(folder: str, addresses: list[str]) -> tuple[float, tuple[float, ...], int, int]:
    """Memory in MB once everything has been sent; then, among strangers, ms of each look at /healthz; what was made."""
    with _started(folder) as server:
        for address in addresses:
            fetch(server.url + address)
        memory = resident_mb(server.process)
        before = count_made(server.url)
        command = [sys.executable, "-m", "bench.strangers", server.url, str(_STRANGERS_S)]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as strangers:
            _tell(strangers, addresses)
            health = tuple(_look_at_health(server.url, strangers))
            answers = int(strangers.communicate()[0])
        return memory, health, count_made(server.url) - before, answers


def _tell(strangers: Popen[str], addresses: list[str]) -> None:
    if strangers.stdin is None:
        raise RuntimeError("nobody listens")
    strangers.stdin.write("\n".join(addresses))
    strangers.stdin.close()
    strangers.stdin = None


def _look_at_health(base_url: str, strangers: Popen[str]) -> Iterator[float]:
    while strangers.poll() is None:
        before = time.perf_counter()
        fetch(f"{base_url}/healthz")
        yield (time.perf_counter() - before) * 1000
        time.sleep(0.05)


def _count_pages(folder: str) -> Iterator[float]:
    """Answers a second of the English explorer, as it would be served to many."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/en/"
    command = [sys.executable, "-m", "gunicorn", "--workers", str(_WORKERS), "--bind", f"127.0.0.1:{port}"]
    with serving([*command, "--no-control-socket", "--log-level", "warning", "app:server"], port, folder):
        for _ in range(_ASKED_TIMES):
            yield _ask(address)


@contextmanager
def serving(command: list[str], port: int, folder: str) -> Iterator[None]:
    """A server of another kind, answering; stopped at the end."""
    process = Popen(command, cwd=ROOT, env={**os.environ, "KAKEHASHI_STATE": folder}, stdout=subprocess.DEVNULL)
    try:
        wait_until_healthy(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def _asker() -> str:
    return "wrk" if shutil.which("wrk") else "bench.asking"


def _ask(url: str) -> float:
    """Good answers a second; with wrk where there is one, which leaves the server more of the machine."""
    if _asker() == "wrk":
        command = ["wrk", "-t1", "-c16", f"-d{_ASKING_S}s", "-H", "Accept-Encoding: br, gzip", url]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if "Non-2xx" in told:
            raise RuntimeError(told)
        return float(told.partition("Requests/sec:")[2].split()[0])
    command = [sys.executable, "-m", "bench.asking", url, str(_ASKING_S)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)


def resident_mb(process: Popen[bytes]) -> float:
    """Resident memory of a process and its children, in MB of 1,000,000 bytes."""
    parent = psutil.Process(process.pid)
    return float(sum(each.memory_info().rss for each in (parent, *parent.children(recursive=True))) / 1e6)


SERVER = Measurement("server", "Server", LINES, _run)
