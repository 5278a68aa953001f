"""How soon a slow phone can read and select."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page
from pydantic import JsonValue

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import PATIENCE_MS, Wire, moment, settle

_RUNS = 3
_PAUSE_S = 0.05

READ = Line(id="phone.read", title="phone: first name on the map painted", unit="s", limit=2)
SELECT = Line(id="phone.select", title="phone: a tap selects, the card shows it", unit="s", limit=4)
MOVED = Line(id="phone.moved", title="phone: received until settled", unit="kB")


def _run(setting: Setting) -> Outcome:
    starts = [_read_and_select(setting) for _ in range(_RUNS)]
    return Outcome(
        runs={line.id: tuple(run[line.id] for run, _ in starts) for line in (READ, SELECT, MOVED)},
        detail={"start": [detail for _, detail in starts]},
    )


def _read_and_select(setting: Setting) -> tuple[dict[str, float], JsonValue]:
    """Tap the first name on the map from the moment it is there until the tap selects it."""
    with setting.visit("phone", slowed=True) as visit:
        page, wire = visit.page()
        visit.open(page)
        taps = _tap_until_selected(page)
        figures = {READ.id: moment(page, "label") / 1000, SELECT.id: moment(page, "selected") / 1000}
        early = page.evaluate("kakehashiBench.early")
        settle(page, wire)
        figures[MOVED.id] = wire.total_kb
        return figures, {"taps": taps, "early": early, **_heaviest(wire), **_explain(page)}


def _tap_until_selected(page: Page) -> int:
    """How many taps it took. Taps that come too early load no page here: the probe only counts them."""
    taps = 0
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < deadline:
        if page.evaluate("'selected' in kakehashiBench.moments"):
            return taps
        place = page.evaluate("kakehashiBench.firstLabel()")
        if place and not page.evaluate("document.body.dataset.selected"):
            page.touchscreen.tap(*place)
            taps += 1
        time.sleep(_PAUSE_S)
    raise TimeoutError("no tap selected anything")


def _heaviest(wire: Wire) -> dict[str, Any]:
    return {"bytes": dict(wire.heaviest(12))}


def _explain(page: Page) -> dict[str, Any]:
    """What stood in the way: long tasks as [start, duration], files as [address, start, end, bytes], times in ms."""
    found: dict[str, Any] = page.evaluate("kakehashiBench.explain()")
    return found


PHONE = Measurement("phone", "A slowed phone", (READ, SELECT, MOVED), _run)
