"""Whatever is wrong in a table is found, at its place, and said in words."""

from __future__ import annotations

import pytest

from dashboard.i18n import Texts
from dashboard.tables import ProblemCode, describe, shipped_kinds, write_report
from tests.unit.conftest import Tables

C = ProblemCode


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (("homes.csv", 2, "summary_ja", ""), C.MISSING_TRANSLATION),
        (("ties.csv", 2, "note_en", ""), C.MISSING_TRANSLATION),
        (("homes.csv", 2, "country", ""), C.MISSING_VALUE),
        (("homes.csv", 2, "source", ""), C.MISSING_SOURCE),
        (("gaps.csv", 2, "source", ""), C.MISSING_SOURCE),
        (("homes.csv", 2, "source", "leaflett"), C.UNKNOWN_SOURCE),
        (("gaps.csv", 2, "source", "leaflet;nothing"), C.UNKNOWN_SOURCE),
        (("gaps.csv", 2, "locator", "Exchange ¶1"), C.UNEQUAL_LISTS),
        (("homes.csv", 2, "country", "jp"), C.NOT_A_COUNTRY),
        *((("homes.csv", 2, "country", code), C.NOT_A_COUNTRY) for code in ("ZZ", "EU", "UN", "AC", "QO", "EZ")),
        (("homes.csv", 2, "name_origin", "print"), C.NOT_A_CHOICE),
        (("homes.csv", 2, "summary_en", "a\x07bell"), C.INVISIBLE_CHARACTER),
        (("partners.csv", 3, "name_en", "????? (Nepal)"), C.LOST_CHARACTERS),
        (("partners.csv", 3, "name_en", "Nep\ufffdl"), C.LOST_CHARACTERS),
        (("partners.csv", 3, "name_en", "?"), C.LOST_CHARACTERS),
        (("sources.csv", 3, "date", "sometime"), C.NOT_A_DATE),
        (("sources.csv", 3, "date", "2018-02-30"), C.NOT_A_DATE),
        (("sources.csv", 3, "language", "jp"), C.NOT_A_LANGUAGE),
        (("sources.csv", 3, "url", "javascript:alert(1)"), C.NOT_AN_ADDRESS),
        (("sources.csv", 3, "url", "http://["), C.NOT_AN_ADDRESS),
        (("dates.csv", 2, "when", "2004/1995"), C.NOT_A_PERIOD),
        (("dates.csv", 2, "when", "令和2年2月2日"), C.NOT_A_PERIOD),
        (("dates.csv", 2, "about", "association-founded"), C.WRONG_KIND),
        (("dates.csv", 2, "about", "nobody"), C.UNKNOWN_ID),
        (("contacts.csv", 2, "key", "telephone"), C.NOT_A_CHOICE),
        (("activities.csv", 3, "themes", "music;"), C.EMPTY_ENTRY),
        (("activities.csv", 3, "themes", "music;music"), C.REPEATED_ENTRY),
        (("activities.csv", 3, "themes", "music;sport"), C.UNKNOWN_ID),
        (("activities.csv", 3, "home", "nepal"), C.WRONG_KIND),
        (("places.csv", 2, "area", ""), C.MISSING_VALUE),
        (("places.csv", 2, "area", "atlantis"), C.NOT_A_CHOICE),
        (("places.csv", 2, "lon", "136°37'"), C.NOT_A_NUMBER),
        (("places.csv", 2, "lon", "nan"), C.NOT_A_NUMBER),
        (("places.csv", 2, "lon", "1366.25"), C.OUT_OF_RANGE),
        (("places.csv", 4, "entity", "nowhere"), C.UNKNOWN_ID),
        (("names.csv", 3, "language", "korean"), C.NOT_A_LANGUAGE),
        (("ties.csv", 2, "to", "atlantis"), C.DANGLING_TIE),
        (("links.csv", 2, "to", "japanese-clas"), C.DANGLING_TIE),
        (("ties.csv", 2, "from", "association"), C.WRONG_ENDS),
        (("links.csv", 2, "to", "nepal"), C.WRONG_ENDS),
        (("ties.csv", 2, "kind", "twin_town"), C.UNKNOWN_KIND),
        (("links.csv", 9, "to", "old-club"), C.TIE_TO_ITSELF),
        (("homes.csv", 2, "hue", "blue"), C.NOT_A_CHOICE),
        (("kinds.csv", 2, "id", "Sister City"), C.NOT_A_WORD),
        (("kinds.csv", 2, "id", "runs"), C.TAKEN_WORD),
        (("kinds.csv", 3, "id", "sister_city"), C.DUPLICATE),
        (("kinds.csv", 2, "line", "wavy"), C.NOT_A_CHOICE),
        (("kinds.csv", 2, "name_en", ""), C.MISSING_TRANSLATION),
        (("kinds.csv", 2, "sentence_ja", "{source}の姉妹都市です。"), C.MISSING_PLACEHOLDER),
        (("kinds.csv", 2, "back_en", "Sisters."), C.MISSING_PLACEHOLDER),
        (("partners.csv", 3, "id", "Nepal!"), C.NOT_A_SLUG),
        (("sources.csv", 3, "key", "re port"), C.NOT_A_KEY),
        (("partners.csv", 3, "id", "jiangsu"), C.DUPLICATE),
        (("ties.csv", 3, "id", "nepal"), C.DUPLICATE),
        (("dates.csv", 3, "id", "association-founded"), C.DUPLICATE),
        (("places.csv", 4, "entity", "jiangsu"), C.DUPLICATE),
    ],
)
def test_one_wrong_cell_is_found_at_its_place_and_said_in_both_languages(
    tables: Tables, texts: Texts, cell: tuple[str, int, str, str], code: ProblemCode
) -> None:
    file, row, column, value = cell
    found = [
        problem
        for problem in tables.put(file, row, column, value).read().problems
        if (problem.file, problem.row, problem.column, problem.code) == (file, row, column, code)
    ]
    assert len(found) == 1, tables.problems()
    said = describe(found[0], texts)
    assert file in said.where
    assert str(row) in said.where
    assert all((said.what, said.expected, said.repair))
    assert found[0].value == value


