"""The words that settings of a stop understand: ids, and the names that people know things by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from dashboard.folding import fold
from dashboard.i18n import Catalogue
from dashboard.model import Dataset, EntityKind

SETTINGS = ("select", "light", "show", "home", "tie", "theme", "frame", "takeaway", "sources")
SHOWS = ("both", "map", "network")
ANSWERS = ("yes", "no")


class Words(NamedTuple):
    """What may be written in one place, and what it stands for."""

    meanings: Mapping[str, str]  # folded word -> id
    choices: tuple[str, ...]  # what an error message offers

    def meaning(self, word: str) -> str | None:
        """The id that a word stands for; None for an unknown or ambiguous one."""
        return self.meanings.get(fold(word)) or None

    def suggest(self, word: str) -> str:
        """The choice that looks most like ``word``, or an empty string."""
        near = get_close_matches(fold(word), list(self.meanings), n=1, cutoff=0.6)
        return self.meanings[near[0]] if near else ""


class StoryVocabulary(NamedTuple):
    """Everything that the files of stories may name."""

    settings: Words
    show: Words
    takeaway: Words
    select: Words
    light: Words
    home: Words
    tie: Words
    theme: Words
    sources: Words
    notes: frozenset[str]


def build_vocabulary(dataset: Dataset, catalogue: Catalogue) -> StoryVocabulary:
    """The words of every language of the catalogue, and ids and names of the data set."""
    selectable = _words(_selectable(dataset))
    homes = [entity for entity in dataset.entities if entity.kind == EntityKind.HOME]
    return StoryVocabulary(
        settings=_from_catalogue(catalogue, "stories-setting", SETTINGS),
        show=_from_catalogue(catalogue, "stories-show", SHOWS),
        takeaway=_from_catalogue(catalogue, "stories-answer", ANSWERS),
        select=selectable,
        light=selectable,
        home=_words((home.id, home.names.values()) for home in homes),
        tie=_words((kind.id, kind.names.values()) for kind in dataset.kinds_in_use),
        theme=_words((theme.id, theme.names.values()) for theme in dataset.themes),
        sources=_words((source.key, ()) for source in dataset.sources),
        notes=frozenset(fold(word) for word in ("notes", *_say_all(catalogue, "stories-notes-word"))),
    )


def _selectable(dataset: Dataset) -> Iterable[tuple[str, Iterable[str]]]:
    for entity in dataset.entities:
        yield entity.id, (*entity.names.values(), *(name.text for name in entity.other_names))
    for tie in dataset.exchange_ties:
        yield tie.id, ()


def _from_catalogue(catalogue: Catalogue, prefix: str, ids: Iterable[str]) -> Words:
    return _words((key, _say_all(catalogue, f"{prefix}-{key.replace('_', '-')}")) for key in ids)


def _say_all(catalogue: Catalogue, key: str) -> list[str]:
    return [catalogue.texts(language.code)(key) for language in catalogue.languages]


def _words(entries: Iterable[tuple[str, Iterable[str]]]) -> Words:
    """Ids always mean themselves; a name that two things share means neither."""
    listed = [(key, tuple(names)) for key, names in entries]
    meanings: dict[str, str] = {}
    for key, names in listed:
        for name in dict.fromkeys(map(fold, names)):
            meanings[name] = "" if meanings.get(name, key) != key else key
    meanings |= {fold(key): key for key, _ in listed}
    meanings.pop("", None)
    return Words(meanings, tuple(key for key, _ in listed))
