"""The map as SVG and HTML: well formed, marked, without colours and light."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest

from dashboard.figures.lines import LINES, line_rules
from dashboard.figures.map.records import MapView
from dashboard.figures.map.svg import frame_style, paint_labels, paint_legend, paint_lens, paint_map
from dashboard.figures.map.view import compute_map_view
from dashboard.i18n import Texts, load_catalogue
from tests.unit.figures import map_samples as samples

STYLE_SHEET = Path(__file__).parents[3] / "assets" / "css" / "map.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|\b(?:fill|stroke)=", re.ASCII)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return load_catalogue().texts("en")


@pytest.fixture(scope="module")
def view(texts: Texts) -> MapView:
    return compute_map_view(samples.SMALL, "en", texts)


def parse(markup: str) -> ElementTree.Element:
    # Bare attributes of HTML are not XML; they get the value that a browser would give them.
    return ElementTree.fromstring(re.sub(r" (data-later)(?=[ >])", r' \1=""', f"<x>{markup}</x>"))  # noqa: S314


def marks(root: ElementTree.Element) -> list[str]:
    return [element.attrib["data-mark"] for element in root.iter() if "data-mark" in element.attrib]


def test_every_tie_is_one_curve_that_says_which_two_it_joins(view: MapView) -> None:
    root = parse(paint_map(view))
    ends = {e.attrib["data-mark"]: e.attrib["data-ends"] for e in root.iter("g") if "data-ends" in e.attrib}
    assert ends == {
        "ishikawa-jiangsu": "ishikawa jiangsu",
        "ichinoseki-highlands": "ichinoseki highlands",
        "club-highlands": "club highlands",
        "kitakami-nile": "kitakami nile",
    }
    assert len(marks(root)) == len(set(marks(root))) + 2  # an area and its marker bear one id


def test_only_a_double_line_has_a_core(view: MapView) -> None:
    root = parse(paint_map(view))
    with_core = [g.attrib["data-mark"] for g in root.iter("g") if g.find("path[@class='core']") is not None]
    assert with_core == ["ichinoseki-highlands"]


def test_what_only_later_sources_say_is_marked(view: MapView) -> None:
    root = parse(paint_map(view))
    assert [e.attrib["data-mark"] for e in root.iter() if "data-later" in e.attrib] == ["kitakami-nile"]


def test_no_colour_and_no_text_stands_in_the_picture(view: MapView, texts: Texts) -> None:
    for markup in (paint_map(view), paint_lens(view, texts), paint_legend(view, texts)):
        assert not COLOUR.search(markup)
        assert not list(parse(markup).iter("text"))


def test_the_picture_says_nothing_to_a_screen_reader(view: MapView) -> None:
    svg = parse(paint_map(view)).find("svg")
    assert svg is not None
    assert svg.attrib["aria-hidden"] == "true"
    assert svg.attrib["viewBox"] == f"0 0 1000 {view.frame.height:g}"


def test_the_whole_world_weighs_at_most_25_kilobytes_on_the_wire(view: MapView) -> None:
    assert len(brotli.compress(paint_map(view).encode())) <= 25_000


def test_labels_are_links_that_select_what_they_name(view: MapView) -> None:
    links = list(parse(paint_labels(view)).iter("a"))
    assert [link.attrib["href"] for link in links] == [f"?select={marker.id}" for marker in view.markers]
    assert [link.attrib["data-mark"] for link in links] == [marker.id for marker in view.markers]
    assert "".join(links[3].itertext()) == "Central HighlandsAustralia"


def test_a_label_carries_its_point_and_a_spot_for_wide_and_for_narrow_stages(view: MapView) -> None:
    label = view.labels[3]
    assert label.narrow is not None
    link = list(parse(paint_labels(view)).iter("a"))[3]
    values = dict(pair.split(":") for pair in link.attrib["style"].split(";"))
    assert {key: float(value) for key, value in values.items()} == {
        "--x": label.x,
        "--y": label.y,
        "--wx": label.wide.dx,
        "--wy": label.wide.dy,
        "--nx": label.narrow.dx,
        "--ny": label.narrow.dy,
    }
    assert {f"at-{label.wide.anchor}", f"narrow-at-{label.narrow.anchor}"} <= set(link.attrib["class"].split())


def test_the_caller_may_say_where_labels_lead(view: MapView, texts: Texts) -> None:
    def link(key: str) -> str:
        return f"?q=a&select={key}"

    for markup in (paint_labels(view, link=link), paint_lens(view, texts, link=link)):
        assert {a.attrib["href"].split("=")[1] for a in parse(markup).iter("a")} == {"a&select"}


def test_the_lens_shows_the_homes_and_the_curves_that_leave_them(view: MapView, texts: Texts) -> None:
    root = parse(paint_lens(view, texts))
    assert {"ishikawa", "ichinoseki", "ishikawa-jiangsu", "ichinoseki-highlands"} <= set(marks(root))
    assert root.find("div").attrib["aria-label"] == texts("map-lens")  # type: ignore[union-attr]


def test_an_empty_view_is_painted_as_land_without_labels_lens_or_legend(texts: Texts) -> None:
    empty = compute_map_view(samples.EMPTY, "en", texts)
    root = parse(paint_map(empty))
    assert root.find(".//path[@class='land']") is not None
    assert marks(root) == []
    assert (paint_labels(empty), paint_lens(empty, texts), paint_legend(empty, texts)) == ("", "", "")


def test_a_curve_beyond_the_edge_of_the_map_is_cut_there_instead_of_crossing_it(texts: Texts) -> None:
    across = compute_map_view(samples.ACROSS_THE_PACIFIC, "en", texts)
    path = parse(paint_map(across)).find(".//g[@data-mark='ishikawa-buffalo']/path[@class='line']")
    assert path is not None
    assert path.attrib["d"].count("M") == 1


def test_names_with_markup_in_them_are_escaped(texts: Texts) -> None:
    hostile = samples.entity("evil", samples.EntityKind.HOME, "<b onload='x'>", at=samples.place(10.0, 10.0))
    view = compute_map_view(samples.Dataset(entities=(hostile,)), "en", texts)
    assert "<b " not in paint_labels(view)


def test_lines_differ_without_colour() -> None:
    assert len({(line.width, line.dash, line.core) for line in LINES.values()}) == len(LINES)


def test_every_line_is_a_rule_that_says_what_the_style_sheet_asks_of_it() -> None:
    rules = line_rules()
    asked = set(re.findall(r"var\((--(?:width|core|dash|cap))\b", STYLE_SHEET.read_text(encoding="utf-8")))
    assert asked == {"--width", "--core", "--dash", "--cap"}
    for line in LINES.values():
        rule = rules.partition(f".{line.css}{{")[2].partition("}")[0]
        assert {f"{name}:" in rule for name in asked} == {True}
        assert f"--width:{line.width:g};" in rule
        assert rule.count("*var(--unit)") == len(line.dash)


def test_a_stage_is_told_the_size_of_its_frame(view: MapView) -> None:
    assert frame_style(view.frame) == f"--frame-w:1000;--frame-h:{view.frame.height:g}"
