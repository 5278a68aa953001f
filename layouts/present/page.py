"""Presenting: a story on stage, the speaker's window beside it, and the same stops on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from weakref import WeakKeyDictionary

import htpy as h
from markupsafe import Markup

from dashboard.figures.map.records import LabelSpot
from dashboard.stories.address import DeckAddress, parse_deck
from dashboard.stories.network_scenes import draw_callout_near
from dashboard.stories.records import Story
from layouts import shell
from layouts.context import Page
from layouts.fixed_parts import FixedParts
from layouts.present.deck import Deck, Showing, build_deck
from layouts.present.notes import notes_window
from layouts.present.slide import paper_slide, shared_parts, slide_classes
from layouts.present.stage import overlays, stage
from layouts.wiring import Wiring

# Texts that scripts put on the page. Placeholders stay in braces, to be filled in the browser.
_SCRIPT_TEXTS: Mapping[str, tuple[str, ...]] = {
    "present-number": ("number", "total"),
    "present-return": ("number",),
    "present-mended": (),
    "present-announce": ("number", "total", "title"),
    "present-question-now": ("name",),
    "present-question-card": (),
}


class Asked(NamedTuple):
    """What the address asks of this mode; part of what a page is kept by."""

    address: DeckAddress
    is_mended: bool
    stories: tuple[Story, ...]
    day: dt.date

    @property
    def story(self) -> Story:
        return next(story for story in self.stories if story.id == self.address.story)


def read_address(query: str, stories: Sequence[Story], selectable: Container[str]) -> Asked:
    """Read the query of this mode; ``stories`` are those in the page's language, at least one."""
    address, is_mended = parse_deck(query, {story.id: len(story.stops) for story in stories}, selectable)
    return Asked(address, is_mended, tuple(stories), dt.datetime.now().astimezone().date())


def present(page: Page, fixed: FixedParts, wiring: Wiring) -> str:
    """A page of this mode as a whole HTML document.

    Args:
        page: the page that is asked for.
        fixed: from ``paint_fixed_parts`` of the same data and language.
        wiring: holds what ``read_address`` made of the query.
    """
    asked = wiring.asked
    if not isinstance(asked, Asked):
        raise TypeError("the presentation needs its address")
    deck = _deck(page, asked.story, fixed)
    showing = deck.showings[asked.address.stop - 1]
    return _VIEWS[asked.address.view](_Sheet(page, fixed, asked, deck, showing))


class _Sheet(NamedTuple):
    page: Page
    fixed: FixedParts
    asked: Asked
    deck: Deck
    showing: Showing


_DECKS: WeakKeyDictionary[FixedParts, dict[tuple[Story, str], Deck]] = WeakKeyDictionary()


def _deck(page: Page, story: Story, fixed: FixedParts) -> Deck:
    """The deck of a story, made once for each edition of the data."""
    decks = _DECKS.setdefault(fixed, {})
    key = (story, page.public_url)
    if key not in decks:
        decks[key] = build_deck(page, story, fixed)
    return decks[key]


def _on_stage(sheet: _Sheet) -> str:
    asked, deck = sheet.asked, sheet.deck
    body: list[h.Node] = [
        shared_parts(deck),
        stage(deck, sheet.showing, asked.address.select),
        *overlays(deck),
        _paper(sheet, inert=True),
        sheet.fixed.cards,
    ]
    return _document(sheet, body, [_index(sheet.fixed), shell.json_block("deck", _tell(sheet))])


def _notes(sheet: _Sheet) -> str:
    body: list[h.Node] = [
        shared_parts(sheet.deck),
        notes_window(sheet.deck, sheet.asked.address.stop),
        _paper(sheet, inert=True),
    ]
    return _document(sheet, body, [_index(sheet.fixed), shell.json_block("deck", _tell(sheet))])


