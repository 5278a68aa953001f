"""Lists of ties as people have them become tables; what they do not say is left open and told."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import import_command, new_command
from dashboard.commands import run
from dashboard.i18n import load_catalogue
from dashboard.lists import (
    Added,
    Ask,
    GeoNames,
    ListError,
    Sort,
    Town,
    Wishes,
    add_list,
    find_country,
    read_list,
    tell,
)
from dashboard.lists.entries import TwoWaysError, read_date
from dashboard.lists.kinds import UNDETERMINED, find_kind
from dashboard.lists.words import fold
from dashboard.tables import check_sheets, empty_sheets, read_dataset, read_sheets
from tests.unit.conftest import SMALL

CATALOGUE = load_catalogue()
TOWNS = (
    Town(1, "Kanazawa", "JP", "15", 136.6, 36.6),
    Town(2, "Buffalo", "US", "NY", -78.9, 42.9),
    Town(3, "Buffalo", "US", "WY", -106.7, 44.3),
    Town(4, "Ghent", "BE", "VLG", 3.7, 51.1),
)
ALSO = {1: ("金沢",), 2: ("バッファロー",), 3: ("バッファロー",)}


class FewTowns:
    def find(self, names: Iterable[str], country: str, region: str = "") -> tuple[Town, ...]:  # noqa: ARG002
        words = {fold(name.removesuffix("市")) for name in names}
        return tuple(
            town
            for town in TOWNS
            if town.country == country and words & {*map(fold, (town.name, *ALSO.get(town.id, ())))}
        )


@pytest.fixture(autouse=True)
def few_towns(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (import_command, new_command):
        monkeypatch.setattr(command, "GeoNames", FewTowns)


def take(
    folder: Path,
    text: str,
    *,
    wishes: Wishes | None = None,
    ask: Ask = lambda _name, _towns: None,
    into: Path | None = None,
) -> Added:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    sheets = read_sheets(into) if into else empty_sheets()
    assert sheets is not None
    added = add_list(read_list(path), sheets, wishes or Wishes(), gazetteer=FewTowns(), ask=ask, catalogue=CATALOGUE)
    assert check_sheets(added.onto(sheets)).problems == ()
    return added


def left_open(added: Added) -> dict[Sort, list[str]]:
    found: dict[Sort, list[str]] = {}
    for opening in added.openings:
        found.setdefault(opening.sort, []).append(opening.said)
    return found


# Forms of lists that are about: a general one, one of Japan's association, a city's own page, a data set with points.
FORMS = {
    "general": "home,home country,partner,country,date,kind\nKanazawa,Japan,Ghent,Belgium,1971-10-04,sister city\n",
    "any order": "kind,since,country,sister city,home,home country\ntwin town,4 October 1971,BEL,Ghent,Kanazawa,JP\n",
    "tabs": "municipality_en\tmunicipality_ja\tpartner_en\tcountry_iso2\tdate\tkind_ja\tcountry1\n"
    "Kanazawa\t金沢市\tGhent\tBE\t1971/10/4\t姉妹都市\tJP\n",
    "association": "都道府県名,市区町村名,国名,州省名,提携自治体名,提携年月日,姉妹・友好\n"
    "石川県,金沢市,ベルギー王国,東フランドル州,Ghent,昭和46年10月4日,姉妹都市提携\n",
    "below a title": "姉妹都市の一覧,,\n\n"
    "日本の自治体,相手都市名（英語）,相手国,提携日,種別\n金沢市,Ghent,ベルギー,S46.10.4,姉妹都市\n",
    "points": "city1,country1,lat1,lng1,city2,country2,lat2,lng2,kind,year signed,date\n"
    "Kanazawa,Japan,36.5,136.6,Ghent,Belgium,51.05,3.72,Sister cities,1971,1971-10-04\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_tie_is_read_from_every_form_of_list(form: str, tmp_path: Path) -> None:
    added = take(tmp_path, FORMS[form])
    (tie,) = added.rows["ties"]
    (home,), (partner,) = added.rows["homes"], added.rows["partners"]
    assert (home["id"], home["country"]) == ("kanazawa", "JP")
    assert (partner["id"], partner["country"]) == ("ghent", "BE")
    assert (tie["kind"], tie["from"], tie["to"]) == ("sister_city", "kanazawa", "ghent")
    assert [row["when"] for row in added.rows["dates"]] == ["1971-10-04"]
    assert {row["entity"] for row in added.rows["places"]} == {"kanazawa", "ghent"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_list_may_be_in_any_encoding_of_the_tables(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "一覧.csv"
    path.write_bytes(FORMS["association"].encode(encoding))
    (number, cells) = read_list(path).records[0]
    assert (number, cells[1]) == (2, "金沢市")


def test_every_tie_names_the_file_and_the_row_where_it_stands(tmp_path: Path) -> None:
    added = take(tmp_path, FORMS["below a title"])
    (tie,) = added.rows["ties"]
    source = added.rows["sources"][0]
    assert (tie["source"], tie["locator"]) == (source["key"], "row 4")
    assert source["title_en"] == "list.csv"


def test_a_sheet_of_a_workbook_is_read_and_named_in_the_locator(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("姉妹都市").append(["Partner", "Country", "Home", "Home country"])
    book["姉妹都市"].append(["Ghent", "Belgium", "Kanazawa", "Japan"])
    book.save(tmp_path / "list.xlsx")
    found = read_list(tmp_path / "list.xlsx")
    added = add_list(
        found, empty_sheets(), Wishes(), gazetteer=FewTowns(), ask=lambda _name, _towns: None, catalogue=CATALOGUE
    )
    assert added.rows["ties"][0]["locator"] == "姉妹都市 row 2"


SHARED_NAME = "home,home country,partner,country\n金沢市,Japan,Buffalo,US\n"


def test_where_two_towns_share_a_name_none_is_taken(tmp_path: Path) -> None:
    added = take(tmp_path, SHARED_NAME)
    assert left_open(added)[Sort.MANY_PLACES] == ["Buffalo"]
    assert [row["entity"] for row in added.rows["places"]] == ["kanazawa"]


def test_a_person_chooses_between_towns_of_one_name(tmp_path: Path) -> None:
    added = take(tmp_path, SHARED_NAME, ask=lambda _name, towns: towns[1])
    place = next(row for row in added.rows["places"] if row["entity"] == "buffalo")
    assert (place["lon"], place["locator"]) == ("-106.7", "Buffalo, US, 3")
    assert Sort.MANY_PLACES not in left_open(added)


def test_the_points_of_a_list_come_first_and_cite_it_unless_they_lie_elsewhere(tmp_path: Path) -> None:
    rows = "Kanazawa,JP,Ghent,BE,3.72,51.05\nKanazawa,JP,Buffalo,US,3.72,51.05\n"
    added = take(tmp_path, f"home,home country,partner,country,lon,lat\n{rows}")
    ghent = next(row for row in added.rows["places"] if row["entity"] == "ghent")
    assert (ghent["lon"], ghent["source"], ghent["locator"]) == ("3.72", "list", "row 2")
    assert left_open(added)[Sort.POINT] == ["Buffalo: 3.72 51.05"]


def test_a_name_in_one_language_stands_as_it_is_and_the_other_is_a_gap(tmp_path: Path) -> None:
    added = take(tmp_path, SHARED_NAME)
    (home,), (partner,) = added.rows["homes"], added.rows["partners"]
    assert (home["name_ja"], home["name_en"]) == ("金沢市", "金沢市")
    assert (partner["name_ja"], partner["name_en"]) == ("Buffalo", "Buffalo")
    about = {row["title_en"]: row["about"] for row in added.rows["gaps"]}
    assert about["The English name"] == home["id"]
    assert about["The Japanese name"] == partner["id"]


def test_what_cannot_be_told_is_left_open_and_noted_as_gaps(tmp_path: Path) -> None:
    rows = [
        "Kanazawa,Ghent,Belgium,05/04/1971,sister city",
        "Kanazawa,Ghent,Belgium,1971,sister city",
        "Kanazawa,Aden,Atlantis,1990,sister city",
        "Kanazawa,Buffalo,US,about 1962,tourism city",
        "Kanazawa,Kanazawa,Japan,,sister city",
        "Kanazawa,,Belgium,,sister city",
        "Kanazawa,G???,Belgium,,sister city",
        "Kanazawa,Tongeren,Belgium,,",
    ]
    added = take(
        tmp_path,
        "\n".join(["home,partner,country,date,kind", *rows]),
        wishes=Wishes(home_country="JP"),
    )
    found = left_open(added)
    assert found[Sort.DATE_IN_TWO_WAYS] == ["Kanazawa – Ghent: 05/04/1971"]
    assert found[Sort.DOUBLE] == ["Kanazawa – Ghent"]
    assert found[Sort.COUNTRY] == ["Aden: Atlantis"]
    assert found[Sort.DATE] == ["Kanazawa – Buffalo: about 1962"]
    assert found[Sort.KIND] == ["Kanazawa – Buffalo: tourism city", "Kanazawa – Tongeren"]
    assert found[Sort.ITSELF] == ["Kanazawa – Kanazawa"]
    assert found[Sort.BLANK] == ["Kanazawa"]
    assert found[Sort.LOST] == [""]
    assert found[Sort.NO_PLACE][-1] == "Tongeren"
    kinds = {(row["to"], row["kind"]) for row in added.rows["ties"]}
    assert {("buffalo", UNDETERMINED), ("tongeren", UNDETERMINED), ("ghent", "sister_city")} <= kinds
    noted = {row["id"].removeprefix("list-") for row in added.rows["gaps"]}
    assert {sort.replace("_", "-") for sort in found} == noted
    for texts in CATALOGUE.by_code.values():
        assert "Atlantis" in "\n".join(tell(added.openings, texts))


def test_the_same_tie_told_from_its_other_end_stands_twice(tmp_path: Path) -> None:
    rows = "Kanazawa,JP,Ghent,BE\nGhent,BE,Kanazawa,JP\n"
    added = take(tmp_path, f"home,home country,partner,country\n{rows}")
    assert left_open(added)[Sort.DOUBLE] == ["Ghent – Kanazawa"]
    assert [row["id"] for row in added.rows["homes"]] == ["kanazawa"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("partner,country\nGhent,Belgium\n", "lists-no-home"),
        ("home,partner,country\nKanazawa,Ghent,Belgium\n", "lists-no-home-country"),
        ("a,b\n1,2\n", "lists-no-partner"),
        ("", "lists-no-partner"),
    ],
)
def test_a_list_that_does_not_say_enough_is_refused_with_the_reason(text: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(ListError) as refused:
        take(tmp_path, text)
    assert refused.value.key == key


def test_what_is_in_the_tables_is_kept_and_its_ids_are_used(tmp_path: Path) -> None:
    sheets = read_sheets(SMALL)
    assert sheets is not None
    home, partner = sheets["homes"].rows[0].cells, sheets["partners"].rows[0].cells
    text = f"home,home country,partner,country,kind\n{home['name_ja']},{home['country']},{partner['name_en']},"
    added = take(tmp_path, f"{text}{partner['country']},sister city\n", into=SMALL)
    assert not {"homes", "partners"} & set(added.rows)
    assert [(row["from"], row["to"]) for row in added.rows.get("ties", [])] == [(home["id"], partner["id"])]


@pytest.mark.files
@pytest.mark.parametrize("where", ["tables", "network.xlsx"])
def test_the_command_writes_tables_in_order_and_a_second_time_adds_nothing(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_text(FORMS["association"], encoding="utf-8")
    asked = ["import", str(tmp_path / "list.csv"), "--into", str(tmp_path / where)]
    assert run(asked, {}) == 0
    first = read_dataset(tmp_path / where)
    assert first.dataset is not None
    assert run(asked, {}) == 0
    assert read_dataset(tmp_path / where) == first
    assert "ties: 0 new, 1 there already" in capsys.readouterr().out


@pytest.mark.files
@pytest.mark.parametrize("where", ["tables", "network.xlsx"])
def test_a_second_list_is_added_to_what_a_person_keeps(where: str, tmp_path: Path) -> None:
    target = tmp_path / where
    (tmp_path / "one.csv").write_text(FORMS["association"], encoding="utf-8")
    (tmp_path / "two.csv").write_text(SHARED_NAME, encoding="utf-8")
    assert run(["import", str(tmp_path / "one.csv"), "--into", str(target), "--lang", "ja"], {}) == 0
    if target.is_file():
        book = openpyxl.load_workbook(target)
        book.create_sheet("私のメモ")["A1"] = "そのまま"
        book.save(target)
    else:
        (target / "themes.csv").write_bytes((target / "themes.csv").read_bytes() + b"\r\n\r\n")
        kept = (target / "themes.csv").read_bytes()
    assert run(["import", str(tmp_path / "two.csv"), "--into", str(target)], {}) == 0
    dataset = read_dataset(target).dataset
    assert dataset is not None
    assert [tie.id for tie in dataset.exchange_ties] == ["kanazawa-ghent", "kanazawa-buffalo"]
    if target.is_file():
        assert openpyxl.load_workbook(target)["私のメモ"]["A1"].value == "そのまま"
    else:
        assert (target / "themes.csv").read_bytes() == kept


@pytest.mark.files
@pytest.mark.parametrize(
    "arguments",
    [["nowhere.csv"], ["list.csv", "--home-country", "Atlantis"], ["list.csv", "--kind", "marriage"]],
)
def test_what_cannot_be_taken_in_is_said_and_nothing_is_written(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(FORMS["general"], encoding="utf-8")
    assert run(["import", *arguments, "--into", "tables"], {}) == 1
    assert arguments[-1] in capsys.readouterr().err
    assert not Path("tables").exists()


WORDS = st.sampled_from(
    ["Kanazawa", "金沢市", "Buffalo", "Ghent", "Belgium", "JP", "米国", "1962-12-18", "5/4/90", "姉妹都市", "twin", "",
     "?", "???", "a;b", "=1+1", "-", "{", "0", "136.6", "91", "nan", "\ufffd", "\u200b", "서울", "x" * 300]
)  # fmt: skip
HEADINGS = st.sampled_from(
    [
        "home",
        "home country",
        "partner",
        "country",
        "date",
        "kind",
        "lon",
        "lat",
        "都道府県",
        "region",
        "city",
        "?",
        "相手都市名",
    ]
)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_any_rows_give_tables_in_order_or_a_reason(data: st.DataObject) -> None:
    width = data.draw(st.integers(1, 8))
    headings = data.draw(st.lists(HEADINGS, min_size=width, max_size=width))
    cell = st.one_of(WORDS, st.text(max_size=6))
    rows = data.draw(st.lists(st.lists(cell, max_size=width + 1), max_size=6))
    target = io.StringIO()
    csv.writer(target).writerows([headings, *rows])
    _hold(target.getvalue().encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
@settings(max_examples=30, deadline=None)
def test_any_bytes_give_tables_in_order_or_a_reason(content: bytes) -> None:
    _hold(b"home,home country,partner,country\n" + content)


def _hold(content: bytes) -> None:
    with TemporaryDirectory() as name:
        (Path(name) / "list.csv").write_bytes(content)
        try:
            found = read_list(Path(name) / "list.csv")
            wishes = Wishes(home_country="JP")
            added = add_list(
                found, empty_sheets(), wishes, gazetteer=FewTowns(), ask=lambda _name, _towns: None, catalogue=CATALOGUE
            )
        except ListError as refused:
            assert all(texts(refused.key, **refused.values) for texts in CATALOGUE.by_code.values())
            return
    assert check_sheets(added.onto(empty_sheets())).problems == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31/12/1990", "1990-12-31"),
        ("12/31/1990", "1990-12-31"),
        ("05.05.1990", "1990-05-05"),
        ("平成2年12月", "1990-12"),
        ("--06-28", "--06-28"),
        ("1995〜2004", "1995/2004"),
    ],
)
def test_dates_are_read_in_every_form_that_has_one_meaning(text: str, iso: str) -> None:
    assert read_date(text) == iso


@pytest.mark.parametrize("text", ["05/04/1990", "5.4.1990", "12-11-62"])
def test_a_date_that_can_be_read_in_two_ways_is_not_read(text: str) -> None:
    with pytest.raises(TwoWaysError):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("姉妹都市", "sister_city"),
        ("姉妹都市提携", "sister_city"),
        ("Twin Towns", "sister_city"),
        ("友好都市", "friendly_exchange"),
        ("観光交流都市", None),
        ("姉妹河川", None),
        ("都市", None),
        ("", None),
    ],
)
def test_a_kind_is_found_by_its_names_and_words_and_never_guessed(text: str, kind: str | None) -> None:
    assert find_kind(text, [row.cells for row in empty_sheets()["kinds"].rows]) == kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "US"), ("usa", "US"), ("米国", "US"), ("アメリカ合衆国", "US"), ("Taiwan, ROC", "TW"),
        ("大韓民国", "KR"), ("Deutschland", "DE"), ("England", "GB"), ("Georgia (country)", "GE"), ("Congo", None),
        ("", None), ("ベルギー王国", "BE"),
        ("Wales, United Kingdom", "GB"), ("Somewhere, Atlantis", None), ("コンゴ共和国", None),
    ],
)  # fmt: skip
def test_countries_are_found_by_the_words_of_lists(text: str, code: str | None) -> None:
    assert find_country(text) == code


@pytest.mark.files
def test_geonames_gives_every_town_that_may_be_meant() -> None:
    towns = GeoNames()
    assert len(towns.find(["Buffalo"], "US")) > 5
    (buffalo,) = towns.find(["Buffalo, New York"], "US")
    assert towns.find(["Buffalo"], "US", "NY") == (buffalo,)
    assert len(towns.find(["Suzhou"], "CN")) > 1
    assert len(towns.find(["Suzhou", "蘇州市"], "CN")) == 1
    assert towns.find(["石川県", "Ishikawa"], "JP") == ()


ANSWERS = [
    "Bridges", "金沢市", "", "Atlantis", "Japan", "", "Ghent", "Belgium", "1", "05/04/1971", "1971-10-04", "", "",
    "Sister cities", "City of Kanazawa", "https://example.org/", "Europe; 2",
]  # fmt: skip


def answer(answers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    left = iter(answers)

    def give(_question: str) -> str:
        try:
            return next(left)
        except StopIteration as end:
            raise EOFError from end

    monkeypatch.setattr("builtins.input", give)


@pytest.mark.files
@pytest.mark.parametrize("where", ["tables", "network.xlsx"])
def test_answers_to_one_question_at_a_time_begin_tables(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(ANSWERS, monkeypatch)
    assert run(["new", str(tmp_path / where), "--ask"], {}) == 0
    dataset = read_dataset(tmp_path / where).dataset
    assert dataset is not None
    (tie,) = dataset.exchange_ties
    assert (tie.kind, tie.citation.locator) == ("sister_city", "Europe, 2")
    assert dataset.source[tie.citation.source_key].url == "https://example.org/"
    assert [fact.when.isoformat() for fact in dataset.dated_facts] == ["1971-10-04"]
    assert dataset.network.name == {"ja": "Bridges", "en": "Bridges"}


@pytest.mark.files
@pytest.mark.parametrize("count", range(0, len(ANSWERS), 5))
def test_answers_that_end_early_give_tables_in_order_or_none(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(ANSWERS[:count], monkeypatch)
    is_done = run(["new", str(tmp_path / "tables"), "--ask"], {}) == 0
    assert is_done == (tmp_path / "tables").exists()
    assert not is_done or read_dataset(tmp_path / "tables").dataset is not None
