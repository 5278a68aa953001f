"""Words that several exports use."""

from __future__ import annotations

from functools import cache

from dashboard.i18n import Catalogue, Texts, list_in_words, load_catalogue
from dashboard.model import Dataset, EntityKind, in_language


def read_texts(language: str) -> Texts:
    """The texts of a language; raise KeyError for one that the catalogue does not have."""
    return _catalogue().texts(language)


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def name_homes(dataset: Dataset, texts: Texts) -> str:
    """The names of all homes in one phrase; an empty string when there are none."""
    names = [in_language(home.names, texts.language.code) for home in dataset.of_kind(EntityKind.HOME)]
    return list_in_words(names, texts, texts("exports-name-separator" if len(names) < 3 else "list-more-separator"))
