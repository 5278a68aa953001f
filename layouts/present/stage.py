"""What stands on stage: one live slide, the quiet controls around it, and what opens over it."""

from __future__ import annotations

import htpy as h

from layouts.present.deck import Deck

KEYS = (
    ("next", ("→", "↓", "Page Down", "Space")),
    ("back", ("←", "↑", "Page Up", "Shift + Space")),
    ("first", ("Home",)),
    ("last", ("End",)),
    ("jump", ("1 2 … Enter",)),
    ("question", ("/",)),
    ("return", ("Esc", "Backspace")),
    ("blank", ("B", ".")),
    ("overview", ("O",)),
    ("full", ("F", "F5")),
    ("notes", ("S",)),
    ("help", ("?",)),
)
"""What keys do on stage, in the order of the help; ``assets/js/present/keys.js`` obeys them."""


_CONTROLS = (
    ("ask", "present-touch-question"),
    ("overview", "present-overview-short"),
    ("blank", "present-touch-blank"),
    ("full", "present-key-full"),
    ("notes", "present-touch-notes"),
)
"""What fingers reach at the foot of the stage, where keys are not at hand."""


def without_scripts(deck: Deck) -> h.Element:
    """What is read where no script runs: the way to the page that needs none."""
    texts = deck.page.texts
    return h.noscript[
        h.div(".without-scripts")[
            h.p[h.strong[deck.story.title]],
            h.p[deck.story.summary],
            h.p[h.a(href=deck.page_address("print"))[texts("present-overview")]],
        ]
    ]


def stage(deck: Deck) -> h.Element:
    """The live slide, still empty: the script puts the pictures and the words of a stop on it before it is seen."""
    texts = deck.page.texts
    return h.main("#main.stage-room")[
        h.section("#slide.slide.is-live", aria_labelledby="slide-title")[
            h.div(".slide-body")[
                h.header(".slide-head")[h.h1("#slide-title.slide-title")[deck.story.title], h.div(".slide-text")],
                h.div(".slide-pictures")[
                    h.section("#map", data_view="map", aria_label=texts("map-heading"))[
                        h.p(".visually-hidden")[deck.map_view.alt]
                    ],
                    h.section("#network", data_view="network", aria_label=texts("network-heading"))[
                        h.p(".visually-hidden")[deck.network_view.alt]
                    ],
                    h.div("#stage-takeaway"),
                    h.div("#stage-legend"),
                    h.div("#stage-courses"),
                    h.aside("#answer.answer", hidden=True, aria_label=texts("present-question-card")),
                ],
                _foot(deck),
            ]
        ]
    ]


def _foot(deck: Deck) -> h.Element:
    """Where we are, and the way on."""
    texts = deck.page.texts
    return h.nav("#stage-nav.slide-foot", aria_label=texts("present-navigation"))[
        h.a("#go-back.go", href=deck.address(1), rel="prev")[_arrow("M12 4 6 10l6 6"), texts("present-back")],
        h.span("#stage-number.slide-number"),
        h.button("#go-return.go", type="button", data_action="return", hidden=True),
        h.a("#go-on.go", href=deck.address(1), rel="next")[texts("present-next"), _arrow("M8 4l6 6-6 6")],
        h.span(".progress", aria_hidden="true")[h.span("#progress-bar")],
        h.span(".touch-controls")[
            (h.button(".go", type="button", data_action=name)[texts(key)] for name, key in _CONTROLS)
        ],
        h.button("#open-help.go", type="button", data_action="help")[texts("present-help-open")],
        h.a(".go", href=deck.page.path())[texts("present-leave")],
    ]


def _arrow(path: str) -> h.Element:
    return h.svg(".arrow-icon", viewBox="0 0 20 20", aria_hidden="true", focusable="false")[h.path(d=path)]


def question_box(deck: Deck) -> h.Element:
    """The search of a question, on stage and in the speaker's window."""
    texts = deck.page.texts
    return h.div(
        "#question.overlay", role="dialog", aria_modal="true", aria_label=texts("present-question"), hidden=True
    )[
        h.div(".overlay-box")[
            h.label(".overlay-label", for_="question-field")[texts("present-question")],
            h.input(
                id="question-field",
                type="text",
                role="combobox",
                aria_controls="question-list",
                aria_expanded="false",
                aria_autocomplete="list",
                autocomplete="off",
                spellcheck="false",
                maxlength="80",
            ),
            h.ul("#question-list", role="listbox", aria_label=texts("present-question-matches")),
            h.p("#question-none", role="status", hidden=True)[texts("present-question-none")],
        ]
    ]


def overlays(deck: Deck) -> list[h.Element]:
    """What opens over the stage: search, help, the black screen, a word about a closed window."""
    texts = deck.page.texts
    return [
        question_box(deck),
        h.div(
            "#help.overlay",
            role="dialog",
            aria_modal="true",
            aria_labelledby="help-heading",
            hidden=True,
            tabindex="-1",
        )[h.div(".overlay-box")[h.h2(id="help-heading")[texts("present-help")], _keys(deck), _touch(deck)]],
        h.div("#blank", role="img", aria_label=texts("present-blank"), hidden=True),
        h.div("#blocked.overlay-note", role="status", hidden=True)[
            texts("present-notes-blocked"),
            " ",
            h.a("#notes-link", href=deck.page_address("notes"), target="_blank")[texts("present-notes-link")],
        ],
        h.div("#unreachable.overlay-note", role="status", hidden=True)[texts("present-notes-unreachable")],
        h.div("#typed.overlay-note", aria_hidden="true", hidden=True),
        h.div("#live.visually-hidden", role="status", aria_live="polite"),
    ]


def _keys(deck: Deck) -> h.Element:
    texts = deck.page.texts
    return h.dl(".keys")[
        (h.div[h.dt[(h.kbd[key] for key in keys)], h.dd[texts(f"present-key-{name}")]] for name, keys in KEYS)
    ]


def _touch(deck: Deck) -> h.Element:
    texts = deck.page.texts
    return h.div[
        h.h3[texts("present-help-gestures")],
        h.p[texts("present-help-touch")],
        h.p[texts("present-help-letters")],
        h.label(".letter-keys")[
            h.input(id="letter-keys", type="checkbox", checked=True, autocomplete="off"), texts("present-letter-keys")
        ],
    ]
