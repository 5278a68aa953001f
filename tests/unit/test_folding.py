"""Searching does not mind spelling, width, kana, accents and what nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.node import READ_INPUT, run_module

SCRIPT = f"""
import {{ fold, foldInPlace }} from "./assets/js/core/folding.js";
{READ_INPUT}
const places = input.every((text) => {{
  const {{ folded, places, starts }} = foldInPlace(text);
  const isWithin = places.every((place) => place < text.length) && starts.every((at) => at <= folded.length);
  return places.length === folded.length && isWithin;
}});
console.log(JSON.stringify({{ folded: input.map(fold), places }}));
"""
ALIKE = [
    ("Jeollabuk-do", "jeollabukdo"),
    ("Jeollabuk-do", "ＪＥＯＬＬＡＢＵＫ　ＤＯ"),
    ("ルクソール", "るくそーる"),
    ("ルクソール", "ﾙｸｿｰﾙ"),
    ("ルクソール", "ルクソル"),
    ("一関・平泉地域エジプト・ルクソール友好協会", "一関・平泉地域エジプトルクソール友好協会"),
    ("エジプト（ルクソール）", "えじぷと ルクソール"),
    ("ヴェトナム", "ベトナム"),
    ("ヴァヴィヴヴェヴォ", "バビブベボ"),
    ("ウイーン", "ウィーン"),
    ("茨ヶ崎", "茨ケ﨑"),
    ("髙橋", "高橋"),
    ("石\U000e0100川", "石川"),
    ("いし\u200bかわ\u2060\u00ad\u202e", "いしかわ"),
    ("Đại học Quốc gia", "dai hoc quoc gia"),
    ("Österreich", "osterreich"),
    ("Österreich", "Oesterreich"),
    ("Präfektur", "praefektur"),
    ("Straße", "STRASSE"),
    ("Иркутская область", "иркутскаяобласть"),
    ("ΟΔΟΣ", "οδός"),
    ("Xi'an", "Xi’an"),
    ("Ōita", "oita"),
    ("ﬁnd Œuvre", "find oeuvre"),
    ("الأقصر", "الاقصر"),
    ("ٱلأقصر", "الأقصر"),
    ("إتشينوسيكى", "اتشينوسيكي"),
    ("محافظه", "مُحَافَظَة"),
    ("٢٠٢٠ ۲۰۲۰ २०२०", "202020202020"),
    ("がぎぐ", "か\u3099き\u3099く\u3099"),
    ("ガ", "カ゛"),
    ("전북", "\u110c\u1165\u11ab\u1107\u116e\u11a8"),
]
APART = [("かき", "がぎ"), ("ハハ", "パパ"), ("नेपाल", "नपल"), ("東山", "川崎"), ("は", "ば"), ("Oslo", "Aslo")]
EMPTY = ["", " ", "　", "・ー（）", "'-–—", "!?", "\u200b\ufe0f"]


def test_two_ways_of_writing_one_name_fold_alike_and_names_that_differ_to_their_readers_do_not() -> None:
    folded = run_module(SCRIPT, [word for pair in (*ALIKE, *APART) for word in pair])["folded"]
    pairs = list(zip(folded[::2], folded[1::2], strict=True))
    assert [pair for pair, (one, other) in zip(ALIKE, pairs, strict=False) if one != other or not one] == []
    assert [pair for pair, (one, other) in zip(APART, pairs[len(ALIKE) :], strict=True) if one == other] == []


def test_a_text_without_letters_and_digits_folds_to_nothing() -> None:
    assert run_module(SCRIPT, EMPTY)["folded"] == [""] * len(EMPTY)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cn"])), min_size=30, max_size=60))
@settings(max_examples=12, deadline=None)
def test_every_folded_letter_has_its_place_in_the_text(texts: list[str]) -> None:
    assert run_module(SCRIPT, texts)["places"]


@pytest.mark.parametrize("between", [" ・ ", "-", "()（）", "「」　"])
def test_signs_around_a_name_make_no_difference(between: str) -> None:
    one, other = run_module(SCRIPT, ["一関市", f"{between}一関市{between}"])["folded"]
    assert one == other
