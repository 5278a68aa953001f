"""The plan of the network: where everything stands and what leads where, looked up once for all that is drawn."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from dashboard.figures.lines import Line, line_of
from dashboard.figures.network.names import count_text_lines
from dashboard.figures.network.paths import Point
from dashboard.figures.palette import hue_of
from dashboard.i18n import Texts
from dashboard.model import Dataset, Entity, EntityKind, LinkKind, Tie, in_language
from dashboard.network.lanes import Lane
from dashboard.network.positions import HOME_X, Column, Positions, place_network
from dashboard.network.wording import kind_name


class Plan:
    """One data set in one language (a code), with the catalogue's texts in that language."""

    def __init__(self, dataset: Dataset, language: str, texts: Texts, *, is_headed: bool = True) -> None:
        self.dataset = dataset
        self.language = language
        self.texts = texts
        self.positions: Positions = place_network(dataset, count_text_lines(dataset), is_headed=is_headed)
        self.parts = {tie.source: tie.target for tie in dataset.ties if tie.kind == LinkKind.PART_OF}

    # --- where ---

    def point(self, key: str) -> Point:
        """Where a mark stands."""
        spot = self.positions.spots[key]
        return spot.x, spot.y

    def y(self, key: str) -> float:
        """The level of a mark."""
        return self.positions.spots[key].y

    def column(self, key: str) -> Column:
        """The column of a mark."""
        return self.positions.spots[key].column

    def start_of(self, key: str) -> Point:
        """Where lines from a mark begin: those of a home at its bar."""
        return (HOME_X, self.y(key)) if self.column(key) == Column.HOMES else self.point(key)

    def level_of(self, tie: Tie) -> float:
        """The level at which an exchange tie crosses its lane."""
        return self.positions.tie_levels.get(tie.id, self.y(tie.source))

    def room_above(self, tie: Tie) -> float:
        """How far above an exchange tie the next one runs, as a share of the stage; infinite above the first."""
        level = self.level_of(tie)
        place = bisect_left(self._levels, level)
        return level - self._levels[place - 1] if place else math.inf

    @cached_property
    def _levels(self) -> Sequence[float]:
        return sorted({self.level_of(tie) for tie in self.dataset.exchange_ties})

    @cached_property
    def marks(self) -> Sequence[frozenset[str]]:
        """Of each lane its activities and venues."""
        return [frozenset(marks_of(lane)) for lane in self.positions.lanes]

    @cached_property
    def lane_of(self) -> Mapping[str, int]:
        """The lane that a mark of the first three columns stands in."""
        return {
            key: number
            for number, lane in enumerate(self.positions.lanes)
            for key in (lane.owner, *lane.helpers, *marks_of(lane))
        }

    @cached_property
    def lanes_of_owner(self) -> Mapping[str, Sequence[int]]:
        """The lanes that belong to a home, an organisation or a river."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, lane in enumerate(self.positions.lanes):
            found[lane.owner].append(number)
        return found

    @cached_property
    def lane_of_tie(self) -> Mapping[str, Lane]:
        """The lane of each exchange tie."""
        return {tie: lane for lane in self.positions.lanes for tie in lane.ties}

    @cached_property
    def on_tie(self) -> Mapping[str, tuple[str, ...]]:
        """The activities on the line of each exchange tie."""
        return {
            tie: tuple(key for key in on_tie if self.y(key) == self.positions.tie_levels[tie])
            for lane in self.positions.lanes
            for tie, on_tie in zip(lane.ties, lane.on_ties, strict=True)
        }

    @cached_property
    def on_any_tie(self) -> frozenset[str]:
        """The activities on the lines of all exchange ties."""
        return frozenset(key for on_tie in self.on_tie.values() for key in on_tie)

    # --- what ---

    def name(self, key: str) -> str:
        """The name of an entity."""
        return in_language(self.dataset.entity[key].names, self.language)

    def kind_of(self, tie: Tie) -> str:
        """The kind of a tie in words."""
        return kind_name(tie.kind, self.dataset, self.texts)

    def accent(self, entity: Entity) -> str | None:
        """The accent of an entity's first theme."""
        theme = self.dataset.theme.get(entity.themes[0]) if entity.themes else None
        return theme.accent if theme else None

    def hue(self, key: str) -> str:
        """The token of the hue of the home to which an entity belongs."""
        return hue_of(self.dataset.home_of(key), self.dataset)

    def line(self, tie: Tie) -> Line:
        """The line that stands for the kind of an exchange tie."""
        return line_of(tie.kind, self.dataset)

    def is_activity(self, key: str) -> bool:
        """Whether the id is that of an activity."""
        return key in self.dataset.entity and self.dataset.entity[key].kind == EntityKind.ACTIVITY


def marks_of(lane: Lane) -> list[str]:
    """Activities and venues of a lane, in the order in which they are read."""
    return [key for group in (*lane.on_ties, *lane.attached, *lane.rails) for key in group]
