"""Map and network: the server's pictures, the labels over them, and their legends."""

from __future__ import annotations

import htpy as h
from markupsafe import Markup

from dashboard.figures.map.svg import frame_style, paint_labels, paint_legend, paint_lens, paint_map
from dashboard.figures.map.view import MapView
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.svg import paint_network, paint_network_labels, paint_network_legend
from layouts.context import Page

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
        h.div("#map-stage.stage.map-stage", style=frame_style(view.frame))[
            h.div("#map-plot.plot", aria_hidden="true"),
            paint_map(view),
            paint_labels(view, link=page.card),
            paint_lens(view, page.texts, link=page.card),
            _zoom_buttons(page),
        ],
        _legend(page, paint_legend(view, page.texts)),
    ]


def network_panel(page: Page, view: NetworkView) -> h.Element:
    """The network, read from left to right; the script puts the button into the box of what is selected."""
    return h.section("#network.panel.panel-network", data_view="network", aria_labelledby="network-heading")[
        _heading(page, "network"),
        h.p("#network-alt.visually-hidden")[view.alt],
        h.div("#network-stage.stage.stage-network")[
            paint_network(view, page.texts, link=page.card),
            paint_network_labels(view, page.texts, link=page.card),
            h.button("#callout-close.icon-button.callout-close", type="button", hidden=True)[
                h.span(aria_hidden="true")["×"], h.span(".visually-hidden")[page.texts("callout-close")]
            ],
        ],
        _legend(page, paint_network_legend(view, page.texts)),
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
