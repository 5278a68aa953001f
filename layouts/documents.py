"""Everything that can be asked for: one registry of documents, from which routes, warm-up and tests come.

A document is made by a function of ``layouts.studio``; this list knows their names and loads none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pkgutil import resolve_name
from typing import NamedTuple

from dashboard.editions import Document, Edition
from dashboard.exports import EXPORTERS, Exporter
from dashboard.i18n import Catalogue
from dashboard.settings import Settings
from dashboard.stories import AUTOMATIC
from layouts.addresses import EDITION, LOST
from layouts.front_end import FrontEnd
from layouts.headers import PICTURE_POLICY
from layouts.keeping import WORKER

READING = ("countries", "gaps", "sources", "accessibility", "downloads")
"""Pages of plain text by the last part of their address."""

FIGURES = {"light": "/data/figures/light.json", "dark": "/data/figures/dark.json"}
"""Where the map for Plotly stands, by appearance."""

OPENINGS = "/data/contacts/opening.json"
"""Where stands when those who can be reached are there."""

PREVIEW = "preview.png"
"""The picture that messages and posts show with a link, below the data of a language."""

_HTML = "text/html"
_JSON = "application/json"


class Parts(NamedTuple):
    """Everything that documents are made of."""

    edition: Edition
    catalogue: Catalogue
    front_end: FrontEnd
    settings: Settings
    is_copy: bool = False  # to be published as files, which no program answers
    is_printed: bool = False  # what a browser must print belongs to them


class _Order(NamedTuple):
    """A document before it has an order of its own: the earlier the rank, the sooner it is needed."""

    rank: int
    document: Document


def list_documents(parts: Parts) -> dict[str, Document]:
    """Every document of an edition by its address, what is needed first before the rest."""
    orders = sorted(_Registry(parts).orders(), key=lambda order: order.rank)
    return {document.address: document for _, document in orders}


def export_address(exporter: Exporter, language: str, story: str = "", stop: int = 0) -> str:
    """Where a file can be had in a language; of a story other than ``main`` or of a stop with its name."""
    if exporter.is_of_a_stop:
        return f"/data/{language}/{story}/stop-{stop}.{exporter.extension}"
    folder = f"/{story}" if story not in ("", AUTOMATIC) else ""
    return f"/data/{language}{folder}/{exporter.file_name}"


def is_paper(exporter: Exporter) -> bool:
    """Whether it is a page that a browser has printed: what a published copy has beside what a server gives."""
    return exporter.media_type == "application/pdf"


class _Registry:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._codes = tuple(language.code for language in parts.catalogue.languages)
        self._studio = cache(lambda: resolve_name("layouts.studio:Studio")(parts))

    def orders(self) -> Iterator[_Order]:
        """All documents, each with its rank."""
        for code in self._codes:
            yield from self._pages(code)
            yield from self._layouts(code) if not self._parts.is_copy else ()
            yield from self._cards(code)
            yield from self._told(code)
            yield from self._exports(code)
            yield self._order(5, f"/data/{code}/{PREVIEW}", "image/png", "make_preview", code)
            yield self._order(2, f"/{code}/{WORKER}", "text/javascript", "make_worker", code, *self._on_stage(code))
        yield self._order(1, OPENINGS, _JSON, "make_openings", is_fetched=True)
        if self._parts.is_copy:
            yield self._order(0, "/", _HTML, "make_door")
            yield self._order(4, EDITION, _JSON, "make_edition", is_fetched=True)
        for appearance, address in FIGURES.items():
            yield self._order(3, address, _JSON, "make_map_figure", appearance, is_fetched=True)
        yield self._order(4, "/robots.txt", "text/plain", "make_robots")
        yield self._order(4, "/sitemap.xml", "application/xml", "make_sitemap", *self._pages_to_find())
        yield self._order(4, "/favicon.ico", "image/x-icon", "make_icon")

    def _pages(self, code: str) -> Iterator[_Order]:
        yield self._order(0, f"/{code}/", _HTML, "make_explorer", code, first=True)
        yield self._order(1, f"/{code}/kiosk", _HTML, "make_kiosk", code, first=True, is_fetched=True)
        yield self._order(3, f"/{code}/{LOST}", _HTML, "make_lost", code)
        yield self._order(3, f"/{code}/figures", _HTML, "make_figures", code)
        for name in READING:
            yield self._order(3, f"/{code}/{name}", _HTML, "make_reading", code, name)

    def _layouts(self, code: str) -> Iterator[_Order]:
        """The Dash components of pages, as the renderer fetches them."""
        yield self._order(3, f"/{code}/_dash-layout", _JSON, "make_filters", code)
        yield self._order(3, f"/{code}/figures/_dash-layout", _JSON, "make_charts", code)

    def _cards(self, code: str) -> Iterator[_Order]:
        yield self._order(1, f"/data/{code}/search.json", _JSON, "make_search", code, is_fetched=True)
        yield self._order(1, f"/data/{code}/cards.html", _HTML, "make_cards", code, is_fetched=True)
        for key in self._parts.edition.dataset.selectable:
            yield self._order(4, f"/{code}/card/{key}/", _HTML, "make_card_page", code, key)

    def _pages_to_find(self) -> Iterator[str]:
        """Addresses of what is read, not of what is shown on a stage or touched in a lobby."""
        cards = [f"card/{key}/" for key in self._parts.edition.dataset.selectable]
        return (f"/{code}/{name}" for code in self._codes for name in ("", "figures", *READING, *cards))

    def _told(self, code: str) -> Iterator[_Order]:
        for place, story in enumerate(self._parts.edition.stories_in(code)):
            stage = f"/{code}/present/{story.id}"
            if place == 0:
                yield self._order(2, f"/{code}/present", _HTML, "make_stage", code, story.id, first=True)
            else:
                yield self._order(4, stage, _HTML, "make_stage", code, story.id)
            yield self._order(4, f"{stage}/notes", _HTML, "make_notes", code, story.id, is_fetched=True)
            yield self._order(4, f"{stage}/print", _HTML, "make_print", code, story.id)

    def _on_stage(self, code: str) -> Iterator[str]:
        """Addresses of everything that a talk in a language may come to."""
        yield from (f"/data/{code}/cards.html", f"/data/{code}/search.json", OPENINGS)
        yield from (
            order.document.address for order in self._told(code) if not order.document.address.endswith("/print")
        )

    def _exports(self, code: str) -> Iterator[_Order]:
        for exporter in (each for each in EXPORTERS.values() if each.is_served or self._is_printed(each)):
            if exporter.is_of_a_stop:
                for story in self._parts.edition.stories_in(code):
                    for stop in range(1, len(story.stops) + 1):
                        yield self._export(7, exporter, code, story.id, stop)
            elif "story" in exporter.needs:
                for story in self._parts.edition.stories_in(code):
                    yield self._export(6, exporter, code, story.id)
            else:
                yield self._export(5, exporter, code)

    def _is_printed(self, exporter: Exporter) -> bool:
        return self._parts.is_printed and is_paper(exporter)

    def _export(self, rank: int, exporter: Exporter, code: str, story: str = "", stop: int = 1) -> _Order:
        address = export_address(exporter, code, story, stop)
        make = self._make("make_export", code, exporter.id, story, stop)
        headers = {"Content-Disposition": f'inline; filename="{exporter.file_name}"'}
        if exporter.extension in ("svg", "html"):
            headers["Content-Security-Policy"] = PICTURE_POLICY
        is_drawn = exporter.extension == "svg"  # by the reader, as PNG
        return _Order(rank, Document(address, exporter.media_type, make, headers=headers, is_fetched=is_drawn))

    def _order(
        self,
        rank: int,
        address: str,
        media_type: str,
        maker: str,
        *arguments: str,
        first: bool = False,
        is_fetched: bool = False,
    ) -> _Order:
        make = self._make(maker, *arguments)
        return _Order(rank, Document(address, media_type, make, comes_first=first, is_fetched=is_fetched))

    def _make(self, maker: str, *arguments: str | int) -> Callable[[], bytes | str]:
        def make() -> bytes | str:
            paint: Callable[..., bytes | str] = resolve_name(f"layouts.studio:{maker}")
            return paint(self._studio(), *arguments)

        return make
