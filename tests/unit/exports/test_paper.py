"""Poster and leaflet: who is named on them, in which type, and that nothing lies on anything else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations

import pytest
import shapely

from dashboard.exports import EXPORTERS, Wish
from dashboard.exports.sheets.forms import bounds, trace_wire
from dashboard.exports.sheets.leaflet import draw_leaflet
from dashboard.exports.sheets.poster import draw_poster
from dashboard.exports.sheets.records import Box, Group, Mark, Passage, Plate, Sheet, Stroke, Wire, Words, walk
from dashboard.exports.sheets.stop import Binder, Imprint
from dashboard.exports.sheets.text import measure_lines
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset, EntityKind, in_language
from tests.unit.exports.read_back import PUBLIC_URL

pytestmark = pytest.mark.files

DRAW = {"poster": draw_poster, "leaflet": draw_leaflet}
LEAST_POINTS = 7.0

Draw = Callable[[str], Sheet]


@pytest.fixture(scope="session")
def sheets(content: Dataset, catalogue: Catalogue) -> Callable[[str, str], Sheet]:
    @cache
    def make(kind: str, language: str) -> Sheet:
        imprint = Imprint(dt.date(2026, 11, 28), PUBLIC_URL)
        return DRAW[kind](Binder(content, catalogue.texts(language), imprint))

    return make


@pytest.fixture
def draw(sheets: Callable[[str, str], Sheet], texts: Texts) -> Draw:
    return lambda kind: sheets(kind, texts.language.code)


def _said(sheet: Sheet) -> list[Passage]:
    passages = (sheet.title, sheet.text, *sheet.further, sheet.source, sheet.date)
    return [passage for passage in passages if passage.lines]


def _letters(passage: Passage) -> Box:
    """What the lines of a passage cover, without the air around them."""
    left, top, width, height = passage.box
    wide, high = measure_lines(passage.lines)
    first, last = passage.lines[0], passage.lines[-1]
    air = (first.height - first.size) / 2, (last.height - last.size) / 2
    across = width - wide if passage.align == "right" else 0.0
    return Box(left + across, top + (height - high) / 2 + air[0], wide, high - sum(air))


def _shape(box: Box) -> shapely.Polygon:
    return shapely.box(box.left, box.top, box.right, box.bottom)


def test_the_poster_names_whatever_is_in_the_network(draw: Draw, content: Dataset, texts: Texts) -> None:
    said = {passage.text for passage in _said(draw("poster"))}
    below = {line.text for passage in _said(draw("poster")) for line in passage.lines}
    for entity in content.entities:
        assert in_language(entity.names, texts.language.code) in said | below, entity.id


@pytest.mark.parametrize("kind", DRAW)
def test_no_type_is_smaller_than_seven_points(kind: str, draw: Draw) -> None:
    sheet = draw(kind)
    words = [item for item in walk(sheet.pictures) if isinstance(item, Words)]
    lines = [line for each in (*_said(sheet), *words) for line in each.lines]
    assert min(line.size for line in lines) * sheet.point >= LEAST_POINTS


@pytest.mark.parametrize("kind", DRAW)
def test_no_text_of_a_page_lies_on_another_or_leaves_the_page_and_all_of_it_is_said(kind: str, draw: Draw) -> None:
    sheet = draw(kind)
    page = shapely.box(0, 0, *sheet.size)
    boxes = [(passage.text, _shape(_letters(passage))) for passage in _said(sheet)]
    boxes += [(item.name, _shape(item.box)) for item in walk(sheet.pictures[:2]) if isinstance(item, Words)]
    assert [name for name, box in boxes if not page.contains(box)] == []
    assert [(one[0], other[0]) for one, other in combinations(boxes, 2) if one[1].intersects(other[1])] == []
    for passage in _said(sheet):
        assert not any(line.text.endswith("…") for line in passage.lines)


def test_no_mark_and_no_line_of_the_poster_runs_through_a_name(draw: Draw) -> None:
    """Words that stand on a line have paper beneath them."""
    sheet = draw("poster")
    items = list(walk(sheet.pictures))
    marks = shapely.union_all([_shape(bounds(item)) for item in items if isinstance(item, Mark)])
    # The last plates are those of the words.
    plates = shapely.union_all([_shape(item.box) for item in items if isinstance(item, Plate) and item.fill])
    lines = shapely.union_all([shapely.LineString(line) for line in _lines(sheet)])
    for passage in sheet.further:
        letters = _shape(_letters(passage))
        assert not letters.intersects(marks), passage.text
        assert letters.intersection(lines).difference(plates).length == 0, passage.text


def _lines(sheet: Sheet) -> Iterator[tuple[tuple[float, float], ...]]:
    for item in walk(sheet.pictures):
        if isinstance(item, Wire):
            yield trace_wire(item)
        elif isinstance(item, Stroke):
            yield from item.pieces


def test_every_exchange_tie_of_the_poster_has_its_line_and_says_its_kind(
    draw: Draw, content: Dataset, texts: Texts
) -> None:
    sheet = draw("poster")
    ends = {step.end for item in walk(sheet.pictures) if isinstance(item, Wire) for step in item.steps}
    marks = {item.name: item.center for item in walk(sheet.pictures) if isinstance(item, Mark)}
    said = [passage.text for passage in sheet.further]
    for tie in content.exchange_ties:
        name = in_language(content.entity[tie.target].names, texts.language.code)
        mark = texts("exports-part-of", part=texts("exports-part-node"), name=name)
        assert marks[mark] in ends, tie.id
        kind = in_language(content.kind[tie.kind].names, texts.language.code)
        assert any(text.startswith(kind) for text in said), tie.id


def test_the_leaflet_names_every_partner_with_its_country_and_whom_to_ask(
    draw: Draw, content: Dataset, texts: Texts
) -> None:
    sheet, code = draw("leaflet"), texts.language.code
    said = " ".join(passage.text for passage in sheet.further)
    for partner in content.of_kind(EntityKind.PARTNER):
        assert said.count(in_language(partner.names, code)) == 1
    for country in content.of_kind(EntityKind.COUNTRY):
        assert in_language(country.names, code) in said
    for contact in content.contacts:
        assert in_language(contact.value, code) in said
    assert texts("exports-leaflet-contact", home=in_language(content.entity["ichinoseki"].names, code)) in said


def test_the_map_of_the_leaflet_has_more_than_a_quarter_of_the_page(draw: Draw, texts: Texts) -> None:
    sheet = draw("leaflet")
    sea = texts("exports-part-sea")
    box = next(item.box for item in walk(sheet.pictures) if isinstance(item, Plate) and item.name == sea)
    assert box.width * box.height > 0.2 * sheet.size[0] * sheet.size[1]
    assert box.height > 0.23 * sheet.size[1]


@pytest.mark.parametrize("kind", DRAW)
def test_a_page_says_when_it_was_made_where_its_facts_stand_and_how_to_come_back(
    kind: str, draw: Draw, texts: Texts, content: Dataset
) -> None:
    sheet = draw(kind)
    assert "2026" in sheet.date.text
    for source in content.sources:
        if not source.is_later:
            assert in_language(source.title, texts.language.code) in sheet.source.text
    address = f"{PUBLIC_URL}/{texts.language.code}/"
    assert address in [passage.text for passage in sheet.further]
    assert address in [item.about for item in walk(sheet.pictures) if isinstance(item, Group)]
    plain = DRAW[kind](Binder(content, texts, Imprint()))
    assert "http" not in " ".join(passage.text for passage in plain.further)


def test_a_poster_of_a1_is_that_of_a3_at_twice_the_size(content: Dataset) -> None:
    small, large = (EXPORTERS["poster-page"].render(content, "ja", Wish(paper=paper)) for paper in ("A3", "A1"))
    assert b"@page { size: 841.89pt 1190.55pt" in small
    assert b"@page { size: 1683.78pt 2381.1pt" in large


@pytest.mark.parametrize("kind", DRAW)
def test_a_page_says_why_land_is_left_white(kind: str, draw: Draw, texts: Texts) -> None:
    words = [line.text for item in walk(draw(kind).pictures) if isinstance(item, Words) for line in item.lines]
    assert texts("map-legend-undetermined") in words


def test_in_the_leaflet_each_tie_has_the_line_that_it_has_on_the_map_in_the_hue_of_its_home(
    draw: Draw, content: Dataset, texts: Texts
) -> None:
    """So the list is read beside the map without its legend, and a bar holds each home's partners together."""
    (ties,) = (group for group in draw("leaflet").pictures if group.name == texts("exports-part-ties"))
    lines = [item for item in ties.items if isinstance(item, Stroke)]
    bars = [item for item in ties.items if isinstance(item, Plate)]
    kinds = {tie.kind for tie in content.exchange_ties}
    assert len(lines) == len(content.exchange_ties)
    assert len({(line.pen.width, line.pen.dash, line.pen.is_double) for line in lines}) == len(kinds)
    assert {line.pen.ink for line in lines} == {bar.fill for bar in bars}
