"""Sheets are plain records: what lies where is compared exactly, whoever paints them."""

from __future__ import annotations

import pytest

from dashboard.exports.sheets.forms import bounds
from dashboard.exports.sheets.records import (
    HEIGHT,
    SMALLEST,
    SMALLEST_CAPTION,
    SMALLEST_NAME,
    UNIT,
    WIDTH,
    Box,
    Group,
    Mark,
    Wire,
    Words,
    walk,
)
from dashboard.exports.sheets.stop import Binder, Imprint
from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.stories import Stop, Story
from dashboard.stories.scenes import ROOMS
from tests.unit.exports.read_back import Bound, drawn, overlap, words_in


def test_there_is_a_sheet_for_every_stop_and_no_sheet_beyond(content: Dataset, told: Bound, texts: Texts) -> None:
    assert [sheet.title.text for sheet in told.sheets] == [stop.title for stop in told.story.stops]
    for number in (0, len(told.story.stops) + 1):
        with pytest.raises(IndexError):
            Binder(content, texts, Imprint()).sheet(told.story, number)


def test_nothing_lies_beyond_the_sheet(bound: Bound) -> None:
    for sheet in bound.sheets:
        for item in walk(sheet.pictures):
            box = drawn(item)
            assert box.left >= -1 and box.top >= -1, item.name
            assert box.right <= WIDTH + 1 and box.bottom <= HEIGHT + 1, item.name


def test_the_pictures_have_the_room_that_they_have_on_stage(bound: Bound) -> None:
    for stop, sheet in bound:
        wide, high = ROOMS["both" if stop.is_takeaway else stop.show]
        group = bound.group(sheet, "map")
        if group:
            box = bounds(group)
            assert (box.width, box.height) == (wide * UNIT, high * UNIT)


def test_no_type_is_smaller_than_can_be_read_from_a_slide(bound: Bound) -> None:
    for sheet in bound.sheets:
        lines = [line for words in words_in(sheet.pictures) for line in words.lines]
        lines += [line for passage in (sheet.title, sheet.text) for line in passage.lines]
        assert min(line.size for line in lines) >= SMALLEST
        foot = [line.size for passage in (sheet.source, sheet.date, sheet.number) for line in passage.lines]
        assert min(foot) >= SMALLEST_CAPTION


def is_list_in_an_alphabet(stop: Stop, bound: Bound) -> bool:
    """Long names of many groups one below the other are set a little smaller where letters run on."""
    return stop.select == "ichinoseki-association" and bound.story.language != "ja"


def test_names_of_what_the_shipped_story_speaks_of_are_set_larger_still(shipped: Bound) -> None:
    """On the map and in the network; countries stand behind their partners, homes along their bars, smaller."""
    checked = 0
    for stop, sheet in shipped:
        emphasis = shipped.emphasis(stop)
        lit = [entity.id for entity in shipped.binder.dataset.entities if emphasis.is_lit(entity.id)]
        names = {
            shipped.part_of("name", key)
            for key in lit
            if shipped.binder.dataset.entity[key].kind not in ("country", "home")
        }
        for picture in ("map", "network"):
            for words in words_in(shipped.items(sheet, picture, "names")):
                if words.name in names:
                    least = 28 if is_list_in_an_alphabet(stop, shipped) else SMALLEST_NAME
                    assert words.lines[0].size >= least, words.name
                    checked += 1
    assert checked > 40


def test_pictures_beside_each_other_do_not_overlap(bound: Bound) -> None:
    for stop, sheet in bound:
        network, chart = bound.group(sheet, "network"), bound.group(sheet, "map")
        if network and chart and stop.show == "both":
            assert not overlap(bounds(network), bounds(chart))


def test_head_pictures_and_foot_lie_below_each_other(bound: Bound) -> None:
    for sheet in bound.sheets:
        below_head = min(bounds(group).top for group in sheet.pictures if group.name != bound.part("code"))
        above_foot = max(bounds(group).bottom for group in sheet.pictures)
        for passage in (sheet.title, sheet.text):
            assert sum(line.height for line in passage.lines) <= passage.box.height
            assert passage.box.bottom <= below_head
        assert all(passage.box.top >= above_foot for passage in (sheet.source, sheet.date, sheet.number))


def test_a_code_stands_in_the_head_clear_of_the_text(told: Bound) -> None:
    for stop, sheet in told:
        code = told.group(sheet, "code")
        assert (code is None) == stop.is_takeaway
        if code:
            assert not overlap(bounds(code), sheet.text.box)


def test_the_last_sheet_keeps_contacts_code_and_legend_apart(bound: Bound) -> None:
    sheet = bound.sheets[-1]
    groups = [group for group in sheet.pictures if group.name != bound.part("map")]
    assert len(groups) >= 1
    boxes = [bounds(item) for group in groups for item in group.items]
    for place, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[place + 1 :])


def test_sources_are_those_of_what_the_stop_speaks_of(bound: Bound) -> None:
    language = bound.binder.texts.language.code
    for stop, sheet in bound:
        focus = bound.emphasis(stop).focus
        facts = [bound.binder.dataset.entity.get(key) or bound.binder.dataset.tie.get(key) for key in focus.near]
        keys = {fact.citation.source_key for fact in facts if fact}
        for source in bound.binder.dataset.sources:
            if not source.is_later and focus.selected:
                quoted = any(f"{mark}{source.title[language]}" in sheet.source.text for mark in "「“")
                assert quoted == (source.key in keys)
        for key in stop.sources:
            assert bound.binder.dataset.source[key].title[language] in sheet.source.text


def test_every_wire_is_without_gaps(bound: Bound) -> None:
    wires = [item for sheet in bound.sheets for item in walk(sheet.pictures) if isinstance(item, Wire)]
    assert wires
    for wire in wires:
        for one, other in zip(wire.steps, wire.steps[1:], strict=False):
            assert one.end == other.start


def test_every_mark_that_a_wire_holds_is_on_the_sheet(bound: Bound) -> None:
    for sheet in bound.sheets:
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


def test_no_group_is_empty(bound: Bound) -> None:
    for sheet in bound.sheets:
        assert all(item.items for item in walk(sheet.pictures) if isinstance(item, Group))


def test_an_empty_data_set_gives_a_map_of_land_and_a_sentence_for_the_network(texts: Texts) -> None:
    stop = Stop(title="", text="")
    story = Story(id="empty", language=texts.language.code, title="", summary="", stops=(stop,))
    (sheet,) = Binder(Dataset(), texts, Imprint()).bind(story)
    said = [line.text for item in walk(sheet.pictures) if isinstance(item, Words) for line in item.lines]
    assert said == [texts("network-view-empty")]
    assert any(isinstance(item, Group) and item.name == texts("exports-part-land") for item in walk(sheet.pictures))


def test_all_sheets_of_a_story_have_the_same_rules(bound: Bound) -> None:
    assert len({sheet.rules for sheet in bound.sheets}) == 1
    first = bound.sheets[0].rules[0].pieces[0]
    assert Box(first[0][0], first[0][1], first[1][0] - first[0][0], 0.0).width > WIDTH / 2
