"""The map on a sheet shows what the stage's camera shows, names the stop's places, and stays in its panel."""

from __future__ import annotations

import pytest

from dashboard.exports.sheets.emphasis import Emphasis
from dashboard.exports.sheets.forms import bounds
from dashboard.exports.sheets.map import draw_map
from dashboard.exports.sheets.records import Area, Box, Group, Mark, Sheet, Stroke, walk
from dashboard.i18n import Texts
from dashboard.stories import Stop
from dashboard.stories.scenes import compute_scene
from tests.unit.exports.conftest import JAPAN
from tests.unit.exports.read_back import Bound, drawn, is_inside, overlap, words_in


def maps(bound: Bound) -> list[tuple[Stop, Sheet, Box]]:
    """The stops with a map, their sheets, and the panel of the map."""
    found = [(stop, sheet, bound.group(sheet, "map")) for stop, sheet in bound]
    return [(stop, sheet, bounds(group.items[0])) for stop, sheet, group in found if group]


def place_of(bound: Bound, sheet: Sheet, key: str) -> tuple[float, float] | None:
    """Where the marker of a place stands; None where the camera does not see it."""
    name = bound.part_of("place", key)
    for item in walk(bound.items(sheet, "map", "places")):
        if item.name == name and isinstance(item, Mark | Group):
            return bounds(item).center
    return None


def test_the_camera_is_the_one_of_the_stage(bound: Bound) -> None:
    checked = 0
    for stop, sheet, panel in maps(bound):
        left, top, width, _ = bound.scene(stop).camera
        zoom = panel.width / width
        for marker in bound.binder.map_view.markers:
            at = place_of(bound, sheet, marker.id)
            wanted = (panel.left + (marker.x - left) * zoom, panel.top + (marker.y - top) * zoom)
            if at:
                assert at == pytest.approx(wanted, abs=0.5), (stop.title, marker.id)
                checked += 1
    assert checked > 15


def test_a_frame_brings_nearer_what_it_holds_and_leaves_out_the_rest(told: Bound) -> None:
    (japan,) = [sheet for stop, sheet, _ in maps(told) if stop.frame == JAPAN]
    whole = told.sheets[0]
    seen = {marker.id for marker in told.binder.map_view.markers if place_of(told, japan, marker.id)}
    assert {"ishikawa", "ichinoseki"} <= seen
    assert "austria" not in seen and "central-highlands" not in seen

    def apart(sheet: Sheet) -> float:
        one, other = (place_of(told, sheet, key) for key in ("ishikawa", "ichinoseki"))
        assert one and other
        return abs(one[0] - other[0])

    assert apart(japan) > 5 * apart(whole)


def test_a_selection_is_seen_from_nearer_than_everything(told: Bound) -> None:
    zooms = {stop.title: panel.width / told.scene(stop).camera[2] for stop, _, panel in maps(told)}
    assert zooms["Ishikawa"] > 2 * zooms["Everything <&>"]


def test_just_the_places_that_the_stop_names_bear_their_names(bound: Bound) -> None:
    for stop, sheet, _ in maps(bound):
        named = {key for key, spot in bound.scene(stop).labels.items() if not spot.crowded}
        wanted = {bound.part_of("name", key) for key in named}
        assert {words.name for words in words_in(bound.items(sheet, "map", "names"))} == wanted


def test_the_shipped_story_names_every_place_that_it_speaks_of(shipped: Bound) -> None:
    for stop, sheet, _ in maps(shipped):
        if stop.select in {marker.id for marker in shipped.binder.map_view.markers}:
            names = {words.name for words in words_in(shipped.items(sheet, "map", "names"))}
            assert shipped.part_of("name", stop.select) in names


def test_names_cover_neither_each_other_nor_the_legend(shipped: Bound) -> None:
    for _, sheet, panel in maps(shipped):
        boxes = [words.box for words in words_in(shipped.items(sheet, "map", "names"))]
        for place, one in enumerate(boxes):
            assert is_inside(one, panel)
            assert not any(overlap(one, other) for other in boxes[place + 1 :])
        legend = shipped.group(sheet, "legend")
        if legend:
            assert not any(overlap(box, bounds(legend)) for box in boxes)


