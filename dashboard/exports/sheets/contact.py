"""What the last sheet of a story says beside the map: whom to ask, and how to come back."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.exports.sheets.code import draw_code
from dashboard.exports.sheets.records import SMALLEST, UNIT, Box, Group, Ink, Item, Line, Words
from dashboard.exports.sheets.text import break_lines, measure_lines, place_words
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language

_LARGEST, _HEAD = 27.0, 1.35  # of the type, and how much larger the name stands above it
_PITCH = 1.55
_CODE = 10.5 * UNIT
_GAP = 1.5 * UNIT
_LABEL_GAP_EM = 1.2


def draw_contact(dataset: Dataset, texts: Texts, call: dict[str, str], address: str, box: Box) -> Group:
    """Contacts from the top of a box, and below them a code of ``address`` if it is not empty; ``call`` gives names."""
    size = _LARGEST
    room = box.height - (_CODE + _GAP if address else 0.0)
    while size > SMALLEST and _measure(dataset, texts, call, box.width, size) > room:
        size -= 0.5
    items: list[Item] = []
    top = box.top
    for name, block in call.items():
        words = list(set_contact(dataset, texts, (name, block), Box(box.left, top, box.width, 0.0), size))
        items += words
        top = max((item.box.bottom for item in words), default=top) + size
    if address:
        items += _way_back(address, texts, Box(box.left, top + _GAP - size, box.width, _CODE), size)
    return Group(texts("card-contact-heading"), tuple(items))


def _measure(dataset: Dataset, texts: Texts, call: dict[str, str], width: float, size: float) -> float:
    blocks = [list(set_contact(dataset, texts, each, Box(0, 0, width, 0), size)) for each in call.items()]
    return sum(max((words.box.bottom for words in block), default=0.0) + size for block in blocks)


def set_contact(dataset: Dataset, texts: Texts, about: tuple[str, str], box: Box, size: float) -> Iterator[Words]:
    """The name of whom to ask, then a column of what is said and one of what it is, from the top of ``box``."""
    key, name = about
    head = Line(name, size * _HEAD, Ink("ink"), is_bold=True, pitch=_PITCH)
    yield Words(name, Box(box.left, box.top, measure_lines([head])[0], head.height), (head,))
    contacts = [contact for contact in dataset.contacts if contact.about == key]
    labels = [texts(f"contact-{contact.key.replace('_', '-')}") for contact in contacts]
    indent = (max(map(measure_text, labels), default=0.0) + _LABEL_GAP_EM) * size
    top = box.top + head.height
    for label, contact in zip(labels, contacts, strict=True):
        value = in_language(contact.value, texts.language.code)
        rows = break_lines(value, (box.width - indent) / size)
        lines = tuple(Line(row, size, Ink("ink"), pitch=_PITCH) for row in rows)
        width, height = measure_lines(lines)
        first = Line(label, size, Ink("ink-soft"), pitch=_PITCH)
        yield Words(label, Box(box.left, top, measure_lines([first])[0], first.height), (first,))
        yield Words(value, Box(box.left + indent, top, width, height), lines)
        top += height


def _way_back(address: str, texts: Texts, box: Box, size: float) -> Iterator[Item]:
    """The code with the address beside it."""
    yield draw_code(address, Box(box.left, box.top, _CODE, _CODE), texts)
    left = box.left + _CODE + _GAP
    width = box.left + box.width - left
    said = [
        Line(row, size, Ink("ink"), pitch=_PITCH)
        for row in break_lines(texts("present-explore-yourself"), width / size)
    ]
    small = max(SMALLEST, min(size, width / max(measure_text(address), 1.0)))
    lines = [*said, *(Line(row, small, Ink("ink"), is_bold=True) for row in _cut(address, width / small))]
    yield place_words(address, lines, (left, box.center[1]))


def _cut(address: str, width_em: float) -> Iterator[str]:
    """An address in pieces that fit, since it has no spaces."""
    piece = ""
    for character in address:
        if piece and measure_text(piece + character) > width_em:
            yield piece
            piece = ""
        piece += character
    yield piece
