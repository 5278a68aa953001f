"""The map's view is computed as a plain record, exactly."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from dashboard.figures.map.labels import (
    COUNTRY_LINE_PX,
    COUNTRY_PX,
    LABEL_PADDING_PX,
    NAME_LINE_PX,
    NAME_PX,
    label_scale,
)
from dashboard.figures.map.placement import LabelRequest, Rect, Spot, Stage, label_box
from dashboard.figures.map.records import MapCurve, MapLabel, MapMarker, MapView
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.palette import NEUTRAL
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Catalogue
from dashboard.model import Dataset, EntityKind, ShownAs
from geodata.layers import layer_bounds
from tests.unit.figures import map_samples as samples


def view_of(dataset: Dataset, catalogue: Catalogue, language: str = "en") -> MapView:
    return compute_map_view(dataset, language, catalogue.texts(language))


def curve(view: MapView, key: str) -> MapCurve:
    return next(curve for curve in view.curves if curve.id == key)


def marker(view: MapView, key: str) -> MapMarker:
    return next(marker for marker in view.markers if marker.id == key)


def label(view: MapView, key: str) -> MapLabel:
    return next(label for label in view.labels if label.id == key)


def test_the_frame_holds_everything_with_a_margin_and_is_a_thousand_units_wide(catalogue: Catalogue) -> None:
    frame = view_of(samples.SMALL, catalogue).frame
    assert (frame.lon_range, frame.lat_range) == ((24.0, 156.0), (-28.0, 54.0))
    assert (frame.center_lon, frame.width, frame.height) == (90.0, 1000.0, 658.8)
    assert math.isclose(frame.scale, 1000 / math.radians(132), rel_tol=1e-5)


def test_markers_are_exactly_the_homes_and_partners_with_a_place(catalogue: Catalogue) -> None:
    markers = view_of(samples.SMALL, catalogue).markers
    assert [marker.id for marker in markers] == ["ishikawa", "ichinoseki", "jiangsu", "highlands", "luxor"]
    assert markers[3] == MapMarker(
        id="highlands",
        role="partner",
        hue="vermilion",
        shown_as=ShownAs.SEAT,
        lon=148.158,
        lat=-23.523,
        x=940.6,
        y=623.1,
        radius=5.0,
        later=False,
    )


def test_an_area_is_filled_only_where_the_place_is_the_area(catalogue: Catalogue) -> None:
    areas = view_of(samples.SMALL, catalogue).areas
    assert [(area.id, area.area, area.role, area.hue) for area in areas] == [
        ("ishikawa", "ishikawa", "home", "indigo"),
        ("jiangsu", "jiangsu", "partner", "indigo"),
    ]


def test_a_partner_of_two_homes_has_the_hue_of_neither(catalogue: Catalogue) -> None:
    view = view_of(samples.SHARED_PARTNER, catalogue)
    assert next(area for area in view.areas if area.id == "jiangsu").hue == NEUTRAL
    assert marker(view, "jiangsu").hue == NEUTRAL


def test_a_tie_of_an_organisation_starts_at_its_home_and_has_its_hue(catalogue: Catalogue) -> None:
    found = curve(view_of(samples.SMALL, catalogue), "club-highlands")
    assert found.points[0] == (141.13, 38.93)
    assert (found.home, found.ends, found.kind) == ("ichinoseki", ("club", "highlands"), "organisation_exchange")


def test_a_sister_river_is_drawn_between_the_places_that_the_rivers_flow_through(catalogue: Catalogue) -> None:
    found = curve(view_of(samples.SMALL, catalogue), "kitakami-nile")
    assert (found.points[0], found.points[-1]) == ((141.13, 38.93), (32.64, 25.7))
    assert found.hue == "vermilion"
    assert found.later


def test_ties_between_the_same_two_points_keep_apart_in_the_middle_and_meet_at_the_ends(catalogue: Catalogue) -> None:
    view = view_of(samples.SMALL, catalogue)
    one, other = (curve(view, key).points for key in ("ichinoseki-highlands", "club-highlands"))
    assert (one[0], one[-1]) == (other[0], other[-1])
    middles = view.frame.place([one[len(one) // 2], other[len(other) // 2]])
    assert 15 < math.dist(*middles) < 40


def test_a_single_tie_is_the_geodesic_itself(catalogue: Catalogue) -> None:
    points = curve(view_of(samples.SMALL, catalogue), "ishikawa-jiangsu").points
    assert points[0] == (136.63, 36.59)
    assert points[-1] == (118.78, 32.06)
    assert all(math.dist(a, b) < 3 for a, b in itertools.pairwise(points))


def test_an_organisation_without_a_partner_is_not_on_the_map(catalogue: Catalogue) -> None:
    view = view_of(samples.CLUB_WITHOUT_PARTNER, catalogue)
    assert view.curves == ()
    assert [marker.id for marker in view.markers] == ["ishikawa"]


def test_curves_run_on_across_the_antimeridian_inside_one_frame(catalogue: Catalogue) -> None:
    view = view_of(samples.ACROSS_THE_PACIFIC, catalogue)
    lons = [lon for lon, _ in view.curves[0].points]
    assert lons == sorted(lons)
    assert lons[-1] == 281.12
    west, east = view.frame.lon_range
    assert west < lons[0] < lons[-1] < east
    assert all(0 <= marker.x <= 1000 for marker in view.markers)


def test_homes_too_near_to_touch_get_a_lens_in_which_a_finger_can_tell_them_apart(catalogue: Catalogue) -> None:
    view = view_of(samples.SMALL, catalogue)
    assert view.lens is not None
    a, b = view.lens.markers
    assert math.dist((a.x, a.y), (b.x, b.y)) / view.lens.frame.width * 150 >= 44
    assert [label.id for label in view.lens.labels] == ["ishikawa", "ichinoseki"]
    assert [area.id for area in view.lens.areas] == ["ishikawa"]


def test_the_lens_lies_in_a_corner_that_no_curve_runs_through(catalogue: Catalogue) -> None:
    view = view_of(samples.SMALL, catalogue)
    assert view.lens is not None
    assert view.lens.corner == "bottom-left"
    dots = np.concatenate([view.frame.place(curve.points) for curve in view.curves])
    assert not ((dots[:, 0] < 300) & (dots[:, 1] > view.frame.height - 300)).any()


def test_the_prefecture_around_a_home_that_is_a_point_is_outlined_in_the_lens(catalogue: Catalogue) -> None:
    lens = view_of(samples.SMALL, catalogue).lens
    assert lens is not None
    assert lens.outlines == ("iwate",)


@pytest.mark.parametrize("dataset", [samples.ONE_HOME_ALONE, samples.FAR_APART_HOMES, samples.EMPTY])
def test_there_is_no_lens_without_two_homes_near_to_each_other(dataset: Dataset, catalogue: Catalogue) -> None:
    assert view_of(dataset, catalogue).lens is None


def test_a_single_home_has_a_lens_with_the_partners_that_stand_too_near_to_it(catalogue: Catalogue) -> None:
    lens = view_of(samples.NEAR_AND_FAR, catalogue).lens
    assert lens is not None
    assert [marker.id for marker in lens.markers] == ["ishikawa", "jeonju"]
    assert [label.id for label in lens.labels] == ["ishikawa", "jeonju"]


@pytest.mark.parametrize("dataset", [samples.SMALL, samples.NEAR_AND_FAR, samples.ALL_ALONG_JAPAN])
def test_the_land_of_the_lens_reaches_to_its_edges(dataset: Dataset, catalogue: Catalogue) -> None:
    lens = view_of(dataset, catalogue).lens
    assert lens is not None
    west, south, east, north = layer_bounds(lens.base.layer)
    (left, right), (low, high) = lens.frame.lon_range, lens.frame.lat_range
    assert west <= left
    assert south <= low
    assert right <= east
    assert high <= north


def test_an_empty_data_set_gives_the_world_and_a_sentence(catalogue: Catalogue) -> None:
    view = view_of(samples.EMPTY, catalogue)
    assert view.is_empty
    assert (view.areas, view.curves, view.markers, view.labels, view.legend) == ((), (), (), (), ())
    assert view.alt == "There is no place to show on the map yet."
    assert view.frame.lon_range == (-30.0, 330.0)


def test_a_single_point_gets_a_frame_of_some_size(catalogue: Catalogue) -> None:
    frame = view_of(samples.ONE_HOME_ALONE, catalogue).frame
    (west, east), (south, north) = frame.lon_range, frame.lat_range
    assert east - west >= 40
    assert north - south >= 30


def test_the_legend_explains_what_is_on_the_map_and_nothing_else(catalogue: Catalogue) -> None:
    legend = view_of(samples.SMALL, catalogue).legend
    assert [(line.mark, line.id, line.text) for line in legend] == [
        ("home", "ishikawa", "Ties of Ishikawa"),
        ("home", "ichinoseki", "Ties of Ichinoseki"),
        ("tie", "sister_city", "Sister city"),
        ("tie", "friendly_exchange", "Friendly exchange"),
        ("tie", "organisation_exchange", "Group exchange"),
        ("tie", "sister_river", "Sister river"),
        ("area", "area", "Filled area: the area is the partner itself"),
        ("seat", "seat", "Ring: the seat only; its area is not drawn"),
        ("outline", "outline", "Dotted outline: the prefecture around a city"),
        (
            "undetermined",
            "undetermined",
            "Southern Sakhalin, Kurils north of Etorofu: undetermined, as in Japanese school atlases",
        ),
    ]
    assert [line.hue for line in legend[:2]] == ["indigo", "vermilion"]
    assert [line.line.name for line in legend if line.line] == ["double", "solid", "dashed", "dash_dotted"]


def test_the_map_is_told_in_words(catalogue: Catalogue) -> None:
    assert view_of(samples.SMALL, catalogue).alt == (
        "Map with 4 exchange ties, each drawn as the shortest way round the earth. "
        "One tie leads from Ishikawa to Jiangsu. "
        "3 ties lead from Ichinoseki to Central Highlands and Nile."
    )


def test_a_partner_is_labelled_with_its_country_unless_its_name_says_it(catalogue: Catalogue) -> None:
    view = view_of(samples.SMALL, catalogue)
    assert label(view, "highlands").country == "Australia"
    assert label(view, "luxor").country is None
    assert label(view, "ishikawa").country is None


def test_on_narrow_stages_the_homes_are_named_in_the_lens_alone(catalogue: Catalogue) -> None:
    view = view_of(samples.SMALL, catalogue)
    assert {label.id for label in view.labels if label.in_lens_only_when_narrow} == {"ishikawa", "ichinoseki"}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [350, 390, 430, 479, 480, 500, 640, 694, 900, 1200, 1600, 2400])
def test_no_two_names_of_the_real_network_overlap_at_any_width(
    language: str, width: int, content: Dataset, catalogue: Catalogue
) -> None:
    view = view_of(content, catalogue, language)
    boxes = {label.id: box for label in view.labels if (box := drawn_box(label, view, width))}
    assert len(boxes) >= 8
    for (one, a), (other, b) in itertools.combinations(boxes.items(), 2):
        assert not a.overlaps(b), f"{one} on {other}"


def drawn_box(label: MapLabel, view: MapView, width: int) -> Rect | None:
    """The box of a label on a stage as wide as the frame; None where it is not shown."""
    spot = label.wide if width >= 480 else label.narrow
    if spot is None:
        return None
    assert not spot.crowded, f"{label.id} found no room"
    widths = [NAME_PX * measure_text(line) for line in label.lines] + [COUNTRY_PX * measure_text(label.country or "")]
    height = NAME_LINE_PX * len(label.lines) + (COUNTRY_LINE_PX if label.country else 0)
    request = LabelRequest(label.id, label.x, label.y, max(widths) + 2 * LABEL_PADDING_PX, height)
    stage = Stage(width / view.frame.width, label_scale(width), Rect(0, 0, width, width))
    return label_box(request, Spot(spot.anchor, spot.dx, spot.dy), stage)


def test_the_same_data_give_the_same_view(catalogue: Catalogue) -> None:
    assert view_of(samples.SMALL, catalogue) == view_of(samples.SMALL, catalogue)


def test_of_many_homes_lines_are_thin_and_the_legend_names_none_whose_hue_another_has(catalogue: Catalogue) -> None:
    towns = [
        samples.home(f"town-{at}", f"Town {at}", samples.place(130 + at % 8, 32 + at / 3), "indigo") for at in range(30)
    ]
    ties = tuple(samples.tie(town.id, "jiangsu", "sister_city") for town in towns)
    few = Dataset(kinds=samples.KINDS, entities=(*towns[:6], samples.JIANGSU), ties=ties[:6])
    many = Dataset(kinds=samples.KINDS, entities=(*towns, samples.JIANGSU), ties=ties)
    told = [
        sum(line.mark == "home" for line in compute_map_view(each, "en", catalogue.texts("en")).legend)
        for each in (few, many)
    ]
    assert told == [6, 0]
    assert [compute_map_view(each, "en", catalogue.texts("en")).is_busy for each in (few, many)] == [False, True]


def test_the_lens_lies_below_a_flat_frame_even_where_many_curves_run(catalogue: Catalogue) -> None:
    towns = [samples.home(f"town-{at}", "Town", samples.place(136 + at, 36 + at), "indigo") for at in (0, 1)]
    far = (("AR", -58, -34), ("AU", 145, -37), ("IN", 70, -30), ("ZA", 20, -33), ("PT", -9, 38))
    abroad = [
        samples.entity(code, EntityKind.PARTNER, code, at=samples.place(lon, lat), country=code)
        for code, lon, lat in far
    ]
    ties = tuple(samples.tie(town.id, partner.id, "sister_city") for town in towns for partner in abroad)
    dataset = Dataset(kinds=samples.KINDS, entities=(*towns, *abroad), ties=ties)
    view = compute_map_view(dataset, "en", catalogue.texts("en"))
    assert view.frame.height < view.frame.width / 2
    assert view.lens is not None
    assert view.lens.corner == "bottom-left"
