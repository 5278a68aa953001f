"""Lines of the network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.network.paths import Curve, Path, draw_straight, lead, sample

share = st.floats(0, 1).map(lambda value: round(value, 3))
points = st.tuples(share, share)


def test_a_line_on_one_level_is_one_straight_piece() -> None:
    assert lead((0.1, 0.5), (0.3, 0.5), (0.9, 0.5)) == Path((0.1, 0.5), ((0.9, 0.5),))
    assert lead((0.1, 0.5), (0.9, 0.5)).is_straight


def test_a_line_to_another_level_leaves_and_arrives_level() -> None:
    path = lead((0.0, 0.2), (1.0, 0.8))
    assert path.pieces == (Curve((0.5, 0.2), (0.5, 0.8), (1.0, 0.8)),)
    assert not path.is_straight


@given(points, st.lists(points, min_size=1, max_size=5))
def test_a_line_begins_at_its_start_and_ends_at_its_last_stop(start: tuple[float, float], stops: list) -> None:
    for path in (lead(start, *stops), draw_straight(start, *stops)):
        drawn = sample(path)
        assert drawn[0] == start
        assert drawn[-1] == pytest.approx(stops[-1])
        assert path.end == stops[-1]


def test_a_curve_is_sampled_along_itself() -> None:
    drawn = sample(lead((0.0, 0.0), (1.0, 1.0)))
    assert drawn[len(drawn) // 2] == (0.5, 0.5)
    assert drawn == sorted(drawn)
