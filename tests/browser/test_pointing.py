"""What one points at is what one gets: every mark, name and line at its middle, on every view and screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import wake_map
from tests.browser.kiosk_screen import LARGE, PORTRAIT, Screen, begin, kiosk_page, kiosk_server
from tests.browser.stillness import wait_for_fades

OPEN = Callable[..., Page]

# For all that is drawn in a stage: what a click on its middle selects, when it is something else than itself. A line's
# middle is the place nearest to it at which neither a name, a mark nor another line lies.
POINT_AT_EVERYTHING = """async (stage, air) => {
  const store = window.Kakehashi?.store;
  const deselect = () => {
    if (!store) { document.dispatchEvent(new KeyboardEvent("keydown", { key: "Backspace", bubbles: true })); return; }
    store.dispatch({ type: "select", id: "" });
    store.dispatch({ type: "replace", state: { ...store.state } }); // before the next step a step is shown to its end
  };
  const selected = () => store?.state.select
    ?? new URLSearchParams(location.search).get("select") ?? "";
  const isSeen = (each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !each.closest(".callout, .is-out");
  const middle = (each) => {
    const { left, top, right, bottom } = (each.querySelector(".disc") || each).getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const inside = ([x, y]) => {
    const { left, top, right, bottom } = stage.getBoundingClientRect();
    return x > left && x < right && y > top && y < bottom && x < innerWidth && y < innerHeight && y > 0 && x > 0;
  };
  const pointsOf = (line, steps = 400) => Array.from({ length: steps + 1 }, (_, step) => {
    const { x, y } = line.getPointAtLength(line.getTotalLength() * step / steps).matrixTransform(line.getScreenCTM());
    return [x, y];
  });
  const all = (selector) => [...stage.querySelectorAll(selector)].filter(isSeen);
  const things = all("a[data-mark], .marker, .point, .node[data-mark] use, .bar[data-mark]");
  const lines = all(".stage > .picture .curve .line, #map-plot .curve .js-line, .edge.exchange .line");
  const boxes = things.map((each) => each.getBoundingClientRect());
  const idOf = (each) => each.closest("[data-mark]").dataset.mark;
  const isFree = ([x, y], own) => inside([x, y])
    && !document.elementFromPoint(x, y)?.closest("button, .lens, .callout")
    && boxes.every(({ left, top, right, bottom }) =>
      x < left - air || x > right + air || y < top - air || y > bottom + air)
    && others.every(({ line, points }) => line === own || idOf(line) === idOf(own)
      || points.every(([a, b]) => Math.hypot(a - x, b - y) > 2));
  const others = lines.map((line) => ({ line, points: pointsOf(line) }));
  const targets = [
    ...things.map((each) => ({ id: idOf(each), kind: each.matches("a") ? "name" : "mark", place: middle(each) })),
    ...others.map(({ line, points }) => {
      const inTurn = points.map((point, at) => [Math.abs(at - 200), point]).sort(([a], [b]) => a - b);
      const place = inTurn.map(([, point]) => point).find((point) => isFree(point, line));
      return { id: idOf(line), kind: "line", place };
    }),
  ];
  const current = ([x, y]) => {
    const { left, top } = stage.getBoundingClientRect();
    return [x - was.left + left, y - was.top + top];
  };
  const own = document.body.dataset.selected;
  const was = stage.getBoundingClientRect();
  const counts = { name: 0, mark: 0, line: 0 };
  const wrong = [];
  for (const { id, kind, place } of targets) {
    if (!place || !inside(place)) continue; // a line wholly among others, a name beyond the edge of the view
    // Away from what is fixed to the edges of the window.
    scrollBy({ top: current(place)[1] - innerHeight / 2, behavior: "instant" });
    const met = document.elementFromPoint(...current(place));
    if (!stage.contains(met)) { wrong.push([kind, id, `lies under ${met.outerHTML.slice(0, 80)}`]); continue; }
    const [clientX, clientY] = current(place);
    const options = { bubbles: true, cancelable: true, detail: 1, clientX, clientY, pointerType: "mouse" };
    for (const name of ["pointerdown", "pointerup", "click"]) met.dispatchEvent(new PointerEvent(name, options));
    if (selected() !== id) wrong.push([kind, id, `gives ${selected() || "nothing"}`]);
    counts[kind] += 1;
    deselect();
    while (document.body.dataset.selected !== own) await new Promise(requestAnimationFrame); // its card is gone
  }
  return { wrong, counts };
}"""
SIZES = [(320, 640), (390, 844), (820, 1180), (1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
AWAKE = (1366, 768)
"""The size at which Plotly's map is pointed at as well."""


def point_at_everything(page: Page, stage: str, air: float = 7) -> dict[str, int]:
    """Counts of names, marks and lines that were clicked, all of which selected themselves.

    ``air`` is how far from names and marks a line is its own, in pixels: more for a finger than for a mouse.
    """
    place = page.locator(stage)
    place.scroll_into_view_if_needed()
    wait_for_fades(page)
    found: dict[str, Any] = place.evaluate(POINT_AT_EVERYTHING, air)
    assert found["wrong"] == [], f"{stage} at {page.viewport_size}: {found['wrong']}"
    return dict(found["counts"])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_on_the_explorer(visit: OPEN, size: tuple[int, int]) -> None:
    width, height = size
    page = visit(f"/{'ja' if width % 4 else 'en'}/?pane=map", viewport={"width": width, "height": height})
    counts = point_at_everything(page, "#map-stage")
    assert counts["mark"] >= 9
    assert counts["line"] >= 6
    if size == AWAKE:
        wake_map(page)
        awake = point_at_everything(page, "#map-stage")
        assert (awake["name"], awake["mark"]) == (counts["name"], counts["mark"])
        assert awake["line"] >= counts["line"]
    page.evaluate("Kakehashi.store.dispatch({ type: 'pane', pane: 'network' })")
    assert point_at_everything(page, "#network-stage")["name"] >= 50


@pytest.mark.parametrize("screen", [PORTRAIT, LARGE], ids=str)
def test_on_the_touch_screen(browser: Browser, tmp_path: Path, screen: Screen) -> None:
    with kiosk_server(tmp_path) as address, kiosk_page(browser, f"{address}/ja/kiosk", screen) as page:
        begin(page)
        assert point_at_everything(page, "#map-stage", 0.45 * 20 * screen.px_per_mm)["mark"] >= 10


@pytest.mark.parametrize("size", SIZES[2::2], ids=str)
def test_on_stage(visit: OPEN, size: tuple[int, int]) -> None:
    width, height = size
    page = visit(
        "/ja/present?stop=1",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        settled=False,
    )
    page.locator("body[data-ready]").wait_for(state="attached")
    counts = point_at_everything(page, "#map-stage", 0.016 * min(width, height))  # marks grow with the screen
    assert counts["mark"] >= 9
    assert counts["line"] >= 6
