"""The network as HTML and SVG."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from dashboard.figures.network.paths import lead
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.svg import (
    paint_network,
    paint_network_labels,
    paint_network_legend,
    paint_shapes,
    trace_path,
)
from dashboard.figures.network.view import compute_network_view
from dashboard.i18n import Texts
from dashboard.model import Dataset
from tests.unit.network.worlds import entity, world

WITHOUT_SHAPE = ("home", "country", "river")


@pytest.fixture
def view(content: Dataset, texts: Texts) -> NetworkView:
    return compute_network_view(content, texts.language.code, texts)


def parse(markup: str) -> ElementTree.Element:
    closed = re.sub(r"<wbr>", "<wbr/>", str(markup))
    closed = re.sub(r" (data-later)(?=[ >])", r' \1=""', closed)
    return ElementTree.fromstring(f"<root>{closed}</root>")  # noqa: S314 - our own markup


def marks(root: ElementTree.Element, path: str) -> list[str]:
    return [element.attrib["data-mark"] for element in root.findall(path) if "data-mark" in element.attrib]


def test_the_picture_holds_one_mark_for_every_entity_that_has_a_shape(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network(view, texts))
    nodes = [node.id for node in view.nodes if node.kind not in WITHOUT_SHAPE]
    assert Counter(marks(root, ".//g[@class='marks']/g")) == Counter(nodes)
    assert marks(root, ".//g[@class='bars']/g") == ["ishikawa", "ichinoseki"]


def test_every_exchange_tie_is_a_link_with_the_pattern_of_its_kind(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network(view, texts))
    for edge, drawn in ((edge, edge.line) for edge in view.edges if edge.line):
        (group,) = root.findall(f".//g[@data-mark='{edge.id}'][a]")
        line = group.find("a/path[@class='line']")
        assert group.attrib["data-ends"] == " ".join(edge.ends)
        assert {drawn.css, f"hue-{edge.hue}"} <= set(group.attrib["class"].split())
        assert line is not None
        assert (group.find("a/path[@class='core']") is not None) == (drawn.core > 0)


def test_nothing_in_the_picture_can_be_reached_by_keyboard_since_it_is_hidden_from_screen_readers(
    view: NetworkView, texts: Texts
) -> None:
    root = parse(paint_network(view, texts))
    assert root[0].attrib["aria-hidden"] == "true"
    assert all(link.attrib["tabindex"] == "-1" for link in root.iter("a"))


def test_the_picture_has_no_colours_and_no_text(view: NetworkView, texts: Texts) -> None:
    painted = paint_network(view, texts)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!-)|rgb|fill=|stroke=", painted.replace('href="#', ""))
    assert "".join(parse(painted).itertext()) == ""


def test_every_entity_and_every_exchange_tie_is_a_named_link_over_the_picture(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network_labels(view, texts))
    spots = [
        link for spot in root.findall(".//div[@class]") if "spot" in spot.attrib["class"] for link in spot.findall("a")
    ]
    assert Counter(link.attrib["data-mark"] for link in spots) == Counter(node.id for node in view.nodes)
    names = {node.id: node.name for node in view.nodes}
    told = {link.attrib["data-mark"]: link.attrib.get("aria-label") or "".join(link.itertext()) for link in spots}
    assert told == names
    ties = [link for link in root.iter("a") if "tie-label" in link.attrib["class"]]
    assert {link.attrib["data-mark"]: link.attrib["aria-label"] for link in ties} == {
        label.id: label.title for label in view.tie_labels
    }
    assert all(link.attrib["href"] == f"?select={link.attrib['data-mark']}" for link in root.iter("a"))


def test_addresses_are_made_by_the_page(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network_labels(view, texts, link=lambda key: f"?home=ishikawa&select={key}"))
    assert all(link.attrib["href"].startswith("?home=ishikawa&select=") for link in root.iter("a"))


def test_a_countrys_name_stands_below_its_partners(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network_labels(view, texts))
    spot = next(div for div in root.iter("div") if marks(div, "a")[:1] == ["irkutsk"])
    assert marks(spot, "a") == ["irkutsk", "russia"]


def test_callouts_are_found_by_what_they_belong_to(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network_labels(view, texts))
    callouts = {div.attrib["data-callout"]: div for div in root.iter("div") if "data-callout" in div.attrib}
    assert list(callouts) == [callout.owner for callout in view.callouts]
    assert marks(callouts["fujisawa-association"], ".//a") == [
        "home-stay-program",
        "vietnam-exchange-program",
        "thirtieth-anniversary",
        "anniversary-photo-exhibition",
        "anniversary-party",
    ]


def test_every_shape_that_is_used_is_defined_once(view: NetworkView, texts: Texts) -> None:
    page = parse(paint_network(view, texts) + paint_network_labels(view, texts) + paint_network_legend(view, texts))
    defined = [symbol.attrib["id"] for symbol in (*page.iter("symbol"), *page.findall(".//defs/path"))]
    used = {use.attrib["href"].removeprefix("#") for use in page.iter("use")}
    assert len(set(defined)) == len(defined)
    assert used <= set(defined)
    assert {f"theme-{node.accent}" for node in view.nodes if node.kind == "activity"} <= used


def test_the_legend_explains_everything_in_the_picture(view: NetworkView, texts: Texts) -> None:
    root = parse(paint_network_legend(view, texts))
    said = [item.text for item in root.findall(".//ul/li/ul/li/span")]
    assert said == [entry.text for entry in view.legend]
    assert len(set(said)) == len(said)


def test_names_are_escaped(texts: Texts) -> None:
    hostile = world(entity("bad", "partner", names={"ja": "<script>", "en": "<script>"}))
    view = compute_network_view(hostile, texts.language.code, texts)
    assert "<script>" not in paint_network_labels(view, texts)
    assert "&lt;script&gt;" in paint_network_labels(view, texts)


def test_an_empty_view_paints_an_empty_picture_and_no_legend(texts: Texts) -> None:
    view = compute_network_view(Dataset(), texts.language.code, texts)
    assert list(parse(paint_network(view, texts)).iter("path")) == []
    assert list(parse(paint_network_labels(view, texts)).iter("a")) == []
    assert paint_network_legend(view, texts) == ""


def test_what_only_a_later_source_says_can_be_switched_off(texts: Texts) -> None:
    later = world(entity("later", "partner", later=True), entity("stated", "partner"))
    view = compute_network_view(later, texts.language.code, texts)
    for painted in (paint_network(view, texts), paint_network_labels(view, texts)):
        flagged = [each.attrib["data-mark"] for each in parse(painted).iter() if "data-later" in each.attrib]
        assert flagged == ["later"]


def test_paths_are_written_in_thousandths_of_the_stage() -> None:
    assert trace_path(lead((0.05, 0.1), (0.5, 0.1), (0.7, 0.2))) == "M50 100L500 100C600 100 600 200 700 200"


def test_the_shapes_of_the_list_are_there_without_the_picture() -> None:
    assert {"shape-home", "shape-partner", "shape-country"} <= {
        symbol.attrib["id"] for symbol in parse(paint_shapes()).iter("symbol")
    }
