"""Forms that every painter of sheets needs: boxes around items, corners of symbols, dashes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, pairwise
from operator import mul

import shapely

from dashboard.exports.sheets.records import Area, Box, Group, Ink, Item, Mark, Pen, Point, Ring, Step, Stroke, Wire
from dashboard.figures.accents import FORMS

_CURVE_STEPS = 24
_CORE = 0.36  # of the width of a double line, between the two


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
        if item.symbol in FORMS:
            return box_of(trace_symbol(item))
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
    return Pen(Ink("paper", 1.0), round(pen.width * _CORE, 2))


def side_of(pen: Pen) -> Pen:
    """What draws one of the two lines of a double one."""
    return Pen(pen.ink, round(pen.width * (1 - _CORE) / 2, 2))


def trace_sides(points: Ring, pen: Pen) -> Iterator[Ring]:
    """The two lines of a double one, without what is between them."""
    line, reach = shapely.LineString(points), pen.width * (1 + _CORE) / 4
    for offset in (reach, -reach):
        for part in shapely.get_parts(line.offset_curve(offset)):
            if not part.is_empty:
                yield tuple((float(x), float(y)) for x, y in part.coords)


def trace_symbol(mark: Mark) -> Ring:
    """The corners of a theme's form, of a hexagon with points left and right, or of a square."""
    (x, y), radius = mark.center, mark.size / 2
    if mark.symbol in FORMS:
        return tuple((x + radius * across, y + radius * down) for across, down in FORMS[mark.symbol])
    if mark.symbol == "square":
        return ((x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius), (x - radius, y + radius))
    angles = (math.radians(60 * corner) for corner in range(6))
    return tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles)


def sides_of(mark: Mark) -> tuple[float, float]:
    """Where the level line through a mark's centre enters and leaves it."""
    (x, y), radius = mark.center, mark.size / 2
    if mark.symbol not in FORMS:
        return x - radius, x + radius
    ring = trace_symbol(mark)
    crossings = [
        x0 + (x1 - x0) * (y - y0) / (y1 - y0)
        for (x0, y0), (x1, y1) in pairwise((*ring, ring[0]))
        if y0 != y1 and min(y0, y1) <= y <= max(y0, y1)
    ]
    return min(crossings), max(crossings)


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
