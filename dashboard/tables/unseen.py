"""Characters that nobody sees, and characters that are no more: where they are, and how to show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# Controls except tab and line breaks, separators of lines and paragraphs, noncharacters, and what Unicode lets programs
# leave undrawn. Without the joiners and the selectors of variants (U+200C, U+200D, U+180B.., U+FE00.., U+E0100..): they
# change how the letter before them looks, and are part of how names are spelt.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# What programs write for characters that they cannot write: the sign for it, or question marks and nothing else.
_LOST = re.compile(r"\ufffd|\?{3}|\A[\W_]*\?[\W_]*\Z")


class Unseen(NamedTuple):
    """An invisible character of a text: where it stands, counted from 1, and its number and name in Unicode."""

    position: int
    name: str


def find_unseen(text: str) -> Iterator[Unseen]:
    """Every kind of invisible character in a text where it stands first; line breaks and tabs are none."""
    first = {found[0]: found.start() for found in reversed(list(_INVISIBLE.finditer(text)))}
    for char, place in sorted(first.items(), key=lambda item: item[1]):
        yield Unseen(place + 1, f"{_number(char)} {unicodedata.name(char, '')}".rstrip())


def remove_unseen(text: str) -> str:
    """The text as it looks."""
    return _INVISIBLE.sub("", text)


def show_unseen(text: str) -> str:
    """The text with the numbers of its invisible characters where they stand: ``Ne⟨U+200B⟩pal``."""
    return _INVISIBLE.sub(lambda found: f"⟨{_number(found[0])}⟩", text)


def has_lost_characters(text: str) -> bool:
    """Whether a text has passed through an encoding that could not hold its characters."""
    return bool(_LOST.search(text))


def _number(char: str) -> str:
    return f"U+{ord(char):04X}"
