"""A visitor: a browser context of a certain screen, with what crosses the wire counted and moments noted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize

PROBES = tuple(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("probe.js", "questions.js"))
PATIENCE_MS = 60_000

SCREENS: Mapping[str, tuple[ViewportSize, bool]] = {
    "desktop": ({"width": 1366, "height": 768}, False),
    "phone": ({"width": 390, "height": 844}, True),
}

# A phone of the middle range on a middling mobile network.
CPU_SLOWED_TIMES = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}

_FINGERPRINT = re.compile(r"\.[0-9a-f]{12}(?=[./])")


@dataclass
class Wire:
    """What one page moved: answers of the server, bytes received by file with headers, addresses elsewhere."""

    answered: list[str] = field(default_factory=list)
    received: dict[str, int] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    @property
    def total_kb(self) -> float:
        """Everything received, in kB of 1,000 bytes."""
        return sum(self.received.values()) / 1000

    def sent(self, event: Mapping[str, Any]) -> None:
        """A request was sent."""
        url = str(event["request"]["url"])
        self._names[event["requestId"]] = plain_name(url)
        if leaves_machine(url):
            self.left.append(url)

    def finished(self, event: Mapping[str, Any]) -> None:
        """An answer came in whole."""
        name = self._names.get(event["requestId"], "?")
        if event["encodedDataLength"]:  # what comes from the browser's own cache has no length on the wire
            self.answered.append(name)
        self.received[name] = self.received.get(name, 0) + int(event["encodedDataLength"])

    def heaviest(self, count: int) -> list[tuple[str, int]]:
        """The files that weigh most, heaviest first."""
        return sorted(self.received.items(), key=lambda item: (-item[1], item[0]))[:count]


def plain_name(url: str) -> str:
    """The path of an address without the fingerprint of its content, so that results can be compared."""
    parts = urlsplit(url)
    return _FINGERPRINT.sub("", parts.path) if parts.scheme in ("http", "https") else f"{parts.scheme}:"


def leaves_machine(url: str) -> bool:
    """Whether a request for this address would go to another machine."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Visit:
    """A browser context. Its pages share a cache; a ``with`` statement ends it."""

    context: BrowserContext
    base_url: str
    slowed: bool

    def __enter__(self) -> Visit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.context.close()

    def page(self) -> tuple[Page, Wire]:
        """A new page, slowed if the visit is, and the account of its traffic."""
        page = self.context.new_page()
        session = self.context.new_cdp_session(page)
        wire = Wire()
        session.on("Network.requestWillBeSent", wire.sent)
        session.on("Network.loadingFinished", wire.finished)
        session.send("Network.enable")
        if self.slowed:
            _slow_down(session)
        return page, wire

    def open(self, page: Page, path: str = "/ja/") -> None:
        """Begin to load an address; return as soon as the answer begins."""
        page.goto(self.base_url + path, wait_until="commit")


def open_visit(browser: Browser, base_url: str, screen: str, *, slowed: bool) -> Visit:
    """A fresh context of a screen of SCREENS; raise KeyError for another."""
    viewport, touch = SCREENS[screen]
    context = browser.new_context(
        viewport=viewport, has_touch=touch, is_mobile=touch, device_scale_factor=2 if touch else 1, locale="ja-JP"
    )
    context.set_default_timeout(PATIENCE_MS)
    for probe in PROBES:
        context.add_init_script(probe)
    return Visit(context, base_url, slowed)


def _slow_down(session: CDPSession) -> None:
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWED_TIMES})
    session.send("Network.emulateNetworkConditions", NETWORK)


def wait_until_painted(page: Page, *stages: str) -> None:
    """Wait until the controls are ready and Plotly has painted the named stages, "map" or "network"."""
    page.locator("#controls[data-ready]").wait_for(state="attached")
    for stage in stages:
        page.locator(f"#{stage}-stage[data-painted=plotly]").wait_for()


def wait_until_settled(page: Page) -> None:
    """Wait until both pictures are painted and nothing has been asked for in half a second."""
    wait_until_painted(page, "map", "network")
    page.wait_for_load_state("networkidle")


def moment(page: Page, name: str) -> float:
    """When something was first painted, in ms since the navigation began (see probe.js); waits for it."""
    found = page.evaluate("name => kakehashiBench.when(name)", name)
    return float(found)
