"""How long a step on stage takes until everything stands still, and until the speaker's window shows it."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import BrowserContext, Page, ViewportSize

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import PATIENCE_MS

SCREEN: ViewportSize = {"width": 1920, "height": 1080}
_ROUNDS = 2

# After every painted frame: has the camera, a growing curve, the network or a word changed since the frame before?
WATCH = """(() => {
  if (window !== window.top) return;
  const QUIET_MS = 500;
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  }));
  const look = () => [
    document.getElementById('slide').dataset.stop,
    document.querySelector('#map-stage > .picture').getAttribute('viewBox'),
    document.querySelector('#network-stage .network-labels').style.cssText,
    ...[...document.querySelectorAll('#map-stage :is(.line, .core)')].map((line) => line.style.strokeDasharray),
  ].join(';');
  let step = null;
  const follow = async (from) => {
    let [seen, last, frames] = [look(), from, []];
    for (let now = from; now - last < QUIET_MS;) {
      now = await painted();
      const next = look();
      if (next !== seen) { frames.push(now); [seen, last] = [next, now]; }
    }
    return { ms: last - from, frames: frames.slice(1).map((each, place) => each - frames[place]) };
  };
  addEventListener('keydown', (event) => {
    if (document.getElementById('slide')) step = follow(event.timeStamp);
  }, true);
  window.stageBench = {
    step: () => step,
    pressed: () => new Promise((resolve) => addEventListener('keydown',
      (event) => resolve(performance.timeOrigin + event.timeStamp), { capture: true, once: true })),
    followed: () => new Promise((resolve) => new MutationObserver((_, watcher) => {
      watcher.disconnect();
      painted().then((now) => resolve(performance.timeOrigin + now));
    }).observe(document.getElementById('stage-number'), { childList: true, characterData: true, subtree: true })),
  };
})()"""

STILL = Line(
    id="stage.p95", title="stage: key to last moving frame, 95th percentile", unit="ms", limit=500, summary="p95"
)
WORST = Line(id="stage.max", title="stage: the same, the slowest step", unit="ms", limit=500, summary="max")
FRAME = Line(id="stage.frame", title="stage: from one moving frame to the next, median", unit="ms")
NOTES = Line(
    id="stage.notes",
    title="stage: key to speaker's window painted, 95th percentile",
    unit="ms",
    limit=200,
    summary="p95",
)
NOTES_WORST = Line(id="stage.notes-max", title="stage: speaker's window, the slowest step", unit="ms", summary="max")


def run(setting: Setting) -> Outcome:
    """Step through the story and back with a clicker's keys, first with one window, then with two."""
    context = setting.browser.new_context(viewport=SCREEN, locale="ja-JP")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WATCH)
    try:
        stage = _open(context, f"{setting.base_url}/ja/present?stop=1")
        keys = _keys(stage) * _ROUNDS
        steps = [_step(stage, key) for key in keys]
        notes = _open_notes(stage)
        followed = tuple(_follow(stage, notes, key) for key in keys)
    finally:
        context.close()
    times = tuple(step["ms"] for step in steps)
    frames = tuple(frame for step in steps for frame in step["frames"])
    return Outcome(
        runs={STILL.id: times, WORST.id: times, FRAME.id: frames, NOTES.id: followed, NOTES_WORST.id: followed},
        detail={"steps": [{"key": key, "ms": round(ms, 1)} for key, ms in zip(keys, times, strict=True)]},
    )


def _open(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return _await(page)


def _open_notes(stage: Page) -> Page:
    """As a speaker opens it, in a window of its own."""
    with stage.expect_popup() as opened:
        stage.keyboard.press("s")
    return _await(opened.value)


def _await(page: Page) -> Page:
    page.locator("body[data-ready]").wait_for(state="attached")
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def _keys(stage: Page) -> list[str]:
    """To the last stop and back to the first."""
    steps = stage.locator("[data-sheet]").count() - 1
    return ["PageDown"] * steps + ["PageUp"] * steps


class _Step(TypedDict):
    ms: float  # from the key to the last moving frame
    frames: list[float]  # from one moving frame to the next


def _step(stage: Page, key: str) -> _Step:
    stage.keyboard.press(key)
    found: _Step = stage.evaluate("stageBench.step()")
    return found


def _follow(stage: Page, notes: Page, key: str) -> float:
    """Ms from the key on stage until the speaker's window has painted the stop."""
    stage.evaluate("window.pressedAt = stageBench.pressed(), true")
    notes.evaluate("window.followedAt = stageBench.followed(), true")
    stage.keyboard.press(key)
    pressed, followed = stage.evaluate("window.pressedAt"), notes.evaluate("window.followedAt")
    stage.evaluate("stageBench.step()")
    return float(followed - pressed)


STAGE = Measurement("stage", "On stage, 1920 x 1080", (STILL, WORST, FRAME, NOTES, NOTES_WORST), run)
