"""The filters of the explorer: plain ones of the page, which work at once, and Mantine's, which may take over."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
import htpy as h
from dash.development.base_component import Component

from dashboard.figures.palette import hue_class, hue_of
from dashboard.i18n import Texts
from dashboard.model import Dataset, EntityKind, in_language
from layouts.context import Page
from layouts.ids import Controls
from layouts.islands import Island, View

SCRIPTS = ("react.js", "react-dom.js", "prop-types.js", "mantine.js", "dash-renderer.js", "dash.js")
"""What Mantine's menus need, in this order; loaded when somebody reaches for a menu."""

_MOST_CHIPS = 6  # homes; more are a menu, and those that one switch hides

_FONT = "'BIZ UDPGothic', 'Kakehashi Names', system-ui, sans-serif"

Option = tuple[str, str]
"""A value and what a reader calls it."""


def filters(page: Page) -> h.Element:
    """The row of filters. ``assets/js/page/filters.js`` ties it to the state; without scripts it is not shown."""
    texts = page.texts
    chips, menu = _homes(page.dataset, texts)
    return h.section("#controls.controls", aria_label=texts("filters-label"))[
        h.form("#filters.filters", autocomplete="off", data_later_off=texts("filter-later-off"))[
            h.fieldset(".filter-chips")[
                h.legend(".visually-hidden")[texts("filter-home")],
                (_chip(page.dataset, value, name) for value, name in chips),
            ]
            if chips or not menu
            else None,
            _menu("home", texts("filter-more-homes" if chips else "filter-home"), menu, island=False) if menu else None,
            _menu("tie", texts("filter-tie"), _kinds(page.dataset, texts)),
            _menu("theme", texts("filter-theme"), _themes(page.dataset, texts)),
            _later(page),
            h.button("#filters-clear.filter-button", type="button", data_action="clear-filters")[
                texts("filters-clear")
            ],
            h.button("#share.filter-button", type="button", data_action="share")[texts("share")],
        ],
        h.div("#react-entry-point"),
    ]


def _later(page: Page) -> h.Node:
    """The switch for what only later sources say; where things are shown that only they name, the way back."""
    if page.scope:
        return [h.input(type="hidden", name="later", value="on"), _back(page)]
    return h.label(".filter-switch")[
        h.input(type="checkbox", role="switch", name="later", value="on", checked=True), page.texts("filter-later")
    ]


def _back(page: Page) -> h.Element:
    # With the query that holds there too: what is selected or chosen here may be named by later sources alone.
    return h.a(".filter-button.filter-link", href=page.path(), data_follows="theme q pane")[
        page.texts("filter-documented")
    ]


def plain_tools(page: Page) -> h.Element:
    """What stands in their place where no scripts run: a switch that the style sheet obeys, and the link to share."""
    texts = page.texts
    return h.noscript[
        h.div(".filters.plain-tools")[
            _back(page)
            if page.scope
            else h.label(".filter-switch")[
                h.input("#plain-later", type="checkbox", role="switch", checked=True, autocomplete="off"),
                texts("filter-later"),
            ],
            h.p[texts("plain-share"), " ", h.a(href=page.explorer)[texts("plain-link")]],
        ]
    ]


def _chip(dataset: Dataset, value: str, name: str) -> h.Element:
    return h.label(class_=f"filter-chip home-{value}{hue_class(hue_of(value, dataset))}")[
        h.input(type="checkbox", name="home", value=value), name
    ]


def _menu(key: str, label: str, options: Sequence[Option], *, island: bool = True) -> h.Element:
    return h.div(".filter-menu", data_filter=key)[
        h.details[
            h.summary[h.span[label]],
            h.fieldset(".filter-options")[
                h.legend(".visually-hidden")[label],
                (h.label[h.input(type="checkbox", name=key, value=value), h.span[name]] for value, name in options),
            ],
        ],
        h.div(data_island=f"filter-{key}") if island else None,
    ]


def components(dataset: Dataset, texts: Texts) -> list[Component]:
    """The Dash layout of the explorer: its view, and a menu of Mantine's for each plain one."""
    menus = (
        (Controls.TIE, texts("filter-tie"), _kinds(dataset, texts)),
        (Controls.THEME, texts("filter-theme"), _themes(dataset, texts)),
    )
    theme = {"fontFamily": _FONT, "primaryColor": "dark", "defaultRadius": "sm", "respectReducedMotion": True}
    islands = [Island(key.value, _multi_select(key, label, options)) for key, label, options in menus]
    return [View(), dmc.MantineProvider(islands, id=Controls.PROVIDER, theme=theme)]


def _multi_select(key: Controls, label: str, options: Sequence[Option]) -> Component:
    return dmc.MultiSelect(  # type: ignore[no-any-return]  # dmc has no types
        id=key,
        data=[{"value": value, "label": text} for value, text in options],
        value=[],
        placeholder=label,
        hidePickedOptions=False,
        maxDropdownHeight=440,
        comboboxProps={"withinPortal": False},  # the choices stay in the landmark that they belong to
        **{"aria-label": label},
    )


def _homes(dataset: Dataset, texts: Texts) -> tuple[list[Option], list[Option]]:
    """The homes that have a chip each, and those in a menu."""
    homes = dataset.of_kind(EntityKind.HOME)
    base = {home.id for home in homes if not home.later}
    named = [(home.id, in_language(home.names, texts.language.code)) for home in homes]
    chips = [option for option in named if option[0] in base] if len(base) <= _MOST_CHIPS else []
    return chips, [option for option in named if option not in chips]


def _kinds(dataset: Dataset, texts: Texts) -> list[Option]:
    return [(kind.id, in_language(kind.names, texts.language.code)) for kind in dataset.kinds_in_use]


def _themes(dataset: Dataset, texts: Texts) -> list[Option]:
    return [(theme.id, in_language(theme.names, texts.language.code)) for theme in dataset.themes]
