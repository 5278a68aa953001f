"""A row of a list -> what it says: a home, a partner, the kind and the date of their tie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dashboard.lists.countries import find_country
from dashboard.lists.files import List, ListError
from dashboard.lists.words import find_language, fold
from dashboard.model import PartialDate, Period
from dashboard.plain_text import make_plain
from dashboard.tables.unseen import has_lost_characters
from dashboard.tables.written_dates import suggest_period

_COUNTRY_BEHIND = re.compile(r"(?P<name>.+?)\s*[(（](?P<country>[^()（）]+)[)）]")
_FIGURES = re.compile(r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>\d{4}|\d{2})", re.ASCII)
_DECEMBER = 12

Cells = Mapping[tuple[str, str], str]


class Wishes(NamedTuple):
    """What a person says where the list does not.

    ``home`` are names of the one home, ``kind`` is an id of kinds.csv, ``maker`` who made the list, and ``url`` where
    it can be read.
    """

    home: tuple[str, ...] = ()
    home_country: str = ""
    kind: str = ""
    maker: str = ""
    url: str = ""


class Thing(NamedTuple):
    """A home or a partner as a list names it.

    ``names`` are by language; a name that is neither Japanese nor in Latin letters stands under an empty one.
    ``country`` is empty where it is not known, and then ``country_word`` says what the list calls it. ``point`` holds
    longitude and latitude as they are written.
    """

    names: Mapping[str, str]
    country: str
    country_word: str
    region: str
    point: tuple[str, str]
    is_town: bool  # and no state or province

    @property
    def name(self) -> str:
        return next(iter(self.names.values()))

    @property
    def words(self) -> frozenset[str]:
        """Its names in comparable form."""
        return frozenset(fold(name) or name for name in self.names.values())

    def may_be(self, other: Thing) -> bool:
        """Whether both have a name in common, and country and region."""
        place, there = ((thing.country, fold(thing.region)) for thing in (self, other))
        return place == there and bool(self.words & other.words)


class Entry(NamedTuple):
    """A row. Without a home or partner it says nothing about a tie; ``is_lost``: its names cannot be read any more."""

    number: int
    home: Thing | None
    partner: Thing | None
    kinds: tuple[str, ...]
    date: str
    is_lost: bool

    @property
    def said(self) -> str:
        """Both names, as far as they are there."""
        return " – ".join(thing.name for thing in (self.home, self.partner) if thing)


class TwoWaysError(ValueError):
    """A date of which nobody can tell which figure is the day and which the month."""


def read_entries(found: List, wishes: Wishes, known_countries: Iterable[str]) -> Iterable[Entry]:
    """Read every row.

    Args:
        found: the list.
        wishes: what it does not say itself.
        known_countries: those of the homes that are in the tables already; they stand in where they are one.

    Raises:
        ListError: the list has no homes, or no country for them, and the wishes neither.
    """
    columns = found.columns
    if not (columns.has("home") or columns.has("prefecture") or wishes.home):
        raise ListError("lists-no-home", file=found.title)
    country = wishes.home_country or ("JP" if columns.in_japan else _only(known_countries))
    if not country and not columns.has("home_country"):
        raise ListError("lists-no-home-country", file=found.title)
    return [_read_entry(found, number, cells, wishes, country) for number, cells in found.records]


def read_date(text: str) -> str:
    """A date or span of dates in ISO 8601.

    Raises:
        TwoWaysError: day and month cannot be told apart.
        ValueError: it is no date.
    """
    plain = make_plain(text)
    figures = _FIGURES.fullmatch(plain)
    if not figures:
        written = suggest_period(text)
        return written or Period.parse(plain).isoformat()
    first, second = int(figures["first"]), int(figures["second"])
    if len(figures["year"]) != len("1962") or (first != second and max(first, second) <= _DECEMBER):
        raise TwoWaysError(text)
    return PartialDate(year=int(figures["year"]), month=min(first, second), day=max(first, second)).isoformat()


def _read_entry(found: List, number: int, row: Sequence[str], wishes: Wishes, home_country: str) -> Entry:
    columns = found.columns
    cells = {key: row[place] for key, place in columns.places.items() if place < len(row) and row[place]}
    names = [text for role in ("home", "prefecture", "partner") for text in _texts(cells, role)]
    cells = {key: text for key, text in cells.items() if not has_lost_characters(text)}
    own = {find_language(name) or "": name for name in wishes.home}
    return Entry(
        number=number,
        home=_read_home(cells, own, home_country),
        partner=_read_partner(cells, has_country=columns.has("country")),
        kinds=tuple(dict.fromkeys(_texts(cells, "kind"))),
        date=" / ".join(dict.fromkeys(_texts(cells, "date"))),
        is_lost=any(map(has_lost_characters, names)),
    )


def _read_home(cells: Cells, own: Mapping[str, str], country: str) -> Thing | None:
    texts = _by_language(cells, "home") or own
    words = _texts(cells, "home_country")
    return _make(cells, texts, ("prefecture", "home_lon", "home_lat"), _agree(words) if words else country, words)


def _read_partner(cells: Cells, *, has_country: bool) -> Thing | None:
    texts = dict(_by_language(cells, "partner"))
    words = _texts(cells, "country")
    country = _agree(words)
    if not has_country:
        for language, text in texts.items():
            found = _COUNTRY_BEHIND.fullmatch(text)
            if found and (code := find_country(found["country"])):
                country, texts[language] = code, found["name"]
    return _make(cells, texts, ("region", "lon", "lat"), country, words)


def _make(
    cells: Cells, texts: Mapping[str, str], roles: tuple[str, str, str], country: str, words: Sequence[str]
) -> Thing | None:
    """A thing from what names it; without that its region is the thing.

    ``roles`` are what columns of region, longitude and latitude hold.
    """
    region, *point = roles
    names = _read_names(texts or _by_language(cells, region))
    if not names:
        return None
    lon, lat = (" ".join(_texts(cells, role)) for role in point)
    return Thing(
        names=names,
        country=country,
        country_word=" / ".join(words),
        region=" ".join(_texts(cells, region)) if texts else "",
        point=(lon, lat),
        is_town=bool(texts),
    )


def _texts(cells: Cells, role: str) -> tuple[str, ...]:
    return tuple(text for (found, _), text in cells.items() if found == role)


def _by_language(cells: Cells, role: str) -> Mapping[str, str]:
    return {language: text for (found, language), text in cells.items() if found == role}


def _read_names(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Names by language; one whose heading names none has that of its letters."""
    names = {language: text for language, text in texts.items() if language}
    for text in (text for language, text in texts.items() if not language):
        names.setdefault(find_language(text) or "", text)
    return names


def _agree(words: Iterable[str]) -> str:
    """The country of all the words that name one; empty where they name none or two."""
    return _only(code for word in words if (code := find_country(word)))


def _only(codes: Iterable[str]) -> str:
    found = set(codes)
    return found.pop() if len(found) == 1 else ""
