"""Documents on disk."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.editions.store import Kept, Store, sweep


@given(body=st.binary(max_size=5000), address=st.text("abc/._-%é語", max_size=20).map("/".__add__))
def test_what_is_kept_is_read_back_in_every_encoding(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, address: str
) -> None:
    store = Store(tmp_path_factory.mktemp("store") / "edition")
    store.keep(address, body, is_text=True)
    plain, packed, zipped = (store.read(address, accepts) for accepts in ((), ("gzip", "br"), ("gzip",)))
    assert plain == Kept(body, "")
    assert packed is not None and packed.encoding == "br" and brotli.decompress(packed.body) == body
    assert zipped is not None and zipped.encoding == "gzip" and gzip.decompress(zipped.body) == body


def test_the_first_visitor_is_sent_a_packed_document_while_the_smallest_is_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, body = Store(tmp_path), b"word " * 1000
    sent: list[Kept | None] = []

    def slow(_: bytes, *, quality: int) -> bytes:
        sent.extend((store.read("/en/", ("br", "gzip")), store.read("/en/")))
        return bytes([quality])

    monkeypatch.setattr(brotli, "compress", slow)
    store.keep("/en/", body, is_text=True)
    assert sent == [Kept(gzip.compress(body, 9, mtime=0), "gzip"), Kept(body, "")]


def test_what_is_packed_already_is_not_packed_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep("/data/tables.zip", b"PK", is_text=False)
    assert store.read("/data/tables.zip", ("br", "gzip")) == Kept(b"PK", "")


def test_addresses_never_leave_the_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "edition")
    store.keep("/../../escape", b"body", is_text=False)
    assert [path.parent for path in tmp_path.rglob("*escape*")] == [tmp_path / "edition"]


def test_a_disk_that_cannot_be_written_costs_memory_and_not_the_document(tmp_path: Path) -> None:
    blocked = tmp_path / "state"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    store = Store(blocked / "edition")
    store.keep("/ja/", b"body", is_text=True)
    assert store.holds("/ja/")
    assert store.read("/ja/", ("br",)) == Kept(b"body", "")


def test_editions_that_nobody_uses_are_swept_and_those_in_use_stay(tmp_path: Path) -> None:
    for name, age in (("now", 9e9), ("before", 9e9), ("old", 9e9), ("elsewhere", 60)):
        (tmp_path / name).mkdir()
        moment = 1e10 - age
        os.utime(tmp_path / name, (moment, moment))
    sweep(tmp_path, {"now", "before"}, now=lambda: 1e10)
    assert {path.name for path in tmp_path.iterdir()} == {"now", "before", "elsewhere"}
