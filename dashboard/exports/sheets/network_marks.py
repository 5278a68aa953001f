"""The marks of the network on paper: symbols, their sizes, and the inks of what they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.exports.sheets.records import Ink, Pen
from dashboard.figures.accents import ACCENTS, accent_token
from dashboard.figures.palette import NEUTRAL
from dashboard.model import Standing

SYMBOLS: Mapping[str, tuple[str, float]] = {
    "organisation": ("hexagon", 12.6),
    "partner": ("disc", 12.4),
    "activity-text": ("disc", 8.4),
    "activity-caption": ("disc", 7.0),
    "venue": ("square", 6.8),
    "river": ("river", 12.0),
}
"""The symbol of each shape and its size at a mark scale of 1. Activities have the form of their theme."""

HALO, HEAD, OTHER, PART = 19.0, 10.0, 0.78, 0.76
"""The sizes of the light behind what is selected and of the head of a home's bar; shares of the size of a group that is
none of the home's own, and of an activity that is part of another."""


def pip_size(shape: str, standing: Standing | None) -> float:
    """The size of the dot inside a symbol: of partners, and of groups that are none of the home's own; else nothing."""
    if shape == "partner":
        return 5.0
    return 4.8 * OTHER if standing == Standing.OTHER else 0.0


def symbol_of(shape: str, accent: str | None = None) -> str:
    """The symbol of a shape; of an activity the form of its theme's accent."""
    return ACCENTS[accent].form if accent else SYMBOLS[shape][0]


def symbol_token(shape: str, hue: str, accent: str | None) -> str:
    """The token of a symbol's colour: partners gold, activities their theme's accent, the rest the home's hue."""
    if shape == "partner":
        return "gold"
    if shape.startswith("activity"):
        return accent_token(accent, NEUTRAL)
    return "ink" if shape == "venue" else hue


def symbol_inks(
    shape: str, token: str, standing: Standing | None, scale: float, opacity: float
) -> tuple[Ink | None, Pen | None]:
    """Fill and outline of a symbol: filled for what is at work today and for activities of the text, else hollow."""
    ink = Ink(token, opacity)
    if shape == "river":
        return None, Pen(ink, round(1.5 * scale, 2))
    if shape == "activity-text" or standing == Standing.CURRENT:
        return ink, None
    width = {"partner": 2.2, "organisation": 1.6}.get(shape, 1.4)
    return Ink("paper"), Pen(ink, round(width * scale, 2))
