"""The frame of every page that is read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from layouts import shell
from layouts.context import Page


def reading_page(page: Page, key: str, content: h.Node) -> str:
    """A page with the title ``<key>-title`` of the catalogue, as a whole HTML document."""
    title = page.texts(f"{key}-title")
    explorer = page.explorer if page.suffix.startswith(page.scope) else page.path()
    body = [
        shell.masthead(page),
        h.main("#main.reading")[
            h.p(".breadcrumb")[h.a(href=explorer)[page.texts("back-to-explorer")]],
            h.h1[title],
            content,
        ],
        shell.footer(page),
    ]
    return shell.document(page, title=title, body=body)


def contents(page: Page, sections: Iterable[tuple[str, str]]) -> h.Node:
    """Links to the sections of a long page: their ids and titles; nothing where there are none."""
    links = [h.li[h.a(href=f"#{key}")[title]] for key, title in sections]
    if not links:
        return None
    return h.nav(".contents", aria_label=page.texts("reading-contents"))[h.ul[links]]
