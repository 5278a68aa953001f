"""What a list calls a tie -> the kind of kinds.csv that it means, where there is no doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.lists.words import fold, without_ending
from dashboard.tables.description import LIST_SEPARATOR

UNDETERMINED = "undetermined"
"""The kind of ties of which the list does not say it, or in words that no kind has."""

_BETWEEN = ("home_partner", "any_partner")


def find_kind(text: str, kinds: Iterable[Mapping[str, str]]) -> str | None:
    """The id of the one kind between a home and a partner whose id, name or words mean what ``text`` says; else None.

    ``kinds`` are the rows of their table, cells by header.
    """
    word = _stem(text)
    found = {
        kind["id"]
        for kind in kinds
        if kind.get("between") in _BETWEEN and kind.get("id") and word and word in map(_stem, _words(kind))
    }
    return next(iter(found)) if len(found) == 1 else None


def _words(kind: Mapping[str, str]) -> Iterable[str]:
    for header, cell in kind.items():
        if header == "id" or header.startswith("name_"):
            yield cell
        elif header.startswith("words_"):
            yield from cell.split(LIST_SEPARATOR)


def _stem(text: str) -> str:
    word = fold(text)
    while (shorter := without_ending(word, "kind")) != word:
        word = shorter
    return word
