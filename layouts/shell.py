"""The frame of every page: document head, masthead, footer, languages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import htpy as h
from markupsafe import Markup

from layouts.context import Page
from layouts.documents import PREVIEW

_DOWNLOADS = (
    ("story.pptx", "download-pptx"),
    ("network.json", "download-network-json"),
    ("network.graphml", "download-graphml"),
    ("network.gexf", "download-gexf"),
    ("places.geojson", "download-places"),
    ("tables.zip", "download-tables"),
)


def document(
    page: Page,
    *,
    title: str,
    body: h.Node,
    data: Sequence[h.Node] = (),
    summary: str = "",
    head: h.Node = None,
    attributes: Mapping[str, str] = {},
    is_scripted: bool = True,
) -> str:
    """A whole HTML document.

    Args:
        page: the page that is asked for.
        title: what stands in the window's title before the network's name.
        body: the content of ``<body>``.
        data: JSON blocks that scripts read; they stand at the end, after everything that is read by people.
        summary: one sentence for search engines and link previews.
        head: what the page needs in its head beside that: styles and scripts of its mode.
        attributes: of ``<body>``, beside those that every page has.
        is_scripted: whether the page's script belongs to it; a page to read needs none.
    """
    files = page.front_end
    text = page.texts
    name, subtitle = page.about.name, page.about.subtitle
    summary = summary or page.about.summary
    return str(
        h.html(lang=page.language.code, dir=page.language.direction, data_later="on")[
            h.head[
                h.meta(charset="utf-8"),
                h.title[f"{title} · {name}" if title else f"{name} · {subtitle}"],
                h.meta(name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
                h.meta(name="description", content=summary),
                _preview(page, title or name, summary),
                h.meta(name="theme-color", content="#fbf9f4", media="(prefers-color-scheme: light)"),
                h.meta(name="theme-color", content="#0f1722", media="(prefers-color-scheme: dark)"),
                preload_fonts(page),
                # On a large screen everything is laid out once; a small one shows what has come so far.
                h.link(rel="expect", href="#later", blocking="render", media="(min-width: 60rem)")
                if page.mode == "explore"
                else None,
                h.link(rel="stylesheet", href=files.url("site.css")),
                h.link(rel="icon", href=files.url("icon.svg"), type="image/svg+xml"),
                _alternates(page),
                inline_script(page, "theme.js"),
                inline_script(page, "from-disk.js") if page.is_copy else None,
                h.script(src=files.url("page.js"), defer=True, fetchpriority="high") if is_scripted else None,
                head,
            ],
            h.body({"data-mode": page.mode, "data-selected": "", "data-pane": "list", **attributes})[
                h.a(".skip", href="#main")[text("skip-to-content")],
                body,
                list(data),
            ],
        ]
    )


def preload_fonts(page: Page) -> list[h.Node]:
    """The fonts that are needed at once, asked for before the style sheet has told of them, but after the script.

    Then the rules of those that only this data needs.
    """
    more = "".join(font.rules(page.prefix) for font in page.more_fonts)
    return [
        *(
            h.link(rel="preload", href=url, as_="font", type="font/woff2", crossorigin=True, fetchpriority="low")
            for url in page.front_end.preloads(page.language.code, bold=page.mode != "card")
        ),
        *([h.style[Markup(more)]] if more else []),  # noqa: S704 - our own rules
    ]


def inline_script(page: Page, name: str) -> h.Element:
    """A small script that runs before everything else; the page's policy allows it by its hash."""
    return h.script[Markup(page.front_end.inline[name])]  # noqa: S704 - our own file


