"""Reads exported files back with other programs' libraries."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.exports import EXPORTERS, Wish
from dashboard.exports.sheets.emphasis import Emphasis
from dashboard.exports.sheets.forms import bounds
from dashboard.exports.sheets.records import Area, Box, Group, Item, Mark, Plate, Sheet, Stroke, Wire, Words, walk
from dashboard.exports.sheets.stop import Binder
from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.stories import Stop, Story
from dashboard.stories.scenes import Scene, compute_scene

DAY = dt.date(2026, 11, 20)
PUBLIC_URL = "https://kakehashi.example.org"
SVG = "{http://www.w3.org/2000/svg}"

PptxFile = Any


@dataclass(frozen=True)
class Bound:
    """The sheets of a story with what they were made of."""

    binder: Binder
    story: Story
    sheets: tuple[Sheet, ...]
    _scenes: dict[str, Scene] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Stop, Sheet]]:
        return zip(self.story.stops, self.sheets, strict=True)

    def part(self, key: str) -> str:
        return self.binder.texts(f"exports-part-{key}")

    def part_of(self, key: str, entity: str) -> str:
        return self.binder.texts("exports-part-of", part=self.part(key), name=self.binder.name(entity))

    def emphasis(self, stop: Stop) -> Emphasis:
        return Emphasis(self.binder.focuser.focus(stop))

    def scene(self, stop: Stop) -> Scene:
        """What the stage shows of a stop, with the type of paper."""
        if stop.title not in self._scenes:
            binder, focus = self.binder, self.binder.focuser.focus(stop)
            views = (binder.map_view, stop, focus, binder.network_view)
            self._scenes[stop.title] = compute_scene(*views, is_paper=True)
        return self._scenes[stop.title]

    def group(self, sheet: Sheet, key: str) -> Group | None:
        """A picture of a sheet, such as its "map"; None where it has none."""
        return next((group for group in sheet.pictures if group.name == self.part(key)), None)

    def items(self, sheet: Sheet, *keys: str) -> tuple[Item, ...]:
        """What is in a group of a sheet, given by its parts from the outermost inwards; nothing where there is none."""
        found: tuple[Item, ...] = sheet.pictures
        for key in keys:
            group = next((item for item in found if isinstance(item, Group) and item.name == self.part(key)), None)
            found = group.items if group else ()
        return found


def drawn(item: Item) -> Box:
    """The box that an item takes with the widths of its lines."""
    box = bounds(item)
    pen = item.pen if isinstance(item, Area | Stroke | Wire | Mark | Plate) else None
    reach = pen.width / 2 if pen and not isinstance(item, Area) else 0.0
    return Box(box.left - reach, box.top - reach, box.width + 2 * reach, box.height + 2 * reach)


def is_inside(inner: Box, outer: Box, slack: float = 0.2) -> bool:
    return (
        inner.left >= outer.left - slack
        and inner.top >= outer.top - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def words_in(items: tuple[Item, ...]) -> list[Words]:
    return [item for item in walk(items) if isinstance(item, Words)]


def render(key: str, dataset: Dataset, texts: Texts, story: Story | None = None, **wishes: Any) -> bytes:
    """A file of an exporter for a story, on a fixed day."""
    wish = Wish(story=story, **{"made": DAY, **wishes})
    return EXPORTERS[key].render(dataset, texts.language.code, wish)


def read_pptx(content: bytes) -> PptxFile:
    return Presentation(io.BytesIO(content))


def read_svg(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 - our own file


def texts_of(svg: ElementTree.Element) -> str:
    return "\n".join(element.text or "" for element in svg.iter(f"{SVG}text"))


def names_of(svg: ElementTree.Element) -> list[str]:
    return [element.attrib["data-name"] for element in svg.iter() if "data-name" in element.attrib]


def walk_shapes(shapes: Any) -> Iterator[Any]:
    """Every shape of a slide and, after a group, what is in it."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from walk_shapes(shape.shapes)


def find_group(shapes: Any, *names: str) -> Any:
    """A group by its names from the outermost inwards; fail when it is not there."""
    for name in names:
        found = [shape for shape in shapes if shape.name == name and shape.shape_type == MSO_SHAPE_TYPE.GROUP]
        assert found, (name, [shape.name for shape in shapes])
        shapes = found[0].shapes
    return shapes


def all_text(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in walk_shapes(slide.shapes) if shape.has_text_frame)
