"""Lists of ties, as people have them -> further rows of tables, and what stays open."""

from dashboard.lists.adding import Added, Ask, add_list
from dashboard.lists.countries import find_country
from dashboard.lists.entries import Wishes, read_date
from dashboard.lists.files import List, ListError, clean_text, read_list
from dashboard.lists.gazetteer import Gazetteer, GeoNames, Town
from dashboard.lists.headings import Columns
from dashboard.lists.openings import Opening, Sort, tell

__all__ = [
    "Added",
    "Ask",
    "Columns",
    "Gazetteer",
    "GeoNames",
    "List",
    "ListError",
    "Opening",
    "Sort",
    "Town",
    "Wishes",
    "add_list",
    "clean_text",
    "find_country",
    "read_date",
    "read_list",
    "tell",
]
