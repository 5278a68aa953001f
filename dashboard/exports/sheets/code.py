"""QR codes on sheets."""

from __future__ import annotations

from collections.abc import Iterator

import segno

from dashboard.exports.sheets.records import Area, Box, Group, Ink, Pen, Plate
from dashboard.i18n import Texts

_QUIET = 4  # cells around the code, which scanners need


def draw_code(address: str, box: Box, texts: Texts) -> Group:
    """An address as a QR code: one shape of squares, on white."""
    matrix = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix]
    unit = box.width / (len(matrix) + 2 * _QUIET)
    rings = tuple(
        ((left, top), (left + unit * run, top), (left + unit * run, top + unit), (left, top + unit))
        for row, cells in enumerate(matrix)
        for start, run in _runs(cells)
        for left, top in [(box.left + (start + _QUIET) * unit, box.top + (row + _QUIET) * unit)]
    )
    plate = Plate(texts("exports-part-frame"), box, Ink("raised"), Pen(Ink("coast", 0.6), 1.0))
    return Group(texts("exports-part-code"), (plate, Area(texts("exports-part-code"), rings, Ink("ink"))), address)


def _runs(cells: bytes) -> Iterator[tuple[int, int]]:
    """Start and length of each stretch of dark cells."""
    start = None
    for place, cell in enumerate((*cells, 0)):
        if cell and start is None:
            start = place
        elif not cell and start is not None:
            yield start, place - start
            start = None
