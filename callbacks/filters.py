"""The Mantine controls of the explorer: what they do is declared here and happens in the browser."""

from __future__ import annotations

from collections.abc import Callable

from dash import ClientsideFunction, Input
from dash.development.base_component import Component

from callbacks.site import Site
from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from layouts.explore.controls import controls
from layouts.ids import Controls

_NAMESPACE = "kakehashi"


def add_filters(site: Site, catalogue: Catalogue, dataset: Callable[[], Dataset]) -> None:
    """Show the controls on the explorer.

    Args:
        site: the program's Dash app.
        catalogue: the texts.
        dataset: gives the data set of the moment, since the tables may change while the program runs.
    """

    def layout(language: str) -> Component:
        return controls(dataset(), catalogue.texts(language))  # type: ignore[no-any-return]  # dmc has no types

    site.show("", layout)
    _declare(site)


def _declare(site: Site) -> None:
    declare: Callable[..., None] = site.clientside_callback
    declare(
        ClientsideFunction(_NAMESPACE, "filter"),
        Input(Controls.HOME, "value"),
        Input(Controls.TIE, "value"),
        Input(Controls.THEME, "value"),
        Input(Controls.LATER, "checked"),
        prevent_initial_call=True,
    )
    for button, function in ((Controls.CLEAR, "clear"), (Controls.SHARE, "share")):
        declare(ClientsideFunction(_NAMESPACE, function), Input(button, "n_clicks"), prevent_initial_call=True)
