"""Random visitors at the touch screen for a long time: ``python -m bench.soak --minutes 60``.

A real server and a real browser. Every three minutes something befalls them: the server starts anew, tables are edited
well and badly, the page is loaded again, with and without its server. Every ten seconds or so, between two visitors,
the browser collects its garbage and is asked for its heap, its nodes and its listeners; the server for its memory. The
run is written as JSON and drawn as SVG. Ends with status 1 when something grew that must not, or a tap was lost.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.machine import describe_machine
from bench.soak_picture import draw_curves
from bench.soak_records import Sample, Soak, growth_of
from bench.soak_troubles import Troubles
from tests.browser.chromium import FLAGS, ROOT, find_chromium
from tests.browser.installation import Installation

_SAMPLE_EVERY_S = 10.0
_IDLE_S = 3
_COUNTDOWN_S = 20
# On a busy machine the question may open just under a finger, which answers it: then the clock runs once more.
_PATIENCE_S = 2 * (_IDLE_S + _COUNTDOWN_S) + 30
_QUESTIONS = "window.kakehashiQuestions"
_FIRST_MS = 180_000  # for a page that has yet to be made
_ANSWER_S = 5.0  # within which what is touched in the list must be selected, however busy the machine is
_VIEWPORT = {"width": 1080, "height": 1920}
_FLAGS_FILE = ROOT / "deploy" / "kiosk" / "chromium-flags.txt"

# A place to touch within one of the things that match, where it really lies uppermost; null when there is none.
_PLACE = """([selector, dice]) => {
  const all = [...document.querySelectorAll(selector)].map((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return { each, x: left + width / 2, y: top + height / 2, width };
  }).filter(({ each, x, y, width }) => width && each.contains(document.elementFromPoint(x, y)));
  const chosen = all[Math.floor(dice * all.length)];
  return chosen ? [chosen.x, chosen.y, chosen.each.closest('#list') ? chosen.each.dataset.select : ""] : null;
}"""

_ACTS: Sequence[tuple[str, int]] = (  # what visitors touch, and how often
    ("#list .item:not(.item-tie) > a", 10),
    ("#card .card-link, #card .tie-other, #card .tie-kind a", 8),
    (".map-stage .label", 5),
    ("#network a.label", 5),
    ("#bar [data-pane]", 2),
    ("[data-initial]", 3),
    ("[data-page]", 4),
    ("#bar [data-language]", 3),
    ("[data-aid]", 1),
    ("#card-close", 1),
)


class Visitors:
    """One page of the kiosk and those who come to it."""

    def __init__(self, page: Page, dice: random.Random) -> None:
        self._page = page
        self._dice = dice
        self._session: CDPSession = page.context.new_cdp_session(page)
        self.taps = 0
        self.lost = 0
        self.visits = 0
        self.resets_by_clock = 0

    def come(self) -> None:
        """One visitor, from the first touch to the attract screen."""
        self.visits += 1
        self._begin()
        for _ in range(self._dice.randint(5, 25)):
            self._act()
        if self.visits % 12 == 0:
            self._fall_asleep()
        else:
            self._touch("#bar [data-action=start-over]")
        self._wait_for("attract")

    def _begin(self) -> None:
        for _ in range(self._dice.choice([1, 1, 2, 4])):  # impatient ones tap again and again
            self._tap(self._dice.randint(50, 1000), self._dice.randint(100, 1000))
        self._wait_for("explore")

    def _act(self) -> None:
        selectors, weights = zip(*_ACTS, strict=True)
        chosen = self._dice.choices(selectors, weights)[0]
        if self._dice.random() < 0.04:
            self._spread()
        self._touch(chosen, twice=self._dice.random() < 0.1)
        time.sleep(self._dice.uniform(0.02, 0.25))

    def _touch(self, selector: str, *, twice: bool = False) -> bool:
        place = self._page.evaluate(_PLACE, [selector, self._dice.random()])
        if place is None:
            return False
        x, y, wanted = place
        questions = self._page.evaluate(_QUESTIONS)
        for _ in range(2 if twice else 1):
            self._tap(x, y)
        # One that met the question, which opened under it, was an answer.
        if wanted and not self._comes_to(wanted) and self._page.evaluate(_QUESTIONS) == questions:
            self.lost += 1
        return True

    def _comes_to(self, wanted: str) -> bool:
        deadline = time.monotonic() + _ANSWER_S
        while self._page.evaluate("document.body.dataset.selected") != wanted:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def _tap(self, x: float, y: float) -> None:
        self.taps += 1
        self._fingers("touchStart", (x, y))
        self._fingers("touchEnd")

    def _spread(self) -> None:
        x, y = self._dice.randint(300, 700), self._dice.randint(300, 1500)
        self._fingers("touchStart", (x - 20, y), (x + 20, y))
        for step in range(4):
            self._fingers("touchMove", (x - 20 - 40 * step, y), (x + 20 + 40 * step, y))
        self._fingers("touchEnd")

    def _fall_asleep(self) -> None:
        """Go away; half of them come back at the question once."""
        self._wait_for("asking")
        if self._dice.random() < 0.5 and self._touch("#idle [data-action=continue]"):
            self._wait_for("explore")
        self._wait_for("attract")
        self.resets_by_clock += 1

    def _wait_for(self, phase: str) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while self._page.evaluate("document.body.dataset.phase") != phase:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the kiosk never came to {phase}")
            time.sleep(0.05)

    def _fingers(self, kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def measure(self, server: psutil.Process, began: float) -> Sample:
        """How much there is of everything, with the garbage gone."""
        self._session.send("HeapProfiler.collectGarbage")
        heap = self._session.send("Runtime.getHeapUsage")
        counters = self._session.send("Memory.getDOMCounters")
        return Sample(
            seconds=round(time.monotonic() - began, 1),
            server_seconds=round(time.time() - server.create_time(), 1),
            heap_mb=round(heap["usedSize"] / 1e6, 3),
            nodes=counters["nodes"],
            listeners=counters["jsEventListeners"],
            server_mb=round(server.memory_info().rss / 1e6, 2),
            selections=self._page.evaluate("window.kakehashiSelections"),
            taps=self.taps,
        )


def read_flags() -> list[str]:
    """The flags of the screen's browser, without those that need a real screen."""
    lines = _FLAGS_FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("--") and line not in ("--kiosk", "--incognito")]