@pytest.mark.parametrize(
    ("row", "lon", "lat", "code"),
    [
        (2, "0", "0.0", C.ZERO_COORDINATES),
        (2, "36.594682", "136.625573", C.SWAPPED_COORDINATES),
        (4, "27.70169", "85.3206", C.SWAPPED_COORDINATES),  # both would do as a latitude; Nepal tells them apart
        (4, "85.3206", "-27.70169", C.OUTSIDE_COUNTRY),
    ],
)
def test_a_point_that_cannot_be_meant_is_found(tables: Tables, row: int, lon: str, lat: str, code: ProblemCode) -> None:
    tables.put("places.csv", row, "lon", lon).put("places.csv", row, "lat", lat)
    assert tables.problems() == [("places.csv", row, "lat", code)]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (("partners.csv", 3, "id", "ne\u200bpal"), ("3", "U+200B ZERO WIDTH SPACE", "ne⟨U+200B⟩pal")),
        (("partners.csv", 3, "name_en", "\u202eNepal"), ("1", "U+202E RIGHT-TO-LEFT OVERRIDE", "⟨U+202E⟩Nepal")),
        (("homes.csv", 2, "summary_en", "One.\u2028Two."), ("5", "U+2028 LINE SEPARATOR", "One.⟨U+2028⟩Two.")),
        (("homes.csv", 2, "source", "leaf\u00adlet"), ("5", "U+00AD SOFT HYPHEN", "leaf⟨U+00AD⟩let")),
        (("homes.csv", 2, "summary_en", "a\x07bell"), ("2", "U+0007", "a⟨U+0007⟩bell")),
        (("homes.csv", 1, "country", "coun\ufefftry"), ("5", "U+FEFF ZERO WIDTH NO-BREAK SPACE", "coun⟨U+FEFF⟩try")),
    ],
)
def test_an_invisible_character_is_told_by_name_and_place_and_nothing_follows_from_it(
    tables: Tables, texts: Texts, cell: tuple[str, int, str, str], seen: tuple[str, str, str]
) -> None:
    position, character, shown = seen
    problem = tables.put(*cell).only_problem()
    assert (problem.file, problem.row, problem.column, problem.code) == (*cell[:3], C.INVISIBLE_CHARACTER)
    said = describe(problem, texts)
    assert dict(problem.details) == {"position": position, "character": character}
    assert position in said.what and character in said.what
    assert said.typed == shown


@pytest.mark.parametrize("name", ["श्रीमान्\u200dको", "می\u200cخواهم", "葛\U000e0100城", "❤\ufe0f"])
def test_joiners_and_selectors_that_names_are_spelt_with_are_kept(tables: Tables, name: str) -> None:
    reading = tables.put("partners.csv", 3, "name_en", name).read()
    assert reading.dataset is not None
    assert reading.dataset.entity["nepal"].names["en"] == name


def test_a_question_is_no_lost_text(tables: Tables) -> None:
    assert tables.put("gaps.csv", 2, "title_en", "Six or seven? Who knows??").problems() == []


def test_an_entity_that_nothing_is_tied_to_is_found(tables: Tables) -> None:
    tables.append("venues.csv", "hall,会館,Hall,,ours,館です。,A hall.,ichinoseki,leaflet,Groups ¶9")
    assert tables.problems() == [("venues.csv", 3, "id", C.ORPHAN)]


def test_the_same_tie_under_two_ids_is_found(tables: Tables) -> None:
    tables.append("ties.csv", "again,support,old-club,nepal,,,leaflet,Exchange ¶2")
    problem = tables.only_problem()
    assert (problem.row, problem.code) == (5, C.DUPLICATE)
    assert dict(problem.details) == {"first_file": "ties.csv", "first_row": "3"}


def test_a_missing_table_is_found_and_not_held_against_those_that_refer_to_it(tables: Tables) -> None:
    assert tables.remove("sources.csv").problems() == [("sources.csv", None, None, C.MISSING_FILE)]


