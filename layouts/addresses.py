"""Where documents lie among the files of a published copy, and how its pages name each other.

A page of a copy names every other by its file, from its own place upwards: so the copy works below any path, and from a
disk, where no server knows which file a folder means.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

COPY = "/~root~"
"""Stands for the root of a copy in its documents until they are written: each then knows how far up that is."""

EDITION = "/edition.json"
"""Tells which edition a copy is, for screens that stay open; a server tells it at ``/healthz``."""

LOST = "lost"

_INDEX = "index.html"
_LOST_FILE = "404.html"  # as hosts look for it, from the folder of what is asked for upwards
_END_OF_PATH = re.compile(r"[?#]")


def file_of(document: str) -> str:
    """``/en/countries`` -> ``/en/countries/index.html``: the file of a document, from the root of the copy.

    A query and a fragment stay at the end. A page is the index of a folder, so that its address on our server leads
    there on any other.
    """
    path, rest = _split(document)
    if path.endswith(f"/{LOST}"):
        return path.removesuffix(LOST) + _LOST_FILE + rest
    if path.endswith("/"):
        return path + _INDEX + rest
    return path + rest if PurePosixPath(path).suffix else f"{path}/{_INDEX}{rest}"


def folder_of(document: str) -> str:
    """``/en/countries`` -> ``/en/countries/``: the address of a document on whatever server has the copy."""
    path, rest = _split(file_of(document))
    return path.removesuffix(_INDEX) + rest


def seen_from(name: str, text: str) -> str:
    """A text of a copy with the way to the copy's root in the place of ``COPY``.

    Args:
        name: of the file that will hold the text, such as ``en/index.html``.
        text: with addresses such as ``/~root~/en/index.html``.
    """
    return text.replace(f"{COPY}/", "../" * name.count("/") or "./")


def _split(document: str) -> tuple[str, str]:
    path = _END_OF_PATH.split(document, maxsplit=1)[0]
    return path, document.removeprefix(path)
