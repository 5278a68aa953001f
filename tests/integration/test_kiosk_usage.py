"""Counting as the server does it: what it takes, what it refuses, and that it can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.usage import ADDRESS, Allowance
from dashboard.settings import read_settings
from dashboard.usage import UsageStore
from tests.program import create_app

Client = Callable[..., FlaskClient]


@pytest.fixture
def client(tmp_path: Path) -> Client:
    def make(**settings: str) -> FlaskClient:
        return create_app(read_settings({"KAKEHASHI_STATE": str(tmp_path), **settings})).test_client()

    return make


def send(client: FlaskClient, *counts: Any, **headers: str) -> int:
    return client.post(ADDRESS, json={"counts": list(counts)}, headers=headers).status_code


def test_counts_are_taken_and_unknown_ones_left_out(client: Client, tmp_path: Path) -> None:
    assert send(client(), ["select", "nepal"], ["select", "atlantis"], ["start", "ja"]) == 204
    assert {(count.kind, count.subject) for count in UsageStore(tmp_path).read()} == {
        ("select", "nepal"),
        ("start", "ja"),
    }


def test_switched_off_nothing_is_taken_and_the_screen_is_told_not_to_send(client: Client, tmp_path: Path) -> None:
    off = client(KAKEHASHI_USAGE="0")
    assert send(off, ["select", "nepal"]) in (404, 405)
    assert ADDRESS not in off.get("/ja/kiosk").text
    assert ADDRESS in client().get("/ja/kiosk").text
    assert UsageStore(tmp_path).read() == ()


def test_other_sites_and_forms_are_refused(client: Client) -> None:
    mine = client()
    assert send(mine, ["reset", ""], **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert mine.post(ADDRESS, data={"counts": "1"}).status_code == 403
    assert mine.post(ADDRESS, data=b"{" * 30_000, content_type="application/json").status_code == 403


def test_counts_are_those_of_a_screen_of_ours_alone(client: Client, tmp_path: Path) -> None:
    """On this machine, or with the token; a page of another site is neither, wherever its name leads."""
    mine = client(KAKEHASHI_TOKEN="of-this-house", KAKEHASHI_HOSTS="lobby.example")
    away = {"REMOTE_ADDR": "192.0.2.7"}

    def post(environment: dict[str, str], **headers: str) -> int:
        counts = {"counts": [["reset", ""]]}
        return mine.post(ADDRESS, json=counts, headers=headers, environ_overrides=environment).status_code

    assert post(away) == 403
    assert post(away, Authorization="Bearer something") == 403
    assert post({}, **{"X-Forwarded-For": "192.0.2.7"}) == 403
    assert post({}, Host="lobby.example") == 403
    assert post({}, Origin="http://evil.example") == 403
    assert post({}, Origin="null") == 403
    assert UsageStore(tmp_path).read() == ()
    bearer = {"Authorization": "Bearer of-this-house"}
    assert post(away, **bearer, Host="lobby.example", Origin="https://lobby.example") == 204
    assert post({}, Host="127.0.0.1:8050", Origin="http://127.0.0.1:8050") == 204


def test_strangers_use_up_nothing_of_what_the_screen_may_tell(client: Client) -> None:
    mine = client()
    away = {"REMOTE_ADDR": "192.0.2.7"}
    strange = [mine.post(ADDRESS, json={"counts": []}, environ_overrides=away).status_code for _ in range(300)]
    assert set(strange) == {403}
    assert [send(mine, ["reset", ""]) for _ in range(100)] == [204] * 100


def test_a_damaged_file_is_set_aside_and_counting_goes_on(client: Client, tmp_path: Path) -> None:
    (tmp_path / "usage.sqlite3").write_bytes(b"no file of counts" * 500)
    assert send(client(), ["reset", ""]) == 204
    assert [count.number for count in UsageStore(tmp_path).read()] == [1]
    (aside,) = tmp_path.glob("usage-damaged-*.sqlite3")
    assert aside.read_bytes().startswith(b"no file of counts")


def test_nonsense_is_refused_without_a_word_about_the_inside(client: Client) -> None:
    answer = client().post(ADDRESS, data=b"{}", content_type="application/json")
    assert (answer.status_code, answer.data) == (400, b"")


def test_too_many_messages_are_put_off(client: Client) -> None:
    mine = client()
    codes = [send(mine, ["reset", ""]) for _ in range(130)]
    assert codes[:100] == [204] * 100
    assert 429 in codes


def test_an_allowance_comes_back_with_time() -> None:
    now = [0.0]
    allowance = Allowance(2, lambda: now[0])
    assert [allowance.take() for _ in range(3)] == [True, True, False]
    now[0] = 30.0
    assert [allowance.take() for _ in range(2)] == [True, False]


def test_a_disk_that_refuses_costs_the_count_and_nothing_else(client: Client, tmp_path: Path) -> None:
    mine = client()
    (tmp_path / "usage.sqlite3").mkdir()
    assert send(mine, ["reset", ""]) == 503
    assert mine.get("/ja/kiosk").status_code == 200


def test_health_tells_the_edition_that_the_kiosk_page_bears(client: Client) -> None:
    mine = client()
    edition = mine.get("/healthz").get_json()["edition"]
    assert f'"edition":"{edition}"' in mine.get("/ja/kiosk").text
    assert f'data-edition="{edition}"' in mine.get("/en/kiosk").text


def test_the_kiosk_invites_in_the_language_of_its_page_first_unless_the_settings_have_an_order(client: Client) -> None:
    page = client().get("/en/kiosk").text
    assert page.index('data-begin="en"') < page.index('data-begin="ja"')


def test_the_kiosk_offers_the_languages_of_the_settings_in_their_order(client: Client) -> None:
    page = client(KAKEHASHI_KIOSK_LANGUAGES="en, ja").get("/ja/kiosk").text
    assert page.index('data-begin="en"') < page.index('data-begin="ja"')
    only = client(KAKEHASHI_KIOSK_LANGUAGES="ja").get("/ja/kiosk").text
    assert 'data-begin="en"' not in only
    assert "data-language=" not in only


def test_the_kiosk_asks_for_no_big_bundle(client: Client) -> None:
    page = client().get("/ja/kiosk").text
    assert page.count("<script src=") == 1
    assert "kiosk" in page.partition("<script src=")[2].partition(">")[0]
    assert "plotly" not in page
