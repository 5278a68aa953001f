"""Makes the documents of an edition: what pages of one language share is painted once and handed to each.

Loaded when the first document is made, since pictures need the libraries of geography and graphs.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pkgutil import resolve_name

from dash._utils import to_json
from dash.development.base_component import Component

from dashboard.exports import EXPORTERS, Wish
from dashboard.figures.map.plotly import figure_json, paint_map_figure
from dashboard.figures.palette import PALETTES, Scheme
from dashboard.model import Dataset
from dashboard.opening import tell_openings
from dashboard.search import search_words
from dashboard.settings import ROOT
from dashboard.stories import Story
from layouts.addresses import COPY
from layouts.card.content import card_file
from layouts.card.page import card_page
from layouts.context import Page
from layouts.crawlers import robots, sitemap
from layouts.documents import ALL, OPENINGS, Parts
from layouts.door import door
from layouts.explore import controls
from layouts.explore.page import explore
from layouts.figures import components
from layouts.figures.page import figures
from layouts.fixed_parts import FixedParts, paint_fixed_parts
from layouts.keeping import leaving_worker, worker
from layouts.kiosk.page import kiosk, shown_languages
from layouts.kiosk.staff import staff_page
from layouts.more_fonts import choose_more_fonts
from layouts.present.deck import Deck, build_deck
from layouts.present.page import notes_page, print_page, stage_page
from layouts.reading.pages import READING_PAGES, lost

_OF_EVERYTHING = ("gaps", "sources")
"""Reading pages to which cards of everything lead."""

ICON = ROOT / "assets" / "images" / "favicon.ico"


class Studio:
    """The parts, and what is painted once a language."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.more_fonts = choose_more_fonts(parts.front_end, parts.edition, parts.catalogue.languages)
        self.fixed = cache(self._paint_fixed_parts)
        self.deck = cache(self._build_deck)

    def page(self, language: str, mode: str, suffix: str = "", *, scope: str = "", closed: bool = False) -> Page:
        """What the parts of a page may ask for; with the scope ``ALL``, also what only later sources name."""
        settings = self.parts.settings
        return Page(
            dataset=self.dataset(scope),
            scope=scope,
            further=0 if closed else len(self.dataset(ALL).exchange_ties) - len(self.dataset().exchange_ties),
            catalogue=self.parts.catalogue,
            texts=self.parts.catalogue.texts(language),
            front_end=self.parts.front_end,
            mode=mode,
            suffix=suffix,
            public_url=settings.base_url,
            prefix=COPY if self.parts.is_copy else settings.prefix,
            closed=closed,
            is_kept=settings.offline,
            more_fonts=self.more_fonts,
            is_copy=self.parts.is_copy,
            is_printed=self.parts.is_printed,
        )

    def dataset(self, scope: str = "") -> Dataset:
        """What the documents name; with the scope ``ALL`` everything."""
        edition = self.parts.edition
        return edition.whole if scope == ALL and edition.whole else edition.dataset

    def story(self, language: str, key: str) -> Story:
        """A story of the edition."""
        return next(story for story in self.parts.edition.stories_in(language) if story.id == key)

    def _paint_fixed_parts(self, language: str, scope: str = "") -> FixedParts:
        return paint_fixed_parts(self.page(language, "explore", scope=scope))

    def _build_deck(self, language: str, story: str) -> Deck:
        return build_deck(self.page(language, "present"), self.story(language, story), self.fixed(language))


def make_explorer(studio: Studio, language: str, scope: str = "") -> str:
    """List, map, network and card on one page."""
    return explore(studio.page(language, "explore", scope, scope=scope), studio.fixed(language, scope))


def make_kiosk(studio: Studio, language: str) -> str:
    """The touch screen."""
    page = studio.page(language, "kiosk", "kiosk", closed=True)
    return kiosk(page, studio.parts.settings, studio.parts.edition.name)


def make_worker(studio: Studio, language: str, *on_stage: str) -> str:
    """The script that keeps the pages of a language in the browser; ``on_stage``: addresses that a talk needs."""
    parts = studio.parts
    if not parts.settings.offline:
        return leaving_worker(parts.front_end)
    page = studio.page(language, "kiosk")
    shown = shown_languages(page, parts.settings.kiosk_languages)
    kiosks = dict.fromkeys(f"/{code}/kiosk" for code in (language, *(each.code for each in shown)))
    fonts = [font.address for font in studio.more_fonts]
    screens = {"kiosk": (*kiosks, OPENINGS, *fonts), "present": (*on_stage, *fonts)}
    found = {screen: map(page.address, addresses) for screen, addresses in screens.items()}
    return worker(parts.front_end, parts.edition.name, found, staff_page(parts.catalogue, shown))


