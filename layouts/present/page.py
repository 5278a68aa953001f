"""Presenting: the pages of a story in one language. Each depends on the data and the story alone.

Which stop is seen, and what a question has turned to, stands in the query, which the scripts read.
"""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from dashboard.stories import Story
from layouts import shell
from layouts.present.addresses import Part
from layouts.present.deck import Deck
from layouts.present.notes import notes_window
from layouts.present.slide import paper_slide, pictures, shared_parts, words
from layouts.present.stage import overlays, question_box, stage, without_scripts
from layouts.present.telling import tell_notes, tell_stage


def stage_page(deck: Deck, stories: Sequence[Story]) -> str:
    """A story on stage as a whole HTML document; ``stories`` are all that are told in its language."""
    body = [shared_parts(deck), without_scripts(deck), stage(deck), *overlays(deck), _sheets(deck), *_stops(deck)]
    return _document(deck, "stage", body, shell.json_block("deck", tell_stage(deck, stories)))


def notes_page(deck: Deck, stories: Sequence[Story]) -> str:
    """The speaker's window."""
    body = [
        shared_parts(deck),
        without_scripts(deck),
        notes_window(deck),
        question_box(deck),
        _sheets(deck),
        *_stops(deck),
    ]
    return _document(deck, "notes", body, shell.json_block("deck", tell_notes(deck, stories)))


def print_page(deck: Deck) -> str:
    """All stops one below the other, complete without scripts: what is printed."""
    sheets = h.div("#paper.paper")[
        (h.div(".sheet", data_sheet=str(showing.number))[paper_slide(deck, showing)] for showing in deck.showings)
    ]
    main = h.main("#main")[h.h1(".visually-hidden")[deck.story.title], sheets]
    return _document(deck, "print", [shared_parts(deck), main], None)


def _stops(deck: Deck) -> list[h.Node]:
    """From what the script makes every slide: both pictures once, and the words of each stop."""
    return [pictures(deck), *(words(deck, showing) for showing in deck.showings)]


def _sheets(deck: Deck) -> h.Element:
    """The place of the small slides: in the overview, beside the notes, on paper."""
    return h.nav("#paper.paper", aria_label=deck.page.texts("present-overview"))


def _document(deck: Deck, part: Part, body: h.Node, data: h.Node) -> str:
    files = deck.page.front_end
    return shell.document(
        deck.page,
        title=deck.story.title,
        body=body,
        data=[data],
        summary=deck.story.summary,
        head=[
            h.link(rel="stylesheet", href=files.url("present.css")),
            h.script(src=files.url("present.js"), defer=True),
        ],
        attributes={"data-view-of": part},
        is_scripted=False,  # not by the explorer's
    )
