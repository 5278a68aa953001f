"""The rows of a list -> further rows of tables. What is there already is kept, and its ids are used."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from dashboard.i18n import Catalogue
from dashboard.lists.entries import Entry, Thing, TwoWaysError, Wishes, read_date, read_entries
from dashboard.lists.files import List
from dashboard.lists.gazetteer import Gazetteer, Town, package_version
from dashboard.lists.kinds import UNDETERMINED, find_kind
from dashboard.lists.openings import Opening, Sort, write_gaps
from dashboard.lists.words import fold
from dashboard.tables import REQUIRED_LANGUAGES
from dashboard.tables.checks import judge_point
from dashboard.tables.description import LIST_SEPARATOR
from dashboard.tables.sheets import Row, Sheet
from dashboard.tables.values import suggest_slug

Cells = dict[str, str]
Ask = Callable[[str, Sequence[Town]], Town | None]
"""Lets a person choose among towns for something of that name; None leaves it open."""

_GEONAMES = "https://www.geonames.org/"
_TABLES = {"home": "homes", "partner": "partners"}
_LONGEST = 200  # characters of the list's own in a sentence


class Added(NamedTuple):
    """What a list gave: further rows by the names of their tables, what is open, and how many of what."""

    rows: Mapping[str, list[Cells]]
    openings: tuple[Opening, ...]
    counts: Mapping[str, int]

    def onto(self, sheets: Mapping[str, Sheet]) -> Mapping[str, Sheet]:
        """The sheets with these rows at their ends."""
        return {name: _extend(sheet, self.rows.get(name, [])) for name, sheet in sheets.items()}


def add_list(
    found: List,
    sheets: Mapping[str, Sheet],
    wishes: Wishes,
    *,
    gazetteer: Gazetteer,
    ask: Ask,
    catalogue: Catalogue,
) -> Added:
    """Take in a list.

    Args:
        found: the list; the name of its file becomes the title of the source.
        sheets: tables without a problem.
        wishes: what the list does not say itself.
        gazetteer: where towns lie; the list's own points come first.
        ask: chooses among several towns of one name.
        catalogue: for texts in the languages that tables must have.

    Raises:
        ListError: the list has no homes, or no country for them, and the wishes neither.
    """
    countries = [row.cells.get("country", "") for row in sheets["homes"].rows]
    entries = read_entries(found, wishes, countries)
    addition = _Addition(found, sheets, wishes, gazetteer=gazetteer, ask=ask, catalogue=catalogue)
    for entry in entries:
        addition.take(entry)
    return addition.finish()


class _Addition:
    def __init__(
        self,
        found: List,
        sheets: Mapping[str, Sheet],
        wishes: Wishes,
        *,
        gazetteer: Gazetteer,
        ask: Ask,
        catalogue: Catalogue,
    ) -> None:
        self._list = found
        self._sheets = sheets
        self._wishes = wishes
        self._gazetteer = gazetteer
        self._ask = ask
        self._keepers = [catalogue.texts(code) for code in REQUIRED_LANGUAGES]
        self._rows: dict[str, list[Cells]] = defaultdict(list)
        self._openings: list[Opening] = []
        self._counts: Counter[str] = Counter()
        self._ids = {row.cells.get("id", "") for sheet in sheets.values() for row in sheet.rows}
        self._placed = {row.cells["entity"] for row in sheets["places"].rows}
        self._ties = {tuple(row.cells[part] for part in ("kind", "from", "to")) for row in sheets["ties"].rows}
        self._told: set[tuple[str, ...]] = set()  # ties of the rows until now, as kind and ends
        self._told_pairs: set[tuple[str, ...]] = set()
        self._by_names = {role: self._read_names(table) for role, table in _TABLES.items()}
        self._met: dict[tuple[str, str, str, str], str] = {}  # ids by role, name, country and region
        self._regions: dict[str, str] = {}  # of the things that were met, by id
        self._source = self._find_source()

    def take(self, entry: Entry) -> None:
        """Take in a row, or leave it open."""
        self._counts["rows"] += 1
        home, partner = entry.home, entry.partner
        fault = self._find_fault(entry)
        if fault or home is None or partner is None:
            return self._leave(fault or Sort.BLANK, entry, _say_fault(fault, entry))
        ends = {"home": home, "partner": partner}
        candidates = {role: self._look_up(role, thing, entry) for role, thing in ends.items()}
        if any(len(found) > 1 for found in candidates.values()):
            return self._leave(Sort.SEVERAL, entry)
        ids = {role: self._settle(role, thing, candidates[role], entry) for role, thing in ends.items()}
        self._told_pairs.update(_pairs(home, partner))
        return self._tie(entry, ids["home"], ids["partner"])

    def _find_fault(self, entry: Entry) -> Sort | None:
        """Why a row cannot be taken in, whatever the tables hold."""
        if entry.is_lost:
            return Sort.LOST
        if entry.home is None or entry.partner is None:
            return Sort.BLANK
        if not (entry.home.country and entry.partner.country):
            return Sort.COUNTRY
        if entry.home.may_be(entry.partner):
            return Sort.ITSELF
        # a row tells from its end what another has told from its beginning
        return Sort.DOUBLE if self._told_pairs.intersection(_pairs(entry.partner, entry.home)) else None

    def finish(self) -> Added:
        """Add the list itself, and what is open, and give everything."""
        if self._counts["ties"] and self._source not in self._keys("sources"):
            cells = {"key": self._source, "kind": "document", "date": "undated"}
            cells |= {"language": self._list.columns.language, "url": self._wishes.url}
            for texts in self._keepers:
                code = texts.language.code
                cells[f"maker_{code}"] = self._wishes.maker or texts("lists-maker-unknown")
                cells[f"title_{code}"] = self._list.title
            self._rows["sources"].insert(0, cells)
            if not self._wishes.maker:
                self._openings.append(Opening(Sort.SOURCE, 0, ""))
        if self._source in self._keys("sources"):
            fresh = [opening for opening in self._openings if not self._is_noted(opening)]
            for cells in write_gaps(fresh, self._source, self._list, self._keepers):
                self._rows["gaps"].append({**cells, "id": self._new_id(cells["id"])})
        return Added(self._rows, tuple(self._openings), self._counts)

    def _leave(self, sort: Sort, entry: Entry, said: str | None = None, about: tuple[str, ...] = ()) -> None:
        self._openings.append(Opening(sort, entry.number, entry.said if said is None else said, about))

    def _is_noted(self, opening: Opening) -> bool:
        """Whether a gap of an earlier time says it already."""
        beginning = f"{self._source}-{opening.sort}".replace("_", "-").lower()
        gaps = [row.cells for row in self._sheets["gaps"].rows if row.cells["id"].startswith(beginning)]
        if opening.about:
            return any(set(opening.about) <= set(gap.get("about", "").split(LIST_SEPARATOR)) for gap in gaps)
        return bool(gaps)

    # ------------------------------------------------------------------------------------------------------ ties

    def _tie(self, entry: Entry, source: str, target: str) -> None:
        kind = self._find_kind(entry) if entry.kinds else self._wishes.kind
        tie = (kind or UNDETERMINED, source, target)
        if tie in self._told:
            return self._leave(Sort.DOUBLE, entry, about=(source,))
        self._told.add(tie)
        if tie in self._ties:
            self._counts["known"] += 1
            return None
        words = " / ".join(entry.kinds)[:_LONGEST]
        cells = {"id": self._new_id(f"{source}-{target}"), "kind": tie[0], "from": source, "to": target}
        if not kind:
            self._add_undetermined()
            self._leave(Sort.KIND, entry, f"{entry.said}: {words}" if words else None, (source, target))
            notes = ((texts.language.code, texts("lists-kind-note", words=words)) for texts in self._keepers if words)
            cells |= {f"note_{code}": note for code, note in notes}
        self._add("ties", entry, cells)
        self._counts["ties"] += 1
        if entry.date:
            self._add_date(entry, cells["id"], (source, target))
        return None

    def _find_kind(self, entry: Entry) -> str:
        kinds = [row.cells for row in self._sheets["kinds"].rows]
        found = {kind for words in entry.kinds if (kind := find_kind(words, kinds))}
        return found.pop() if len(found) == 1 else ""

    def _add_undetermined(self) -> None:
        if UNDETERMINED in self._keys("kinds"):
            return
        cells = {"id": UNDETERMINED, "between": "home_partner"}
        for texts in self._keepers:
            for part in ("name", "meaning", "sentence", "back"):
                text = texts(f"lists-undetermined-{part}", source="{source}", target="{target}")
                cells[f"{part}_{texts.language.code}"] = text
        self._rows["kinds"].append(cells)

    def _add_date(self, entry: Entry, tie: str, about: tuple[str, ...]) -> None:
        try:
            when = read_date(entry.date)
        except ValueError as error:
            sort = Sort.DATE_IN_TWO_WAYS if isinstance(error, TwoWaysError) else Sort.DATE
            return self._leave(sort, entry, f"{entry.said}: {entry.date}", about)
        what = {f"what_{texts.language.code}": texts("lists-tie-made") for texts in self._keepers}
        self._add("dates", entry, {"id": self._new_id(f"{tie}-date"), "about": tie, "when": when, **what})
        self._counts["dates"] += 1
        return None

    # ---------------------------------------------------------------------------------------- homes and partners

    def _read_names(self, table: str) -> Mapping[tuple[str, str], list[str]]:
        """Ids of what is in a table by each of its names, in comparable form, and its country."""
        further: dict[str, list[str]] = defaultdict(list)
        for row in self._sheets["names"].rows:
            further[row.cells["entity"]].append(row.cells["text"])
        known: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self._sheets[table].rows:
            cells = row.cells
            names = [text for header, text in cells.items() if header.startswith("name_") and header != "name_origin"]
            for name in {fold(name) or name for name in (*names, *further[cells["id"]]) if name}:
                known[name, cells["country"]].append(cells["id"])
        return known

    def _look_up(self, role: str, thing: Thing, entry: Entry) -> set[str]:
        """Ids that may be meant: of earlier rows, else of the tables."""
        region = fold(thing.region)
        keys = ((role, word, thing.country, region) for word in thing.words)
        found = {self._met[key] for key in keys if key in self._met}
        if found:
            return found
        found = {each for word in thing.words for each in self._by_names[role].get((word, thing.country), ())}
        found = {each for each in found if self._regions.get(each, region) == region}
        return {each for each in found if self._was_taken_from(each, role, entry)} or found

    def _was_taken_from(self, key: str, role: str, entry: Entry) -> bool:
        """Whether it was taken from this row of this list at an earlier time."""
        place = (self._source, self._list.locate([entry.number]))
        return any(
            (row.cells["source"], row.cells["locator"]) == place
            for row in self._sheets[_TABLES[role]].rows
            if row.cells["id"] == key
        )

    def _settle(self, role: str, thing: Thing, found: set[str], entry: Entry) -> str:
        """The id of a thing, which is added where it is new."""
        key = next(iter(found), None) or self._add_thing(role, thing, entry)
        is_first = key not in self._regions
        self._regions[key] = fold(thing.region)
        for word in thing.words:
            self._met[role, word, thing.country, fold(thing.region)] = key
        if is_first and key not in self._placed:
            self._place(key, thing, entry)
        return key

    def _add_thing(self, role: str, thing: Thing, entry: Entry) -> str:
        label = suggest_slug(thing.names.get("en", ""))
        if not label:
            towns = self._find_towns(thing)
            label = suggest_slug(towns[0].name) if len(towns) == 1 else ""
        key = self._new_id(label or (f"{role}-{entry.number}" if entry.number else role))
        cells = {"id": key, "name_origin": "printed", "country": thing.country}
        for texts in self._keepers:
            code = texts.language.code
            cells[f"name_{code}"] = thing.names.get(code) or thing.name
            cells[f"summary_{code}"] = texts(f"lists-summary-{role}", title=self._list.title[:_LONGEST])
            if code not in thing.names:
                self._leave(Sort.NO_JAPANESE if code == "ja" else Sort.NO_ENGLISH, entry, thing.name, (key,))
        self._add(_TABLES[role], entry, cells)
        self._counts[_TABLES[role]] += 1
        return key

    def _find_towns(self, thing: Thing) -> tuple[Town, ...]:
        return self._gazetteer.find(thing.names.values(), thing.country, thing.region) if thing.is_town else ()

    def _place(self, key: str, thing: Thing, entry: Entry) -> None:
        if any(thing.point):
            point = _read_point(thing)
            if point is not None:
                return self._add_place(key, point, "list", entry)
            self._leave(Sort.POINT, entry, f"{thing.name}: {' '.join(thing.point)}", (key,))
        towns = self._find_towns(thing)
        town = towns[0] if len(towns) == 1 else self._ask(thing.name, towns) if towns else None
        if town is None or judge_point(town.lon, town.lat, thing.country) is not None:
            return self._leave(Sort.MANY_PLACES if len(towns) > 1 else Sort.NO_PLACE, entry, thing.name, (key,))
        cited = {"source": self._find_geonames(), "locator": f"{town.name}, {town.country}, {town.id}"}
        return self._add_place(key, (town.lon, town.lat), "geonames", entry, cited)

    def _add_place(
        self, key: str, point: tuple[float, float], origin: str, entry: Entry, cited: Mapping[str, str] | None = None
    ) -> None:
        cells = {"entity": key, "lon": _write_degrees(point[0]), "lat": _write_degrees(point[1]), "shown_as": "seat"}
        for texts in self._keepers:
            cells[f"seat_{texts.language.code}"] = texts(f"lists-point-{origin}")
        self._add("places", entry, {**cells, **(cited or {})})
        self._counts[f"places_{origin}"] += 1

    # ---------------------------------------------------------------------------------------------- what is cited

    def _find_source(self) -> str:
        """The key of the list among the sources: that of an earlier time, or a new one."""
        for row in self._sheets["sources"].rows:
            if self._list.title in (row.cells.get("title_ja"), row.cells.get("title_en")):
                return row.cells["key"]
        name = suggest_slug(self._list.title.rpartition(".")[0]) or "list"
        return next(each for each in _numbered(name) if each not in self._keys("sources"))

    def _find_geonames(self) -> str:
        for cells in self._all("sources"):
            if "geonames.org" in cells.get("url", ""):
                return cells["key"]
        taken = self._keys("sources") | {self._source}
        key = next(each for each in _numbered("geonames") if each not in taken)
        cells = {"key": key, "kind": "page", "date": "undated", "language": "en", "url": _GEONAMES}
        for texts in self._keepers:
            code = texts.language.code
            cells |= {f"maker_{code}": "GeoNames", f"title_{code}": texts("lists-geonames", version=package_version())}
        self._rows["sources"].append(cells)
        return key

    def _all(self, table: str) -> Iterator[Mapping[str, str]]:
        yield from (row.cells for row in self._sheets[table].rows)
        yield from self._rows[table]

    def _keys(self, table: str) -> set[str]:
        """What the rows of a table are named by."""
        header = self._sheets[table].table.columns[0].header
        return {cells.get(header, "") for cells in self._all(table)}

    def _add(self, table: str, entry: Entry, cells: Mapping[str, str]) -> None:
        cited = {"source": self._source, "locator": self._list.locate([entry.number])}
        self._rows[table].append({**cited, **cells})

    def _new_id(self, word: str) -> str:
        key = next(each for each in _numbered(word) if each not in self._ids)
        self._ids.add(key)
        return key


def _numbered(word: str) -> Iterator[str]:
    yield word
    yield from (f"{word}-{number}" for number in count(2))


def _say_fault(fault: Sort | None, entry: Entry) -> str | None:
    """What is said of a row beside its number; None for its names."""
    if fault == Sort.LOST:
        return ""
    unknown = next((thing for thing in (entry.home, entry.partner) if thing and not thing.country), None)
    if fault != Sort.COUNTRY or unknown is None:
        return None
    return f"{unknown.name}: {unknown.country_word}" if unknown.country_word else unknown.name


def _pairs(first: Thing, second: Thing) -> Iterator[tuple[str, ...]]:
    """The ends of a tie by each of their names."""
    for one in first.words:
        for other in second.words:
            yield one, first.country, fold(first.region), other, second.country, fold(second.region)


def _write_degrees(degrees: float) -> str:
    return f"{degrees:.10f}".rstrip("0").rstrip(".")


def _read_point(thing: Thing) -> tuple[float, float] | None:
    """The list's own point, where it may be that of something in the country."""
    try:
        lon, lat = (float(text) for text in thing.point)
    except ValueError:
        return None
    return (lon, lat) if judge_point(lon, lat, thing.country) is None else None


def _extend(sheet: Sheet, rows: Sequence[Cells]) -> Sheet:
    if not rows:
        return sheet
    needed = (*sheet.table.headers(REQUIRED_LANGUAGES), *(header for cells in rows for header in cells))
    first = max((row.number for row in sheet.rows), default=1) + 1
    added = (Row(number=number, cells=cells) for number, cells in enumerate(rows, first))
    return sheet.model_copy(
        update={"headers": tuple(dict.fromkeys((*sheet.headers, *needed))), "rows": (*sheet.rows, *added)}
    )
