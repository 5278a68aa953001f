"""Keeps documents on disk: bytes as they were made, and compressed once."""

from __future__ import annotations

import gzip
import os
import shutil
import threading
import time
from collections.abc import Callable, Container, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import brotli

from dashboard.files import write_at_once

_ENCODINGS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    "br": (".br", lambda body: bytes(brotli.compress(body, quality=11))),
    "gzip": (".gz", lambda body: gzip.compress(body, 9, mtime=0)),
    "": ("", bytes),
}
_IN_TURN = ("gzip", "", "br")  # the first visitor is not sent the whole of it, and does not wait for the smallest form
_TRIED_SECONDS = 3600  # a folder that somebody may still read from


class Kept(NamedTuple):
    """Bytes as they are sent, and their content encoding; an empty text for none."""

    body: bytes
    encoding: str


class Store:
    """The documents of one edition in a folder; what the disk refuses is kept in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unwritten: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def holds(self, address: str) -> bool:
        """Whether a document has been made."""
        return address in self._unwritten or self._path(address).exists()

    def read(self, address: str, accepts: Container[str] = ()) -> Kept | None:
        """A document in the best encoding (``br``, ``gzip``) that is accepted; None when it has not been made."""
        for encoding, (ending, _) in _ENCODINGS.items():
            if encoding in accepts or not encoding:
                body = _read(self._path(address, ending))
                if body is not None:
                    return Kept(body, encoding)
        body = self._unwritten.get(address)
        return None if body is None else Kept(body, "")

    def keep(self, address: str, body: bytes, *, is_text: bool) -> None:
        """Keep a document. It can be read before its smallest form, for text, is there."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for encoding in _IN_TURN if is_text else ("",):
                ending, compress = _ENCODINGS[encoding]
                write_at_once(self._path(address, ending), compress(body))
        except OSError:
            with self._lock:
                self._unwritten[address] = body

    def touch(self) -> None:
        """Say that this edition is in use; see ``sweep``."""
        try:
            os.utime(self.folder)
        except OSError:
            return

    def _path(self, address: str, ending: str = "") -> Path:
        return self.folder / (quote(address, safe="") + ending)


def sweep(folder: Path, keep: Container[str], now: Callable[[], float] = time.time) -> None:
    """Remove the editions below a folder but for those named, and those that were in use within the hour."""
    for path in folder.glob("*"):
        try:
            is_old = now() - path.stat().st_mtime > _TRIED_SECONDS
        except OSError:
            continue
        if path.is_dir() and path.name not in keep and is_old:
            shutil.rmtree(path, ignore_errors=True)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
