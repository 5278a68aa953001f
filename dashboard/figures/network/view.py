"""Computes the network: what stands where, how lines lead, what is read where there is no room for names."""

from __future__ import annotations

from dashboard.figures.network.callouts import draw_callouts
from dashboard.figures.network.edges import draw_edges, draw_grounds
from dashboard.figures.network.line_labels import draw_gaps, draw_rail_labels, draw_tie_labels
from dashboard.figures.network.nodes import draw_bars, draw_nodes
from dashboard.figures.network.plan import Plan
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.wording import describe_network, head_columns, list_legend
from dashboard.i18n import Texts
from dashboard.model import Dataset


def compute_network_view(dataset: Dataset, language: str, texts: Texts, *, is_headed: bool = True) -> NetworkView:
    """The network of a data set in one language.

    Args:
        dataset: what to show; without entities the view has no nodes and its ``alt`` says so.
        language: code of the language of names.
        texts: the catalogue's texts in that language.
        is_headed: whether its columns have headings.
    """
    plan = Plan(dataset, language, texts, is_headed=is_headed)
    edges = tuple(draw_edges(plan))
    return NetworkView(
        language=language,
        nodes=tuple(draw_nodes(plan)),
        edges=edges,
        grounds=tuple(draw_grounds(plan, edges)),
        tie_labels=tuple(draw_tie_labels(plan)),
        rail_labels=tuple(draw_rail_labels(plan)),
        gaps=tuple(draw_gaps(plan)),
        bars=tuple(draw_bars(plan)),
        callouts=tuple(draw_callouts(plan)),
        headings=tuple(head_columns({spot.column for spot in plan.positions.spots.values()}, texts))
        if is_headed
        else (),
        legend=tuple(list_legend(dataset, texts, language)),
        lines=plan.positions.lines,
        alt=describe_network(dataset, texts),
    )
