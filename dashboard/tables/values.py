"""A cell -> a value of its column's type, or the reason why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from urllib.parse import urlsplit

from dashboard.model import PartialDate, Period
from dashboard.tables.description import LIST_SEPARATOR, Column, ColumnType
from dashboard.tables.problems import ProblemCode
from dashboard.tables.sheets import is_language
from dashboard.tables.written_dates import suggest_date, suggest_period
from geodata.countries import country_boxes

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_KEY = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,20})?")


class RejectedError(ValueError):
    """A cell that does not fit its column: why, and what fills the sentences about it."""

    def __init__(self, code: ProblemCode, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = tuple(details.items())


def parse_cell(text: str, column: Column) -> object:
    """Read a cell that is not blank.

    Returns:
        A string, a float (degrees), a PartialDate (None for one of the words in ``also``) or a Period; a tuple of
        them for a column with several values.

    Raises:
        RejectedError: the text does not fit the column.
    """
    if column.many:
        return _parse_list(text, column)
    return _parse_one(text, column)


def _parse_list(text: str, column: Column) -> tuple[object, ...]:
    entries = [entry.strip() for entry in text.split(LIST_SEPARATOR)]
    if "" in entries:
        raise RejectedError(ProblemCode.EMPTY_ENTRY)
    repeated = next((entry for place, entry in enumerate(entries) if entry in entries[:place]), None)
    # Two sources may state a fact under the same heading, so only what names something must not be named twice.
    if repeated is not None and column.type == ColumnType.REFERENCE and column.to != ("source",):
        raise RejectedError(ProblemCode.REPEATED_ENTRY, entry=repeated)
    return tuple(_parse_one(entry, column) for entry in entries)


def _parse_one(text: str, column: Column) -> object:
    if text in column.also:
        return None
    return _PARSERS[column.type](text, column)


def _parse_text(text: str, _: Column) -> str:
    return text


def _parse_slug(text: str, _: Column) -> str:
    if not _SLUG.fullmatch(text):
        raise RejectedError(ProblemCode.NOT_A_SLUG, suggestion=suggest_slug(text) or "none")
    return text


def _parse_word(text: str, _: Column) -> str:
    if not _WORD.fullmatch(text):
        raise RejectedError(ProblemCode.NOT_A_WORD, suggestion=suggest_slug(text).replace("-", "_") or "none")
    return text


def suggest_slug(text: str) -> str:
    """The id that a name could have; an empty string where it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[^a-z0-9]+", "-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")


def _parse_key(text: str, _: Column) -> str:
    if not _KEY.fullmatch(text):
        raise RejectedError(ProblemCode.NOT_A_KEY, suggestion=suggest_slug(text) or "none")
    return text


def _parse_reference(text: str, _: Column) -> str:
    return text  # whether it names anything is seen when all tables are read


def _parse_choice(text: str, column: Column) -> str:
    if text not in column.values:
        near = get_close_matches(text.lower().replace(" ", "_").replace("-", "_"), column.values, n=1)
        raise RejectedError(
            ProblemCode.NOT_A_CHOICE, choices=" ".join(column.values), suggestion=near[0] if near else "none"
        )
    return text


def _parse_date(text: str, column: Column) -> PartialDate:
    try:
        date = PartialDate.parse(text)
    except ValueError as error:
        also = " ".join(column.also) or "none"
        raise RejectedError(ProblemCode.NOT_A_DATE, suggestion=suggest_date(text) or "none", also=also) from error
    return date


def _parse_period(text: str, _: Column) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise RejectedError(ProblemCode.NOT_A_PERIOD, suggestion=suggest_period(text) or "none") from error


def _parse_degrees(text: str, _: Column) -> float:
    if not _NUMBER.fullmatch(text):
        near = unicodedata.normalize("NFKC", text).replace(",", ".").strip(" °")
        raise RejectedError(ProblemCode.NOT_A_NUMBER, suggestion=near if _NUMBER.fullmatch(near) else "none")
    return float(text) + 0.0  # no negative zero; whether it lies on the globe is seen beside its partner


def _parse_url(text: str, _: Column) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise RejectedError(ProblemCode.NOT_AN_ADDRESS) from error
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"[\s<>\"]", text):
        raise RejectedError(ProblemCode.NOT_AN_ADDRESS)
    return text


def _parse_language(text: str, _: Column) -> str:
    if not is_language(text):
        raise RejectedError(ProblemCode.NOT_A_LANGUAGE)
    return text


def _parse_country(text: str, _: Column) -> str:
    if text not in country_boxes():
        near = unicodedata.normalize("NFKC", text).upper()
        raise RejectedError(ProblemCode.NOT_A_COUNTRY, suggestion=near if near in country_boxes() else "none")
    return text


_PARSERS: Mapping[ColumnType, Callable[[str, Column], object]] = {
    ColumnType.SLUG: _parse_slug,
    ColumnType.KEY: _parse_key,
    ColumnType.WORD: _parse_word,
    ColumnType.REFERENCE: _parse_reference,
    ColumnType.ENUM: _parse_choice,
    ColumnType.TEXT: _parse_text,
    ColumnType.DATE: _parse_date,
    ColumnType.PERIOD: _parse_period,
    ColumnType.LONGITUDE: _parse_degrees,
    ColumnType.LATITUDE: _parse_degrees,
    ColumnType.URL: _parse_url,
    ColumnType.LANGUAGE: _parse_language,
    ColumnType.COUNTRY: _parse_country,
}
