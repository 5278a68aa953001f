"""How smoothly the globe of the touch screen turns in software rendering: the frames in which it was really painted."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting

SECONDS = 60
_SCREEN = {"width": 1080, "height": 1920}

# Notes the time of every frame in which something was drawn on the globe's canvas: all calls of a frame bear one time.
WATCH = """(() => {
  window.globePaintedAt = [];
  const open = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (...kind) {
    const pen = open.apply(this, kind);
    if (this.id !== 'globe') return pen;
    for (const name of ['fill', 'stroke', 'fillRect', 'drawImage']) {
      const draw = pen[name];
      pen[name] = function (...shape) {
        const now = document.timeline.currentTime;
        if (window.globePaintedAt.at(-1) !== now) window.globePaintedAt.push(now);
        return draw.apply(this, shape);
      };
    }
    return pen;
  };
})()"""

FRAME = Line(id="attract.frame", title="globe: from frame to frame, median of 60 s", unit="ms", limit=33.3)
WORST = Line(id="attract.p95", title="the same, 95th percentile", unit="ms", summary="p95")


def run(setting: Setting, seconds: float = SECONDS) -> Outcome:
    """Watch the globe for so many seconds; the runs are ms from one painting to the next."""
    context = setting.browser.new_context(viewport=_SCREEN, has_touch=True)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{setting.base_url}/ja/kiosk")
        page.wait_for_load_state("networkidle")
        page.evaluate("window.globePaintedAt.length = 0")
        page.wait_for_timeout(seconds * 1000)
        times: list[Any] = page.evaluate("window.globePaintedAt")
    finally:
        context.close()
    runs = tuple(float(later - before) for before, later in pairwise(times))
    return Outcome(runs={FRAME.id: runs, WORST.id: runs}, detail={"frames_a_second": round(len(times) / seconds, 1)})


ATTRACT = Measurement("attract", "Attract screen, 1080 x 1920", (FRAME, WORST), run)
