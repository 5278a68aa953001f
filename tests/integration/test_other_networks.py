"""Data of another town, and of another size: whatever valid tables hold, every document can be made of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest
from babel import Locale
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.model import Dataset, EntityKind
from tests.networks import Shape, documents_of, make_network, pick

ANOTHER_TOWN = Shape(homes=1, partners=7)
THREE_TOWNS = Shape(homes=3, partners=3, activities=2, is_told=False)
ROWS_OF_ITS_OWN = (EntityKind.HOME, EntityKind.ORGANISATION, EntityKind.PARTNER, EntityKind.VENUE, EntityKind.RIVER)
QUALIFIER = re.compile(r"[県市州]$| (?:Prefecture|City|Oblast|Province|State)$")
PACKAGES = (".pptx", ".zip")
UNLISTED = ("/static/", "/data/")


def text_of(address: str, made: bytes | str) -> str:
    if isinstance(made, bytes) and address.endswith(PACKAGES):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return made if isinstance(made, str) else made.decode("utf-8", "replace")


@pytest.fixture(scope="module", params=[ANOTHER_TOWN, THREE_TOWNS], ids=["one home", "three homes"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The documents of another network as text, by address."""
    documents = documents_of(make_network(request.param, tmp_path_factory.mktemp("tables")))
    return {address: text_of(address, documents[address].make()) for address in pick(documents, 12)}


@pytest.fixture(scope="module")
def own_names(dataset: Dataset) -> frozenset[str]:
    """What the project's own network is about: names and ids that no other town's pages may hold."""
    own = [entity for entity in dataset.entities if entity.kind in ROWS_OF_ITS_OWN]
    names = {QUALIFIER.sub("", name) for entity in own for name in entity.names.values()}
    countries = {name for code in ("ja", "en") for name in Locale(code).territories.values()}  # lands are on every map
    return frozenset({*(names - countries), *(home.id for home in own if home.kind == EntityKind.HOME)})


def test_no_document_of_another_town_speaks_of_this_one(made: Mapping[str, str], own_names: frozenset[str]) -> None:
    assert own_names >= {"石川", "一関", "Ishikawa", "Ichinoseki", "ishikawa", "ichinoseki"}
    found = {(address, name) for address, text in made.items() for name in own_names if name in text}
    assert found == set()


def test_every_document_of_another_town_is_made_and_leads_nowhere_dead(made: Mapping[str, str]) -> None:
    assert all(made.values())
    pages = {address: text for address, text in made.items() if text.startswith("<!doctype html>")}
    known = {"/present/", *made}
    for address, text in pages.items():
        places = set(re.findall(r'\sid="([^"]+)"', text))
        for link in re.findall(r'<a [^>]*?href="([^"]*)"', text):
            _, host, path, _, place = urlsplit(link)
            if host:
                continue
            if place and path in ("", address):
                assert place in places, (address, link)
            elif path.startswith("/") and "/card/" not in path and not path.startswith(UNLISTED):
                assert path in known, (address, link)
                assert not place or f'id="{place}"' in made[path], (address, link)


SHAPES = st.builds(
    Shape,
    homes=st.integers(1, 4),
    partners=st.sampled_from([1, 2, 6]),
    letters=st.sampled_from([1, 40, 900]),
    activities=st.integers(0, 4),
    is_told=st.booleans(),
)
DRAWN = ("", "kiosk", "countries", "gaps", "figures")
TAKEN = ("cards.html", "search.json", "map.svg", "network.svg", "leaflet.html", "network.json", "tables.zip")


@settings(max_examples=2, deadline=None, derandomize=True, database=None)
@given(shape=SHAPES)
@example(shape=Shape(partners=1, letters=900, activities=0, is_told=False))
def test_what_is_valid_can_be_shown_whatever_its_lengths_and_numbers(
    tmp_path_factory: pytest.TempPathFactory, shape: Shape
) -> None:
    documents = documents_of(make_network(shape, tmp_path_factory.mktemp("tables")))
    for address in (*(f"/en/{name}" for name in DRAWN), *(f"/data/en/{name}" for name in TAKEN)):
        assert documents[address].make(), address
