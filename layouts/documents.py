"""Everything that can be asked for: one registry of documents, from which routes, warm-up and tests come.

A document is made by a function of ``layouts.studio``; this list knows their names and loads none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from layouts.more_fonts import MoreFont, choose_more_fonts

READING = ("countries", "gaps", "sources", "accessibility", "downloads")
"""Pages of plain text by the last part of their address."""

FIGURES = ("light", "dark")
"""The appearances in which the map for Plotly stands."""

OPENINGS = "/data/contacts/opening.json"
"""Where stands when those who can be reached are there."""

ALL = "all"
"""Last part of the address of the explorer that also shows what only later sources name, and of what it fetches."""

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


def figure_address(appearance: str, scope: str = "") -> str:
    """Where the map for Plotly stands."""
    return _below("/data/figures", scope, f"{appearance}.json")


def words_address(language: str, scope: str = "") -> str:
    """Where stands what a search may meet."""
    return _below(f"/data/{language}", scope, "search.json")


def cards_address(language: str, scope: str = "") -> str:
    """Where all cards of a language stand."""
    return _below(f"/data/{language}", scope, "cards.html")


def _below(folder: str, scope: str, name: str) -> str:
    return "/".join(part for part in (folder, scope, name) if part)


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
        self._further = (ALL,) if parts.edition.whole else ()
        self._selectable = (parts.edition.whole or parts.edition.dataset).selectable
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
        for place, font in enumerate(self._more_fonts()):
            yield self._order(0, font.address, "font/woff2", "make_more_font", place, first=True)
        for appearance in FIGURES:
            for scope in ("", *self._further):
                address = figure_address(appearance, scope)
                yield self._order(3, address, _JSON, "make_map_figure", appearance, scope, is_fetched=True)
        yield self._order(4, "/robots.txt", "text/plain", "make_robots")
        yield self._order(4, "/sitemap.xml", "application/xml", "make_sitemap", *self._pages_to_find())
        yield self._order(4, "/favicon.ico", "image/x-icon", "make_icon")

    def _pages(self, code: str) -> Iterator[_Order]:
        yield self._order(0, f"/{code}/", _HTML, "make_explorer", code, first=True)
        for scope in self._further:
            yield self._order(3, f"/{code}/{scope}", _HTML, "make_explorer", code, scope)
            yield self._order(4, f"/{code}/{scope}/countries", _HTML, "make_reading", code, "countries", scope)
        yield self._order(1, f"/{code}/kiosk", _HTML, "make_kiosk", code, first=True, is_fetched=True)
        yield self._order(3, f"/{code}/{LOST}", _HTML, "make_lost", code)
        yield self._order(3, f"/{code}/figures", _HTML, "make_figures", code)
        for name in READING:
            yield self._order(3, f"/{code}/{name}", _HTML, "make_reading", code, name)

    def _layouts(self, code: str) -> Iterator[_Order]:
        """The Dash components of pages, as the renderer fetches them."""
        for scope in ("", *self._further):
            yield self._order(3, _below(f"/{code}", scope, "_dash-layout"), _JSON, "make_filters", code, scope)
        yield self._order(3, f"/{code}/figures/_dash-layout", _JSON, "make_charts", code)

    def _cards(self, code: str) -> Iterator[_Order]:
        for rank, scope in enumerate(("", *self._further)):
            words, cards = words_address(code, scope), cards_address(code, scope)
            yield self._order(1 + 2 * rank, words, _JSON, "make_search", code, scope, is_fetched=True)
            yield self._order(1 + 2 * rank, cards, _HTML, "make_cards", code, scope, is_fetched=True)
        for key in self._selectable:
            yield self._order(4, f"/{code}/card/{key}/", _HTML, "make_card_page", code, key)

    def _pages_to_find(self) -> Iterator[str]:
        """Addresses of what is read, not of what is shown on a stage or touched in a lobby."""
        cards = [f"card/{key}/" for key in self._selectable]
        names = ("", *self._further, "figures", *READING, *cards)
        return (f"/{code}/{name}" for code in self._codes for name in names)

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
        yield from (cards_address(code), words_address(code), OPENINGS)
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

    def _more_fonts(self) -> Sequence[MoreFont]:
        return choose_more_fonts(self._parts.front_end, self._parts.edition, self._parts.catalogue.languages)

    def _order(
        self,
        rank: int,
        address: str,
        media_type: str,
        maker: str,
        *arguments: str | int,
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
