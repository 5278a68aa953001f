"""Tables and stories read together into an edition."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from dashboard.editions import Content, ContentReader, Edition
from dashboard.i18n import Catalogue
from dashboard.settings import ROOT
from tests.unit.stories.conftest import GOOD

PROGRAM = b"program"
SMALL = ROOT / "tests" / "data" / "tables" / "small"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Small tables and one story in each language, which a test may spoil."""
    shutil.copytree(SMALL, tmp_path / "tables")
    (tmp_path / "stories").mkdir()
    content = Content(tmp_path / "tables", tmp_path / "stories", tmp_path / "state" / "last-good-tables")
    for code in ("ja", "en"):
        write(content, GOOD, f"main.{code}.md")
    return content


def write(content: Content, text: str, name: str) -> None:
    (content.stories / name).write_text(text, encoding="utf-8")


def look(content: Content, catalogue: Catalogue, before: Edition | None = None) -> Edition:
    found = ContentReader(content, catalogue, PROGRAM).look(before).edition
    assert found is not None
    return found


def titles(edition: Edition, language: str = "en") -> list[str]:
    return [story.title for story in edition.stories_in(language)]


def test_the_same_files_give_the_same_name_after_a_restart(content: Content, catalogue: Catalogue) -> None:
    assert look(content, catalogue).name == look(content, catalogue).name


@pytest.mark.parametrize("changed", ["a table", "a story", "the program", "the day"])
def test_whatever_documents_depend_on_gives_another_name(content: Content, catalogue: Catalogue, changed: str) -> None:
    before = look(content, catalogue).name
    program = b"newer program" if changed == "the program" else PROGRAM
    if changed == "a table":
        path = content.tables / "homes.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("石川県", "石川の県"), encoding="utf-8")
    if changed == "a story":
        write(content, GOOD.replace("A story", "Another story"), "main.en.md")
    if changed == "the day":
        os.utime(content.tables / "homes.csv", (4e9, 4e9))
    after = ContentReader(content, catalogue, program).look().edition
    assert after is not None
    assert after.name != before


def test_a_story_that_has_become_bad_stays_as_it_last_was_and_is_told(content: Content, catalogue: Catalogue) -> None:
    before = look(content, catalogue)
    write(content, "nonsense", "main.en.md")
    found = ContentReader(content, catalogue, PROGRAM).look(before)
    assert found.edition is not None
    assert titles(found.edition) == ["A story"]
    assert {problem.file for problem in found.story_problems} == {"main.en.md"}


def test_where_no_file_is_good_the_story_is_made_from_the_data(content: Content, catalogue: Catalogue) -> None:
    write(content, "nonsense", "main.en.md")
    edition = look(content, catalogue)
    assert titles(edition) == [catalogue.texts("en")("stories-auto-title")]
    assert titles(edition, "ja") == ["A story"]


def test_further_stories_stand_after_the_main_one(content: Content, catalogue: Catalogue) -> None:
    for code in ("ja", "en"):
        write(content, GOOD.replace("A story", "An aside"), f"aside.{code}.md")
    assert titles(look(content, catalogue)) == ["A story", "An aside"]


def test_bad_tables_give_no_edition_and_all_their_problems(content: Content, catalogue: Catalogue) -> None:
    (content.tables / "ties.csv").write_text("no columns at all\n", encoding="utf-8")
    found = ContentReader(content, catalogue, PROGRAM).look()
    assert found.edition is None
    assert {problem.file for problem in found.problems} == {"ties.csv"}


def test_the_last_good_tables_come_back_and_where_there_are_none_nothing_does(
    content: Content, catalogue: Catalogue
) -> None:
    reader = ContentReader(content, catalogue, PROGRAM)
    empty = reader.look_back().edition
    assert empty is not None and not empty.dataset.entities
    content.keep_good()
    (content.tables / "ties.csv").write_text("no columns at all\n", encoding="utf-8")
    kept = reader.look_back().edition
    assert kept is not None and kept.dataset.entities


def test_a_disk_that_cannot_be_written_costs_the_copy_and_nothing_else(content: Content, catalogue: Catalogue) -> None:
    content.last_good.parent.write_text("a file where a folder should be", encoding="utf-8")
    content.keep_good()
    assert look(content, catalogue).dataset.entities


def test_the_stamp_changes_with_a_table_or_a_story_and_with_nothing_else(content: Content) -> None:
    before = content.stamp()
    (content.tables / "~$homes.txt").write_text("a spreadsheet's lock", encoding="utf-8")
    assert content.stamp() == before
    write(content, GOOD + "\n", "main.en.md")
    assert content.stamp() != before
