"""Figures and reports for the tests of the benchmark."""

from collections.abc import Callable

import pytest

from bench.records import Figure, Report


@pytest.fixture
def make_figure() -> Callable[..., Figure]:
    def make(key: str = "a.b", value: float = 900, limit: float | None = 1000, unit: str = "kB") -> Figure:
        return Figure(id=key, title=f"title of {key}", unit=unit, limit=limit, value=value, runs=(value,))

    return make


@pytest.fixture
def make_report() -> Callable[..., Report]:
    def make(*figures: Figure, cpu: str = "AMD EPYC", dash: str = "4.4.1") -> Report:
        return Report(
            date="2026-04-01T09:00:00+00:00",
            machine={"cpu": cpu, "cores": 2.0, "memory_gb": 8.0, "system": "Debian", "load_before": 0.1},
            versions={"dash": dash, "chromium": "156", "python": "3.11", "plotly.js": "4.1.1"},
            figures=figures,
        )

    return make
