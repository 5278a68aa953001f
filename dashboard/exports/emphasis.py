"""What a stop brings out: its selection, what is joined to it, and what its filters leave out.

The same rules as ``assets/js/core/network.js`` has for the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from dashboard.model import Dataset, EntityKind
from dashboard.network.facets import Facets, compute_facets
from dashboard.stories.records import Stop

Level = Literal["selected", "near", "plain", "faded", "out"]
OPACITY: Mapping[Level, float] = {"selected": 1.0, "near": 1.0, "plain": 1.0, "faded": 0.26, "out": 0.1}
"""How strongly lines and areas are drawn."""


class Emphasis:
    """How strongly each entity and tie is shown at a stop; an unknown selection counts as none."""

    def __init__(self, dataset: Dataset, stop: Stop) -> None:
        self._stop = stop
        self._facets = compute_facets(dataset)
        self.selected = stop.select if dataset.is_selectable(stop.select) else ""
        self._near = find_near(dataset, self.selected, self._facets) if self.selected else frozenset()

    def level(self, key: str) -> Level:
        """The level of an entity or tie by its id."""
        if key in self._facets and not self._passes(self._facets[key]):
            return "out"
        if key == self.selected:
            return "selected"
        if not self.selected:
            return "plain"
        return "near" if key in self._near else "faded"

    def opacity(self, key: str) -> float:
        """How strongly a line or area is drawn."""
        return OPACITY[self.level(key)]

    def stands_out(self, key: str) -> bool:
        """Whether something is selected or joined to what is."""
        return self.level(key) in ("selected", "near")

    def _passes(self, facets: Facets) -> bool:
        wishes = ((self._stop.home, facets.homes), (self._stop.tie, facets.ties), (self._stop.theme, facets.themes))
        return all(not wanted or set(wanted) & set(has) for wanted, has in wishes)


def find_near(dataset: Dataset, key: str, facets: Mapping[str, Facets]) -> frozenset[str]:
    """Ids of entities and ties that are shown beside a selection, without itself.

    Of an entity its neighbours with the ties to them, and the exchange ties that they complete; of a home also the
    exchange ties of its organisations, of a country those of its partners; of a tie its two ends.
    """
    if key in dataset.tie:
        return frozenset((dataset.tie[key].source, dataset.tie[key].target))
    ties = [tie for tie in dataset.ties if key in (tie.source, tie.target)]
    found = {each for tie in ties for each in (tie.id, tie.source, tie.target)}
    around = found | {key}
    kind = dataset.entity[key].kind
    for tie in dataset.exchange_ties:
        ends = {tie.source, tie.target}
        is_own = kind == EntityKind.HOME and key in facets[tie.id].homes
        is_inside = kind == EntityKind.COUNTRY and bool(ends & (found - {key}))
        if ends <= around or is_own or is_inside:
            found |= {tie.id, *ends}
    return frozenset(found - {key})
