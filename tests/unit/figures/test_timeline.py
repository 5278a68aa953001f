"""The timeline places what is dated, and only that."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.timeline.svg import paint_timeline
from dashboard.figures.timeline.view import TimelineView, compute_timeline
from dashboard.model import Citation, Dataset, DatedFact, Period

CITATION = Citation(source_key="page", locator="¶1")


def fact(key: str, when: str, *, later: bool = False) -> DatedFact:
    return DatedFact(id=key, about="x", when=Period.parse(when), what={"en": key}, citation=CITATION, later=later)


def test_without_dated_facts_there_is_no_picture() -> None:
    assert compute_timeline(Dataset()) == TimelineView()
    assert paint_timeline(TimelineView()) == ""


def test_a_day_without_a_year_has_no_place_on_the_axis() -> None:
    view = compute_timeline(Dataset(dated_facts=(fact("a", "--06-28"), fact("b", "2014"))))
    assert [dot.fact for dot in view.dots] == ["b"]


def test_the_axis_begins_and_ends_with_a_tick_around_all_facts() -> None:
    view = compute_timeline(Dataset(dated_facts=(fact("a", "1983"), fact("b", "1995/2004"), fact("c", "2020-02-02"))))
    assert [tick.year for tick in view.ticks] == list(range(1980, 2026, 5))
    assert (view.ticks[0].x, view.ticks[-1].x) == (0, 1)
    assert [dot.end_x is not None for dot in view.dots] == [False, True, False]


def test_no_span_is_drawn_backwards_when_its_end_is_known_less_exactly() -> None:
    (dot,) = compute_timeline(Dataset(dated_facts=(fact("a", "1995-11/1995"),))).dots
    assert dot.end_x is not None and dot.end_x >= dot.x


@given(st.lists(st.integers(1950, 2030), min_size=1, max_size=40))
def test_no_two_dots_cover_each_other(years: list[int]) -> None:
    view = compute_timeline(Dataset(dated_facts=tuple(fact(str(n), str(year)) for n, year in enumerate(years))))
    places = [(round(dot.x, 3), dot.row) for dot in view.dots]
    assert len(set(places)) == len(years)
    assert all(0 <= dot.x <= 1 for dot in view.dots)


def test_a_later_fact_can_be_told_apart_and_hidden() -> None:
    picture = paint_timeline(compute_timeline(Dataset(dated_facts=(fact("a", "1990"), fact("b", "2001", later=True)))))
    dots = list(ET.fromstring(picture).iter("g"))  # noqa: S314 - our own picture
    assert ["data-later" in dot.attrib for dot in dots] == [False, True]
