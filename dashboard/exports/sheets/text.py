"""Lines of text on sheets: where they break, and how large a box they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dashboard.exports.sheets.records import PITCH, Align, Box, Ink, Line, Passage, Point, Role, Words
from dashboard.figures.breaks import is_wide, split_characters, split_phrases, split_words
from dashboard.figures.text_metrics import measure_text

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ELLIPSIS = "…"
_ONE_LINE_SHARE, _ONE_LINE_SHARE_OF_WORDS = 0.72, 0.9
"""Of the largest size, down to which a title is set smaller rather than on two lines; Japanese breaks badly."""


def drop_controls(text: str) -> str:
    """The text without characters that no file of XML can carry; line ends stay."""
    return _CONTROLS.sub("", text)


def break_lines(text: str, width_em: float) -> tuple[str, ...]:
    """``text`` in lines no wider than ``width_em``, as far as one piece allows; an empty text gives no line.

    Japanese breaks where a phrase ends, and between any two characters that may be parted only when a phrase alone is
    too wide; other scripts break at spaces.
    """
    return _fill(_cut(text, width_em), width_em)


def _cut(text: str, width_em: float) -> list[str]:
    """The pieces between which lines may break, phrases where they fit a line."""
    pieces: list[str] = []
    for phrase in split_phrases(text):
        fits = measure_text(phrase.strip()) <= width_em
        pieces += [phrase] if fits else split_characters(phrase)
    return pieces


def break_name(name: str, width_em: float) -> tuple[str, ...]:
    """A name in lines, broken where a reader would pause; in any place when a piece alone is too wide."""
    pieces = split_words(name)
    if any(measure_text(piece.strip()) > width_em for piece in pieces):
        return break_lines(name, width_em)
    return _balance(pieces, width_em)


def _balance(pieces: Sequence[str], width_em: float) -> tuple[str, ...]:
    """As few lines as fit, and then as narrow as that many lines can be."""
    best = _fill(pieces, width_em)
    width = width_em
    while len(best) > 1 and width > 1:
        width -= 0.5
        tried = _fill(pieces, width)
        if len(tried) > len(best) or any(measure_text(line) > width for line in tried):
            break
        best = tried
    return best


def _fill(pieces: Iterable[str], width_em: float) -> tuple[str, ...]:
    lines: list[str] = []
    for piece in pieces:
        if lines and measure_text((lines[-1] + piece).rstrip()) <= width_em:
            lines[-1] += piece
        else:
            lines.append(piece)
    return tuple(line.strip() for line in lines if line.strip())


def fit_passage(
    text: str,
    box: Box,
    *,
    ink: str,
    largest: float,
    smallest: float,
    is_bold: bool = False,
    pitch: float = PITCH,
    role: Role = "p",
    align: Align = "left",
) -> Passage:
    """A text in the largest size that fits the box, in even lines; what is too long for the smallest ends in dots."""
    size = largest
    while size > smallest and len(break_lines(text, box.width / size)) * size * pitch > box.height:
        size -= 1.0
    lines = _balance(_cut(text, box.width / size), box.width / size)
    room = max(1, int(box.height // (size * pitch)))
    if len(lines) > room:
        lines = (*lines[: room - 1], lines[room - 1].rstrip("。.、") + _ELLIPSIS)
    return Passage(text, box, tuple(Line(line, size, Ink(ink), is_bold, pitch) for line in lines), role, align)


def fit_title(text: str, box: Box, *, largest: float, smallest: float, pitch: float) -> Passage:
    """A title on one line if it can be, else in lines of like length."""
    # Faces of other programs give every Japanese sign its full width.
    widest = sum(1.0 if is_wide(character) else measure_text(character) for character in text)
    one_line = box.width / max(widest, 0.1)
    if one_line >= largest * (_ONE_LINE_SHARE_OF_WORDS if " " in text else _ONE_LINE_SHARE):
        largest = min(largest, float(int(one_line)))
    return fit_passage(text, box, ink="ink", largest=largest, smallest=smallest, is_bold=True, pitch=pitch, role="h1")


def measure_lines(lines: Iterable[Line]) -> tuple[float, float]:
    """Width and height of lines set one below the other."""
    found = tuple(lines)
    width = max((measure_text(line.text) * line.size for line in found), default=0.0)
    return width, sum(line.height for line in found)


def place_words(name: str, lines: Sequence[Line], at: Point, *, align: Align = "left", has_halo: bool = False) -> Words:
    """Text whose left end, middle or right end stands at a point, centred from top to bottom."""
    width, height = measure_lines(lines)
    left = at[0] - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * width
    return Words(name, Box(left, at[1] - height / 2, width, height), tuple(lines), align, has_halo=has_halo)


def place_passage(text: str, lines: Sequence[Line], at: Point, *, role: Role = "p", align: Align = "left") -> Passage:
    """A passage in lines whose left end, middle or right end stands at a point, centred from top to bottom."""
    return Passage(text, place_words("", lines, at, align=align).box, tuple(lines), role, align)
