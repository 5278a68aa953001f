"""How long one full redraw of the map takes while it is dragged."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import moment, settle

_STEPS = 40
_STEP_PX = 6

REDRAW = Line(id="drag.redraw", title="map dragged: mouse moved to redraw painted", unit="ms", limit=33)
WORST = Line(id="drag.p95", title="map dragged: 95th percentile", unit="ms", summary="p95")


def _run(setting: Setting) -> Outcome:
    with setting.visit("desktop") as visit:
        page, wire = visit.page()
        visit.open(page)
        settle(page, wire)
        page.locator("#map-stage [data-action=zoom-in]").click()
        moment(page, "map")
        settle(page, wire)
        found = _drag(page)
    # The first step also leaves the picture's rest: Plotly sets up the drag in it.
    drags = [drag for drag in found["drags"] if drag["redrawn"]][1:]
    times = tuple(drag["to"] - drag["from"] for drag in drags)
    return Outcome(
        runs={REDRAW.id: times, WORST.id: times},
        detail={"steps": len(found["drags"]), "redraws": found["redraws"]},
    )


def _drag(page: Page) -> dict[str, Any]:
    """Press in a free place of the map and draw it about, each step when the last has been taken."""
    x, y = page.evaluate("kakehashiBench.freePlace()")
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("kakehashiBench.watchDrag()")
    for step in range(_STEPS):
        page.mouse.move(x - _STEP_PX * step, y - _STEP_PX * (step % 5))
    found: dict[str, Any] = page.evaluate("kakehashiBench.dragged()")
    page.mouse.up()
    if found["redraws"] < _STEPS / 2:
        raise RuntimeError(f"the map followed only {found['redraws']} of {_STEPS} steps of the mouse")
    return found


DRAGGING = Measurement("drag", "Dragging the map, desktop", (REDRAW, WORST), _run)
