"""The map as a Plotly figure: the same frame and marks, no text, no boxes, rings the right way round."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely

from dashboard.figures.map.plotly import figure_json, paint_map_figure
from dashboard.figures.map.records import MapView
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.palette import PALETTES, hue_form
from dashboard.i18n import load_catalogue
from tests.unit.figures import map_samples as samples


@pytest.fixture(scope="module")
def view() -> MapView:
    return compute_map_view(samples.SMALL, "en", load_catalogue().texts("en"))


@pytest.fixture(scope="module")
def figure(view: MapView) -> dict[str, Any]:
    painted: dict[str, Any] = json.loads(figure_json(paint_map_figure(view, PALETTES["light"])))
    return painted


def lines(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace.get("mode") == "lines"]


def test_every_curve_is_one_trace_named_after_its_tie(view: MapView, figure: dict[str, Any]) -> None:
    named = [trace for trace in lines(figure) if "is-core" not in trace["meta"]["className"]]
    assert [trace["uid"] for trace in named] == [curve.id for curve in view.curves]
    assert [trace["meta"]["mark"] for trace in named] == [curve.id for curve in view.curves]
    assert [trace["meta"]["ends"] for trace in named] == [" ".join(curve.ends) for curve in view.curves]
    assert [len(trace["lon"]) for trace in named] == [len(curve.points) for curve in view.curves]


def test_a_double_line_has_a_light_one_on_top(figure: dict[str, Any]) -> None:
    cores = [trace for trace in lines(figure) if "is-core" in trace["meta"]["className"]]
    assert [(trace["meta"]["mark"], trace["line"]["color"]) for trace in cores] == [
        ("ichinoseki-highlands", PALETTES["light"]["paper"])
    ]


def test_markers_are_one_trace_with_the_ids_of_the_entities(view: MapView, figure: dict[str, Any]) -> None:
    (markers,) = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    assert markers["ids"] == [marker.id for marker in view.markers]
    for symbol, marker in zip(markers["marker"]["symbol"], view.markers, strict=True):
        form = {"disc": "circle", "square": "square"}[hue_form(marker.hue)]
        assert symbol == (f"{form}-dot" if marker.role == "partner" and marker.shown_as == "seat" else form)
    assert set(markers["marker"]["symbol"]) == {"circle", "square", "circle-dot", "square-dot"}


def test_areas_are_located_by_the_ids_of_the_entities(figure: dict[str, Any]) -> None:
    traces = [trace for trace in figure["data"] if trace["type"] == "choropleth"]
    assert [trace["locations"] for trace in traces] == [["ishikawa"], ["jiangsu"]]
    for trace in traces:
        assert [feature["id"] for feature in trace["geojson"]["features"]] == trace["locations"]


def test_outer_rings_run_clockwise_so_that_no_area_floods_the_globe(figure: dict[str, Any]) -> None:
    polygons = [
        shapely.Polygon(rings[0])
        for trace in figure["data"]
        if trace["type"] == "choropleth"
        for feature in trace["geojson"]["features"]
        for rings in feature["geometry"]["coordinates"]
    ]
    assert polygons
    assert not any(polygon.exterior.is_ccw for polygon in polygons)


def test_nothing_in_the_figure_is_text_or_a_box(figure: dict[str, Any]) -> None:
    assert not any("text" in trace.get("mode", "") or "text" in trace for trace in figure["data"])
    assert {trace["hoverinfo"] for trace in figure["data"]} == {"none"}
    assert figure["layout"]["showlegend"] is False
    assert "title" not in figure["layout"]


def test_the_frame_is_ours_and_told_to_the_browser(view: MapView, figure: dict[str, Any]) -> None:
    geo = figure["layout"]["geo"]
    assert geo["fitbounds"] is False
    assert geo["projection"] == {"type": "cylindrical stereographic", "rotation": {"lon": view.frame.center_lon}}
    assert (geo["lonaxis"]["range"], geo["lataxis"]["range"]) == (
        list(view.frame.lon_range),
        list(view.frame.lat_range),
    )
    assert figure["layout"]["meta"]["frame"] == {
        "center_lon": view.frame.center_lon,
        "lon": list(view.frame.lon_range),
        "lat": list(view.frame.lat_range),
        "width": view.frame.width,
        "height": view.frame.height,
    }


def test_the_figure_weighs_little(figure: dict[str, Any]) -> None:
    assert len(json.dumps(figure)) < 30_000


def test_light_and_dark_differ_in_colours_only(view: MapView) -> None:
    painted = [figure_json(paint_map_figure(view, palette)) for palette in PALETTES.values()]
    for name in PALETTES["light"]:
        painted = [
            text.replace(palette[name], "colour") for text, palette in zip(painted, PALETTES.values(), strict=True)
        ]
    assert painted[0] == painted[1]


def test_an_empty_view_gives_a_figure_of_the_base_map() -> None:
    empty = compute_map_view(samples.EMPTY, "en", load_catalogue().texts("en"))
    painted = json.loads(figure_json(paint_map_figure(empty, PALETTES["dark"])))
    assert painted["data"] == []
    assert painted["layout"]["geo"]["showland"] is True
