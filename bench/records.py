"""Records of the benchmark: what is measured, what came out, and what the result file holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from bench.summaries import summarise

if TYPE_CHECKING:
    from bench.setting import Setting


class Line(BaseModel):
    """One row of the table: a figure, and the most it may be, or the least (None: it is only reported)."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    unit: str
    limit: float | None = None
    is_least: bool = False
    summary: Literal["median", "p95", "max"] = "median"


class Figure(Line):
    """A line with its value and every run that the value stands for."""

    value: float
    runs: tuple[float, ...]

    @property
    def holds(self) -> bool:
        """Whether the value keeps its line; a figure that is only reported always does."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.is_least else self.value <= self.limit


class Outcome(BaseModel):
    """What one measurement found: the runs of each of its lines, and whatever explains them."""

    model_config = ConfigDict(frozen=True)

    runs: Mapping[str, tuple[float, ...]]
    detail: Mapping[str, JsonValue] = {}


@dataclass(frozen=True)
class Measurement:
    """Something that can be measured. A new one is a new record in ``bench.measures.MEASUREMENTS``."""

    id: str
    title: str
    lines: tuple[Line, ...]
    run: Callable[[Setting], Outcome]


class Report(BaseModel):
    """A result file. ``machine`` and ``versions`` say where the figures hold."""

    model_config = ConfigDict(frozen=True)

    form: Literal[1] = 1
    date: str
    machine: Mapping[str, str | float]
    versions: Mapping[str, str]
    figures: tuple[Figure, ...]
    detail: Mapping[str, Mapping[str, JsonValue]] = {}

    @property
    def holds(self) -> bool:
        """Whether every figure keeps its line."""
        return all(figure.holds for figure in self.figures)


def figures_of(measurement: Measurement, outcome: Outcome) -> tuple[Figure, ...]:
    """The lines of a measurement with their values, in the order they are declared.

    Raises:
        KeyError: the outcome has no runs for one of the lines.
    """
    return tuple(_figure(line, outcome.runs[line.id]) for line in measurement.lines)


def _figure(line: Line, runs: tuple[float, ...]) -> Figure:
    value = round(summarise(line.summary, runs), 3)
    return Figure(**line.model_dump(), value=value, runs=tuple(round(run, 3) for run in runs))
