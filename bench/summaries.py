"""One figure from many runs."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least ``share`` percent of them do not exceed (nearest rank).

    Args:
        values: in any order, at least one.
        share: above 0, at most 100.

    Raises:
        ValueError: there are no values, or the share is out of range.
    """
    if not values:
        raise ValueError("no values")
    if not 0 < share <= 100:
        raise ValueError(f"{share} is no percentage above 0")
    return sorted(values)[math.ceil(share / 100 * len(values)) - 1]


def _ninety_fifth(values: Sequence[float]) -> float:
    return percentile(values, 95)


SUMMARIES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "median": statistics.median,
    "p95": _ninety_fifth,
    "max": max,
}


def summarise(summary: str, values: Sequence[float]) -> float:
    """The figure that stands for all runs; raise KeyError for an unknown summary, ValueError for no runs."""
    if not values:
        raise ValueError("no runs")
    return float(SUMMARIES[summary](values))
