"""Pages to read: country by country, what the sources do not say, the sources, accessibility, downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import htpy as h

from dashboard.model import Citation, Gap, Source, in_language
from dashboard.stories import Story
from layouts.card.content import locator_line, source_line
from layouts.context import Page
from layouts.documents import READING
from layouts.parts import later_flag
from layouts.reading.countries import countries
from layouts.reading.downloads import downloads
from layouts.reading.frame import contents, reading_page


def gaps(page: Page) -> str:
    """What the sources do not say, or say in two ways."""
    found = page.dataset.gaps
    titles = [(gap.id, in_language(gap.title, page.language.code)) for gap in found]
    content = [
        h.p[page.texts("gaps-intro" if found else "gaps-none")],
        contents(page, titles),
        (_gap(page, gap) for gap in found),
    ]
    return reading_page(page, "gaps", content)


def _gap(page: Page, gap: Gap) -> h.Element:
    code = page.language.code
    later = all(page.dataset.source[citation.source_key].is_later for citation in gap.citations)
    return h.article(".passage", id=gap.id, data_later=later_flag(later))[
        h.h2[in_language(gap.title, code)],
        h.p[in_language(gap.text, code)],
        h.p(".gap-about")[(h.a(".chip", href=page.view_of(about))[page.label(about)] for about in gap.about),],
        h.ul(".sources")[(_citation(page, citation) for citation in gap.citations)],
    ]


def _citation(page: Page, citation: Citation) -> h.Element:
    return h.li[
        source_line(page, page.dataset.source[citation.source_key]),
        h.span(".locator")[locator_line(page, citation)],
    ]


def sources(page: Page) -> str:
    """The documents, and the pages consulted later, each with its date or "undated"."""
    documents = [source for source in page.dataset.sources if not source.is_later]
    later = [source for source in page.dataset.sources if source.is_later]
    heading = page.texts("sources-documents", documents=page.dataset.documents)
    return reading_page(
        page,
        "sources",
        [
            h.p[page.texts("sources-intro")],
            _source_list(page, heading, documents),
            _source_list(page, page.texts("sources-later"), later, h.p[page.texts("sources-later-intro")]),
        ],
    )


def _source_list(page: Page, heading: str, sources: Sequence[Source], intro: h.Node = None) -> h.Node:
    """The sources of one kind below their heading; nothing where there are none."""
    if not sources:
        return None
    return [
        h.h2[heading],
        intro,
        h.ul(".sources")[(h.li(id=source.key)[source_line(page, source)] for source in sources)],
    ]


def accessibility(page: Page) -> str:
    """What everybody can count on, and how to use the program without a pointer."""
    keys = ("keyboard", "screen-reader", "seeing", "motion", "touch", "limits")
    sections = (
        [h.h2[page.texts(f"accessibility-{key}-heading")], h.p[page.texts(f"accessibility-{key}")]] for key in keys
    )
    return reading_page(page, "accessibility", [h.p[page.texts("accessibility-intro")], sections])


def lost(page: Page) -> str:
    """What stands at an address that leads nowhere; it repeats nothing of that address."""
    return reading_page(
        page,
        "lost",
        [
            h.p[page.texts("lost-intro")],
            h.ul(".welcome-ways")[(h.li[h.a(href=page.path(name))[page.texts(f"{name}-title")]] for name in READING)],
        ],
    )


READING_PAGES: Mapping[str, Callable[[Page, Sequence[Story]], str]] = {
    "countries": lambda page, _: countries(page),
    "gaps": lambda page, _: gaps(page),
    "sources": lambda page, _: sources(page),
    "accessibility": lambda page, _: accessibility(page),
    "downloads": downloads,
}
"""Pages to read by the last part of their address; each is given the stories of the page's language."""
