"""The guide for those who present says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.i18n import Catalogue
from dashboard.stories.vocabulary import SETTINGS, SHOWS

GUIDE = (Path(__file__).parents[3] / "docs" / "present.md").read_text(encoding="utf-8")


def test_every_setting_of_a_stop_is_explained_and_no_other() -> None:
    table = GUIDE.partition("| setting | value |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE) == list(SETTINGS)
    assert all(f"`{show}`" in table for show in SHOWS)


def test_the_japanese_words_of_the_settings_are_those_that_are_understood(catalogue: Catalogue) -> None:
    texts = catalogue.texts("ja")
    for setting in SETTINGS:
        assert f"`{texts(f'stories-setting-{setting}')}`" in GUIDE
    assert f"`{texts('stories-notes-word')}：`" in GUIDE
