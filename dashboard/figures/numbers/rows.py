"""Exchange ties and activities as rows to count, and which of them a reader's choice leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

UNDATED = "undated"
"""The decade of what no source dates."""


class TieRow(BaseModel):
    """An exchange tie. ``year`` is that of its first dated fact; ``country`` the ISO code of where it leads."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: str
    home: str
    partner: str
    country: str
    year: int | None
    distance_km: float | None
    themes: tuple[str, ...]

    @property
    def decade(self) -> str:
        """The first year of its decade, for example ``1990``."""
        return UNDATED if self.year is None else str(self.year // 10 * 10)


class ActivityRow(BaseModel):
    """An activity, with the partners that it is held with."""

    model_config = ConfigDict(frozen=True)

    id: str
    home: str
    themes: tuple[str, ...]
    partners: tuple[str, ...]


class Numbers(NamedTuple):
    """Everything that is counted, in the order of the tables."""

    ties: tuple[TieRow, ...]
    activities: tuple[ActivityRow, ...]


class Choice(BaseModel):
    """What a reader chose, by dimension; nothing chosen in a dimension leaves everything."""

    model_config = ConfigDict(frozen=True)

    home: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    decade: tuple[str, ...] = ()
    country: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, name) for name in Choice.model_fields)


def read_choice(state: object, numbers: Numbers) -> Choice:
    """A choice from what a browser sent; values that count nothing are dropped, whatever was sent."""
    asked = state if isinstance(state, Mapping) else {}
    known = dimensions(numbers)
    return Choice(**{name: _known(asked.get(name), values) for name, values in known.items()})


def _known(asked: object, values: Sequence[str]) -> tuple[str, ...]:
    wanted = [each for each in asked if isinstance(each, str)] if isinstance(asked, list) else []
    return tuple(value for value in values if value in wanted)


def dimensions(numbers: Numbers) -> Mapping[str, tuple[str, ...]]:
    """The values of every dimension that a reader may choose by, each sorted."""
    ties, activities = numbers
    found = {
        "home": {*(row.home for row in ties), *(row.home for row in activities)},
        "tie": {row.kind for row in ties},
        "theme": {theme for row in activities for theme in row.themes},
        "decade": {row.decade for row in ties},
        "country": {row.country for row in ties},
    }
    return {name: tuple(sorted(values)) for name, values in found.items()}


def choose_ties(numbers: Numbers, choice: Choice) -> tuple[TieRow, ...]:
    """The ties that a choice leaves."""
    return tuple(row for row in numbers.ties if _leaves_tie(choice, row))


def _leaves_tie(choice: Choice, row: TieRow) -> bool:
    wanted_and_had = (
        (choice.home, (row.home,)),
        (choice.tie, (row.kind,)),
        (choice.theme, row.themes),
        (choice.decade, (row.decade,)),
        (choice.country, (row.country,)),
    )
    return all(not wanted or set(wanted) & set(had) for wanted, had in wanted_and_had)


def choose_activities(numbers: Numbers, choice: Choice) -> tuple[ActivityRow, ...]:
    """The activities that a choice leaves. A choice among ties leaves those held with the partners of such ties."""
    by_tie = bool(choice.tie or choice.decade or choice.country)
    reached = {(row.home, row.partner) for row in choose_ties(numbers, choice)}
    return tuple(
        row
        for row in numbers.activities
        if (not choice.home or row.home in choice.home)
        and (not choice.theme or set(choice.theme) & set(row.themes))
        and (not by_tie or any((row.home, partner) in reached for partner in row.partners))
    )
