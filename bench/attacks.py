"""``python -m bench.attacks URL ATTACK SECONDS``: what strangers do to stop a program, each in its own way.

Without ATTACK, all of them one after the other; printed is the 95th percentile, in milliseconds, of answers to
``/healthz`` and to the Japanese explorer meanwhile. An answer that does not come counts as thirty seconds.
"""

from __future__ import annotations

import http.client
import json
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from threading import Thread
from urllib.parse import urlsplit

from bench.strangers import LOOPS, make_dice
from bench.summaries import summarise
from tests.browser.chromium import ROOT

SECONDS = 10.0
ASKED = {"/healthz": "/healthz", "page": "/ja/"}
_PATIENCE_S = 30.0
_PAUSE_S = 0.05
_JSON = {"Content-Type": "application/json"}
_CHARTS = ("decades", "countries", "themes", "distances")
_CHOICES = {
    "home": ("ichinoseki", "ishikawa"),
    "tie": ("sister_city", "friendly_exchange", "organisation_exchange", "support"),
    "country": ("NP", "EG", "RU", "CN", "KR", "VN", "AT", "AU"),
}
_CONNECTIONS = {"silent connections": b"", "slow connections": b"GET /ja/ HTTP/1.1\r\nHost: localhost\r\nX: "}
_CROWD = 300

Question = tuple[str, str, bytes | None, Mapping[str, str]]
"""Method, address, body, headers."""


def _get(address: str) -> Question:
    return "GET", address, None, {"Accept-Encoding": "br", "Accept": "text/html"}


def _choose(dice: random.Random) -> Question:
    """A choice on the figures page, one of thousands."""
    outputs = [{"id": f"chart-{key}", "property": "figure"} for key in _CHARTS]
    outputs.append({"id": "ties", "property": "rowData"})
    state = {name: [value for value in values if dice.random() < 0.5] for name, values in _CHOICES.items()}
    asked = {
        "output": "..".join(["", "...".join(f"{each['id']}.{each['property']}" for each in outputs), ""]),
        "outputs": outputs,
        "inputs": [{"id": "view", "property": "state", "value": state}],
        "changedPropIds": ["view.state"],
    }
    return "POST", "/en/figures/_dash-update-component", json.dumps(asked).encode(), _JSON


ATTACKS: Mapping[str, Callable[[random.Random], Question]] = {
    "nobody": lambda _: _get(""),
    "invented searches": lambda dice: _get(f"/en/kiosk?q={dice.random()}"),
    "invented figures": lambda dice: _get(f"/data/figures/{dice.randrange(10**9)}.json"),
    "invented stops": lambda dice: _get(f"/data/story.pptx?stop={dice.randrange(10**6)}"),
    "one heavy page": lambda _: _get("/ja/present"),
    "invented choices": _choose,
    "invented counts": lambda dice: ("POST", "/kiosk/usage", str(dice.random()).encode(), _JSON),
    "large bodies": lambda _: ("POST", "/en/_dash-update-component", b"x" * 200_000, _JSON),
    "large headers": lambda _: ("GET", "/ja/", None, {"X": "n" * 60_000}),
    **{name: lambda _: _get("") for name in _CONNECTIONS},
}
"""What each loop asks for, again and again. Two of them only hold connections open; nobody asks for nothing."""


def attack(host: str, name: str, seconds: float) -> None:
    """Attack in eight loops, or with three hundred connections."""
    if name in _CONNECTIONS:
        _hold(host, _CONNECTIONS[name], seconds)
        return
    deadline = time.monotonic() + seconds
    loops = [Thread(target=_loop, args=(host, name, deadline, make_dice(turn))) for turn in range(LOOPS)]
    for loop in loops:
        loop.start()
    for loop in loops:
        loop.join()


def _loop(host: str, name: str, deadline: float, dice: random.Random) -> None:
    connection = http.client.HTTPConnection(host, timeout=_PATIENCE_S)
    while time.monotonic() < deadline:
        method, address, body, headers = ATTACKS[name](dice)
        if not address:
            time.sleep(_PAUSE_S)
            continue
        try:
            connection.request(method, address, body, dict(headers))
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            connection.close()
    connection.close()


def _hold(host: str, beginning: bytes, seconds: float) -> None:
    """Three hundred connections that say no more than a beginning, opened anew where the server ends them."""
    parts = urlsplit(f"//{host}")
    deadline = time.monotonic() + seconds
    with ExitStack() as held:
        while time.monotonic() < deadline:
            for _ in range(_CROWD):
                with suppress(OSError):
                    connection = socket.create_connection((parts.hostname, parts.port), timeout=_PATIENCE_S)
                    held.enter_context(connection).sendall(beginning)
            time.sleep(max(0.0, deadline - time.monotonic()))


def look_under(host: str, name: str, seconds: float = SECONDS) -> dict[str, tuple[float, ...]]:
    """Milliseconds of each answer to what is asked while somebody else attacks."""
    command = [sys.executable, "-m", "bench.attacks", f"http://{host}", name, str(seconds)]
    took: dict[str, list[float]] = {what: [] for what in ASKED}
    with subprocess.Popen(command, cwd=ROOT) as others:
        time.sleep(1)  # until the attack has begun
        for what, address in _in_turn(others):
            took[what].append(_time(host, address))
            time.sleep(_PAUSE_S)
    return {what: tuple(times) for what, times in took.items()}


def _in_turn(others: subprocess.Popen[bytes]) -> Iterator[tuple[str, str]]:
    while others.poll() is None:
        yield from ASKED.items()


def _time(host: str, address: str) -> float:
    """Milliseconds until all has come, over a connection of its own; as long as a visitor waits, if nothing comes."""
    before = time.perf_counter()
    connection = http.client.HTTPConnection(host, timeout=_PATIENCE_S)
    try:
        connection.request("GET", address, headers={"Accept-Encoding": "br"})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return _PATIENCE_S * 1000
    finally:
        connection.close()
    return (time.perf_counter() - before) * 1000


def main(url: str, name: str = "", seconds: str = str(SECONDS)) -> None:
    """Attack, or measure every attack and print a table."""
    host = urlsplit(url).netloc
    if name:
        attack(host, name, float(seconds))
        return
    for each in ATTACKS:
        found = look_under(host, each)
        told = " ".join(f"{what} {summarise('p95', times):8.0f} ms" for what, times in found.items())
        print(f"{each:20} {told}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
