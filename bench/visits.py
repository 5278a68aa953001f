"""A visitor: a browser context of a certain screen, with what crosses the wire counted and moments noted."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
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

TYPES: Mapping[str, str] = {
    "Document": "html",
    "Script": "js",
    "Stylesheet": "css",
    "Font": "fonts",
    "Image": "images",
    "Prefetch": "prefetched",
}
"""What the browser calls what it asks for, and what the tables call it; all else is data."""

_QUIET_S = 1.0
_FINGERPRINT = re.compile(r"\.[0-9a-f]{12}(?=[./])")


@dataclass
class Wire:
    """What one page moved: answers of the server, bytes received by file with headers, addresses elsewhere."""

    answered: list[str] = field(default_factory=list)
    received: dict[str, int] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    by_type: dict[str, int] = field(default_factory=dict)
    _asked: dict[str, tuple[str, str]] = field(default_factory=dict)  # name and type, by number of the request
    _open: set[str] = field(default_factory=set)
    _moved: float = field(default_factory=time.monotonic)

    @property
    def total_kb(self) -> float:
        """Everything received, in kB of 1,000 bytes."""
        return sum(self.received.values()) / 1000

    def sent(self, event: Mapping[str, Any]) -> None:
        """A request was sent."""
        url, number = str(event["request"]["url"]), event["requestId"]
        self._asked[number] = (plain_name(url), TYPES.get(event.get("type", ""), "data"))
        if url.startswith(("http:", "https:")):
            self._open.add(number)
            self._moved = time.monotonic()
        if leaves_machine(url):
            self.left.append(url)

    def finished(self, event: Mapping[str, Any]) -> None:
        """An answer came in whole."""
        name, kind = self._asked.get(event["requestId"], ("?", "data"))
        size = int(event["encodedDataLength"])
        if size:  # what comes from the browser's own cache has no length on the wire
            self.answered.append(name)
        self.received[name] = self.received.get(name, 0) + size
        self.by_type[kind] = self.by_type.get(kind, 0) + size
        self.failed(event)

    def failed(self, event: Mapping[str, Any]) -> None:
        """A request is over, whether something came or not."""
        self._open.discard(event["requestId"])
        self._moved = time.monotonic()

    @property
    def quiet_s(self) -> float:
        """For how long nothing has been asked for and nothing has been on its way."""
        return 0.0 if self._open else time.monotonic() - self._moved

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
    touch: bool

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
        session.on("Network.loadingFailed", wire.failed)
        session.send("Network.enable")
        if self.slowed:
            _slow_down(session)
        return page, wire

    def open(self, page: Page, path: str = "/ja/") -> None:
        """Begin to load an address; return as soon as the answer begins."""
        page.goto(self.base_url + path, wait_until="commit")


def open_visit(browser: Browser, base_url: str, screen: str, *, slowed: bool, probes: Sequence[str] = PROBES) -> Visit:
    """A fresh context of a screen of SCREENS; raise KeyError for another."""
    viewport, touch = SCREENS[screen]
    context = browser.new_context(
        viewport=viewport, has_touch=touch, is_mobile=touch, device_scale_factor=2 if touch else 1, locale="ja-JP"
    )
    context.set_default_timeout(PATIENCE_MS)
    for probe in probes:
        context.add_init_script(probe)
    return Visit(context, base_url, slowed, touch)


def _slow_down(session: CDPSession) -> None:
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWED_TIMES})
    session.send("Network.emulateNetworkConditions", NETWORK)


def settle(page: Page, wire: Wire, probe: str = "kakehashiBench") -> None:
    """Wait until a page is ready and nothing has moved for a second: no request, no long task of the main thread.

    Nothing is reached for, so what waits for a wish stays asleep.
    """
    page.evaluate(f"{probe}.when('ready')")
    while wire.quiet_s < _QUIET_S or page.evaluate(f"{probe}.quiet()") < _QUIET_S * 1000:
        page.wait_for_timeout(100)


def moment(page: Page, name: str) -> float:
    """When something was first painted, in ms since the navigation began (see probe.js); waits for it."""
    found = page.evaluate("name => kakehashiBench.when(name)", name)
    return float(found)
