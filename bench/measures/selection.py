"""How long it takes from choosing something to seeing it on the map and in the network."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page
from pydantic import JsonValue

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import settle

_COUNT = 50
_SEED = 20260401

PAINTED = Line(id="select.p95", title="click to highlight painted, 95th percentile", unit="ms", limit=60, summary="p95")
MEDIAN = Line(id="select.median", title="click to highlight painted, median", unit="ms")
FIRST = Line(
    id="select.first", title="click to first frame of the highlight, 95th percentile", unit="ms", summary="p95"
)
SHOWN = Line(id="select.shown", title="the same as the browser times it, 95th percentile", unit="ms", summary="p95")
ASKED = Line(id="select.asked", title="requests made by 50 selections", unit="", summary="max")
PHONE_MAP = Line(id="select.phone-map", title="slowed phone, map open: 95th percentile", unit="ms", summary="p95")
PHONE_NETWORK = Line(
    id="select.phone-network", title="slowed phone, network open: 95th percentile", unit="ms", summary="p95"
)


def _run_desktop(setting: Setting) -> Outcome:
    with setting.visit("desktop") as visit:
        page, wire = visit.page()
        visit.open(page)
        settle(page, wire)
        known = len(wire.answered)
        chosen = choose(page.evaluate("kakehashiBench.drawn()"), _COUNT)
        page.evaluate("kakehashiBench.watch()")
        found = [_select_by_mouse(page, id_) for id_ in chosen]
        asked = wire.answered[known:]
    times = tuple(run["ms"] for run in found)
    selections: list[JsonValue] = [*found]
    return Outcome(
        runs={
            PAINTED.id: times,
            MEDIAN.id: times,
            FIRST.id: tuple(run["first_ms"] for run in found),
            SHOWN.id: tuple(run["shown_ms"] for run in found),
            ASKED.id: (len(asked),),
        },
        detail={"selections": selections, "asked": [*asked]},
    )


def choose(ids: Sequence[str], count: int) -> list[str]:
    """So many random things, the same in every run, never the same one twice in a row."""
    if len(set(ids)) < 2:
        raise ValueError("fewer than two things of the list are drawn on the map or in the network")
    dice = random.Random(_SEED)  # noqa: S311 - the same choice in every run is what is wanted
    chosen: list[str] = []
    while len(chosen) < count:
        chosen.append(dice.choice([id_ for id_ in sorted(set(ids)) if id_ not in chosen[-1:]]))
    return chosen


def _select_by_mouse(page: Page, id_: str) -> dict[str, Any]:
    """A real click on the thing's place in the list; times in ms from the mouse's own time stamp."""
    place = page.evaluate("id => kakehashiBench.intoView(id)", id_)
    page.mouse.move(*place)
    page.evaluate("kakehashiBench.painted()")
    page.mouse.click(*place)
    found = page.evaluate("kakehashiBench.collect()")
    click, shown = found["click"], [entry["duration"] for entry in found["slow"]]
    # The browser reports events of 16 ms and more only, in steps of 8.
    times = {"ms": click["lit"] - click["from"], "first_ms": click["to"] - click["from"], "fades": click["fades"]}
    return {"id": id_, **times, "shown_ms": max(shown, default=16), **_check(page, id_)}


def _check(page: Page, id_: str) -> dict[str, Any]:
    """How many of the pictures' elements are lit; raise RuntimeError when one that should be is not, or another is."""
    marks: dict[str, dict[str, int]] = page.evaluate("id => kakehashiBench.highlighted(id)", id_)
    drawn = sum(mark["drawn"] for mark in marks.values())
    if not drawn or any(mark["lit"] != mark["drawn"] or mark["stray"] for mark in marks.values()):
        raise RuntimeError(f"the highlight of {id_} is not what it should be: {marks}")
    return {picture: mark["lit"] for picture, mark in marks.items()}


def _run_phone(setting: Setting) -> Outcome:
    with setting.visit("phone", slowed=True) as visit:
        page, wire = visit.page()
        visit.open(page)
        settle(page, wire)
        runs = {
            line.id: _select_with_open(page, pane) for line, pane in ((PHONE_MAP, "map"), (PHONE_NETWORK, "network"))
        }
    return Outcome(runs=runs)


def _select_with_open(page: Page, pane: str) -> tuple[float, ...]:
    """With a picture open the list is hidden, so that the click is made by a script in the page."""
    page.locator(f'.tabs [data-pane="{pane}"]').tap()
    page.evaluate("kakehashiBench.watch()")
    return tuple(_select_by_script(page, id_) for id_ in choose(page.evaluate("kakehashiBench.drawn()"), _COUNT // 2))


def _select_by_script(page: Page, id_: str) -> float:
    page.evaluate("id => kakehashiBench.clickInPage(id)", id_)
    click = page.evaluate("kakehashiBench.collect()")["click"]
    _check(page, id_)
    return float(click["lit"] - click["from"])


SELECTION = Measurement("select", "Selecting, desktop", (PAINTED, MEDIAN, FIRST, SHOWN, ASKED), _run_desktop)
SELECTION_PHONE = Measurement("select-phone", "Selecting, slowed phone", (PHONE_MAP, PHONE_NETWORK), _run_phone)
