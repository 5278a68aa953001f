"""What no document names is left out of the data of which pages are made, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.model import Dataset, EntityKind, keep_documented
from tests.unit.conftest import CONTENT, Tables

TOWN = "town,町,Town,,official,町です。,A town.,JP,,report,page"
CITY = "city,都市,City,,official,都市です。,A city.,US,report,page"
TIE = "town-city,town_tie,town,city,,,report,page"
ENDS = ",".join(["{source}{target}"] * 4)
KIND = f"town_tie,姉妹町,Sister town,町の。,Of towns.,{ENDS},,,home_partner,"


@pytest.fixture
def wider(tables: Tables) -> Tables:
    """The small tables, with a home, a partner and a kind of tie that only a report names."""
    for table, line in {"homes": TOWN, "partners": CITY, "ties": TIE, "kinds": KIND}.items():
        tables.append(f"{table}.csv", line)
    tables.append("venues.csv", "hall,会館,Hall,,official,会館です。,A hall.,town,report,page")
    tables.append("links.csv", "town,runs,fair,,,report,page")
    tables.append("activities.csv", "fair,祭り,Fair,,official,祭りです。,A fair.,town,music,text,report,page")
    tables.append("links.csv", "fair,held_at,hall,,,report,page")
    tables.append("dates.csv", "signed,town-city,1990,調印,Signed,report,page")
    tables.append("gaps.csv", "both,town;jiangsu,二つ,Both,両方。,Of both.,report,page")
    tables.append("gaps.csv", "alone,town,町,Town,町だけ。,Of the town.,report,page")
    return tables


def read(tables: Tables) -> Dataset:
    reading = tables.read()
    assert reading.dataset is not None, reading.problems
    return reading.dataset


def test_what_only_later_sources_name_is_left_out_with_all_that_is_about_it(wider: Tables, small: Dataset) -> None:
    whole = read(wider)
    kept = keep_documented(whole)
    assert {entity.id for entity in whole.entities} - set(kept.entity) == {"town", "city", "hall", "fair"}
    assert kept.model_copy(update={"gaps": ()}) == small.model_copy(update={"gaps": ()})
    assert kept.gaps[:-1] == small.gaps
    assert (kept.gaps[-1].id, kept.gaps[-1].about) == ("both", ("jiangsu",))


def test_a_partner_that_a_later_tie_shares_belongs_to_its_home_again(wider: Tables) -> None:
    wider.append("ties.csv", "town-jiangsu,town_tie,town,jiangsu,,,report,page")
    whole = read(wider)
    assert whole.entity["jiangsu"].home is None
    assert keep_documented(whole).entity["jiangsu"].home == "ishikawa"


def test_where_nothing_is_later_or_nothing_is_a_document_all_is_kept(wider: Tables, small: Dataset) -> None:
    assert keep_documented(small) is small
    wider.put("sources.csv", 2, "kind", "page")
    whole = read(wider)
    assert keep_documented(whole) is whole


def test_the_towns_of_ishikawa_stand_beside_the_two_homes_of_the_documents(
    read_good: Callable[[Path], Dataset], content: Dataset
) -> None:
    whole = read_good(CONTENT)
    assert len(content.of_kind(EntityKind.HOME)) == 2
    added = [tie for tie in whole.exchange_ties if tie.id not in content.tie]
    assert {whole.entity[tie.source].kind for tie in added} == {EntityKind.HOME}
    assert all(tie.later and whole.entity[tie.source].later and whole.entity[tie.target].later for tie in added)
