"""The marks of themes, by name: a colour and a form each, in the network, in lists, on cards, in legends, on slides.

A theme names its accent in ``themes.csv``. Seven colours cannot all be told apart by every eye, nor in grey print; with
their forms they can.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

Ring = tuple[tuple[float, float], ...]


class Accent(NamedTuple):
    """How a theme is marked: its colour in light, in dark and, for strong contrast, on white; the name of its form."""

    name: str
    light: str
    dark: str
    strong: str
    form: str

    @property
    def token(self) -> str:
        """The token of its colour in the palette."""
        return f"theme-{self.name}"


ACCENTS: Mapping[str, Accent] = {
    accent.name: accent
    for accent in (
        Accent("indigo", "#110B94", "#1997DA", "#0936A6", "diamond"),
        Accent("purple", "#6827AB", "#D6B0FF", "#3D1362", "bow"),
        Accent("ochre", "#855514", "#D68E3F", "#684712", "bowl"),
        Accent("green", "#788C55", "#7AEF91", "#022300", "triangle"),
        Accent("crimson", "#76203C", "#D74F6F", "#6A1332", "star"),
        Accent("teal", "#107A8D", "#70BCA8", "#215F69", "wedge"),
        Accent("slate", "#16191E", "#D9EFFB", "#090909", "cross"),
        Accent("rose", "#DA25BF", "#F942D2", "#990451", "bar"),
        Accent("olive", "#383000", "#F8D112", "#353900", "pennant"),
    )
}
"""In this order they are given out to themes that name none."""


def accent_token(accent: str | None, other: str) -> str:
    """The token of an accent's colour; ``other`` for what has no theme."""
    return ACCENTS[accent].token if accent else other


def accent_rules() -> str:
    """Rules of CSS: a class an accent."""
    return "".join(f".accent-{accent.name}{{--accent:var(--{accent.token})}}" for accent in ACCENTS.values())


def _star(points: int, outer: float, inner: float) -> Ring:
    turns = (math.pi * step / points for step in range(2 * points))
    reach = (outer, inner) * points
    return tuple((length * math.sin(turn), -length * math.cos(turn)) for length, turn in zip(reach, turns, strict=True))


def _bowl(radius: float, rim: float) -> Ring:
    turns = (math.pi * step / 12 for step in range(13))
    return tuple((radius * math.cos(turn), radius * math.sin(turn) - rim) for turn in turns)


def _cross(reach: float, half: float) -> Ring:
    corner = ((half, -reach), (half, -half), (reach, -half))
    turned = [corner]
    for _ in range(3):
        turned.append(tuple((-y, x) for x, y in turned[-1]))  # type: ignore[arg-type]
    return tuple(point for points in turned for point in points)


FORMS: Mapping[str, Ring] = {
    "diamond": ((0, -1.26), (1.26, 0), (0, 1.26), (-1.26, 0)),
    "bow": ((-1.2, -1.05), (0, -0.35), (1.2, -1.05), (1.2, 1.05), (0, 0.35), (-1.2, 1.05)),
    "bowl": _bowl(1.38, 0.58),
    "triangle": ((0, -1.4), (1.32, 0.88), (-1.32, 0.88)),
    "star": _star(5, 1.5, 0.7),
    "wedge": ((0, 1.4), (-1.32, -0.88), (1.32, -0.88)),
    "cross": _cross(1.18, 0.42),
    "bar": ((-1.5, -0.53), (1.5, -0.53), (1.5, 0.53), (-1.5, 0.53)),
    "pennant": ((1.4, 0), (-0.88, 1.32), (-0.88, -1.32)),
}
"""The outline of each form around 0,0, y downwards, in radii of a disc that covers about as much."""
