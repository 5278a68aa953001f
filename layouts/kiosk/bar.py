"""What is one tap away on every screen of the kiosk: views, languages, larger type, more contrast, the beginning."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from dashboard.i18n import Language
from layouts.context import Page

_ICONS = {
    "read-aloud": "M4 9.5v5h3.5l5 4v-13l-5 4ZM16 9a4.2 4.2 0 0 1 0 6M18.8 6.5a7.8 7.8 0 0 1 0 11",
    "start-over": "M4 11 12 4l8 7M6.5 9.5V20h11V9.5",
    "up": "M4 15 12 7l8 8",
    "down": "M4 9l8 8 8-8",
    "network": "M3.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M15.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"
    "M15.5 18.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M8.3 10.8l7.4-4M8.3 13.2l7.4 4",
}


def bar(page: Page, languages: Sequence[Language], *, is_spoken: bool) -> h.Element:
    """The bar at the edge that everybody reaches; ``is_spoken`` adds a key that reads the card aloud."""
    text = page.texts
    return h.nav("#bar.bar", aria_label=text("kiosk-bar"))[
        h.button(".key.key-start", type="button", data_action="start-over")[
            icon("start-over"), h.span[text("kiosk-start-over")]
        ],
        h.div(".switch", role="group", aria_label=text("tabs-label"))[
            (
                h.button(".key", type="button", data_pane=pane, aria_pressed="true" if pane == "map" else "false")[
                    text(f"{pane}-tab")
                ]
                for pane in ("map", "network")
            )
        ],
        h.div(".aids", role="group", aria_label=text("kiosk-aids"))[
            _aid("large", [h.span(".aid-sign", aria_hidden="true")[text("kiosk-large-sign")], text("kiosk-large")]),
            _aid(
                "contrast",
                [
                    h.svg(".icon", viewBox="0 0 24 24", aria_hidden="true", focusable="false")[
                        h.circle(cx="12", cy="12", r="8.5"), h.path(".half", d="M12 3.5a8.5 8.5 0 0 1 0 17Z")
                    ],
                    text("kiosk-contrast"),
                ],
            ),
            h.button(".key", type="button", data_action="read-aloud", aria_pressed="false", hidden=True)[
                icon("read-aloud"), text("kiosk-read-aloud")
            ]
            if is_spoken
            else None,
        ],
        language_keys(page, languages),
    ]


def _aid(name: str, content: h.Node) -> h.Element:
    return h.button(".key", type="button", data_aid=name, aria_pressed="false")[content]


def language_keys(page: Page, languages: Sequence[Language]) -> h.Node:
    """One key a language, by its own name; nothing when there is only one."""
    if len(languages) < 2:
        return None
    return h.div(".languages", role="group", aria_label=page.texts("languages-label"))[
        (
            h.button(
                ".key",
                type="button",
                lang=language.code,
                data_language=language.code,
                aria_pressed="true" if language == page.language else "false",
            )[language.endonym]
            for language in languages
        )
    ]


def paging(page: Page, scroller: str) -> h.Element:
    """Up and down, for whoever taps rather than drags; shown when there is more than fits."""
    return h.div(".paging", data_pages=scroller, role="group", aria_label=page.texts("kiosk-paging"), hidden=True)[
        (
            h.button(".key", type="button", data_page=way, aria_label=page.texts(f"kiosk-page-{way}"))[icon(way)]
            for way in ("up", "down")
        )
    ]


def idle_dialog(page: Page, languages: Sequence[Language], seconds: int) -> h.Element:
    """Is anybody there? Counts down in large figures."""
    text = page.texts
    return h.dialog("#idle.idle", aria_labelledby="idle-heading", aria_describedby="idle-text")[
        h.h2("#idle-heading")[text("kiosk-idle-heading")],
        h.p("#idle-left.idle-left", role="timer")[str(seconds)],
        h.p("#idle-text")[text("kiosk-idle-text")],
        h.button(".key.key-continue", type="button", data_action="continue", autofocus=True)[text("kiosk-continue")],
        h.button(".key", type="button", data_action="start-over")[text("kiosk-start-over")],
        language_keys(page, languages),
    ]


def icon(name: str) -> h.Element:
    """A small drawing beside or instead of words."""
    return h.svg(".icon", viewBox="0 0 24 24", aria_hidden="true", focusable="false")[h.path(d=_ICONS[name])]
