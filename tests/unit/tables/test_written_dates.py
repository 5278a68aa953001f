"""What a date in a cell probably means is suggested where it is certain, and never guessed."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Period
from dashboard.tables.written_dates import suggest_date, suggest_period


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2020/2/2", "2020-02-02"),
        ("２０２０．２", "2020-02"),
        ("2020年", "2020"),
        ("平成25年", "2013"),
        ("平成元年4月", "1989-04"),
        ("昭和64年1月7日", "1989-01-07"),
        ("S58.11", "1983-11"),
        ("h25", "2013"),
        ("2013年11月19日（土）", "2013-11-19"),
        ("2013年11月19日㈯", "2013-11-19"),
        ("2013年11月19日 土曜日", "2013-11-19"),
        ("6月28日", "--06-28"),
        ("19 November 2013", "2013-11-19"),
        ("Nov. 19, 2013", "2013-11-19"),
        ("november 2013", "2013-11"),
    ],
)
def test_a_date_is_read_as_it_is_written(written: str, meant: str) -> None:
    assert suggest_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "2/2/20",  # nobody knows which of them is the year
        "99年1月",
        "昭和99年1月",  # the era had 64 years
        "平成32年",
        "昭和0年",
        "明治5年3月3日",  # of another calendar
        "2020年13月1日",
        "2013年2月30日",
        "11/2013/19",
        "sometime",
        "",
    ],
)
def test_what_may_mean_several_dates_or_none_is_not_guessed(written: str) -> None:
    assert suggest_date(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1995年〜2004年", "1995/2004"),
        ("1995～2004年", "1995/2004"),
        ("1995–2004", "1995/2004"),
        ("平成7年〜平成16年", "1995/2004"),
        ("12月28日〜1月3日", "--12-28/--01-03"),
        ("2013年11月", "2013-11"),
        ("2004〜1995", None),
        ("1995〜6月28日", None),
        ("1995〜1996〜1997", None),
    ],
)
def test_a_span_is_read_as_it_is_written(written: str, meant: str | None) -> None:
    assert suggest_period(written) == meant


@given(st.dates(), st.sampled_from("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u00adー"))
def test_every_hyphen_is_one(day: dt.date, hyphen: str) -> None:
    assert suggest_date(str(day).replace("-", hyphen)) == str(day)


@given(
    st.one_of(
        st.text(max_size=12), st.from_regex(re.compile(r"[令和平成昭HS]{0,2}[0-9元]{1,4}[-年/.][0-9]{1,2}[月~]?"))
    )
)
def test_whatever_is_written_a_suggestion_can_be_entered_as_it_is(written: str) -> None:
    for suggestion in (suggest_date(written), suggest_period(written)):
        assert suggestion is None or Period.parse(suggestion).isoformat() == suggestion
