"""What may be counted, and what a screen may say about it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

MOST_AT_ONCE = 200
"""Counts in one message; a screen sends fewer."""


class CountKind(StrEnum):
    """What is counted. The subject of a start or a language is a language's code, of a selection an id."""

    START = "start"
    SELECT = "select"
    LANGUAGE = "language"
    RESET = "reset"


class Count(NamedTuple):
    """One thing that happened. It bears no time: the store adds the day, and nothing finer."""

    kind: CountKind
    subject: str


class DayCount(NamedTuple):
    """How often something happened on a day (ISO 8601, local time)."""

    day: str
    kind: CountKind
    subject: str
    number: int


def read_counts(body: bytes, selectable: Collection[str], languages: Collection[str]) -> tuple[Count, ...]:
    """What a screen says: ``{"counts": [[kind, subject], …]}``.

    Args:
        body: JSON in UTF-8. Anything at all may stand in it.
        selectable: ids that a selection may name.
        languages: codes that a start or a language may name.

    Returns:
        The counts that make sense; those that name something unknown are left out, for the data may have changed
        while the screen was cut off. Empty for an empty list.

    Raises:
        ValueError: when the body is not of this shape, or too long.
    """
    allowed = _allowed_subjects(selectable, languages)
    pairs = _read_pairs(body)
    return tuple(Count(CountKind(kind), subject) for kind, subject in pairs if subject in allowed.get(kind, ()))


def _allowed_subjects(selectable: Collection[str], languages: Collection[str]) -> Mapping[str, Collection[str]]:
    return MappingProxyType(
        {
            CountKind.START.value: languages,
            CountKind.SELECT.value: selectable,
            CountKind.LANGUAGE.value: languages,
            CountKind.RESET.value: ("",),
        }
    )


def _read_pairs(body: bytes) -> list[tuple[str, str]]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    counts = told.get("counts") if isinstance(told, dict) else None
    if not isinstance(counts, list) or len(counts) > MOST_AT_ONCE:
        raise ValueError("no list of counts, or too long a one")
    if not all(isinstance(pair, list) and [type(part) for part in pair] == [str, str] for pair in counts):
        raise ValueError("a count is a pair of texts")
    return [(kind, subject) for kind, subject in counts]
