"""Good tables become records."""

from __future__ import annotations

from pathlib import Path

from dashboard.model import Dataset, EntityKind, PartialDate, ShownAs
from dashboard.network.counts import counts
from dashboard.tables import read_dataset, shipped_kinds
from tests.unit.conftest import Tables


def test_entities_stand_in_the_order_of_the_tables(small: Dataset) -> None:
    assert [entity.id for entity in small.entities][:4] == ["ishikawa", "ichinoseki", "association", "old-club"]
    assert [entity.id for entity in small.entities][-1] == "china"


def test_a_place_is_longitude_then_latitude_with_its_area_and_seat(small: Dataset) -> None:
    place = small.entity["ishikawa"].place
    assert place is not None
    assert (place.lon, place.lat, place.shown_as, place.area) == (136.625573, 36.594682, ShownAs.AREA, "ishikawa")
    assert place.seat == {"ja": "県庁", "en": "Prefectural office"}


def test_a_list_in_a_cell_becomes_a_tuple(small: Dataset) -> None:
    assert small.entity["concert"].themes == ("music", "language")


def test_what_only_a_page_states_is_later(small: Dataset) -> None:
    assert small.tie["old-club--located_in--ichinoseki"].later
    assert not small.tie["ishikawa-jiangsu"].later
    assert [name.later for name in small.entity["jiangsu"].other_names] == [True, False]
    assert [fact.later for fact in small.dated_facts] == [False, False, True]


def test_a_link_is_named_after_its_ends_and_kind(small: Dataset) -> None:
    assert "concert--held_at--plaza" in small.tie


def test_words_to_search_by_belong_to_an_entity_and_are_none_of_its_names(small: Dataset) -> None:
    assert small.entity["jiangsu"].search_words == ("Kiangnan", "長江")
    assert "長江" not in {name.text for name in small.entity["jiangsu"].other_names}


def test_an_undated_source_has_no_date(small: Dataset) -> None:
    assert small.source["report"].date is None
    assert small.source["leaflet"].date == PartialDate(year=2018, month=4, day=1)


def test_a_source_that_is_not_on_the_web_has_no_address(tables: Tables) -> None:
    dataset = tables.put("sources.csv", 2, "url", "").read().dataset
    assert dataset is not None
    assert dataset.sources[0].url == ""


def test_the_home_of_a_partner_follows_from_its_ties(small: Dataset) -> None:
    assert small.entity["jiangsu"].home == "ishikawa"
    assert small.entity["nepal"].home == "ichinoseki"


def test_a_partner_of_both_homes_belongs_to_neither(tables: Tables) -> None:
    tables.append("ties.csv", "ichinoseki-jiangsu,sister_city,ichinoseki,jiangsu,,,leaflet,Exchange ¶1")
    dataset = tables.read().dataset
    assert dataset is not None
    assert dataset.entity["jiangsu"].home is None


def test_each_source_of_a_gap_has_its_locator(small: Dataset) -> None:
    cited = [(each.source_key, each.locator) for each in small.gaps[0].citations]
    assert cited == [("leaflet", "Exchange ¶1"), ("report", "whole page")]


def test_tables_with_nothing_but_headers_are_an_empty_data_set(tables: Tables) -> None:
    assert tables.empty_all().read().dataset == Dataset()


def test_tables_that_need_not_be_there_read_as_empty(tables: Tables) -> None:
    for name in ("names", "search", "dates", "contacts", "gaps"):
        tables.remove(f"{name}.csv")
    dataset = tables.read().dataset
    assert dataset is not None
    assert (dataset.dated_facts, dataset.contacts, dataset.gaps) == ((), (), ())


def test_a_further_language_is_a_further_column(tables: Tables) -> None:
    lines = tables.text("themes.csv").splitlines()
    extended = [f"{lines[0]},name_zh-Hant", f"{lines[1]},語言", *(f"{line}," for line in lines[2:])]
    dataset = tables.replace("themes.csv", "\n".join(extended)).read().dataset
    assert dataset is not None
    assert dataset.theme["language"].names == {"ja": "ことば", "en": "Language", "zh-Hant": "語言"}
    assert dataset.theme["music"].names == {"ja": "音楽", "en": "Music"}


def test_blank_rows_and_blank_cells_at_the_end_of_rows_are_nothing(tables: Tables) -> None:
    tables.replace("themes.csv", tables.text("themes.csv") + ",,,,,,\n\n   \n")
    assert tables.read().problems == ()


def test_the_same_tables_give_the_same_data_set(tables: Tables) -> None:
    assert tables.read() == tables.read()


def test_the_content_holds_what_the_two_documents_state(content: Dataset) -> None:
    found = counts(content)
    expected = {
        "homes": 2,
        "organisations": 8,
        "organisations_current": 1,
        "organisations_former": 7,
        "organisations_other": 3,
        "partners": 8,
        "partner_countries": 8,
        "activities": 47,
        "activities_text": 34,
        "activities_caption": 13,
        "rivers": 2,
        "partner_ties": 9,
        "friendly_exchange": 3,
        "sister_city": 1,
        "organisation_exchange": 4,
        "support": 1,
        "sister_river": 1,
    }
    assert {name: found[name] for name in expected} == expected


def test_every_partner_of_the_content_without_a_stated_activity_is_named_in_a_gap(content: Dataset) -> None:
    with_activity = {tie.target for tie in content.ties if tie.kind == "with_partner"}
    without = {partner.id for partner in content.of_kind(EntityKind.PARTNER)} - with_activity
    assert without <= {key for gap in content.gaps for key in gap.about}
    assert without >= {"irkutsk", "jiangsu", "jeollabuk-do"}


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    reading = read_dataset(tmp_path / "nowhere")
    assert reading.dataset is None
    assert [problem.code for problem in reading.problems] == ["missing_folder"]


def test_a_folder_that_is_older_than_the_table_of_kinds_has_those_that_come_with_the_program(tables: Tables) -> None:
    dataset = tables.remove("kinds.csv").read().dataset
    assert dataset is not None
    assert dataset.kinds == shipped_kinds()
    assert [kind.id for kind in shipped_kinds()] == [
        "sister_city",
        "friendly_exchange",
        "organisation_exchange",
        "support",
        "sister_river",
    ]


def test_blank_hues_and_lines_are_given_out_in_order_without_what_others_chose(tables: Tables) -> None:
    tables.put("homes.csv", 2, "hue", "").put("homes.csv", 3, "hue", "indigo")
    tables.put("kinds.csv", 2, "line", "").put("kinds.csv", 3, "line", "").put("kinds.csv", 4, "line", "solid")
    dataset = tables.read().dataset
    assert dataset is not None
    assert [home.hue for home in dataset.of_kind(EntityKind.HOME)] == ["vermilion", "indigo"]
    assert [kind.line for kind in dataset.kinds[:3]] == ["double", "dashed", "solid"]


def test_a_table_of_homes_without_a_column_for_hues_gives_them_out(tables: Tables) -> None:
    dataset = tables.drop_column("homes.csv", "hue").read().dataset
    assert dataset is not None
    assert [home.hue for home in dataset.of_kind(EntityKind.HOME)] == ["indigo", "vermilion"]
