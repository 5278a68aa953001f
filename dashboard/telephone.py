"""A telephone number as it is printed -> the number to dial, or nothing where that would be a guess."""

from __future__ import annotations

import re

from dashboard.plain_text import make_plain

_PRINTED = re.compile(r"(?<![\d+])(?P<plus>\+)?\s*(?P<digits>\(?\d[\d\s().-]*\d)(?!\d)")
_INTERNATIONAL = re.compile(r"\+[1-9]\d{6,14}")  # ITU-T E.164
_JAPANESE = re.compile(r"0(?P<rest>[1-9]\d{8,9})")
_WITHIN_JAPAN = ("0120", "0570", "0800", "0990")  # free and special numbers, which cannot be reached from abroad


def find_dialled(printed: str, country: str | None) -> str | None:
    """The first number of a text as it is dialled from anywhere: ``+81191344711``.

    A number with a plus stands for itself. One without is completed where ``country`` (ISO 3166-1 alpha-2) is Japan;
    how other countries dial is not known here. None for all else.
    """
    found = _PRINTED.search(make_plain(printed))
    if found is None:
        return None
    if found["plus"]:
        digits = _only_digits(found["digits"].replace("(0)", ""))
        digits = digits.replace("810", "81", 1) if digits.startswith("810") else digits
        return f"+{digits}" if _INTERNATIONAL.fullmatch(f"+{digits}") else None
    digits = _only_digits(found["digits"])
    national = _JAPANESE.fullmatch(digits) if country == "JP" else None
    if national is None:
        return None
    return digits if digits.startswith(_WITHIN_JAPAN) else f"+81{national['rest']}"


def _only_digits(text: str) -> str:
    return "".join(char for char in text if char in "0123456789")
