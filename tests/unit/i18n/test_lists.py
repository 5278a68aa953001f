"""A sentence that lists names stays a sentence, however many names there are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.i18n import Texts, list_in_words, load_catalogue

NAMES = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=80), max_size=120)


CATALOGUE = load_catalogue()


def test_few_names_are_all_there(texts: Texts) -> None:
    listed = list_in_words(["Irkutsk", "Jiangsu", "Jeollabuk-do"], texts)
    assert all(name in listed for name in ("Irkutsk", "Jiangsu", "Jeollabuk-do"))
    assert list_in_words(["Irkutsk"], texts) == "Irkutsk"
    assert list_in_words([], texts) == ""


def test_of_many_names_the_first_are_there_and_the_number_of_the_rest() -> None:
    names = [f"Town {number}" for number in range(1, 73)]
    assert list_in_words(names, CATALOGUE.texts("en")).endswith("Town 11, Town 12 and 60 more")
    assert list_in_words(names, CATALOGUE.texts("ja")).endswith("Town 11、Town 12ほか60件")
    assert list_in_words(names, CATALOGUE.texts("en"), " / ").startswith("Town 1 / Town 2 / ")


@settings(deadline=None)
@given(names=NAMES, separator=st.sampled_from([None, "; "]))
def test_a_list_is_never_longer_than_a_sentence_may_be(names: list[str], separator: str | None) -> None:
    for code in ("ja", "en"):
        assert len(list_in_words(names, CATALOGUE.texts(code), separator)) < 1200


def test_a_single_name_without_end_is_cut(texts: Texts) -> None:
    assert len(list_in_words(["x" * 10_000], texts)) <= 600
