"""One figure from many runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.summaries import SUMMARIES, percentile, summarise

_TIMES = st.lists(st.floats(0, 1e6), min_size=1)


def test_the_95th_percentile_of_fifty_leaves_two_above_it() -> None:
    assert percentile(range(1, 51), 95) == 48


def test_the_percentile_does_not_depend_on_the_order() -> None:
    assert percentile([30, 10, 20], 50) == percentile([10, 20, 30], 50) == 20


def test_the_hundredth_percentile_is_the_largest() -> None:
    assert percentile([3, 9, 1], 100) == 9


@given(_TIMES, st.floats(0.1, 100))
def test_at_least_the_share_of_the_values_is_not_above_the_percentile(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share / 100 * len(values) - 1e-9


@pytest.mark.parametrize("share", [0, -5, 100.1])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="percentage"):
        percentile([1], share)


def test_no_values_have_no_percentile_and_no_summary() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 95)
    with pytest.raises(ValueError, match="no runs"):
        summarise("median", [])


@pytest.mark.parametrize("summary", list(SUMMARIES))
@given(values=_TIMES)
def test_every_summary_lies_between_the_smallest_and_the_largest(summary: str, values: list[float]) -> None:
    assert min(values) <= summarise(summary, values) <= max(values)


def test_an_unknown_summary_is_an_error() -> None:
    with pytest.raises(KeyError):
        summarise("mode", [1])
