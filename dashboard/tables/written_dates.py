"""Dates as people and spreadsheets write them -> the notation of the tables, where it is certain what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from babel import Locale

from dashboard.model import PartialDate, Period
from dashboard.plain_text import WAVES, make_plain


class _Era(NamedTuple):
    """The year before the first of an era, and how many years it had; an era that goes on has no last one."""

    before: int
    years: int = 999


# Months and days of the Meiji era before its sixth year are those of another calendar.
_ERAS = {
    **dict.fromkeys(("令和", "R"), _Era(2018)),
    **dict.fromkeys(("平成", "H"), _Era(1988, 31)),
    **dict.fromkeys(("昭和", "S"), _Era(1925, 64)),
    **dict.fromkeys(("大正", "T"), _Era(1911, 15)),
    **dict.fromkeys(("明治", "M"), _Era(1867, 45)),
}
_FIRST_GREGORIAN_YEAR = 1873
_MONTHS = {
    name.lower(): number
    for width in ("abbreviated", "wide")
    for number, name in Locale("en").months["format"][width].items()
}

_WEEKDAY = re.compile(r"\s*(?:\([月火水木金土日](?:・?祝)?\)|\(?[月火水木金土日]曜日?\)?)\s*$")
_YEAR = rf"(?:(?P<era>{'|'.join(_ERAS)})\s*(?P<of_era>\d{{1,2}}|元)|(?P<year>\d{{4}}))"
_MONTH_NAME = rf"(?P<month_name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        # after NFKC: 2020/2/2, 2013年11月, 平成25年, S58.11
        rf"{_YEAR}\s*年?",
        rf"{_YEAR}\s*[-/.年]\s*(?P<month>\d{{1,2}})\s*月?",
        rf"{_YEAR}\s*[-/.年]\s*(?P<month>\d{{1,2}})\s*[-/.月]\s*(?P<day>\d{{1,2}})\s*日?",
        r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        # 19 November 2013, November 19, 2013, Nov. 2013
        rf"(?:(?P<day>\d{{1,2}})\s+)?{_MONTH_NAME},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH_NAME}\s+(?P<day>\d{{1,2}})(?:,\s*|\s+)(?P<year>\d{{4}})",
    )
)
_BETWEEN_ENDS = re.compile(rf"\s*[{WAVES}]\s*")
_TWO_YEARS = re.compile(r"(\d{4})\s*-\s*(\d{4})", re.ASCII)


def suggest_date(text: str) -> str | None:
    """The date that ``2020/2/2``, ``令和2年2月2日`` or ``19 November 2013`` means, in ISO 8601; None for all else.

    A year must have four digits or be one of its era, so that nothing is guessed.
    """
    plain = _WEEKDAY.sub("", make_plain(text))
    for shape in _SHAPES:
        found = shape.fullmatch(plain)
        if found:
            return _write(found)
    return None


def suggest_period(text: str) -> str | None:
    """The date or the span that ``1995年〜2004年`` means, in ISO 8601; None where that is not certain."""
    ends = tuple(_split(make_plain(text)))
    written = [suggest_date(end) for end in ends]
    if len(written) > 2 or None in written:
        return None
    try:
        return Period.parse("/".join(end for end in written if end)).isoformat()
    except ValueError:
        return None


def _split(text: str) -> Iterator[str]:
    years = _TWO_YEARS.fullmatch(text)
    yield from years.groups() if years else _BETWEEN_ENDS.split(text)


def _write(found: re.Match[str]) -> str | None:
    parts = {name: part for name, part in found.groupdict().items() if part}
    name = parts.get("month_name", "").lower()
    try:
        year = _read_year(parts) if "year" in found.re.groupindex else None
        month = _MONTHS[name] if name else _number(parts.get("month"))
        return PartialDate(year=year, month=month, day=_number(parts.get("day"))).isoformat()
    except ValueError:
        return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _read_year(parts: Mapping[str, str]) -> int:
    """The year of a date; raise ValueError for one that its era did not have."""
    if "year" in parts:
        return int(parts["year"])
    era = _ERAS[parts["era"].upper()]
    number = 1 if parts["of_era"] == "元" else int(parts["of_era"])
    year = era.before + number
    if not 1 <= number <= era.years or year < _FIRST_GREGORIAN_YEAR:
        raise ValueError(f"{parts['era']} has no year {number}")
    return year
