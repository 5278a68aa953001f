"""Dates are exactly as precise as their source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import PartialDate, Period


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2020-02-02", "day"),
        ("2013-11", "month"),
        ("2014", "year"),
        ("--06-28", "day_of_year"),
        ("--02-29", "day_of_year"),
    ],
)
def test_a_date_keeps_its_precision_and_its_notation(text: str, precision: str) -> None:
    date = PartialDate.parse(text)
    assert date.precision == precision
    assert date.isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-2-2",
        "2020/02/02",
        "2019-02-29",
        "2020-13",
        "2020-00",
        "0000",
        "--02-30",
        "--06",
        "20",
        "2020-02-02T00",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_dates_stand_in_order_of_time_and_one_without_a_year_comes_last() -> None:
    dates = [PartialDate.parse(text) for text in ("--06-28", "2013-11", "2013-11-02", "1987", "2013")]
    assert [date.isoformat() for date in sorted(dates)] == ["1987", "2013", "2013-11", "2013-11-02", "--06-28"]


def test_a_span_has_both_its_ends() -> None:
    span = Period.parse("1995/2004")
    assert span.end is not None
    assert (span.start.year, span.end.year, span.isoformat()) == (1995, 2004, "1995/2004")
    assert Period.parse("2014").end is None


@pytest.mark.parametrize(
    "text",
    [
        "1995-03/1995",  # within 1995, but nobody knows when it ended
        "2013-11-05/2013-11",
        "2013-11/2013-11-05",
        "1995/1995",
        "--12-28/--01-03",  # over New Year
        "--06-28/--06-29",
    ],
)
def test_a_span_whose_earliest_start_is_not_after_its_latest_end_is_kept(text: str) -> None:
    assert Period.parse(text).isoformat() == text


@pytest.mark.parametrize(
    "text", ["1995/--06-28", "--06-28/1995", "2013-11/2013-10-31", "2013-11-05/2013-10", "1995/1994"]
)
def test_a_span_that_mixes_or_runs_backwards_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="span"):
        Period.parse(text)


DATES = st.builds(
    lambda day, length: PartialDate.parse("-".join(str(day).split("-")[:length])),
    st.dates(),
    st.sampled_from((1, 2, 3)),
)


@given(DATES)
def test_the_days_that_may_be_meant_begin_and_end_with_the_date_itself(date: PartialDate) -> None:
    text = date.isoformat()
    assert str(date.earliest).startswith(text)
    assert str(date.latest).startswith(text)
    assert date.earliest <= date.latest
    assert (date.earliest == date.latest) == (date.precision == "day")


@given(DATES, DATES)
def test_of_two_dates_at_least_one_order_is_a_span(one: PartialDate, other: PartialDate) -> None:
    def runs(start: PartialDate, end: PartialDate) -> bool:
        try:
            Period(start=start, end=end)
        except ValueError:
            return False
        return True

    assert runs(one, other) or runs(other, one)
    assert (runs(one, other) and runs(other, one)) == (one.earliest <= other.latest and other.earliest <= one.latest)


@pytest.mark.parametrize("text", ["2004/1995", "1995/", "/2004", "1995/2004/2005", ""])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_and_written_alike(day: object) -> None:
    assert PartialDate.parse(str(day)).isoformat() == str(day)


@given(st.text())
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        Period.parse(text)
    except ValueError:
        return
    assert any(char.isdigit() for char in text)
