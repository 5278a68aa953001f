"""The network in parts, where all its rails at once would be too many to be read.

Rails stand beside each other as far as a low stage has room for their type. Homes that only a later source states are
folded, so that they take room only while they are shown; of many homes all are, and a home with many ties by country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from dashboard.model import Dataset, EntityKind, LinkKind, Tie
from dashboard.network.positions import place_network

MOST_LINES = 100
"""Grid lines of the rails that are drawn at once; half a line of text each."""

_MOST_TIES = 24  # of a part; a home with more is parted by country
_WITH_OWNER = (LinkKind.WITH_PARTNER, LinkKind.RUNS, LinkKind.PART_OF, LinkKind.HELD_AT)


@dataclass(frozen=True)
class Part:
    """What belongs to a home, or what of that lies in a country."""

    home: str
    country: str | None  # ISO 3166-1 alpha-2; None for all, or for what lies nowhere
    dataset: Dataset
    later: bool


@dataclass(frozen=True)
class Parts:
    """``rails`` is drawn at once, the whole data set where it has room; everything else is in one or more parts."""

    rails: Dataset
    folded: tuple[Part, ...] = ()


def part_network(dataset: Dataset, text_lines: Mapping[str, int] | None = None) -> Parts:
    """Part a data set; ``text_lines`` as for ``place_network``."""
    homes = dataset.of_kind(EntityKind.HOME)
    later = [home.id for home in homes if home.later]
    if not later and place_network(dataset, text_lines).lines <= MOST_LINES:
        return Parts(dataset)
    folded = later
    rails = _rest(dataset, [_of_home(dataset, home) for home in later])
    if place_network(rails, text_lines).lines > MOST_LINES:
        folded = [home.id for home in homes]
        rails = _rest(dataset, [_of_home(dataset, home) for home in folded])
    return Parts(rails, tuple(part for home in folded for part in _parts_of(dataset, home)))


def _parts_of(dataset: Dataset, home: str) -> Iterator[Part]:
    keys = _of_home(dataset, home)
    ties = [tie for tie in dataset.exchange_ties if tie.source in keys and tie.target in keys]
    later = dataset.entity[home].later
    if len(ties) <= _MOST_TIES:
        yield Part(home, None, _cut(dataset, keys), later)
        return
    left = set(keys)
    for country in Counter(dataset.country_of(tie.target) or "" for tie in ties):
        found = _in_country(dataset, keys, [tie for tie in ties if (dataset.country_of(tie.target) or "") == country])
        left -= found
        yield Part(home, country, _cut(dataset, found | {home}), later)
    if any(dataset.entity[key].kind != EntityKind.COUNTRY for key in left - {home}):
        yield Part(home, None, _cut(dataset, left | {home}), later)


def _of_home(dataset: Dataset, home: str) -> set[str]:
    """The home, what belongs to it, what its ties lead to, and the countries in which that lies."""
    own = {entity.id for entity in dataset.entities if home in (entity.id, entity.home)}
    own |= {tie.target for tie in dataset.exchange_ties if tie.source in own}
    return own | _countries_of(dataset, own)


def _in_country(dataset: Dataset, keys: Set[str], ties: Iterable[Tie]) -> set[str]:
    """The ends of some ties, with the activities that are held there, and the countries."""
    found = {end for tie in ties for end in (tie.source, tie.target)}
    for tie in dataset.ties:
        if tie.kind in _WITH_OWNER and tie.target in found and tie.source in keys:
            found.add(tie.source)
    return found | _countries_of(dataset, found)


def _countries_of(dataset: Dataset, keys: Set[str]) -> set[str]:
    ends = {tie.target for tie in dataset.ties if tie.kind == LinkKind.LOCATED_IN and tie.source in keys}
    return {key for key in ends if key in dataset.entity and dataset.entity[key].kind == EntityKind.COUNTRY}


def _rest(dataset: Dataset, taken: Iterable[Set[str]]) -> Dataset:
    """What is left without what was taken: what belongs to a home, and what only its ties lead to."""
    gone = set().union(*taken)
    own = {key for key in gone if dataset.home_of(key) is not None}
    stay = {tie.target for tie in dataset.ties if tie.source not in gone or dataset.home_of(tie.source) not in own}
    return _cut(dataset, {key for key in dataset.entity if key not in gone or (key in stay and key not in own)})


def _cut(dataset: Dataset, keys: Set[str]) -> Dataset:
    """Some entities of a data set with the ties between them."""
    return Dataset(
        themes=dataset.themes,
        kinds=dataset.kinds,
        entities=tuple(entity for entity in dataset.entities if entity.id in keys),
        ties=tuple(tie for tie in dataset.ties if tie.source in keys and tie.target in keys),
    )
