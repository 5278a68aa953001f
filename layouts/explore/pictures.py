"""Map and network: the server's pictures, the labels over them, and their legends."""

from __future__ import annotations

import htpy as h
from markupsafe import Markup

from dashboard.figures.map.svg import frame_style, paint_labels, paint_legend, paint_lens, paint_map
from dashboard.figures.map.view import MapView
from dashboard.figures.network.records import FoldedNetwork, NetworkGroup, NetworkView
from dashboard.figures.network.svg import paint_network, paint_network_labels, paint_network_legend, paint_shapes
from layouts.context import Page
from layouts.network_groups import network_groups, way_to_later

_ZOOM_ICONS = {
    "in": "M10 4V16M4 10H16",
    "out": "M4 10H16",
    "reset": "M4 8V4H8M12 4H16V8M16 12V16H12M8 16H4V12",
}
_MOVE_ICONS = {
    "up": "M5 12L10 7L15 12",
    "left": "M12 5L7 10L12 15",
    "right": "M8 5L13 10L8 15",
    "down": "M5 8L10 13L15 8",
}


def map_panel(page: Page, view: MapView) -> h.Element:
    """The map: Plotly's place below, the server's picture, the labels, the lens on Japan, the legend."""
    return h.section("#map.panel.panel-map", data_view="map", aria_labelledby="map-heading")[
        _heading(page, "map"),
        h.p("#map-alt.visually-hidden")[view.alt],
        h.div(f"#map-stage.stage.map-stage{'.is-busy' if view.is_busy else ''}", style=frame_style(view.frame))[
            h.div("#map-plot.plot", aria_hidden="true"),
            paint_map(view),
            paint_labels(view, link=page.card),
            paint_lens(view, page.texts, link=page.card),
            _zoom_buttons(page),
        ],
        _legend(page, paint_legend(view, page.texts)),
    ]


def network_panel(page: Page, network: FoldedNetwork) -> h.Element:
    """The network, read from left to right; what has no room at once below it, folded.

    The script puts the button into the box of what is selected.
    """
    heading, way = _heading(page, "network"), way_to_later(page, network)
    stage = _network_stage(page, network.rails)
    if network.groups:
        stage = h.div(".network-scroller")[
            paint_shapes() if network.rails.is_empty else stage,
            network_groups(page, network, lambda group: _group_stage(page, group)),
        ]
    return h.section("#network.panel.panel-network", data_view="network", aria_labelledby="network-heading")[
        h.div(".panel-top")[heading, way] if way else heading,
        h.p("#network-alt.visually-hidden")[network.alt],
        stage,
        _legend(page, paint_network_legend(network.rails.model_copy(update={"legend": network.legend}), page.texts)),
    ]


def _network_stage(page: Page, view: NetworkView) -> h.Element:
    return h.div("#network-stage.stage.stage-network")[
        paint_network(view, page.texts, link=page.card),
        paint_network_labels(view, page.texts, link=page.card),
        h.button("#callout-close.icon-button.callout-close", type="button", hidden=True)[
            h.span(aria_hidden="true")["×"], h.span(".visually-hidden")[page.texts("callout-close")]
        ],
    ]


def _group_stage(page: Page, group: NetworkGroup) -> h.Element:
    return h.div(".stage.stage-network", style=f"--lines:{group.view.lines}")[
        paint_network(group.view, page.texts, link=page.card),
        paint_network_labels(group.view, page.texts, link=page.card, has_symbols=False),
    ]


def _heading(page: Page, pane: str) -> h.Element:
    return h.h2(f"#{pane}-heading.panel-heading")[page.texts(f"{pane}-heading")]


def _legend(page: Page, content: Markup) -> h.Element | None:
    """The legend, opened where there is room for it and by a tap where there is not."""
    return h.details(".legend")[h.summary[page.texts("legend-heading")], content] if content else None


def _zoom_buttons(page: Page) -> h.Element:
    """Zooming and moving without a wheel, two fingers or dragging; the first of them wakes Plotly."""
    return h.div(".zoom", role="group", aria_label=page.texts("zoom-label"))[
        (_map_button(page, f"zoom-{action}", icon) for action, icon in _ZOOM_ICONS.items()),
        (_map_button(page, f"move-{way}", icon) for way, icon in _MOVE_ICONS.items()),
    ]


def _map_button(page: Page, action: str, icon: str) -> h.Element:
    return h.button(".icon-button", type="button", data_action=action, aria_label=page.texts(action))[
        h.svg(viewBox="0 0 20 20", width="20", height="20", aria_hidden="true", focusable="false")[h.path(d=icon)]
    ]
