"""Words of stories' settings in one spelling, so that width, case, accents and signs between letters do not matter."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def fold(text: str) -> str:
    """Fold a word; what is left are letters, digits and marks. Folding twice changes nothing."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).lower()))
    kept = "".join(char for char in plain if unicodedata.category(char)[0] in "LNM" and char != "ー")
    return unicodedata.normalize("NFC", kept.translate(_KATAKANA))
