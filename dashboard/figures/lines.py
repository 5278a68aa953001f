"""The lines in which ties are drawn, by name: on map and network, in legends, on slides, in the style sheets.

A kind of exchange names its line in ``kinds.csv``. Lines differ in grey print too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.model import Dataset

_DOT = 1.0  # a dash that is shorter is a dot, drawn by its round ends


class Line(NamedTuple):
    """How a line is drawn, in label pixels.

    ``far_map`` and ``far_network`` are its widths on a stage, where it is seen from the back row: in label pixels of
    the map, and in units of the stage.
    """

    name: str
    width: float
    dash: tuple[float, ...]
    core: float  # width of the light line inside a double line
    far_map: float
    far_network: float

    @property
    def css(self) -> str:
        """The class that a style sheet knows it by."""
        return f"line-{self.name}"

    @property
    def has_dots(self) -> bool:
        return any(length < _DOT for length in self.dash)


LINES: Mapping[str, Line] = {
    line.name: line
    for line in (
        Line("double", 5.0, (), 1.8, 6.5, 0.38),
        Line("solid", 2.4, (), 0, 2.8, 0.18),
        Line("dashed", 1.9, (8, 4), 0, 2.6, 0.18),
        Line("dotted", 2.6, (0.1, 5), 0, 3.4, 0.24),
        Line("dash_dotted", 1.6, (13, 4, 0.1, 4), 0, 2.4, 0.18),
        Line("bold", 4.0, (), 0, 4.8, 0.3),
        Line("short_dashed", 2.6, (3.5, 3), 0, 3.2, 0.22),
        Line("dash_dot_dotted", 1.8, (10, 4, 0.1, 4, 0.1, 4), 0, 2.6, 0.18),
    )
}


def line_of(kind: str, dataset: Dataset) -> Line:
    """The line of a kind of exchange, by its id; raise KeyError for what is no such kind of the data set."""
    return LINES[dataset.kind[kind].line]


def line_rules() -> str:
    """Each line as a rule of CSS: widths as numbers, and dashes in ``--unit``, the room's own label pixel.

    ``--cap`` is how its ends look, ``--edge-cap`` where only dots are round.
    """
    return "".join(f".{line.css}{{{''.join(map(_declare, _tokens(line).items()))}}}" for line in LINES.values())


def _tokens(line: Line) -> Mapping[str, str]:
    return {
        "width": f"{line.width:g}",
        "core": f"{line.core:g}",
        "dash": " ".join(f"calc({length:g}*var(--unit))" for length in line.dash) or "none",
        "cap": "butt" if line.dash and not line.has_dots else "round",
        "edge-cap": "round" if line.has_dots else "butt",
        "far-map": f"{line.far_map:g}",
        "far-network": f"{line.far_network:g}",
    }


def _declare(token: tuple[str, str]) -> str:
    return f"--{token[0]}:{token[1]};"
