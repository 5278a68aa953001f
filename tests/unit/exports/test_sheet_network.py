"""The network on a sheet: all of it faintly, what the stop speaks of strong and with its name, inside its panel."""

from __future__ import annotations

import pytest

from dashboard.exports.sheets.forms import bounds
from dashboard.exports.sheets.records import UNIT, WIDTH, Box, Group, Mark, Plate, Sheet, Stroke, Wire, Words, walk
from dashboard.model import EntityKind
from dashboard.stories import Stop, Story
from dashboard.stories.lit_views import explain_network, is_whole, name_lit
from dashboard.stories.network_scenes import draw_callout_near
from dashboard.stories.scenes import ROOMS
from tests.unit.exports.read_back import Bound, drawn, is_inside, overlap, words_in


def networks(bound: Bound) -> list[tuple[Stop, Sheet]]:
    return [(stop, sheet) for stop, sheet in bound if bound.group(sheet, "network")]


def panel_of(stop: Stop, sheet: Sheet) -> Box:
    """The panel that the stage gives the network."""
    rule = sheet.rules[0].pieces[0][0][1]
    left = 0.0 if stop.show == "network" else ROOMS["both"][0] * UNIT
    return Box(left, rule, WIDTH - left, ROOMS["both"][1] * UNIT)


def named_in(bound: Bound, sheet: Sheet) -> dict[str, Words]:
    """The names in the network by the ids of what bears them."""
    words = {item.name: item for item in bound.items(sheet, "network", "names") if isinstance(item, Words)}
    ids = {bound.part_of("name", node.id): node.id for node in bound.binder.network_view.nodes}
    return {ids[name]: each for name, each in words.items() if name in ids}


def test_only_what_the_stop_speaks_of_and_the_homes_have_names(bound: Bound) -> None:
    for stop, sheet in networks(bound):
        wanted = {node.id for node in name_lit(bound.binder.network_view, bound.emphasis(stop).focus).nodes}
        assert named_in(bound, sheet).keys() <= wanted, stop.title


def test_the_shipped_story_names_everything_that_it_speaks_of(shipped: Bound) -> None:
    for stop, sheet in networks(shipped):
        emphasis = shipped.emphasis(stop)
        wanted = {
            node.id
            for node in shipped.binder.network_view.nodes
            if node.side in ("before", "after") and emphasis.is_lit(node.id)
        }
        assert wanted <= named_in(shipped, sheet).keys(), stop.title


def test_words_on_lines_are_those_of_ties_that_are_lit(bound: Bound) -> None:
    for stop, sheet in networks(bound):
        emphasis = bound.emphasis(stop)
        titles = {label.title: label.id for label in bound.binder.network_view.tie_labels}
        for words in words_in(bound.items(sheet, "network", "names")):
            assert words.name not in titles or emphasis.is_lit(titles[words.name])


def test_all_of_the_network_in_sight_is_drawn_and_what_is_not_spoken_of_is_faint(bound: Bound) -> None:
    for stop, sheet in networks(bound):
        emphasis = bound.emphasis(stop)
        names = {bound.part_of("node", node.id): node.id for node in bound.binder.network_view.nodes}
        marks = [item for item in bound.items(sheet, "network", "nodes") if isinstance(item, Mark) and item.key]
        assert len(marks) > 8
        for mark in marks:
            ink = mark.pen.ink if mark.pen else mark.fill
            assert ink and (ink.opacity == 1) == emphasis.is_lit(names[mark.name]), mark.name


def test_rows_are_stretched_as_on_stage(told: Bound, shipped: Bound) -> None:
    for bound in (told, shipped):
        for stop, sheet in networks(bound):
            top, bottom = bound.scene(stop).rows
            levels = {node.id: node.y for node in bound.binder.network_view.nodes}
            marks = [item for item in bound.items(sheet, "network", "nodes") if isinstance(item, Mark) and item.key]
            low, high = min(marks, key=lambda mark: mark.center[1]), max(marks, key=lambda mark: mark.center[1])
            stretch = (high.center[1] - low.center[1]) / (levels[high.key] - levels[low.key])
            height = panel_of(stop, sheet).height
            assert stretch == pytest.approx(height / (bottom - top), rel=0.16), stop.title


def test_a_selection_is_seen_from_nearer_than_everything(shipped: Bound) -> None:
    spans = {stop.title: bottom - top for stop, _ in networks(shipped) for top, bottom in [shipped.scene(stop).rows]}
    assert min(spans.values()) < 0.6


