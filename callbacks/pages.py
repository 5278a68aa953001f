"""The addresses of the program: pages, data, health. Each function asks the rest of the program and answers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Flask, Response, abort, redirect, request

from callbacks.exports import add_exports
from callbacks.figures import APPEARANCES, figures_body
from callbacks.site import renderer_config
from callbacks.usage import add_usage
from dashboard.address import ViewState, Vocabulary, parse_query
from dashboard.i18n import Catalogue, match_language
from dashboard.i18n.catalogue import LOCALES
from dashboard.network.measures import counts
from dashboard.stories import Shelf, describe_story_problem
from dashboard.tables import describe
from layouts.card.content import card_file
from layouts.card.page import card_page
from layouts.context import Page
from layouts.fixed_parts import FixedParts, paint_fixed_parts
from layouts.front_end import FrontEnd
from layouts.modes import MODES
from layouts.reading.pages import READING_PAGES, lost
from layouts.wiring import Wiring

if TYPE_CHECKING:
    from dashboard.keeper import Keeper
    from dashboard.settings import Settings

_KEPT_PAGES = 32  # rendered pages in memory, some 600 kB each
_PLAIN = ViewState()
_YEAR = "public, max-age=31536000, immutable"


class Pages:
    """Renders pages from the newest good data, each only once."""

    def __init__(self, catalogue: Catalogue, front_end: FrontEnd, keeper: Keeper, settings: Settings) -> None:
        self.catalogue = catalogue
        self.front_end = front_end
        self.keeper = keeper
        self.settings = settings
        self.shelf = Shelf(settings.stories_folder, catalogue, settings.check_seconds)
        self._program = _identify_program(front_end, settings)
        self._fixed_parts = lru_cache(maxsize=8)(self._paint_fixed_parts)
        self._page = lru_cache(maxsize=_KEPT_PAGES)(self._render)
        self._figures = lru_cache(maxsize=8)(self._render_figures)
        self._cards = lru_cache(maxsize=8)(lambda edition, language: card_file(self._page_record(language)))  # noqa: ARG005
        self._edition = lru_cache(maxsize=8)(self._compute_edition)

    def html(self, language: str, mode: str, query: str) -> str:
        """A page as HTML. ``mode`` is a mode's id or the name of a page of plain text."""
        edition = self.keeper.edition
        vocabulary = Vocabulary.of(edition.dataset)
        state, unknown = parse_query(query, vocabulary)
        stories = self.shelf.stories(edition.dataset, edition.number)
        asked = MODES[mode].read(query, stories.told_in(language), vocabulary.selectable) if mode in MODES else None
        return self._page(edition.number, language, mode, state, unknown, asked)

    def cards(self, language: str) -> str:
        """All cards of a language, for scripts."""
        return self._cards(self.keeper.edition.number, language)

    def card(self, language: str, key: str) -> str:
        """The page of one entity or exchange tie."""
        return card_page(self._page_record(language), key)

    def lost(self, language: str) -> str:
        """The page for an address that leads nowhere."""
        return lost(self._page_record(language))

    def figures(self, edition: int, appearance: str) -> str:
        """The figures of the newest edition; ``edition`` only keeps them apart in memory."""
        return self._figures(edition, appearance)

    @property
    def edition(self) -> str:
        """A short text that changes whenever what the pages say has changed; the same after a restart."""
        return self._edition(self.keeper.edition.number)

    def _compute_edition(self, edition: int) -> str:  # noqa: ARG002 - part of the key
        digest = hashlib.sha256(self.keeper.dataset.model_dump_json().encode())
        digest.update(self._program)
        return digest.hexdigest()[:16]

    def _render(  # noqa: PLR0917 - what a page is kept by
        self, edition: int, language: str, mode: str, state: ViewState, unknown: tuple[str, ...], asked: Hashable
    ) -> str:
        page = self._page_record(language, mode, state, unknown)
        if mode in READING_PAGES:
            return READING_PAGES[mode](page)
        figures = {appearance: f"/figures/{edition}/{appearance}.json" for appearance in APPEARANCES}
        wiring = Wiring(
            dash_config=renderer_config(language),
            figures=figures,
            settings=self.settings,
            edition=self._edition(edition),
            asked=asked,
        )
        return MODES[mode].render(page, self._fixed_parts(edition, language), wiring)

    def _paint_fixed_parts(self, edition: int, language: str) -> FixedParts:  # noqa: ARG002 - part of the key
        return paint_fixed_parts(self._page_record(language))

    def _page_record(
        self, language: str, mode: str = "explore", state: ViewState = _PLAIN, unknown: tuple[str, ...] = ()
    ) -> Page:
        return Page(
            dataset=self.keeper.dataset,
            catalogue=self.catalogue,
            texts=self.catalogue.texts(language),
            front_end=self.front_end,
            mode=mode,
            suffix=MODES[mode].suffix if mode in MODES else mode,
            state=state,
            unknown=unknown,
            public_url=self.settings.public_url,
            closed=mode in MODES and MODES[mode].closed,
        )

    def _render_figures(self, edition: int, appearance: str) -> str:  # noqa: ARG002 - part of the key
        texts = self.catalogue.texts(self.catalogue.languages[0].code)
        return figures_body(self.keeper.dataset, texts, appearance)


def explorer_of(pages: Pages) -> Callable[[str], Response]:
    """Gives the explorer at an address like ``/en/``."""
    return lambda address: _html(pages.html(address.strip("/"), "explore", _query()))


