"""Lanes are put in order with bounded effort."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Dataset
from dashboard.network.lane_order import MOST_TRIED, Scale, count_crossings, count_inversions, order_lanes
from dashboard.network.lanes import Lane, build_lanes
from tests.unit.network.worlds import entity, organisation, tie, world, worlds


@given(st.lists(st.integers(0, 20), max_size=40))
def test_inversions_are_the_pairs_in_descending_order(values: list[int]) -> None:
    assert count_inversions(values) == sum(a > b for a, b in combinations(values, 2))


@given(worlds())
def test_the_order_of_lanes_has_no_more_crossings_than_that_of_the_tables(dataset: Dataset) -> None:
    assert count_crossings(order_lanes(dataset), dataset) <= count_crossings(build_lanes(dataset), dataset)


def test_however_large_a_tangle_is_only_so_many_orders_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tangle = world(
        entity("home", "home"),
        *(organisation(f"club-{number}") for number in range(30)),
        *(entity(f"partner-{number}", "partner") for number in range(200)),
        *(
            tie(f"club-{number % 30}", "support", f"partner-{number * shift % 200}")
            for number in range(200)
            for shift in (7, 11)
        ),
    )
    scales = []

    class Kept(Scale):
        def __init__(self, dataset: Dataset, start: Sequence[Lane]) -> None:
            super().__init__(dataset, start)
            scales.append(self)

    monkeypatch.setattr("dashboard.network.lane_order.Scale", Kept)
    order_lanes(tangle)
    assert MOST_TRIED / 2 < scales[0].tried <= MOST_TRIED + len(tangle.ties)
