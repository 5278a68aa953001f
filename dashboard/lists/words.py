"""Words of lists as they compare: width, case, accents, blanks and signs do not count."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_ENDINGS = Path(__file__).parent / "endings.toml"
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_KANA_MARKS = "\u3099\u309a"  # ガ is no カ


def fold(text: str) -> str:
    """What of a text must be the same in another for both to be the same word.

    Unlike in stories, kana and long vowels count, since they tell towns apart, and ß is ss.
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = (char for char in plain if char in _KANA_MARKS or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", "".join(char for char in bare if char.isalnum() or char in f"{_KANA_MARKS}ー"))


def find_language(text: str) -> str | None:
    """``ja`` for a text with kana or kanji, ``en`` for another with Latin letters, None for all else."""
    if _JAPANESE.search(text):
        return "ja"
    return "en" if any("LATIN" in unicodedata.name(char, "") for char in text) else None


def without_ending(word: str, sort: str) -> str:
    """A folded word without what may stand at its end, one of those of ``sort`` in endings.toml; never nothing."""
    return _endings(sort).sub("", word)


@cache
def _endings(sort: str) -> re.Pattern[str]:
    words = sorted(map(fold, tomllib.loads(_ENDINGS.read_text(encoding="utf-8"))[sort]), key=len, reverse=True)
    return re.compile(f"(?<=.)(?:{'|'.join(map(re.escape, words))})$")
