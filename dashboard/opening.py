"""When somebody can be reached: stated hours and closing days as a browser can reckon with them.

The words of the source are the only statement: they are read, not written down a second time. Where any of them, in any
language, is not understood to the last, or two languages differ, nothing is reckoned at all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

import jpholiday
from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_day_names

from dashboard.i18n import Catalogue, Texts
from dashboard.kept import kept
from dashboard.model import Dataset

YEARS = 10
"""For how many years after the day of an edition national holidays are told."""

_HOURS = re.compile(r"(\d{1,2}):(\d{2})\s*[–—〜～~-]\s*(\d{1,2}):(\d{2})")
_LEAP_YEAR = 2000
_HOLIDAYS_OF = "JP"

Day = tuple[int, int]
"""Month and day."""


class Opening(NamedTuple):
    """Hours in minutes from midnight; weekdays on which it is closed (Monday is 1), spans of days, holidays."""

    hours: tuple[tuple[int, int], ...]
    weekdays: frozenset[int] = frozenset()
    spans: frozenset[tuple[Day, Day]] = frozenset()
    on_holidays: bool = True  # whether it is open on national holidays


def read_opening(dataset: Dataset, key: str, catalogue: Catalogue) -> Opening | None:
    """What the contact of an entity states; None where it states no hours, or more than is understood."""
    stated = {contact.key: contact.value for contact in dataset.contacts if contact.about == key}
    if "hours" not in stated:
        return None
    closed = stated.get("closed", {})
    readings = {
        _read(value, closed.get(code), catalogue.texts(code))
        for code, value in stated["hours"].items()
        if code in {language.code for language in catalogue.languages}
    }
    return readings.pop() if len(readings) == 1 else None


def tell_openings(dataset: Dataset, catalogue: Catalogue, since: dt.date) -> dict[str, object]:
    """For the browser, by the id of whoever is reached; see ``assets/js/core/opening.js`` for the shape."""
    openings = {key: read_opening(dataset, key, catalogue) for key in {contact.about for contact in dataset.contacts}}
    return {
        key: _tell(opening, zone, since)
        for key, opening in sorted(openings.items())
        if opening and key in dataset.entity and (country := dataset.country_of(key)) and (zone := _zone_of(country))
        if opening.on_holidays or country == _HOLIDAYS_OF
    }


def _tell(opening: Opening, zone: str, since: dt.date) -> dict[str, object]:
    years = range(since.year, since.year + YEARS + 1)
    days = _holidays(years[0], years[-1])
    return {
        "zone": zone,
        "hours": opening.hours,
        "weekdays": sorted(opening.weekdays),
        "spans": sorted([_write(first), _write(last)] for first, last in opening.spans),
        "holidays": None if opening.on_holidays else days,
        "years": [years[0], years[-1]],
    }


@kept
def _holidays(first: int, last: int) -> list[str]:
    """The national holidays of some years as ISO dates."""
    return [day.isoformat() for year in range(first, last + 1) for day, _ in jpholiday.year_holidays(year)]


def _write(day: Day) -> str:
    return f"{day[0]:02d}-{day[1]:02d}"


def _zone_of(country: str) -> str | None:
    """The time zone of a country that has but one."""
    zones = [zone for zone, territory in get_global("zone_territories").items() if territory == country]
    return zones[0] if len(zones) == 1 else None


def _read(hours: str, closed: str | None, texts: Texts) -> Opening | None:
    separator = texts("opening-separator")
    spans = [_HOURS.fullmatch(each.strip()) for each in hours.split(separator)]
    if not all(spans):
        return None
    opening = Opening(tuple((_minutes(*span.group(1, 2)), _minutes(*span.group(3, 4))) for span in spans if span))
    for each in (closed or "").split(separator) if closed else ():
        if (read := _close(opening, each.strip(), texts)) is None:
            return None
        opening = read
    return opening


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)


def _close(opening: Opening, words: str, texts: Texts) -> Opening | None:
    """The opening without the days that a piece of text names; None for words that are not known."""
    if words == texts("opening-holidays"):
        return opening._replace(on_holidays=False)
    if weekday := _weekdays(texts).get(words):
        return opening._replace(weekdays=opening.weekdays | {weekday})
    days = _days(texts)
    first, _, last = words.partition(texts("opening-to"))
    if first in days and (last or first) in days:
        return opening._replace(spans=opening.spans | {(days[first], days[last or first])})
    return None


def _weekdays(texts: Texts) -> Mapping[str, int]:
    names = get_day_names("wide", locale=texts.language.locale)
    return {texts("opening-weekday", day=name): number + 1 for number, name in names.items()}


def _days(texts: Texts) -> Mapping[str, Day]:
    """Every day of a year by how it is written: as the language does, and with the day first."""
    locale = texts.language.locale
    year = [dt.date(_LEAP_YEAR, 1, 1) + dt.timedelta(days=place) for place in range(366)]
    return {
        written: (day.month, day.day)
        for day in year
        for written in (format_skeleton("MMMMd", day, locale=locale), format_date(day, "d MMMM", locale=locale))
    }
