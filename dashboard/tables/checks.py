"""What can only be seen when all tables are there: references, duplicates, ends of ties, orphans, coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from itertools import chain

from pydantic import BaseModel, ConfigDict

from dashboard.model import STRUCTURE, EntityKind, ShownAs
from dashboard.tables.description import LIST_SEPARATOR, Column, ColumnType, Description, Table
from dashboard.tables.problems import Problem, ProblemCode
from dashboard.tables.rows import TypedRow, locate
from geodata.countries import country_boxes, lies_in

_TIE_TABLES = ("ties", "links")
_CODES = {("source",): ProblemCode.UNKNOWN_SOURCE, ("kind",): ProblemCode.UNKNOWN_KIND}
_PLACEHOLDERS = ("{source}", "{target}")
_MOST_CANDIDATES = 500  # looking for a near miss among more ids would take longer than the editor's patience
_MOST_LON, _MOST_LAT = 180.0, 90.0


class Tables(BaseModel):
    """All rows of all tables. ``incomplete`` names tables of which rows may be missing."""

    model_config = ConfigDict(frozen=True)

    description: Description
    rows: Mapping[str, tuple[TypedRow, ...]]
    incomplete: frozenset[str] = frozenset()

    @cached_property
    def kind_of(self) -> Mapping[str, EntityKind]:
        """Kind of every entity by id as typed, so that a faulty row does not make everything that names it faulty."""
        return {
            row.row.cells["id"]: table.kind
            for table in self.description.tables
            if table.kind is not None
            for row in self.rows[table.name]
            if row.row.cells.get("id")
        }

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Country code by id of the entities that have one."""
        entities = (row for table in self.description.tables if table.kind for row in self.rows[table.name])
        return {row.row.cells.get("id", ""): row.values["country"] for row in entities if "country" in row.values}

    @cached_property
    def between(self) -> Mapping[str, str]:
        """What each kind of exchange may join, by its id; kinds whose row does not say so are left out."""
        return {
            row.row.cells.get("id", ""): row.values["between"] for row in self.rows["kinds"] if "between" in row.values
        }

    @cached_property
    def keys(self) -> Mapping[str, frozenset[str]]:
        """What the rows of each table are named by: the cells of its first column."""
        first = {table.name: table.columns[0].header for table in self.description.tables}
        return {
            name: frozenset(row.row.cells.get(first[name], "") for row in rows) - {""}
            for name, rows in self.rows.items()
        }

    def targets(self, column: Column) -> tuple[str, ...]:
        """Names of the tables whose rows a reference may name."""
        return tuple(
            table.name
            for table in self.description.tables
            if (table.kind and (table.kind in column.to or "entity" in column.to)) or table.name in _named(column.to)
        )


def _named(to: Iterable[str]) -> frozenset[str]:
    plural = {"source": "sources", "theme": "themes", "tie": "ties", "kind": "kinds"}
    return frozenset(plural[word] for word in to if word in plural)


def check_tables(tables: Tables) -> Iterator[Problem]:
    """Every problem between rows and tables. A table that is incomplete is not held against the others."""
    yield from _check_references(tables)
    for row in chain.from_iterable(tables.rows.values()):
        yield from _check_list_lengths(row)
        yield from _check_coordinates(row, tables)
        yield from _check_ends(row, tables)
        yield from _check_kind(row)
    yield from _check_ids(tables)
    yield from _check_unique(tables)
    yield from _check_orphans(tables)


def _check_references(tables: Tables) -> Iterator[Problem]:
    for table in tables.description.tables:
        for column in table.columns:
            targets = tables.targets(column)
            if column.type != ColumnType.REFERENCE or tables.incomplete.intersection(targets):
                continue
            known = frozenset[str]().union(*(tables.keys[name] for name in targets))
            for row in tables.rows[table.name]:
                for entry in _entries(row, column):
                    if entry not in known:
                        yield _explain_unknown(entry, row, column, tables, known)


def _entries(row: TypedRow, column: Column) -> tuple[str, ...]:
    value = row.values.get(column.header, ())
    return value if isinstance(value, tuple) else (value,)


def _explain_unknown(entry: str, row: TypedRow, column: Column, tables: Tables, known: frozenset[str]) -> Problem:
    files = (f"{name}.csv" for name in tables.targets(column))
    details = {"entry": entry, "choices": " ".join(sorted(known) if column.to == ("kind",) else files)}
    elsewhere = next((table for table in _with_ids(tables) if entry in tables.keys[table.name]), None)
    if elsewhere is not None and column.to not in (("source",), ("kind",)):
        details["found"] = elsewhere.file_name
        return locate(row.row, row.table, ProblemCode.WRONG_KIND, column.header, **details)
    near = get_close_matches(entry, sorted(known), n=1) if len(known) <= _MOST_CANDIDATES else []
    details["suggestion"] = near[0] if near else "none"
    return locate(row.row, row.table, _unknown_code(row, column), column.header, **details)


def _with_ids(tables: Tables) -> Iterator[Table]:
    return (table for table in tables.description.tables if table.columns[0].header == "id")


def _unknown_code(row: TypedRow, column: Column) -> ProblemCode:
    if column.to in _CODES:
        return _CODES[column.to]
    return ProblemCode.DANGLING_TIE if row.table.name in _TIE_TABLES else ProblemCode.UNKNOWN_ID


