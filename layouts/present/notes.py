"""The speaker's window: this stop and the next, what to say, the time."""

from __future__ import annotations

import htpy as h
from markdown_it import MarkdownIt
from markupsafe import Markup

from layouts.present.deck import Deck

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "breaks": True})


def notes_window(deck: Deck) -> h.Element:
    """Clock, elapsed time, notes of every stop (one is shown) and the way on. The slides stand beside it."""
    texts = deck.page.texts
    return h.main("#main.notes-room")[
        h.header(".notes-head")[
            h.h1[deck.story.title],
            h.p(".notes-time")[
                h.span[texts("present-clock")],
                h.output("#clock")["--:--"],
                h.span[texts("present-elapsed")],
                h.output("#elapsed")["0:00"],
                h.button("#reset-time.go", type="button")[texts("present-reset")],
            ],
        ],
        h.nav(".notes-nav", aria_label=texts("present-navigation"))[
            h.a("#go-back.go", href=deck.page_address("notes"), rel="prev")[texts("present-back")],
            h.span("#stage-number"),
            h.a("#go-on.go", href=deck.page_address("notes"), rel="next")[texts("present-next")],
            h.button(".go", type="button", data_action="ask")[texts("present-touch-question")],
            h.span("#question-now", hidden=True),
        ],
        h.div("#notes-now.notes-now", aria_live="polite")[
            (
                h.article(".notes", data_notes_of=str(place), hidden=True)[
                    h.h2[stop.title], render_notes(stop.notes) or h.p(".fine")[texts("present-no-notes")]
                ]
                for place, stop in enumerate(deck.story.stops, start=1)
            )
        ],
    ]


def render_notes(notes: str) -> Markup:
    """Notes as HTML; Markdown is understood, HTML in it is shown as it was typed."""
    return Markup(_MARKDOWN.render(notes))  # noqa: S704 - Markdown's own output, with HTML switched off
