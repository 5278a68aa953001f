"""Fonts for characters that the built fonts lack, because another data set holds them: cut when they are needed.

The built fonts hold the characters of the shipped content (``assets/build/fonts.py``). The build also lays the whole
fonts beside them; what the data says beyond the shipped content is cut out of those, one file a font, as documents of
the edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count, groupby
from pathlib import Path
from typing import NamedTuple

from dashboard.editions import Edition
from dashboard.i18n import Language
from layouts.front_end import BUILT, FrontEnd, WholeFont

ADDRESS = "/data/fonts/{name}.woff2"
WHOLE = BUILT / "whole"
_SHOWN_NOWHERE = {"entities": {"__all__": {"search_words"}}, "kinds": {"__all__": {"words"}}}


class MoreFont(NamedTuple):
    """A whole font, and which of its characters a data set needs; never none."""

    font: WholeFont
    characters: str

    @property
    def address(self) -> str:
        """Where its document stands."""
        return ADDRESS.format(name=self.font.name)

    def rules(self, prefix: str) -> str:
        """Its ``@font-face`` rules; ``prefix`` stands before the address."""
        return "".join(
            f"@font-face{{font-family:'{family}';font-weight:{self.font.weight};font-display:swap;"
            f"unicode-range:{','.join(_ranges(self.characters))};src:url({prefix}{self.address}) format('woff2')}}"
            for family in self.font.families
        )

    def cut(self, folder: Path = WHOLE) -> bytes:
        """The font with these characters alone, as WOFF2."""
        from dashboard.exports.fonts import cut_font  # noqa: PLC0415 - heavy, and needed by who makes the document only

        return cut_font(folder / self.font.file, self.characters)[0]


def choose_more_fonts(front_end: FrontEnd, edition: Edition, languages: Iterable[Language]) -> tuple[MoreFont, ...]:
    """The fonts that an edition needs beside the built ones: none for the content that they were built for."""
    return _choose(front_end.built_characters, front_end.whole_fonts, _characters(edition, languages))


@lru_cache(maxsize=4)
def _choose(built: str, fonts: tuple[WholeFont, ...], needed: frozenset[str]) -> tuple[MoreFont, ...]:
    lacking = needed - set(built)
    chosen: list[MoreFont] = []
    given: dict[int, set[str]] = {}
    for font in fonts:
        before = given.setdefault(font.weight, set())
        if found := lacking.intersection(font.characters) - before:
            before |= found
            chosen.append(MoreFont(font, "".join(sorted(found))))
    return tuple(chosen)


def _characters(edition: Edition, languages: Iterable[Language]) -> frozenset[str]:
    """Every character that the edition can put on a page beyond the program's own texts."""
    dataset = edition.whole or edition.dataset
    texts = [dataset.model_dump_json(exclude=_SHOWN_NOWHERE), *(story.model_dump_json() for story in edition.stories)]
    countries = {entity.country for entity in dataset.entities if entity.country}
    texts += [language.locale.territories.get(code, "") for language in languages for code in countries]
    return frozenset(char for char in set().union(*texts) if char.isprintable() and not char.isspace())


def _ranges(characters: str) -> Iterator[str]:
    """``characters``, in their order, as CSS writes them: neighbours as one range."""
    places = count()
    for _, group in groupby(map(ord, characters), key=lambda code: code - next(places)):
        codes = list(group)
        yield f"U+{codes[0]:X}" if len(codes) == 1 else f"U+{codes[0]:X}-{codes[-1]:X}"
