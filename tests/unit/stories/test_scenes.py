"""Where the camera stands, what is lit, and which names are read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
import shapely.affinity

from dashboard.figures.map.labels import NAME_LINE_PX, NAME_PX
from dashboard.figures.map.placement import Rect
from dashboard.figures.map.view import MapView, compute_map_view
from dashboard.figures.network.records import NetworkView
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset, in_language
from dashboard.stories import Focuser, Stop, Story, read_stories
from dashboard.stories.scenes import COURSES, LABEL_UNIT, ROOMS, SHAPES, Scene, Sight, compute_scene, lit_names
from tests.unit.figures.map_samples import SMALL, home, place

EMPTY = NetworkView(
    language="en",
    nodes=(),
    edges=(),
    grounds=(),
    tie_labels=(),
    rail_labels=(),
    bars=(),
    callouts=(),
    headings=(),
    legend=(),
    alt="",
)
SHIPPED = Path(__file__).parents[3] / "content" / "stories"


@pytest.fixture
def view(content: Dataset, texts: Texts) -> MapView:
    return compute_map_view(content, texts.language.code, texts)


@pytest.fixture
def story(content: Dataset, texts: Texts, catalogue: Catalogue) -> Story:
    found = read_stories(SHIPPED, content, catalogue).find("main", texts.language.code)
    assert found is not None
    return found


def scene_of(content: Dataset, view: MapView, **values: object) -> Scene:
    stop = Stop.model_validate({"title": "t", "text": "t", **values})
    return compute_scene(view, stop, Focuser(content).focus(stop), EMPTY)


def test_a_partner_is_named_with_the_home_that_its_line_comes_from(content: Dataset, view: MapView) -> None:
    scene = scene_of(content, view, select="nepal")
    assert set(scene.labels) == {"nepal", "ichinoseki"}
    assert [line.id for line in scene.legend if line.mark == "tie"] == ["support"]


def test_of_towns_side_by_side_only_the_one_that_the_line_comes_from_is_named(texts: Texts) -> None:
    near = home("nonoichi", "Nonoichi", place(136.61, 36.52), "olive")
    dataset = Dataset(kinds=SMALL.kinds, entities=(*SMALL.entities, near), ties=SMALL.ties)
    scene = scene_of(dataset, compute_map_view(dataset, "en", texts), select="jiangsu")
    assert set(scene.labels) == {"jiangsu", "ishikawa"}


def test_the_ends_of_a_line_between_rivers_are_named_by_the_places_that_stand_there(
    content: Dataset, view: MapView
) -> None:
    assert set(scene_of(content, view, select="nile").labels) == {"luxor", "ichinoseki"}


def test_rivers_that_a_stop_speaks_of_have_pictures_and_nothing_named_stands_below_them(
    content: Dataset, view: MapView
) -> None:
    scene = scene_of(content, view, select="nile")
    assert [course.id for course in scene.courses] == ["kitakami", "nile"]
    assert not scene_of(content, view, select="nepal").courses
    for shape, sight in [("wide", scene), *scene.shapes.items()]:
        room = ROOMS["both"] if shape == "wide" else SHAPES[shape][0]["both"]
        left, top, width, height = sight.camera
        assert width / height == pytest.approx(room[0] / room[1], rel=0.01)
        across, down = (1 - taken / whole for taken, whole in zip(COURSES[shape], room, strict=True))
        for curve in ("kitakami-nile", "egypt-luxor-association-luxor"):
            for x, y in np.concatenate(view.traces[curve]) if curve in view.traces else ():
                assert left <= x <= left + width * across
                assert top <= y <= top + height * down


def test_filters_leave_out_what_does_not_pass(content: Dataset, view: MapView) -> None:
    scene = scene_of(content, view, tie=("friendly_exchange",))
    assert set(scene.labels) == {"ishikawa", "irkutsk", "jiangsu", "jeollabuk-do"}


def test_a_frame_in_degrees_is_wholly_in_sight(content: Dataset, view: MapView) -> None:
    left, top, width, height = scene_of(content, view, show="map", frame=(129, 30, 147, 45)).camera
    for x, y in view.frame.place([(129, 45), (147, 30)]):
        assert left <= x <= left + width and top <= y <= top + height


def test_the_camera_has_the_proportions_of_the_room(content: Dataset, view: MapView) -> None:
    for show, room in ROOMS.items():
        _, _, width, height = scene_of(content, view, show=show).camera
        assert width / height == pytest.approx(room[0] / room[1], rel=0.01)


def test_an_empty_map_shows_its_whole_frame(texts: Texts) -> None:
    view = compute_map_view(Dataset(), texts.language.code, texts)
    left, top, width, height = scene_of(Dataset(), view).camera
    assert left <= 0 and top <= 0 and left + width >= view.frame.width and top + height >= view.frame.height


def test_on_every_stop_of_the_shipped_story_names_lie_in_the_picture_and_none_covers_another(
    content: Dataset, view: MapView, story: Story
) -> None:
    focuser = Focuser(content)
    for stop in story.stops:
        scene = compute_scene(view, stop, focuser.focus(stop), EMPTY)
        boxes = boxes_of(scene, view)
        room = ROOMS["both" if stop.is_takeaway else stop.show]
        for key, box in boxes.items():
            if stop.is_takeaway and scene.labels[key].crowded:
                continue
            assert not scene.labels[key].crowded, (stop.title, key)
            assert Rect(0, 0, *room).contains(box), (stop.title, key)
            assert not any(
                box.overlaps(other) for name, other in boxes.items() if name != key and not scene.labels[name].crowded
            ), (stop.title, key)


def test_on_a_square_screen_the_name_of_what_is_spoken_of_lies_on_none_of_its_lines(
    content: Dataset, view: MapView, story: Story
) -> None:
    focuser = Focuser(content)
    wide, _ = SHAPES["square"][0]["both"]
    for stop in (each for each in story.stops if each.show == "both" and not each.is_takeaway):
        focus = focuser.focus(stop)
        sight = compute_scene(view, stop, focus, EMPTY).shapes["square"]
        left, top, width, _ = sight.camera
        lit = [curve.id for curve in view.curves if curve.id == focus.selected or curve.id in focus.near]
        lines = shapely.MultiLineString([line for key in lit for line in view.traces[key]])
        drawn = shapely.affinity.translate(lines, -left, -top)
        drawn = shapely.affinity.scale(drawn, wide / width, wide / width, origin=(0, 0))
        own = [box for key, box in boxes_of(sight, view, wide).items() if key == focus.selected]
        assert not any(drawn.intersects(shapely.box(*box).buffer(-0.3)) for box in own), stop.title


def boxes_of(scene: Scene | Sight, view: MapView, room: float | None = None) -> dict[str, Rect]:
    """The first lines of all names, in units of the slide, from the top left corner of the map."""
    left, top, width, _ = scene.camera
    scale = (room or ROOMS["map" if width / scene.camera[3] > 2 else "both"][0]) / width
    boxes = {}
    for label in view.labels:
        if label.id not in scene.labels:
            continue
        spot = scene.labels[label.id]
        wide = max(measure_text(line) for line in label.lines) * NAME_PX * LABEL_UNIT
        high = len(label.lines) * NAME_LINE_PX * LABEL_UNIT
        x = (label.x - left) * scale + spot.dx * LABEL_UNIT - wide * {"w": 1, "e": 0}.get(spot.anchor[-1], 0.5)
        y = (label.y - top) * scale + spot.dy * LABEL_UNIT - high * {"n": 1, "s": 0}.get(spot.anchor[0], 0.5)
        boxes[label.id] = Rect(x, y, x + wide, y + high)
    return boxes


def test_names_are_at_least_32_pixels_high_on_a_projector() -> None:
    assert NAME_PX * LABEL_UNIT * 20 >= 32


def test_whatever_a_stop_names_is_lit(content: Dataset, story: Story) -> None:
    focuser, code = Focuser(content), story.language
    drawn = {each.id for each in content.entities if each.kind in ("organisation", "partner", "river", "activity")}
    named = {key: in_language(content.entity[key].names, code) for key in drawn}
    seen = 0
    for stop in story.stops:
        focus = focuser.focus(stop)
        said = [key for key, name in named.items() if name in stop.title + stop.text]
        told = [key for key in said if not any(named[key] in named[other] for other in said if other != key)]
        lit = lit_names(focus, told)
        assert lit == set(told) or stop.is_takeaway, (stop.title, set(told) - lit)
        seen += len(told)
    assert seen >= 4


def test_what_is_lit_beside_the_selection_is_lit_with_the_lines_that_join_it(content: Dataset) -> None:
    stop = Stop(title="t", text="t", select="nile", light=("egypt-luxor-association", "egypt-seminars", "luxor"))
    near = Focuser(content).focus(stop).near
    assert {"kitakami", "kitakami-nile", "egypt-luxor-association", "egypt-seminars", "luxor"} <= near
    assert "luxor-association-luxor" in near
    assert "egypt-visits" not in near
