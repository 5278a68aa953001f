"""The explorer: list, map, network and card on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import htpy as h
from markupsafe import Markup

from dashboard.figures.map_view import compute_map_view
from dashboard.figures.network_view import compute_network_view
from dashboard.model import in_language
from layouts import shell
from layouts.context import Page
from layouts.ids import Controls
from layouts.page_index import compute_page_index
from layouts.panels import beyond
from layouts.panels.card import card, card_templates
from layouts.panels.listing import dashed, listing
from layouts.panels.pictures import map_panel, network_panel


LATER_SCRIPTS = (
    "react.js",
    "react-dom.js",
    "prop-types.js",
    "mantine.js",
    "controls.js",
    "dash-renderer.js",
    "plotly.js",
    "pictures.js",
)


@dataclass(frozen=True)
class FixedParts:
    """What every view of the explorer has in common in one language: painted once for each edition of the data."""

    map_panel: Markup
    network_panel: Markup
    cards: Markup
    below: Markup
    index: Markup


def paint_fixed_parts(page: Page) -> FixedParts:
    """Paint everything that does not depend on what the address asks for."""
    code = page.language.code
    return FixedParts(
        map_panel=_painted(map_panel(page, compute_map_view(page.dataset, code, page.texts))),
        network_panel=_painted(network_panel(page, compute_network_view(page.dataset, code, page.texts))),
        cards=_painted(h.div("#cards", hidden=True)[card_templates(page)]),
        below=_painted(h.fragment[beyond.compare_panel(page), beyond.timeline_panel(page)]),
        index=_painted(shell.json_block("index", compute_page_index(page))),
    )


def _painted(content: h.Renderable) -> Markup:
    return Markup(str(content))  # noqa: S704 - htpy has escaped what it renders


def explore(
    page: Page, fixed: FixedParts, *, dash_config: Mapping[str, object], figures: Mapping[str, str]
) -> str:
    """The explorer as a whole HTML document.

    Args:
        page: the page that is asked for.
        fixed: from ``paint_fixed_parts`` of the same data and language.
        dash_config: what Dash's renderer must know to fetch the controls.
        figures: where the browser finds the Plotly figures, by appearance.
    """
    selected = page.state.select
    body = [
        shell.masthead(page, tools=_search(page)),
        _notice(page),
        h.div("#controls.controls", role="group", aria_label=page.texts("filters-label"))[
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
    data = [
        fixed.index,
        shell.json_block("_dash-config", dash_config),
        shell.json_block("later", _later(page, figures)),
    ]
    title = page.label(selected) if selected else ""
    return shell.document(page, title=title, body=body, data=data, summary=_summary(page), styles=_show_selected(page))


def _show_selected(page: Page) -> str:
    """A rule that shows the selection on map and network until the scripts do, and to readers without scripts."""
    selected = page.state.select
    return f'body:not([data-live]) .stage a[data-mark="{selected}"]{{background:var(--selected)}}' if selected else ""


def _summary(page: Page) -> str:
    entity = page.dataset.entity.get(page.state.select)
    return in_language(entity.summary, page.language.code) if entity else ""


def _later(page: Page, figures: Mapping[str, str]) -> dict[str, object]:
    """What is loaded when the page can be read: scripts in their order, figures, and what bindings must know."""
    return {
        "scripts": [page.front_end.url(name) for name in LATER_SCRIPTS],
        "figures": figures,
        "topojson": page.front_end.url("topojson"),
        "ids": {control.name.lower(): control.value for control in Controls},
    }


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


