"""What a list calls a country -> its code."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from babel.core import get_global

from dashboard.i18n import territory_names
from dashboard.lists.words import fold, without_ending
from geodata.countries import country_boxes

_FILE = Path(__file__).parent / "country_words.toml"


def find_country(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country by its name, or by a code of two or three letters; None for all else."""
    whole = text.partition("(country)")[0]
    words = (fold(whole), fold(whole.rpartition(",")[2]))  # Jiangsu, China
    return next(
        (code for word in words for bare in (word, without_ending(word, "state")) if (code := _codes().get(bare))), None
    )


@cache
def _codes() -> Mapping[str, str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for word, code in _words():
        owners[fold(word)].add(code)
    return {word: next(iter(codes)) for word, codes in owners.items() if word and len(codes) == 1}


def _words() -> Iterator[tuple[str, str]]:
    for code in country_boxes():
        yield code, code
        yield from ((name, code) for name in territory_names(code))
    for old, codes in get_global("territory_aliases").items():
        if len(old) == len("JPN") and old.isalpha() and len(codes) == 1 and codes[0] in country_boxes():
            yield old, codes[0]
    for code, words in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        yield from ((word, code) for word in words)
