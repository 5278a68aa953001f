"""The touch screen in a lobby: the explorer's parts under one finger, and a globe while nobody is there."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from dashboard.i18n import Language
from dashboard.screen import LEAST_MM, TEXT_MM, Screen
from dashboard.settings import Settings
from layouts.addresses import EDITION
from layouts.card.content import card, card_templates
from layouts.context import Page
from layouts.documents import OPENINGS
from layouts.explore.listing import listing
from layouts.kiosk.attract import attract, compute_slides
from layouts.kiosk.bar import bar, idle_dialog, paging
from layouts.kiosk.index import group_by_initial, initials_bar
from layouts.kiosk.pictures import map_panel, network_panel
from layouts.kiosk.qr import compute_codes, qr_panel
from layouts.page_index import pick_index
from layouts.shell import inline_script, json_block, preload_fonts


def kiosk(page: Page, settings: Settings, edition: str) -> str:
    """The kiosk as a whole HTML document; it needs its script, for it is nothing without touch.

    Args:
        page: the page that is asked for; ``closed``, so that nothing in it leads away.
        settings: of the installation: languages, screen, times.
        edition: a name that changes whenever what the screen shows has changed.
    """
    languages = shown_languages(page, settings.kiosk_languages)
    own_first = sorted(languages, key=lambda language: language != page.language)
    return str(
        h.html(
            lang=page.language.code,
            dir=page.language.direction,
            translate="no",
            data_theme="light",
            data_low=lies_low(settings),
            style=_measures(settings),
        )[
            _head(page),
            h.body(data_mode="kiosk", data_selected="", data_phase="attract", data_pane="map")[
                attract(page, languages if settings.kiosk_languages else own_first),
                _scene(page, languages, settings, edition),
                h.div("#live.visually-hidden", role="status", aria_live="polite"),
                json_block("kiosk", _tell(page, languages, settings, edition)),
            ],
        ]
    )


def shown_languages(page: Page, wanted: str) -> Sequence[Language]:
    """The languages of the screen in the order of the setting.

    Args:
        page: knows the catalogue.
        wanted: codes, separated by commas; without one every language of the catalogue is shown.
    """
    by_code = {language.code: language for language in page.catalogue.languages}
    chosen = [by_code[code.strip()] for code in wanted.split(",") if code.strip()]
    return tuple(dict.fromkeys(chosen)) or page.catalogue.languages


def lies_low(settings: Settings) -> bool:
    """Whether everything that is touched lies at the foot of a wide screen."""
    if settings.screen_low == "auto":
        return Screen(settings.screen_width, settings.screen_height, settings.screen_inch).is_high
    return settings.screen_low == "true"


def _head(page: Page) -> h.Element:
    files = page.front_end
    return h.head[
        h.meta(charset="utf-8"),
        h.title[page.about.name],
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="robots", content="noindex"),
        h.meta(name="google", content="notranslate"),  # or the browser offers to translate, in a bubble of its own
        preload_fonts(page),
        h.link(rel="stylesheet", href=files.url("kiosk.css")),
        h.link(rel="icon", href="data:,"),  # no tab shows it, and the browser would ask for it at every selection
        inline_script(page, "from-disk.js") if page.is_copy else None,
        h.script(src=files.url("kiosk.js"), defer=True),
    ]


def _measures(settings: Settings) -> str:
    """Pixels a millimetre, from which the style sheet works out type and targets."""
    screen = Screen(settings.screen_width, settings.screen_height, settings.screen_inch)
    return f"--mm:{screen.px_per_mm:.4f}px;--target:{screen.target_px}px;--text-mm:{TEXT_MM};--least-mm:{LEAST_MM}"


def _scene(page: Page, languages: Sequence[Language], settings: Settings, edition: str) -> h.Element:
    """Everything that depends on the language; the script keeps one of these for each."""
    return h.div(
        "#scene.scene",
        lang=page.language.code,
        dir=page.language.direction,
        data_edition=edition,
        inert=True,
    )[
        h.header(".kiosk-head")[
            h.h1(".kiosk-title")[page.about.name], h.p(".kiosk-subtitle")[page.about.subtitle], qr_panel(page)
        ],
        h.main(".kiosk-main")[
            map_panel(page),
            h.div(".network-frame")[network_panel(page), paging(page, "#network-scroller")],
            h.div(".kiosk-lower")[
                initials_bar(page),
                h.div(".list-frame")[listing(page), paging(page, "#list .scroller")],
                h.div(".card-frame")[card(page), paging(page, "#card-body")],
            ],
        ],
        bar(page, languages, is_spoken=settings.speech),
        idle_dialog(page, languages, settings.countdown_seconds),
        h.div("#cards", hidden=True)[card_templates(page)],
        json_block("index", _index(page)),
        json_block("index-kiosk", {"initials": group_by_initial(page), "codes": compute_codes(page)}),
    ]


def _index(page: Page) -> dict[str, object]:
    """Of the explorer's index what a touch needs: what stands beside what, and what it is called."""
    return pick_index(
        page,
        whole=("vocabulary", "texts"),
        of_entities=("kind", "name", "country"),
        of_ties=("kind", "name", "ends", "exchange", "homes"),
    )


def _tell(page: Page, languages: Sequence[Language], settings: Settings, edition: str) -> dict[str, object]:
    """What the script is told: times in milliseconds, addresses, languages, slides."""
    return {
        "edition": edition,
        "program": f"{page.front_end.url('kiosk.js')} {page.front_end.url('kiosk.css')}",
        "idle": round(settings.idle_seconds * 1000),
        "countdown": settings.countdown_seconds * 1000,
        "screen": [settings.screen_width, settings.screen_height, settings.screen_inch],
        "low": lies_low(settings),
        "languages": [
            {"code": language.code, "address": page.address(f"/{language.code}/{page.suffix}")}
            for language in languages
        ],
        "globe": page.front_end.url("globe.json"),
        "health": page.address(EDITION if page.is_copy else "/healthz?screen"),
        "openings": page.address(OPENINGS),
        "usage": page.address("/kiosk/usage") if settings.usage else "",
        "workers": page.workers(*dict.fromkeys((*(language.code for language in languages), page.language.code))),
        "slides": compute_slides(page, languages),
    }
