"""Tables are read as spreadsheets write them; what would be guesswork is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.tables.encodings import UndecodableError, decode
from tests.unit.conftest import CONTENT, Tables

TEXT = "id,name_ja\nplaza,なのはなプラザ　４階～\n"


@pytest.fixture(params=sorted(CONTENT.glob("*.csv")), ids=lambda path: path.stem)
def content_table(request: pytest.FixtureRequest) -> str:
    """The text of every table in turn."""
    path: Path = request.param
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_each_encoding_of_a_spreadsheet_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).removeprefix("\ufeff") == TEXT


def test_utf_16_is_read_in_either_byte_order() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le")) == TEXT


@pytest.mark.parametrize(
    ("wrong", "position"),
    [
        (b"id\nplaza,\xff\xff", 9),  # no encoding begins a character like this
        ("id\n日本".encode() + b"\xe3\x81", 9),  # cut off in the middle of a character
        (b"\xef\xbb\xbfid\n\xff", 6),  # promises UTF-8 and breaks the promise
        (b"\xff\xfei\x00d", 4),  # half of a UTF-16 unit
        ("id,name".encode("utf-16-le"), 1),  # UTF-16 without its mark
        ("id\nBogotá".encode("cp1252"), 8),  # cut off for Shift_JIS
        ("id\nKöln".encode("cp1252"), 4),  # Shift_JIS would make half-width katakana of it
    ],
)
def test_what_is_none_of_the_encodings_is_refused_with_the_byte(wrong: bytes, position: int) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(wrong)
    assert caught.value.position == position


WESTERN = "id,words\ngermany,Präfektur Köln\nswitzerland,Genève; canton de Genève\nkorea,???,Exchange ¶1\n"
KANA = "".join(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30F7))))
EVERYDAY = "一関市石川県国際交流協会東西南北山川町村人民語学校音楽茶会平和友好都市訪問"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "cp1250"])
def test_western_text_is_refused_at_its_first_accent(encoding: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(WESTERN.encode(encoding, "replace"))
    assert caught.value.position >= WESTERN.index("ä")


def test_a_table_saved_by_a_western_spreadsheet_is_refused(content_table: str) -> None:
    raw = content_table.encode("cp1252", "replace")
    if not raw.isascii():
        with pytest.raises(UndecodableError):
            decode(raw)


def test_a_table_in_shift_jis_is_read_and_one_in_euc_is_refused(content_table: str) -> None:
    shift_jis = content_table.encode("cp932", "ignore")
    assert decode(shift_jis) == shift_jis.decode("cp932")
    with pytest.raises(UndecodableError):
        decode(content_table.encode("euc_jp", "ignore"))


def test_a_table_that_lost_any_byte_of_a_character_is_refused(content_table: str) -> None:
    raw = content_table.encode()
    places = [place for place, byte in enumerate(raw) if byte >= 0x80]
    for place in places[:: max(1, len(places) // 40)]:
        with pytest.raises(UndecodableError):
            decode(raw[:place] + raw[place + 1 :])


@pytest.mark.parametrize(
    "word",
    ["webｻｲﾄ", "eﾒｰﾙ", "10kmﾏﾗｿﾝ", "ﾃﾆｽ", "A棟の会場", "東京都a市b町", "Tシャツ", "鶯の里", "るかるか", "半角ｶﾅ"],
)
def test_words_of_shift_jis_are_read(word: str) -> None:
    assert decode(word.encode("cp932")) == word


@pytest.mark.parametrize("word", ["ことば", "日本語の授業", "カタカナ"])
def test_words_of_euc_jp_are_refused(word: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(f"id\n{word}".encode("euc_jp"))
    assert caught.value.position >= 3


@given(st.lists(st.text(st.sampled_from(KANA + EVERYDAY), min_size=1, max_size=20), min_size=1, max_size=5))
def test_any_kana_and_everyday_kanji_in_shift_jis_are_read(words: list[str]) -> None:
    text = "id,name_ja\n" + "\n".join(words)
    assert decode(text.encode("cp932")) == text


@given(st.lists(st.text(st.sampled_from(KANA), min_size=2, max_size=20), min_size=1, max_size=5))
def test_any_kana_in_euc_jp_are_refused(words: list[str]) -> None:
    with pytest.raises(UndecodableError):
        decode("\n".join(words).encode("euc_jp", "ignore") + "ことば".encode("euc_jp"))


def test_a_damaged_byte_does_not_turn_utf_8_into_other_characters() -> None:
    damaged = bytearray("id\n一関市国際交流協会".encode())
    damaged[-2] = 0x41
    with pytest.raises(UndecodableError):
        decode(bytes(damaged))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp932"])
def test_a_table_in_the_encoding_of_a_town_hall_is_read(tables: Tables, encoding: str) -> None:
    text = tables.text("partners.csv").replace("¶", "par. ").replace("\n", "\r\n")
    assert tables.replace("partners.csv", text.encode(encoding)).read().problems == ()


def test_an_undecodable_table_names_the_file_and_the_byte_and_blames_no_other(tables: Tables) -> None:
    good = (tables.folder / "partners.csv").read_bytes()
    problem = tables.replace("partners.csv", good + b"x\xff\xff").only_problem()
    assert (problem.file, problem.code, problem.value) == ("partners.csv", "wrong_encoding", "0xFF")
    assert dict(problem.details) == {"position": str(len(good) + 1), "line": "4"}
