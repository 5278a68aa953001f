"""The tables may go bad while the program runs: what was good stays shown, and /healthz tells."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.health import Watch, check_state
from dashboard.model import Dataset
from dashboard.network.counts import counts
from dashboard.settings import Settings
from layouts.front_end import BUILT, FrontEnd, read_front_end
from tests.browser.chromium import free_port, running_server
from tests.program import create_app, share_documents

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
    assert set(body) == {"status", "edition", "counts", "documents", "screen_seconds"}
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


def test_bad_tables_leave_the_good_pages_and_are_told_with_file_and_remedy(
    watched: FlaskClient, tables: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = (tables / "ties.csv").read_text(encoding="utf-8")
    before = watched.get("/ja/")
    assert NEPAL in before.text
    spoil(tables)
    assert watched.get("/healthz").get_json()["status"] == "degraded"
    assert any("the tables are refused" in line and "ties.csv" in line for line in caplog.messages)
    answer = watched.get("/readyz")
    assert answer.status_code == 503
    assert any("ties.csv" in line for line in answer.get_json()["problems"]["content"])
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
    shutil.rmtree(tables)
    assert watched.get("/healthz").get_json()["status"] == "degraded"
    assert str(tables.parent) not in watched.get("/readyz").text
    assert NEPAL in watched.get("/ja/").text


def test_it_is_told_since_when_the_touch_screen_was_not_heard(client: FlaskClient) -> None:
    def told(query: str = "") -> object:
        return client.get(f"/healthz{query}").get_json()["screen_seconds"]

    assert told() is None
    assert told("?screen") == 0
    assert told() == 0


AWAY = {"REMOTE_ADDR": "192.0.2.7"}
BEHIND = {"X-Forwarded-For": "192.0.2.7"}
BEARER = {"Authorization": "Bearer of-this-house"}


@pytest.fixture(scope="module")
def with_token(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(state=tmp_path_factory.mktemp("state"), token="of-this-house")).test_client()


def test_the_operator_alone_is_told_what_is_wrong(with_token: FlaskClient) -> None:
    assert with_token.get("/readyz").status_code == 200
    assert with_token.get("/readyz", environ_overrides=AWAY, headers=BEARER).status_code == 200
    for strange in (
        with_token.get("/readyz", environ_overrides=AWAY),
        with_token.get("/readyz", headers=BEHIND),
        with_token.get("/readyz", environ_overrides=AWAY, headers={"Authorization": "Bearer of-this"}),
    ):
        assert (strange.status_code, strange.text) == (403, "403\n")


def test_nobody_has_an_empty_token(client: FlaskClient) -> None:
    for told in ("", "Bearer ", "Bearer"):
        answer = client.get("/readyz", environ_overrides=AWAY, headers={"Authorization": told})
        assert answer.status_code == 403


def test_a_stranger_is_told_status_edition_and_counts_and_is_not_taken_for_the_screen(tmp_path: Path) -> None:
    client = create_app(Settings(state=tmp_path)).test_client()
    told = client.get("/healthz?screen", environ_overrides=AWAY).get_json()
    assert set(told) == {"status", "edition", "counts"}
    client.get("/healthz?screen", headers={"Sec-Fetch-Site": "cross-site"})
    assert client.get("/readyz").get_json()["screen_seconds"] is None
    client.get("/healthz?screen")
    assert client.get("/readyz").get_json()["screen_seconds"] == 0


def test_a_state_folder_that_cannot_be_written_turns_the_status(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    client = create_app(Settings(state=tmp_path / "state", check_seconds=0)).test_client()
    assert client.get("/healthz").get_json()["status"] == "degraded"
    assert "state" in client.get("/readyz").get_json()["problems"]


def test_a_disk_that_runs_full_is_told_before_it_is(tmp_path: Path) -> None:
    assert list(check_state(tmp_path, least_free=0)) == []
    assert "MB of disk are left" in "".join(check_state(tmp_path, least_free=1 << 62))


def test_a_damaged_file_of_counts_is_set_aside_and_the_status_is_well(tmp_path: Path) -> None:
    (tmp_path / "usage.sqlite3").write_bytes(b"SQLite format 3\0" + b"nonsense" * 1000)
    client = create_app(Settings(state=tmp_path, check_seconds=0)).test_client()
    assert client.get("/readyz").get_json()["problems"] == {}
    assert len(list(tmp_path.glob("usage-damaged-*.sqlite3"))) == 1
    sqlite3.connect(tmp_path / "usage.sqlite3").close()


def test_a_built_file_is_missed_when_it_is_gone_cut_short_or_not_what_its_name_says(tmp_path: Path) -> None:
    assert list(read_front_end().find_damage()) == []
    url = read_front_end().url("page.js")
    front_end = FrontEnd(files={"page.js": url})
    shutil.copytree(BUILT / "static", tmp_path / "static", ignore=shutil.ignore_patterns("font*", "plotly*"))
    assert list(front_end.find_damage(tmp_path)) == []
    for ending, spoil_file in (
        ("", lambda path: path.write_bytes(b"")),
        (".br", lambda path: path.write_bytes(path.read_bytes()[:1000])),
        (".gz", Path.unlink),
    ):
        path = tmp_path / f"{url.lstrip('/')}{ending}"
        whole = path.read_bytes()
        spoil_file(path)
        assert [line.split()[0] for line in front_end.find_damage(tmp_path)] == [url], ending
        path.write_bytes(whole)


def test_what_goes_wrong_is_one_line_in_the_log_and_another_when_it_is_mended(
    caplog: pytest.LogCaptureFixture,
) -> None:
    wrong = ["first", "second"]
    watch = Watch({"thing": lambda: wrong, "other": lambda: 1 / 0}, 0)  # type: ignore[dict-item,return-value]
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            assert watch.look() == {"thing": tuple(wrong), "other": ("could not be checked: ZeroDivisionError",)}
        wrong.clear()
        assert set(watch.look()) == {"other"}
    assert sorted(record.getMessage() for record in caplog.records) == [
        "other: could not be checked: ZeroDivisionError",
        "thing: all is well again",
        "thing: first (and 1 more)",
    ]


def test_many_who_want_to_know_make_one_look() -> None:
    looks: list[int] = []
    watch = Watch({"thing": lambda: looks.append(1) or ()}, 60)  # type: ignore[func-returns-value]
    for _ in range(5):
        watch.look()
    assert len(looks) == 1
    watch.look(anew=True)
    assert len(looks) == 2


def test_the_log_hears_of_what_is_wrong_though_nobody_asks(tmp_path: Path) -> None:
    tables, log = tmp_path / "tables", tmp_path / "log"
    shutil.copytree(Settings().tables, tables)
    settings = {"KAKEHASHI_STATE": str(share_documents(tmp_path / "state")), "KAKEHASHI_TABLES": str(tables)}
    with (
        log.open("wb") as told,
        running_server(free_port(), {**settings, "KAKEHASHI_CHECK_SECONDS": "1"}, makes_ahead=True, log=told),
    ):
        (tables / "partners.csv").write_text("id\n", encoding="utf-8")
        deadline = time.monotonic() + 60
        while "dashboard.health: content: " not in log.read_text(encoding="utf-8"):
            assert time.monotonic() < deadline
            time.sleep(0.05)
