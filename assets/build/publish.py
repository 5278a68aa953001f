"""Writes built files: each under its fingerprint, compressed ahead of time, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Sequence
from pathlib import Path

import brotli

from dashboard.files import write_at_once

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "assets"
BUILT = SOURCES / "built"
STATIC = BUILT / "static"
NODE_MODULES = ROOT / "node_modules"
PREFIX = "/static/"


def publish(name: str, content: bytes) -> str:
    """Write a file under its fingerprinted name, with its compressed forms; return its address."""
    stem, dot, ending = name.rpartition(".")
    target = STATIC / f"{stem}.{_fingerprint(content)}{dot}{ending}"
    _write_compressed(target, content)
    return PREFIX + target.name


def publish_in_folder(folder: str, sources: Sequence[Path]) -> str:
    """Copy files that are asked for by their plain names: their folder bears the fingerprint. Return its address."""
    contents = {source.name: source.read_bytes() for source in sources}
    target = STATIC / f"{folder}.{_fingerprint(b''.join(contents.values()))}"
    target.mkdir(exist_ok=True)
    for name, content in contents.items():
        _write_compressed(target / name, content)
    return f"{PREFIX}{target.name}/"


def forget_before(moment: float) -> None:
    """Remove what earlier builds left; a running server may still give out what the last one made."""
    for path in STATIC.rglob("*"):
        if path.is_file() and path.stat().st_mtime < moment:
            path.unlink()


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _write_compressed(target: Path, content: bytes) -> None:
    """Write a file and its compressed forms, unless an earlier build has: equal names mean equal bytes."""
    endings = ("",) if target.suffix == ".woff2" else ("", ".br", ".gz")
    paths = [target.with_name(target.name + ending) for ending in endings]
    if all(path.exists() for path in paths):
        for path in paths:
            path.touch()
        return
    for path in paths:
        write_at_once(path, _compress(content, path.suffix))


def _compress(content: bytes, ending: str) -> bytes:
    if ending == ".br":
        return bytes(brotli.compress(content, quality=11))
    return gzip.compress(content, 9, mtime=0) if ending == ".gz" else content
