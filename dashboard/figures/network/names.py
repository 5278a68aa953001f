"""How many lines names of the network take on the narrowest stage."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from dashboard.figures.breaks import split_words
from dashboard.figures.text_metrics import measure_text
from dashboard.model import Dataset, Entity, EntityKind, Standing

_LABEL_EM: Mapping[EntityKind, float] = {
    EntityKind.ORGANISATION: 13.2,
    EntityKind.RIVER: 10.3,
    EntityKind.PARTNER: 10.3,
}
"""Widths of the label columns on the narrowest stage (390 px wide, type of 11 px), which the style sheet gives too."""

_HELPER_EM = 13.6


def count_text_lines(dataset: Dataset) -> Mapping[str, int]:
    """How many lines each name takes at most in any of its languages, by id, on the narrowest stage."""
    return {
        entity.id: max((_wrap_count(name, _width_em(entity)) for name in entity.names.values()), default=1)
        for entity in dataset.entities
        if entity.kind in _LABEL_EM
    }


def _width_em(entity: Entity) -> float:
    return _HELPER_EM if entity.standing == Standing.OTHER else _LABEL_EM[entity.kind]


def _wrap_count(text: str, width_em: float) -> int:
    """Lines that a browser needs: words, and characters of scripts without spaces, fill a line after the other."""
    lines, used = 1, 0.0
    for piece in split_words(text):
        width = measure_text(piece)
        if used and used + measure_text(piece.rstrip()) > width_em:
            lines, used = lines + 1, 0.0
        lines += max(0, ceil(width / width_em) - 1)
        used += width
    return lines
