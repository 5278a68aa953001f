"""Text -> the form in which it is searched, so that spelling, width, kana and accents do not matter.

``assets/js/core/folding.js`` does the same, step by step; a contract test holds the two together. Only what a browser
can do alike is done here, which is why this does not use ``str.casefold``.
"""

from __future__ import annotations

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic letters, and the vowel marks and hamzas of Arabic. Voicing marks of kana and the
# vowel signs of Indic scripts are letters of their own to their readers, and stay.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]")
_LENGTHENERS = "\u30fc\u0640"  # ー in kana, the stretched line of Arabic
_APOSTROPHE_LETTERS = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf"
_DROPPED = frozenset(_LENGTHENERS + _APOSTROPHE_LETTERS)
_SPELT_OUT = str.maketrans(
    {
        "ß": "ss",
        "ς": "σ",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ŋ": "n",
    }
)
_KATAKANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}


def fold(text: str) -> str:
    """Fold a text for searching; what is left are letters, digits and marks in one canonical spelling.

    An empty string for a text that holds none of those. Folding twice changes nothing.
    """
    lower = unicodedata.normalize("NFKC", text).lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", lower))
    kept = "".join(char for char in plain if unicodedata.category(char)[0] in "LNM" and char not in _DROPPED)
    return unicodedata.normalize("NFC", kept.translate(_SPELT_OUT).translate(_KATAKANA))
