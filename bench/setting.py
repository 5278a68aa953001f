"""What a measurement may use: the running program and a browser, each started when it is first asked for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import TracebackType

from playwright.sync_api import Browser, Playwright, sync_playwright

from bench.d3.recipe import build_page
from bench.edition import wait_until_made
from bench.visits import PROBES, Visit, open_visit
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
        """Where the program answers, without a slash at the end; all its documents are made."""
        port, folder = free_port(), self.new_folder()
        self._open.enter_context(running_server(port, {"KAKEHASHI_STATE": folder}, makes_ahead=True))
        address = f"http://127.0.0.1:{port}"
        wait_until_made(
            address, Path(folder)
        )  # else what is made ahead takes one of two cores from whoever is measured
        return address

    @cached_property
    def by_hand_url(self) -> str:
        """Where the page written by hand answers, sent as it would be: one file, compressed."""
        return self._open.enter_context(serve_page(build_page().encode()))

    @cached_property
    def _playwright(self) -> Playwright:
        return self._open.enter_context(sync_playwright())

    @cached_property
    def browser(self) -> Browser:
        """The system's Chromium, without a window."""
        browser = self._launch()
        self._open.callback(browser.close)
        return browser

    def _launch(self) -> Browser:
        browser = self._playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        self.chromium = browser.version
        return browser

    def new_folder(self) -> str:
        """An empty folder that goes away at the end."""
        return str(Path(self._open.enter_context(TemporaryDirectory(prefix="kakehashi-bench-"))))

    def visit(self, screen: str, *, slowed: bool = False) -> Visit:
        """A visitor who has never been here: a fresh browser context with nothing in its cache."""
        return open_visit(self.browser, self.base_url, screen, slowed=slowed)

    @contextmanager
    def fresh_visit(
        self, base_url: str, screen: str, *, slowed: bool, probes: Sequence[str] = PROBES
    ) -> Iterator[Visit]:
        """A visitor with a browser of their own, in which nothing is warm."""
        browser = self._launch()
        try:
            yield open_visit(browser, base_url, screen, slowed=slowed, probes=probes)
        finally:
            browser.close()


@contextmanager
def serve_page(page: bytes) -> Iterator[str]:
    """Answer every request with one page, compressed ahead of time, as a plain web server would; give the address."""
    body = gzip.compress(page, 9)

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the standard library calls it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
