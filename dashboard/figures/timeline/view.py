"""What the timeline shows: a dot for every dated fact along an axis of years, dots of one time above each other."""

from __future__ import annotations

from collections import Counter

from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, DatedFact, PartialDate

_TICK_YEARS = 5
_SAME_TIME = 0.012  # share of the axis within which two dots would cover each other


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TimelineDot(_Record):
    """A dated fact at ``x`` (0 to 1 along the axis), ``row`` dots above it; ``end_x`` where a span ends."""

    fact: str
    about: str
    x: float
    end_x: float | None
    row: int
    later: bool


class TimelineTick(_Record):
    """A year on the axis."""

    year: int
    x: float


class TimelineView(_Record):
    """The axis from its first to its last year. Without dated facts there are neither ticks nor dots."""

    ticks: tuple[TimelineTick, ...] = ()
    dots: tuple[TimelineDot, ...] = ()
    rows: int = 0


def compute_timeline(dataset: Dataset) -> TimelineView:
    """Place every fact whose year is known; a day without a year has no place on an axis of years."""
    facts = sorted((fact for fact in dataset.dated_facts if fact.when.start.year), key=lambda fact: fact.when.start)
    if not facts:
        return TimelineView()
    first = _floor(min(_year(fact.when.start) for fact in facts))
    last = _floor(max(_year(fact.when.end or fact.when.start) for fact in facts)) + _TICK_YEARS
    dots = _stack(facts, first, last - first)
    years = range(first, last + 1, _TICK_YEARS)
    return TimelineView(
        ticks=tuple(TimelineTick(year=year, x=round((year - first) / (last - first), 4)) for year in years),
        dots=dots,
        rows=1 + max(dot.row for dot in dots),
    )


def _floor(year: float) -> int:
    return int(year) // _TICK_YEARS * _TICK_YEARS


def _year(date: PartialDate) -> float:
    """A date as a fraction of years; a date without a month stands at the middle of its year."""
    month = (date.month - 1 + ((date.day or 15) - 1) / 31) / 12 if date.month else 0.5
    return (date.year or 0) + month


def _stack(facts: list[DatedFact], first: int, span: int) -> tuple[TimelineDot, ...]:
    """Give dots that would cover each other rows above each other, in order of time."""
    taken: Counter[int] = Counter()
    dots = []
    for fact in facts:
        x = (_year(fact.when.start) - first) / span
        place = round(x / _SAME_TIME)
        row = max(taken[place - 1], taken[place], taken[place + 1])
        taken[place] = row + 1
        end = fact.when.end
        dots.append(
            TimelineDot(
                fact=fact.id,
                about=fact.about,
                x=round(x, 4),
                # "1995-12/1995": the end is known less exactly than the start, and never drawn before it.
                end_x=round(max(x, (_year(end) - first) / span), 4) if end else None,
                row=row,
                later=fact.later,
            )
        )
    return tuple(dots)
