"""Editions without tables: content that a test changes with a word."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dashboard.editions import Document, Edition, Look, Publisher
from dashboard.model import Dataset


class Files:
    """Stands in for the folders that people edit: each word is a state of them, and names the edition."""

    def __init__(self, word: str = "one") -> None:
        self.word = word
        self.good: list[str] = []

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        return ((self.word, 0, 0),)

    def keep_good(self) -> None:
        self.good.append(self.word)


class Reader:
    """Reads the files; a word that begins with "bad" is no edition."""

    def __init__(self, files: Files) -> None:
        self.content = files

    def look(self, before: Edition | None = None) -> Look:  # noqa: ARG002 - as readers are called
        word = self.content.word
        return Look(None if word.startswith("bad") else Edition(word, Dataset()))

    def look_back(self) -> Look:
        return Look(Edition(self.content.good[-1] if self.content.good else "empty", Dataset()))


class Counted:
    """Makes documents that say which edition they are of, and counts how often each was made."""

    def __init__(self, *, fails: Callable[[str, str], bool] = lambda edition, address: False) -> None:  # noqa: ARG005
        self.times: dict[tuple[str, str], int] = {}
        self.gate = threading.Event()
        self.gate.set()
        self._fails = fails

    def list_documents(self, edition: Edition) -> Mapping[str, Document]:
        made = {"/first": True, "/second": True, "/later": False, "/last": False}
        return {
            address: Document(address, "text/html", self._maker(edition.name, address), comes_first=first)
            for address, first in made.items()
        }

    def _maker(self, edition: str, address: str) -> Callable[[], str]:
        def make() -> str:
            assert self.gate.wait(20)
            self.times[edition, address] = self.times.get((edition, address), 0) + 1
            if self._fails(edition, address):
                raise ValueError("too long a name")
            return f"{edition} {address}"

        return make


def make_publisher(files: Files, counted: Counted, folder: Path, **wishes: Any) -> Publisher:
    """A publisher over these files that looks at them with every question."""
    reader: Any = Reader(files)
    return Publisher(reader, counted.list_documents, folder, **{"check_seconds": 0, "patience_seconds": 20, **wishes})


def said(publisher: Publisher, address: str) -> str:
    """What stands at an address."""
    found = publisher.read(address)
    assert found is not None
    return found.kept.body.decode()
