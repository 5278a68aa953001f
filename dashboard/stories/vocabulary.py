"""The words that settings of a stop understand: ids, and the names that people know things by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from dashboard.i18n import Catalogue
from dashboard.model import Dataset, EntityKind
from dashboard.stories.folding import fold

SETTINGS = ("select", "light", "show", "home", "tie", "theme", "frame", "takeaway", "sources")
SHOWS = ("both", "map", "network")
ANSWERS = ("yes", "no")


Said = Mapping[str, str]
"""A word by language."""


class Words(NamedTuple):
    """What may be written in one place, and what it stands for."""

    meanings: Mapping[str, str]  # folded word -> id
    spelt: Mapping[str, str]  # folded word -> as people write it
    choices: tuple[Said, ...]  # what an error message offers

    def meaning(self, word: str) -> str | None:
        """The id that a word stands for; None for an unknown or ambiguous one."""
        return self.meanings.get(fold(word)) or None

    def suggest(self, word: str) -> str:
        """What looks most like ``word`` of all that may be written, or an empty string."""
        known = [each for each, meaning in self.meanings.items() if meaning]
        near = get_close_matches(fold(word), known, n=1, cutoff=0.6)
        return self.spelt[near[0]] if near else ""


_Entry = tuple[str, Said, tuple[str, ...]]  # an id, its names by language, and further names


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
        home=_words((home.id, home.names, ()) for home in homes),
        tie=_words((kind.id, kind.names, ()) for kind in dataset.kinds_in_use),
        theme=_words((theme.id, theme.names, ()) for theme in dataset.themes),
        sources=_words((source.key, {}, ()) for source in dataset.sources),
        notes=frozenset(fold(word) for word in ("notes", *_say_all(catalogue, "stories-notes-word").values())),
    )


def _selectable(dataset: Dataset) -> Iterable[_Entry]:
    for entity in dataset.entities:
        yield entity.id, entity.names, tuple(name.text for name in entity.other_names)
    for tie in dataset.exchange_ties:
        yield tie.id, {}, ()


def _from_catalogue(catalogue: Catalogue, prefix: str, ids: Iterable[str]) -> Words:
    return _words((key, _say_all(catalogue, f"{prefix}-{key.replace('_', '-')}"), ()) for key in ids)


def _say_all(catalogue: Catalogue, key: str) -> Said:
    return {language.code: catalogue.texts(language.code)(key) for language in catalogue.languages}


def _words(entries: Iterable[_Entry]) -> Words:
    """Ids always mean themselves; a name that two things share means neither, and is not offered."""
    listed = list(entries)
    meanings: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for key, said, others in listed:
        for word in (*said.values(), *others):
            meanings[fold(word)] = "" if meanings.get(fold(word), key) != key else key
            spelt[fold(word)] = word
    meanings |= {fold(key): key for key, *_ in listed}
    spelt |= {fold(key): key for key, *_ in listed}
    meanings.pop("", None)
    choices = [
        {"": key} | {code: word for code, word in said.items() if meanings.get(fold(word)) == key}
        for key, said, _ in listed
    ]
    return Words(meanings, spelt, tuple(choices))
