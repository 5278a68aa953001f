"""How a soak run is judged."""

from __future__ import annotations

import pytest

from bench.soak_picture import draw_curves
from bench.soak_records import Sample, Soak, growth_of


def soak(**last: float) -> Soak:
    """An hour of steady samples, whose last 10 minutes have other values."""
    steady = {"heap_mb": 2.0, "nodes": 20_000, "listeners": 40, "server_mb": 200.0}
    samples = tuple(
        Sample(
            **{"seconds": minute * 60, "server_seconds": minute * 60, "selections": minute, "taps": minute}
            | steady
            | (last if minute > 50 else {})
        )
        for minute in range(61)
    )
    return Soak(date="2026-04-01", machine={}, browser="1", minutes=60, visits=9, resets_by_clock=1, samples=samples)


def verdicts(run: Soak) -> dict[str, bool]:
    return {growth.name: growth.holds for growth in growth_of(run)}


def test_a_steady_run_holds() -> None:
    assert set(verdicts(soak()).values()) == {True}


@pytest.mark.parametrize(
    ("curve", "last"),
    [
        ("JS heap", {"heap_mb": 2.3}),
        ("DOM nodes", {"nodes": 20_001}),
        ("listeners", {"listeners": 41}),
        ("server", {"server_mb": 230}),
    ],
)
def test_whatever_grows_over_its_limit_is_named(curve: str, last: dict[str, float]) -> None:
    assert [name for name, holds in verdicts(soak(**last)).items() if not holds] == [curve]


def test_a_heap_that_grows_a_little_holds() -> None:
    assert verdicts(soak(heap_mb=2.15))["JS heap"]


def test_what_a_server_takes_while_it_warms_up_is_no_growth() -> None:
    assert verdicts(soak(server_mb=300, server_seconds=90))["server"]
    assert not verdicts(soak(server_mb=300, server_seconds=150))["server"]


def test_too_short_a_run_is_not_judged() -> None:
    with pytest.raises(ValueError, match="few"):
        growth_of(soak().model_copy(update={"samples": soak().samples[:3]}))


def test_the_picture_has_a_line_a_curve() -> None:
    picture = draw_curves(soak())
    assert picture.count("<polyline") == 4
    assert "JS heap MB" in picture
