"""Lines of the network: straight pieces and gentle curves, in fractions of the stage.

A curve leaves and arrives level, because the network is read from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]  # x, y in fractions of the stage
_CURVE_STEPS = 16


@dataclass(frozen=True)
class Curve:
    """A cubic Bézier piece: two control points and the end; it starts where the piece before ended."""

    control_1: Point
    control_2: Point
    end: Point


@dataclass(frozen=True)
class Path:
    """A line without gaps: where it starts, and its pieces."""

    start: Point
    pieces: tuple[Point | Curve, ...]

    @property
    def end(self) -> Point:
        """Where the line ends; its start when it has no pieces."""
        return _end_of(self.pieces[-1]) if self.pieces else self.start

    @property
    def is_straight(self) -> bool:
        """Whether the whole line is one straight piece."""
        return len(self.pieces) == 1 and not isinstance(self.pieces[0], Curve)


def lead(start: Point, *stops: Point) -> Path:
    """A line from ``start`` over every stop: straight between points on one level, else a level-ended curve."""
    pieces: list[Point | Curve] = []
    here = start
    for stop in stops:
        if stop == here:
            continue
        pieces.append(stop if stop[1] == here[1] else _ease(here, stop))
        here = stop
    return Path(start, _join_straight(start, pieces))


def draw_straight(start: Point, *stops: Point) -> Path:
    """A line of straight pieces over every stop."""
    return Path(start, tuple(stops))


def sample(path: Path) -> list[Point]:
    """Points along the line, enough to look smooth when joined by straight pieces."""
    points = [path.start]
    for piece in path.pieces:
        if isinstance(piece, Curve):
            here = points[-1]
            points += [_at(here, piece, step / _CURVE_STEPS) for step in range(1, _CURVE_STEPS + 1)]
        else:
            points.append(piece)
    return points


def _ease(start: Point, end: Point) -> Curve:
    middle = (start[0] + end[0]) / 2
    return Curve((middle, start[1]), (middle, end[1]), end)


def _join_straight(start: Point, pieces: Sequence[Point | Curve]) -> tuple[Point | Curve, ...]:
    """Straight pieces on one level that follow each other are one."""
    joined: list[Point | Curve] = []
    for piece in pieces:
        if joined and not isinstance(piece, Curve) and not isinstance(joined[-1], Curve):
            joined.pop()
        joined.append(piece)
    return tuple(joined) if joined else (start,)


def _end_of(piece: Point | Curve) -> Point:
    return piece.end if isinstance(piece, Curve) else piece


def _at(start: Point, curve: Curve, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    points = (start, curve.control_1, curve.control_2, curve.end)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) for axis in (0, 1))
    return round(x, 5), round(y, 5)
