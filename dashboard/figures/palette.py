"""The colours of the pictures, by the names of the style sheet's tokens, in light and in dark.

Plotly needs colours as values; everything else uses the tokens of the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Scheme = Literal["light", "dark"]
Palette = Mapping[str, str]

_LIGHT = {
    "paper": "#FBF9F4",
    "raised": "#FFFFFF",
    "sunk": "#F3EFE5",
    "selected": "#F4E8CC",
    "ink": "#1F1B16",
    "ink-soft": "#5C5449",
    "sea": "#EBECE7",
    "land": "#DFD8C9",
    "undetermined": "#FFFFFF",
    "coast": "#B9AF9C",
    "border": "#FBF9F4",
    "halo": "#FBF9F4",
    "focus": "#1B4B7A",
    "home-ishikawa": "#1B4B7A",
    "home-ichinoseki": "#B93A1E",
    "indigo": "#1B4B7A",
    "vermilion": "#B93A1E",
    "gold": "#8F6614",
    "crimson": "#9B2245",
    "ochre": "#8A5A12",
    "green": "#4A6B25",
    "purple": "#6A3A78",
    "night": "#0F1722",
}
_DARK = {
    "paper": "#161A20",
    "raised": "#1D222A",
    "sunk": "#11161D",
    "selected": "#3A3423",
    "ink": "#F1ECE2",
    "ink-soft": "#BDB5A6",
    "sea": "#11161D",
    "land": "#2A2F36",
    "undetermined": "#6B7078",
    "coast": "#474D55",
    "border": "#11161D",
    "halo": "#11161D",
    "focus": "#9CC4EE",
    "home-ishikawa": "#86B6E8",
    "home-ichinoseki": "#F59078",
    "indigo": "#86B6E8",
    "vermilion": "#F59078",
    "gold": "#E0B65C",
    "crimson": "#F08CA8",
    "ochre": "#DDB070",
    "green": "#A5C97B",
    "purple": "#CFA3DC",
    "night": "#0F1722",
}
PALETTES: Mapping[Scheme, Palette] = {"light": MappingProxyType(_LIGHT), "dark": MappingProxyType(_DARK)}

TEXT_COLOURS = ("ink", "ink-soft", "home-ishikawa", "home-ichinoseki", "gold", "crimson", "ochre", "green", "purple")
"""Colours that letters may have on paper."""

LINE_COLOURS = ("home-ishikawa", "home-ichinoseki", "ink-soft")
"""Colours of curves and markers on paper, sea and land."""

_LINEAR_BELOW = 0.04045


def home_colour(palette: Palette, home: str | None) -> str:
    """The hue of a home (its id), or of what belongs to several or to an unknown one."""
    return palette.get(f"home-{home}", palette["ink-soft"])


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#RRGGBB`` as WCAG defines it: 1 (equal) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)
