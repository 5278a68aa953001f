"""How soon a slow phone can read, select, and have everything."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page
from pydantic import JsonValue

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import PATIENCE_MS, Wire, moment

_RUNS = 3
_PAUSE_S = 0.05

READ = Line(id="phone.read", title="phone: first partner's name painted", unit="s", limit=2)
SELECT = Line(id="phone.select", title="phone: a tap selects, the card shows it", unit="s", limit=4)
ALL = Line(id="phone.all", title="phone: all of it there, map and network opened", unit="s", limit=9)
LOADED = Line(id="phone.loaded", title="phone: scripts loaded, controls ready", unit="s")
MAP = Line(id="phone.map", title="phone: tap on the map's tab to map painted", unit="s")
NETWORK = Line(id="phone.network", title="phone: tap on the network's tab to network painted", unit="s")
MOVED = Line(id="phone.moved", title="phone: received until then", unit="kB")


def _run(setting: Setting) -> Outcome:
    starts = [_read_and_select(setting) for _ in range(_RUNS)]
    wholes = [_open_everything(setting) for _ in range(_RUNS)]
    lines = (
        (READ, starts),
        (SELECT, starts),
        (LOADED, wholes),
        (MAP, wholes),
        (NETWORK, wholes),
        (ALL, wholes),
        (MOVED, wholes),
    )
    return Outcome(
        runs={line.id: tuple(run[line.id] for run, _ in found) for line, found in lines},
        detail={"start": [detail for _, detail in starts], "whole": [detail for _, detail in wholes]},
    )


def _read_and_select(setting: Setting) -> tuple[dict[str, float], JsonValue]:
    """Tap the first thing of the list from the moment it is there until the tap selects it."""
    with setting.visit("phone", slowed=True) as visit:
        page, _ = visit.page()
        visit.open(page)
        taps = _tap_until_selected(page)
        figures = {READ.id: moment(page, "list") / 1000, SELECT.id: moment(page, "selected") / 1000}
        early = page.evaluate("kakehashiBench.early")
        return figures, {"taps": taps, "early": early, **_explain(page)}


def _tap_until_selected(page: Page) -> int:
    """How many taps it took. Taps that come too early load no page here: the probe only counts them."""
    taps = 0
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < deadline:
        if page.evaluate("'selected' in kakehashiBench.moments"):
            return taps
        place = page.evaluate("kakehashiBench.firstItem()")
        if place and not page.evaluate("document.body.dataset.selected"):
            page.touchscreen.tap(*place)
            taps += 1
        time.sleep(_PAUSE_S)
    raise TimeoutError("no tap selected anything")


def _open_everything(setting: Setting) -> tuple[dict[str, float], JsonValue]:
    """Wait for the controls and all scripts, then tap the map's tab, then the network's, as soon as it can be done."""
    with setting.visit("phone", slowed=True) as visit:
        page, wire = visit.page()
        visit.open(page)
        controls = moment(page, "controls")
        loaded = max(controls, float(page.evaluate("kakehashiBench.lastScript()")))
        pictures = {line.id: _open_tab(page, pane) for line, pane in ((MAP, "map"), (NETWORK, "network"))}
        everything = max(moment(page, name) for name in ("controls", "map", "network"))
        figures = {
            LOADED.id: loaded / 1000,
            **pictures,
            ALL.id: max(loaded, everything) / 1000,
            MOVED.id: wire.total_kb,
        }
        return figures, {"controls": controls, **_heaviest(wire), **_explain(page)}


def _open_tab(page: Page, pane: str) -> float:
    """Seconds from the tap on a tab to the picture painted."""
    place = page.evaluate("pane => kakehashiBench.tab(pane)", pane)
    before = float(page.evaluate("performance.now()"))
    page.touchscreen.tap(*place)
    return (moment(page, pane) - before) / 1000


def _heaviest(wire: Wire) -> dict[str, Any]:
    return {"bytes": dict(wire.heaviest(12))}


def _explain(page: Page) -> dict[str, Any]:
    """What stood in the way: long tasks as [start, duration], files as [address, start, end, bytes], times in ms."""
    found: dict[str, Any] = page.evaluate("kakehashiBench.explain()")
    return found


PHONE = Measurement("phone", "A slowed phone", (READ, SELECT, ALL, LOADED, MAP, NETWORK, MOVED), _run)
