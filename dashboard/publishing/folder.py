"""Writes a published copy: only what has changed, and nothing that somebody else has put there."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

import brotli
from pydantic import BaseModel, ConfigDict, field_validator

from dashboard.files import write_at_once

LISTING = "published.json"

_FORMS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": lambda body: bytes(brotli.compress(body, quality=11)),
    ".gz": lambda body: gzip.compress(body, 9, mtime=0),
}
_IS_SMALL = frozenset({".woff2", ".zip", ".pptx", ".pdf", ".png", ".ico"})
_DIGITS = 32


class ForeignFileError(Exception):
    """Where a file is to be written lies one that was not written by us; the message is its name."""


class Listing(BaseModel):
    """What was published: its edition, where the public finds it, its languages by their codes, and the digest of each
    file by its name from the root; empty for one that was about to be written."""

    model_config = ConfigDict(frozen=True)

    edition: str = ""
    address: str = ""
    languages: tuple[str, ...] = ()
    files: Mapping[str, str] = {}

    @field_validator("files")
    @classmethod
    def _hold_names(cls, value: Mapping[str, str]) -> Mapping[str, str]:
        for name in value:
            if ".." in PurePosixPath(name).parts or name.startswith("/") or "\\" in name:
                raise ValueError(f"{name} is no file of the copy")
        return value


def read_listing(folder: Path) -> Listing | None:
    """What was published there; None where there is nothing of ours. Raise ValueError for a damaged list."""
    try:
        listing = Listing.model_validate_json((folder / LISTING).read_bytes())
    except FileNotFoundError:
        return None
    if not {"edition", "files"} <= listing.model_fields_set:
        raise ValueError(f"{LISTING} is of another make")
    return listing


def is_whole(folder: Path, listing: Listing) -> bool:
    """Whether every file that was published is there as it was written."""
    contents = {name: _read(folder / name) for name in listing.files}
    return all(found is not None and digest(found) == listing.files[name] for name, found in contents.items())


def forms_of(name: str) -> tuple[str, ...]:
    """The endings of the compressed forms that a file has beside itself."""
    return () if PurePosixPath(name).suffix in _IS_SMALL else tuple(_FORMS)


def digest(content: bytes) -> str:
    """What a list says of a file's content."""
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


class Folder:
    """A copy that is being written.

    Args:
        root: the folder; it is made where there is none.
        before: the digests of what lies there, by name.
    """

    def __init__(self, root: Path, before: Mapping[str, str]) -> None:
        self._root = root
        self._before = before

    def write(self, name: str, body: bytes, made: Mapping[str, bytes] | None = None) -> Iterator[tuple[str, str]]:
        """Write a file and its compressed forms where they differ from what is there; give names and digests.

        ``made`` holds compressed forms that are there already, by their endings.
        """
        is_new = self._put(name, body)
        yield name, digest(body)
        for ending in forms_of(name):
            form = name + ending
            if made is None and not is_new and (known := self._unchanged(form)):
                yield form, known
                continue
            small = made[ending] if made else _FORMS[ending](body)
            self._put(form, small)
            yield form, digest(small)

    def write_alone(self, name: str, body: bytes) -> Iterator[tuple[str, str]]:
        """The same without compressed forms."""
        self._put(name, body)
        yield name, digest(body)

    def claim(self, names: Iterable[str], listing: Listing) -> None:
        """Say what is going to be written, so that it is known as ours whatever happens; raise ForeignFileError."""
        planned = [each for name in names for each in (name, *(name + ending for ending in forms_of(name)))]
        for name in planned:
            if name not in self._before and (self._root / name).exists():
                raise ForeignFileError(name)
        self._root.mkdir(parents=True, exist_ok=True)
        claimed = dict.fromkeys(planned, "") | dict(self._before)
        self._write_listing(listing.model_copy(update={"edition": "", "files": claimed}))

    def finish(self, listing: Listing) -> int:
        """Remove what we wrote before and is no more, unless somebody has changed it since; give how many files."""
        removed = 0
        for name, known in self._before.items():
            path = self._root / name
            if name not in listing.files and known and _read(path) is not None and digest(path.read_bytes()) == known:
                path.unlink()
                removed += 1
                self._sweep(path.parent)
        self._write_listing(listing)
        return removed

    def _write_listing(self, listing: Listing) -> None:
        files = dict(sorted(listing.files.items()))
        told = listing.model_dump() | {"files": files}
        _write_if_new(self._root / LISTING, json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")

    def _put(self, name: str, body: bytes) -> bool:
        return _write_if_new(self._root / name, body)

    def _unchanged(self, name: str) -> str | None:
        """The digest of a file that lies there as we wrote it."""
        found = _read(self._root / name)
        return digest(found) if found is not None and self._before.get(name) == digest(found) else None

    def _sweep(self, folder: Path) -> None:
        """Remove folders in which nothing is left."""
        with suppress(OSError):
            while folder != self._root:
                folder.rmdir()
                folder = folder.parent


def _write_if_new(path: Path, body: bytes) -> bool:
    if _read(path) == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_at_once(path, body)
    return True


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
