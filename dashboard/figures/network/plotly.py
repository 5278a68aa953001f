"""The network as a Plotly figure: the same lines and marks at the same places; names stay HTML above it.

Axes run from 0 to 1, y downwards, and fill the stage. Every trace says in ``meta``
which mark it is and which classes it has, points say it by their ``ids``; the style
sheet shows states by those. Sizes and widths are pixels, as in the server's SVG.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard.figures.map.records import PATTERNS
from dashboard.figures.network.paths import Path, sample
from dashboard.figures.network.records import Ground, HomeBar, NetworkEdge, NetworkNode, NetworkView, Role
from dashboard.figures.network.svg import LAYERS, arrow_points, edge_classes, ground_classes
from dashboard.figures.palette import Palette, home_colour
from dashboard.model import EntityKind, Standing

_CLEAR = "rgba(0,0,0,0)"
_DECIMALS = 4
_BAR_WIDTH = 4
_PART_SCALE = 0.76
_OTHER_SCALE = 0.78


class _Mark(NamedTuple):
    """How Plotly draws a shape: symbol, size across and outline in pixels, whether it is filled with paper."""

    symbol: str
    size: float
    outline: float
    is_hollow: bool


_MARKS: Mapping[str, _Mark] = {
    "organisation": _Mark("hexagon", 13.2, 1.6, is_hollow=True),
    "partner": _Mark("circle", 12.4, 2.2, is_hollow=True),
    "activity-text": _Mark("circle", 8.4, 0, is_hollow=False),
    "activity-caption": _Mark("circle", 7, 1.5, is_hollow=True),
    "venue": _Mark("square", 6.8, 1.3, is_hollow=True),
    "river": _Mark("circle", 14, 0, is_hollow=False),  # its waves are drawn with its name; this is for the pointer
}
_PIP = _Mark("circle", 5.8, 0, is_hollow=False)
_WIDTHS: Mapping[Role, float] = {"part": 13, "band": 9}
_THIN = 0.9
_ASKED_FOR: tuple[Role, ...] = ("runs", "bracket", "part", "band")  # seen only while selected or near


def paint_network_figure(view: NetworkView, palette: Palette) -> go.Figure:
    """A figure of ``view`` in the colours of ``palette``, without text, hover boxes, axes or legend.

    An empty view gives a figure without traces.
    """
    traces = [
        *(trace for role in LAYERS for trace in _paint_layer(view, role, palette)),
        *(trace for bar in view.bars for trace in _paint_bar(bar, palette)),
        *_paint_arrows(view, palette),
        *_paint_nodes([node for node in view.nodes if node.shape in _MARKS], palette),
    ]
    return go.Figure(data=traces, layout=_lay_out())


def _lay_out() -> dict[str, Any]:
    # The whole network is always in sight, so nothing can be dragged out of it; readers enlarge it with their browser.
    axis = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    return {
        "template": "none",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",  # without it nothing can be clicked; the traces themselves show no box
        "xaxis": {**axis, "range": [0, 1]},
        "yaxis": {**axis, "range": [1, 0]},
    }


# --- lines ----------------------------------------------------------------------------------------------------------


def _paint_layer(view: NetworkView, role: Role, palette: Palette) -> Iterable[go.Scatter]:
    grounds = [ground for ground in view.grounds if ground.role == role]
    if grounds:
        yield _paint_grounds(grounds, palette)
    for edge in view.edges:
        if edge.role == role:
            yield from _paint_edge(edge, palette)


def _paint_grounds(grounds: Sequence[Ground], palette: Palette) -> go.Scatter:
    """One trace for all lines of a role that edges share."""
    colour = palette["sunk"] if grounds[0].role == "part" else palette["ink-soft"]
    style = {"color": colour, "width": _WIDTHS.get(grounds[0].role, _THIN)}
    meta = {"className": ground_classes(grounds[0])}
    return _line(f"ground {grounds[0].role}", [ground.path for ground in grounds], style, meta)


def _paint_edge(edge: NetworkEdge, palette: Palette) -> Iterable[go.Scatter]:
    classes = edge_classes(edge)
    meta = {"mark": edge.id, "ends": " ".join(edge.ends), "className": classes, "later": edge.later}
    if edge.role != "exchange":
        style = {"color": palette["ink-soft"], "width": _WIDTHS.get(edge.role, _THIN)}
        yield _line(edge.id, [edge.path], {**style, "color": _CLEAR} if edge.role in _ASKED_FOR else style, meta)
        return
    pattern = PATTERNS[edge.kind]
    dash = ",".join(f"{length:g}px" for length in pattern.dash) or "solid"
    style = {"color": home_colour(palette, edge.home), "width": pattern.width, "dash": dash}
    yield _line(edge.id, [edge.path], style, meta)
    if pattern.core:
        core = {"color": palette["paper"], "width": pattern.core}
        yield _line(f"{edge.id} core", [edge.path], core, {**meta, "className": f"{classes} is-core"})


def _paint_bar(bar: HomeBar, palette: Palette) -> Iterable[go.Scatter]:
    style = {"color": home_colour(palette, bar.id), "width": _BAR_WIDTH}
    path = Path((bar.x, bar.top), ((bar.x, bar.bottom),))
    yield _line(f"bar {bar.id}", [path], style, {"mark": bar.id, "className": f"bar home-{bar.id}"})


def _line(uid: str, paths: Sequence[Path], style: Mapping[str, Any], meta: Mapping[str, Any]) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for path in paths:
        points = sample(path)
        xs += [*([None] if xs else []), *(round(x, _DECIMALS) for x, _ in points)]
        ys += [*([None] if ys else []), *(round(y, _DECIMALS) for _, y in points)]
    return go.Scatter(
        uid=uid, mode="lines", x=xs, y=ys, line={**style, "simplify": False}, hoverinfo="none", meta=dict(meta)
    )


# --- marks ----------------------------------------------------------------------------------------------------------


def _paint_arrows(view: NetworkView, palette: Palette) -> Iterable[go.Scatter]:
    points = arrow_points(view)
    if points:
        yield go.Scatter(
            uid="arrows",
            mode="markers",
            x=[x for x, _ in points],
            y=[y for _, y in points],
            marker={"symbol": "triangle-right", "size": 7, "color": palette["ink-soft"], "line": {"width": 0}},
            hoverinfo="skip",
            meta={"className": "arrows"},
        )


def _paint_nodes(nodes: Sequence[NetworkNode], palette: Palette) -> Iterable[go.Scatter]:
    if nodes:
        yield _points("nodes", nodes, [_MARKS[node.shape] for node in nodes], palette)
    partners = [node for node in nodes if node.kind == EntityKind.PARTNER]
    if partners:
        yield _points("pips", partners, [_PIP] * len(partners), palette)


def _points(uid: str, nodes: Sequence[NetworkNode], marks: Sequence[_Mark], palette: Palette) -> go.Scatter:
    inks = [_ink(node, palette) for node in nodes]
    hollow = [mark.is_hollow and node.standing != Standing.CURRENT for node, mark in zip(nodes, marks, strict=True)]
    return go.Scatter(
        uid=uid,
        ids=[node.id for node in nodes],
        mode="markers",
        x=[round(node.x, _DECIMALS) for node in nodes],
        y=[round(node.y, _DECIMALS) for node in nodes],
        marker={
            "symbol": [mark.symbol for mark in marks],
            "size": [round(mark.size * _scale(node), 1) for node, mark in zip(nodes, marks, strict=True)],
            "color": [palette["paper"] if empty else ink for empty, ink in zip(hollow, inks, strict=True)],
            "opacity": 1,
            "line": {"color": inks, "width": [_outline(node, mark) for node, mark in zip(nodes, marks, strict=True)]},
        },
        cliponaxis=False,
        hoverinfo="none",
        meta={"className": "marks"},
    )


def _outline(node: NetworkNode, mark: _Mark) -> float:
    return round(mark.outline * _scale(node), 2)


def _scale(node: NetworkNode) -> float:
    if node.is_part:
        return _PART_SCALE
    return _OTHER_SCALE if node.standing == Standing.OTHER else 1.0


def _ink(node: NetworkNode, palette: Palette) -> str:
    if node.kind == EntityKind.RIVER:
        return _CLEAR
    if node.kind == EntityKind.ACTIVITY:
        return palette.get(node.accent or "", palette["ink-soft"])
    if node.kind == EntityKind.PARTNER:
        return palette["gold"]
    return palette["ink"] if node.kind == EntityKind.VENUE else home_colour(palette, node.home)
