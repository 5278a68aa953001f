"""The whole program as files: the same bytes each time, and only what changed."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dashboard.commands import run
from dashboard.publishing import Place, check_copy, write_host_files
from layouts.addresses import COPY, file_of, folder_of, seen_from
from tests.published import publish_small
from tests.unit.conftest import Tables

LONG_AGO = 1_000_000_000
ADDRESS = "https://www.example.org/exchange/"
PLACE = Place("/at", ("en", "ja"), {"Content-Security-Policy": "a 'b'; c"}, {"X-A": "1"}, {"X-B": "2"})


@pytest.mark.parametrize(
    ("document", "file", "folder"),
    [
        ("/", "/index.html", "/"),
        ("/en/", "/en/index.html", "/en/"),
        ("/en/countries#AU", "/en/countries/index.html#AU", "/en/countries/#AU"),
        ("/en/present?stop=2", "/en/present/index.html?stop=2", "/en/present/?stop=2"),
        ("/en/card/nepal/", "/en/card/nepal/index.html", "/en/card/nepal/"),
        ("/en/card/{id}/", "/en/card/{id}/index.html", "/en/card/{id}/"),
        ("/data/en/map.svg", "/data/en/map.svg", "/data/en/map.svg"),
        ("/en/lost", "/en/404.html", "/en/404.html"),
    ],
)
def test_a_document_has_a_file_and_an_address_on_any_server(document: str, file: str, folder: str) -> None:
    assert (file_of(document), folder_of(document)) == (file, folder)


def test_a_file_names_others_from_its_own_place() -> None:
    text = f'<a href="{COPY}/en/index.html">{{"to":"{COPY}/data/a.json"}}'
    assert seen_from("index.html", text) == '<a href="./en/index.html">{"to":"./data/a.json"}'
    assert seen_from("en/card/x/index.html", text).count("../../../") == 2


def test_no_two_rules_of_a_host_that_joins_them_fit_one_address() -> None:
    rules = [line for line in write_host_files(PLACE)["_headers"].decode().splitlines() if line.startswith("/")]
    starts = [rule.removesuffix("*") for rule in rules if rule.endswith("*")]
    assert {"/at/en/", "/at/data/", "/at/static/"} <= set(starts)
    for rule in rules:
        assert [start for start in starts if rule.startswith(start) and rule != f"{start}*"] == []


def test_every_host_is_told_the_policy_of_pages() -> None:
    files = write_host_files(PLACE)
    for name in ("_headers", ".htaccess", "nginx.conf"):
        assert "a 'b'; c" in files[name].decode()
    told = ET.fromstring(files["web.config"])  # noqa: S314 - our own
    assert "a 'b'; c" in [each.get("value") for each in told.iter("add")]


@pytest.mark.files
def test_two_copies_of_an_edition_are_equal_and_in_order_and_a_change_of_one_text_writes_little(
    tmp_path: Path, tables: Tables
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    done = publish_small(one, tables.folder, ADDRESS)
    publish_small(other, tables.folder, ADDRESS)
    assert done.written == done.files > 200
    names = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    assert names == {path.relative_to(other) for path in other.rglob("*") if path.is_file()}
    assert [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()] == []
    assert check_copy(one) == ()

    for path in one.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert publish_small(one, tables.folder, ADDRESS).written == 0
    assert all(path.stat().st_mtime == LONG_AGO for path in one.rglob("*"))

    tables.put("partners.csv", 3, "summary_en", "A country in the mountains.")
    publish_small(one, tables.folder, ADDRESS)
    fresh = {
        path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file() if path.stat().st_mtime > LONG_AGO
    }
    assert {"en/card/nepal/index.html", "data/en/cards.html"} <= fresh
    assert fresh.isdisjoint({"en/card/jiangsu/index.html", "ja/gaps/index.html", "data/en/main/stop-1.svg"})
    assert not any(name.startswith("static/") for name in fresh)
    assert check_copy(one) == ()


def test_what_cannot_be_published_is_said_with_its_status(
    tmp_path: Path, tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["publish", str(tmp_path / "copy"), "--check"], {}) == 1
    assert run(["publish", str(tmp_path / "copy"), "--address", "www.example.org"], {}) == 2
    foreign = tmp_path / "foreign" / "published.json"
    foreign.parent.mkdir()
    foreign.write_text('{"name": "of another program"}', encoding="utf-8")
    assert run(["publish", str(foreign.parent), "--check"], {}) == 1
    assert run(["publish", str(foreign.parent)], {}) == 2
    assert list(foreign.parent.iterdir()) == [foreign]
    assert "of another program" in foreign.read_text(encoding="utf-8")
    tables.put("homes.csv", 2, "country", "Japan")
    assert run(["publish", str(tmp_path / "copy"), "--tables", str(tables.folder)], {}) == 1
    said = capsys.readouterr().err
    assert "published.json" in said
    assert "www.example.org" in said
    assert "homes.csv" in said
    assert not (tmp_path / "copy").exists()
