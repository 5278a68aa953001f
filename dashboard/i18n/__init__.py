"""Languages and the catalogue of texts: everything that people read."""

from dashboard.i18n.catalogue import Catalogue, MissingTextError, Texts, load_catalogue
from dashboard.i18n.dates import format_date, format_period
from dashboard.i18n.languages import Language, match_language
from dashboard.i18n.lists import list_in_words
from dashboard.i18n.locators import say_locator
from dashboard.i18n.territories import territory_names

__all__ = [
    "Catalogue",
    "Language",
    "MissingTextError",
    "Texts",
    "format_date",
    "format_period",
    "list_in_words",
    "load_catalogue",
    "match_language",
    "say_locator",
    "territory_names",
]
