"""Bytes as spreadsheets write them -> text. What cannot be read without guessing is refused with its position."""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# Codes that CP932 leaves undefined or to the machine that wrote them.
_UNDEFINED = re.compile("[\x00-\x08\x80-\x9f\xa0\ue000-\uf8ff]")
_KANA = "\u3041-\u30ff"
_HALF_WIDTH = "\uff61-\uff9f"
_KANJI = "\u4e00-\u9fff\uf900-\ufaff"
# The kanji of everyday, which stand first in the standard; bytes of other encodings hit the rarer ones behind them.
_EVERYDAY = bytes(
    byte
    for lead in range(0x88, 0x99)
    for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD))
    if (0x88, 0x9F) <= (lead, trail) <= (0x98, 0x72)
    for byte in (lead, trail)
).decode("cp932")
_JAPANESE = re.compile(f"[{_KANA}{_EVERYDAY}]|[{_HALF_WIDTH}]{{3,}}")
_WESTERN = re.compile(f"(?<=[A-Za-z])[{_KANA}{_KANJI}](?![^\x00-\x7f])|(?<![^\x00-\x7f])[{_KANA}{_KANJI}](?=[A-Za-z])")
_RARE = re.compile(f"(?![{_EVERYDAY}])[{_KANJI}]|(?<![{_HALF_WIDTH}])[{_HALF_WIDTH}]{{1,2}}(?![{_HALF_WIDTH}])")


class UndecodableError(ValueError):
    """The bytes are in none of the encodings; ``position`` is the offset of the first byte that does not fit."""

    def __init__(self, position: int) -> None:
        super().__init__(f"byte {position} fits none of the encodings")
        self.position = position


def decode(raw: bytes) -> str:
    """Read UTF-8 (with or without a byte-order mark), UTF-16 with one, or Shift_JIS as Windows writes it (CP932).

    Almost any bytes can be read as Shift_JIS, so the whole file is weighed: it must look more like Japanese than like
    damaged UTF-8, EUC-JP or a Western encoding.

    Raises:
        UndecodableError: the bytes are none of these.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, mark, encoding)
    try:
        return _refuse_nul(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _decode_shift_jis(raw, not_utf_8_at=error.start)


def _decode_marked(raw: bytes, mark: bytes, encoding: str) -> str:
    try:
        return raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(len(mark) + error.start) from error


def _refuse_nul(text: str) -> str:
    # UTF-16 without its mark passes for UTF-8 full of NUL characters.
    if "\0" in text:
        raise UndecodableError(len(text[: text.index("\0")].encode()))
    return text


def _decode_shift_jis(raw: bytes, *, not_utf_8_at: int) -> str:
    try:
        text = raw.decode("cp932")
    except UnicodeDecodeError as error:
        raise UndecodableError(max(error.start, not_utf_8_at)) from error
    if _is_damaged_utf_8(raw) or _is_euc_jp(raw, text) or not _is_japanese(text):
        raise UndecodableError(not_utf_8_at)
    return text


def _is_damaged_utf_8(raw: bytes) -> bool:
    """Whether more kana and kanji of UTF-8 are whole than bytes are wrong; in Shift_JIS a wrong one precedes each."""
    text = raw.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= char <= "\udcff" for char in text)
    whole = sum(char >= "\u0800" for char in text)
    return whole - wrong > wrong


def _is_euc_jp(raw: bytes, text: str) -> bool:
    """Whether the bytes are EUC-JP too, and more than the half-width kana that both can mean."""
    try:
        other = raw.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    return bool(re.search(f"[{_KANA}]", other) or re.search(f"[{_KANJI}]", text))


def _is_japanese(text: str) -> bool:
    """Whether kana, everyday kanji and words of half-width kana outweigh what only a misreading gives.

    That are rare kanji, one or two half-width kana by themselves, and single characters that stick to Latin letters.
    """
    if _UNDEFINED.search(text):
        return False
    western = len(_WESTERN.findall(text))
    japanese = sum(map(len, _JAPANESE.findall(text))) - western
    return japanese >= western + sum(map(len, _RARE.findall(text)))