def test_nothing_sticks_out_of_the_panel(bound: Bound) -> None:
    for stop, sheet in networks(bound):
        panel = panel_of(stop, sheet)
        for item in walk(bound.items(sheet, "network")):
            assert is_inside(drawn(item), panel), (stop.title, item.name, drawn(item))


def test_names_touch_neither_each_other_nor_the_callout(shipped: Bound) -> None:
    for stop, sheet in networks(shipped):
        boxes = [words.box for words in words_in(shipped.items(sheet, "network", "names")) if not words.is_vertical]
        for place, one in enumerate(boxes):
            near = [
                other for other in boxes[place + 1 :] if min(one.bottom, other.bottom) - max(one.top, other.top) > 3
            ]
            assert not any(overlap(one, other) for other in near), stop.title
        plates = [item for item in shipped.items(sheet, "network", "callout") if isinstance(item, Plate)]
        blocks = [words.box for words in named_in(shipped, sheet).values() if not words.is_vertical]
        assert not any(overlap(plate.box, box) for plate in plates for box in blocks), stop.title


def test_what_is_selected_lists_its_activities(shipped: Bound) -> None:
    listed = 0
    for stop, sheet in networks(shipped):
        near = draw_callout_near(shipped.binder.network_view, shipped.emphasis(stop).focus)  # without what is too long
        callout = next((each for each in near.callouts if each.owner == stop.select), None)
        said = "".join(
            line.text for words in words_in(shipped.items(sheet, "network", "callout")) for line in words.lines
        )
        for line in callout.lines if callout else ():
            assert "".join(line.name.split()) in "".join(said.split())
            listed += 1
        assert bool(callout) == bool(said), stop.title
    assert listed >= 10


def test_wires_hold_on_to_marks_and_what_is_cut_holds_on_to_none(bound: Bound) -> None:
    for _, sheet in networks(bound):
        ties = bound.items(sheet, "network", "ties")
        assert all(isinstance(item, Wire | Stroke) for item in ties)
        held = [step for item in ties if isinstance(item, Wire) for step in item.steps if step.end_mark]
        assert held


def test_the_legend_of_the_network_explains_what_is_lit_and_no_more(bound: Bound) -> None:
    for stop, sheet in networks(bound):
        if stop.show == "network":
            legend = bound.group(sheet, "legend")
            assert isinstance(legend, Group)
            found = explain_network(bound.binder.network_view, bound.emphasis(stop).focus)
            said = "".join(words.name for words in words_in((legend,)))
            assert all(entry.text in said for entry in found)
            left_out = {entry.text for entry in bound.binder.network_view.legend} - {entry.text for entry in found}
            assert not any(words.name in left_out for words in words_in((legend,))), stop.title


def test_the_legend_stands_below_the_network(bound: Bound) -> None:
    for stop, sheet in networks(bound):
        legend, network = bound.group(sheet, "legend"), bound.group(sheet, "network")
        if stop.show == "network" and legend and network:
            assert bounds(legend).top >= bounds(network).bottom - 1


def test_marks_of_activities_without_names_are_counted_where_the_whole_network_is_seen(told: Bound) -> None:
    texts, dataset = told.binder.texts, told.binder.dataset
    counted = texts("network-view-callout", count=len(dataset.of_kind(EntityKind.ACTIVITY)))
    for stop, sheet in networks(told):
        heads = [line.text for words in told.items(sheet, "network", "headings") for line in words.lines]
        assert (counted in heads) == is_whole(told.emphasis(stop).focus), stop.title


def test_a_legend_of_the_whole_network_is_no_larger_than_the_least_type_and_that_of_a_stop_is_as_on_stage(
    shipped: Bound,
) -> None:
    sizes = {True: 24.0, False: 28.0}
    for show in (Stop(title="t", text="t", show="network"), next(stop for stop, _ in networks(shipped) if stop.select)):
        story = Story(
            id="s",
            language=shipped.binder.texts.language.code,
            title="t",
            summary="",
            stops=(show.model_copy(update={"show": "network"}),),
        )
        sheet = shipped.binder.sheet(story, 1)
        legend = shipped.group(sheet, "legend")
        assert legend
        is_all = is_whole(shipped.binder.focuser.focus(show))
        assert {line.size for words in words_in((legend,)) for line in words.lines} == {sizes[is_all]}