def make_stage(studio: Studio, language: str, story: str) -> str:
    """A story on stage."""
    return stage_page(studio.deck(language, story), studio.parts.edition.stories_in(language))


def make_notes(studio: Studio, language: str, story: str) -> str:
    """The speaker's window."""
    return notes_page(studio.deck(language, story), studio.parts.edition.stories_in(language))


def make_print(studio: Studio, language: str, story: str) -> str:
    """All stops on paper."""
    return print_page(studio.deck(language, story))


def make_filters(studio: Studio, language: str, scope: str = "") -> str:
    """The Dash components of the explorer."""
    texts = studio.parts.catalogue.texts(language)
    return _serialise(controls.components(studio.dataset(scope), texts))


def make_charts(studio: Studio, language: str) -> str:
    """The Dash components of the figures page."""
    return _serialise(components.components(studio.parts.catalogue.texts(language)))


def _serialise(layout: list[Component]) -> str:
    return str(to_json(layout))  # type: ignore[no-untyped-call]


def make_cards(studio: Studio, language: str, scope: str = "") -> str:
    """Every card of a language, for scripts."""
    return card_file(studio.page(language, "explore", scope=scope))


def make_search(studio: Studio, language: str, scope: str = "") -> str:
    """Everything that a search may meet, for scripts."""
    words = search_words(studio.dataset(scope), studio.parts.catalogue, language)
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def make_more_font(studio: Studio, place: int) -> bytes:
    """One of the fonts for what the built ones lack."""
    return studio.more_fonts[place].cut()


def make_openings(studio: Studio) -> str:
    """When those who can be reached are there, with the national holidays of the years to come."""
    parts = studio.parts
    since = parts.edition.day or dt.date.today()
    return json.dumps(tell_openings(parts.edition.dataset, parts.catalogue, since), separators=(",", ":"))


def make_card_page(studio: Studio, language: str, key: str) -> str:
    """The page of one thing."""
    scope = "" if studio.dataset().is_selectable(key) else ALL
    return card_page(studio.page(language, "card", f"card/{key}/", scope=scope), key)


def make_door(studio: Studio) -> str:
    """Where a copy is entered."""
    return door(studio.page(studio.parts.catalogue.languages[0].code, "door"))


def make_edition(studio: Studio) -> str:
    """Which edition a copy is, for screens that stay open."""
    return json.dumps({"edition": studio.parts.edition.name})


def make_robots(studio: Studio) -> bytes:
    """What crawlers may fetch."""
    return robots(studio.parts.settings.base_url)


def make_sitemap(studio: Studio, *addresses: str) -> bytes:
    """The list of pages for search engines."""
    find = studio.page(studio.parts.catalogue.languages[0].code, "explore").absolute
    return sitemap(addresses, find if studio.parts.settings.base_url else None)


def make_icon(studio: Studio) -> bytes:  # noqa: ARG001 - as makers are called
    """The icon of the program, for browsers that ask for it where none is named."""
    return ICON.read_bytes()


def make_reading(studio: Studio, language: str, name: str, scope: str = "") -> str:
    """A page that is read from top to bottom."""
    suffix = f"{scope}/{name}".lstrip("/")
    of_everything = ALL if name in _OF_EVERYTHING and studio.parts.edition.whole else scope
    page = studio.page(language, name, suffix, scope=of_everything)
    return READING_PAGES[name](page, studio.parts.edition.stories_in(language))


def make_figures(studio: Studio, language: str) -> str:
    """Charts and a table of all ties."""
    return figures(studio.page(language, "figures", "figures"))


def make_lost(studio: Studio, language: str) -> str:
    """What stands at an address that leads nowhere."""
    return lost(studio.page(language, "lost"))


def make_map_figure(studio: Studio, appearance: Scheme, scope: str = "") -> str:
    """``{"map": figure}`` for Plotly. It holds no words: that of the first language serves all."""
    view = studio.fixed(studio.parts.catalogue.languages[0].code, scope).map_view
    return f'{{"map":{figure_json(paint_map_figure(view, PALETTES[appearance]))}}}'


def make_preview(studio: Studio, language: str) -> bytes:
    """The picture that messages and posts show with a link; what draws it is loaded when it is asked for."""
    picture: bytes = resolve_name("dashboard.exports.hand_outs:render_preview")(studio.parts.edition.dataset, language)
    return picture


def make_export(studio: Studio, language: str, key: str, story: str = "", stop: int = 1) -> bytes:
    """A file to take away."""
    parts = studio.parts
    wish = Wish(
        story=studio.story(language, story) if story else None,
        stop=stop,
        embeds_fonts=True,
        made=parts.edition.day,
        public_url=parts.settings.base_url,
    )
    return EXPORTERS[key].render(parts.edition.dataset, language, wish)
