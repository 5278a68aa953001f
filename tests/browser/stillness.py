"""Waiting until a page has come to rest, however slow the machine is."""

import json
import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

Value = TypeVar("Value")

_PATIENCE_S = 10
# Two frames let the page act on what was just done; what never ends (a turning globe) is not waited for.
_FADES_END = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const running = () => document.getAnimations().filter(
    (each) => each.playState === 'running' && each.effect.getComputedTiming().endTime !== Infinity);
  do {
    await frame();
    await Promise.all(running().map((each) => each.finished.catch(() => undefined)));
  } while (running().length);
  await frame();
}"""


def wait_for_fades(page: Page) -> None:
    """Wait until everything that fades or slides in has come to its end."""
    page.evaluate(_FADES_END)


def wait_for_value(page: Page, read: Callable[[], Value], is_wanted: Callable[[Value], bool]) -> Value:
    """What `read` gives as soon as it is wanted, or what it gave last when patience ran out."""
    deadline = time.monotonic() + _PATIENCE_S
    while not is_wanted(found := read()) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    return found


def wait_until_unchanged(page: Page, read: Callable[[], Value], pause_ms: int = 250) -> Value:
    """What `read` gives once it gave the same twice, `pause_ms` apart."""
    deadline = time.monotonic() + _PATIENCE_S
    last = read()
    while time.monotonic() < deadline:
        page.wait_for_timeout(pause_ms)
        found = read()
        if json.dumps(found) == json.dumps(last):
            return found
        last = found
    raise AssertionError(f"the page never came to rest: {last}")
