"""Behind a web server: below a path, and told by it, and by nobody else, for whom it asks."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.settings import Settings, SettingsError, read_settings
from tests.program import create_app

PREFIX = "/exchange"
PAGES = ("en/", "ja/kiosk", "en/present", "en/figures", "en/downloads", "en/card/nepal/", "ja/gaps")
LINK = re.compile(r"""\s(?:href|src|action|data-picture|data-opening)="([^"#?]+)""")
TOLD = re.compile(r"\"(/[^\"/#?\s][^\"#?\s]*)")
AWAY = {"REMOTE_ADDR": "192.0.2.7"}
FRONT = {"REMOTE_ADDR": "10.1.2.3"}


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    state = tmp_path_factory.mktemp("state")
    return create_app(
        Settings(
            state=state, prefix=f"{PREFIX}/", public_url="https://bridge.example.org/exchange/", proxies="10.0.0.0/8"
        )
    )


def find_addresses(text: str) -> set[str]:
    """Where a page leads, from its markup and from what it tells its scripts."""
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)
    return {html.unescape(each) for each in LINK.findall(text)} | {
        each for block in blocks for each in TOLD.findall(block)
    }


@pytest.mark.parametrize("page", PAGES)
def test_below_a_path_every_page_leads_to_what_is_below_it(below: Flask, page: str) -> None:
    client = below.test_client()
    address = f"{PREFIX}/{page}"
    answer = client.get(address)
    assert answer.status_code == 200
    leads = {urljoin(f"http://localhost{address}", each) for each in find_addresses(answer.text)}
    own = {urlsplit(each).path for each in leads if urlsplit(each).hostname == "localhost"}
    assert {each for each in own if not each.startswith(f"{PREFIX}/")} == set()
    assert all(each.startswith("https://bridge.example.org/exchange/") for each in leads if "bridge" in each)
    known = {PREFIX + each for each in below.extensions["publisher"].issue.documents}
    unknown = {each for each in own - known if not each.endswith(("/kiosk/usage", "/healthz"))}
    for each in unknown:
        assert re.fullmatch(rf"{PREFIX}/(static/.+|(en|ja)/figures/|(en|ja)/card/{{id}}/)", each), each
        if not each.endswith("/"):
            assert client.get(each).status_code == 200, each


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/exchange", "/exchange/en/"),
        ("/exchange/", "/exchange/en/"),
        ("/exchange/en", "./en/"),
        ("/exchange/EN/Gaps", "/exchange/en/gaps"),
        ("/", "/exchange/en/"),
    ],
)
def test_redirects_stay_below_the_path_and_name_no_host(below: Flask, address: str, location: str) -> None:
    answer = below.test_client().get(address, headers={"Accept-Language": "en"})
    assert answer.headers["Location"] == location


def test_what_leads_from_outside_names_the_path_once(below: Flask) -> None:
    client = below.test_client()
    for address in ("/exchange/sitemap.xml", "/sitemap.xml"):
        assert "<loc>https://bridge.example.org/exchange/en/</loc>" in client.get(address).text
    assert 'rel="canonical" href="https://bridge.example.org/exchange/en/"' in client.get("/exchange/en/").text


@pytest.mark.parametrize("public", ["https://example.org", "https://example.org/", "https://example.org/exchange"])
def test_the_public_address_may_name_the_path_or_leave_it_out(public: str) -> None:
    assert Settings(public_url=public, prefix="/exchange").base_url == "https://example.org/exchange"
    assert Settings(prefix="/exchange").base_url == ""


@pytest.mark.parametrize("prefix", ["exchange", "/a b", "//evil.example", "/../up", '/"onload='])
def test_a_path_that_is_none_is_refused_by_its_name(prefix: str) -> None:
    with pytest.raises(SettingsError, match=r"^KAKEHASHI_PREFIX: a path such as /exchange"):
        read_settings({"KAKEHASHI_PREFIX": prefix})
    with pytest.raises(SettingsError, match=r"^KAKEHASHI_PROXIES: addresses such as"):
        read_settings({"KAKEHASHI_PROXIES": "front.example.org"})


@pytest.mark.parametrize("peer", [{}, AWAY, {"REMOTE_ADDR": ""}])
def test_nobody_but_the_named_servers_says_for_whom_it_asks(below: Flask, peer: dict[str, str]) -> None:
    """Not the scheme, not the host, not that it is this machine itself."""
    said = {"X-Forwarded-Host": "localhost", "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
    client = below.test_client()
    assert "Strict-Transport-Security" not in client.get("/en/", headers=said, environ_overrides=peer).headers
    assert client.get("/readyz", headers=said, environ_overrides=peer).status_code == 403
    told = {**said, "Host": "evil.example"}
    assert client.get("/en/", headers=told, environ_overrides=peer).status_code == 400


def test_a_named_server_is_believed_but_never_makes_anybody_ours(below: Flask) -> None:
    client = below.test_client()
    said = {"X-Forwarded-Host": "bridge.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
    answer = client.get("/en/", headers={**said, "Host": "10.9.9.9"}, environ_overrides=FRONT)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert client.get("/readyz", headers=said, environ_overrides=FRONT).status_code == 403
    evil = {**said, "X-Forwarded-Host": "evil.example"}
    assert client.get("/en/", headers=evil, environ_overrides=FRONT).status_code == 400


@pytest.mark.parametrize("address", ["/exchange/en/", "/exchange/en", "/exchange/nowhere/", "/exchange/readyz"])
def test_over_https_every_answer_asks_for_https_from_now_on(below: Flask, address: str) -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "bridge.example.org"}
    answer = below.test_client().get(address, headers=said, environ_overrides=FRONT)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    plain = below.test_client().get(address, environ_overrides=FRONT)
    assert "Strict-Transport-Security" not in plain.headers


def test_a_web_server_in_its_plainest_settings_is_not_taken_for_this_machine(client: FlaskClient) -> None:
    assert client.get("/readyz").status_code in (200, 503)
    assert client.get("/readyz", environ_overrides={"SERVER_PROTOCOL": "HTTP/1.0"}).status_code == 403


def test_a_server_beside_the_program_asks_through_a_socket(tmp_path: Path) -> None:
    client = create_app(Settings(state=tmp_path, proxies="unix")).test_client()
    said = {"X-Forwarded-Proto": "https"}
    for peer, believed in (("", True), ("127.0.0.1", False)):
        answer = client.get("/en/", headers=said, environ_overrides={"REMOTE_ADDR": peer})
        assert ("Strict-Transport-Security" in answer.headers) is believed
