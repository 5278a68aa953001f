"""The tables that people read."""

from collections.abc import Callable
from itertools import pairwise

from bench.records import Figure
from bench.table import (
    BESIDE_HEADINGS,
    COMPARISON_HEADINGS,
    HEADINGS,
    beside_rows,
    comparison_rows,
    figure_rows,
    render_markdown,
    render_plain,
)

Make = Callable[..., Figure]


def test_a_row_says_figure_line_and_verdict(make_figure: Make) -> None:
    assert figure_rows([make_figure("a", 912, 1000)]) == [("title of a", "912 kB", "≤ 1,000 kB", "ok")]


def test_a_row_says_when_its_line_is_the_least(make_figure: Make) -> None:
    least = make_figure("a", 912, 1000, "").model_copy(update={"is_least": True})
    assert figure_rows([least]) == [("title of a", "912", "≥ 1,000", "MISS")]


def test_a_missed_line_is_said_aloud(make_figure: Make) -> None:
    assert figure_rows([make_figure(value=1043)])[0][-1] == "MISS"


def test_a_figure_without_a_line_gets_no_verdict(make_figure: Make) -> None:
    assert figure_rows([make_figure(value=4.25, limit=None, unit="ms")])[0][1:] == ("4.2 ms", "", "")


def test_seconds_have_two_decimals_and_large_numbers_are_grouped(make_figure: Make) -> None:
    rows = figure_rows([make_figure(value=8, limit=9, unit="s"), make_figure(value=12345, limit=None)])
    assert [row[1] for row in rows] == ["8.00 s", "12,345 kB"]


def test_a_count_has_no_unit(make_figure: Make) -> None:
    assert figure_rows([make_figure(value=0, limit=0, unit="")])[0][1:] == ("0", "≤ 0", "ok")


def test_a_comparison_shows_the_change_in_percent(make_figure: Make) -> None:
    rows = comparison_rows([make_figure("a", 800)], [make_figure("a", 900)])
    assert rows == [("title of a", "800 kB", "900 kB", "+12 %", "≤ 1,000 kB", "ok")]


def test_a_figure_that_one_side_lacks_is_a_dash(make_figure: Make) -> None:
    rows = comparison_rows([make_figure("gone", 1)], [make_figure("new", 2)])
    assert [row[:4] for row in rows] == [
        ("title of new", "–", "2 kB", "–"),
        ("title of gone", "1 kB", "–", "–"),
    ]


def test_a_change_from_nothing_has_no_percentage(make_figure: Make) -> None:
    assert comparison_rows([make_figure("a", 0)], [make_figure("a", 3)])[0][3] == "–"


def test_a_ratio_stands_with_the_figures_of_both_pages(make_figure: Make) -> None:
    figures = [
        make_figure("a", 3.5, 2, "×"),
        make_figure("a-here", 700, None, "ms"),
        make_figure("a-by-hand", 200, None, "ms"),
        make_figure("b", 1),
    ]
    rows = beside_rows(figures)
    assert rows == [("title of a-here", "200 ms", "700 ms", "3.5 ×", "≤ 2 ×", "MISS")]
    assert len(rows[0]) == len(BESIDE_HEADINGS)


def test_columns_of_the_plain_table_are_lined_up(make_figure: Make) -> None:
    text = render_plain(HEADINGS, figure_rows([make_figure("a", 5), make_figure("longer", 5000)]))
    ends = [line.index(" kB") for line in text.splitlines()[2:]]
    assert all(one == other for one, other in pairwise(ends))


def test_no_figures_give_a_table_of_headings() -> None:
    assert render_plain(HEADINGS, []).splitlines()[0].split() == ["measure", "figure", "line"]


def test_every_row_of_the_markdown_table_has_as_many_cells_as_headings(make_figure: Make) -> None:
    text = render_markdown(COMPARISON_HEADINGS, comparison_rows([make_figure()], [make_figure()]))
    assert {line.count("|") for line in text.splitlines()} == {len(COMPARISON_HEADINGS) + 1}
