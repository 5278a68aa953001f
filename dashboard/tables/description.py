"""What the tables look like, read from ``tables.toml``: the one place that says which files and columns there are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from dashboard.model import EntityKind

LIST_SEPARATOR = ";"
_FOLDER = Path(__file__).parent


class ColumnType(StrEnum):
    """What the cells of a column may hold."""

    SLUG = "slug"
    KEY = "key"
    WORD = "word"
    REFERENCE = "reference"
    ENUM = "enum"
    TEXT = "text"
    DATE = "date"
    PERIOD = "period"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    URL = "url"
    LANGUAGE = "language"
    COUNTRY = "country"


class _Described(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Described):
    """A column. One that is ``localised`` stands in the file once a language, as ``<header>_<code>``."""

    header: str
    type: ColumnType
    required: bool = False
    localised: bool = False
    many: bool = False
    to: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    heading: Mapping[str, str]
    hint: Mapping[str, str]

    def headers(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """The column's names in the first row of a file, one a language where it is localised."""
        return tuple(f"{self.header}_{code}" for code in languages) if self.localised else (self.header,)


class Table(_Described):
    """A table: the file ``<name>.csv``."""

    name: str
    required: bool
    kind: EntityKind | None = None
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    title: Mapping[str, str]
    purpose: Mapping[str, str]

    @property
    def file_name(self) -> str:
        return f"{self.name}.csv"

    @property
    def shipped(self) -> Path:
        """The table that stands in for a missing one; not every table has it."""
        return _FOLDER / self.file_name

    @cached_property
    def column(self) -> Mapping[str, Column]:
        """The columns by header, localised ones without a language."""
        return {column.header: column for column in self.columns}

    def headers(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Every name in the first row, in the order in which a file is written."""
        return tuple(header for column in self.columns for header in column.headers(languages))


class Ends(_Described):
    """The kinds of entity between which a kind of tie may stand."""

    source: tuple[EntityKind, ...]
    target: tuple[EntityKind, ...]


class Description(_Described):
    """All tables in the order in which they are read, and what may be joined.

    ``ends`` holds the ends of every kind of link, and those of every word for what a kind of exchange may join.
    """

    tables: tuple[Table, ...]
    ends: Mapping[str, Ends]

    @cached_property
    def table(self) -> Mapping[str, Table]:
        return {table.name: table for table in self.tables}


@cache
def load_description() -> Description:
    """Read ``tables.toml``; raise ValueError or KeyError when it contradicts itself."""
    raw = tomllib.loads((_FOLDER / "tables.toml").read_text(encoding="utf-8"))
    columns = {key: Column(**{"header": key, **column}) for key, column in raw["column"].items()}
    return Description(
        tables=tuple(_read_table(name, table, columns) for name, table in raw["table"].items()),
        ends={
            key: Ends(source=ends["from"], target=ends["to"])
            for key, ends in (*raw["link"].items(), *raw["between"].items())
        },
    )


def _read_table(name: str, raw: Mapping[str, Any], columns: Mapping[str, Column]) -> Table:
    return Table(**{**raw, "name": name, "columns": tuple(columns[key] for key in raw["columns"])})
