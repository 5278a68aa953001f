"""The choice of spots is never worse than taking them in turn, is the best there is for few labels, and is bounded."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.map.placement.records import Spot
from dashboard.figures.map.placement.search import MOST_STEPS, PADDING_PX, Chosen, Crowd, Search, choose_spots
from dashboard.figures.map.placement.spots import Options

_SIZE = 20.0


def options(corners: list[tuple[float, float]], costs: list[float]) -> Options:
    """Spots of one label on one stage, as squares with these upper left corners."""
    boxes = np.array([[(x, y, x + _SIZE, y + _SIZE)] for x, y in corners]).reshape(-1, 1, 4)
    spots = tuple(Spot("e", x, y) for x, y in corners)
    return Options(spots, tuple(sorted(costs)), (0.0,) * len(corners), boxes, np.full_like(boxes, np.nan))


@st.composite
def labels(draw: st.DrawFn, most: int = 4, spots: int = 4) -> list[Options]:
    found = []
    for _ in range(draw(st.integers(1, most))):
        corners = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=spots))
        costs = draw(st.lists(st.integers(0, 30), min_size=len(corners), max_size=len(corners)))
        found.append(options([(float(x), float(y)) for x, y in corners], [float(cost) for cost in costs]))
    return found


def clash(crowd: list[Options], chosen: Chosen) -> bool:
    boxes = [each.boxes[spot, 0] for each, spot in zip(crowd, chosen, strict=True) if spot is not None]
    return any(
        a[0] < b[2] + PADDING_PX and b[0] < a[2] + PADDING_PX and a[1] < b[3] + PADDING_PX and b[1] < a[3] + PADDING_PX
        for a, b in itertools.combinations(boxes, 2)
    )


def price(crowd: list[Options], chosen: Chosen) -> tuple[int, tuple[int, ...], float]:
    """Labels without room, which ones (the later the better), and what the spots of the others cost."""
    lost = [place for place, spot in enumerate(chosen) if spot is None]
    cost = sum(each.costs[spot] for each, spot in zip(crowd, chosen, strict=True) if spot is not None)
    return len(lost), (-sum(lost),), cost


@settings(max_examples=150, deadline=None)
@given(labels())
def test_the_choice_for_few_labels_is_as_good_as_the_best_of_all_that_are_possible(crowd: list[Options]) -> None:
    chosen = choose_spots(crowd)
    assert not clash(crowd, chosen)
    every = itertools.product(*([None, *range(len(each.spots))] for each in crowd))
    best = min(price(crowd, list(some)) for some in every if not clash(crowd, list(some)))
    assert price(crowd, chosen) == best


@settings(max_examples=20, deadline=None)
@given(labels(most=40, spots=12))
def test_of_many_labels_none_covers_another(crowd: list[Options]) -> None:
    assert not clash(crowd, choose_spots(crowd))


def test_a_search_takes_no_more_steps_than_it_may() -> None:
    rows = [[(x * 11.0, float(y)) for x in range(12)] for y in range(24)]
    crowd = Crowd([options(row, [float(x % 5) for x in range(12)]) for row in rows])
    chosen: Chosen = [None] * 24
    assert Search(crowd, range(24), chosen, 100).improve() == 100


@pytest.mark.parametrize("count", [24, 200])
def test_all_searches_of_a_crowd_share_one_budget(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    class Counted(Search):
        def improve(self) -> int:
            taken.append(super().improve())
            return taken[-1]

    monkeypatch.setattr("dashboard.figures.map.placement.search.Search", Counted)
    rng = np.random.default_rng(7)
    places, costs = rng.uniform(0, 160, (count, 30, 2)), rng.uniform(0, 30, (count, 30))
    choose_spots(
        [
            options([(float(x), float(y)) for x, y in corners], cost.tolist())
            for corners, cost in zip(places, costs, strict=True)
        ]
    )
    assert 0 < sum(taken) <= MOST_STEPS
