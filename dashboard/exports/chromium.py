"""The system's Chromium as a printer: pages of HTML to PDF, a picture of a page to PNG. Offline, without a server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dashboard.kept import kept

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_PATIENCE_S = 120
_FLAGS = (
    "--headless",
    "--no-sandbox",  # it reads nothing but the page written here
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing is fetched, whatever the page says
)


class ChromiumMissingError(RuntimeError):
    """There is no Chromium on this machine."""


class ChromiumFailedError(RuntimeError):
    """Chromium ended without the file that was asked for; the message is what it said last."""


def find_chromium(environment: Mapping[str, str] = os.environ) -> str:
    """The path of the system's Chromium, or of the one named in ``CHROMIUM``; raise ChromiumMissingError."""
    names = (environment.get("CHROMIUM", ""), *_NAMES)
    found = next((path for path in map(shutil.which, filter(None, names)) if path), None)
    if found is None:
        raise ChromiumMissingError
    return found


@kept
def print_pdf(html: str) -> bytes:
    """A self-contained page of HTML as PDF, in the page size that its style sheet gives."""
    return _run(
        html,
        "out.pdf",
        lambda target: [f"--print-to-pdf={target}", "--no-pdf-header-footer", "--generate-pdf-document-outline"],
    )


def take_picture(html: str, size: tuple[int, int]) -> bytes:
    """A self-contained page of HTML as PNG; ``size`` is width and height in pixels, of the window and the picture."""
    window = [f"--window-size={size[0]},{size[1]}", "--force-device-scale-factor=1"]
    return _run(html, "out.png", lambda target: [*window, f"--screenshot={target}"])


def _run(html: str, name: str, ask: Callable[[Path], Sequence[str]]) -> bytes:
    chromium = find_chromium()
    with tempfile.TemporaryDirectory(prefix="kakehashi-", ignore_cleanup_errors=True) as folder:
        page, target = Path(folder, "page.html"), Path(folder, name)
        page.write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={Path(folder, 'profile')}"
        said = _call([chromium, *_FLAGS, profile, *ask(target), page.as_uri()])
        if not target.exists():
            raise ChromiumFailedError(said[-400:])
        return target.read_bytes()


def _call(command: Sequence[str]) -> str:
    try:
        # The command is made of our own flags and a path that the machine's owner chose.
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ChromiumFailedError(str(error)) from error
    return done.stderr.strip()
