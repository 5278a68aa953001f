"""What was read can be written, and read again without loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.model import Dataset
from dashboard.tables import load_description, read_dataset, write_tables


@pytest.mark.parametrize("name", ["small", "content"])
def test_writing_and_reading_again_gives_the_same_records(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    dataset: Dataset = request.getfixturevalue(name)
    for file, text in write_tables(dataset).items():
        (tmp_path / file).write_bytes(text.encode())
    reading = read_dataset(tmp_path)
    assert reading.problems == ()
    assert reading.dataset == dataset


def test_an_empty_data_set_is_written_as_headers_only(tmp_path: Path) -> None:
    written = write_tables(Dataset())
    assert list(written) == [table.file_name for table in load_description().tables]
    assert all(text.count("\r\n") == 1 for text in written.values())
    for file, text in written.items():
        (tmp_path / file).write_text(text, encoding="utf-8", newline="")
    assert read_dataset(tmp_path).dataset == Dataset()


def test_a_further_language_is_written_as_a_further_column(small: Dataset) -> None:
    theme = small.themes[0].model_copy(update={"names": {"ja": "ことば", "en": "Language", "ko": "말"}})
    header = write_tables(small.model_copy(update={"themes": (theme,)}))["themes.csv"].splitlines()[0]
    assert header == "id,name_ja,name_en,name_ko,accent"
