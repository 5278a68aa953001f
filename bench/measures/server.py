"""How soon the server answers, and what it keeps in memory."""

from __future__ import annotations

import random
import re
import time
import urllib.request
from subprocess import Popen

import psutil

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from tests.browser.chromium import free_port, running_server

_STARTS = 3
_REQUESTS = 200
_SEED = 20260401

HEALTHY = Line(id="server.healthy", title="server: start to healthy", unit="s", limit=4)
MEMORY = Line(id="server.memory", title="server: resident memory after 200 pages", unit="MB", limit=350)
ANSWER = Line(id="server.answer", title="server: a page not asked for before, median", unit="ms")


def _run(setting: Setting) -> Outcome:
    folder = setting.new_folder()
    _start(folder)  # not counted: it warms the file system's cache and compiles modules
    starts = tuple(_start(folder) for _ in range(_STARTS))
    port = free_port()
    with running_server(port, {"KAKEHASHI_STATE": folder}) as process:
        answers = _ask_for_pages(f"http://127.0.0.1:{port}")
        memory = resident_mb(process)
    return Outcome(runs={HEALTHY.id: starts, MEMORY.id: (memory,), ANSWER.id: answers})


def _start(folder: str) -> float:
    """Seconds from starting the process to the first good answer of /healthz."""
    before = time.perf_counter()
    with running_server(free_port(), {"KAKEHASHI_STATE": folder}):
        return time.perf_counter() - before


def _ask_for_pages(base_url: str) -> tuple[float, ...]:
    """Ask for pages of both languages with all kinds of things selected; return how long each took, in ms."""
    ids = re.findall(r'data-entity="([^"]+)"', _get(f"{base_url}/ja/"))
    addresses = [f"/{language}/?select={id_}" for language in ("ja", "en") for id_ in dict.fromkeys(ids)]
    random.Random(_SEED).shuffle(addresses)  # noqa: S311 - the same order in every run is what is wanted
    return tuple(_time(base_url + addresses[turn % len(addresses)]) for turn in range(_REQUESTS))


def _time(url: str) -> float:
    before = time.perf_counter()
    _get(url)
    return (time.perf_counter() - before) * 1000


def _get(url: str) -> str:
    """The answer's text, compressed on the way when the address is one of many, as browsers ask for it."""
    compressed = "?" in url
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"} if compressed else {})  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        body: bytes = answer.read()
    return "" if compressed else body.decode("utf-8")


def resident_mb(process: Popen[bytes]) -> float:
    """Resident memory of a process and its children, in MB of 1,000,000 bytes."""
    parent = psutil.Process(process.pid)
    return float(sum(each.memory_info().rss for each in (parent, *parent.children(recursive=True))) / 1e6)


SERVER = Measurement("server", "Server", (HEALTHY, MEMORY, ANSWER), _run)
