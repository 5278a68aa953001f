"""A language of the program: a folder of the catalogue with a ``language.toml`` in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from babel import Locale, negotiate_locale
from pydantic import BaseModel, ConfigDict


class Language(BaseModel):
    """How a language calls itself and how it is set."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str  # as in addresses and in <html lang>: BCP 47
    endonym: str
    direction: Literal["ltr", "rtl"]
    font: str  # CSS font-family of the language, before the common fallbacks
    order: int  # place in every list of languages; the first is the default
    touch_to_start: str  # the lobby's invitation

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.code, sep="-")


def read_language(folder: Path) -> Language:
    """Read ``language.toml`` of one folder of the catalogue; the folder's name is the language's code."""
    return Language(code=folder.name, **tomllib.loads((folder / "language.toml").read_text(encoding="utf-8")))


def match_language(accepted: Iterable[str], languages: Sequence[Language]) -> Language:
    """The best of ``languages`` for a reader's list of wishes (BCP 47, best first), else the first of ours."""
    wishes = [wish.replace("-", "_") for wish in accepted]
    best = negotiate_locale(wishes, [language.code.replace("-", "_") for language in languages])
    return next((language for language in languages if language.code.replace("-", "_") == best), languages[0])