def test_a_file_that_is_not_a_table_is_found_with_the_table_that_was_probably_meant(tables: Tables) -> None:
    (tables.folder / "name.csv").write_text("x")
    problem = tables.only_problem()
    assert (problem.file, problem.code) == ("name.csv", C.UNKNOWN_FILE)
    assert dict(problem.details)["suggestion"] == "names.csv"


def test_a_folder_in_the_place_of_a_table_is_found(tables: Tables) -> None:
    tables.remove("themes.csv")
    (tables.folder / "themes.csv").mkdir()
    assert tables.problems() == [("themes.csv", None, None, C.UNREADABLE_FILE)]


def test_an_entity_with_a_wrong_cell_does_not_make_what_names_it_wrong(tables: Tables) -> None:
    tables.put("partners.csv", 2, "country", "XX")
    assert tables.problems() == [("partners.csv", 2, "country", C.NOT_A_COUNTRY)]


def test_problems_in_several_tables_are_told_together_in_the_order_of_tables_and_rows(tables: Tables) -> None:
    tables.put("ties.csv", 2, "source", "").put("homes.csv", 3, "country", "").put("homes.csv", 2, "name_ja", "")
    assert tables.problems() == [
        ("homes.csv", 2, "name_ja", C.MISSING_TRANSLATION),
        ("homes.csv", 3, "country", C.MISSING_VALUE),
        ("ties.csv", 2, "source", C.MISSING_SOURCE),
    ]


def test_no_data_set_is_given_while_there_is_a_problem(tables: Tables) -> None:
    assert tables.put("homes.csv", 2, "name_ja", "").read().dataset is None


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        (("dates.csv", 2, "when", "2020/2/2"), "2020-02-02"),
        (("dates.csv", 2, "when", "令和2年2月2日"), "2020-02-02"),
        (("dates.csv", 2, "when", "平成元年4月"), "1989-04"),
        (("dates.csv", 2, "when", "2020年13月1日"), "none"),
        (("places.csv", 2, "lon", "１３６，６"), "136.6"),
        (("partners.csv", 3, "id", "Ｎepal City"), "nepal-city"),
        (("homes.csv", 2, "country", "jp"), "JP"),
        (("homes.csv", 2, "country", "ＪＰ"), "JP"),
        (("ties.csv", 2, "kind", "sister_cty"), "sister_city"),
        (("homes.csv", 2, "source", "leaflett"), "leaflet"),
    ],
)
def test_what_was_probably_meant_is_suggested(
    tables: Tables, texts: Texts, cell: tuple[str, int, str, str], suggestion: str
) -> None:
    problem = next(each for each in tables.put(*cell).read().problems if each.value == cell[-1])
    assert dict(problem.details)["suggestion"] == suggestion
    assert (suggestion in describe(problem, texts).repair) == (suggestion != "none")


def test_every_code_can_be_said_in_every_language(texts: Texts) -> None:
    for code in ProblemCode:
        for part in ("what", "expected", "repair"):
            assert f"tables-problem-{code.replace('_', '-')}-{part}" in texts


def test_an_unknown_kind_of_tie_is_told_those_that_there_are(tables: Tables, texts: Texts) -> None:
    said = describe(tables.put("ties.csv", 2, "kind", "twin_town").only_problem(), texts)
    assert all(kind.id in said.expected for kind in shipped_kinds())


def test_a_tie_must_join_what_its_kind_says(tables: Tables) -> None:
    row = next(number for number, line in enumerate(tables.text("kinds.csv").splitlines(), 1) if "friendly" in line)
    problem = tables.put("kinds.csv", row, "between", "organisation_partner").only_problem()
    assert (problem.file, problem.row, problem.column, problem.code) == ("ties.csv", 2, "from", C.WRONG_ENDS)


def test_kinds_of_things_and_ties_are_said_in_the_readers_words(tables: Tables, texts: Texts) -> None:
    said = describe(tables.put("ties.csv", 2, "from", "association").read().problems[0], texts)
    assert "friendly_exchange" in said.what
    assert texts("kind-organisation") in said.what
    assert texts("kind-home") in said.expected


def test_a_long_value_is_shortened_to_one_line(tables: Tables, texts: Texts) -> None:
    problem = tables.put("homes.csv", 2, "country", "many\nwords " * 40).only_problem()
    said = describe(problem, texts)
    assert len(said.typed) == 80
    assert "\n" not in said.line


def test_the_report_groups_by_file_and_ends_with_the_count(tables: Tables, texts: Texts) -> None:
    tables.put("ties.csv", 2, "source", "x").put("homes.csv", 3, "country", "").put("homes.csv", 2, "name_ja", "")
    lines = write_report(tables.read().problems, texts).splitlines()
    assert [line for line in lines if line and not line.startswith(" ")][:-1] == ["homes.csv", "ties.csv"]
    assert lines[-1] == texts("tables-report-total", problems=3, files=2)


def test_a_report_of_nothing_is_empty(texts: Texts) -> None:
    assert write_report((), texts) == ""
