"""What an entity or tie can be filtered by: the homes, kinds of tie and themes it has to do with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, Entity, EntityKind, Tie, TieKind


class Facets(BaseModel):
    """Ids of homes and themes, and kinds of exchange tie; each sorted."""

    model_config = ConfigDict(frozen=True)

    homes: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


class _Draft:
    def __init__(self) -> None:
        self.homes: set[str] = set()
        self.ties: set[str] = set()
        self.themes: set[str] = set()

    def add(self, other: _Draft) -> None:
        self.homes |= other.homes
        self.ties |= other.ties
        self.themes |= other.themes

    def freeze(self) -> Facets:
        return Facets(homes=tuple(sorted(self.homes)), ties=tuple(sorted(self.ties)), themes=tuple(sorted(self.themes)))


def compute_facets(dataset: Dataset) -> Mapping[str, Facets]:
    """Facets of every entity and every tie, by id.

    An activity has the facets of the exchange ties that it serves; an organisation or home those of its own ties and
    of what it runs; a partner those of its ties and of the activities with it; a country those of its partners; a
    venue those of what is held there.
    """
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    for entity in dataset.entities:
        drafts[entity.id] = _own_facets(entity)
    for tie in dataset.exchange_ties:
        drafts[tie.id] = _tie_facets(tie, dataset)
        for end in (tie.source, tie.target):
            drafts[end].homes |= drafts[tie.id].homes
            drafts[end].ties.add(tie.kind.value)
    _serve_ties(dataset, drafts)
    _pass_on(dataset, drafts)
    _gather_homes(dataset, drafts)
    for tie in dataset.ties:
        if not tie.is_exchange:
            drafts[tie.id] = _common(drafts[tie.source], drafts[tie.target])
    return {key: draft.freeze() for key, draft in drafts.items()}


def _own_facets(entity: Entity) -> _Draft:
    draft = _Draft()
    draft.themes |= set(entity.themes)
    if entity.home:
        draft.homes.add(entity.home)
    if entity.kind == EntityKind.HOME:
        draft.homes.add(entity.id)
    return draft


def _tie_facets(tie: Tie, dataset: Dataset) -> _Draft:
    draft = _Draft()
    draft.ties.add(tie.kind.value)
    source = dataset.entity[tie.source]
    draft.homes |= {source.id} if source.kind == EntityKind.HOME else {source.home} - {None}  # type: ignore[arg-type]
    return draft


def _links(dataset: Dataset, *kinds: TieKind) -> Iterable[tuple[str, str]]:
    return ((tie.source, tie.target) for tie in dataset.ties if tie.kind in kinds)


def _serve_ties(dataset: Dataset, drafts: Mapping[str, _Draft]) -> None:
    """Give an activity the kinds of the ties between those who run it and the partners it is held with."""
    partners: dict[str, set[str]] = defaultdict(set)
    for activity, partner in _links(dataset, TieKind.WITH_PARTNER):
        partners[activity].add(partner)
    for runner, activity in _links(dataset, TieKind.RUNS):
        for tie in dataset.exchange_ties:
            if tie.source == runner and tie.target in partners[activity]:
                drafts[activity].ties.add(tie.kind.value)
                drafts[tie.id].themes |= drafts[activity].themes


def _pass_on(dataset: Dataset, drafts: Mapping[str, _Draft]) -> None:
    for runner, activity in _links(dataset, TieKind.RUNS):
        drafts[runner].themes |= drafts[activity].themes
    for part, whole in _links(dataset, TieKind.PART_OF):
        if dataset.entity[whole].kind == EntityKind.ACTIVITY:
            drafts[part].ties |= drafts[whole].ties
    for activity, partner in _links(dataset, TieKind.WITH_PARTNER):
        drafts[partner].themes |= drafts[activity].themes
    for activity, venue in _links(dataset, TieKind.HELD_AT):
        drafts[venue].add(drafts[activity])
    for inside, outside in _links(dataset, TieKind.LOCATED_IN):
        if dataset.entity[outside].kind == EntityKind.COUNTRY:
            drafts[outside].add(drafts[inside])


def _gather_homes(dataset: Dataset, drafts: Mapping[str, _Draft]) -> None:
    """Give a home the ties and themes of everything that belongs to it."""
    for entity in dataset.entities:
        if entity.home and entity.home in drafts:
            drafts[entity.home].ties |= drafts[entity.id].ties
            drafts[entity.home].themes |= drafts[entity.id].themes


def _common(one: _Draft, other: _Draft) -> _Draft:
    draft = _Draft()
    draft.homes = one.homes & other.homes
    draft.ties = one.ties & other.ties
    draft.themes = one.themes & other.themes
    return draft
