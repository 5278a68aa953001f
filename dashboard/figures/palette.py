"""The colours of the pictures, by the names of the style sheet's tokens, in light and in dark.

Plotly needs colours as values; everything else uses the tokens of the same names. A home names its hue in
``homes.csv``; nothing here or in a style sheet knows of any home.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from dashboard.figures.accents import ACCENTS, accent_rules
from dashboard.model import Dataset

Scheme = Literal["light", "dark"]
Palette = Mapping[str, str]
HueForm = Literal["disc", "square", "diamond"]

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
    "gold": "#8F6614",
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
    "gold": "#E0B65C",
    "night": "#0F1722",
}


class Hue(NamedTuple):
    """What a home is drawn in: its colour in light, in dark and, for strong contrast, on white; the form of marks."""

    light: str
    dark: str
    strong: str
    form: HueForm


_HUES: Mapping[str, Hue] = {
    "indigo": Hue("#0E3A6A", "#86B6E8", "#001C38", "disc"),
    "vermilion": Hue("#C5411F", "#F59078", "#A52403", "square"),
    "brown": Hue("#4B2706", "#FDDABA", "#3D1E02", "square"),
    "azure": Hue("#0D55E0", "#748DF2", "#00308F", "disc"),
    "teal": Hue("#247679", "#66FEFA", "#00454A", "diamond"),
    "rose": Hue("#6C213C", "#F655B4", "#5A0F2C", "diamond"),
    "olive": Hue("#45490F", "#A99624", "#363A06", "disc"),
    "slate": Hue("#162531", "#BCD6EA", "#101C26", "square"),
    "green": Hue("#4A6B25", "#A5C97B", "#24420A", "diamond"),
    "crimson": Hue("#9B2245", "#F08CA8", "#6D0025", "disc"),
    "purple": Hue("#6A3A78", "#CFA3DC", "#43185A", "square"),
    "ochre": Hue("#8A5A12", "#DDB070", "#5C3800", "diamond"),
}
_LIGHT |= {name: hue.light for name, hue in _HUES.items()} | {each.token: each.light for each in ACCENTS.values()}
_DARK |= {name: hue.dark for name, hue in _HUES.items()} | {each.token: each.dark for each in ACCENTS.values()}
PALETTES: Mapping[Scheme, Palette] = {"light": MappingProxyType(_LIGHT), "dark": MappingProxyType(_DARK)}

HUES = tuple(_HUES)
"""What a home may be drawn in. In this order they are given out, so that the first six differ for every kind of eye,
and without colour by the form of their marks or by how dark they are."""

FORCED: Palette = MappingProxyType(
    dict.fromkeys(_LIGHT, "CanvasText")
    | dict.fromkeys(("paper", "raised", "sunk", "sea", "undetermined", "border", "halo", "night", "clear"), "Canvas")
    | {"selected": "Highlight", "land": "color-mix(in srgb,CanvasText 18%,Canvas)"}
    | dict.fromkeys(("line", "line-strong"), "CanvasText")
)
"""What the tokens are where the reader's system sets the colours: marks then differ by their forms and lines alone."""

STRONG: Palette = MappingProxyType(
    {name: hue.strong for name, hue in _HUES.items()} | {each.token: each.strong for each in ACCENTS.values()}
)
"""Hues and colours of themes on white for readers who ask for strong contrast."""

NEUTRAL = "ink-soft"
"""The token of what belongs to several homes or to none."""

TEXT_COLOURS = ("ink", "ink-soft", "gold", *HUES)
"""Colours that letters may have on paper."""

LINE_COLOURS = (NEUTRAL, *HUES)
"""Colours of curves and markers on paper, sea and land."""

_CORNERS: Mapping[HueForm, str] = {
    "disc": "",
    "square": ";--form:square;--round:0",
    "diamond": ";--form:square;--round:0",
}
_LINEAR_BELOW = 0.04045


def hue_of(home: str | None, dataset: Dataset) -> str:
    """The token of a home's hue, by its id; of what has no home the neutral one."""
    return (dataset.entity[home].hue if home else None) or NEUTRAL


def hue_form(hue: str) -> HueForm:
    """The form of marks in a hue, so that homes are told apart without colour; of the neutral hue a disc."""
    return _HUES[hue].form if hue in _HUES else "disc"


def turn_ends(hue: str) -> str:
    """Path data of a line without length whose ends have the form of a hue: square ones look along it."""
    return "l.1.1" if hue_form(hue) == "diamond" else "h0"


def hue_class(hue: str) -> str:
    """The class that gives an element its ``--hue``, with a space before it; nothing for the neutral hue."""
    return "" if hue == NEUTRAL else f" hue-{hue}"


def hue_rules() -> str:
    """Rules of CSS: a class a hue and an accent; where the class ``night`` is, hues are those of the dark."""
    names = "".join(f".hue-{hue}{{--hue:var(--{hue}){_CORNERS[hue_form(hue)]}}}" for hue in HUES) + accent_rules()
    strong = "".join(f"--{token}:{colour};" for token, colour in STRONG.items())
    night = "".join(f"--{hue}:{_DARK[hue]};" for hue in HUES)
    return f"{names}:root[data-contrast]{{{strong}}}.night{{{night}}}"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#RRGGBB`` as WCAG defines it: 1 (equal) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)
