"""What the charts of the figures page show, as records: bars, each with what choosing it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dashboard.figures.numbers.rows import (
    Choice,
    Numbers,
    TieRow,
    choose_activities,
    choose_ties,
)

Means = Mapping[str, tuple[str, ...]]
"""What choosing a bar chooses, by dimension."""


@dataclass(frozen=True)
class Bar:
    """A bar: its place along the axis, its series, its whole length, and how much of that the choice leaves."""

    place: str
    series: str
    whole: float
    left: float
    means: Means


@dataclass(frozen=True)
class Chart:
    """A chart. ``places`` and ``series`` name in which words its ids are said: a dimension, or ``way``."""

    id: str
    places: str
    series: str
    bars: tuple[Bar, ...]
    unit: str = "count"


def compute_charts(numbers: Numbers, choice: Choice) -> tuple[Chart, ...]:
    """The four charts under a choice. An empty data set gives charts without bars."""
    return tuple(compute(numbers, choice) for compute in CHARTS.values())


def _by_decade(numbers: Numbers, choice: Choice) -> Chart:
    whole = Counter((row.decade, row.kind) for row in numbers.ties)
    left = Counter((row.decade, row.kind) for row in choose_ties(numbers, choice))
    return Chart("decades", "decade", "tie", tuple(_count_bars(whole, left, "decade", "tie")))


def _by_country(numbers: Numbers, choice: Choice) -> Chart:
    whole = Counter((row.country, row.home) for row in numbers.ties)
    left = Counter((row.country, row.home) for row in choose_ties(numbers, choice))
    return Chart("countries", "country", "home", tuple(_count_bars(whole, left, "country", "home")))


def _by_theme(numbers: Numbers, choice: Choice) -> Chart:
    def count(rows: Iterable[object]) -> Counter[tuple[str, str]]:
        return Counter((theme, row.home) for row in rows for theme in row.themes)  # type: ignore[attr-defined]

    whole, left = count(numbers.activities), count(choose_activities(numbers, choice))
    return Chart("themes", "theme", "home", tuple(_count_bars(whole, left, "theme", "home")))


def _by_distance(numbers: Numbers, choice: Choice) -> Chart:
    """One bar for each way from a home to a partner, however many ties go there; the nearest comes first."""
    whole = {(row.home, row.partner): row for row in numbers.ties if row.distance_km is not None}
    left = {(row.home, row.partner) for row in choose_ties(numbers, choice)}
    rows = sorted(whole.values(), key=_distance)
    bars = (_way_bar(row, is_left=(row.home, row.partner) in left) for row in rows)
    return Chart("distances", "way", "home", tuple(bars), unit="km")


def _way_bar(row: TieRow, *, is_left: bool) -> Bar:
    means = {"country": (row.country,), "home": (row.home,)}
    return Bar(f"{row.home} {row.partner}", row.home, _distance(row), _distance(row) * is_left, means)


def _distance(row: TieRow) -> float:
    return row.distance_km or 0.0


def _count_bars(
    whole: Counter[tuple[str, str]], left: Counter[tuple[str, str]], places: str, series: str
) -> Iterable[Bar]:
    for (place, one), number in sorted(whole.items()):
        yield Bar(place, one, number, left[place, one], {places: (place,), series: (one,)})


CHARTS: Mapping[str, Callable[[Numbers, Choice], Chart]] = {
    "decades": _by_decade,
    "countries": _by_country,
    "themes": _by_theme,
    "distances": _by_distance,
}
"""The charts of the page by their ids, in reading order."""
