"""Country by country: who is there, the ties, who keeps these up, what is done, since when, where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import htpy as h

from dashboard.model import DatedFact, Entity, EntityKind, LinkKind, Source, Tie, in_language
from layouts.card.content import date_element, later_tag, source_line
from layouts.context import Page
from layouts.parts import kind_label, later_flag, tie_swatch
from layouts.reading.frame import contents, reading_page

_SHOWN = (EntityKind.PARTNER, EntityKind.ORGANISATION, EntityKind.RIVER)


def countries(page: Page) -> str:
    """Every country of which the data know something beside its homes, those of the partners first."""
    found = [_Country(page, code) for code in list_countries(page)]
    return reading_page(
        page,
        "countries",
        [
            h.p[page.texts("countries-intro")],
            contents(page, [(country.code, country.name) for country in found]),
            (country.section() for country in found),
        ],
    )


def list_countries(page: Page) -> tuple[str, ...]:
    """The codes of countries in which there are partners, or anything else but homes, in the order of the tables."""
    homes = {home.country for home in page.dataset.of_kind(EntityKind.HOME)}
    found = (entity for kind in _SHOWN for entity in page.dataset.of_kind(kind))
    codes = (each.country for each in found if each.kind == EntityKind.PARTNER or each.country not in homes)
    return tuple(dict.fromkeys(code for code in codes if code))


@dataclass(frozen=True)
class _Country:
    page: Page
    code: str

    @property
    def name(self) -> str:
        return str(self.page.language.locale.territories.get(self.code, self.code))

    @cached_property
    def there(self) -> tuple[Entity, ...]:
        """What of the network is in the country."""
        of_kind = self.page.dataset.of_kind
        return tuple(entity for kind in _SHOWN for entity in of_kind(kind) if entity.country == self.code)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        keys = {entity.id for entity in self.there}
        return tuple(tie for tie in self.page.dataset.exchange_ties if keys & {tie.source, tie.target})

    @cached_property
    def groups(self) -> tuple[Entity, ...]:
        """The organisations at whose end the ties begin."""
        entity = self.page.dataset.entity
        sources = dict.fromkeys(tie.source for tie in self.ties)
        return tuple(entity[key] for key in sources if entity[key].kind == EntityKind.ORGANISATION)

    @cached_property
    def activities(self) -> tuple[Entity, ...]:
        """Activities that a link joins to something in the country, and what is part of these."""
        keys = {entity.id for entity in self.there}
        joined = {end for tie in self.page.dataset.ties for end in _other_ends(tie, keys)}
        joined |= {t.source for t in self.page.dataset.ties if t.kind == LinkKind.PART_OF and t.target in joined}
        return tuple(each for each in self.page.dataset.of_kind(EntityKind.ACTIVITY) if each.id in joined)

    @cached_property
    def dates(self) -> tuple[DatedFact, ...]:
        things: tuple[Entity | Tie, ...] = (*self.there, *self.ties, *self.activities)
        about = {each.id for each in things}
        facts = (fact for fact in self.page.dataset.dated_facts if fact.about in about)
        return tuple(sorted(facts, key=lambda fact: fact.when.start))

    @property
    def sources(self) -> tuple[Source, ...]:
        stated: tuple[Entity | Tie, ...] = (*self.there, *self.ties, *self.groups, *self.activities)
        cited = [*(each.citation for each in stated), *(fact.citation for fact in self.dates)]
        keys = {citation.source_key for citation in cited}
        return tuple(source for source in self.page.dataset.sources if source.key in keys)

    def section(self) -> h.Element:
        texts = self.page.texts
        activities = [self._thing(each) for each in self.activities]
        return h.article(".passage", id=self.code)[
            h.h2[self.name],
            _part(texts("countries-there"), [self._thing(each, is_told=True) for each in self.there]),
            _part(texts("card-ties-heading"), [self._tie(tie) for tie in self.ties]),
            _part(texts("countries-groups"), [self._thing(each) for each in self.groups]),
            _part(texts("group-activities"), activities),
            h.p[texts("countries-no-activity")] if self.ties and not activities else None,
            _part(texts("card-dates-heading"), [self._date(fact) for fact in self.dates]),
            _part(
                texts("card-sources-heading"), [h.li[source_line(self.page, each)] for each in self.sources], "sources"
            ),
        ]

    def _thing(self, entity: Entity, *, is_told: bool = False) -> h.Element:
        summary = in_language(entity.summary, self.page.language.code)
        return h.li(data_later=later_flag(entity.later))[
            h.a(href=self.page.card(entity.id))[self.page.name(entity.id)],
            h.span(".locator")[kind_label(self.page, entity)],
            h.span(".country-told")[summary] if is_told else None,
        ]

    def _tie(self, tie: Tie) -> h.Element:
        return h.li(data_later=later_flag(tie.later))[
            tie_swatch(self.page, tie),
            h.a(href=self.page.card(tie.id))[self.page.tie_name(tie)],
            h.span(".locator")[self.page.kind_name(tie.kind)],
        ]

    def _date(self, fact: DatedFact) -> h.Element:
        return h.li(data_later=later_flag(fact.later))[
            date_element(self.page, fact),
            " ",
            in_language(fact.what, self.page.language.code),
            later_tag(self.page, fact.later),
        ]


def _other_ends(tie: Tie, keys: Iterable[str]) -> Iterator[str]:
    if tie.source in keys:
        yield tie.target
    if tie.target in keys:
        yield tie.source


def _part(heading: str, rows: list[h.Element], css: str = "country-rows") -> h.Node:
    return [h.h3[heading], h.ul(class_=css)[rows]] if rows else None
