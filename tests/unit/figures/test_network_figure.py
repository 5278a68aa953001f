"""The network as a Plotly figure."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go
import pytest

from dashboard.figures.map.records import PATTERNS
from dashboard.figures.network.plotly import paint_network_figure
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.view import compute_network_view
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Catalogue
from dashboard.model import Dataset


@pytest.fixture(scope="module")
def view(content: Dataset, catalogue: Catalogue) -> NetworkView:
    return compute_network_view(content, "ja", catalogue.texts("ja"))


@pytest.fixture(scope="module")
def figure(view: NetworkView) -> go.Figure:
    return paint_network_figure(view, PALETTES["light"])


def trace_of(figure: go.Figure, uid: str) -> go.Scatter:
    return next(trace for trace in figure.data if trace.uid == uid)


def test_marks_stand_where_the_view_puts_them(figure: go.Figure, view: NetworkView) -> None:
    nodes = trace_of(figure, "nodes")
    drawn = dict(zip(nodes.ids, zip(nodes.x, nodes.y, strict=True), strict=True))
    expected = {node.id: (node.x, node.y) for node in view.nodes if node.kind not in ("home", "country")}
    assert drawn == {key: pytest.approx(point, abs=1e-4) for key, point in expected.items()}


def test_every_tie_that_the_picture_draws_has_a_trace_that_says_which_it_is(
    figure: go.Figure, view: NetworkView
) -> None:
    marked = Counter(trace.meta["mark"] for trace in figure.data if "ends" in (trace.meta or {}))
    doubled = {edge.id for edge in view.edges if edge.role == "exchange" and PATTERNS[edge.kind].core}
    assert marked == {edge.id: 2 if edge.id in doubled else 1 for edge in view.edges}
    for edge in view.edges:
        trace = trace_of(figure, edge.id)
        assert (trace.meta["mark"], trace.meta["ends"]) == (edge.id, " ".join(edge.ends))
        assert (trace.x[0], trace.y[0]) == pytest.approx(edge.path.start, abs=1e-4)
        assert (trace.x[-1], trace.y[-1]) == pytest.approx(edge.path.end, abs=1e-4)


def test_exchange_ties_have_the_widths_and_patterns_of_their_kinds(figure: go.Figure, view: NetworkView) -> None:
    for edge in (edge for edge in view.edges if edge.role == "exchange"):
        line = trace_of(figure, edge.id).line
        assert line.width == PATTERNS[edge.kind].width
        assert (line.dash == "solid") == (not PATTERNS[edge.kind].dash)
        assert line.color == PALETTES["light"][f"home-{edge.home}"]


def test_the_axes_are_the_stage_with_y_downwards_and_nothing_else_is_drawn(figure: go.Figure) -> None:
    layout = figure.layout
    assert (layout.xaxis.range, layout.yaxis.range) == ((0, 1), (1, 0))
    assert not layout.xaxis.visible and not layout.yaxis.visible and not layout.showlegend
    assert (layout.margin.l, layout.margin.r, layout.margin.t, layout.margin.b) == (0, 0, 0, 0)
    assert layout.dragmode is False and layout.xaxis.fixedrange and layout.yaxis.fixedrange
    assert all(trace.hoverinfo in ("none", "skip") and not trace.text for trace in figure.data)


def test_uids_are_unique(figure: go.Figure) -> None:
    uids = [trace.uid for trace in figure.data]
    assert len(set(uids)) == len(uids)


def test_the_dark_palette_changes_colours_only(figure: go.Figure, view: NetworkView) -> None:
    dark = paint_network_figure(view, PALETTES["dark"])
    assert [trace.uid for trace in dark.data] == [trace.uid for trace in figure.data]
    assert trace_of(dark, "pips").marker.color != trace_of(figure, "pips").marker.color
    assert trace_of(dark, "nodes").x == trace_of(figure, "nodes").x


def test_an_empty_view_gives_a_figure_without_traces(catalogue: Catalogue) -> None:
    empty = compute_network_view(Dataset(), "en", catalogue.texts("en"))
    assert paint_network_figure(empty, PALETTES["light"]).data == ()
