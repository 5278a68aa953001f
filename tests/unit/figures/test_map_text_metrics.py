"""Texts are measured, and broken only where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.text_metrics import measure_text, wrap_text


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("一関市", 3), ("Ishikawa", 4.95), ("（）", 1), ("é", 0.69), ("Я", 0.8), ("e\u0301", 0.69)],
)
def test_widths_are_those_of_the_typeface(text: str, width: float) -> None:
    assert measure_text(text) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("江蘇省", ("江蘇省",)),
        ("ベトナム国家大学ホーチミン市校", ("ベトナム国家大学", "ホーチミン市校")),
        ("Central Highlands Regional Council", ("Central Highlands", "Regional Council")),
        (
            "Vietnam National University, Ho Chi Minh City",
            ("Vietnam National", "University,", "Ho Chi Minh City"),
        ),
        ("セントラルハイランズ市", ("セントラルハイランズ市",)),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwll", ("Llanfairpwllgwyngyllgogerychwyrndrobwll",)),
    ],
)
def test_long_names_are_set_in_few_even_lines(text: str, lines: tuple[str, ...]) -> None:
    assert wrap_text(text, width_em=11.2) == lines


@given(st.text(alphabet="ab ,・（）一関カナ", max_size=20))
def test_no_letter_is_lost_and_there_are_never_more_than_three_lines(text: str) -> None:
    lines = wrap_text(text, width_em=4)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) <= 3


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_longer_text_is_never_narrower(text: str, more: str) -> None:
    assert measure_text(text + more) >= measure_text(text) - 1e-9
