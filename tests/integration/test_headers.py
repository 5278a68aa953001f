"""What every answer says about itself, and what none gives away."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.settings import Settings
from layouts.documents import READING
from layouts.front_end import read_front_end
from layouts.ids import TABLE
from tests.program import create_app

STATIC = [url for url in read_front_end().files.values() if not url.endswith("/")]
FINE = [
    "/ja/",
    "/en/?select=nepal",
    *(f"/en/{name}" for name in READING),
    "/healthz",
    "/data/network.json",
    "/data/network.graphml",
    "/data/places.geojson",
    "/data/tables.zip",
    "/data/figures/light.json",
    "/data/figures/dark.json",
    "/ja/_dash-layout",
    "/en/_dash-dependencies",
]
FAULTY = ["/nowhere", "/xx/", "/en/nowhere", "/static/nothing.js", "/data/figures/pink.json", "/data/secrets.json"]


@pytest.mark.parametrize("address", [*FINE, *FAULTY, "/"])
def test_every_answer_even_a_fault_is_guarded(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/=]+'", policy["script-src"])
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", STATIC)
def test_a_built_file_is_never_guessed_at_and_loads_nothing(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert "immutable" in headers["Cache-Control"]


def test_no_answer_names_an_address_outside_in_its_policy(client: FlaskClient) -> None:
    assert "http" not in client.get("/ja/").headers["Content-Security-Policy"]


def test_only_hosts_named_in_the_settings_may_frame_the_pages(tmp_path: Path) -> None:
    server = create_app(Settings(state=tmp_path, frame_hosts="https://signage.example\nhttps://other.example"))
    headers = server.test_client().get("/ja/").headers
    assert headers["Content-Security-Policy"].endswith("frame-ancestors https://signage.example https://other.example")
    assert "X-Frame-Options" not in headers


@pytest.mark.parametrize("address", ["/ja/", "/en/", *(f"/en/{name}" for name in READING)])
def test_every_inline_script_of_a_page_is_data_or_allowed_by_its_hash(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.DOTALL)
    allowed = read_front_end().inline["theme.js"]
    for attributes, content in scripts:
        assert "src=" in attributes or 'type="application/json"' in attributes or content == allowed
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", answer.text)
    assert "javascript:" not in answer.text


def test_headers_never_name_what_the_server_is_made_of(client: FlaskClient) -> None:
    for address in (*FINE, *FAULTY, STATIC[0]):
        headers = client.get(address).headers
        assert "X-Powered-By" not in headers
        assert not re.search(r"werkzeug|waitress|python|flask|dash/", str(headers), re.IGNORECASE)


def test_no_answer_tells_a_version_of_dash_or_python(client: FlaskClient) -> None:
    packages = ("dash", "dash-mantine-components", "plotly")
    versions = {importlib.metadata.version(package) for package in packages} | {platform.python_version()}
    numbers = "|".join(rf"(?<![\d.]){re.escape(version)}(?![\d.])" for version in sorted(versions))
    telling = re.compile(rf"{numbers}|werkzeug|waitress|dash_version|python_version", re.IGNORECASE)
    pages = [address for address in FINE if address != "/data/tables.zip"]
    found = {address: telling.findall(client.get(address).text) for address in [*pages, *FAULTY]}
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("address", FAULTY)
def test_a_fault_is_told_in_a_number_and_nothing_else(client: FlaskClient, address: str) -> None:
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 404
    assert answer.text == "404\n"
    assert answer.mimetype == "text/plain"


@pytest.mark.parametrize("address", FAULTY)
def test_a_reader_at_an_address_that_leads_nowhere_is_shown_the_ways_on(client: FlaskClient, address: str) -> None:
    headers = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en"}
    answer = client.get(address, headers=headers, follow_redirects=True)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    ways = re.findall(r'<li><a href="([^"]+)"', answer.text)
    assert {f"/en/{name}" for name in READING} <= set(ways)
    assert {client.get(way).status_code for way in ways} == {200}


def test_a_page_that_is_missing_speaks_the_language_of_its_address_and_repeats_nothing_of_it(
    client: FlaskClient,
) -> None:
    answer = client.get("/ja/%3Cscript%3Ealert", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert '<html lang="ja"' in answer.text
    assert "alert" not in answer.text


def test_other_methods_than_reading_are_refused_quietly(client: FlaskClient) -> None:
    for address in ("/ja/", "/healthz", "/data/network.json"):
        for method in (client.post, client.put, client.delete):
            answer = method(address)
            assert answer.status_code == 405
            assert answer.text == "405\n"


def test_a_fault_inside_the_program_says_nothing_about_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = create_app(Settings(state=tmp_path))
    monkeypatch.setattr("dashboard.editions.Publisher.read", lambda *_: 1 / 0)
    answer = server.test_client().get("/ja/?select=nepal")
    assert answer.status_code == 500
    assert answer.text == "500\n"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("address", ["/ja/?select=nepal", "/data/network.json", "/data/figures/light.json", "/en/gaps"])
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
    assert "Content-Security-Policy" in again.headers


def test_built_files_may_be_kept_for_a_year_because_their_names_change(client: FlaskClient) -> None:
    for url in STATIC:
        answer = client.get(url)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert re.search(r"\.[0-9a-f]{12}(\.\w+|/[\w.-]+)$", url)


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_pages_and_built_files_are_sent_compressed(client: FlaskClient, encoding: str) -> None:
    for address in ("/ja/", read_front_end().url("page.js"), "/data/network.json"):
        answer = client.get(address, headers={"Accept-Encoding": encoding})
        assert answer.headers["Content-Encoding"] == encoding
        assert len(answer.data) < len(client.get(address).data) / 2


def test_dash_answers_what_its_renderer_asks_for(client: FlaskClient) -> None:
    layout = json.loads(client.get("/ja/_dash-layout").text)
    assert "filter-tie" in json.dumps(layout)
    wanted = json.loads(client.get("/ja/_dash-dependencies").text)
    assert wanted
    asks_server = [each for each in wanted if each["clientside_function"] is None]
    assert [TABLE in each["output"] for each in asks_server] == [True], "only the figures page asks the server"


def test_the_controls_speak_the_language_of_their_page(client: FlaskClient) -> None:
    layouts = {code: client.get(f"/{code}/_dash-layout").get_json() for code in ("ja", "en")}
    assert "姉妹都市" in json.dumps(layouts["ja"], ensure_ascii=False)
    assert "Sister city" in json.dumps(layouts["en"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ("ja", "ja"),
        ("en-GB,en;q=0.8", "en"),
        ("fr,en;q=0.5,ja;q=0.3", "en"),
        ("fr", "ja"),
        ("", "ja"),
        ("ja;q=0, *", "en"),
    ],
)
def test_the_front_door_sends_to_the_best_language(client: FlaskClient, wish: str, code: str) -> None:
    answer = client.get("/", headers={"Accept-Language": wish})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/{code}/"
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("/EN/", "/en/"), ("/Ja/Card/Nepal/?x=A", "/ja/card/nepal/?x=A"), ("/EN/gaps", "/en/gaps")]
)
def test_an_address_in_capitals_leads_to_what_it_means(client: FlaskClient, typed: str, meant: str) -> None:
    answer = client.get(typed)
    assert (answer.status_code, answer.headers["Location"]) == (302, meant)
    assert client.get("/EN/nothing").status_code == 404
