"""The number that is dialled is the number that is printed, or there is no link."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Dataset
from dashboard.telephone import find_dialled

OFFICE = "+81191344711"


@pytest.mark.parametrize(
    ("printed", "country", "dialled"),
    [
        *(
            (printed, "JP", OFFICE)
            for printed in (
                "0191-34-4711",
                "０１９１－34-4711",
                "0191ー34ー4711",
                "0191\u201034\u20114711",
                "\u202d0191-34-4711\u202c",
                "0191-34-4711（代表）",
                "0191(34)4711 内線12",
                "TEL (0191) 34-4711",
                "0191-34-4711、0191-34-4712",
                "0191-34-4711〜4713",
                "+81 (0)191-34-4711",
                "+81 0191-34-4711",
            )
        ),
        ("+81-191-34-4711", None, OFFICE),
        ("+43 1 531 15", "JP", "+43153115"),
        ("＋43 (0)1 531 15", "AT", "+43153115"),
        ("+39 06 6982", "IT", "+39066982"),  # there the nought belongs to the number
        ("090-1234-5678", "JP", "+819012345678"),
        ("0120-123-456", "JP", "0120123456"),  # free within Japan, and cannot be reached from abroad
        ("01 531 15", "AT", None),
        ("0191-34-4711", None, None),
        ("34-4711", "JP", None),
        ("0191-34-4711 0191-34-4712", "JP", None),
        ("++43 1 531 15", "JP", None),
        ("ask at the desk", "JP", None),
    ],
)
def test_a_number_is_dialled_as_it_is_meant_or_not_at_all(
    printed: str, country: str | None, dialled: str | None
) -> None:
    assert find_dialled(printed, country) == dialled


@given(
    st.text(st.one_of(st.sampled_from("+0123456789０９ ()-－ー/.〜\u202d"), st.characters()), max_size=24),
    st.sampled_from(("JP", "AT", None)),
)
def test_whatever_is_printed_a_link_holds_digits_alone(printed: str, country: str | None) -> None:
    dialled = find_dialled(printed, country)
    assert dialled is None or re.fullmatch(r"\+[1-9][0-9]{6,14}|0[1-9][0-9]{8,9}", dialled)


def test_the_country_of_a_group_is_that_of_its_home(content: Dataset) -> None:
    assert content.country_of("ichinoseki-association") == "JP"
    assert content.country_of("nepal") == "NP"
