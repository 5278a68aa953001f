"""Tables are read as spreadsheets write them; what would be guesswork is refused with its place."""

from __future__ import annotations

import pytest

from dashboard.tables.encodings import UndecodableError, decode
from tests.unit.conftest import Tables

TEXT = "id,name_ja\nplaza,なのはなプラザ　４階～\n"


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
    assert dict(problem.details)["position"] == str(len(good) + 1)
