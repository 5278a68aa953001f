"""Dash serves the Mantine controls; what they do is declared here and happens in the browser."""

from __future__ import annotations

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input
from flask import Flask

from dashboard.i18n import Texts
from dashboard.model import Dataset
from layouts.explore.controls import controls
from layouts.ids import Controls

_NAMESPACE = "kakehashi"


def mount_controls(server: Flask, texts: Texts, dataset: Callable[[], Dataset]) -> Dash:
    """Serve the controls of one language beside the page.

    Args:
        server: the Flask server of all pages.
        texts: the language of the controls.
        dataset: gives the data set of the moment, since the tables may change while the program runs.

    Returns:
        The Dash app. Its endpoints lie below ``/_controls/<language>/``; pages come from elsewhere.
    """
    app = Dash(
        f"controls-{texts.language.code}",
        server=server,  # type: ignore[arg-type]  # Dash takes a Flask; its stub says otherwise
        url_base_pathname=controls_prefix(texts.language.code),
        assets_ignore=".*",
        compress=False,
        update_title="",
    )
    app.layout = lambda: controls(dataset(), texts)
    _declare(app)
    return app


def controls_prefix(language: str) -> str:
    """Where the controls of a language fetch what they need."""
    return f"/_controls/{language}/"


def renderer_config(language: str) -> dict[str, object]:
    """What Dash's renderer must know. Dash's own version of it would tell its version and Python's to everyone."""
    prefix = controls_prefix(language)
    return {
        "url_base_pathname": prefix,
        "requests_pathname_prefix": prefix,
        "ui": False,
        "props_check": False,
        "disable_version_check": True,
        "show_undo_redo": False,
        "suppress_callback_exceptions": True,
        "update_title": "",
        "children_props": {},
        "serve_locally": True,
        "validate_callbacks": False,
        "csrf_token_name": "_csrf_token",
        "csrf_header_name": "X-CSRFToken",
    }


def _declare(app: Dash) -> None:
    declare: Callable[..., None] = app.clientside_callback
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
