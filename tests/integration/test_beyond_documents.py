"""What only later sources name stands on a page of its own, to which links lead; every other page is without it."""

from __future__ import annotations

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.model import Dataset

OTHERS = (
    "/en/",
    "/en/_dash-layout",
    "/en/kiosk",
    "/en/present",
    "/en/figures",
    "/en/countries",
    "/data/en/cards.html",
    "/data/en/search.json",
    "/data/en/network.json",
    "/data/en/places.geojson",
    "/data/figures/light.json",
)


@pytest.fixture(scope="module")
def further(server: Flask, dataset: Dataset) -> set[str]:
    """The ids of what no document names."""
    whole = server.extensions["publisher"].edition.whole
    return {*whole.selectable} - {*dataset.selectable}


@pytest.mark.parametrize("address", OTHERS)
def test_no_other_page_and_no_file_shows_what_only_later_sources_name(
    client: FlaskClient, address: str, further: set[str]
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert {*re.findall(r"[a-z][a-z-]+", answer.get_data(as_text=True))} & further == set()


def test_the_page_with_everything_has_list_map_network_cards_and_words_of_it(
    client: FlaskClient, further: set[str]
) -> None:
    page = client.get("/en/all").get_data(as_text=True)
    index = json.loads(re.findall(r'id="index">(.*?)</script>', page)[0])
    assert further <= {*index["entities"], *index["ties"]}
    assert further <= {*re.findall(r'data-entity="([^"]+)"', page)}
    cards = client.get("/data/en/all/cards.html").get_data(as_text=True)
    assert further <= {*re.findall(r'data-card="([^"]+)"', cards)}
    words = client.get("/data/en/all/search.json").get_data(as_text=True)
    assert all(f'"{key}"' in words for key in further)


def test_links_lead_there_and_back_and_to_what_they_name(client: FlaskClient) -> None:
    first, everything = (client.get(address).get_data(as_text=True) for address in ("/en/", "/en/all"))
    assert 'href="/en/all"' in first
    assert "data-follows" in first
    assert re.search(r'class="filter-button filter-link" href="/en/" data-follows', everything)
    assert 'href="/en/all?select=kanazawa-city"' in client.get("/en/card/kanazawa-city/").get_data(as_text=True)
    assert 'href="/en/?select=nepal"' in client.get("/en/card/nepal/").get_data(as_text=True)
