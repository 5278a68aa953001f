"""What a measurement may use: the running program and a browser, each started when it is first asked for."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from playwright.sync_api import Browser, sync_playwright

from bench.visits import Visit, open_visit
from tests.browser.chromium import FLAGS, find_chromium, free_port, running_server


class Setting:
    """One server and one browser for all measurements. Use it in a ``with`` statement; it ends what it started."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self.chromium = ""

    def __enter__(self) -> Setting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    @cached_property
    def base_url(self) -> str:
        """Where the program answers, without a slash at the end."""
        port = free_port()
        self._open.enter_context(running_server(port, {"KAKEHASHI_STATE": self.new_folder()}))
        return f"http://127.0.0.1:{port}"

    @cached_property
    def browser(self) -> Browser:
        """The system's Chromium, without a window."""
        play = self._open.enter_context(sync_playwright())
        browser = play.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        self._open.callback(browser.close)
        self.chromium = browser.version
        return browser

    def new_folder(self) -> str:
        """An empty folder that goes away at the end."""
        return str(Path(self._open.enter_context(TemporaryDirectory(prefix="kakehashi-bench-"))))

    def visit(self, screen: str, *, slowed: bool = False) -> Visit:
        """A visitor who has never been here: a fresh browser context with nothing in its cache."""
        return open_visit(self.browser, self.base_url, screen, slowed=slowed)
