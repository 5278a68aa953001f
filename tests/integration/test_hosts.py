"""Under which names the program answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.settings import read_settings
from layouts.front_end import BUILT
from tests.program import create_app


@pytest.mark.parametrize("address", ["/", "/ja/", "/ja", "/healthz", "/nowhere", "/kiosk/usage"])
@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "2001:db8::1", ""]
)
def test_a_request_for_a_host_that_nobody_named_is_refused_in_plain_words(
    client: FlaskClient, address: str, host: str
) -> None:
    answer = client.get(address, headers={"Host": host})
    assert (answer.status_code, answer.text, answer.mimetype) == (400, "400 unknown host\n", "text/plain")
    assert "Location" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_built_files_are_refused_under_a_strange_name_too(client: FlaskClient) -> None:
    address = f"/static/{next(BUILT.glob('static/*.js')).name}"
    assert client.get(address).status_code == 200
    assert client.get(address, headers={"Host": "evil.example"}).text == "400 unknown host\n"


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8050", "127.0.0.1:1", "[::1]:8050", "localhost.", "192.0.2.7:8050", "[2001:db8::1]"],
)
def test_this_machine_may_always_be_asked_and_any_address_by_its_number(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_hosts_are_those_that_the_settings_name_in_any_way(tmp_path: Path) -> None:
    settings = {
        "HOST": "bridge.internal",
        "KAKEHASHI_HOSTS": "lobby.example.org  Lobby",
        "KAKEHASHI_PUBLIC_URL": "https://bridge.example.org/exchange/",
        "KAKEHASHI_STATE": str(tmp_path),
    }
    client = create_app(read_settings(settings)).test_client()
    for host in ("bridge.internal:8050", "lobby.example.org", "lobby", "bridge.example.org:443"):
        assert client.get("/healthz", headers={"Host": host}).status_code == 200, host
    assert client.get("/healthz", headers={"Host": "example.org"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "location"),
    [("/ja", "./ja/"), ("/ja?select=nepal", "./ja/?select=nepal"), ("/a:b", "./a%3Ab/"), ("//evil.example", None)],
)
def test_a_forgotten_slash_is_added_without_naming_a_host(
    client: FlaskClient, address: str, location: str | None
) -> None:
    answer = client.get(address)
    assert answer.headers.get("Location") == location
    assert "localhost" not in answer.text
