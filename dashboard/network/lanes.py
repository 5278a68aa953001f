"""The rows of the network: who is at work, with whom, and what they run.

A lane belongs to a home, to an organisation or to a river. A home's own ties have
a lane each, because they cross the whole picture; what a home runs itself has a
lane below them. Activities held with the partner of a tie lie on the line of that
tie; all others lie on the rail of their owner, parts after the whole, venues after
what is held there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.model import Dataset, Entity, EntityKind, LinkKind, Standing, Tie


@dataclass(frozen=True)
class Lane:
    """One row, from left to right."""

    owner: str  # id of a home, organisation or river; empty for what belongs to nobody
    home: str  # id of the home whose block the lane is in; empty outside every home
    rank: int  # lanes of a home stand in the order of their ranks; only equals change places
    ties: tuple[str, ...] = ()
    on_ties: tuple[tuple[str, ...], ...] = ()  # for each tie, the activities on its line
    attached: tuple[tuple[str, ...], ...] = ()  # parts and venues of the activities on ties
    rails: tuple[tuple[str, ...], ...] = ()  # further activities, each followed by its parts and venues; venues
    helpers: tuple[str, ...] = ()  # organisations named beside the owner


_HOME_TIE, _HOME_RAIL, _CURRENT, _FORMER, _OTHER, _RIVER = range(6)
_RANK_OF_STANDING = {Standing.CURRENT: _CURRENT, Standing.FORMER: _FORMER, Standing.OTHER: _OTHER, None: _OTHER}


def build_lanes(dataset: Dataset) -> tuple[Lane, ...]:
    """Every lane of the data set, home by home and rank by rank; no lanes for an empty data set."""
    homes = {home.id: place for place, home in enumerate(dataset.of_kind(EntityKind.HOME))}
    return tuple(sorted(_build(dataset), key=lambda lane: (homes.get(lane.home, len(homes)), lane.rank)))


def right_side(dataset: Dataset) -> tuple[str, ...]:
    """Ids of partners, and of rivers that an exchange tie leads to, in the order of the tables."""
    targets = {tie.target for tie in dataset.exchange_ties}
    return tuple(
        entity.id
        for entity in dataset.entities
        if entity.kind == EntityKind.PARTNER or (entity.kind == EntityKind.RIVER and entity.id in targets)
    )


class _Sorter:
    """Gives every activity, venue and helper to one lane, in the order in which lanes ask."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.targets: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.sources: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.exchange: dict[str, list[Tie]] = defaultdict(list)
        for tie in dataset.ties:
            self.targets[tie.kind, tie.source].append(tie.target)
            self.sources[tie.kind, tie.target].append(tie.source)
            if tie.is_exchange:
                self.exchange[tie.source].append(tie)
        self.given: set[str] = set()
        self.owners = {activity.id: self._owner(activity) for activity in dataset.of_kind(EntityKind.ACTIVITY)}
        self.owned: dict[str, list[str]] = defaultdict(list)
        for activity, owner in self.owners.items():
            self.owned[owner].append(activity)

    def _owner(self, activity: Entity, seen: frozenset[str] = frozenset()) -> str:
        """Who runs it, or runs what it is part of; else its home; else nobody."""
        if runners := self.sources[LinkKind.RUNS, activity.id]:
            return runners[0]
        for whole in self.targets[LinkKind.PART_OF, activity.id]:
            if whole not in seen and self._is(whole, EntityKind.ACTIVITY):
                return self._owner(self.dataset.entity[whole], seen | {activity.id})
        return activity.home or ""

    def _is(self, key: str, kind: EntityKind) -> bool:
        return key in self.dataset.entity and self.dataset.entity[key].kind == kind

    def take(self, keys: Iterable[str], kind: EntityKind) -> list[str]:
        """Those of ``keys`` that are of a kind and not given yet; they are given now."""
        taken = []
        for key in keys:
            if key not in self.given and self._is(key, kind):
                self.given.add(key)
                taken.append(key)
        return taken

    def on_tie(self, tie: Tie) -> tuple[str, ...]:
        """The activities that the tie's owner runs with its partner."""
        held_with = self.sources[LinkKind.WITH_PARTNER, tie.target]
        return tuple(self.take((key for key in held_with if self.owners.get(key) == tie.source), EntityKind.ACTIVITY))

    def group(self, activity: str) -> list[str]:
        """What follows an activity on its rail: its parts, then the venues of all of them."""
        parts = self.take(self.sources[LinkKind.PART_OF, activity], EntityKind.ACTIVITY)
        for part in list(parts):
            parts += self.take(self.sources[LinkKind.PART_OF, part], EntityKind.ACTIVITY)
        venues = [venue for key in (activity, *parts) for venue in self.venues(key)]
        return parts + venues

    def venues(self, key: str) -> list[str]:
        """Venues that something is held at or located in, and those around them."""
        found = self.take(
            [*self.targets[LinkKind.HELD_AT, key], *self.targets[LinkKind.LOCATED_IN, key]], EntityKind.VENUE
        )
        return [*found, *(wider for venue in list(found) for wider in self.venues(venue))]

    def attached(self, on_ties: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """What belongs to activities on ties, in one group for each of them."""
        groups = [self.group(activity) for on_tie in on_ties for activity in on_tie]
        return tuple(tuple(group) for group in groups if group)

    def rails(self, owner: str) -> tuple[tuple[str, ...], ...]:
        """Groups on the rail: each further activity of the owner with what belongs to it, then the owner's venues."""
        groups: list[list[str]] = []
        owned = self.owned[owner]
        wholes = [key for key in owned if not self.targets[LinkKind.PART_OF, key]]
        for key in (*wholes, *owned):
            for activity in self.take([key], EntityKind.ACTIVITY):
                groups.append([activity, *self.group(activity)])
        groups.append(self.venues(owner))
        return tuple(tuple(group) for group in groups if group)

    def helpers(self, members: Iterable[str]) -> tuple[str, ...]:
        """Organisations named beside the owner or its activities that have no tie and no activity of their own."""
        found = []
        for key in members:
            linked = [*self.sources[LinkKind.COOPERATES_WITH, key], *self.targets[LinkKind.COOPERATES_WITH, key]]
            found += self.take((other for other in linked if self.is_helper(other)), EntityKind.ORGANISATION)
        return tuple(found)

    def is_home(self, key: str) -> bool:
        """Whether the id is that of a home."""
        return self._is(key, EntityKind.HOME)

    def is_helper(self, key: str) -> bool:
        """Whether an organisation is only named beside others."""
        entity = self.dataset.entity.get(key)
        if entity is None:
            return False
        joined = self.targets[LinkKind.RUNS, key] or self.exchange.get(key)
        return entity.standing == Standing.OTHER and not joined


def _build(dataset: Dataset) -> list[Lane]:
    sorter = _Sorter(dataset)
    right = set(right_side(dataset))
    organisations = dataset.of_kind(EntityKind.ORGANISATION)
    owners = [
        *dataset.of_kind(EntityKind.HOME),
        *(entity for entity in organisations if not sorter.is_helper(entity.id)),
        *(river for river in dataset.of_kind(EntityKind.RIVER) if river.id not in right),
    ]
    lanes = [lane for owner in owners for lane in _lanes_of(owner, sorter)]
    for organisation in organisations:  # those named beside nobody who is at work
        if sorter.is_helper(organisation.id) and sorter.take([organisation.id], EntityKind.ORGANISATION):
            lanes += _lanes_of(organisation, sorter)
    return _give_the_rest(lanes, sorter)


def _lanes_of(owner: Entity, sorter: _Sorter) -> list[Lane]:
    ties = sorter.exchange[owner.id]
    on_ties = {tie.id: sorter.on_tie(tie) for tie in ties}
    attached = sorter.attached(on_ties.values())
    rails = sorter.rails(owner.id)
    members = [key for group in (*on_ties.values(), *attached, *rails) for key in group]
    helpers = sorter.helpers([owner.id, *members])
    rest = Lane(owner.id, _home_of(owner), _rank(owner), attached=attached, rails=rails, helpers=helpers)
    if owner.kind != EntityKind.HOME:
        return [replace(rest, ties=tuple(on_ties), on_ties=tuple(on_ties.values()))]
    lanes = [Lane(owner.id, owner.id, _HOME_TIE, (tie.id,), (on_ties[tie.id],)) for tie in ties]
    return [*lanes, rest] if attached or rails or helpers or not ties else lanes


def _home_of(owner: Entity) -> str:
    return owner.id if owner.kind == EntityKind.HOME else owner.home or ""


def _rank(owner: Entity) -> int:
    if owner.kind == EntityKind.ORGANISATION:
        return _RANK_OF_STANDING[owner.standing]
    return _HOME_RAIL if owner.kind == EntityKind.HOME else _RIVER


def _give_the_rest(lanes: list[Lane], sorter: _Sorter) -> list[Lane]:
    """Activities and venues that nothing led to: onto their home's rail, or below everything when they have no home."""
    left: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entity in sorter.dataset.entities:
        if entity.kind in (EntityKind.ACTIVITY, EntityKind.VENUE) and sorter.take([entity.id], entity.kind):
            home = entity.home or ""
            left[home if sorter.is_home(home) else ""].append((entity.id,))
    rails = {lane.owner: number for number, lane in enumerate(lanes) if lane.rank == _HOME_RAIL}
    for home, groups in left.items():
        at = rails.get(home)
        if at is None:
            lanes.append(Lane(home, home, _HOME_RAIL, rails=tuple(groups)))
        else:
            lanes[at] = replace(lanes[at], rails=(*lanes[at].rails, *groups))
    return lanes
