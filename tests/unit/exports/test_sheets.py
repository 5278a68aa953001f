"""Sheets are plain records: what lies where is compared exactly, whoever paints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.emphasis import Emphasis
from dashboard.exports.sheet_map import aim, draw_map
from dashboard.exports.sheet_records import HEIGHT, WIDTH, Area, Box, Group, Mark, Sheet, Stroke, Wire, Words, walk
from dashboard.exports.sheet_stop import Binder, Imprint
from dashboard.exports.sheet_text import PITCH, break_lines, break_name, fit_passage
from dashboard.exports.slide_shapes import bounds
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.stories import Stop, Story


@pytest.fixture
def sheets(content: Dataset, story: Story, texts: Texts) -> tuple[Sheet, ...]:
    return Binder(content, texts, Imprint(public_url="https://kakehashi.example.org")).bind(story)


def test_there_is_a_sheet_for_every_stop_and_no_sheet_beyond(content: Dataset, story: Story, texts: Texts) -> None:
    binder = Binder(content, texts, Imprint())
    assert [sheet.title.text for sheet in binder.bind(story)] == [stop.title for stop in story.stops]
    for number in (0, len(story.stops) + 1):
        with pytest.raises(IndexError):
            binder.sheet(story, number)


def test_nothing_lies_beyond_the_sheet(sheets: tuple[Sheet, ...]) -> None:
    for sheet in sheets:
        for item in walk(sheet.pictures):
            box = bounds(item)
            assert box.left >= -1 and box.top >= -1, item.name
            assert box.right <= WIDTH + 1 and box.bottom <= HEIGHT + 1, item.name


def test_what_the_map_draws_stays_inside_its_frame(content: Dataset, texts: Texts) -> None:
    binder = Binder(content, texts, Imprint())
    box = Box(100, 100, 800, 500)
    for frame in (None, (129.0, 30.0, 147.0, 45.0), (-20.0, -40.0, 60.0, 40.0)):
        camera = aim(binder.map_view, box, frame)
        group = draw_map(binder.map_view, camera, Emphasis(content, Stop(title="", text="")), texts, binder.name)
        for item in walk((group,)):
            if isinstance(item, Area | Stroke | Words):
                inner = bounds(item)
                assert inner.left >= box.left - 0.1 and inner.right <= box.right + 0.1, item.name
                assert inner.top >= box.top - 0.1 and inner.bottom <= box.bottom + 0.1, item.name


def test_names_of_the_network_do_not_touch_each_other(sheets: tuple[Sheet, ...], texts: Texts) -> None:
    for sheet in sheets:
        for group in sheet.pictures:
            if group.name == texts("exports-part-network"):
                names = next(each for each in group.items if each.name == texts("exports-part-names"))
                _assert_apart([each for each in names.items if isinstance(each, Words) and not each.is_vertical])  # type: ignore[union-attr]


def _assert_apart(names: list[Words]) -> None:
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            a, b = one.box, other.box
            lines = (len(one.lines), len(other.lines))
            slack = 0.12 * one.lines[0].size * PITCH
            over_x = min(a.right, b.right) - max(a.left, b.left)
            over_y = min(a.bottom, b.bottom) - max(a.top, b.top)
            assert over_x <= 1 or over_y <= slack + 4, (one.name, other.name, lines)


def test_the_lens_is_drawn_only_where_the_homes_cannot_be_told_apart(sheets: tuple[Sheet, ...], texts: Texts) -> None:
    has_lens = [any(item.name == texts("map-lens") for item in walk(sheet.pictures)) for sheet in sheets]
    assert has_lens == [True, True, False, True, False, True]


def test_every_wire_is_without_gaps(sheets: tuple[Sheet, ...]) -> None:
    wires = [item for sheet in sheets for item in walk(sheet.pictures) if isinstance(item, Wire)]
    assert wires
    for wire in wires:
        for one, other in zip(wire.steps, wire.steps[1:], strict=False):
            assert one.end == other.start


def test_every_mark_that_a_wire_holds_is_on_the_sheet(sheets: tuple[Sheet, ...]) -> None:
    for sheet in sheets:
        items = list(walk(sheet.pictures))
        keys = {item.key for item in items if isinstance(item, Mark)}
        held = {
            key
            for item in items
            if isinstance(item, Wire)
            for step in item.steps
            for key in (step.start_mark, step.end_mark)
            if key
        }
        assert held <= keys


def test_an_empty_data_set_gives_a_map_of_land_and_a_sentence_for_the_network(texts: Texts) -> None:
    stop = Stop(title="", text="")
    story = Story(id="empty", language=texts.language.code, title="", summary="", stops=(stop,))
    (sheet,) = Binder(Dataset(), texts, Imprint()).bind(story)
    said = [line.text for item in walk(sheet.pictures) if isinstance(item, Words) for line in item.lines]
    assert said == [texts("network-view-empty")]
    assert any(isinstance(item, Group) and item.name == texts("exports-part-land") for item in walk(sheet.pictures))


@given(st.text(max_size=120), st.floats(4, 60))
def test_broken_lines_lose_nothing_but_spaces(text: str, width: float) -> None:
    assert "".join("".join(break_lines(text, width)).split()) == "".join(text.split())


@given(st.text("あい漢字、。（）ABC ー", max_size=80), st.integers(3, 30))
def test_no_line_begins_with_a_mark_that_ends_a_phrase(text: str, width: int) -> None:
    for line in break_lines(text, width)[1:]:
        assert line[0] not in "、。）ー"


def test_a_name_breaks_where_a_reader_pauses() -> None:
    assert break_name("ベトナム国家大学ホーチミン市校", 9) == ("ベトナム国家大学", "ホーチミン市校")
    assert break_name("Central Highlands Regional Council", 12) == ("Central Highlands", "Regional Council")


@given(st.text(max_size=300))
def test_a_passage_never_needs_more_height_than_its_box(text: str) -> None:
    box = Box(0, 0, 400, 70)
    passage = fit_passage(text, box, ink="ink", largest=40, smallest=12)
    assert sum(line.size * PITCH for line in passage.lines) <= box.height
    assert passage.text == text


def test_a_passage_is_as_large_as_fits() -> None:
    box = Box(0, 0, 400, 60)
    assert fit_passage("短い", box, ink="ink", largest=40, smallest=12).lines[0].size == 40
    long = fit_passage("長い文です。" * 12, box, ink="ink", largest=40, smallest=12)
    assert long.lines[0].size < 40
    assert all(measure_text(line.text) * line.size <= box.width for line in long.lines)
