"""Map and network of the touch screen: the server's pictures alone, and nothing on them that is too small to touch."""

from __future__ import annotations

from itertools import pairwise

import htpy as h

from dashboard.figures.map.svg import frame_style, paint_labels, paint_legend, paint_lens, paint_map
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.network.groups import fold_network
from dashboard.figures.network.records import FoldedNetwork, NetworkGroup, NetworkView, RailLabel
from dashboard.figures.network.svg import paint_network, paint_network_labels, paint_network_legend, paint_shapes
from layouts.context import Page
from layouts.network_groups import network_groups


def map_panel(page: Page) -> h.Element:
    """The map with its legend on it; names are the targets."""
    view = compute_map_view(page.dataset, page.language.code, page.texts)
    return h.section("#map.panel.panel-map", data_view="map", aria_labelledby="map-heading")[
        h.h2("#map-heading.visually-hidden")[page.texts("map-heading")],
        h.p("#map-alt.visually-hidden")[view.alt],
        h.div(f"#map-stage.stage.map-stage{'.is-busy' if view.is_busy else ''}", style=frame_style(view.frame))[
            paint_map(view), paint_labels(view), paint_lens(view, page.texts)
        ],
        paint_legend(view, page.texts),
    ]


def network_panel(page: Page) -> h.Element:
    """The network; its stage says how high it must be at least, so that no two rows share a target."""
    network = fold_network(page.dataset, page.language.code, page.texts)
    rails = _fit_for_fingers(network.rails)
    return h.section("#network.panel.panel-network", data_view="network", aria_labelledby="network-heading")[
        h.h2("#network-heading.visually-hidden")[page.texts("network-heading")],
        h.p("#network-alt.visually-hidden")[network.alt],
        h.div("#network-scroller.scroller", tabindex="-1")[
            paint_shapes()
            if network.groups and rails.is_empty
            else h.div("#network-stage.stage.stage-network", style=f"--rows:{count_rows(rails):.2f}")[
                paint_network(rails, page.texts), paint_network_labels(rails, page.texts)
            ],
            network_groups(page, network, lambda group: _group_stage(page, group)),
        ],
        paint_network_legend(_without_lines(network), page.texts),
    ]


def _group_stage(page: Page, group: NetworkGroup) -> h.Element:
    view = _fit_for_fingers(group.view)
    return h.div(".stage.stage-network", style=f"--rows:{count_rows(view) + 1:.2f}")[
        paint_network(view, page.texts), paint_network_labels(view, page.texts, has_symbols=False)
    ]


def count_rows(view: NetworkView) -> float:
    """How many targets high the stage must be, so that one fits into the narrowest gap between names; at least 1."""
    places: dict[tuple[str, str], list[float]] = {}
    for node in view.nodes:
        if node.side in ("before", "after"):
            places.setdefault((node.column, node.side), []).append(node.y)
    gaps = [high - low for column in places.values() for low, high in pairwise(sorted(column)) if high > low]
    return max(1.0, 1 / min(gaps)) if gaps else 1.0


def _without_lines(network: FoldedNetwork) -> NetworkView:
    """With a legend of shapes and colours only: what a line means is written on it."""
    legend = tuple(each for each in network.legend if each.mark in ("shape", "accent"))
    return network.rails.model_copy(update={"legend": legend})


def _fit_for_fingers(view: NetworkView) -> NetworkView:
    """Without callouts, for the card says the same; words on lines are read, not touched."""
    words = (RailLabel(hue=tie.hue, text=tie.text, x=tie.x, y=tie.y) for tie in view.tie_labels if tie.is_open)
    return view.model_copy(update={"callouts": (), "tie_labels": (), "rail_labels": (*view.rail_labels, *words)})