def add_pages(server: Flask, pages: Pages) -> None:
    """Give the server every address of the program."""
    _add_views(server, pages)
    _add_data(server, pages)
    add_usage(server, pages)
    server.after_request(_guard(pages.settings, pages.front_end))
    for status in (400, 405, 414, 500):
        server.register_error_handler(status, _quiet_error(status))
    server.register_error_handler(404, _way_back(pages))


def _add_views(server: Flask, pages: Pages) -> None:
    codes = [language.code for language in pages.catalogue.languages]

    @server.get("/")
    def front_door() -> Response:
        accepted = [wish for wish, _ in request.accept_languages]
        language = match_language(accepted, pages.catalogue.languages)
        answer = redirect(f"/{language.code}/", code=302)
        answer.headers["Vary"] = "Accept-Language"
        return answer  # type: ignore[return-value]  # werkzeug's and Flask's responses are one at run time

    modes = {mode.suffix: mode.id for mode in MODES.values()}

    @server.get("/<language>/<name>")
    def view(language: str, name: str) -> Response:
        if language not in codes or (name not in modes and name not in READING_PAGES):
            abort(404)
        return _html(pages.html(language, modes.get(name, name), _query()))

    @server.get("/data/<language>/cards.html")
    def cards(language: str) -> Response:
        if language not in codes:
            abort(404)
        return _html(pages.cards(language))

    @server.get("/<language>/card/<key>/")
    def card(language: str, key: str) -> Response:
        if language not in codes or not pages.keeper.dataset.is_selectable(key):
            abort(404)
        return _html(pages.card(language, key))

    @server.get("/figures/<int:edition>/<appearance>.json")
    def figures(edition: int, appearance: str) -> Response:
        if appearance not in APPEARANCES:
            abort(404)
        answer = Response(pages.figures(edition, appearance), mimetype="application/json")
        return _kept(answer)


def _add_data(server: Flask, pages: Pages) -> None:
    last_heard: list[float] = []  # of the touch screen; one page at most is a screen

    @server.get("/healthz")
    def health() -> Response:
        if "screen" in request.args:
            last_heard[:] = [time.monotonic()]
        texts = pages.catalogue.texts("en")
        problems = [describe(problem, texts).line for problem in pages.keeper.problems]
        edition = pages.keeper.edition
        stories = pages.shelf.stories(edition.dataset, edition.number)
        problems += [describe_story_problem(problem, texts).line for problem in stories.problems]
        body = {
            "status": "degraded" if problems else "ok",
            "edition": pages.edition,
            "counts": counts(pages.keeper.dataset),
            "problems": problems,
            "screen_seconds": int(time.monotonic() - last_heard[0]) if last_heard else None,
        }
        return Response(server.json.dumps(body), mimetype="application/json", headers={"Cache-Control": "no-store"})

    add_exports(server, pages, _kept)


def _identify_program(front_end: FrontEnd, settings: Settings) -> bytes:
    """What the pages are made of beside the data: built files, texts, settings."""
    digest = hashlib.sha256(repr((sorted(front_end.files.items()), settings)).encode())
    for path in sorted(LOCALES.rglob("*.*")):
        digest.update(path.read_bytes())
    return digest.digest()


def _query() -> str:
    return request.query_string.decode("ascii", "replace")


def _html(body: str) -> Response:
    return _kept(Response(body, mimetype="text/html"))


def _kept(answer: Response) -> Response:
    """An answer that the browser may keep but must ask about; unchanged, it is not sent again."""
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(hashlib.sha256(answer.get_data()).hexdigest()[:20], weak=True)
    return answer.make_conditional(request)  # type: ignore[return-value]


def _guard_headers(settings: Settings, front_end: FrontEnd) -> Mapping[str, str]:
    """Headers of every answer but built files: what a page may load and run, and who may frame it."""
    frames = settings.frame_hosts.strip() or "'none'"
    policy = (
        "default-src 'none'",
        f"script-src 'self' {front_end.inline_hash('theme.js')}",
        "style-src 'self' 'unsafe-inline'",  # Plotly and Mantine set styles on elements
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        f"frame-ancestors {frames}",
    )
    headers = {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return {**headers, "X-Frame-Options": "DENY"} if frames == "'none'" else headers


def _guard(settings: Settings, front_end: FrontEnd) -> Callable[[Response], Response]:
    headers = _guard_headers(settings, front_end)

    def guard(answer: Response) -> Response:
        for name, value in headers.items():
            answer.headers.setdefault(name, value)
        return answer

    return guard


def _way_back(pages: Pages) -> Callable[[Exception], tuple[Response, int]]:
    """What a reader finds at an address that leads nowhere: a page with the ways on; a program finds the number."""
    quiet = _quiet_error(404)
    languages = {language.code: language for language in pages.catalogue.languages}

    def answer(error: Exception) -> tuple[Response, int]:
        if "text/html" not in request.headers.get("Accept", ""):
            return quiet(error)
        accepted = [wish for wish, _ in request.accept_languages]
        first = request.path.split("/")[1]
        language = languages.get(first) or match_language(accepted, pages.catalogue.languages)
        headers = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language"}
        return Response(pages.lost(language.code), mimetype="text/html", headers=headers), 404

    return answer


def _quiet_error(status: int) -> Callable[[Exception], tuple[Response, int]]:
    """An answer that says nothing about the program's inside."""

    def answer(_: Exception) -> tuple[Response, int]:
        return Response(f"{status}\n", mimetype="text/plain"), status

    return answer
