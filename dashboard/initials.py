"""Under which large letter a name is found: the row of the kana table in Japanese, else its first letter."""

from __future__ import annotations

import unicodedata

KANA_ROWS = (
    "あいうえおぁぃぅぇぉ",
    "かきくけこ",
    "さしすせそ",
    "たちつてとっ",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよゃゅょ",
    "らりるれろ",
    "わをんゐゑ",
)
OTHER = "#"
"""The heading of whatever begins with neither kana nor letter."""

_ROW_OF = {kana: row[0] for row in KANA_ROWS for kana in row}
_KATAKANA = range(0x30A1, 0x30F7)


def find_initial(text: str, language: str) -> str:
    """The heading under which ``text`` stands in an index of ``language``.

    Args:
        text: a name, or its reading where the name is written in kanji.
        language: code of the language that the index is in.

    Returns:
        In Japanese the first kana of a row (か for ガ), in other languages the first letter without its accents, in
        upper case; ``OTHER`` for an empty text and for one that begins with neither.
    """
    letter = _first_letter(text)
    if language.partition("-")[0] == "ja":
        return _ROW_OF.get(letter, OTHER)
    return letter.upper() if letter else OTHER


def order_initials(initials: set[str], language: str) -> tuple[str, ...]:
    """Initials in the order of an index; ``OTHER`` comes last."""
    rows = [row[0] for row in KANA_ROWS]
    is_kana = language.partition("-")[0] == "ja"

    def place(initial: str) -> tuple[bool, int, str]:
        return initial == OTHER, rows.index(initial) if is_kana and initial in rows else 0, initial

    return tuple(sorted(initials, key=place))


def _first_letter(text: str) -> str:
    """The letter that a text begins with, plain: no accent or voicing mark, katakana as hiragana; else empty."""
    plain = unicodedata.normalize("NFKD", text)
    char = next((char for char in plain if char.isalnum()), "")
    if not char.isalpha():
        return ""
    return chr(ord(char) - 0x60) if ord(char) in _KATAKANA else char.lower()
