"""What the scripts of a page are told: where to fetch what, and how the renderer of the controls is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layouts.context import Page
from layouts.documents import FIGURES, cards_address, figure_address, words_address


def later_block(page: Page, waking: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """What is loaded when the page can be read or when somebody reaches for it, and what bindings must know."""
    return {
        "cards": page.address(cards_address(page.language.code, page.scope)),
        "words": page.address(words_address(page.language.code, page.scope)),
        "scripts": {what: [page.front_end.url(name) for name in names] for what, names in waking.items()},
        "figures": {each: page.address(figure_address(each, page.scope)) for each in FIGURES},
        "workers": page.workers(page.language.code),
        "topojson": page.front_end.url("topojson"),
    }


def renderer_config(folder: str) -> Mapping[str, object]:
    """What Dash's renderer must know; ``folder`` is where it asks.

    Dash's own version of it would tell its version and Python's to everyone.
    """
    return {
        "url_base_pathname": folder,
        "requests_pathname_prefix": folder,
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
