"""Counts: what a screen may say, how it is kept, what officials read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.commands import run
from dashboard.i18n import Texts
from dashboard.usage import Count, CountKind, DayCount, UsageStore, read_counts, write_csv, write_table

LANGUAGES = {"ja", "en"}
IDS = {"nepal", "ishikawa"}


def told(*pairs: Any) -> bytes:
    return json.dumps({"counts": list(pairs)}).encode()


def test_what_a_screen_says_is_read() -> None:
    body = told(["start", "ja"], ["select", "nepal"], ["language", "en"], ["reset", ""])
    assert read_counts(body, IDS, LANGUAGES) == (
        Count(CountKind.START, "ja"),
        Count(CountKind.SELECT, "nepal"),
        Count(CountKind.LANGUAGE, "en"),
        Count(CountKind.RESET, ""),
    )


def test_unknown_ids_languages_and_kinds_are_left_out() -> None:
    body = told(["select", "atlantis"], ["language", "tlh"], ["reset", "nepal"], ["spy", "nepal"], ["select", "nepal"])
    assert read_counts(body, IDS, LANGUAGES) == (Count(CountKind.SELECT, "nepal"),)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"counts": 1}',
        b'{"counts": [["select"]]}',
        b'{"counts": [["select", 1]]}',
        b"[" * 9000,
    ],
)
def test_anything_of_another_shape_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"JSON|list|pair"):
        read_counts(body, IDS, LANGUAGES)


def test_more_counts_than_a_screen_sends_are_refused() -> None:
    with pytest.raises(ValueError, match="long"):
        read_counts(told(*[["reset", ""]] * 201), IDS, LANGUAGES)


@given(st.binary())
def test_no_body_does_anything_but_count_or_be_refused(body: bytes) -> None:
    try:
        assert read_counts(body, IDS, LANGUAGES) is not None
    except ValueError:
        return


def test_counts_add_up_by_day(tmp_path: Path) -> None:
    days = iter([dt.date(2026, 4, 1), dt.date(2026, 4, 1), dt.date(2026, 4, 2)])
    store = UsageStore(tmp_path, lambda: next(days))
    nepal = Count(CountKind.SELECT, "nepal")
    store.add([nepal, nepal])
    store.add([nepal])
    store.add([nepal, Count(CountKind.RESET, "")])
    assert store.read() == (
        DayCount("2026-04-01", CountKind.SELECT, "nepal", 3),
        DayCount("2026-04-02", CountKind.RESET, "", 1),
        DayCount("2026-04-02", CountKind.SELECT, "nepal", 1),
    )
    assert len(store.read(since="2026-04-02")) == 2


def test_nothing_is_read_where_nothing_was_counted_and_no_file_appears(tmp_path: Path) -> None:
    store = UsageStore(tmp_path / "none")
    store.add([])
    assert store.read() == ()
    assert not (tmp_path / "none").exists()


def test_the_file_says_when_how_often_and_what_and_nothing_else(tmp_path: Path) -> None:
    store = UsageStore(tmp_path, lambda: dt.date(2026, 4, 1))
    store.add([Count(CountKind.START, "ja")])
    with sqlite3.connect(store.path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        columns = [row[1] for row in connection.execute("PRAGMA table_info(counts)")]
        assert (tables, columns) == ([("counts",)], ["day", "kind", "subject", "number"])
    assert [path.name for path in tmp_path.iterdir()] == ["usage.sqlite3"]


def test_an_addition_that_is_cut_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    store = UsageStore(tmp_path, lambda: dt.date(2026, 4, 1))
    store.add([Count(CountKind.SELECT, "nepal")])
    with pytest.raises(sqlite3.Error):
        store.add([Count(CountKind.SELECT, "nepal"), Count(CountKind.RESET, None)])  # type: ignore[arg-type]
    assert [count.number for count in store.read()] == [1]


COUNTS = (
    DayCount("2026-04-01", CountKind.START, "ja", 4),
    DayCount("2026-04-01", CountKind.SELECT, "nepal", 7),
    DayCount("2026-04-02", CountKind.SELECT, "ishikawa", 9),
    DayCount("2026-04-02", CountKind.SELECT, "nepal", 1),
)


def name(_: CountKind, subject: str) -> str:
    return {"nepal": "ネパール"}.get(subject, subject)


def test_the_table_has_a_line_a_day_and_the_most_looked_at_first(texts: Texts) -> None:
    lines = write_table(COUNTS, name, texts).splitlines()
    assert [line.split()[0] for line in lines[2:4]] == ["2026-04-01", "2026-04-02"]
    assert lines[2].split()[1:] == ["4", "7", "0", "0"]
    assert lines.index("  ishikawa  9") < lines.index("  ネパール  8")


def test_no_counts_are_said_in_a_sentence(texts: Texts) -> None:
    assert write_table((), name, texts) == texts("usage-none")


def test_the_spreadsheet_has_a_row_a_count(texts: Texts) -> None:
    content = write_csv(COUNTS, name, texts)
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    assert content.startswith("\ufeff")
    assert len(rows) == 1 + len(COUNTS)
    assert rows[2] == ["2026-04-01", texts("usage-kind-select"), "nepal", "ネパール", "7"]


def test_the_command_prints_names_and_writes_a_spreadsheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    UsageStore(tmp_path).add([Count(CountKind.SELECT, "nepal"), Count(CountKind.LANGUAGE, "en")])
    assert run(["usage", "--lang", "ja", "--state", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "ネパール" in printed
    assert "English" in printed
    target = tmp_path / "counts.csv"
    assert run(["usage", "--lang", "en", "--state", str(tmp_path), "-o", str(target)]) == 0
    assert "nepal,Nepal,1" in target.read_text(encoding="utf-8-sig")


def test_a_broken_file_of_counts_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "usage.sqlite3").write_bytes(b"no database" * 100)
    assert run(["usage", "--lang", "en", "--state", str(tmp_path)]) == 2
    assert "cannot be read" in capsys.readouterr().err
