"""Figures and signs as a plain keyboard gives them, whatever width and whichever hyphen somebody typed."""

from __future__ import annotations

import unicodedata

WAVES = "~\u301c\u3030"
"""What Japanese writes between the ends of a span. Unicode counts some of them as dashes."""

_DASHES = {chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Pd"} - set(WAVES)
# With the soft hyphen, the bullet, the minus, and the long vowel of kana, which lies beside the hyphen on the keyboard.
_HYPHENS = str.maketrans(dict.fromkeys(_DASHES | set("\u00ad\u2043\u2212\u30fc"), "-"))


def make_plain(text: str) -> str:
    """The text in compatibility form, with one kind of hyphen and without format characters and blanks around it."""
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
    return "".join(char for char in plain if unicodedata.category(char) != "Cf").strip()
