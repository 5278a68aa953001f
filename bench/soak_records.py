"""What a soak run found, and how much of it grew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Sample(BaseModel):
    """One look, between two visitors and after the garbage was collected. MB are 1,000,000 bytes.

    ``server_seconds`` is how long the server has run, which some troubles start anew.
    """

    model_config = ConfigDict(frozen=True)

    seconds: float
    server_seconds: float
    heap_mb: float
    nodes: int
    listeners: int
    server_mb: float
    selections: int
    taps: int


class Soak(BaseModel):
    """A whole run; ``machine`` and ``browser`` say where its figures hold."""

    model_config = ConfigDict(frozen=True)

    date: str
    machine: Mapping[str, str | float]
    browser: str
    minutes: float
    visits: int
    resets_by_clock: int
    troubles: int = 0
    lost_taps: int = 0
    samples: tuple[Sample, ...]


_WARM_S = 120
"""After so long a server has loaded what it needs to draw: what it takes until then is no growth."""


class Curve(NamedTuple):
    """One thing that is watched, and by how many per cent it may grow over the last two thirds of a run."""

    name: str
    unit: str
    value: Callable[[Sample], float]
    limit_percent: float
    counts: Callable[[Sample], bool] = lambda _: True


CURVES = (
    Curve("JS heap", "MB", lambda sample: sample.heap_mb, 10),
    Curve("DOM nodes", "", lambda sample: sample.nodes, 0),
    Curve("listeners", "", lambda sample: sample.listeners, 0),
    Curve("server", "MB", lambda sample: sample.server_mb, 10, lambda sample: sample.server_seconds >= _WARM_S),
)


class Growth(NamedTuple):
    """The middle of the first and of the last quarter of the last two thirds."""

    name: str
    first: float
    last: float
    limit_percent: float

    @property
    def percent(self) -> float:
        return (self.last / self.first - 1) * 100 if self.first else 0.0

    @property
    def holds(self) -> bool:
        return self.percent <= self.limit_percent


def growth_of(soak: Soak) -> list[Growth]:
    """How much each curve grew over the last two thirds; raise ValueError when it has fewer than four samples there."""
    settled = [sample for sample in soak.samples if sample.seconds >= soak.samples[-1].seconds / 3]
    return [_growth(curve, [curve.value(sample) for sample in settled if curve.counts(sample)]) for curve in CURVES]


def _growth(curve: Curve, values: Sequence[float]) -> Growth:
    quarter = len(values) // 4
    if not quarter:
        raise ValueError(f"too few samples to say whether anything grows: {curve.name}")
    return Growth(curve.name, median(values[:quarter]), median(values[-quarter:]), curve.limit_percent)
