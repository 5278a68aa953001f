"""The front door of a published copy, which no server opens by the reader's language: it leads to the first."""

from __future__ import annotations

import htpy as h

from layouts.context import Page


def door(page: Page) -> str:
    """A page that sends on to the explorer in its language at once, and has a link for each."""
    return str(
        h.html(lang=page.language.code, dir=page.language.direction)[
            h.head[
                h.meta(charset="utf-8"),
                h.title[page.about.name],
                h.meta(name="viewport", content="width=device-width, initial-scale=1"),
                h.meta(http_equiv="refresh", content=f"0; url={page.path()}"),
                h.link(rel="canonical", href=page.absolute(f"/{page.language.code}/")) if page.public_url else None,
                h.link(rel="icon", href=page.front_end.url("icon.svg"), type="image/svg+xml"),
            ],
            h.body[
                h.main[
                    h.h1[page.about.name],
                    h.ul[
                        (
                            h.li[
                                h.a(href=page.address(f"/{each.code}/"), hreflang=each.code, lang=each.code)[
                                    each.endonym
                                ]
                            ]
                            for each in page.catalogue.languages
                        )
                    ],
                ]
            ],
        ]
    )
