"""Settings of stories do not mind how their words are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.stories.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jeollabuk-do", "ＪＥＯＬＬＡＢＵＫ　ＤＯ"),
        ("ルクソール", "ﾙｸｿｰﾙ"),
        ("Österreich", "osterreich"),
        ("sister_city", "Sister city"),
    ],
)
def test_two_ways_of_writing_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
