"""Where a line may break: the one finder of every painter, for names and for sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.figures.text_metrics import measure_text

_KANJI, _KANA = "\u3005\u4e00-\u9fff", "\u30a1-\u30fa\u30fc"
_BREAK = re.compile(  # two kanji at least go to the next line: a single one would stand there alone
    rf"(?<=[ -])(?=\S)|(?<=[{_KANA}])(?=[{_KANJI}]{{2}})|(?<=[{_KANJI}])(?=[{_KANA}])|(?<=[^ (（])(?=（)"
)
_MIDDLE_DOT = re.compile(r"(?<=・)(?=\S)")
_LONGEST_EM = 13.5  # what has no other break may be parted at a dot in the middle of a name when it is longer

_NEVER_FIRST = frozenset("、。，．・：；？！」』）］〕〉》”’ー々〜…‥,.;:?!)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NEVER_LAST = frozenset("「『（［〔〈《“‘([{")
_PAUSES = frozenset("、。，．：；？！」』）")
_ENDINGS = frozenset("はがをにでとものへやかてたうくぐすずつぬぶむるば")


def split_words(name: str) -> tuple[str, ...]:
    """A name in pieces between which a line may break: at spaces and hyphens, and in Japanese where scripts change."""
    return tuple(_split_long(piece for piece in _BREAK.split(name) if piece))


def _split_long(pieces: Iterator[str]) -> Iterator[str]:
    for piece in pieces:
        yield from _MIDDLE_DOT.split(piece) if measure_text(piece) > _LONGEST_EM else (piece,)


def split_phrases(text: str) -> tuple[str, ...]:
    """A sentence in pieces between which a line may break: at spaces, and in Japanese where a phrase ends."""
    return _split(text, is_phrase=True)


def split_characters(text: str) -> tuple[str, ...]:
    """A text in pieces as small as typesetting allows, for a phrase that is wider than its line."""
    return _split(text, is_phrase=False)


def _split(text: str, *, is_phrase: bool) -> tuple[str, ...]:
    pieces: list[str] = []
    for character in text:
        if pieces and not _may_part(pieces[-1][-1], character, is_phrase=is_phrase):
            pieces[-1] += character
        else:
            pieces.append(character)
    return tuple(pieces)


def _may_part(before: str, after: str, *, is_phrase: bool) -> bool:
    if after == " " or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before == " " or (before == "-" and after.isupper()):
        return True
    if not (is_wide(before) or is_wide(after)):
        return False
    # A phrase of Japanese ends with a particle or a verb, and the next one begins with a kanji, katakana or a quote.
    return not is_phrase or before in _PAUSES or (before in _ENDINGS and not _is_hiragana(after))


def _is_hiragana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ"


def is_wide(character: str) -> bool:
    """Whether a character fills its square, as those of Japanese do."""
    return ord(character) >= 0x2E80 and measure_text(character) >= 0.5
