"""The explorer: list, map, network and card on one page."""

from __future__ import annotations

import htpy as h

from dashboard.model import in_language
from dashboard.stories.focus import Focuser
from layouts import shell
from layouts.card.content import card
from layouts.context import Page
from layouts.explore import beyond
from layouts.explore.listing import dashed, listing
from layouts.fixed_parts import FixedParts
from layouts.wiring import Wiring, later_block

LATER_SCRIPTS = (
    "react.js",
    "react-dom.js",
    "prop-types.js",
    "mantine.js",
    "dash-renderer.js",
    "controls.js",
    "plotly.js",
    "pictures.js",
)


def explore(page: Page, fixed: FixedParts, wiring: Wiring) -> str:
    """The explorer as a whole HTML document.

    Args:
        page: the page that is asked for.
        fixed: from ``paint_fixed_parts`` of the same data and language.
        wiring: what the scripts are told.
    """
    selected = page.state.select
    body: list[h.Node] = [
        shell.masthead(page, tools=_search(page)),
        _notice(page),
        h.section("#controls.controls", aria_label=page.texts("filters-label"))[
            h.div("#react-entry-point"),
            _plain_filters(page),
        ],
        h.main("#main.explore")[listing(page), fixed.map_panel, fixed.network_panel, card(page)],
        h.div(".beyond")[beyond.path_panel(page), fixed.below],
        _tabs(page),
        shell.footer(page),
        h.div("#live.visually-hidden", role="status", aria_live="polite"),
        fixed.cards,
    ]
    data: list[h.Node] = [
        fixed.index,
        shell.json_block("_dash-config", wiring.dash_config),
        shell.json_block("later", later_block(page, wiring, LATER_SCRIPTS)),
    ]
    title = page.label(selected) if selected else ""
    return shell.document(page, title=title, body=body, data=data, summary=_summary(page), styles=_show_selected(page))


def _show_selected(page: Page) -> str:
    """Rules that show the selection on map and network until the scripts do, and to readers without scripts."""
    selected = page.state.select
    if not selected:
        return ""
    lit = ",".join(f'[data-mark="{key}"]' for key in (selected, *sorted(Focuser(page.dataset).near(selected))))
    stage = "body:not([data-live]) .stage"
    return (
        f'{stage} a[data-mark="{selected}"]{{background:var(--selected)}}'
        f"{stage} :is(.curve,.area,.marker,.edge.exchange,.bar,.node:not(.label)):not({lit}){{opacity:.26}}"
    )


def _summary(page: Page) -> str:
    entity = page.dataset.entity.get(page.state.select)
    return in_language(entity.summary, page.language.code) if entity else ""


def _search(page: Page) -> h.Element:
    return h.form("#search.search", role="search", method="get", action=page.path())[
        h.label(".visually-hidden", for_="q")[page.texts("search-label")],
        h.input(
            id="q",
            type="search",
            name="q",
            value=page.state.q,
            maxlength="80",
            placeholder=page.texts("search-placeholder"),
            autocomplete="off",
            spellcheck="false",
            enterkeyhint="search",
        ),
    ]


def _notice(page: Page) -> h.Element:
    """A quiet word about what the address asked for and nobody knows."""
    return h.p("#notice.notice", role="status", hidden=not page.unknown)[
        page.texts("notice-unknown") if page.unknown else ""
    ]


def _plain_filters(page: Page) -> h.Element:
    """Filters as a plain form, until the Mantine controls are there or for readers without scripts."""
    state = page.state
    themes = [(theme.id, in_language(theme.names, page.language.code)) for theme in page.dataset.themes]
    kinds = sorted({tie.kind for tie in page.dataset.exchange_ties})
    homes = [(home.id, page.name(home.id)) for home in page.dataset.entities if home.kind == "home"]
    ties = [(kind.value, page.texts(f"tie-kind-{dashed(kind)}")) for kind in kinds]
    return h.form("#plain-filters.plain-filters", method="get", action=page.path())[
        _plain_select(page, "home", homes, state.home),
        _plain_select(page, "tie", ties, state.tie),
        _plain_select(page, "theme", themes, state.theme),
        h.button(".button", type="submit")[page.texts("filters-apply")],
        h.a(".link-button", href=page.path())[page.texts("filters-clear")],
    ]


def _plain_select(page: Page, name: str, options: list[tuple[str, str]], chosen: tuple[str, ...]) -> h.Element:
    return h.label(".field")[
        h.span(".visually-hidden")[page.texts(f"filter-{name}")],
        h.select(name=name)[
            h.option(value="")[page.texts(f"filter-{name}")],
            (h.option(value=value, selected=value in chosen)[label] for value, label in options),
        ],
    ]


def _tabs(page: Page) -> h.Element:
    """On a phone: list, map and network one tap away, and the filters."""
    pane = page.state.pane or "list"
    return h.nav(".tabs", aria_label=page.texts("tabs-label"))[
        (
            h.a(href=page.link(pane=name), data_pane=name, aria_current="true" if name == pane else None)[
                page.texts(f"{name}-tab")
            ]
            for name in ("list", "map", "network")
        ),
        h.button(type="button", data_action="toggle-filters", aria_expanded="false", aria_controls="controls")[
            page.texts("filters-tab")
        ],
    ]