def run(minutes: float, seed: int, trouble_seconds: float) -> Soak:
    """Let visitors and troubles come for so many minutes; raise what goes wrong on the way."""
    with TemporaryDirectory(prefix="kakehashi-soak-") as state:
        lobby = Installation(Path(state), makes_ahead=True)
        lobby.settings |= {
            "KAKEHASHI_STATE": str(Path(state) / "own"),  # what is made ahead sweeps what others have had made
            "KAKEHASHI_IDLE_SECONDS": str(_IDLE_S),
            "KAKEHASHI_COUNTDOWN_SECONDS": str(_COUNTDOWN_S),
            "KAKEHASHI_PUBLIC_URL": "https://kakehashi.example.jp",
        }
        lobby.start()
        with closing(lobby), sync_playwright() as play:
            browser = play.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, *read_flags()])
            page = browser.new_context(viewport=_VIEWPORT, has_touch=True).new_page()  # type: ignore[arg-type]
            faults: list[str] = []
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.goto(f"{lobby.address}/ja/kiosk", timeout=_FIRST_MS)
            _prepare(page)
            visitors = Visitors(page, random.Random(seed))  # noqa: S311 - the same visitors in every run
            troubles = Troubles(page, lobby, trouble_seconds, _prepare)
            samples = _let_come(visitors, troubles, lobby, minutes * 60)
            version = browser.version
            browser.close()
    if faults:
        raise RuntimeError(f"the page had errors: {faults[:3]}")
    return Soak(
        date=time.strftime("%Y-%m-%d"),
        machine=describe_machine(),
        browser=version,
        minutes=minutes,
        visits=visitors.visits,
        resets_by_clock=visitors.resets_by_clock,
        troubles=troubles.number,
        lost_taps=visitors.lost,
        samples=tuple(samples),
    )


def _prepare(page: Page) -> None:
    """Wait until every language is there; count selections."""
    while page.evaluate("window.Kakehashi?.scenes.size || 0") < 2:
        time.sleep(0.1)
    page.evaluate(
        """() => {
          window.kakehashiSelections = Number(sessionStorage.selections || 0);
          window.kakehashiQuestions = 0;
          const hear = () => { window.kakehashiQuestions += document.body.dataset.phase === "asking"; };
          const changes = { attributes: true, attributeFilter: ["data-phase"] };
          new MutationObserver(hear).observe(document.body, changes);
          window.Kakehashi.store.subscribe((state, before) => {
            if (!state.select || state.select === before.select) return;
            sessionStorage.selections = window.kakehashiSelections += 1;
          });
        }"""
    )


def _let_come(visitors: Visitors, troubles: Troubles, lobby: Installation, seconds: float) -> list[Sample]:
    began = time.monotonic()
    samples = [visitors.measure(psutil.Process(lobby.process.pid), began)]
    while time.monotonic() - began < seconds:
        visitors.come()
        troubles.befall()
        if time.monotonic() - began - samples[-1].seconds >= _SAMPLE_EVERY_S:
            samples.append(visitors.measure(psutil.Process(lobby.process.pid), began))
    return samples


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, write, judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=20260401)
    parser.add_argument("--trouble-seconds", type=float, default=180, help="between two troubles; 0 for none")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "soak", help="folder of the record")
    asked = parser.parse_args(arguments)
    soak = run(asked.minutes, asked.seed, asked.trouble_seconds)
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "soak.json").write_text(soak.model_dump_json(indent=1) + "\n", encoding="utf-8")
    (asked.out / "soak.svg").write_text(draw_curves(soak), encoding="utf-8")
    return _judge(soak)


def _judge(soak: Soak) -> int:
    last = soak.samples[-1]
    print(
        f"{soak.visits} visitors, {last.taps} taps, {last.selections} selections, {soak.resets_by_clock} clock resets, "
        f"{soak.troubles} troubles, {soak.lost_taps} taps lost"
    )
    growths: list[Any] = growth_of(soak)
    for growth in growths:
        verdict = "holds" if growth.holds else "GROWS"
        print(f"{growth.name:<12} {growth.first:>12.2f} {growth.last:>12.2f} {growth.percent:>+8.2f} %   {verdict}")
    return 0 if all(growth.holds for growth in growths) and not soak.lost_taps else 1


if __name__ == "__main__":
    sys.exit(main())
