"""The size of things on a screen: millimetres to pixels."""

from __future__ import annotations

import math
from typing import NamedTuple

TARGET_MM = 20.0
"""The least width and height of whatever is touched on a public screen."""

TEXT_MM = 8.9
"""The size of type (its em) that is read without effort from 1.5 m."""

LEAST_MM = 6.2
"""No type is smaller: an angle of 14 minutes from 1.5 m."""

_MM_PER_INCH = 25.4
_REACHED_INCH = 43


class Screen(NamedTuple):
    """A screen as it is bought: its resolution in device pixels and its diagonal."""

    width_px: int
    height_px: int
    diagonal_inch: float

    @property
    def is_high(self) -> bool:
        """Whether its upper half is out of reach of somebody who sits: wide, and above 43 inches."""
        return self.width_px > self.height_px and self.diagonal_inch > _REACHED_INCH

    @property
    def px_per_mm(self) -> float:
        """Device pixels per millimetre; a page divides by the browser's own device pixel ratio."""
        return math.hypot(self.width_px, self.height_px) / (self.diagonal_inch * _MM_PER_INCH)

    @property
    def target_px(self) -> int:
        """The side of the smallest square that may be a target, in device pixels, rounded up."""
        return math.ceil(TARGET_MM * self.px_per_mm)
