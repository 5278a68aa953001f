"""``python -m dashboard validate`` checks the stories with the tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.commands import run
from dashboard.i18n import Texts
from tests.unit.conftest import SMALL
from tests.unit.stories.conftest import GOOD


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "tables")
    (tmp_path / "stories").mkdir()
    for code in ("ja", "en"):
        (tmp_path / "stories" / f"main.{code}.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_good_stories_beside_good_tables_are_called_good(
    project: Path, texts: Texts, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["validate", str(project / "tables"), "--lang", texts.language.code], {}) == 0
    assert texts("stories-report-fine", stories=2, stops=4) in capsys.readouterr().out


def test_a_bad_story_is_reported_with_its_line_and_the_status_says_so(
    project: Path, texts: Texts, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "stories" / "main.en.md").write_text(GOOD.replace("show: map", "show: film"), encoding="utf-8")
    assert run(["validate", str(project / "tables"), "--lang", texts.language.code], {}) == 1
    printed = capsys.readouterr().out
    assert texts("stories-report-line", line="7") in printed
    assert "film" in printed


def test_the_folder_of_the_stories_can_be_set(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = project / "elsewhere"
    (project / "stories").rename(elsewhere)
    settings = {"KAKEHASHI_TABLES": str(project / "tables"), "KAKEHASHI_STORIES": str(elsewhere)}
    assert run(["validate", "--lang", "en"], settings) == 0
    assert "stops" in capsys.readouterr().out


def test_a_story_in_one_language_is_a_hint_and_no_failure(
    project: Path, texts: Texts, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "stories" / "main.ja.md").unlink()
    assert run(["validate", str(project / "tables"), "--lang", texts.language.code], {}) == 0
    printed = capsys.readouterr().out
    assert "main.ja.md" in printed
    assert texts("stories-report-warnings", problems=1, files=1) in printed
    assert texts("stories-report-fine", stories=1, stops=2) in printed
