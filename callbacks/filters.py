"""The Mantine menus of the explorer: what they do is declared here and happens in the browser."""

from __future__ import annotations

from collections.abc import Callable
from pkgutil import resolve_name

from dash import ClientsideFunction, Input, Output
from dash.development.base_component import Component

from callbacks.site import Site
from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from layouts.documents import ALL
from layouts.ids import VIEW, Controls

_NAMESPACE = "kakehashi"
_COMPONENTS = "layouts.explore.controls:components"  # loaded when asked for: Mantine takes most of a second


def add_filters(site: Site, catalogue: Catalogue, dataset: Callable[[], Dataset]) -> None:
    """Show the menus on the explorer.

    Args:
        site: the program's Dash app.
        catalogue: the texts.
        dataset: gives the data set of the moment, since the tables may change while the program runs.
    """

    def layout(language: str) -> list[Component]:
        components: Callable[..., list[Component]] = resolve_name(_COMPONENTS)
        return components(dataset(), catalogue.texts(language))

    for name in ("", ALL):
        site.show(name, layout)
    declare: Callable[..., None] = site.clientside_callback
    declare(
        ClientsideFunction(_NAMESPACE, "show"),
        Output(Controls.TIE, "value"),
        Output(Controls.THEME, "value"),
        Input(VIEW, "state"),
        prevent_initial_call=True,
    )
    declare(
        ClientsideFunction(_NAMESPACE, "choose"),
        Output(VIEW, "action"),
        Input(Controls.TIE, "value"),
        Input(Controls.THEME, "value"),
        prevent_initial_call=True,
    )
    declare(
        ClientsideFunction(_NAMESPACE, "colour"),
        Output(Controls.PROVIDER, "forceColorScheme"),
        Input(VIEW, "theme"),
    )
