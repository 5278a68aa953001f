"""Whatever stands in an address, the answer is a page and nothing of it comes back as code."""

from __future__ import annotations

from urllib.parse import quote, quote_from_bytes

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

NAMES = ("select", "home", "tie", "theme", "later", "q", "from", "to", "pane", "lang", "nobody")
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</title><svg onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--",
    "{{7*7}}${7*7}",
    "javascript:alert(1)",
    "\x00\x08\x1b",
    "\ud83d",
    "../../etc/passwd",
    "%2e%2e%2f",
    "nepal\r\nSet-Cookie: a=b",
    "\u202etxt.exe",
    "＜script＞",
)
RUN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def plain(server: Flask) -> bytes:
    return server.test_client().get("/en/").data


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_known_attack_in_any_parameter_changes_the_page(client: FlaskClient, plain: bytes, attack: str) -> None:
    text = quote(attack, errors="surrogatepass")
    answer = client.get("/en/?" + "&".join(f"{name}={text}" for name in NAMES))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer.data == plain


@RUN
@given(raw=st.binary(max_size=300))
def test_any_bytes_at_all_are_answered_with_the_same_page(client: FlaskClient, plain: bytes, raw: bytes) -> None:
    answer = client.get(f"/en/?{quote_from_bytes(raw, safe='&=%+;,/?')}")
    assert (answer.status_code, answer.data) == (200, plain)


@RUN
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=120)), max_size=8))
def test_any_text_in_any_parameter_is_answered_with_the_same_page(
    client: FlaskClient, plain: bytes, pairs: list[tuple[str, str]]
) -> None:
    query = "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name, value in pairs)
    answer = client.get(f"/en/?{query}")
    assert (answer.status_code, answer.data) == (200, plain)


@RUN
@given(path=st.text(max_size=60))
def test_any_path_is_answered_without_a_fault_inside(client: FlaskClient, path: str) -> None:
    # As a server hands it on: the client itself would take what follows two slashes for another host.
    raw = "/" + path.encode(errors="surrogatepass").decode("latin-1")
    answer = client.get("/", environ_overrides={"PATH_INFO": raw})
    assert answer.status_code in (200, 302, 308, 404, 405)


@RUN
@given(
    language=st.text(max_size=40),
    edition=st.text(max_size=25).filter(lambda part: part not in ("light", "dark", "main")),
)
def test_data_passes_over_languages_and_editions_nobody_knows(client: FlaskClient, language: str, edition: str) -> None:
    code = quote(language, errors="surrogatepass")
    assert client.get(f"/data/tables.zip?lang={code}").status_code == 200
    part = quote(edition, safe="", errors="surrogatepass")
    assert client.get(f"/data/figures/{part}.json").status_code == 404
    assert client.get(f"/data/en/{part}/stop-1.svg").status_code == 404


@pytest.mark.parametrize("header", ["Accept-Language", "If-None-Match", "Range", "Accept-Encoding", "Cookie", "Host"])
@pytest.mark.parametrize("value", ["*", "\xff\xfe", "a" * 4000, "ja;q=nan,en;q=-1", "bytes=9-1", '"', "<script>"])
def test_odd_headers_are_answered(client: FlaskClient, header: str, value: str) -> None:
    for address in ("/", "/ja/", "/data/network.json"):
        assert client.get(address, headers={header: value}).status_code < 500


@pytest.mark.parametrize("query", ["&".join(["select=nepal"] * 5000), "q=" + "n" * 50_000])
def test_queries_beyond_measure_are_answered_with_the_same_page(client: FlaskClient, plain: bytes, query: str) -> None:
    assert client.get(f"/en/?{query}").data == plain


def test_whatever_strangers_invent_makes_no_more_than_the_registry_holds(server: Flask) -> None:
    """Each language, mode, figure and picture is made once; queries, numbers and stops that nobody has make nothing."""
    publisher = server.extensions["publisher"]
    client = server.test_client()
    addresses = ("/en/", "/ja/kiosk", "/en/present", "/data/figures/light.json", "/data/map.svg")
    for address in addresses:
        client.get(address)
    made = publisher.issue.made
    for number in range(200):
        for address in addresses:
            assert client.get(f"{address}?q={number}&stop={number}&select=x{number}").status_code == 200
        for invented in (f"/data/en/main/stop-{number + 100}.svg", f"/data/figures/{number}.json", f"/en/{number}"):
            assert client.get(invented).status_code == 404
    assert publisher.issue.made == made
