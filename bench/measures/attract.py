"""How smoothly the globe of the touch screen turns: a minute of frames in software rendering."""

from __future__ import annotations

from typing import Any

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting

_SECONDS = 60
_SCREEN = {"width": 1080, "height": 1920}
_FRAMES = """seconds => new Promise((done) => {
  const times = [];
  const end = performance.now() + seconds * 1000;
  let last = performance.now();
  const frame = (now) => {
    times.push(now - last);
    last = now;
    if (now < end) requestAnimationFrame(frame);
    else done(times.slice(1));
  };
  requestAnimationFrame(frame);
})"""

FRAME = Line(id="attract.frame", title="globe: from frame to frame, median of 60 s", unit="ms", limit=33.3)
WORST = Line(id="attract.p95", title="the same, 95th percentile", unit="ms", summary="p95")


def _run(setting: Setting) -> Outcome:
    context = setting.browser.new_context(viewport=_SCREEN, has_touch=True)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.goto(f"{setting.base_url}/ja/kiosk")
        page.wait_for_load_state("networkidle")
        times: list[Any] = page.evaluate(_FRAMES, _SECONDS)
    finally:
        context.close()
    runs = tuple(float(time) for time in times)
    return Outcome(runs={FRAME.id: runs, WORST.id: runs}, detail={"frames_a_second": len(runs) / _SECONDS})


ATTRACT = Measurement("attract", "Attract screen, 1080 x 1920", (FRAME, WORST), _run)
