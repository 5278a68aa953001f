"""Lists of names within a sentence, however many names there are."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list

from dashboard.i18n.catalogue import Texts

_MOST_NAMES = 12
_MOST_CHARACTERS = 600  # the catalogue takes no value of more than 2,500


def list_in_words(names: Sequence[str], texts: Texts, separator: str | None = None, *, most: int = _MOST_NAMES) -> str:
    """Names as one phrase: all of them when they are no more than ``most``, else the first and how many more there are.

    ``separator`` stands between the names where the language's own way to list them is not meant. No names give an
    empty string.
    """
    shown = [_shorten(name) for name in names[:most]]
    while len(shown) > 1 and sum(map(len, shown)) > _MOST_CHARACTERS:
        shown.pop()
    more = len(names) - len(shown)
    if more:
        between = texts("list-more-separator") if separator is None else separator
        return texts("list-more", names=between.join(shown), count=more)
    return str(format_list(shown, locale=texts.language.locale)) if separator is None else separator.join(shown)


def _shorten(name: str) -> str:
    return name if len(name) <= _MOST_CHARACTERS else name[: _MOST_CHARACTERS - 1] + "…"
