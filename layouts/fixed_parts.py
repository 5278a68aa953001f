"""What every view of the program has in common in one language, painted once for each edition of the data."""

from __future__ import annotations

from dataclasses import dataclass

import htpy as h
from markupsafe import Markup

from dashboard.figures.map.view import MapView, compute_map_view
from dashboard.figures.network.groups import fold_network
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.view import compute_network_view
from layouts import shell
from layouts.context import Page
from layouts.explore import beyond
from layouts.explore.pictures import map_panel, network_panel
from layouts.page_index import compute_page_index


@dataclass(frozen=True, eq=False)
class FixedParts:
    """Markup that depends on the data and the language alone, and the views that it was painted from."""

    map_panel: Markup
    network_panel: Markup
    below: Markup
    index: Markup
    map_view: MapView
    network_view: NetworkView  # of what is drawn at once, else of all


def paint_fixed_parts(page: Page) -> FixedParts:
    """Paint everything that does not depend on what the address asks for."""
    code = page.language.code
    map_view = compute_map_view(page.dataset, code, page.texts)
    network = fold_network(page.dataset, code, page.texts)
    return FixedParts(
        map_panel=_painted(map_panel(page, map_view)),
        network_panel=_painted(network_panel(page, network)),
        below=_painted(h.fragment[beyond.compare_panel(page), beyond.timeline_panel(page)]),
        index=_painted(shell.json_block("index", compute_page_index(page))),
        map_view=map_view,
        network_view=compute_network_view(page.dataset, code, page.texts) if network.rails.is_empty else network.rails,
    )


def _painted(content: h.Renderable) -> Markup:
    return Markup(str(content))  # noqa: S704 - htpy has escaped what it renders
