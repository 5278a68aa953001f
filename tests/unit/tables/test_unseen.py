"""What nobody can see is found wherever it stands, and what names are spelt with is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.tables.encodings import decode
from dashboard.tables.unseen import find_unseen, has_lost_characters, remove_unseen, show_unseen

KEPT = "\n\r\t\u200c\u200d\ufe0e\ufe0f\u180b\U000e0100"
# Marks that Unicode counts as format characters although they are drawn, such as the sign of an Arabic year.
DRAWN = {"\u06dd", "\u070f", "\u08e2", *map(chr, range(0x0600, 0x0606)), "\u0890", "\u0891", "\U000110bd", "\U000110cd"}
HIEROGLYPHS = set(map(chr, range(0x13430, 0x13440)))
INVISIBLE = sorted(
    {
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in KEPT
    }
    - DRAWN
    - HIEROGLYPHS
)


@given(st.text(max_size=12), st.sampled_from(INVISIBLE), st.text(max_size=12))
def test_every_control_format_and_separator_is_found_by_name_and_place(before: str, char: str, after: str) -> None:
    before, after = remove_unseen(before), remove_unseen(after)
    (found,) = find_unseen(before + char + after)
    assert found.position == len(before) + 1
    assert found.name.startswith(f"U+{ord(char):04X}")
    assert unicodedata.name(char, "") in found.name


@given(st.text())
def test_a_text_that_is_shown_or_cleaned_hides_nothing(text: str) -> None:
    assert list(find_unseen(show_unseen(text))) == []
    assert list(find_unseen(remove_unseen(text))) == []
    if not list(find_unseen(text)):
        assert show_unseen(text) == remove_unseen(text) == text


@pytest.mark.parametrize("char", KEPT)
def test_line_breaks_joiners_and_selectors_are_left_alone(char: str) -> None:
    assert remove_unseen(f"a{char}b") == f"a{char}b"


@pytest.mark.parametrize("text", ["??", "???・??", "？ ?", "München\ufffd", "????? (Nepal)"])
def test_text_that_an_encoding_could_not_hold_is_known(text: str) -> None:
    assert has_lost_characters(text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=60))
def test_any_text_in_unicode_is_read_as_it_was_written(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(text.encode(encoding)).removeprefix("\ufeff") == text
