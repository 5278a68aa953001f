"""A folder that anybody may have made -> the bytes of the few files wanted from it, or why they are refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

MOST_BYTES = 8_000_000
"""Of one file. The largest table that people write is a hundredth of it."""
MOST_BYTES_TOGETHER = 32_000_000
MOST_ENTRIES = 1_000
_PART = 1 << 16
# A pipe or a device that takes the place of a file is opened without waiting, and closed again unread.
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class RefusedError(Exception):
    """Nothing is taken. ``reason`` ends the key of a text, ``file`` says of what."""

    def __init__(self, reason: str, file: str = "") -> None:
        super().__init__(reason, file)
        self.reason = reason
        self.file = printable(file)


class Contents(NamedTuple):
    """The bytes of the wanted files that are there, by the name that was wanted; and the names of all others."""

    files: Mapping[str, bytes]
    others: tuple[str, ...]


def read_folder(stick: Path, name: str, wanted: Collection[str]) -> Contents:
    """Read the wanted files of the folder ``name``, written in capital or small letters; raise RefusedError.

    Only plain files are read: no link, whether to a file or to a folder, no device, no pipe, nothing that is mounted in
    the middle. Whatever changes while it is read is refused, and so is what exceeds the limits above.
    """
    with _open(os.fspath(stick), None, is_folder=True) as root:
        entries = _list(root, name)
        found = _choose(name, entries)
        if found is None:
            raise RefusedError("no-folder", name)
        with _open(found, root, is_folder=True) as folder:
            return _read_files(folder, _list(folder, name), os.fstat(root).st_dev, wanted)


def printable(name: str) -> str:
    """A name from a stick as it may stand in a report: nothing that a terminal obeys, nothing endless."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name[:100])


def _read_files(folder: int, entries: list[str], device: int, wanted: Collection[str]) -> Contents:
    chosen = {name: found for name in wanted if (found := _choose(name, entries)) is not None}
    files: dict[str, bytes] = {}
    for name, found in chosen.items():
        with _open(found, folder, device=device) as file:
            files[name] = _read_file(file, found, MOST_BYTES_TOGETHER - sum(map(len, files.values())))
    return Contents(files, tuple(sorted(set(entries) - set(chosen.values()))))


def _list(folder: int, name: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST_ENTRIES + 1)]
    except OSError as error:
        raise RefusedError("unreadable", name) from error
    if len(names) > MOST_ENTRIES:
        raise RefusedError("too-many", name)
    return names


def _choose(name: str, entries: Collection[str]) -> str | None:
    same = [entry for entry in entries if entry.casefold() == name.casefold()]
    if len(same) > 1:
        raise RefusedError("twice", name)
    return same[0] if same else None


@contextmanager
def _open(name: str, folder: int | None, *, is_folder: bool = False, device: int | None = None) -> Iterator[int]:
    is_wanted = stat.S_ISDIR if is_folder else stat.S_ISREG
    try:
        before = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not is_wanted(before.st_mode):
            raise RefusedError("not-plain", name)
        file = os.open(name, _FLAGS | (os.O_DIRECTORY if is_folder else 0), dir_fd=folder)
    except OSError as error:
        raise RefusedError("unreadable", name) from error
    try:
        opened = os.fstat(file)
        has_other_names = not is_folder and opened.st_nlink != 1
        if not is_wanted(opened.st_mode) or has_other_names or (device is not None and opened.st_dev != device):
            raise RefusedError("not-plain", name)
        if _mark(opened) != _mark(before):
            raise RefusedError("changed", name)
        yield file
    finally:
        os.close(file)


def _read_file(file: int, name: str, room: int) -> bytes:
    before = os.fstat(file)
    if before.st_size > min(MOST_BYTES, room):
        raise RefusedError("too-large", name)
    read = bytearray()
    try:
        while len(read) <= before.st_size and (part := os.read(file, min(_PART, before.st_size + 1 - len(read)))):
            read += part
        after = os.fstat(file)
    except OSError as error:
        raise RefusedError("unreadable", name) from error
    if len(read) != before.st_size or _mark(after) != _mark(before):
        raise RefusedError("changed", name)
    return bytes(read)


def _mark(status: os.stat_result) -> tuple[int, ...]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
