"""Lists of ties, as people have them -> further rows of tables, and what stays open."""

from dashboard.lists.adding import Added, Ask, add_list
from dashboard.lists.countries import find_country
from dashboard.lists.entries import Wishes
from dashboard.lists.files import ListError, clean_text, read_list
from dashboard.lists.gazetteer import Gazetteer, GeoNames, Town
from dashboard.lists.openings import Opening, Sort, tell

__all__ = [
    "Added",
    "Ask",
    "Gazetteer",
    "GeoNames",
    "ListError",
    "Opening",
    "Sort",
    "Town",
    "Wishes",
    "add_list",
    "clean_text",
    "find_country",
    "read_list",
    "tell",
]
