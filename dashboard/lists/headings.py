"""The first row of a list -> what its columns hold."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard.lists.words import find_language, fold

_FILE = Path(__file__).parent / "headings.toml"
_HOME, _PARTNER = "home", "partner"


class Columns(NamedTuple):
    """Where things stand in a list, columns counted from 0.

    ``places`` are by what the column holds (a key of ``words`` in headings.toml) and its language, which is empty where
    the heading names none. ``unread`` are headings of which nothing is known. ``language`` is that of the headings.
    """

    places: Mapping[tuple[str, str], int]
    unread: tuple[str, ...]
    language: str
    in_japan: bool  # all homes are

    def has(self, role: str) -> bool:
        """Whether a column holds that, in whatever language."""
        return any(found == role for found, _ in self.places)


@cache
def _described() -> Mapping[str, Mapping[str, frozenset[str]]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {part: {key: frozenset(map(fold, words)) for key, words in lists.items()} for part, lists in raw.items()}


def find_columns(headings: Sequence[str]) -> Columns:
    """Tell what each column holds; of two with the same heading the first counts."""
    places: dict[tuple[str, str], int] = {}
    open_places: list[tuple[int, str]] = []
    unread: dict[int, str] = {}
    for place, heading in enumerate(headings):
        role, language = _find_role(fold(heading))
        if role == "either":
            open_places.append((place, language))
        elif not role or (role, language) in places:
            unread[place] = heading
        else:
            places[role, language] = place
    for role in (_PARTNER, _HOME):
        if not any(found == role for found, _ in places):
            taken = open_places[:1] if not open_places or not open_places[0][1] else list(open_places)
            for place, language in taken:
                places.setdefault((role, language), place)
            open_places = [each for each in open_places if each not in taken]
    unread |= {place: headings[place] for place, _ in open_places}
    used = [headings[place] for place in places.values()]
    return Columns(
        places=places,
        unread=tuple(unread[place] for place in sorted(unread) if unread[place]),
        language="ja" if any(find_language(heading) == "ja" for heading in used) else "en",
        in_japan=any(fold(_without_language(heading)) in _described()["japan"]["words"] for heading in used),
    )


def _find_role(word: str) -> tuple[str, str]:
    """What a heading stands for, and the language that it names; both may be empty."""
    described = _described()
    for bare, language in ((word, ""), *_without_languages(word)):
        if bare in described["either"]["words"]:
            return "either", language
        for role, words in described["words"].items():
            if bare in words:
                return role, language
    return "", ""


def _without_languages(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (word.removesuffix(end), language)
        for language, ends in _described()["languages"].items()
        for end in ends
        if word.endswith(end)
    )


def _without_language(heading: str) -> str:
    word = fold(heading)
    return next((bare for bare, _ in _without_languages(word) if _find_role(bare)[0]), word)
