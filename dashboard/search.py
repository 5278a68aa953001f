"""By what a search finds things: an entity by its names, and by the kinds of tie and themes that it has to do with.

The search itself runs in the browser: ``assets/js/core/search.js``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.folding import fold
from dashboard.i18n import territory_names
from dashboard.model import Dataset, Entity, EntityKind

SearchWords = Mapping[str, Mapping[str, list[str]]]
"""Folded words for kinds of exchange tie (``"ties"``, by kind) and for themes (``"themes"``, by id)."""


def search_keys(entity: Entity, dataset: Dataset) -> list[str]:
    """Folded, without doubles: every name of an entity, what stands at its point, and words that only help the search.

    A partner is also found by whatever its country is found by.
    """
    countries: Iterable[Entity] = ()
    if entity.kind == EntityKind.PARTNER:
        countries = [other for other in dataset.of_kind(EntityKind.COUNTRY) if other.country == entity.country]
    names = [name for each in (entity, *countries) for name in _names(each)]
    if entity.kind in (EntityKind.PARTNER, EntityKind.COUNTRY) and entity.country:
        names += territory_names(entity.country)
    return _folded(names)


def search_words(dataset: Dataset) -> SearchWords:
    """What kinds of tie and themes are called in every language, and what else people call a kind of tie."""
    return {
        "ties": {
            kind.id: _folded(
                word for texts in (kind.names, kind.words) for text in texts.values() for word in text.split(";")
            )
            for kind in dataset.kinds
        },
        "themes": {theme.id: _folded(theme.names.values()) for theme in dataset.themes},
    }


def _names(entity: Entity) -> Iterable[str]:
    yield from entity.names.values()
    yield entity.reading or ""
    yield from (name.text for name in entity.other_names)
    yield from entity.place.seat.values() if entity.place else ()
    yield from entity.search_words


def _folded(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for word in map(fold, texts) if word))
