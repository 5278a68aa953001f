"""The poster: map and network of everything, with every name, on one sheet of A3 that can be enlarged to A1."""

from __future__ import annotations

from dashboard.exports.sheets.legend import Entry, draw_column, list_map_legend, list_network_legend, measure_column
from dashboard.exports.sheets.paper import GAP, Paper
from dashboard.exports.sheets.records import Box, Sheet
from dashboard.exports.sheets.register import draw_register
from dashboard.exports.sheets.stop import Binder
from dashboard.stories.lit_views import explain_network

_LEAST_MAP = 900.0


def draw_poster(binder: Binder) -> Sheet:
    """Everything of a data set on one page."""
    paper = Paper(binder, 297, 420, margin=115.0, title=132.0, text=50.0, code=230.0)
    inner = paper.inner
    entries = _list_legend(paper)
    wide = max((entry.width for entry in entries), default=0.0)
    high = max(_LEAST_MAP, measure_column(entries))
    box = Box(inner.left, paper.head.bottom + GAP, inner.width - wide - 1.5 * GAP, high)
    legend = draw_column(entries, (inner.right - wide, box.top), binder.texts)
    top = box.bottom + GAP
    register = draw_register(
        binder.dataset, binder.network_view, binder.texts, Box(inner.left, top, inner.width, inner.bottom - GAP - top)
    )
    return paper.bind((paper.draw_map(box), legend, register.picture), register.passages)


def _list_legend(paper: Paper) -> tuple[Entry, ...]:
    """What map and network show, each once."""
    network = list_network_legend(explain_network(paper.binder.network_view, paper.focus), paper.binder.texts)
    said = {entry.text for entry in network}
    return (*list_map_legend(line for line in paper.legend if line.text not in said), *network)
