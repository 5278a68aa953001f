"""What a sheet shows, as plain frozen records: a stop of a story, the map, or the network, ready for paper.

A sheet is 1920 units wide and 1080 high, x to the right and y downwards. It is computed once from the view records and
painted as SVG, as slides with native shapes, and through SVG as PDF and PNG. Colours are tokens of the palette. Posters
and leaflets are sheets of other sizes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Point = tuple[float, float]
Ring = tuple[Point, ...]
Align = Literal["left", "center", "right"]
Role = Literal["p", "h1", "h2", "h3"]
"""What a passage is to who hears it: a paragraph, or a heading of a level."""

WIDTH, HEIGHT = 1920.0, 1080.0
POINT, PAPER_POINT = 0.5, 7 / 24
"""Points a unit, on a slide and on paper that is looked at from near: what has 24 units is 7 points high there."""

UNIT = WIDTH / 96
"""A unit of the stage's slides (``dashboard.stories.scenes``): half a point on a slide of 13.333 inches is one of ours,
so theirs are ten points."""

SMALLEST, SMALLEST_NAME, SMALLEST_CAPTION = 24.0, 32.0, 20.0
"""The least sizes of type: 12 points, 16 for names of what a stop speaks of, 10 for what stands in the foot."""

LARGEST_NAME = 36.0

PITCH = 1.28
"""From one line of names to the next, in sizes of their type."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def center(self) -> Point:
        return (self.left + self.width / 2, self.top + self.height / 2)


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour of the palette by its token, and how much of it there is."""

    token: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; ``dash`` gives lengths of dashes and gaps, ``is_double`` draws two lines side by side."""

    ink: Ink
    width: float
    dash: tuple[float, ...] = ()
    is_double: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape of closed rings (the last point is not repeated), holes by the even-odd rule."""

    name: str
    rings: tuple[Ring, ...]
    fill: Ink | None
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """An open line in one or more pieces, each of two or more points."""

    name: str
    pieces: tuple[Ring, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a wire: straight, or a curve that leaves and arrives level; ends may hold on to the marks named."""

    start: Point
    end: Point
    is_curved: bool
    start_mark: str | None = None
    end_mark: str | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """A line between marks that stays with them when they are moved."""

    name: str
    steps: tuple[Step, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol around a point; ``key`` is the id that wires hold on to, empty where none does."""

    name: str
    symbol: str  # "disc", "hexagon", "square", "river", or the name of a theme's form
    center: Point
    size: float
    fill: Ink | None
    pen: Pen | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle."""

    name: str
    box: Box
    fill: Ink | None
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in one size; ``pitch`` is its share of the height, in sizes of its type."""

    text: str
    size: float
    ink: Ink
    is_bold: bool = False
    pitch: float = PITCH

    @property
    def height(self) -> float:
        """How much of the height it takes."""
        return self.size * self.pitch


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a box, centred from top to bottom; if ``is_vertical`` it runs downwards, or upwards in Latin script.

    ``has_halo`` sets it off from what lies beneath by light around its letters.
    """

    name: str
    box: Box
    lines: tuple[Line, ...]
    align: Align = "left"
    is_vertical: bool = False
    has_halo: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together, from the lowest to the topmost; ``about`` says in words what they show."""

    name: str
    items: tuple[Item, ...]
    about: str = ""


Item = Area | Stroke | Wire | Mark | Plate | Words | Group


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of the sheet itself, to be wrapped by whoever paints it, and already wrapped for those who cannot.

    Its lines stand in the middle of the height of its box.
    """

    text: str
    box: Box
    lines: tuple[Line, ...]
    role: Role = "p"
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: title, a sentence or two, pictures, where it is written, the date, the number of the page.

    ``further`` is what a page of paper says besides, in the order of reading; ``size`` is width and height, ``point``
    the points a unit.
    """

    language: str
    title: Passage
    text: Passage
    rules: tuple[Stroke, ...]  # lines that every page has
    pictures: tuple[Group, ...]
    source: Passage
    date: Passage
    number: Passage
    notes: str = ""
    links: tuple[tuple[str, str], ...] = ()  # words of the source and the address that they lead to
    further: tuple[Passage, ...] = ()
    size: tuple[float, float] = (WIDTH, HEIGHT)
    point: float = POINT


def walk(items: tuple[Item, ...] | tuple[Group, ...]) -> Iterator[Item]:
    """Every item and, after a group, everything inside it."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)
