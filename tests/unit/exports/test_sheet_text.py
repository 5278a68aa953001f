"""Text on sheets breaks where a reader pauses, and is as large as its box allows."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.fonts import trace_light
from dashboard.exports.sheets.forms import cut_dashes
from dashboard.exports.sheets.records import PITCH, Box
from dashboard.exports.sheets.text import break_lines, break_name, fit_passage, fit_title
from dashboard.figures.text_metrics import measure_text


@given(st.text(max_size=120), st.floats(4, 60))
def test_broken_lines_lose_nothing_but_spaces(text: str, width: float) -> None:
    assert "".join("".join(break_lines(text, width)).split()) == "".join(text.split())


@given(st.text("あい漢字、。（）ABC ー", max_size=80), st.integers(3, 30))
def test_no_line_begins_with_a_mark_that_ends_a_phrase(text: str, width: int) -> None:
    for line in break_lines(text, width)[1:]:
        assert line[0] not in "、。）ー"


def test_japanese_breaks_where_a_phrase_ends() -> None:
    assert break_lines("県の団体が、海外と結ばれました。", 8) == ("県の団体が、", "海外と", "結ばれました。")
    assert break_lines("海外と結ばれました。", 30) == ("海外と結ばれました。",)


def test_a_name_breaks_where_a_reader_pauses() -> None:
    assert break_name("ベトナム国家大学ホーチミン市校", 9) == ("ベトナム国家大学", "ホーチミン市校")
    assert break_name("Central Highlands Regional Council", 12) == ("Central Highlands", "Regional Council")


@given(st.text(max_size=300))
def test_a_passage_never_needs_more_height_than_its_box(text: str) -> None:
    box = Box(0, 0, 400, 70)
    passage = fit_passage(text, box, ink="ink", largest=40, smallest=12)
    assert sum(line.size * PITCH for line in passage.lines) <= box.height
    assert passage.text == text


def test_a_passage_is_as_large_as_fits() -> None:
    box = Box(0, 0, 400, 60)
    assert fit_passage("短い", box, ink="ink", largest=40, smallest=12).lines[0].size == 40
    long = fit_passage("長い文です。" * 12, box, ink="ink", largest=40, smallest=12)
    assert long.lines[0].size < 40
    assert all(measure_text(line.text) * line.size <= box.width for line in long.lines)


def test_a_title_of_one_line_is_set_a_little_smaller_rather_than_broken() -> None:
    box = Box(0, 0, 760, 140)
    (line,) = fit_title("ここから世界へ、世界からここへ", box, largest=56, smallest=24, pitch=1.25).lines
    assert 40 <= line.size < 56


def test_a_title_of_two_lines_has_lines_of_like_length() -> None:
    box = Box(0, 0, 760, 140)
    lines = fit_title("What is not written is not drawn", box, largest=56, smallest=24, pitch=1.25).lines
    assert [line.text for line in lines] == ["What is not written", "is not drawn"]
    assert lines[0].size == 56


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=8), st.floats(1, 9), st.floats(1, 9)
)
def test_dashes_follow_their_line_and_are_as_long_as_they_should_be(
    points: list[tuple[float, float]], dash: float, gap: float
) -> None:
    length = sum(math.dist(one, other) for one, other in pairwise(points))
    found = list(cut_dashes(tuple(points), (dash, gap)))
    lengths = [sum(math.dist(a, b) for a, b in pairwise(each)) for each in found]
    assert all(each <= dash + 1e-6 for each in lengths)
    assert all(each == pytest.approx(dash, abs=1e-6) for each in lengths[:-1])
    periods, rest = divmod(length, dash + gap)
    assert sum(lengths) == pytest.approx(periods * dash + min(rest, dash), abs=1e-3 + dash * (rest < 1e-6))


def test_light_around_a_text_is_as_wide_as_its_letters_and_a_little_more() -> None:
    light = trace_light("一関市", 700, 0.1)
    assert light is not None
    assert light.width == pytest.approx(3.0, abs=0.3)
    xs = [x for ring in light.rings for x, _ in ring]
    assert min(xs) < 0.05 and max(xs) > light.width - 0.05
    assert trace_light("\U0001f30f", 700, 0.1) is None
