"""What a list leaves open: found while it is taken in, told at the end, and kept as gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from dashboard.i18n import Texts, list_in_words
from dashboard.lists.files import List
from dashboard.tables.description import LIST_SEPARATOR

_MOST_ABOUT = 100  # things that one gap names: a cell of a spreadsheet is not endless
_MOST_SAID = 12
_LONGEST = 200  # characters of the list in an item


class Sort(StrEnum):
    """Sorts of what is left open. The catalogue has a ``-title`` and a ``-text`` for each."""

    SOURCE = "source"
    # rows that are not taken in
    BLANK = "blank"
    LOST = "lost"
    COUNTRY = "country"
    SEVERAL = "several"
    DOUBLE = "double"
    ITSELF = "itself"
    # what is taken in without something
    KIND = "kind"
    DATE_IN_TWO_WAYS = "date_in_two_ways"
    DATE = "date"
    POINT = "point"
    NO_PLACE = "no_place"
    MANY_PLACES = "many_places"
    NO_JAPANESE = "no_japanese"
    NO_ENGLISH = "no_english"


class Opening(NamedTuple):
    """Something left open in a row of a list. ``about`` are ids of the things that it concerns, ``said`` names it."""

    sort: Sort
    row: int
    said: str
    about: tuple[str, ...] = ()


def write_gaps(openings: Iterable[Opening], source: str, found: List, keepers: Sequence[Texts]) -> list[dict[str, str]]:
    """Rows of the table of gaps of a list; ``keepers`` are the languages in which texts must be there."""
    rows: list[dict[str, str]] = []
    for sort, group in _by_sort(openings):
        for start in range(0, len(group), _MOST_ABOUT):
            part = group[start : start + _MOST_ABOUT]
            row = {
                "about": LIST_SEPARATOR.join(dict.fromkeys(thing for opening in part for thing in opening.about)),
                "source": source,
                "locator": found.locate(opening.row for opening in part),
            }
            for texts in keepers:
                row |= {f"{head}_{texts.language.code}": text for head, text in _say(sort, part, texts).items()}
            rows.append({"id": f"{source}-{sort.replace('_', '-')}".lower(), **row})
    return rows


def tell(openings: Iterable[Opening], texts: Texts) -> Iterator[str]:
    """Lines for a terminal: each sort with how often it was met, and what it was."""
    for sort, group in _by_sort(openings):
        said = _say(sort, group, texts)
        yield texts("lists-left-open-line", title=said["title"], count=len(group))
        yield f"    {said['text']}"


def _by_sort(openings: Iterable[Opening]) -> Iterator[tuple[Sort, list[Opening]]]:
    order = list(Sort)
    for sort, group in groupby(sorted(openings, key=lambda each: (order.index(each.sort), each.row)), lambda o: o.sort):
        yield sort, list(group)


def _say(sort: Sort, group: Sequence[Opening], texts: Texts) -> dict[str, str]:
    said = [_say_item(opening, texts) for opening in group]
    items = list_in_words(said, texts, texts("lists-open-separator"), most=_MOST_SAID)
    key = f"lists-open-{sort.replace('_', '-')}"
    return {"title": texts(f"{key}-title"), "text": texts(f"{key}-text", items=items)}


def _say_item(opening: Opening, texts: Texts) -> str:
    row = str(opening.row)
    said = opening.said[:_LONGEST]
    if not opening.row:
        return said
    return texts("lists-open-item", said=said, row=row) if said else texts("lists-open-row", row=row)
