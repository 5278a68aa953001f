"""What the browser needs to know to select, filter, search and find paths by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from dashboard.address import Vocabulary
from dashboard.model import Entity, EntityKind, Tie
from layouts.context import Page
from layouts.parts import kind_label

# Texts that scripts put on the page. Placeholders stay in braces, to be filled in the browser.
_SCRIPT_TEXTS = {
    "announce-selected": ("name", "kind", "count"),
    "announce-selected-alone": ("name", "kind"),
    "announce-cleared": (),
    "announce-list": ("count", "total"),
    "list-count": ("count", "total"),
    "list-coming": (),
    "list-empty": (),
    "list-empty-search": ("words",),
    "list-empty-beyond": ("count", "words"),
    "search-clear": (),
    "search-suggestions": (),
    "search-words": ("words",),
    "filters-remove": (),
    "filter-remove": ("name",),
    "notice-unknown": (),
    "share-copied": (),
    "share-failed": (),
    "path-none": ("source", "target"),
    "path-same": (),
}


def compute_page_index(page: Page) -> dict[str, object]:
    """Vocabulary, entities, ties and texts; see ``assets/js/core/network.js`` for the shape."""
    vocabulary = Vocabulary.of(page.dataset)
    return {
        "language": page.language.code,
        "card": page.card("{id}"),
        "vocabulary": {
            "home": vocabulary.home,
            "tie": vocabulary.tie,
            "theme": vocabulary.theme,
            "pane": vocabulary.pane,
        },
        "entities": {entity.id: _entity_index(page, entity) for entity in page.dataset.entities},
        "ties": {tie.id: _tie_index(page, tie) for tie in page.dataset.ties},
        "texts": {
            "site-name": page.about.name,
            "site-subtitle": page.about.subtitle,
            **{key: page.texts(key, **{name: f"{{{name}}}" for name in names}) for key, names in _SCRIPT_TEXTS.items()},
        },
    }


def pick_index(
    page: Page, *, whole: Sequence[str], of_entities: Sequence[str], of_ties: Sequence[str]
) -> dict[str, object]:
    """Of the index what a page needs that does less than the explorer: whole parts, and some facts of each thing."""
    index = compute_page_index(page)
    return {
        **{name: index[name] for name in whole},
        "entities": _pick(index["entities"], of_entities),
        "ties": _pick(index["ties"], of_ties),
    }


def _pick(things: object, kept: Sequence[str]) -> dict[str, dict[str, object]]:
    told = cast("Mapping[str, Mapping[str, object]]", things)
    return {key: {name: thing[name] for name in kept if name in thing} for key, thing in told.items()}


def _entity_index(page: Page, entity: Entity) -> dict[str, object]:
    facets = page.facets[entity.id]
    return {
        "kind": kind_label(page, entity),
        "name": page.name(entity.id),
        "homes": facets.homes,
        "ties": facets.ties,
        "themes": facets.themes,
        "later": int(entity.later),
        "country": int(entity.kind == EntityKind.COUNTRY),
    }


def _tie_index(page: Page, tie: Tie) -> dict[str, object]:
    facets = page.facets[tie.id]
    index: dict[str, object] = {
        "ends": (tie.source, tie.target),
        "exchange": int(tie.is_exchange),
        "words": [
            page.tie_sentence(tie, tie.source, tie.target),
            page.tie_sentence(tie, tie.target, tie.source),
        ],
        "later": int(tie.later),
    }
    if tie.is_exchange:
        index |= {
            "kind": page.kind_name(tie.kind),
            "name": page.tie_name(tie),
            "homes": facets.homes,
            "ties": facets.ties,
            "themes": facets.themes,
        }
    return index
