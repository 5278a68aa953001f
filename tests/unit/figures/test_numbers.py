"""The network in numbers: rows, choices, bars, and their painter."""

from __future__ import annotations

import pytest

from dashboard.figures.numbers.charts import CHARTS, compute_charts
from dashboard.figures.numbers.counting import compute_numbers
from dashboard.figures.numbers.plotly import paint_chart
from dashboard.figures.numbers.rows import (
    UNDATED,
    Choice,
    Numbers,
    choose_activities,
    choose_ties,
    read_choice,
)
from dashboard.model import Dataset


@pytest.fixture(scope="module")
def numbers(content: Dataset) -> Numbers:
    return compute_numbers(content)


def test_every_exchange_tie_and_activity_is_a_row(numbers: Numbers) -> None:
    assert len(numbers.ties) == 10
    assert len(numbers.activities) == 47


def test_a_row_knows_its_country_first_year_and_distance(numbers: Numbers) -> None:
    row = next(row for row in numbers.ties if row.id == "ishikawa-jiangsu")
    assert (row.country, row.year, row.decade) == ("CN", 1995, "1990")
    assert row.distance_km == pytest.approx(1715, abs=1)
    assert next(row for row in numbers.ties if row.id == "ishikawa-irkutsk").decade == UNDATED


def test_a_choice_in_two_dimensions_narrows_and_two_values_of_one_widen(numbers: Numbers) -> None:
    ichinoseki = choose_ties(numbers, Choice(home=("ichinoseki",)))
    support = choose_ties(numbers, Choice(home=("ichinoseki",), tie=("support",)))
    both = choose_ties(numbers, Choice(home=("ichinoseki",), tie=("support", "sister_city")))
    assert set(support) < set(both) < set(ichinoseki)


def test_a_choice_among_ties_leaves_the_activities_with_their_partners(numbers: Numbers) -> None:
    left = choose_activities(numbers, Choice(country=("NP",)))
    assert left
    assert all("nepal" in row.partners for row in left)


@pytest.mark.parametrize("state", [None, 3, "x", [], {"home": "ishikawa"}, {"home": [1, None, {}], "tie": ["no-such"]}])
def test_whatever_a_browser_sends_is_a_choice(numbers: Numbers, state: object) -> None:
    assert read_choice(state, numbers).is_empty


def test_a_known_value_is_chosen_and_an_unknown_one_dropped(numbers: Numbers) -> None:
    choice = read_choice({"home": ["ishikawa", "atlantis"], "select": "nepal"}, numbers)
    assert choice == Choice(home=("ishikawa",))


def test_bars_add_up_to_the_rows_and_each_means_what_leaves_it(numbers: Numbers) -> None:
    decades = CHARTS["decades"](numbers, Choice())
    assert sum(bar.whole for bar in decades.bars) == len(numbers.ties)
    for bar in decades.bars:
        assert len(choose_ties(numbers, Choice(**bar.means))) == bar.whole
        assert bar.left == bar.whole


def test_under_a_choice_the_bars_of_every_chart_step_back(numbers: Numbers) -> None:
    for chart in compute_charts(numbers, Choice(country=("NP",))):
        assert 0 < sum(bar.left > 0 for bar in chart.bars) < len(chart.bars), chart.id


def test_the_nearest_partner_comes_first_and_each_way_once(numbers: Numbers) -> None:
    bars = CHARTS["distances"](numbers, Choice()).bars
    assert [bar.whole for bar in bars] == sorted(bar.whole for bar in bars)
    assert len({bar.place for bar in bars}) == len(bars)


def test_an_empty_data_set_gives_charts_without_bars() -> None:
    for chart in compute_charts(compute_numbers(Dataset()), Choice()):
        assert chart.bars == ()
        assert len(paint_chart(chart, lambda _, key: key).data) == 0


def test_a_figure_takes_its_colours_from_the_style_sheet_and_shows_no_default_look(numbers: Numbers) -> None:
    say = lambda dimension, key: "{place}, {series}: {number}" if dimension == "bar" else key  # noqa: E731
    for chart in compute_charts(numbers, Choice(tie=("support",))):
        figure = paint_chart(chart, say)
        assert all(trace.marker.color.startswith("var(--") for trace in figure.data)
        assert "#636efa" not in figure.to_json()
        assert figure.layout.xaxis.fixedrange
        assert figure.layout.yaxis.fixedrange
        assert {trace.marker.opacity for trace in figure.data} == {1, 0.22}
