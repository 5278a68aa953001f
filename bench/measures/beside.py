"""The explorer beside a page of the same network written by hand: loads in turns, each in a fresh browser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page
from pydantic import JsonValue

from bench.d3.recipe import describe_network
from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.summaries import summarise
from bench.visits import Visit, settle

PROBE = (Path(__file__).parents[1] / "beside.js").read_text(encoding="utf-8")
_SELECTIONS = 20
_HOVER_MS, _PAUSE_MS = 200, 300


class Load(NamedTuple):
    """One load of one page; times in ms."""

    ready: float  # from the beginning of the navigation until map and network are painted and can be chosen from
    blocked: float  # sum over all long tasks until settled of what they take beyond 50 ms
    selections: tuple[float, ...]  # each from the end of the click or tap to the end of the frame that shows it

    @property
    def selection(self) -> float:
        return summarise("median", self.selections)


class Screen(NamedTuple):
    """Where the two are compared, how often, and how many times the other page's figures the explorer's may be."""

    id: str
    rounds: int
    slowed: bool
    limits: tuple[float, float, float]  # ready, blocked, selection
    slowest_ms: float | None  # the most that the 95th percentile of selections may be


DESKTOP = Screen("desktop", 5, slowed=False, limits=(2, 2, 2.5), slowest_ms=20)
PHONE = Screen("phone", 3, slowed=True, limits=(1.3, 1.5, 2), slowest_ms=None)
_KINDS = {
    "ready": "map and network there and selectable",
    "blocked": "main thread blocked",
    "selection": "selection to painted, median",
}


def _lines(screen: Screen) -> tuple[Line, ...]:
    """For each kind the ratio, which has the limit, then both pages' own figures."""
    return (
        *(line for key, limit in zip(_KINDS, screen.limits, strict=True) for line in _lines_of(screen.id, key, limit)),
        Line(
            id=f"beside.{screen.id}.slowest",
            title=f"{screen.id}: selection to painted, 95th percentile",
            unit="ms",
            limit=screen.slowest_ms,
            summary="p95",
        ),
    )


def _lines_of(screen: str, key: str, limit: float) -> Iterable[Line]:
    title = f"{screen}: {_KINDS[key]}"
    yield Line(id=f"beside.{screen}.{key}", title=f"{title}, times the page by hand", unit="×", limit=limit)
    yield Line(id=f"beside.{screen}.{key}-here", title=title, unit="ms")
    yield Line(id=f"beside.{screen}.{key}-by-hand", title=f"{title}, page by hand", unit="ms")


def _measure(setting: Setting, screen: Screen) -> Outcome:
    """Both pages in turns; a ratio is that of two loads one right after the other."""
    partners = [marker["id"] for marker in describe_network()["markers"] if marker["role"] == "partner"]
    rounds = [
        (
            _load(setting, screen, setting.by_hand_url, "/", partners),
            _load(setting, screen, setting.base_url, "/en/?pane=map", partners),
        )
        for _ in range(screen.rounds)
    ]
    runs: dict[str, tuple[float, ...]] = {}
    for key in _KINDS:
        pairs = [(float(getattr(hand, key)), float(getattr(here, key))) for hand, here in rounds]
        runs[f"beside.{screen.id}.{key}"] = tuple(ratio(here, hand) for hand, here in pairs)
        runs[f"beside.{screen.id}.{key}-here"] = tuple(here for _, here in pairs)
        runs[f"beside.{screen.id}.{key}-by-hand"] = tuple(hand for hand, _ in pairs)
    runs[f"beside.{screen.id}.slowest"] = tuple(ms for _, here in rounds for ms in here.selections)
    return Outcome(runs=runs, detail={"selections": [_tell(hand, here) for hand, here in rounds]})


def ratio(here: float, by_hand: float) -> float:
    """How many times the other page's figure, which counts as a millisecond at least."""
    return here / max(by_hand, 1)


def _tell(hand: Load, here: Load) -> JsonValue:
    return {"by_hand": [round(ms, 1) for ms in hand.selections], "here": [round(ms, 1) for ms in here.selections]}


def _load(setting: Setting, screen: Screen, base_url: str, path: str, partners: Sequence[str]) -> Load:
    """Load a page in a browser of its own and select partners on its map, one after the other."""
    with setting.fresh_visit(base_url, screen.id, slowed=screen.slowed, probes=(PROBE,)) as visit:
        page, wire = visit.page()
        visit.open(page, path)
        settle(page, wire, "besideBench")
        ready = float(page.evaluate("besideBench.ready"))
        tasks = page.evaluate("besideBench.tasks")
        return Load(ready, sum(max(0.0, task[1] - 50) for task in tasks), _select(page, visit, partners))


def _select(page: Page, visit: Visit, partners: Sequence[str]) -> tuple[float, ...]:
    targets = page.evaluate("ids => besideBench.targets(ids)", partners)
    if len(targets) < 2:
        raise RuntimeError(f"fewer than two of {partners} can be reached on the map: {targets}")
    return tuple(_choose(page, visit, targets[turn % len(targets)]) for turn in range(_SELECTIONS))


def _choose(page: Page, visit: Visit, target: dict[str, Any]) -> float:
    """As a person does: rest on it, choose it, look; ms until it is painted."""
    if not visit.touch:
        page.mouse.move(target["x"], target["y"])
    page.wait_for_timeout(_HOVER_MS)
    if not page.evaluate("id => besideBench.arm(id)", target["id"]):
        raise RuntimeError(f"{target['id']} was lit before it was chosen")
    if visit.touch:
        page.touchscreen.tap(target["x"], target["y"])
    else:
        page.mouse.click(target["x"], target["y"])
    taken = float(page.evaluate("besideBench.chosen"))
    page.wait_for_timeout(_PAUSE_MS)
    return taken


def _measurement(screen: Screen) -> Measurement:
    title = f"Beside a page written by hand, {screen.id}"
    return Measurement(f"beside-{screen.id}", title, _lines(screen), lambda setting: _measure(setting, screen))


BESIDE_DESKTOP, BESIDE_PHONE = _measurement(DESKTOP), _measurement(PHONE)
