"""Records -> tables: what was read, written back so that reading it again gives the same records."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dashboard.model import Citation, Dataset, Entity, EntityKind, Tie
from dashboard.tables.description import LIST_SEPARATOR, Column, Table, load_description
from dashboard.tables.sheets import Sheet

Cells = Mapping[str, Any]


def write_tables(dataset: Dataset) -> Mapping[str, str]:
    """Write a data set as tables.

    Returns:
        The text of every file by its name, in the order of the description: comma separated, CRLF, localised columns
        for every language that the data set holds. An empty data set gives files with nothing but a header.
    """
    languages = _find_languages(dataset)
    return {
        table.file_name: _write_table(table, _rows_of(table, dataset), languages) for table in load_description().tables
    }


def write_sheet(sheet: Sheet) -> str:
    """The text of a sheet's file, its rows as they stand."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(sheet.headers)
    writer.writerows([row.cells.get(header, "") for header in sheet.headers] for row in sheet.rows)
    return target.getvalue()


def _find_languages(dataset: Dataset) -> tuple[str, ...]:
    """Japanese and English, then every further language of a name or text in the data set."""
    texts: list[Mapping[str, str]] = [text for entity in dataset.entities for text in (entity.names, entity.summary)]
    texts += (entity.place.seat for entity in dataset.entities if entity.place)
    texts += dict(dataset.network).values()
    texts += (text for source in dataset.sources for text in (source.maker, source.title))
    texts += (theme.names for theme in dataset.themes)
    texts += (
        text for kind in dataset.kinds for text in (kind.names, kind.meaning, kind.sentence, kind.back, kind.words)
    )
    texts += (tie.note for tie in dataset.ties)
    texts += (fact.what for fact in dataset.dated_facts)
    texts += (contact.value for contact in dataset.contacts)
    texts += (text for gap in dataset.gaps for text in (gap.title, gap.text))
    found = {code for text in texts for code in text}
    return ("ja", "en", *sorted(found - {"ja", "en"}))


def _write_table(table: Table, rows: Iterable[Cells], languages: tuple[str, ...]) -> str:
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(table.headers(languages))
    for row in rows:
        writer.writerow([cell for column in table.columns for cell in _write_cells(column, row, languages)])
    return target.getvalue()


def _write_cells(column: Column, row: Cells, languages: tuple[str, ...]) -> list[str]:
    value = row.get(column.header)
    if column.localised:
        return [(value or {}).get(code, "") for code in languages]
    if column.many:
        return [LIST_SEPARATOR.join(value or ())]
    if value is None:
        return [column.also[0] if column.also else ""]
    return [repr(value) if isinstance(value, float) else str(value)]


def _rows_of(table: Table, dataset: Dataset) -> Iterable[Cells]:
    if table.kind is not None:
        return (_entity_cells(entity) for entity in dataset.of_kind(table.kind))
    return _ROWS[table.name](dataset)


def _entity_cells(entity: Entity) -> Cells:
    cells = {**dict(entity), **_cite(entity.citation), "name": entity.names}
    # A partner's home follows from its ties and stands in no column of its table.
    return cells if entity.kind != EntityKind.PARTNER else {**cells, "home": None}


def _cite(citation: Citation) -> dict[str, Any]:
    return {"source": citation.source_key, "locator": citation.locator}


def _network_rows(dataset: Dataset) -> Iterable[Cells]:
    return ({"item": item, "text": text} for item, text in dict(dataset.network).items() if text)


def _source_rows(dataset: Dataset) -> Iterable[Cells]:
    for source in dataset.sources:
        yield {**dict(source), "date": source.date.isoformat() if source.date else None}


def _theme_rows(dataset: Dataset) -> Iterable[Cells]:
    return ({**dict(theme), "name": theme.names} for theme in dataset.themes)


def _kind_rows(dataset: Dataset) -> Iterable[Cells]:
    return ({**dict(kind), "name": kind.names} for kind in dataset.kinds)


def _place_rows(dataset: Dataset) -> Iterable[Cells]:
    placed = ((entity.id, entity.place) for entity in dataset.entities if entity.place)
    return ({**dict(place), **_cite(place.citation), "entity": key} for key, place in placed)


def _name_rows(dataset: Dataset) -> Iterable[Cells]:
    named = ((entity.id, name) for entity in dataset.entities for name in entity.other_names)
    return ({**dict(name), **_cite(name.citation), "entity": key} for key, name in named)


def _search_rows(dataset: Dataset) -> Iterable[Cells]:
    return ({"entity": entity.id, "words": entity.search_words} for entity in dataset.entities if entity.search_words)


def _tie_rows(dataset: Dataset) -> Iterable[Cells]:
    return (_tie_cells(tie) for tie in dataset.exchange_ties)


def _link_rows(dataset: Dataset) -> Iterable[Cells]:
    return (_tie_cells(tie) for tie in dataset.ties if not tie.is_exchange)


def _tie_cells(tie: Tie) -> Cells:
    return {
        "id": tie.id,
        "kind": tie.kind,
        "from": tie.source,
        "to": tie.target,
        "note": tie.note,
        **_cite(tie.citation),
    }


def _date_rows(dataset: Dataset) -> Iterable[Cells]:
    return ({**dict(fact), **_cite(fact.citation), "when": fact.when.isoformat()} for fact in dataset.dated_facts)


def _contact_rows(dataset: Dataset) -> Iterable[Cells]:
    return ({**dict(contact), **_cite(contact.citation)} for contact in dataset.contacts)


def _gap_rows(dataset: Dataset) -> Iterable[Cells]:
    for gap in dataset.gaps:
        sources = tuple(citation.source_key for citation in gap.citations)
        yield {**dict(gap), "source": sources, "locator": tuple(citation.locator for citation in gap.citations)}


_ROWS: Mapping[str, Callable[[Dataset], Iterable[Cells]]] = {
    "network": _network_rows,
    "sources": _source_rows,
    "themes": _theme_rows,
    "kinds": _kind_rows,
    "places": _place_rows,
    "names": _name_rows,
    "search": _search_rows,
    "ties": _tie_rows,
    "links": _link_rows,
    "dates": _date_rows,
    "contacts": _contact_rows,
    "gaps": _gap_rows,
}
