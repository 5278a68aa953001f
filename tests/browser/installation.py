"""An installation of its own: a server that is killed and started again, with tables that are edited."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest

from tests.browser.chromium import ROOT, free_port, running_server
from tests.program import share_documents


class Installation:
    """One server that can be killed and started again, with tables of its own."""

    def __init__(self, folder: Path, *, makes_ahead: bool = False) -> None:
        self.tables = folder / "tables"
        shutil.copytree(ROOT / "content" / "tables", self.tables)
        self.port = free_port()
        self.settings = {
            "KAKEHASHI_STATE": str(share_documents(folder / "state")),
            "KAKEHASHI_TABLES": str(self.tables),
            "KAKEHASHI_CHECK_SECONDS": "1",
        }
        self._begun = dict(self.settings)
        self._makes_ahead = makes_ahead
        self._running = ExitStack()
        self.process: subprocess.Popen[bytes]
        self.edition = ""
        """The first that it showed."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = self._running.enter_context(
            running_server(self.port, self.settings, makes_ahead=self._makes_ahead)
        )
        self.edition = self.edition or self.health()["edition"]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self._running.close()

    close = kill

    def restore(self) -> None:
        """As it was when it was made: its tables, its settings, and running."""
        for path in (ROOT / "content" / "tables").iterdir():
            shutil.copyfile(path, self.tables / path.name)
        if self.process.poll() is not None or self.settings != self._begun:
            self.kill()
            self.settings = dict(self._begun)
            self.start()
        while self.health()["edition"] != self.edition:
            time.sleep(0.05)

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        path = self.tables / file
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def health(self) -> dict[str, Any]:
        with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:  # noqa: S310 - our own server
            found: dict[str, Any] = json.load(answer)
        return found

    def problems(self) -> list[str]:
        """What the operator is told of the content."""
        with pytest.raises(HTTPError) as refused:
            urllib.request.urlopen(f"{self.address}/readyz", timeout=5)  # noqa: S310 - our own server
        found: list[str] = json.load(refused.value)["problems"]["content"]
        return found


def rename(text: str) -> str:
    """The table of partners with another name for one of them."""
    return text.replace("ネパール,Nepal,", "ネパール連邦,Nepal Federation,", 1)
