"""How many pieces of curves a label would lie on: counted no further than it matters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

CurvePieces = Floats
"""Boxes around the pieces between the points of curves, (n, 4): left, top, right, bottom in units of the frame."""

NO_CURVES: CurvePieces = np.empty((0, 4))

COUNTED_UP_TO = 4  # more pieces than these make a spot no worse
_AT_A_TIME = 256  # pieces; spots that are counted out are not compared with the next ones


def cut_curves(curves: Iterable[npt.ArrayLike]) -> CurvePieces:
    """The boxes of all pieces of curves, each given as its points (m, 2) in units of the frame."""
    boxes = [_box_pieces(np.asarray(curve, dtype=float).reshape(-1, 2)) for curve in curves]
    return np.concatenate(boxes) if boxes else NO_CURVES


def _box_pieces(points: Floats) -> CurvePieces:
    starts, ends = points[:-1], points[1:]
    return np.column_stack([np.minimum(starts, ends), np.maximum(starts, ends)])


class CrossingCounter:
    """Counts on one stage; ``examined`` is how many pairs of a spot and a piece were compared so far."""

    def __init__(self, pieces: CurvePieces, scale: float) -> None:
        self._pieces = pieces * scale
        self.examined = 0

    def count(self, boxes: Floats) -> npt.NDArray[np.int64]:
        """For each box (n, 4) in screen pixels the pieces that it shares area with, up to ``COUNTED_UP_TO``."""
        counts = np.zeros(len(boxes), dtype=np.int64)
        if not len(boxes):
            return counts
        near = self._near(boxes)
        open_ = np.arange(len(boxes))
        for start in range(0, len(near), _AT_A_TIME):
            part = near[start : start + _AT_A_TIME]
            counts[open_] += count_overlaps(boxes[open_], part)
            self.examined += len(open_) * len(part)
            open_ = open_[counts[open_] < COUNTED_UP_TO]
            if not len(open_):
                break
        return np.minimum(counts, COUNTED_UP_TO)

    def _near(self, boxes: Floats) -> CurvePieces:
        """The pieces that any of the boxes can lie on."""
        (left, top), (right, bottom) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        pieces = self._pieces
        beside = (pieces[:, 0] < right) & (pieces[:, 2] > left)
        return np.asarray(pieces[beside & (pieces[:, 1] < bottom) & (pieces[:, 3] > top)])


def count_overlaps(boxes: Floats, others: Floats) -> npt.NDArray[np.int64]:
    """For each box (n, 4) the number of ``others`` (m, 4) with which it shares area; touching edges do not count."""
    mine, theirs = boxes[:, None, :], others[None, :, :]
    shared = (mine[..., 0] < theirs[..., 2]) & (theirs[..., 0] < mine[..., 2])
    shared &= (mine[..., 1] < theirs[..., 3]) & (theirs[..., 1] < mine[..., 3])
    return np.asarray(shared.sum(axis=1))
