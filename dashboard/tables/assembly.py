"""Rows without a problem -> the records of the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle

from dashboard.model import (
    Citation,
    Contact,
    Dataset,
    DatedFact,
    Entity,
    EntityKind,
    ExchangeKind,
    Gap,
    Network,
    OtherName,
    Place,
    Source,
    Theme,
    Tie,
    settle_partners,
)
from dashboard.tables.checks import Tables
from dashboard.tables.rows import TypedRow


def link_id(source: str, kind: str, target: str) -> str:
    """The id of a link, which its table does not name: ``<from>--<kind>--<to>``."""
    return f"{source}--{kind}--{target}"


def assemble(tables: Tables) -> Dataset:
    """Build the data set; ``tables`` must be without problems."""
    return _Assembly(tables).build()


class _Assembly:
    def __init__(self, tables: Tables) -> None:
        self._rows = tables.rows
        self._description = tables.description
        self._sources = {source.key: source for source in map(_read_source, tables.rows["sources"])}
        self._places = {row.values["entity"]: self._read_place(row) for row in tables.rows["places"]}
        self._names = self._read_names(tables.rows["names"])
        self._search_words = {row.values["entity"]: row.values["words"] for row in tables.rows["search"]}
        self._hues = dict(
            zip((row.values["id"] for row in tables.rows["homes"]), _hand_out(tables.rows["homes"], "hue"), strict=True)
        )

    def build(self) -> Dataset:
        entities = [
            self._read_entity(row, table.kind)
            for table in self._description.tables
            if table.kind is not None
            for row in self._rows[table.name]
        ]
        ties = tuple(self._read_tie(row) for name in ("ties", "links") for row in self._rows[name])
        return Dataset(
            network=Network(**{row.values["item"]: row.values["text"] for row in self._rows["network"]}),
            sources=tuple(self._sources.values()),
            themes=_read_themes(self._rows["themes"]),
            kinds=read_kinds(self._rows["kinds"]),
            entities=settle_partners(entities, ties),
            ties=ties,
            dated_facts=tuple(map(self._read_dated_fact, self._rows["dates"])),
            contacts=tuple(map(_read_contact, self._rows["contacts"])),
            gaps=tuple(map(_read_gap, self._rows["gaps"])),
        )

    def _read_entity(self, row: TypedRow, kind: EntityKind) -> Entity:
        values = row.values
        key = values["id"]
        return Entity(
            id=key,
            kind=kind,
            names=values["name"],
            reading=values.get("reading"),
            name_origin=values["name_origin"],
            summary=values["summary"],
            citation=_read_citation(row),
            later=self._is_later(row),
            home=values.get("home"),
            country=values.get("country"),
            place=self._places.get(key),
            other_names=tuple(self._names[key]),
            search_words=self._search_words.get(key, ()),
            standing=values.get("standing"),
            themes=values.get("themes", ()),
            evidence=values.get("evidence"),
            hue=self._hues.get(key),
        )

    def _read_tie(self, row: TypedRow) -> Tie:
        values = row.values
        return Tie(
            id=values.get("id") or link_id(values["from"], values["kind"], values["to"]),
            kind=values["kind"],
            source=values["from"],
            target=values["to"],
            note=values["note"],
            citation=_read_citation(row),
            later=self._is_later(row),
        )

    def _read_place(self, row: TypedRow) -> Place:
        values = row.values
        return Place(
            lon=values["lon"],
            lat=values["lat"],
            shown_as=values["shown_as"],
            area=values.get("area"),
            seat=values["seat"],
            citation=_read_citation(row),
        )

    def _read_names(self, rows: Iterable[TypedRow]) -> Mapping[str, list[OtherName]]:
        names: dict[str, list[OtherName]] = defaultdict(list)
        for row in rows:
            name = OtherName(
                text=row.values["text"],
                language=row.values["language"],
                use=row.values["use"],
                citation=_read_citation(row),
                later=self._is_later(row),
            )
            names[row.values["entity"]].append(name)
        return names

    def _read_dated_fact(self, row: TypedRow) -> DatedFact:
        return DatedFact(
            id=row.values["id"],
            about=row.values["about"],
            when=row.values["when"],
            what=row.values["what"],
            citation=_read_citation(row),
            later=self._is_later(row),
        )

    def _is_later(self, row: TypedRow) -> bool:
        return self._sources[row.values["source"]].is_later


def _read_citation(row: TypedRow) -> Citation:
    return Citation(source_key=row.values["source"], locator=row.values["locator"])


def _read_source(row: TypedRow) -> Source:
    return Source(**row.values)


def _read_themes(rows: Sequence[TypedRow]) -> tuple[Theme, ...]:
    return tuple(
        Theme(id=row.values["id"], names=row.values["name"], accent=accent)
        for row, accent in zip(rows, _hand_out(rows, "accent"), strict=True)
    )


def _hand_out(rows: Sequence[TypedRow], header: str) -> tuple[str, ...]:
    """The choice of every row; blank cells get the words of the column that no row chose, in their order."""
    chosen = [row.values.get(header) for row in rows]
    words = rows[0].table.column[header].values if rows else ()
    free = cycle([word for word in words if word not in chosen] or words)
    return tuple(choice or next(free) for choice in chosen)


def read_kinds(rows: Sequence[TypedRow]) -> tuple[ExchangeKind, ...]:
    """The kinds of exchange in the rows of their table, which must be without problems."""
    lines = _hand_out(rows, "line")
    parts = ("meaning", "sentence", "back", "words", "between")
    return tuple(
        ExchangeKind(
            id=row.values["id"],
            names=row.values["name"],
            line=line,
            **{part: row.values[part] for part in parts},
        )
        for row, line in zip(rows, lines, strict=True)
    )


def _read_contact(row: TypedRow) -> Contact:
    values = row.values
    return Contact(about=values["about"], key=values["key"], value=values["value"], citation=_read_citation(row))


def _read_gap(row: TypedRow) -> Gap:
    values = row.values
    citations = zip(values["source"], values["locator"], strict=True)
    return Gap(
        id=values["id"],
        about=values.get("about", ()),
        title=values["title"],
        text=values["text"],
        citations=tuple(Citation(source_key=key, locator=locator) for key, locator in citations),
    )
