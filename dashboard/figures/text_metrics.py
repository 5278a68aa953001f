"""How wide a text will be, and where a name may break, before any browser has set it.

Widths are advance widths of BIZ UDPGothic Bold in em, rounded up where characters
are counted together, so that a text measured here is never narrower than drawn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

_ASCII_MILLI_EM = (
    *(333, 370, 520, 940, 800, 1000, 910, 320, 505, 510, 500, 840, 330, 480, 330, 500),  # space to /
    *(760, 630, 760, 760, 760, 760, 760, 760, 760, 760, 340, 340, 840, 840, 840, 800),  # 0 to ?
    *(980, 780, 770, 810, 850, 700, 670, 860, 840, 440, 560, 760, 610, 1000, 840, 880),  # @ to O
    *(760, 900, 760, 730, 700, 860, 760, 1000, 820, 740, 750, 550, 500, 550, 500, 305),  # P to _
    *(500, 660, 730, 640, 730, 690, 510, 670, 720, 320, 400, 660, 360, 960, 720, 700),  # ` to o
    *(730, 730, 490, 590, 490, 720, 600, 900, 620, 640, 580, 540, 440, 540),  # p to ~~
)
_FIRST_ASCII = 0x20
_NARROW_PUNCTUATION = {
    "\u3000": 0.667,
    "、": 0.6,
    "。": 0.6,
    "（": 0.5,
    "）": 0.5,
    "・": 0.5,
    "’": 0.5,
    "「": 0.5,
    "」": 0.5,
}
_FULL = 1.0
_UNKNOWN = 0.8  # letters of scripts that come from a fallback face: Cyrillic, Arabic, Devanagari
_MOST_LINES = 3


def measure_text(text: str) -> float:
    """The width of ``text`` in em; 0 for an empty text."""
    return round(sum(_advance(character) for character in text), 3)


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    index = ord(character) - _FIRST_ASCII
    if 0 <= index < len(_ASCII_MILLI_EM):
        return _ASCII_MILLI_EM[index] / 1000
    if character in _NARROW_PUNCTUATION:
        return _NARROW_PUNCTUATION[character]
    if unicodedata.combining(character):
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and 0 <= ord(base) - _FIRST_ASCII < len(_ASCII_MILLI_EM):
        return _advance(base)  # a letter with an accent is as wide as the letter
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


def wrap_text(text: str, *, width_em: float) -> tuple[str, ...]:
    """``text`` in as few lines as fit ``width_em``, at most three, balanced, broken only where a reader would pause.

    A text with no such place, or too long for three lines, comes back in the narrowest lines there are.
    An empty text gives no line.
    """
    pieces = _split_pieces(text.strip())
    if not pieces:
        return ()
    best: tuple[str, ...] = ()
    for count in range(1, min(_MOST_LINES, len(pieces)) + 1):
        best = min(_arrangements(pieces, count), key=_raggedness)
        if _widest(best) <= width_em:
            break
    return best


def _split_pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for before, character in zip(f" {text}", text, strict=False):
        if not pieces or _may_break(before, character):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after in " ）」、。・ー" or before in "（「(":
        return False
    if before in " ・" or after in "（(":
        return True
    return {_script(before), _script(after)} == {"kanji", "katakana"}


def _script(character: str) -> str:
    name = unicodedata.name(character, "")
    if name.startswith("KATAKANA"):  # the long vowel mark is one of them
        return "katakana"
    return "kanji" if name.startswith("CJK UNIFIED") else ""


def _arrangements(pieces: Sequence[str], count: int) -> list[tuple[str, ...]]:
    cuts = combinations(range(1, len(pieces)), count - 1)
    return [
        tuple("".join(pieces[a:b]).strip() for a, b in zip((0, *cut), (*cut, len(pieces)), strict=True)) for cut in cuts
    ]


def _widest(lines: Sequence[str]) -> float:
    return max(measure_text(line) for line in lines)


def _raggedness(lines: Sequence[str]) -> float:
    """Lower is better: narrow, even lines, with a break after a comma worth a little unevenness."""
    pauses = sum(line.endswith((",", "・")) for line in lines[:-1])
    return _widest(lines) - pauses
