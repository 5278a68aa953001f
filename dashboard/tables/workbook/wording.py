"""What a keeper reads in a workbook for the technical words of the tables, and back again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from dashboard.model import in_language
from dashboard.tables.description import Column, Table, load_description
from dashboard.tables.sheets import localised_header

REQUIRED = " *"
"""Stands after the heading of a column that a row must fill."""

_LOCALISED = re.compile(r"(?P<heading>.+) \((?P<language>[^()]+)\)")


def find_column(header: str, table: Table) -> tuple[Column, str] | None:
    """The column of a technical header and its language (a code), which is empty where it is not localised."""
    column = table.column.get(header)
    if column is not None and not column.localised:
        return column, ""
    split = localised_header(header, table)
    return (table.column[split[0]], split[1]) if split else None


def sheet_title(table: Table, keeper: str) -> str:
    """What the sheet of a table is called in the keeper's language (a code)."""
    return in_language(table.title, keeper)


def heading(header: str, table: Table, keeper: str) -> str:
    """What stands over a column: ``Name (Japanese) *`` for ``name_ja``; what is no header of the table stays."""
    found = find_column(header, table)
    if found is None:
        return header
    column, language = found
    said = in_language(column.heading, keeper)
    name = Locale.parse(keeper).languages.get(language.replace("-", "_"), language)
    return (f"{said} ({name})" if name else said) + (REQUIRED if column.required else "")


@cache
def tables_by_title() -> Mapping[str, Table]:
    """Every table by its name, and by its title in any language."""
    tables = load_description().tables
    return {word: table for table in tables for word in (table.name, table.file_name, *table.title.values())}


def find_header(text: str, table: Table) -> str:
    """The technical header that a heading in any of the keepers' languages stands for; any other text as it is."""
    plain = text.strip().removesuffix(REQUIRED.strip()).strip()
    if find_column(plain, table) is not None:
        return plain
    for column in table.columns:
        for keeper, said in column.heading.items():
            if plain == said and not column.localised:
                return column.header
            split = _LOCALISED.fullmatch(plain)
            if split and column.localised and split["heading"] == said:
                return f"{column.header}_{_language_codes(keeper).get(split['language'], split['language'])}"
    return text


@cache
def _language_codes(keeper: str) -> Mapping[str, str]:
    return {
        str(name): code.replace("_", "-") for code, name in sorted(Locale.parse(keeper).languages.items(), reverse=True)
    }


@cache
def country_codes(keeper: str) -> Mapping[str, str]:
    """Two-letter codes by the names of countries in a keeper's language."""
    territories = Locale.parse(keeper).territories
    return {str(name): code for code, name in sorted(territories.items(), reverse=True) if len(code) == len("JP")}


def country_name(code: str, keeper: str) -> str:
    """What the country of a code is called; the code itself where no name leads back to it."""
    name = str(Locale.parse(keeper).territories.get(code, code))
    return name if country_codes(keeper).get(name) == code else code
