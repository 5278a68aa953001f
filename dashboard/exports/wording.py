"""Words that several exports use."""

from __future__ import annotations

from functools import cache

from dashboard.i18n import Catalogue, Texts, load_catalogue


def read_texts(language: str) -> Texts:
    """The texts of a language; raise KeyError for one that the catalogue does not have."""
    return _catalogue().texts(language)


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()
