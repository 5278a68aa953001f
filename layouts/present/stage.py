"""What stands on stage: one live slide, the quiet controls around it, and what opens over it."""

from __future__ import annotations

import htpy as h

from dashboard.figures.map.svg import paint_labels
from dashboard.figures.network.svg import paint_network, paint_network_labels, paint_shapes
from dashboard.stories.network_scenes import draw_callout_near
from layouts.present.deck import Deck, Showing
from layouts.present.marks import show_states
from layouts.present.slide import (
    legend,
    map_state,
    map_style,
    network_style,
    slide_classes,
    slide_head,
    takeaway,
)

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


def stage(deck: Deck, showing: Showing, selected: str) -> h.Element:
    """The live slide. Everything of the map and the network is in it; the stop says what is seen."""
    return h.main("#main.stage-room")[
        h.section(
            id="slide",
            class_=f"slide is-live {slide_classes(showing)}",
            data_stop=str(showing.number),
            data_selected=selected or showing.focus.selected,
            aria_labelledby="slide-title",
        )[
            h.div(".slide-body")[
                slide_head(showing, heading_id="slide-title", heading=h.h1),
                h.div(".slide-pictures")[
                    _live_map(deck, showing),
                    _live_network(deck, showing),
                    h.div("#stage-takeaway")[takeaway(deck) if showing.stop.is_takeaway else None],
                    h.div("#stage-legend")[legend(deck, showing)],
                    h.aside("#answer.answer", hidden=not selected, aria_label=deck.page.texts("present-question-card")),
                ],
                _foot(deck, showing),
            ]
        ]
    ]


def _live_map(deck: Deck, showing: Showing) -> h.Element:
    view = deck.labels(showing, all_of_them=True)
    return h.section("#map", data_view="map", aria_label=deck.page.texts("map-heading"))[
        h.p(".visually-hidden")[view.alt],
        h.div("#map-stage.stage.map-stage", style=map_style(deck, showing))[
            show_states(deck.picture(showing) + str(paint_labels(view)), map_state(showing))
        ],
    ]


def _live_network(deck: Deck, showing: Showing) -> h.Element:
    view, texts = draw_callout_near(deck.network_view, showing.focus), deck.page.texts
    names = str(paint_network_labels(view, texts)).replace(str(paint_shapes()), "")
    return h.section("#network", data_view="network", aria_label=texts("network-heading"))[
        h.p(".visually-hidden")[view.alt],
        h.div("#network-stage.stage.stage-network", style=network_style(showing))[
            show_states(str(paint_network(view, texts)) + names, showing.focus.state)
        ],
    ]


def _foot(deck: Deck, showing: Showing) -> h.Element:
    """Where we are, and plain links to go on; they work without scripts too."""
    texts = deck.page.texts
    number, total = showing.number, len(deck.story.stops)
    return h.nav("#stage-nav.slide-foot", aria_label=texts("present-navigation"))[
        h.a("#go-back.go", href=deck.address(max(1, number - 1)), rel="prev")[
            _arrow("M12 4 6 10l6 6"), texts("present-back")
        ],
        h.span("#stage-number.slide-number")[texts("present-number", number=number, total=total)],
        h.a("#go-on.go", href=deck.address(min(total, number + 1)), rel="next")[
            texts("present-next"), _arrow("M8 4l6 6-6 6")
        ],
        h.span(".progress", aria_hidden="true")[
            h.span("#progress-bar", style=f"--share:{(number - 1) / max(1, total - 1):.4f}")
        ],
        h.button("#open-help.go.needs-script", type="button", data_action="help")[texts("present-help-open")],
        h.a(".go", href=deck.page.path())[texts("present-leave")],
    ]


def _arrow(path: str) -> h.Element:
    return h.svg(".arrow-icon", viewBox="0 0 20 20", aria_hidden="true", focusable="false")[h.path(d=path)]


def overlays(deck: Deck) -> list[h.Element]:
    """What opens over the stage: search, help, the black screen, a word about a closed window."""
    texts = deck.page.texts
    return [
        h.div("#question.overlay", role="dialog", aria_modal="true", aria_label=texts("present-question"), hidden=True)[
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
        ],
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
            h.a("#notes-link", href=deck.address(1, view="notes"), target="_blank")[texts("present-notes-link")],
        ],
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
        h.p[texts("present-help-touch")],
        h.p[texts("present-help-letters")],
        h.label(".letter-keys")[
            h.input(id="letter-keys", type="checkbox", checked=True, autocomplete="off"), texts("present-letter-keys")
        ],
    ]
