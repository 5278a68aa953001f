"""The guide for those who present says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.i18n import Catalogue
from dashboard.stories.vocabulary import SETTINGS, SHOWS
from tests.unit.stories.conftest import Folder

DOCS = Path(__file__).parents[3] / "docs"
GUIDE = (DOCS / "present.md").read_text(encoding="utf-8")
JAPANESE = (DOCS / "present.ja.md").read_text(encoding="utf-8")


def _first_cells(guide: str, head: str) -> list[str]:
    table = guide.partition(head)[2].partition("\n\n")[0]
    return [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]


def test_every_setting_of_a_stop_is_explained_and_no_other() -> None:
    assert _first_cells(GUIDE, "| setting | value |") == [f"`{setting}`" for setting in SETTINGS]
    assert all(f"`{show}`" in GUIDE for show in SHOWS)


def test_the_japanese_words_of_the_settings_are_those_that_are_understood(catalogue: Catalogue) -> None:
    texts = catalogue.texts("ja")
    words = [f"`{texts(f'stories-setting-{setting}')}`" for setting in SETTINGS]
    assert all(word in GUIDE for word in words)
    assert f"`{texts('stories-notes-word')}：`" in GUIDE
    assert _first_cells(JAPANESE, "| 設定 | 値 |") == words
    assert all(f"`{texts(f'stories-show-{show}')}`" in JAPANESE for show in SHOWS)
    assert all(f"`{setting}`" in JAPANESE for setting in SETTINGS)


def test_the_japanese_guide_explains_the_same_keys() -> None:
    def signs(cell: str) -> list[str]:
        return re.findall(r"Page Up|Page Down|Shift\+Space|Space|Home|End|Enter|Esc|F5|[A-Z→↓←↑.?]", cell)

    keys = [signs(cell) for cell in _first_cells(GUIDE, "| keys |")]
    assert keys == [signs(cell) for cell in _first_cells(JAPANESE, "| キー |")]
    assert len(keys) > 5


def test_the_example_of_a_story_in_the_japanese_guide_is_in_order(folder: Folder) -> None:
    example = JAPANESE.partition("```markdown\n")[2].partition("```")[0]
    folder.write(example, "example.ja.md")
    assert [each for each in folder.problems() if each[0] == "example.ja.md"] == []
    assert folder.read().find("example", "ja") is not None
