"""Forms that every painter of sheets needs: boxes around items, corners of symbols, heads of arrows, dashes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, pairwise
from operator import mul

from dashboard.exports.sheets.records import Area, Box, Group, Ink, Item, Mark, Pen, Point, Ring, Step, Stroke, Wire

_ARROW_LENGTH, _ARROW_HALF = 4.2, 1.9  # of the line's width
_LEAST_ARROW_WIDTH = 2.4
_CURVE_STEPS = 24


def bounds(item: Item) -> Box:
    """The box around an item; an empty group has an empty box."""
    if isinstance(item, Group):
        boxes = [bounds(inner) for inner in item.items]
        return box_of([point for box in boxes for point in ((box.left, box.top), (box.right, box.bottom))])
    if isinstance(item, Area | Stroke):
        return box_of([point for ring in _rings_of(item) for point in ring])
    if isinstance(item, Wire):
        return box_of([point for step in item.steps for point in (step.start, step.end)])
    if isinstance(item, Mark):
        radius = item.size / 2
        return Box(item.center[0] - radius, item.center[1] - radius, item.size, item.size)
    return item.box


def _rings_of(item: Area | Stroke) -> tuple[Ring, ...]:
    return item.rings if isinstance(item, Area) else item.pieces


def box_of(points: Iterable[Point]) -> Box:
    """The box around points; an empty one for none."""
    found = tuple(points)
    if not found:
        return Box(0.0, 0.0, 0.0, 0.0)
    xs, ys = zip(*found, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def core_of(pen: Pen) -> Pen:
    """What is drawn over a thick line to make it a double one."""
    return Pen(Ink("paper", 1.0), round(pen.width * 0.36, 2))


def trace_symbol(mark: Mark) -> Ring:
    """The corners of a hexagon with points left and right, or of a square."""
    (x, y), radius = mark.center, mark.size / 2
    if mark.symbol == "square":
        return ((x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius), (x - radius, y + radius))
    angles = (math.radians(60 * corner) for corner in range(6))
    return tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles)


def trace_waves(mark: Mark) -> tuple[Ring, Ring]:
    """Two waves, one above the other."""
    (x, y), radius = mark.center, mark.size / 2
    steps = range(17)
    rows = (
        tuple(
            (x + radius * (step / 8 - 1), y + offset * radius + 0.22 * radius * math.sin(step / 16 * 4 * math.pi))
            for step in steps
        )
        for offset in (-0.38, 0.38)
    )
    first, second = rows
    return first, second


def arrow_head(points: Ring, pen: Pen) -> Ring:
    """The corners of the arrow at the end of a line; none for a line too short to have a direction."""
    (x, y), (from_x, from_y) = points[-1], _point_before(points, arrow_length(pen))
    length = math.hypot(x - from_x, y - from_y)
    if length == 0:
        return ()
    ahead = ((x - from_x) / length, (y - from_y) / length)
    reach, half = arrow_length(pen), arrow_length(pen) * _ARROW_HALF / _ARROW_LENGTH
    back = (x - ahead[0] * reach, y - ahead[1] * reach)
    return (
        (back[0] - ahead[1] * half, back[1] + ahead[0] * half),
        (x, y),
        (back[0] + ahead[1] * half, back[1] - ahead[0] * half),
    )


def arrow_length(pen: Pen) -> float:
    """How long the arrow of a line is; thin lines have one that can still be seen."""
    return max(pen.width, _LEAST_ARROW_WIDTH) * (_ARROW_LENGTH if pen.width < 4 else 2.9 if pen.width < 9 else 2.2)


def _point_before(points: Ring, distance: float) -> Point:
    """The point of the line that lies so far before its end, or its start."""
    x, y = points[-1]
    return next(
        (point for point in reversed(points[:-1]) if math.hypot(x - point[0], y - point[1]) >= distance), points[0]
    )


def shorten(points: Ring, pen: Pen) -> Ring:
    """The line up to the middle of its arrow, whose tip it would blunt."""
    if not pen.has_arrow:
        return points
    x, y = points[-1]
    reach = arrow_length(pen) * 0.7
    kept = [point for point in points if math.hypot(x - point[0], y - point[1]) >= reach]
    before = kept[-1] if kept else points[0]
    length = math.hypot(x - before[0], y - before[1])
    if length <= reach:
        return points
    share = (length - reach) / length
    return (*kept, (before[0] + (x - before[0]) * share, before[1] + (y - before[1]) * share))


def trace_wire(wire: Wire) -> Ring:
    """The points of a wire, its curves in short pieces."""
    points = [wire.steps[0].start] if wire.steps else []
    for step in wire.steps:
        points += _trace_curve(step) if step.is_curved else [step.end]
    return tuple(points)


def _trace_curve(step: Step) -> Iterator[Point]:
    """A curve that leaves and arrives level."""
    (x0, y0), (x3, y3) = step.start, step.end
    middle = (x0 + x3) / 2
    for number in range(1, _CURVE_STEPS + 1):
        t = number / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (sum(map(mul, weights, values)) for values in ((x0, middle, middle, x3), (y0, y0, y3, y3)))
        yield (x, y)


def cut_dashes(points: Ring, dash: Sequence[float]) -> Iterator[Ring]:
    """The dashes of a line, each a line of its own; ``dash`` gives lengths of dashes and gaps in turn."""
    lengths = cycle(dash)
    left, is_drawn = next(lengths), True
    piece = [points[0]]
    for start, end in pairwise(points):
        here, length = start, math.dist(start, end)
        while length > left:
            share = left / length
            here = (here[0] + (end[0] - here[0]) * share, here[1] + (end[1] - here[1]) * share)
            if is_drawn:
                yield (*piece, here)
            length -= left
            left, is_drawn, piece = next(lengths), not is_drawn, [here]
        left -= length
        piece.append(end)
    if is_drawn and len(piece) > 1:
        yield tuple(piece)