def test_rivers_are_drawn_where_a_stop_speaks_of_them_beside_names_and_legend(shipped: Bound) -> None:
    shown = [(sheet, panel) for _, sheet, panel in maps(shipped) if shipped.group(sheet, "courses")]
    assert len(shown) == 1
    sheet, panel = shown[0]
    courses, legend = shipped.group(sheet, "courses"), shipped.group(sheet, "legend")
    assert courses and legend
    lines = [item for item in walk((courses,)) if isinstance(item, Stroke)]
    assert {shipped.part_of("course", key) for key in ("kitakami", "nile")} <= {line.name for line in lines}
    others = [words.box for words in words_in(shipped.items(sheet, "map", "names"))]
    for box in (bounds(item) for item in courses.items):
        assert is_inside(box, panel)
        assert not any(overlap(box, other) for other in [*others, bounds(legend)])


def test_the_legend_hides_no_place_that_is_named(shipped: Bound) -> None:
    for stop, sheet, _ in maps(shipped):
        legend = shipped.group(sheet, "legend")
        if legend and not stop.frame:
            for key in shipped.scene(stop).labels:
                at = place_of(shipped, sheet, key)
                assert at and not overlap(Box(*at, 0.1, 0.1), bounds(legend)), (stop.title, key)


def test_nothing_sticks_out_of_the_panel(bound: Bound) -> None:
    for _, sheet, panel in maps(bound):
        for item in walk(bound.items(sheet, "map")):
            assert is_inside(drawn(item), panel), (sheet.title.text, item.name, drawn(item), panel)


@pytest.mark.parametrize(
    "camera", [(700.0, 200.0, 160.0, 100.0), (-500.0, -300.0, 1600.0, 1000.0), (0.0, 0.0, 110.0, 69.0)]
)
def test_whatever_the_camera_sees_is_cut_at_the_edges_of_its_box(
    told: Bound, texts: Texts, camera: tuple[float, float, float, float]
) -> None:
    binder = told.binder
    box, stop = Box(100, 100, 800, 500), Stop(title="", text="")
    focus = binder.focuser.focus(stop)
    usual = compute_scene(binder.map_view, stop, focus, binder.network_view)
    scene, emphasis = usual.model_copy(update={"camera": camera, "labels": {}}), Emphasis(focus)
    group = draw_map(binder.map_view, scene, box, emphasis, texts=texts, call=binder.name)
    kinds = {type(item) for item in walk((group,))}
    assert Area in kinds
    for item in walk((group,)):
        assert is_inside(drawn(item), box), item.name


def test_land_reaches_to_the_edges_where_there_is_land(told: Bound) -> None:
    (japan,) = [sheet for stop, sheet, _ in maps(told) if stop.frame == JAPAN]
    panel = next(panel for stop, _, panel in maps(told) if stop.frame == JAPAN)
    land = [bounds(item) for item in told.items(japan, "map", "land")]
    assert min(box.left for box in land) == pytest.approx(panel.left, abs=0.2)


def test_lines_that_the_stop_does_not_speak_of_are_faint_and_below_the_others(told: Bound) -> None:
    for stop, sheet, _ in maps(told):
        emphasis = told.emphasis(stop)
        curves = [item for item in told.items(sheet, "map", "curves") if isinstance(item, Stroke)]
        strengths = [curve.pen.ink.opacity for curve in curves]
        assert strengths == sorted(strengths)
        lit = {told.part_of("curve", each.id) for each in told.binder.map_view.curves if emphasis.is_lit(each.id)}
        assert {curve.name for curve in curves if curve.pen.ink.opacity == 1} <= lit


def test_a_curve_reaches_the_marker_of_its_partner_if_that_is_in_the_picture(told: Bound) -> None:
    sheet = told.sheets[0]
    curves = {item.name: item for item in told.items(sheet, "map", "curves") if isinstance(item, Stroke)}
    for curve in told.binder.map_view.curves:
        drawn_curve, partner = curves[told.part_of("curve", curve.id)], curve.ends[1]
        at = place_of(told, sheet, partner)
        if at:
            x, y = drawn_curve.pieces[-1][-1]
            assert abs(x - at[0]) < 40 and abs(y - at[1]) < 40, curve.id


def test_the_legend_explains_what_is_lit_and_no_more(bound: Bound) -> None:
    for stop, sheet, _ in maps(bound):
        legend = bound.group(sheet, "legend")
        said = {words.name for words in words_in((legend,))} if legend else set()
        wanted = {line.text for line in bound.scene(stop).legend}
        assert said == wanted or (stop.is_takeaway and not said)
