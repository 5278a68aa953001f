"""Made-up networks of any size and length of names, as tables that are in order."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from dashboard.editions import Document, Edition
from dashboard.i18n import load_catalogue
from dashboard.model import Dataset
from dashboard.settings import Settings
from dashboard.stories.automatic import make_story
from dashboard.tables import load_description, read_dataset
from layouts.documents import Parts, list_documents
from layouts.front_end import FrontEnd

Row = dict[str, str]

_ABROAD = (("US", -118.0, 34.0), ("JP", 139.5, 36.0), ("DE", 10.0, 51.0), ("AU", 147.0, -35.0), ("BR", -47.0, -15.0))
_HOMES = ((133.0, 34.5), (141.3, 43.0), (130.5, 32.0), (138.0, 35.5))
_THEMES = ("youth", "culture", "sport")
_STATED = {"source": "page", "locator": "Introduction ¶1"}


class Shape(NamedTuple):
    """How many homes, partners of each home, letters of a name, activities of each home; whether all else is told."""

    homes: int = 1
    partners: int = 7
    letters: int = 12
    activities: int = 3
    is_told: bool = True


def make_network(shape: Shape, folder: Path) -> Dataset:
    """Write the tables of a network into an empty folder and read them."""
    rows = _Rows(shape).fill()
    folder.mkdir(parents=True, exist_ok=True)
    for table in load_description().tables:
        if table.required or rows[table.name]:
            with (folder / table.file_name).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, table.headers(("ja", "en")))
                writer.writeheader()
                writer.writerows(rows[table.name])
    reading = read_dataset(folder)
    assert reading.dataset is not None, reading.problems
    return reading.dataset


class _Rows(defaultdict[str, list[Row]]):
    def __init__(self, shape: Shape) -> None:
        super().__init__(list)
        self.shape = shape

    def fill(self) -> _Rows:
        """All rows of all tables."""
        page = {"key": "page", "kind": "document", "date": "undated", "language": "en", "url": "https://example.org/"}
        self["sources"] += [page | _both("maker", "Town") | _both("title", "Page")]
        self["themes"] += [{"id": theme} | _both("name", theme) for theme in _THEMES]
        for number in range(self.shape.homes):
            self._add_home(f"home-{number}", number)
        if self.shape.is_told:
            self["dates"] += [
                {"id": "d", "about": "home-0-tie-0", "when": "1987-05"} | _both("what", "signed") | _STATED
            ]
            self["contacts"] += [{"about": "home-0", "key": "phone"} | _both("value", "0120-000-000") | _STATED]
            gap = {"id": "g", "about": "home-0", "source": "page", "locator": "¶1"}
            self["gaps"] += [gap | _both("title", "Open") | _both("text", "Not said.")]
        return self

    def _add_home(self, home: str, number: int) -> None:
        east, north = _HOMES[number % len(_HOMES)]
        self._add_thing("homes", home, country="JP")
        self._add_place(home, east + number / 10, north)
        for each in range(self.shape.partners):
            country, lon, lat = _ABROAD[each % len(_ABROAD)]
            partner = f"{home}-partner-{each}"
            self._add_thing("partners", partner, country=country)
            self._add_place(partner, lon + (number % 5) / 2, lat + each / 50)
            tie = {"id": f"{home}-tie-{each}", "kind": "sister_city", "from": home, "to": partner}
            self["ties"] += [tie | _STATED]
        for each in range(self.shape.activities):
            activity = f"{home}-activity-{each}"
            theme = _THEMES[each % len(_THEMES)]
            self._add_thing("activities", activity, home=home, themes=theme, evidence="text")
            self["links"] += [{"from": home, "kind": "runs", "to": activity} | _STATED]

    def _add_thing(self, table: str, key: str, **cells: str) -> None:
        self[table] += [
            {"id": key, "name_origin": "ours"} | cells | self._name(key) | _both("summary", "A town.") | _STATED
        ]

    def _name(self, key: str) -> Row:
        """Two names of so many letters that end in what makes the id its own."""
        return {
            f"name_{code}": (start * self.shape.letters)[: max(1, self.shape.letters - len(key))] + key
            for code, start in (("ja", "みなとまち"), ("en", "Harbour and Hill "))
        }

    def _add_place(self, key: str, lon: float, lat: float) -> None:
        place = {"entity": key, "lon": f"{lon:.4f}", "lat": f"{lat:.4f}", "shown_as": "seat"}
        self["places"] += [place | _both("seat", "town hall") | _STATED]


def _both(header: str, text: str) -> Row:
    return {f"{header}_{code}": text for code in ("ja", "en")}


class _AnyFile(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"/static/{key}"


def documents_of(dataset: Dataset) -> Mapping[str, Document]:
    """Every document of a network, with the stories that are made by themselves."""
    catalogue = load_catalogue()
    stories = tuple(make_story(dataset, catalogue.texts(language.code)) for language in catalogue.languages)
    front_end = FrontEnd.model_construct(files=_AnyFile(), inline={"theme.js": "", "worker.js": ""})
    return list_documents(Parts(Edition("another", dataset, stories), catalogue, front_end, Settings()))


def pick(addresses: Iterable[str], apart: int) -> list[str]:
    """All documents that are not alike, and every so many of cards and stops, which are."""
    addresses = list(addresses)
    alike = [address for address in addresses if "/card/" in address or "/stop-" in address]
    return [address for address in addresses if address not in alike or address in alike[::apart]]
