"""Where the network lies on a sheet: its rows stretched to a box, as on stage, with the headings of the columns on top.

Its positions are fractions of the whole network, ``x`` from left to right and ``y`` from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dashboard.exports.sheets.geometry import clip_line, shrink
from dashboard.exports.sheets.records import LARGEST_NAME, SMALLEST, UNIT, Box, Point, Ring
from dashboard.figures.network.paths import Path, sample
from dashboard.figures.network.records import NetworkNode, NetworkView
from dashboard.figures.text_metrics import measure_text
from dashboard.network.positions import PARTNER_X, Column
from dashboard.stories.network_scenes import HEADING, Rows

COUNTRY_SIZE, COUNTRY_GAP = 26.0, 16.0
"""The type of countries' names behind those of their partners, and how far off they stand."""

_NAMES_SHARE = 0.38  # of a panel's width, at most, for the names of partners
_BEFORE_NAMES = 2 * UNIT  # from the middle of a partner's mark to its name, and some air behind the name
_AIR = 0.03  # of the height, half a name
_MOST_SCALE, _PLAIN_SCALE = 2.1, 1.5  # of marks: at most, and where all rows are in sight
_SLOT_SHARE = 0.0237  # of the width, from one activity to the next
_MARK_ROOM = 9.0  # of a mark of the activities, with its outline


def frame_network(
    view: NetworkView, rows: Rows, panel: Box, inset: tuple[float, float, float], size: float = LARGEST_NAME
) -> NetworkFrame:
    """The frame for a view with just the names that are wanted, so wide that they end at the right of a panel.

    ``inset`` is what stays free on the left of the network, of its homes' names, and on the right of the partners';
    ``size`` is that of names.
    """
    left = panel.left + inset[0]
    right = panel.right - inset[2]
    names = [_measure_name(node, view, size) for node in view.nodes if node.side == "after"]
    heads = [measure_text(head.text) * SMALLEST for head in view.headings if head.column == Column.PARTNERS]
    wanted = max((*names, *heads), default=0.0) + _BEFORE_NAMES
    width = (right - left - min(wanted, _NAMES_SHARE * panel.width)) / PARTNER_X
    box = Box(left, panel.top, width, panel.height)
    return NetworkFrame(box, _give_air(rows, view), panel.left + inset[1], right)


def _give_air(rows: Rows, view: NetworkView) -> Rows:
    """The rows, as many more above and below as the names at the ends need below the headings and above the edge."""
    levels = [node.y for node in view.nodes if node.side in ("before", "after")]
    if not levels:
        return rows
    top, bottom = rows
    above, below = HEADING + _AIR, _AIR
    top = min(top, (min(levels) - above * bottom) / (1 - above))
    return top, max(bottom, (max(levels) - below * top) / (1 - below))


def _measure_name(node: NetworkNode, view: NetworkView, size: float) -> float:
    """How much room the name of a partner wants; with that of its country behind it, unless names crowd."""
    behind = [COUNTRY_GAP + measure_text(other.name) * COUNTRY_SIZE for other in view.nodes if other.below == node.id]
    return measure_text(node.name) * size + (sum(behind) if size == LARGEST_NAME else 0.0)


@dataclass(frozen=True)
class NetworkFrame:
    """The rows in sight, stretched to ``box``; names may reach to ``left`` and ``right``."""

    box: Box
    rows: Rows
    left: float
    right: float

    @property
    def stretch(self) -> float:
        """Units of the sheet for the height of the whole network."""
        return self.box.height / (self.rows[1] - self.rows[0])

    @property
    def heading_y(self) -> float:
        """The middle of the headings."""
        return self.box.top + self.box.height * HEADING * 0.42

    @property
    def room(self) -> Box:
        """Where the network may be drawn: below the headings."""
        head = self.box.height * HEADING
        return Box(self.left, self.box.top + head, self.right - self.left, self.box.height - head)

    def at(self, point: Point) -> Point:
        """The position on the sheet."""
        x, y = point
        return (
            round(self.box.left + x * self.box.width, 2),
            round(self.box.top + (y - self.rows[0]) * self.stretch, 2),
        )

    def sees(self, point: Point, reach: float = 0.0) -> bool:
        """Whether something of that reach around a position of the sheet lies wholly in the room."""
        room = shrink(self.room, reach)
        return room.left <= point[0] <= room.right and room.top <= point[1] <= room.bottom

    def trace(self, path: Path) -> Ring:
        """The line on the sheet, whether it is in sight or not."""
        return tuple(self.at(point) for point in sample(path))

    def clip(self, path: Path, width: float) -> tuple[Ring, ...]:
        """The parts of a line so wide that are in sight."""
        return tuple(clip_line(np.array(self.trace(path)), shrink(self.room, width / 2)))

    def clip_column(self, top: float, bottom: float) -> tuple[float, float]:
        """Top and bottom on the sheet of the part of an upright bar that is in sight; equal when none of it is."""
        room = self.room
        low, high = (self.at((0.0, y))[1] for y in (top, bottom))
        upper = min(max(low, room.top), room.bottom)
        return upper, max(upper, min(high, room.bottom))

    def mark_scale(self, nodes: Iterable[NetworkNode]) -> float:
        """How much larger marks are than drawn: more where rows lie farther apart, as long as none touches another."""
        levels = sorted({node.y for node in nodes if node.side == "above"})
        closest = min((other - one for one, other in pairwise(levels)), default=1.0) * self.stretch
        wanted = min(_MOST_SCALE, _PLAIN_SCALE / (self.rows[1] - self.rows[0]))
        return round(min(wanted, closest / _MARK_ROOM, _SLOT_SHARE * self.box.width / _MARK_ROOM), 3)
