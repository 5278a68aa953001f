"""Whatever stands in an address, the answer is a page and nothing of it comes back as code."""

from __future__ import annotations

import html
import re
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


class Skeleton:
    """The tags of a page in their order, attributes that would run something, and the words in the search box."""

    def __init__(self, text: str) -> None:
        # Outside quotes "<" begins a tag; inside them it is escaped, which is what these tests are about.
        self.tags = re.findall(r"<(/?[a-zA-Z][\w-]*)", text)
        self.handlers = re.findall(r"<[^>]*\s(on\w+)\s*=", re.sub(r'"[^"]*"', '""', text))
        found = re.search(r'<input id="q"[^>]*?\svalue="([^"]*)"', text)
        self.words = html.unescape(found.group(1)) if found else ""


@pytest.fixture(scope="module")
def innocent(server: Flask) -> Skeleton:
    return Skeleton(server.test_client().get("/en/?q=zzzzzz").text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_known_attack_in_any_parameter_changes_the_page(
    client: FlaskClient, innocent: Skeleton, attack: str
) -> None:
    text = quote(attack, errors="surrogatepass")
    answer = client.get("/en/?" + "&".join(f"{name}={text}" for name in NAMES))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    page = Skeleton(answer.text)
    assert page.handlers == []
    assert page.tags == innocent.tags


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", '"><b>', "a&amp;b", "'"])
def test_words_sought_come_back_as_words(client: FlaskClient, innocent: Skeleton, attack: str) -> None:
    page = Skeleton(client.get(f"/en/?q={quote(attack)}").text)
    assert page.words == attack
    assert page.tags == innocent.tags


@RUN
@given(raw=st.binary(max_size=300))
def test_any_bytes_at_all_are_answered(client: FlaskClient, raw: bytes) -> None:
    text = quote_from_bytes(raw, safe="&=%+;,/?")
    answer = client.get(f"/ja/?{text}")
    assert answer.status_code == 200
    assert Skeleton(answer.text).handlers == []


@RUN
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=120)), max_size=8))
def test_any_text_in_any_parameter_is_answered(client: FlaskClient, pairs: list[tuple[str, str]]) -> None:
    query = "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name, value in pairs)
    answer = client.get(f"/en/?{query}")
    assert answer.status_code == 200
    page = Skeleton(answer.text)
    assert page.handlers == []
    assert len(page.words) <= 80


@RUN
@given(path=st.text(max_size=60))
def test_any_path_is_answered_without_a_fault_inside(client: FlaskClient, path: str) -> None:
    answer = client.get("/" + quote(path, safe="/", errors="surrogatepass"))
    assert answer.status_code in (200, 302, 308, 404, 405)


@RUN
@given(language=st.text(max_size=40), edition=st.text(max_size=25))
def test_data_and_figures_pass_over_languages_and_editions_nobody_knows(
    client: FlaskClient, language: str, edition: str
) -> None:
    code = quote(language, errors="surrogatepass")
    assert client.get(f"/data/tables.zip?lang={code}").status_code == 200
    figures = f"/figures/{quote(edition, safe='', errors='surrogatepass')}/light.json"
    assert client.get(figures).status_code in (200, 308, 404)


@pytest.mark.parametrize("header", ["Accept-Language", "If-None-Match", "Range", "Accept-Encoding", "Cookie", "Host"])
@pytest.mark.parametrize("value", ["*", "\xff\xfe", "a" * 4000, "ja;q=nan,en;q=-1", "bytes=9-1", '"', "<script>"])
def test_odd_headers_are_answered(client: FlaskClient, header: str, value: str) -> None:
    for address in ("/", "/ja/", "/data/network.json"):
        assert client.get(address, headers={header: value}).status_code < 500


def test_thousands_of_parameters_are_answered_with_the_plain_page(client: FlaskClient) -> None:
    answer = client.get("/en/?" + "&".join(f"select=nepal{number}" for number in range(5000)))
    assert answer.status_code == 200
    assert 'data-selected=""' in answer.text


def test_a_search_as_long_as_a_book_is_cut(client: FlaskClient) -> None:
    assert Skeleton(client.get("/en/?q=" + "n" * 50_000).text).words == "n" * 80


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "utf-16"])
def test_words_in_another_encoding_are_answered(client: FlaskClient, encoding: str) -> None:
    assert client.get(f"/en/?q={quote_from_bytes('ネパール'.encode(encoding))}").status_code == 200
