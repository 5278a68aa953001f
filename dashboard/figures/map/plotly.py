"""The map as a Plotly figure: the same frame, areas, curves and markers; names stay HTML above it.

Every trace says in ``meta`` which mark it is and which classes it has, and the style
sheet colours it by those. The colours in the figure are for everything that has no
style sheet, such as a picture made from the figure alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.figures.map.records import LonLat, MapArea, MapCurve, MapFrame, MapMarker, MapView
from dashboard.figures.palette import HueForm, Palette, hue_form
from dashboard.model import ShownAs
from geodata import layers

_CLEAR = "rgba(0,0,0,0)"
_FILL_OPACITY = {"home": 0.55, "partner": 0.32}
_DECIMALS = 2


def paint_map_figure(view: MapView, palette: Palette) -> go.Figure:
    """A figure of ``view`` in the colours of ``palette``, without text, hover boxes or legend.

    An empty view gives the base map alone. ``layout.meta["frame"]`` tells a browser what must stay in sight.
    """
    traces = [
        *_paint_areas(view, palette),
        *(trace for curve in view.curves for trace in _paint_curve(curve, palette)),
        *_paint_markers(view.markers, palette),
    ]
    return go.Figure(data=traces, layout=_lay_out(view.frame, palette))


def figure_json(figure: go.Figure) -> str:
    """The figure as compact JSON for Plotly in the browser."""
    return json.dumps(figure.to_plotly_json(), separators=(",", ":"), ensure_ascii=False)


def _lay_out(frame: MapFrame, palette: Palette) -> dict[str, Any]:
    return {
        "template": "none",
        "meta": {"frame": _describe_frame(frame)},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": False,  # what a pointer means is said by the page
        "geo": _lay_out_world(frame, palette),
    }


def _describe_frame(frame: MapFrame) -> dict[str, Any]:
    return {
        "center_lon": frame.center_lon,
        "lon": list(frame.lon_range),
        "lat": list(frame.lat_range),
        "width": frame.width,
        "height": frame.height,
    }


def _lay_out_world(frame: MapFrame, palette: Palette) -> dict[str, Any]:
    return {
        "projection": {"type": "cylindrical stereographic", "rotation": {"lon": frame.center_lon}},
        "lonaxis": {"range": list(frame.lon_range)},
        "lataxis": {"range": list(frame.lat_range)},
        "fitbounds": False,
        "resolution": 110,
        "bgcolor": _CLEAR,
        "showframe": False,
        "showland": True,
        "landcolor": palette["land"],
        "showcountries": False,
        "showcoastlines": True,
        "coastlinecolor": palette["coast"],
        "coastlinewidth": 0.6,
        "showocean": False,
        # The layer has no water in these two: what school atlases leave white, and each border once.
        "showlakes": True,
        "lakecolor": palette["undetermined"],
        "showrivers": True,
        "rivercolor": palette["border"],
        "riverwidth": 0.8,
    }


def _paint_areas(view: MapView, palette: Palette) -> list[go.Choropleth]:
    """One trace for each role and hue, so that each has one class and one colour."""
    groups: dict[tuple[str, str], list[MapArea]] = {}
    for area in view.areas:
        groups.setdefault((area.role, area.hue), []).append(area)
    return [trace for areas in groups.values() for trace in _paint_area_group(areas, palette)]


def _paint_area_group(areas: Sequence[MapArea], palette: Palette) -> list[go.Choropleth]:
    layer = layers.shapes("areas")
    known = {area.id: layer[area.area] for area in areas if area.area in layer}
    if not known:
        return []
    colour = palette[areas[0].hue]
    style = {"opacity": _FILL_OPACITY[areas[0].role], "line": {"color": colour, "width": 0.9}}
    return [_choropleth(known, colour, style, {"className": areas[0].classes})]


def _choropleth(
    shapes: Mapping[str, BaseGeometry], colour: str, style: Mapping[str, Any], meta: Mapping[str, str]
) -> go.Choropleth:
    return go.Choropleth(
        geojson={"type": "FeatureCollection", "features": [_feature(key, shape) for key, shape in shapes.items()]},
        locationmode="geojson-id",
        locations=list(shapes),
        z=[1] * len(shapes),
        zmin=0,
        zmax=1,
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        marker=dict(style),
        hoverinfo="none",
        meta=dict(meta),
    )


def _feature(key: str, shape: BaseGeometry) -> dict[str, Any]:
    """A feature of GeoJSON. Plotly's projection wants outer rings clockwise; the other way round floods the globe."""
    turned = shapely.orient_polygons(shape, exterior_cw=True)
    return {"type": "Feature", "id": key, "properties": {}, "geometry": _geometry(turned)}


def _geometry(shape: BaseGeometry) -> dict[str, Any]:
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    coordinates = [[_round(ring.coords) for ring in (polygon.exterior, *polygon.interiors)] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": coordinates}


def _round(points: Iterable[Sequence[float]]) -> list[list[float]]:
    return [[round(point[0], _DECIMALS), round(point[1], _DECIMALS)] for point in points]


def _paint_curve(curve: MapCurve, palette: Palette) -> list[go.Scattergeo]:
    """A line, and for a double line a light one on top."""
    drawn, classes = curve.line, curve.classes
    lines = [_line(curve, palette[curve.hue], drawn.width, _dash(drawn.dash), classes)]
    if drawn.core:
        lines.append(_line(curve, palette["paper"], drawn.core, "solid", f"{classes} is-core"))
    return lines


def _dash(dash: Sequence[float]) -> str:
    return ",".join(f"{length:g}px" for length in dash) or "solid"


def _line(curve: MapCurve, colour: str, width: float, dash: str, classes: str) -> go.Scattergeo:
    lons, lats = _columns(curve.points)
    return go.Scattergeo(
        uid=f"{curve.id} core" if classes.endswith("is-core") else curve.id,
        mode="lines",
        lon=lons,
        lat=lats,
        line={"color": colour, "width": width, "dash": dash},
        hoverinfo="none",
        meta={"mark": curve.id, "ends": " ".join(curve.ends), "className": classes, "later": curve.later},
    )


def _columns(points: Sequence[LonLat]) -> tuple[list[float], list[float]]:
    return [lon for lon, _ in points], [lat for _, lat in points]


_FORMS: Mapping[HueForm, str] = {"disc": "circle", "square": "square", "diamond": "diamond"}


def _paint_markers(markers: Sequence[MapMarker], palette: Palette) -> list[go.Scattergeo]:
    if not markers:
        return []
    hues = [palette[marker.hue] for marker in markers]
    forms = [_FORMS[hue_form(marker.hue)] for marker in markers]
    is_ring = [marker.role == "partner" and marker.shown_as == ShownAs.SEAT for marker in markers]
    paper = palette["paper"]
    return [
        go.Scattergeo(
            uid="markers",
            ids=[marker.id for marker in markers],
            mode="markers",
            lon=[marker.lon for marker in markers],
            lat=[marker.lat for marker in markers],
            marker={
                "size": [2 * marker.radius - 1 for marker in markers],
                "symbol": [f"{form}-dot" if ring else form for ring, form in zip(is_ring, forms, strict=True)],
                "color": [paper if ring else hue for ring, hue in zip(is_ring, hues, strict=True)],
                "opacity": 1,
                "line": {
                    "color": [hue if ring else paper for ring, hue in zip(is_ring, hues, strict=True)],
                    "width": 1.6,
                },
            },
            hoverinfo="none",
            meta={"className": "markers"},
        )
    ]
