"""Names of countries in the languages of the partners, from CLDR through babel."""

from __future__ import annotations

from functools import cache

from babel import Locale

SEARCH_LOCALES = ("ja", "en", "zh", "zh_Hant", "ko", "ru", "ar", "de", "ne", "vi")
"""The languages in which a visitor may look for a country."""


@cache
def territory_names(code: str) -> tuple[str, ...]:
    """Every name of a country (ISO 3166-1 alpha-2) in those languages; nothing for a code that CLDR lacks."""
    names = (Locale.parse(locale).territories.get(code) for locale in SEARCH_LOCALES)
    return tuple(dict.fromkeys(name for name in names if name))
