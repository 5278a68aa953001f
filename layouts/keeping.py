"""What the browser keeps of a language, so that lobby, stage and explorer can be loaded again without the server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from layouts.front_end import FrontEnd

WORKER = "worker.js"
"""The last part of the worker's address: it keeps the pages below its own folder."""

_FILES = {
    "kiosk": ("kiosk.js", "kiosk.css", "globe.json"),
    "present": ("present.js", "present.css", "site.css", "icon.svg"),
}
"""The built files of a screen, beside the fonts."""


def worker(front_end: FrontEnd, edition: str, screens: Mapping[str, Iterable[str]], staff: str) -> str:
    """The worker's script, which differs for every edition: so the browser notices a new one.

    Args:
        front_end: its files are named beside the documents.
        edition: what is kept, and nothing of another.
        screens: by its name where a browser finds the documents of a screen, which are kept once it has been opened.
        staff: the page in the place of the lobby's when that is not kept and the server is away.
    """
    kept = {screen: [*addresses, *_files(front_end, screen)] for screen, addresses in screens.items()}
    told = json.dumps({"edition": edition, "screens": kept, "staff": staff}, ensure_ascii=True, separators=(",", ":"))
    return f"self.kakehashiKept={told};\n{front_end.inline[WORKER]}\n"


def leaving_worker(front_end: FrontEnd) -> str:
    """The script that takes a worker's place where nothing is to be kept any more, and removes it."""
    return front_end.inline["worker-leave.js"] + "\n"


def _files(front_end: FrontEnd, screen: str) -> list[str]:
    fonts = {url for url in front_end.files.values() if url.endswith(".woff2")}
    return [*map(front_end.url, _FILES[screen]), *sorted(fonts)]
