"""References in a workbook: a keeper reads and writes names, the tables hold ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dashboard.tables.description import LIST_SEPARATOR, Column, ColumnType, Table
from dashboard.tables.workbook.wording import country_codes, country_name

KEEPERS = ("ja", "en")
"""The languages in which workbooks are written; names in either are understood."""

_THINGS = "entity"
_BY_WORD = {"theme": "themes", "kind": "kinds"}


class Names(NamedTuple):
    """Names and ids of what the sheets hold, apart for themes, kinds, and all things on map and network."""

    ids: Mapping[str, Mapping[str, str]]  # sort -> name or id -> id
    names: Mapping[str, Mapping[tuple[str, str], str]]  # sort -> (id, language) -> name that leads back to the id

    def to_name(self, cell: str, column: Column, keeper: str) -> str:
        """A cell of the tables as a keeper reads it."""
        return self._each(cell, column, lambda entry: self._name(entry, column, keeper))

    def to_id(self, cell: str, column: Column) -> str:
        """A cell that a keeper wrote as the tables hold it; what is no name stays, and is reported where it is read."""
        return self._each(cell, column, lambda entry: self._id(entry, column))

    @staticmethod
    def _each(cell: str, column: Column, change: Callable[[str], str]) -> str:
        entries = cell.split(LIST_SEPARATOR) if column.many else [cell]
        return LIST_SEPARATOR.join(change(entry.strip()) for entry in entries)

    def _name(self, entry: str, column: Column, keeper: str) -> str:
        if column.type == ColumnType.COUNTRY:
            return country_name(entry, keeper)
        return self.names.get(sort_of(column), {}).get((entry, keeper), entry)

    def _id(self, entry: str, column: Column) -> str:
        if column.type == ColumnType.COUNTRY:
            return next((found for keeper in KEEPERS if (found := country_codes(keeper).get(entry))), entry)
        return self.ids.get(sort_of(column), {}).get(entry, entry)


def sort_of(column: Column) -> str:
    """Among what a reference looks for a name: themes, kinds, or all things; empty for sources, known by their keys."""
    if column.type != ColumnType.REFERENCE or column.to == ("source",):
        return ""
    return next((_BY_WORD[word] for word in column.to if word in _BY_WORD), _THINGS)


def read_names(rows: Iterable[tuple[Table, Mapping[str, str]]]) -> Names:
    """Learn the names from rows: the cells of each by header, with the table that it stands in.

    A name that two things share, or that could be taken for an id or a list, stands for nothing.
    """
    called: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for table, cells in rows:
        sort = _THINGS if table.kind is not None else table.name
        for keeper in KEEPERS:
            if (key := cells.get("id")) and (name := cells.get(f"name_{keeper}")):
                called[sort][key, keeper] = name
    ids = {sort: _unique(names) for sort, names in called.items()}
    return Names(
        ids=ids,
        names={
            sort: {place: name for place, name in names.items() if ids[sort].get(name) == place[0]}
            for sort, names in called.items()
        },
    )


def _unique(names: Mapping[tuple[str, str], str]) -> Mapping[str, str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for (key, _), name in names.items():
        owners[name].add(key)
    own = {key for key, _ in names}
    found = {name: next(iter(keys)) for name, keys in owners.items() if len(keys) == 1 and LIST_SEPARATOR not in name}
    return {**found, **{key: key for key in own}}
