"""How long it takes until what sleeps is there, once somebody reaches for it: Plotly on the map, Mantine's controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import Visit, moment, settle

_RUNS = 3

MAP = Line(id="wake.map", title="desktop: first “+” to the map drawn by Plotly", unit="s", limit=1)
MAP_PHONE = Line(id="wake.map-phone", title="slowed phone: first “+” to the map drawn by Plotly", unit="s", limit=4)
CONTROLS = Line(id="wake.controls", title="desktop: filters reached for to Mantine's controls there", unit="s")
CONTROLS_PHONE = Line(
    id="wake.controls-phone", title="slowed phone: filters reached for to Mantine's controls there", unit="s"
)
_PLUS, _FILTER = "#map-stage [data-action=zoom-in]", ".filter-menu summary"


def _run(setting: Setting) -> Outcome:
    return Outcome(
        runs={
            MAP.id: tuple(_wake(setting, "desktop", _reach_for_map, "map")),
            MAP_PHONE.id: tuple(_wake(setting, "phone", _reach_for_map, "map")),
            CONTROLS.id: tuple(_wake(setting, "desktop", _reach_for_filter, "controls")),
            CONTROLS_PHONE.id: tuple(_wake(setting, "phone", _reach_for_filter, "controls")),
        }
    )


def _wake(setting: Setting, screen: str, reach: Callable[[Visit, Page], None], awake: str) -> Iterator[float]:
    """Seconds from the reach to the thing painted; every visitor is a new one, nothing has been fetched before."""
    for _ in range(_RUNS):
        with setting.visit(screen, slowed=screen == "phone") as visit:
            page, wire = visit.page()
            visit.open(page, "/en/?pane=map")
            settle(page, wire)
            _show_filters(page)
            page.evaluate("kakehashiBench.watchReach()")
            reach(visit, page)
            yield (moment(page, awake) - float(page.evaluate("kakehashiBench.reachedAt"))) / 1000


def _show_filters(page: Page) -> None:
    """On a phone they are folded away."""
    tab = page.locator("[data-action=toggle-filters]")
    if tab.count() and tab.is_visible():
        tab.tap()


def _reach_for_map(visit: Visit, page: Page) -> None:
    plus = page.locator(_PLUS)
    plus.scroll_into_view_if_needed()
    if visit.touch:
        plus.tap()
    else:
        plus.click()


def _reach_for_filter(_: Visit, page: Page) -> None:
    """With the keyboard: a menu that is open keeps its plain form until it is shut."""
    page.locator(_FILTER).first.focus()


WAKING = Measurement("wake", "Reaching for more", (MAP, MAP_PHONE, CONTROLS, CONTROLS_PHONE), _run)
