"""What can be taken away: a link, and the data in four forms."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any
from urllib.request import urlopen

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from dashboard.i18n import load_catalogue

OPEN = Callable[..., Page]


@pytest.fixture
def fetch(base_url: str) -> Callable[[str], bytes]:
    """The body of an answer of the server."""

    def fetch_one(path: str) -> bytes:
        with urlopen(base_url + path) as answer:  # noqa: S310 - our own server
            return bytes(answer.read())

    return fetch_one


@pytest.fixture
def health(fetch: Callable[[str], bytes]) -> dict[str, Any]:
    return dict(json.loads(fetch("/healthz")))


def test_sharing_copies_the_link_to_exactly_this_view_and_says_so(open_page: OPEN) -> None:
    page = open_page("/en/?select=nepal&home=ichinoseki", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#share").click()
    expect(page.locator("#notice")).to_have_text(load_catalogue().texts("en")("share-copied"))
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


def test_the_word_about_a_copied_link_moves_nothing_on_the_page(open_page: OPEN) -> None:
    page = open_page("/en/", permissions=["clipboard-read", "clipboard-write"])
    before = page.locator("#share").bounding_box()
    page.locator("#share").click()
    expect(page.locator("#notice")).to_be_visible()
    assert page.locator("#share").bounding_box() == before


def test_a_link_to_the_way_between_two_things_opens_at_the_answer(open_page: OPEN) -> None:
    page = open_page("/en/?from=vienna-philharmonic&to=fujisawa-association", settled=False)
    expect(page.locator("#path-answer li").first).to_be_in_viewport()


def test_where_copying_is_forbidden_the_link_itself_is_shown(open_page: OPEN) -> None:
    page = open_page("/en/?select=nepal")
    page.evaluate(
        """() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError")); }"""
    )
    page.locator("#share").click()
    expect(page.locator("#notice")).to_contain_text(page.url)


def test_a_phone_offers_its_own_sheet_for_sharing_from_every_view(open_page: OPEN) -> None:
    """One tap away while the map is looked at, with a card on it too; nowhere a second time."""
    page = open_page("/en/?home=ichinoseki&pane=map&select=nepal", "phone")
    page.evaluate("() => { navigator.share = async (what) => { window.shared = what; }; }")
    expect(page.locator("#search input")).to_be_visible()  # as is the search, which leads to the list
    page.locator('.tabs [data-action="toggle-filters"]').tap()
    expect(page.locator("#share")).to_be_hidden()
    page.locator('.tabs [data-action="toggle-filters"]').tap()
    page.locator('.tabs [data-action="share"]').tap()
    page.wait_for_function("() => window.shared")
    assert page.evaluate("() => window.shared.url") == page.url


def test_a_shared_link_opens_the_same_view(open_page: OPEN, base_url: str) -> None:
    page = open_page("/ja/?select=higashiyama-nepal", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#share").click()
    expect(page.locator("#notice")).to_be_visible()
    link = page.evaluate("() => navigator.clipboard.readText()")
    other = open_page(link.removeprefix(base_url), settled=False)
    expect(other.locator("#card [data-card-of=higashiyama-nepal]")).to_be_visible()


def test_the_network_comes_as_node_link_json_with_sources(
    fetch: Callable[[str], bytes], health: dict[str, Any]
) -> None:
    data = json.loads(fetch("/data/network.json"))
    assert len(data["nodes"]) == health["counts"]["nodes"]
    edges = data.get("edges", data.get("links"))
    assert len(edges) == health["counts"]["edges"]
    for node in data["nodes"]:
        assert {"id", "kind", "names"} <= node.keys()
        assert node["names"]["ja"] and node["names"]["en"]
    for edge in edges:
        assert {"source", "target", "kind", "source_key", "locator"} <= edge.keys()
        assert edge["source_key"] and edge["locator"]


def test_networkx_reads_the_json_and_the_graphml_as_the_same_network(
    fetch: Callable[[str], bytes], health: dict[str, Any]
) -> None:
    data = json.loads(fetch("/data/network.json"))
    from_json = nx.node_link_graph(data, edges="edges" if "edges" in data else "links")
    from_graphml = nx.parse_graphml(fetch("/data/network.graphml").decode(), force_multigraph=True)
    assert set(from_json) == set(from_graphml)
    assert from_graphml.number_of_edges() == from_json.number_of_edges() == health["counts"]["edges"]
    ends = sorted(from_json.edges())
    assert ends == sorted(from_graphml.edges())


def test_the_places_come_as_geojson_longitude_first(fetch: Callable[[str], bytes]) -> None:
    places = json.loads(fetch("/data/places.geojson"))
    assert places["type"] == "FeatureCollection"
    points = {
        feature["properties"]["id"] if "id" in feature["properties"] else feature["id"]: feature["geometry"]
        for feature in places["features"]
        if feature["geometry"]["type"] == "Point"
    }
    lon, lat = points["ishikawa"]["coordinates"]
    assert 136 < lon < 138
    assert 36 < lat < 38


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_tables_come_as_an_archive_that_a_spreadsheet_opens(
    fetch: Callable[[str], bytes], health: dict[str, Any], language: str
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(fetch(f"/data/tables.zip?lang={language}")))
    assert archive.testzip() is None
    tables = {name: archive.read(name) for name in archive.namelist() if name.endswith(".csv")}
    activities = next(content for name, content in tables.items() if "activities" in name)
    rows = list(csv.DictReader(io.StringIO(activities.decode("utf-8-sig"))))
    assert len(rows) == health["counts"]["activities"]
    for content in tables.values():
        assert len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))) > 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_download_at_the_foot_of_the_page_is_a_file(visit: OPEN, language: str) -> None:
    page = visit(f"/{language}/", settled=False)
    links = page.locator("#downloads a[download]")
    expect(links.nth(3)).to_be_visible()
    for link in links.all():
        with page.expect_download() as download:
            link.click()
        assert download.value.path().stat().st_size > 1000
        assert re.fullmatch(r"[a-z]+\.[a-z]+", download.value.suggested_filename)
