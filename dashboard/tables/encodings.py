"""Bytes as spreadsheets write them -> text. What cannot be read without guessing is refused with its position."""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# Shift_JIS has room for almost any byte. These are signs that the bytes were something else: codes that CP932 leaves
# undefined or to the machine that wrote them, and half-width katakana grown into a Latin word (Western European text).
_NOT_SHIFT_JIS = re.compile("[\x00-\x08\x80-\x9f\xa0\ue000-\uf8ff]|(?<=[a-z])[\uff61-\uff9f]|[\uff61-\uff9f](?=[a-z])")


class UndecodableError(ValueError):
    """The bytes are in none of the encodings; ``position`` is the offset of the first byte that does not fit."""

    def __init__(self, position: int) -> None:
        super().__init__(f"byte {position} fits none of the encodings")
        self.position = position


def decode(raw: bytes) -> str:
    """Read UTF-8 (with or without a byte-order mark), UTF-16 with one, or Shift_JIS as Windows writes it (CP932).

    Raises:
        UndecodableError: the bytes are none of these.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, mark, encoding)
    try:
        return _refuse_nul(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _began_as_utf_8(raw[: error.start]):
            raise UndecodableError(error.start) from error
        return _decode_shift_jis(raw, not_utf_8_at=error.start)


def _began_as_utf_8(raw: bytes) -> bool:
    # Shift_JIS does not read as a kana or kanji of UTF-8 by chance: a damaged file must not turn into other characters.
    return any(char >= "\u0800" for char in raw.decode("utf-8"))


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
    odd = _NOT_SHIFT_JIS.search(text)
    if odd:
        raise UndecodableError(not_utf_8_at)
    return text
