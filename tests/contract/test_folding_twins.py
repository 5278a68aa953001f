"""The browser folds text for searching exactly as the server does."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.folding import fold
from dashboard.tables import read_dataset
from tests.node import READ_INPUT, run_module

SCRIPT = f"""
import {{ fold }} from "./assets/js/core/folding.js";
{READ_INPUT}
console.log(JSON.stringify(input.map(fold)));
"""

NASTY = [
    "",
    "Jeollabuk-do",
    "ＪＥＯＬＬＡＢＵＫＤＯ",
    "ルクソール るくそーる ﾙｸｿｰﾙ",
    "ガ カ゛ か\u3099 ｶﾞ ゛゜",
    "ヴァヷヸヹヺヵヶㇰㇷ゚ヽヾゝゞ々〆〇",
    "㌀㍻㈱①㊙℡№ｱｲｳ",
    "ÅÄÖåäöÆæØøŒœßẞĐđÐðÞþŁłĦħŦŧİıŊŋŉſﬁﬂﬀ",
    "Đại học Quốc gia Thành phố Hồ Chí Minh",
    "ΟΔΟΣ οδός ΣΑΣ ς ΐ ᾳ ᾼ",
    "Йй Ёё Ўў Її Иркутская область",
    "전북특별자치도 ㅎㅏㄴ ᄒ ᅡ ᆫ",
    "الأقصر مُحَافَظَة ـــ آ إ ئ",
    "नेपाल क़ड़ भियना ि",
    "Xi'an Xi’an ʻOkina ʼ ʹ ʺ O‘zbek",
    "( ) （ ） 「 」 『 』 【 】 〈 〉 ・ ･ ー ｰ – — − ~ 〜 ～",
    "\u200b\u200c\u200d\u2060\ufeff\u00ad",
    "\U0001d400\U0001d7d8 👩‍👩‍👧 🇯🇵",
    "\u0345\u0378\u1e9e\u2126\u212a\u212b",
    "\U00010400 \U0001e900 Ꭰ ꭰ",
    "x\u20dd a\u0301\u0323 \u0301 \u3099",
]


def _content_names() -> list[str]:
    dataset = read_dataset(Path(__file__).parents[2] / "content" / "tables").dataset
    assert dataset is not None
    names = chain.from_iterable(
        [*entity.names.values(), *entity.summary.values(), *(name.text for name in entity.other_names)]
        for entity in dataset.entities
    )
    return list(names)


def test_every_name_of_the_content_and_every_nasty_case_folds_alike() -> None:
    corpus = [*NASTY, *_content_names()]
    assert run_module(SCRIPT, corpus) == [fold(text) for text in corpus]


# Letters that Unicode took in after the tables of the older of the two engines were made may differ.
WRITTEN = st.characters(min_codepoint=1, max_codepoint=0x9FFF, exclude_categories=["Cs", "Cn"])


@given(st.lists(st.text(WRITTEN, max_size=30), min_size=30, max_size=60))
@settings(max_examples=15, deadline=None)
def test_any_text_folds_alike(corpus: list[str]) -> None:
    assert run_module(SCRIPT, corpus) == [fold(text) for text in corpus]
