"""What an entity or tie can be filtered by: the homes, kinds of tie and themes it has to do with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, Entity, EntityKind, LinkKind, Tie


class Facets(BaseModel):
    """Ids of homes and themes, and kinds of exchange tie; each sorted."""

    model_config = ConfigDict(frozen=True)

    homes: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


class _Sets:
    """Facets that are still being gathered."""

    def __init__(self) -> None:
        self.homes: set[str] = set()
        self.ties: set[str] = set()
        self.themes: set[str] = set()

    def add(self, other: _Sets) -> None:
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
    sets: dict[str, _Sets] = defaultdict(_Sets)
    for entity in dataset.entities:
        sets[entity.id] = _own_facets(entity)
    for tie in dataset.exchange_ties:
        sets[tie.id] = _tie_facets(tie, dataset)
        for end in (tie.source, tie.target):
            sets[end].homes |= sets[tie.id].homes
            sets[end].ties.add(tie.kind)
    _serve_ties(dataset, sets)
    _pass_on(dataset, sets)
    _gather_homes(dataset, sets)
    for tie in dataset.ties:
        if not tie.is_exchange:
            sets[tie.id] = _common(sets[tie.source], sets[tie.target])
    return {key: own.freeze() for key, own in sets.items()}


def _own_facets(entity: Entity) -> _Sets:
    own = _Sets()
    own.themes |= set(entity.themes)
    if entity.home:
        own.homes.add(entity.home)
    if entity.kind == EntityKind.HOME:
        own.homes.add(entity.id)
    return own


def _tie_facets(tie: Tie, dataset: Dataset) -> _Sets:
    own = _Sets()
    own.ties.add(tie.kind)
    source = dataset.entity[tie.source]
    own.homes |= {source.id} if source.kind == EntityKind.HOME else {source.home} - {None}  # type: ignore[arg-type]
    return own


def _links(dataset: Dataset, *kinds: LinkKind) -> Iterable[tuple[str, str]]:
    return ((tie.source, tie.target) for tie in dataset.ties if tie.kind in kinds)


def _serve_ties(dataset: Dataset, sets: Mapping[str, _Sets]) -> None:
    """Give an activity the kinds of the ties between those who run it and the partners it is held with."""
    partners: dict[str, set[str]] = defaultdict(set)
    for activity, partner in _links(dataset, LinkKind.WITH_PARTNER):
        partners[activity].add(partner)
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in dataset.exchange_ties:
        ties[tie.source].append(tie)
    for runner, activity in _links(dataset, LinkKind.RUNS):
        for tie in ties[runner]:
            if tie.target in partners[activity]:
                sets[activity].ties.add(tie.kind)
                sets[tie.id].themes |= sets[activity].themes


def _pass_on(dataset: Dataset, sets: Mapping[str, _Sets]) -> None:
    for runner, activity in _links(dataset, LinkKind.RUNS):
        sets[runner].themes |= sets[activity].themes
    for part, whole in _links(dataset, LinkKind.PART_OF):
        if dataset.entity[whole].kind == EntityKind.ACTIVITY:
            sets[part].ties |= sets[whole].ties
    for activity, partner in _links(dataset, LinkKind.WITH_PARTNER):
        sets[partner].themes |= sets[activity].themes
    for activity, venue in _links(dataset, LinkKind.HELD_AT):
        sets[venue].add(sets[activity])
    for inside, outside in _links(dataset, LinkKind.LOCATED_IN):
        if dataset.entity[outside].kind == EntityKind.COUNTRY:
            sets[outside].add(sets[inside])


def _gather_homes(dataset: Dataset, sets: Mapping[str, _Sets]) -> None:
    """Give a home the ties and themes of everything that belongs to it."""
    for entity in dataset.entities:
        if entity.home and entity.home in sets:
            sets[entity.home].ties |= sets[entity.id].ties
            sets[entity.home].themes |= sets[entity.id].themes


def _common(one: _Sets, other: _Sets) -> _Sets:
    own = _Sets()
    own.homes = one.homes & other.homes
    own.ties = one.ties & other.ties
    own.themes = one.themes & other.themes
    return own
