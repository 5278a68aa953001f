"""The two Plotly figures as JSON, one body for each appearance."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figures.map.plotly import figure_json, paint_map_figure
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.network.plotly import paint_network_figure
from dashboard.figures.network.view import compute_network_view
from dashboard.figures.palette import PALETTES, Palette
from dashboard.i18n import Texts
from dashboard.model import Dataset

APPEARANCES: Mapping[str, Palette] = dict(PALETTES.items())
"""The palettes by their names, which are also the names of appearances in addresses."""


def figures_body(dataset: Dataset, texts: Texts, appearance: str) -> str:
    """``{"map": figure, "network": figure}``; the figures hold no words, so that one body serves all languages."""
    palette = APPEARANCES[appearance]
    code = texts.language.code
    map_figure = paint_map_figure(compute_map_view(dataset, code, texts), palette)
    network_figure = paint_network_figure(compute_network_view(dataset, code, texts), palette)
    return f'{{"map":{figure_json(map_figure)},"network":{figure_json(network_figure)}}}'
