"""The explorer: list, map, network and card on one page."""

from __future__ import annotations

import htpy as h

from layouts import shell
from layouts.card.content import card
from layouts.context import Page
from layouts.explore import beyond
from layouts.explore.controls import SCRIPTS, filters, plain_tools
from layouts.explore.listing import listing
from layouts.fixed_parts import FixedParts
from layouts.wiring import later_block, renderer_config

WAKING = {
    "controls": SCRIPTS,
    "map": ("plotly.js", "pictures.js"),
}
"""What somebody may reach for, and the scripts that it needs, in their order; none is loaded before.

In a copy nobody answers Dash: the plain menus stay.
"""


def explore(page: Page, fixed: FixedParts) -> str:
    """The explorer as a whole HTML document.

    Args:
        page: the page that is asked for.
        fixed: from ``paint_fixed_parts`` of the same data and language.
    """
    body: list[h.Node] = [
        shell.masthead(page, tools=_search(page)),
        h.p("#notice.notice", role="status", hidden=True),
        filters(page),
        plain_tools(page),
        h.main("#main.explore")[listing(page), fixed.map_panel, fixed.network_panel, card(page)],
        h.div(".beyond")[beyond.path_panel(page), fixed.below],
        _tabs(page),
        shell.footer(page),
        h.div("#live.visually-hidden", role="status", aria_live="polite"),
    ]
    data: list[h.Node] = [
        fixed.index,
        None if page.is_copy else shell.json_block("_dash-config", renderer_config(_folder(page))),
        shell.json_block("later", later_block(page, WAKING | {"controls": ()} if page.is_copy else WAKING)),
    ]
    return shell.document(page, title="", body=body, data=data)


def _folder(page: Page) -> str:
    """Where the renderer asks."""
    return f"{page.explorer.rstrip('/')}/"


def _search(page: Page) -> h.Element:
    return h.form("#search.search", role="search", method="get", action=page.explorer)[
        h.label(".visually-hidden", for_="q")[page.texts("search-label")],
        h.input(
            id="q",
            type="search",
            name="q",
            maxlength="80",
            placeholder=page.texts("search-placeholder"),
            autocomplete="off",
            spellcheck="false",
            enterkeyhint="search",
        ),
    ]


def _tabs(page: Page) -> h.Element:
    """On a phone: list, map and network one tap away, the filters, and the link to this view."""
    return h.nav(".tabs", aria_label=page.texts("tabs-label"))[
        (
            h.a(href=f"#{name}", data_pane=name, aria_current="true" if name == "list" else None)[
                page.texts(f"{name}-tab")
            ]
            for name in ("list", "map", "network")
        ),
        h.button(type="button", data_action="toggle-filters", aria_expanded="false", aria_controls="controls")[
            page.texts("filters-tab")
        ],
        h.button(type="button", data_action="share")[page.texts("share")],
    ]
