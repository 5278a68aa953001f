"""What a placement is asked for, and what it answers: boxes, markers, stages, labels and their spots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot
from typing import Literal, NamedTuple, get_args

Anchor = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]
ANCHORS: tuple[Anchor, ...] = get_args(Anchor)

ALIGNMENT: Mapping[Anchor, tuple[float, float]] = {
    "n": (0.5, 1.0),
    "ne": (0.0, 1.0),
    "e": (0.0, 0.5),
    "se": (0.0, 0.0),
    "s": (0.5, 0.0),
    "sw": (1.0, 0.0),
    "w": (1.0, 0.5),
    "nw": (1.0, 1.0),
}
"""Which part of the label's box lies at the offset point, as fractions of its width and height from the top left."""


class Rect(NamedTuple):
    """A box: left, top, right, bottom, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect, padding: float = 0.0) -> bool:
        """Whether the boxes share area when each keeps ``padding`` from the other; touching edges do not count."""
        return (
            self.left < other.right + padding
            and other.left < self.right + padding
            and self.top < other.bottom + padding
            and other.top < self.bottom + padding
        )

    def contains(self, other: Rect) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


class Point(NamedTuple):
    """A marker: its middle in units of the frame and its radius in label pixels."""

    x: float
    y: float
    radius_px: float


class Spot(NamedTuple):
    """An anchor with the offset from the point to the anchored part of the box, in label pixels."""

    anchor: Anchor
    dx: float
    dy: float


@dataclass(frozen=True)
class Stage:
    """One size at which the picture is shown."""

    scale: float  # screen pixels per unit of the frame
    label_scale: float  # screen pixels per label pixel
    bounds: Rect  # screen pixels; labels stay inside
    obstacles: tuple[Rect, ...] = ()  # screen pixels; labels stay outside


@dataclass(frozen=True)
class LabelRequest:
    """A label to place: its point in units of the frame, its size in label pixels."""

    id: str
    x: float
    y: float
    width_px: float
    height_px: float
    clearance_px: float = 0.0  # radius of its own marker


@dataclass(frozen=True)
class Placement:
    """Spots by label id, and the ids for which there was no room (they have a spot too, their first wish)."""

    spots: Mapping[str, Spot]
    unplaced: tuple[str, ...] = ()
    crossings: float = 0.0  # pieces of curves on which labels lie, on average over the stages

    @property
    def is_complete(self) -> bool:
        """Whether every label found room on every stage."""
        return not self.unplaced


def label_box(request: LabelRequest, spot: Spot, stage: Stage) -> Rect:
    """The box of a label on a stage, in screen pixels."""
    across, down = ALIGNMENT[spot.anchor]
    width, height = request.width_px * stage.label_scale, request.height_px * stage.label_scale
    left = request.x * stage.scale + spot.dx * stage.label_scale - across * width
    top = request.y * stage.scale + spot.dy * stage.label_scale - down * height
    return Rect(left, top, left + width, top + height)


def covers_marker(box: Rect, marker: Point, stage: Stage) -> bool:
    """Whether a label's box reaches over a marker's disc."""
    x, y = marker.x * stage.scale, marker.y * stage.scale
    beside = max(box.left - x, x - box.right, 0.0)
    above = max(box.top - y, y - box.bottom, 0.0)
    return hypot(beside, above) < marker.radius_px * stage.label_scale
