"""What the scripts of stage and speaker's window must know; see ``assets/js/present/main.js`` for the shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.figures.map.records import LabelSpot
from dashboard.stories import Story
from dashboard.stories.network_scenes import draw_callout_near
from layouts.documents import OPENINGS
from layouts.page_index import pick_index
from layouts.present.addresses import PARTS, suffix_of
from layouts.present.deck import Deck, Showing
from layouts.present.slide import slide_classes

# Texts that scripts put on the page. Placeholders stay in braces, to be filled in the browser.
_SCRIPT_TEXTS: Mapping[str, tuple[str, ...]] = {
    "present-number": ("number", "total"),
    "present-return": ("number",),
    "present-mended": (),
    "present-announce": ("number", "total", "title"),
    "present-question-now": ("name",),
    "present-question-card": (),
}
_OF_ENTITIES = ("kind", "name", "homes", "ties", "themes", "country")
_OF_TIES = ("kind", "name", "ends", "exchange", "homes", "ties", "themes")


def tell_stage(deck: Deck, stories: Sequence[Story]) -> dict[str, object]:
    """For the stage, which also answers questions: the network, and where the cards lie."""
    page = deck.page
    return {
        **_tell(deck, stories),
        "spots": {label.id: _tell_spot(label.wide) for label in deck.map_view.labels},
        "cards": page.address(f"/data/{page.language.code}/cards.html"),
        "openings": page.address(OPENINGS),
        "workers": page.workers(page.language.code),
    }


def tell_notes(deck: Deck, stories: Sequence[Story]) -> dict[str, object]:
    """For the speaker's window, which asks too, and names what a question on stage is about."""
    dataset = deck.page.dataset
    selectable = (*dataset.entity, *(tie.id for tie in dataset.exchange_ties))
    return {**_tell(deck, stories), "names": {key: deck.page.label(key) for key in selectable}}


def _tell(deck: Deck, stories: Sequence[Story]) -> dict[str, object]:
    page = deck.page
    return {
        "story": deck.story.id,
        "kinds": {entity.id: entity.kind.value for entity in page.dataset.entities},
        "index": pick_index(page, whole=("vocabulary",), of_entities=_OF_ENTITIES, of_ties=_OF_TIES),
        "words": page.address(f"/data/{page.language.code}/search.json"),
        "pages": {story.id: {part: page.path(suffix_of(story.id, part)) for part in PARTS} for story in stories},
        "stops": [_tell_stop(deck, showing) for showing in deck.showings],
        "texts": {
            key: page.texts(key, **{name: f"{{{name}}}" for name in names}) for key, names in _SCRIPT_TEXTS.items()
        },
    }


def _tell_stop(deck: Deck, showing: Showing) -> dict[str, object]:
    focus, scene = showing.focus, showing.scene
    callouts = draw_callout_near(deck.network_view, focus).callouts
    return {
        "title": showing.stop.title,
        "classes": slide_classes(deck, showing),
        "select": focus.selected,
        "near": sorted(focus.near),
        "out": sorted(focus.out),
        "camera": scene.camera,
        "rows": scene.rows,
        "callout": next((each.y for each in callouts if each.owner == focus.selected), None),
        "labels": _tell_spots(scene.labels),
        "shapes": {
            shape: {"camera": sight.camera, "labels": _tell_spots(sight.labels)}
            for shape, sight in scene.shapes.items()
        },
    }


def _tell_spots(spots: Mapping[str, LabelSpot]) -> dict[str, list[object]]:
    return {key: _tell_spot(spot) for key, spot in spots.items()}


def _tell_spot(spot: LabelSpot) -> list[object]:
    return [spot.anchor, spot.dx, spot.dy, int(spot.has_leader), int(spot.crowded)]
