"""Dash's addresses: what is open, what is shut, and what strangers can do there."""

from __future__ import annotations

import json
import logging
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask.testing import FlaskClient

from callbacks.program import create_site
from dashboard.settings import Settings
from tests.program import create_app

USED = re.compile(r'<use href="#([^"]+)"')
LAYOUTS = ("/en/_dash-layout", "/ja/_dash-layout")


@pytest.mark.parametrize("address", [*LAYOUTS, "/en/_dash-dependencies"])
def test_the_renderer_finds_what_it_asks_for_and_may_keep_it(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert answer.headers["Cache-Control"] == "no-cache"
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_each_language_has_components_in_its_words(client: FlaskClient) -> None:
    english, japanese = (client.get(address).get_data(as_text=True) for address in LAYOUTS)
    assert "Kind of tie" in english
    assert "Kind of tie" not in japanese


@pytest.mark.parametrize(
    "address",
    [
        "/en/_dash-component-suites/dash/deps/react@18.3.1.min.js",
        "/en/_dash-component-suites/dash_mantine_components/dash_mantine_components.js",
        "/en/_reload-hash",
        "/en/_favicon.ico",
        "/en/assets/js/page/main.js",
        "/en/assets/../app.py",
        "/en/_dash-nothing",
        "/xx/_dash-layout",
        "/xx/",
        "/figures/_dash-layout",
    ],
)
def test_what_no_page_asks_for_is_shut(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_no_page_tells_versions_or_addresses_of_dash(client: FlaskClient) -> None:
    for address in ("/en/", *LAYOUTS, "/en/_dash-dependencies"):
        text = client.get(address).get_data(as_text=True)
        for word in ("python_version", "dash_version", "plotly_version", "unpkg", "cdn.plot.ly", "end_id"):
            assert word not in text, f"{address} tells {word}"


HOSTILE: tuple[bytes, ...] = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"{}",
    b'"x"',
    b"\xff\xfe",
    json.dumps({"output": "no.such", "inputs": []}).encode(),
    json.dumps({"output": ["a"], "inputs": []}).encode(),
    json.dumps({"output": "x.y", "inputs": 3, "state": {}, "changedPropIds": "?"}).encode(),
    json.dumps({"output": None, "inputs": [[[]]], "outputs": {"id": {"a": 1}}}).encode(),
    b'{"output":' + b"[" * 20_000 + b"]" * 20_000 + b"}",
)


@pytest.mark.parametrize("body", HOSTILE)
def test_a_bad_callback_request_gives_400_and_one_line_in_the_log_at_most(
    client: FlaskClient, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        answer = client.post("/en/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.get_data(as_text=True) == "400\n"
    assert len(caplog.records) <= 1
    assert all(record.exc_info is None and "\n" not in record.getMessage() for record in caplog.records)


def test_however_often_bad_callbacks_are_sent_the_log_is_told_once(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    for body in 2 * HOSTILE:
        client.post("/en/_dash-update-component", data=body, content_type="application/json")
    caplog.clear()
    for body in 3 * HOSTILE:
        client.post("/en/_dash-update-component", data=body, content_type="application/json")
    assert caplog.messages == []


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_a_callback_is_asked_by_post_alone(client: FlaskClient, method: str) -> None:
    assert getattr(client, method)("/en/_dash-update-component").status_code in (404, 405)


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("/ja/", ["/data/ja/cards.html"]),
        ("/ja/kiosk", []),
        ("/ja/present", []),
        ("/ja/card/ichinoseki/", []),
        ("/ja/card/ichinoseki-central-highlands/", []),
    ],
)
def test_every_sign_that_a_page_uses_is_drawn_on_it(client: FlaskClient, page: str, parts: list[str]) -> None:
    own = client.get(page).text
    drawn = set(re.findall(r'\bid="([^"]+)"', own))
    used = {name for text in (own, *(client.get(part).text for part in parts)) for name in USED.findall(text)}
    assert used
    assert used - drawn == set()


def test_a_callback_request_of_another_type_or_size_is_turned_away(client: FlaskClient) -> None:
    assert client.post("/en/_dash-update-component", data="{}", content_type="text/plain").status_code == 400
    huge = client.post("/en/_dash-update-component", data="[" + "1," * 60_000 + "1]", content_type="application/json")
    assert huge.status_code == 413


def test_of_many_callbacks_at_a_time_one_is_computed_and_who_is_too_many_is_told_to_come_back(tmp_path: Path) -> None:
    """What was refused costs nothing, and the next one is answered."""
    server = create_app(Settings(state=tmp_path, threads=4))
    body = json.dumps(figures_question({"country": ["NP"]}))

    def ask(_: int) -> tuple[int, str | None]:
        address = "/en/figures/_dash-update-component"
        answer = server.test_client().post(address, data=body, content_type="application/json")
        return answer.status_code, answer.headers.get("Retry-After")

    with ThreadPoolExecutor(12) as crowd:
        found = list(crowd.map(ask, range(48)))
    assert set(found) == {(200, None), (503, "2")}
    assert ask(0) == (200, None)


def test_six_requests_at_a_time_as_one_browser_sends_them_wait_for_what_is_being_made(tmp_path: Path) -> None:
    server = create_site(Settings(state=tmp_path), makes_ahead=False).server
    together = Barrier(6)

    def ask(_: int) -> int:
        together.wait(20)
        return int(server.test_client().get("/en/").status_code)

    with ThreadPoolExecutor(6) as browser:
        assert list(browser.map(ask, range(6))) == 6 * [200]


def figures_question(state: object) -> dict[str, object]:
    outputs = [{"id": f"chart-{key}", "property": "figure"} for key in ("decades", "countries", "themes", "distances")]
    outputs.append({"id": "ties", "property": "rowData"})
    return {
        "output": "..".join(["", "...".join(f"{each['id']}.{each['property']}" for each in outputs), ""]),
        "outputs": outputs,
        "inputs": [{"id": "view", "property": "state", "value": state}],
        "changedPropIds": ["view.state"],
    }


def ask_figures(client: FlaskClient, state: object) -> dict[str, object]:
    answer = client.post("/en/figures/_dash-update-component", json=figures_question(state))
    assert answer.status_code == 200
    return dict(answer.get_json()["response"])


@pytest.mark.parametrize("state", [None, 7, [], {"home": {"a": 1}}, {"home": ["x"] * 5000}, {"tie": [None, [], {}]}])
def test_whatever_a_stranger_chooses_the_figures_answer_with_everything(client: FlaskClient, state: object) -> None:
    response = ask_figures(client, state)
    assert len(response["ties"]["rowData"]) == 10  # type: ignore[index]


def test_a_choice_leaves_its_rows(client: FlaskClient) -> None:
    response = ask_figures(client, {"home": ["ichinoseki"], "tie": ["support"]})
    assert [row["country"] for row in response["ties"]["rowData"]] == ["Nepal"]  # type: ignore[index]