def _on_paper(sheet: _Sheet) -> str:
    """All stops one below the other, without scripts: what is printed."""
    return _document(
        sheet,
        [
            shared_parts(sheet.deck),
            h.main("#main")[h.h1(".visually-hidden")[sheet.deck.story.title], _paper(sheet, inert=False)],
        ],
        [],
        scripts=False,
    )


def _paper(sheet: _Sheet, *, inert: bool) -> h.Element:
    deck = sheet.deck
    around = h.nav if inert else h.div
    return around("#paper.paper", aria_label=sheet.page.texts("present-overview") if inert else None)[
        (
            h.div(".sheet", data_sheet=str(showing.number))[
                paper_slide(deck, showing, day=sheet.asked.day, inert=inert),
                _sheet_link(sheet, showing) if inert else None,
            ]
            for showing in deck.showings
        )
    ]


def _sheet_link(sheet: _Sheet, showing: Showing) -> h.Element:
    return h.a(".sheet-link", href=sheet.deck.address(showing.number), data_goto=str(showing.number))[
        h.span(".sheet-number")[str(showing.number)], h.span[showing.stop.title]
    ]


def _document(sheet: _Sheet, body: h.Node, data: list[h.Node], *, scripts: bool = True) -> str:
    address = sheet.asked.address
    selected = address.select or sheet.showing.focus.selected
    page = replace(sheet.page, state=sheet.page.state.model_copy(update={"select": selected}))
    files = page.front_end
    head = [
        h.link(rel="stylesheet", href=files.url("present.css")),
        h.script(src=files.url("present.js"), defer=True) if scripts else None,
    ]
    title = sheet.deck.story.title if address.view else f"{sheet.showing.stop.title} · {sheet.deck.story.title}"
    attributes = {"data-view-of": address.view or "stage", "data-story": address.story, "data-stop": str(address.stop)}
    return shell.document(
        page, title=title, body=body, data=data, summary=sheet.deck.story.summary, head=head, attributes=attributes
    )


def _index(fixed: FixedParts) -> Markup:
    """The explorer's index under a name of its own, since the explorer's script must not begin here."""
    return Markup(str(fixed.index).replace('id="index"', 'id="network-index"', 1))  # noqa: S704 - painted and escaped before


def _tell(sheet: _Sheet) -> dict[str, object]:
    """What the script must know; see ``assets/js/present/main.js`` for the shape."""
    texts, deck = sheet.page.texts, sheet.deck
    return {
        "stories": {story.id: len(story.stops) for story in sheet.asked.stories},
        "story": deck.story.id,
        "mended": int(sheet.asked.is_mended),
        "stops": [_tell_stop(deck, showing) for showing in deck.showings],
        "spots": {label.id: _tell_spot(label.wide) for label in deck.map_view.labels},
        "kinds": {entity.id: entity.kind.value for entity in sheet.page.dataset.entities},
        "texts": {key: texts(key, **{name: f"{{{name}}}" for name in names}) for key, names in _SCRIPT_TEXTS.items()},
    }


def _tell_stop(deck: Deck, showing: Showing) -> dict[str, object]:
    focus, scene = showing.focus, showing.scene
    callouts = draw_callout_near(deck.network_view, focus).callouts
    return {
        "title": showing.stop.title,
        "classes": slide_classes(showing),
        "select": focus.selected,
        "near": sorted(focus.near),
        "out": sorted(focus.out),
        "camera": scene.camera,
        "rows": scene.rows,
        "callout": next((each.y for each in callouts if each.owner == focus.selected), None),
        "labels": _tell_spots(scene.labels),
        "narrow": {"camera": scene.narrow_camera, "labels": _tell_spots(scene.narrow_labels)},
    }


def _tell_spots(spots: Mapping[str, LabelSpot]) -> dict[str, list[object]]:
    return {key: _tell_spot(spot) for key, spot in spots.items()}


def _tell_spot(spot: LabelSpot) -> list[object]:
    return [spot.anchor, spot.dx, spot.dy, int(spot.has_leader), int(spot.crowded)]


_VIEWS = {"": _on_stage, "notes": _notes, "print": _on_paper}
