"""What befalls a lobby screen during a soak run: its server, its tables and its page, one trouble after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import cycle

from playwright.sync_api import Page

from tests.browser.installation import Installation

_PAUSE_S = 5.0
"""How long a server is away."""


class Troubles:
    """The next trouble every so many seconds, between two visitors.

    Args:
        page: the page of the kiosk.
        lobby: the server with tables of its own.
        every_seconds: between two troubles; 0 for none at all.
        prepare: what a page needs after it has been loaded again.
    """

    def __init__(self, page: Page, lobby: Installation, every_seconds: float, prepare: Callable[[Page], None]) -> None:
        self._page = page
        self._lobby = lobby
        self._every = every_seconds
        self._prepare = prepare
        self._last = time.monotonic()
        self._cycle: Iterator[Callable[[], None]] = cycle(
            (self._restart, self._edit, self._spoil, self._mend, self._reload, self._reload_without_server)
        )
        self.number = 0

    def befall(self) -> None:
        """Let the next one happen, when it is time."""
        if not self._every or time.monotonic() - self._last < self._every:
            return
        next(self._cycle)()
        self.number += 1
        self._last = time.monotonic()

    def _restart(self) -> None:
        self._lobby.kill()
        time.sleep(_PAUSE_S)
        self._lobby.start()

    def _edit(self) -> None:
        name = (
            "Nepal"
            if ",Nepal Federation," in (self._lobby.tables / "partners.csv").read_text("utf-8")
            else "Nepal Federation"
        )
        other = "Nepal Federation" if name == "Nepal" else "Nepal"
        self._lobby.edit("partners.csv", lambda text: text.replace(f",{other},", f",{name},", 1))

    def _spoil(self) -> None:
        self._lobby.edit("partners.csv", lambda text: text.replace(",NP,", ",XX,", 1))

    def _mend(self) -> None:
        self._lobby.edit("partners.csv", lambda text: text.replace(",XX,", ",NP,", 1))

    def _reload(self) -> None:
        self._page.reload()
        self._prepare(self._page)

    def _reload_without_server(self) -> None:
        self._lobby.kill()
        self._reload()
        self._lobby.start()
