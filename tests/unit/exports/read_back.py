"""Reads exported files back with other programs' libraries."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.exports import EXPORTERS, Wish
from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.stories import Story

DAY = dt.date(2026, 11, 20)
PUBLIC_URL = "https://kakehashi.example.org"
SVG = "{http://www.w3.org/2000/svg}"

PptxFile = Any


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
