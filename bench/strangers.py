"""``python -m bench.strangers URL SECONDS < addresses``: strangers that ask for anything, in loops.

The addresses come one a line; each loop takes them in an order of its own, with invented queries, numbers and stops.
"""

from __future__ import annotations

import http.client
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from urllib.parse import urlsplit

LOOPS = 8
_SEED = 20260401
_WORDS = ("nepal", "no-such-thing", "ja", "-1", "999999", "%E6%A1%A5", "<b>", "1e9", "a" * 300)
_KEYS = ("select", "home", "tie", "theme", "q", "from", "to", "stop", "story", "view", "size", "lang", "pane")


def invent(addresses: Sequence[str], dice: random.Random) -> Iterator[str]:
    """Addresses without end: those that there are, with a query that nobody asked for, and some that there are not."""
    if not addresses:
        raise ValueError("there is nothing to ask for")
    while True:
        number = dice.randrange(10**6)
        address = dice.choice([*addresses, *_nowhere(dice.choice(addresses), number)])
        pairs = [f"{dice.choice(_KEYS)}={dice.choice((*_WORDS, str(number)))}" for _ in range(dice.randrange(4))]
        yield f"{address}?{'&'.join(pairs)}&n={number}"


def _nowhere(address: str, number: int) -> tuple[str, ...]:
    return (f"{address.rstrip('/')}/{number}", f"/en/card/{number}/", f"/data/en/main/stop-{number}.svg", f"/{number}")


def run_loops(base_url: str, seconds: float, addresses: Sequence[str]) -> int:
    """Let the loops run; how many answers they got. A server that hangs up is asked again."""
    counts: list[int] = []
    deadline = time.monotonic() + seconds
    loops = [
        Thread(
            target=_loop, args=(urlsplit(base_url).netloc, deadline, invent(addresses, make_dice(turn)), counts.append)
        )
        for turn in range(LOOPS)
    ]
    for loop in loops:
        loop.start()
    for loop in loops:
        loop.join()
    return sum(counts)


def make_dice(turn: int) -> random.Random:
    """Chance that falls alike in every run, for each loop in its own way."""
    return random.Random(_SEED + turn)  # noqa: S311 - the same questions in every run are what is wanted


def _loop(host: str, deadline: float, wishes: Iterator[str], tell: Callable[[int], None]) -> None:
    answers = 0
    connection = http.client.HTTPConnection(host, timeout=30)
    while time.monotonic() < deadline:
        try:
            connection.request("GET", next(wishes), headers={"Accept-Encoding": "br", "Accept": "text/html"})
            connection.getresponse().read()
            answers += 1
        except (OSError, http.client.HTTPException):
            connection.close()
    connection.close()
    tell(answers)


if __name__ == "__main__":
    print(run_loops(sys.argv[1], float(sys.argv[2]), sys.stdin.read().split()))
