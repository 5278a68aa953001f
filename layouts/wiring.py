"""What the scripts of a page are told: where to fetch what, and how the renderer of the controls is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layouts.context import Page
from layouts.documents import FIGURES


def later_block(page: Page, waking: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """What is loaded when the page can be read or when somebody reaches for it, and what bindings must know."""
    return {
        "cards": f"/data/{page.language.code}/cards.html",
        "words": f"/data/{page.language.code}/search.json",
        "scripts": {what: [page.front_end.url(name) for name in names] for what, names in waking.items()},
        "figures": FIGURES,
        "topojson": page.front_end.url("topojson"),
    }


def renderer_config(language: str, page: str = "") -> Mapping[str, object]:
    """What Dash's renderer must know. Dash's own version of it would tell its version and Python's to everyone."""
    prefix = f"/{language}/{page}/" if page else f"/{language}/"
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
