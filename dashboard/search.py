"""By what a search finds things: names, what they have to do with, and what is said of them, each in its own words.

The search itself runs in the browser: ``assets/js/core/search.js``, which also folds the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from dashboard.i18n import Catalogue, Language, format_period, territory_names
from dashboard.model import Dataset, Entity, EntityKind

Words = Sequence[tuple[str, str, str, int]]
"""Sort of a text, the text, its language (empty if it has none), and 1 where only a later source says so."""

SORTS = ("name", "word", "place", "country", "tie", "theme")
"""Sorts of texts that need a word to say what they are; the others, such as a summary, say it themselves."""

_FIRST = (EntityKind.PARTNER, EntityKind.HOME, EntityKind.ORGANISATION)


def search_words(dataset: Dataset, catalogue: Catalogue, language: str) -> dict[str, object]:
    """Everything that a search in a page of one language may meet; see ``assets/js/core/search.js`` for the shape.

    Texts of all languages are there, those of the page's first: what was met is shown.
    """
    texts = catalogue.texts(language)
    gather = _Words(dataset, catalogue, texts.language)
    return {
        "sorts": {sort: texts(f"search-sort-{sort}") if sort in SORTS else "" for sort in (*SORTS, *gather.SAID)},
        "line": texts("search-line", what="{what}", text="{text}"),
        "things": {
            **{entity.id: gather.of_entity(entity) for entity in sorted(dataset.entities, key=_place)},
            **{tie.id: gather.of_statements(tie.id) for tie in dataset.exchange_ties},
        },
        "ties": {kind.id: gather.of_kind(kind.names, kind.words) for kind in dataset.kinds},
        "themes": {theme.id: gather.localised("theme", theme.names) for theme in dataset.themes},
    }


def _place(entity: Entity) -> int:
    return _FIRST.index(entity.kind) if entity.kind in _FIRST else len(_FIRST)


class _Words:
    SAID = ("summary", "date", "contact")

    def __init__(self, dataset: Dataset, catalogue: Catalogue, language: Language) -> None:
        self._dataset = dataset
        self._catalogue = catalogue
        self._languages = sorted(catalogue.languages, key=lambda each: each != language)

    def of_entity(self, entity: Entity) -> Words:
        """Names first, each once."""
        return list(dict.fromkeys(chain(self._names(entity), self._around(entity), self._said(entity))))

    def localised(self, sort: str, texts: Mapping[str, str], later: int = 0) -> Words:
        """A text in each of its languages."""
        ranked = sorted(texts.items(), key=lambda item: self._rank(item[0]))
        return [(sort, text, code, later) for code, text in ranked if text]

    def of_kind(self, names: Mapping[str, str], words: Mapping[str, str]) -> Words:
        """What a kind of tie is called, and what else people call it."""
        others = {code: text.split(";") for code, text in words.items()}
        return [
            *self.localised("tie", names),
            *(("tie", word.strip(), code, 0) for code, each in others.items() for word in each if word.strip()),
        ]

    def of_statements(self, key: str) -> Words:
        """When what happened, and how to get in touch. Notes are left out: some say what a thing is not."""
        return [*self._dates(key), *self._contacts(key)]

    def _said(self, entity: Entity) -> Words:
        return [*self.localised("summary", entity.summary), *self.of_statements(entity.id)]

    def _rank(self, code: str) -> int:
        return next((place for place, each in enumerate(self._languages) if each.code == code), len(self._languages))

    def _names(self, entity: Entity) -> Iterator[tuple[str, str, str, int]]:
        yield from self.localised("name", entity.names)
        if entity.reading:
            yield "name", entity.reading, "ja", 0
        for name in entity.other_names:
            yield "name", name.text, name.language, int(name.later)

    def _around(self, entity: Entity) -> Iterator[tuple[str, str, str, int]]:
        yield from (("word", word, "", 0) for word in entity.search_words)
        if entity.place:
            yield from self.localised("place", entity.place.seat)
        if entity.kind not in (EntityKind.PARTNER, EntityKind.COUNTRY) or not entity.country:
            return
        yield from (("country", name, "", 0) for name in territory_names(entity.country))
        if entity.kind == EntityKind.PARTNER:
            for country in self._dataset.of_kind(EntityKind.COUNTRY):
                if country.country == entity.country:
                    yield from (("country", *each[1:]) for each in self._country_words(country))

    def _country_words(self, country: Entity) -> Iterable[tuple[str, str, str, int]]:
        yield from self._names(country)
        yield from (("word", word, "", 0) for word in country.search_words)

    def _dates(self, key: str) -> Iterator[tuple[str, str, str, int]]:
        for fact in self._dataset.dated_facts:
            if fact.about != key:
                continue
            for language in self._languages:
                what = fact.what.get(language.code, "")
                for when in dict.fromkeys((format_period(fact.when, language), fact.when.isoformat())):
                    yield "date", self._line(language, when, what), language.code, int(fact.later)

    def _contacts(self, key: str) -> Iterator[tuple[str, str, str, int]]:
        for contact in self._dataset.contacts:
            if contact.about != key:
                continue
            for language in self._languages:
                what = self._catalogue.texts(language.code)(f"contact-{contact.key.replace('_', '-')}")
                if value := contact.value.get(language.code):
                    yield "contact", self._line(language, what, value), language.code, 0

    def _line(self, language: Language, what: str, text: str) -> str:
        return self._catalogue.texts(language.code)("search-line", what=what, text=text) if text else what
