"""The records of the field, frozen. Tables are read into them; everything shown is computed from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator

from dashboard.model.dates import PartialDate, Period
from dashboard.model.kinds import (
    STRUCTURE,
    Between,
    EntityKind,
    Evidence,
    NameOrigin,
    NameUse,
    ShownAs,
    Standing,
)

Localised = Annotated[
    Mapping[str, str],
    PlainValidator(lambda value: MappingProxyType(dict(value))),
    PlainSerializer(dict),
]
"""A text in several languages, by language code. ``in_language`` picks one."""


def in_language(text: Mapping[str, str], language: str) -> str:
    """The text in ``language``, else in English, else in whatever there is; an empty string for an empty text."""
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Network(_Record):
    """What the keepers say of the network itself; ``dashboard.network.about`` fills what is blank from the data."""

    name: Localised = Field(default_factory=dict)
    subtitle: Localised = Field(default_factory=dict)
    summary: Localised = Field(default_factory=dict)
    introduction: Localised = Field(default_factory=dict)
    contact: Localised = Field(default_factory=dict)
    licence: Localised = Field(default_factory=dict)


class Source(_Record):
    """A document or a page that states facts."""

    key: str
    kind: str  # "document": one of those the network is built on; "page": consulted later
    maker: Localised
    title: Localised
    date: PartialDate | None  # None: the source bears no date
    language: str
    url: str = ""  # blank where the source is not on the web

    @property
    def is_later(self) -> bool:
        """True for every source beyond the documents; what it states can be switched off."""
        return self.kind != "document"


class Citation(_Record):
    """Where a fact is written: the key of a source, and the place in it (heading as printed, ¶ paragraph)."""

    source_key: str
    locator: str


class Place(_Record):
    """A point in degrees, WGS 84. For a region it is the seat that represents it, never its middle."""

    lon: float
    lat: float
    shown_as: ShownAs
    area: str | None  # id of a feature in the geodata layer "areas", when the area itself is the entity
    seat: Localised  # what stands at the point
    citation: Citation


class OtherName(_Record):
    """A further name: in its own script, today's, a former one, or a variant to search by."""

    text: str
    language: str
    use: NameUse
    citation: Citation
    later: bool


class Entity(_Record):
    """A node of the network."""

    id: str
    kind: EntityKind
    names: Localised
    reading: str | None = None  # of the Japanese name, in hiragana
    name_origin: NameOrigin  # of the Japanese name
    summary: Localised
    citation: Citation
    later: bool = False
    home: str | None = None  # id of the home whose exchange it belongs to; None for countries
    country: str | None = None  # ISO 3166-1 alpha-2
    place: Place | None = None
    other_names: tuple[OtherName, ...] = ()
    search_words: tuple[str, ...] = ()  # help the search only; they are no names and are shown nowhere
    standing: Standing | None = None  # organisations only
    themes: tuple[str, ...] = ()  # activities only
    evidence: Evidence | None = None  # activities only
    hue: str | None = None  # homes only: token of the colour in which they and their ties are drawn


class ExchangeKind(_Record):
    """A kind of exchange tie, such as a sister city: what it is called, how it is told, and how it is drawn.

    ``sentence`` tells a tie along its direction and ``back`` against it; "{source}" and "{target}" in them stand for
    where one is and where one arrives. ``words`` are what else people may type who look for it, with semicolons
    between.
    """

    id: str
    names: Localised
    meaning: Localised
    sentence: Localised
    back: Localised
    words: Localised = Field(default_factory=dict)
    between: Between
    line: str  # name of a line in dashboard.figures.lines

    @property
    def is_with_partner(self) -> bool:
        return self.between != Between.RIVERS


class Tie(_Record):
    """An edge of the network, directed from ``source`` to ``target`` (entity ids)."""

    id: str
    kind: str  # a LinkKind, or the id of an ExchangeKind of the data set
    source: str
    target: str
    note: Localised = Field(default_factory=dict)
    citation: Citation
    later: bool = False

    @property
    def is_exchange(self) -> bool:
        return self.kind not in STRUCTURE


class DatedFact(_Record):
    """Something that happened to an entity or a tie at a known time."""

    id: str
    about: str  # id of an entity or of a tie
    when: Period
    what: Localised
    citation: Citation
    later: bool


class Contact(_Record):
    """A line of how to get in touch: an address, a telephone number, opening hours."""

    about: str
    key: str  # address, phone, fax, hours, closed, languages, other_languages
    value: Localised
    citation: Citation


class Gap(_Record):
    """What the sources do not say, or say in two ways."""

    id: str
    about: tuple[str, ...]  # ids of entities
    title: Localised
    text: Localised
    citations: tuple[Citation, ...]


class Theme(_Record):
    """A theme of activities, with its accent, the name of its mark."""

    id: str
    names: Localised
    accent: str


class Dataset(_Record):
    """Everything the tables hold. Order in each tuple is the order in the tables."""

    network: Network = Network()
    sources: tuple[Source, ...] = ()
    themes: tuple[Theme, ...] = ()
    kinds: tuple[ExchangeKind, ...] = ()
    entities: tuple[Entity, ...] = ()
    ties: tuple[Tie, ...] = ()
    dated_facts: tuple[DatedFact, ...] = ()
    contacts: tuple[Contact, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @cached_property
    def documents(self) -> int:
        """How many documents everything rests on; texts that speak of them say it of one or of several."""
        return sum(not source.is_later for source in self.sources)

    @cached_property
    def source(self) -> Mapping[str, Source]:
        return {source.key: source for source in self.sources}

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def tie(self) -> Mapping[str, Tie]:
        return {tie.id: tie for tie in self.ties}

    @cached_property
    def kind(self) -> Mapping[str, ExchangeKind]:
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def theme(self) -> Mapping[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    def of_kind(self, kind: EntityKind) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.entities if entity.kind == kind)

    @cached_property
    def exchange_ties(self) -> tuple[Tie, ...]:
        return tuple(tie for tie in self.ties if tie.is_exchange)

    @cached_property
    def selectable(self) -> tuple[str, ...]:
        """The ids of whatever has a card: every entity and exchange tie, in the order of the tables."""
        return (*self.entity, *(tie.id for tie in self.exchange_ties))

    @cached_property
    def kinds_in_use(self) -> tuple[ExchangeKind, ...]:
        """The kinds of exchange of which there is a tie, in the order of their table."""
        used = {tie.kind for tie in self.exchange_ties}
        return tuple(kind for kind in self.kinds if kind.id in used)

    def home_of(self, key: str) -> str | None:
        """Id of the home to whose exchange an entity (by id) belongs, of a home its own; None if there is none."""
        entity = self.entity[key]
        return entity.id if entity.kind == EntityKind.HOME else entity.home

    def country_of(self, key: str) -> str | None:
        """The country (ISO 3166-1 alpha-2) of an entity by id, else that of its home; None where neither says one."""
        entity = self.entity[key]
        return entity.country or (self.entity[entity.home].country if entity.home else None)

    def is_selectable(self, key: str) -> bool:
        """Whether ``key`` names an entity or an exchange tie, the two things that have a card."""
        return key in self.entity or (key in self.tie and self.tie[key].is_exchange)
