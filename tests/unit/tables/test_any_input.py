"""No bytes that somebody may put in place of a table stop the program."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.i18n import load_catalogue
from dashboard.tables import load_description, read_dataset, write_report
from tests.unit.conftest import SMALL

TABLES = [table.name for table in load_description().tables]
TEXTS = load_catalogue().texts("ja")
WORDS = st.sampled_from(
    [
        "ishikawa",
        "nepal",
        "leaflet",
        "leaflet;report",
        "ja",
        "JP",
        "136.6",
        "0",
        "area",
        "support",
        "runs",
        "2020/2/2",
        "",
    ]
)
CELL = st.one_of(WORDS, st.text(max_size=8), st.floats().map(str))


def _hold_against(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "tables"
        shutil.copytree(SMALL, folder)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        reading = read_dataset(folder)
    assert (reading.dataset is None) == bool(reading.problems)
    write_report(reading.problems, TEXTS)


@given(st.sampled_from(TABLES), st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_problems_or_a_data_set(table: str, content: bytes) -> None:
    _hold_against({f"{table}.csv": content})


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_rows_under_the_right_header_give_problems_or_a_data_set(data: st.DataObject) -> None:
    table = load_description().table[data.draw(st.sampled_from(TABLES))]
    headers = table.headers(("ja", "en"))
    rows = data.draw(st.lists(st.lists(CELL, max_size=len(headers) + 1), max_size=4))
    lines = [",".join(headers), *(",".join(row) for row in rows)]
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    _hold_against({table.file_name: "\n".join(lines).encode(encoding, "surrogatepass")})


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_header_over_good_rows_gives_problems_or_a_data_set(data: st.DataObject) -> None:
    table = load_description().table[data.draw(st.sampled_from(TABLES))]
    known = st.sampled_from(table.headers(("ja", "en")))
    headers = data.draw(st.lists(st.one_of(known, st.text(max_size=6)), max_size=10))
    body = (SMALL / table.file_name).read_text(encoding="utf-8").partition("\n")[2]
    _hold_against({table.file_name: f"{','.join(headers)}\n{body}".encode("utf-8", "surrogatepass")})
