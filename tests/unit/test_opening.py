"""Whether somebody is there follows from the words of the source, on the clock of the place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.contacts import find_contact
from dashboard.i18n import load_catalogue
from dashboard.model import Contact, Dataset, EntityKind
from dashboard.opening import Opening, read_opening, tell_openings
from tests.node import READ_INPUT, run_module

CATALOGUE = load_catalogue()
ASSOCIATION = "ichinoseki-association"
SCRIPT = f"""
import {{ openingAt }} from "./assets/js/core/opening.js";
{READ_INPUT}
const {{ opening, moments }} = input;
console.log(JSON.stringify(moments.map((moment) => openingAt(opening, new Date(moment))?.state ?? null)));
"""


def state(dataset: Dataset, *moments: str) -> list[str | None]:
    """What the browser says of the association at moments with their zones."""
    opening: Any = tell_openings(dataset, CATALOGUE, dt.date(2026, 4, 1))[ASSOCIATION]
    found: list[str | None] = run_module(SCRIPT, {"opening": opening, "moments": moments})
    return found


def stated(dataset: Dataset, key: str, **value: str) -> Dataset:
    """A data set in which the association states something else."""

    def change(contact: Contact) -> Contact:
        is_meant = (contact.about, contact.key) == (ASSOCIATION, key)
        return contact.model_copy(update={"value": {**contact.value, **value}}) if is_meant else contact

    return dataset.model_copy(update={"contacts": tuple(change(contact) for contact in dataset.contacts)})


def test_the_stated_hours_and_closing_days_are_read(content: Dataset) -> None:
    year_end = ((12, 29), (1, 3))
    assert read_opening(content, ASSOCIATION, CATALOGUE) == Opening(
        ((540, 1080),), frozenset({4}), frozenset({year_end}), on_holidays=False
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("closed", {"en": "Thursdays except in August, national holidays, December 29 to January 3"}),
        ("closed", {"en": "Wednesdays, national holidays, December 29 to January 3"}),  # the Japanese says Thursdays
        ("hours", {"en": "from nine"}),
        ("hours", {"ja": "9:00〜17:00"}),
    ],
)
def test_words_that_are_not_understood_or_do_not_agree_state_nothing(
    content: Dataset, key: str, value: dict[str, str]
) -> None:
    assert read_opening(stated(content, key, **value), ASSOCIATION, CATALOGUE) is None


def test_a_day_may_be_written_before_its_month(content: Dataset) -> None:
    other = stated(content, "closed", en="Thursdays, national holidays, 29 December to 3 January")
    assert read_opening(other, ASSOCIATION, CATALOGUE) == read_opening(content, ASSOCIATION, CATALOGUE)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-27T08:59+09:00", "later"),
        ("2026-11-27T09:00+09:00", "open"),
        ("2026-11-27T17:59+09:00", "open"),
        ("2026-11-27T18:00+09:00", "over"),
        ("2026-11-26T10:00+09:00", "closed"),  # a Thursday
        ("2026-11-23T10:00+09:00", "closed"),  # a national holiday
        ("2027-03-22T10:00+09:00", "closed"),  # the day after a holiday on a Sunday
        ("2026-12-28T10:00+09:00", "open"),
        ("2026-12-29T10:00+09:00", "closed"),
        ("2027-01-03T10:00+09:00", "closed"),
        ("2027-01-04T10:00+09:00", "open"),
        ("2026-11-25T14:59Z", "over"),  # a minute before midnight in Japan
        ("2026-11-25T15:00Z", "closed"),  # Thursday begins there
        ("2026-11-26T14:59Z", "closed"),
        ("2026-11-26T15:00Z", "later"),
        ("2038-01-05T10:00+09:00", None),  # whose holidays nobody has told
    ],
)
def test_the_clock_of_the_place_decides(content: Dataset, moment: str, expected: str | None) -> None:
    assert state(content, moment) == [expected]


def test_whatever_belongs_to_ichinoseki_leads_to_the_association_and_nothing_else_does(content: Dataset) -> None:
    kinds = (EntityKind.PARTNER, EntityKind.ORGANISATION, EntityKind.ACTIVITY)
    for entity in (each for kind in kinds for each in content.of_kind(kind)):
        tied = {tie.source for tie in content.exchange_ties if tie.target == entity.id}
        homes = {entity.home, *(content.home_of(source) for source in tied)}
        assert find_contact(content, entity.id) == (ASSOCIATION if "ichinoseki" in homes else None), entity.id
