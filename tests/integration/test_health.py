"""The tables may go bad while the program runs: what was good stays shown, and /healthz tells."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.model import Dataset
from dashboard.network.counts import counts
from dashboard.settings import Settings
from tests.program import create_app

NEPAL = "ネパール"


def spoil(tables: Path) -> None:
    """Make one table unreadable as such."""
    change(tables / "ties.csv", "no columns at all\n")


def change(path: Path, text: str) -> None:
    """Write a file so that its time of change differs, however coarse the clock of the disk."""
    stamp = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(stamp + 10_000_000_000, stamp + 10_000_000_000))


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Return when something holds; fail when it does not within some seconds."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.fixture
def watched(tables: Path, tmp_path: Path) -> FlaskClient:
    """The program over tables that a test may spoil, looking at them with every question."""
    return create_app(Settings(tables=tables, state=tmp_path / "state", check_seconds=0)).test_client()


def test_a_healthy_program_says_ok_and_counts_its_data(client: FlaskClient, dataset: Dataset) -> None:
    answer = client.get("/healthz")
    body = answer.get_json()
    assert answer.status_code == 200
    assert body["status"] == "ok"
    assert body["counts"] == counts(dataset)
    assert body["problems"] == []
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_counted_is_what_the_documents_say(client: FlaskClient) -> None:
    expected = {
        "homes": 2,
        "organisations": 8,
        "organisations_current": 1,
        "organisations_former": 7,
        "organisations_other": 3,
        "partners": 8,
        "partner_countries": 8,
        "activities": 47,
        "activities_text": 34,
        "activities_caption": 13,
        "partner_ties": 9,
        "friendly_exchange": 3,
        "sister_city": 1,
        "organisation_exchange": 4,
        "support": 1,
        "sister_river": 1,
        "rivers": 2,
    }
    told = client.get("/healthz").get_json()["counts"]
    assert {name: told[name] for name in expected} == expected


def test_bad_tables_leave_the_good_pages_and_are_told_with_file_and_remedy(watched: FlaskClient, tables: Path) -> None:
    good = (tables / "ties.csv").read_text(encoding="utf-8")
    before = watched.get("/ja/")
    assert NEPAL in before.text
    spoil(tables)
    body = watched.get("/healthz").get_json()
    assert body["status"] == "degraded"
    assert any("ties.csv" in line for line in body["problems"])
    assert watched.get("/ja/").data == before.data
    change(tables / "ties.csv", good)
    assert watched.get("/healthz").get_json()["status"] == "ok"
    assert NEPAL in watched.get("/ja/").text


def test_good_tables_that_changed_are_shown_without_a_restart(watched: FlaskClient, tables: Path) -> None:
    path = tables / "partners.csv"
    before = watched.get("/ja/").headers["ETag"]
    change(path, path.read_text(encoding="utf-8").replace(NEPAL, "ネパール連邦"))
    after = watched.get("/ja/", headers={"If-None-Match": before})
    assert "ネパール連邦" in after.text
    assert after.headers["ETag"] != before


def test_after_a_restart_over_bad_tables_the_last_good_ones_are_shown(tables: Path, tmp_path: Path) -> None:
    settings = Settings(tables=tables, state=tmp_path / "state", check_seconds=0)
    create_app(settings).test_client().get("/ja/")
    wait_until((tmp_path / "state" / "last-good-tables").exists)
    spoil(tables)
    client = create_app(settings).test_client()
    assert client.get("/healthz").get_json()["status"] == "degraded"
    assert NEPAL in client.get("/ja/").text


def test_without_any_good_tables_pages_are_empty_but_there(tables: Path, tmp_path: Path) -> None:
    spoil(tables)
    client = create_app(Settings(tables=tables, state=tmp_path / "state", check_seconds=0)).test_client()
    for address in ("/ja/", "/en/gaps", "/data/network.json", "/data/tables.zip", "/data/figures/light.json"):
        assert client.get(address).status_code == 200, address
    body = client.get("/healthz").get_json()
    assert body["status"] == "degraded"
    assert body["counts"]["nodes"] == 0


def test_tables_that_vanish_leave_what_was_shown(watched: FlaskClient, tables: Path) -> None:
    watched.get("/ja/")
    for path in tables.glob("*.csv"):
        path.unlink()
    assert watched.get("/healthz").get_json()["status"] == "degraded"
    assert NEPAL in watched.get("/ja/").text


def test_it_is_told_since_when_the_touch_screen_was_not_heard(client: FlaskClient) -> None:
    def told(query: str = "") -> object:
        return client.get(f"/healthz{query}").get_json()["screen_seconds"]

    assert told() is None
    assert told("?screen") == 0
    assert told() == 0
