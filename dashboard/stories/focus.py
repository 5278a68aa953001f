"""What a stop lights up: the selection, what stands beside it, and what its filters leave out.

``assets/js/core/network.js`` finds the same in the browser; a contract test holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, EntityKind, Tie
from dashboard.network.facets import Facets, compute_facets
from dashboard.stories.records import Stop


class Focus(BaseModel):
    """Ids of entities and ties. Without selection and filters nothing is selected, near or out."""

    model_config = ConfigDict(frozen=True)

    selected: str = ""
    near: frozenset[str] = frozenset()
    out: frozenset[str] = frozenset()

    def state(self, key: str) -> str:
        """The classes of a mark: ``is-selected`` or ``is-near``, and ``is-out``; an empty string for none."""
        beside = "is-selected" if key and key == self.selected else "is-near" if key in self.near else ""
        return " ".join(word for word in (beside, "is-out" if key in self.out else "") if word)


class Focuser:
    """Finds the focus of stops in one data set."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def focus(self, stop: Stop) -> Focus:
        """The focus of a stop. An unknown selection lights up nothing."""
        selected = stop.select if self.dataset.is_selectable(stop.select) else ""
        near = self._light(selected, stop.light) if selected else frozenset()
        return Focus(selected=selected, near=near, out=self._left_out(stop))

    def _light(self, selected: str, beside: Iterable[str]) -> frozenset[str]:
        """What stands beside the selection and what is lit ``beside`` it, with the ties that join the latter to it."""
        found = self.near(selected) | {key for key in beside if self.dataset.is_selectable(key)} - {selected}
        joined = {tie.id for key in beside for tie, other in self._joined.get(key, ()) if other in {*found, selected}}
        return found | joined

    def near(self, key: str) -> frozenset[str]:
        """What stands beside an entity or a tie, without itself; empty for an unknown id."""
        if key in self.dataset.tie:
            return frozenset({self.dataset.tie[key].source, self.dataset.tie[key].target})
        if key not in self.dataset.entity:
            return frozenset()
        found = {each for tie, other in self._joined[key] for each in (tie.id, other)}
        beside = frozenset(found)
        for tie in self.dataset.exchange_ties:
            if self._belongs(tie, key, beside):
                found |= {tie.id, tie.source, tie.target}
        return frozenset(found - {key})

    def _belongs(self, tie: Tie, key: str, beside: frozenset[str]) -> bool:
        """Whether an exchange tie joins two neighbours, or is one of a home's organisations or a country's partners."""
        ends = (tie.source, tie.target)
        if all(end == key or end in beside for end in ends):
            return True
        kind = self.dataset.entity[key].kind
        if kind == EntityKind.HOME:
            return key in self.homes_of(tie.id)
        return kind == EntityKind.COUNTRY and any(end in beside for end in ends)

    def homes_of(self, key: str) -> tuple[str, ...]:
        """The homes that an entity or a tie has to do with."""
        return self._facets[key].homes

    def _left_out(self, stop: Stop) -> frozenset[str]:
        if not (stop.home or stop.tie or stop.theme):
            return frozenset()
        judged = [entity.id for entity in self.dataset.entities] + [tie.id for tie in self.dataset.exchange_ties]
        return frozenset(key for key in judged if not _passes(self._facets[key], stop))

    @cached_property
    def _facets(self) -> Mapping[str, Facets]:
        return compute_facets(self.dataset)

    @cached_property
    def _joined(self) -> Mapping[str, list[tuple[Tie, str]]]:
        joined: dict[str, list[tuple[Tie, str]]] = defaultdict(list)
        for tie in self.dataset.ties:
            joined[tie.source].append((tie, tie.target))
            joined[tie.target].append((tie, tie.source))
        return joined


def _passes(facets: Facets, stop: Stop) -> bool:
    pairs = ((stop.home, facets.homes), (stop.tie, facets.ties), (stop.theme, facets.themes))
    return all(not wanted or bool(set(wanted) & set(has)) for wanted, has in pairs)