def json_block(key: str, value: object) -> h.Element:
    """A block of data for scripts. It is not code: the page's policy runs nothing that stands in the page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # "</script" and "<!--" could end the block early; as an escape in JSON they mean the same.
    return h.script(type="application/json", id=key)[Markup(text.replace("<", "\\u003c"))]  # noqa: S704


def masthead(page: Page, *, tools: h.Node = None, is_scripted: bool = True) -> h.Element:
    """The name of the network, its tools, and the way to other languages."""
    return h.header(".masthead")[
        h.a(".brand", href=page.path())[
            h.svg(".brand-mark", viewBox="0 0 48 24", aria_hidden="true", focusable="false")[
                h.path(d="M3 20C9 6 16 6 24 20C32 6 39 6 45 20"),
                h.path(d="M1 20H47"),
            ],
            h.h1(".brand-name")[page.about.name] if page.mode == "explore" else h.span(".brand-name")[page.about.name],
            h.span(".brand-subtitle")[page.about.subtitle],
        ],
        tools,
        _theme_button(page) if is_scripted else None,
        languages(page),
    ]


def _theme_button(page: Page) -> h.Element:
    return h.button(".icon-button", type="button", data_action="toggle-theme", aria_pressed="false")[
        h.svg(viewBox="0 0 20 20", width="20", height="20", aria_hidden="true", focusable="false")[
            h.circle(cx="10", cy="10", r="6.5"), h.path(".half", d="M10 3.5a6.5 6.5 0 0 1 0 13Z")
        ],
        h.span(".visually-hidden")[page.texts("toggle-theme")],
    ]


def languages(page: Page) -> h.Element:
    """Links to the same page in every language of the catalogue; the script adds the view to them."""
    return h.nav(".languages", aria_label=page.texts("languages-label"))[
        (
            h.a(
                href=page.address(f"/{language.code}/{page.suffix}"),
                hreflang=language.code,
                lang=language.code,
                data_language=language.code,
                aria_current="true" if language == page.language else None,
            )[language.endonym]
            for language in page.catalogue.languages
        )
    ]


def footer(page: Page) -> h.Element:
    """What this is, where the data is, and what it does not say."""
    text = page.texts
    return h.footer(".footer")[
        h.div(".footer-columns")[
            h.section[
                h.h2[text("footer-about-heading", name=page.about.name)],
                h.p[page.about.introduction],
                h.p[text("footer-contact", contact=page.about.contact)] if page.about.contact else None,
                h.p[text("footer-licence", licence=page.about.licence)] if page.about.licence else None,
                h.p(".fine")[text("map-disclaimer")],
            ],
            h.section[
                h.h2[text("footer-pages-heading")],
                h.ul[
                    h.li[h.a(href=page.path("present"))[text("footer-present")]],
                    h.li[h.a(href=page.path("figures"))[text("figures-title")]],
                    h.li[h.a(href=page.path("countries"))[text("countries-title")]],
                    h.li[h.a(href=page.path("gaps"))[text("gaps-title")]],
                    h.li[h.a(href=page.path("sources"))[text("sources-title")]],
                    h.li[h.a(href=page.path("accessibility"))[text("accessibility-title")]],
                    h.li[h.a(href=page.path("downloads"))[text("downloads-title")]],
                ],
            ],
            h.section(id="downloads")[
                h.h2[text("downloads-heading")],
                h.ul[
                    (
                        h.li[h.a(href=page.address(f"/data/{page.language.code}/{name}"), download=True)[text(key)]]
                        for name, key in _DOWNLOADS
                    )
                ],
            ],
        ],
    ]


def _preview(page: Page, title: str, summary: str) -> list[h.VoidElement]:
    """What messages and posts show of a link to the page."""
    facts = {"title": title, "description": summary, "site_name": page.about.name, "type": "website"}
    if page.public_url:
        picture = page.absolute(f"/data/{page.language.code}/{PREVIEW}")
        own = page.absolute(f"/{page.language.code}/{page.suffix}")
        facts |= {"locale": page.language.code, "url": own, "image": picture}
        facts |= {"image:width": "1200", "image:height": "630", "image:alt": page.texts("map-heading")}
    return [h.meta(property=f"og:{name}", content=value) for name, value in facts.items()]


def _alternates(page: Page) -> list[h.VoidElement]:
    """The page in every language, and which of its addresses is the one to keep, where that is known."""
    addresses = {
        language.code: page.absolute(f"/{language.code}/{page.suffix}") for language in page.catalogue.languages
    }
    own = addresses[page.language.code]
    return [
        *([h.link(rel="canonical", href=own)] if page.public_url else []),
        *(h.link(rel="alternate", hreflang=code, href=address) for code, address in addresses.items()),
    ]
