"""What documents depend on beside the data: the program, its texts, its geography, the built front end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.settings import ROOT

_COMPUTING = (
    ("dashboard", "*.py"),
    ("layouts", "*.py"),
    ("geodata", "*.py"),
    ("geodata", "*.json"),
    ("dashboard", "*.toml"),
    ("requirements", "run.txt"),
)
_PARTS = (
    *_COMPUTING,
    ("content/languages", "*.*"),
    ("assets/built", "*.js*"),  # the list of files, and scripts that stand in documents
    ("assets/images", "*.*"),
)


def identify_program(*settings: object, root: Path = ROOT, of_words: bool = True) -> bytes:
    """A digest of every file of the program that a document may depend on, and of ``settings`` by their ``repr``.

    Without ``of_words`` it is of what computes alone: texts and built files may change.
    """
    digest = hashlib.sha256(repr(settings).encode())
    for path in _files(root, _PARTS if of_words else _COMPUTING):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.digest()


def _files(root: Path, parts: Iterable[tuple[str, str]]) -> Iterator[Path]:
    for folder, pattern in parts:
        yield from sorted(path for path in (root / folder).rglob(pattern) if path.is_file())
