"""The two Plotly figures as JSON, one body for each appearance."""

from __future__ import annotations


from dashboard.figures.map_figure import figure_json, paint_map_figure
from dashboard.figures.map_view import compute_map_view
from dashboard.figures.network_figure import paint_network_figure
from dashboard.figures.network_view import compute_network_view
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Texts
from dashboard.model import Dataset

APPEARANCES = tuple(PALETTES)


def figures_body(dataset: Dataset, texts: Texts, appearance: str) -> str:
    """``{"map": figure, "network": figure}``; the figures hold no words, so that one body serves all languages."""
    palette = PALETTES[appearance]
    code = texts.language.code
    map_figure = paint_map_figure(compute_map_view(dataset, code, texts), palette)
    network_figure = paint_network_figure(compute_network_view(dataset, code, texts), palette)
    return f'{{"map":{figure_json(map_figure)},"network":{figure_json(network_figure)}}}'


def is_appearance(name: str) -> bool:
    """Whether there is a palette of that name."""
    return name in PALETTES