def _check_list_lengths(row: TypedRow) -> Iterator[Problem]:
    sources, locators = row.values.get("source"), row.values.get("locator")
    if isinstance(sources, tuple) and isinstance(locators, tuple) and len(sources) != len(locators):
        counts = {"sources": str(len(sources)), "locators": str(len(locators))}
        yield locate(row.row, row.table, ProblemCode.UNEQUAL_LISTS, "locator", **counts)


def _check_coordinates(row: TypedRow, tables: Tables) -> Iterator[Problem]:
    if row.values.get("shown_as") == ShownAs.AREA and "area" in row.table.column and not row.row.cells.get("area"):
        yield locate(row.row, row.table, ProblemCode.MISSING_VALUE, "area")
    lon, lat = row.values.get("lon"), row.values.get("lat")
    if lon is None or lat is None:
        return
    country = tables.countries.get(row.row.cells.get("entity", ""), "")
    code = judge_point(lon, lat, country)
    if code is None:
        return
    header = "lon" if code == ProblemCode.OUT_OF_RANGE and abs(lon) > _MOST_LON else "lat"
    yield locate(row.row, row.table, code, header, lon=row.row.cells["lon"], lat=row.row.cells["lat"], country=country)


def judge_point(lon: float, lat: float, country: str) -> ProblemCode | None:
    """What is wrong with a point (degrees) of something in a country (alpha-2, blank where unknown); None: nothing."""
    if lon == 0 and lat == 0:
        return ProblemCode.ZERO_COORDINATES
    if not _is_on_globe(lon, lat):
        return ProblemCode.SWAPPED_COORDINATES if _is_on_globe(lat, lon) else ProblemCode.OUT_OF_RANGE
    box = country_boxes().get(country)
    if box is None or lies_in(box, lon, lat):
        return None
    return ProblemCode.SWAPPED_COORDINATES if lies_in(box, lat, lon) else ProblemCode.OUTSIDE_COUNTRY


def _is_on_globe(lon: float, lat: float) -> bool:
    return abs(lon) <= _MOST_LON and abs(lat) <= _MOST_LAT


def _check_ends(row: TypedRow, tables: Tables) -> Iterator[Problem]:
    if row.table.name not in _TIE_TABLES or "kind" not in row.values:
        return
    kind = row.values["kind"]
    ends = tables.description.ends.get(tables.between.get(kind, "") if row.table.name == "ties" else kind)
    if ends is None:
        return  # of a kind that nobody knows nothing more can be said
    if row.row.cells.get("from") and row.row.cells.get("from") == row.row.cells.get("to"):
        yield locate(row.row, row.table, ProblemCode.TIE_TO_ITSELF, "to")
    for header, allowed in (("from", ends.source), ("to", ends.target)):
        found = tables.kind_of.get(row.row.cells.get(header, ""))
        if found is not None and found not in allowed:
            details = {"tie": kind, "kinds": " ".join(allowed), "found_kind": found.value}
            yield locate(row.row, row.table, ProblemCode.WRONG_ENDS, header, **details)


def _check_kind(row: TypedRow) -> Iterator[Problem]:
    if row.table.name != "kinds":
        return
    if row.values.get("id") in STRUCTURE:
        yield locate(row.row, row.table, ProblemCode.TAKEN_WORD, "id")
    for header, texts in ((header, row.values.get(header, {})) for header in ("sentence", "back")):
        for code, text in texts.items():
            missing = [each for each in _PLACEHOLDERS if each not in text]
            if missing:
                found = row.row.cells
                column = next(
                    name for name in (f"{header}_{code}", f"{header}_{code.replace('-', '_')}") if name in found
                )
                yield locate(
                    row.row,
                    row.table,
                    ProblemCode.MISSING_PLACEHOLDER,
                    column,
                    choices=" ".join(missing),
                    places=" ".join(_PLACEHOLDERS),
                )


def _check_ids(tables: Tables) -> Iterator[Problem]:
    """Entities and ties share one list of ids, because either may stand in an address."""
    named = (table.name for table in tables.description.tables if table.kind or table.name == "ties")
    rows = chain.from_iterable(tables.rows[name] for name in named)
    return _find_repeated(rows, ("id",))


def _check_unique(tables: Tables) -> Iterator[Problem]:
    for table in tables.description.tables:
        for headers in table.unique:
            yield from _find_repeated(tables.rows[table.name], headers)


def _find_repeated(rows: Iterable[TypedRow], headers: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], TypedRow] = {}
    for row in rows:
        typed = tuple(row.row.cells.get(header, "") for header in headers)
        first = seen.setdefault(typed, row)
        if first is not row and all(typed):
            where = {"first_file": first.table.file_name, "first_row": str(first.row.number)}
            problem = locate(row.row, row.table, ProblemCode.DUPLICATE, headers[0], **where)
            yield problem.model_copy(update={"value": f" {LIST_SEPARATOR} ".join(typed)})


def _check_orphans(tables: Tables) -> Iterator[Problem]:
    if tables.incomplete.intersection(_TIE_TABLES):
        return
    joined = {
        row.row.cells.get(header) for name in _TIE_TABLES for row in tables.rows[name] for header in ("from", "to")
    }
    for table in tables.description.tables:
        if table.kind is None:
            continue
        for row in tables.rows[table.name]:
            if row.row.cells.get("id") and row.row.cells["id"] not in joined:
                yield locate(row.row, table, ProblemCode.ORPHAN, "id")
