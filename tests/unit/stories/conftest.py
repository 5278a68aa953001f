"""A folder with one good story in each language of the small tables, and ways to break it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from dashboard.stories import StoryProblemCode, StoryReading, read_stories

GOOD = """---
title: A story
summary: What it tells.
---

## The first stop
show: map

One sentence.

## The second stop

Another sentence.

Notes:
Say this.
"""


class Folder:
    """A folder of stories to be broken."""

    def __init__(self, path: Path, dataset: Dataset, catalogue: Catalogue) -> None:
        self.path = path
        self.dataset = dataset
        self.catalogue = catalogue
        for code in ("ja", "en"):
            self.write(GOOD, f"main.{code}.md")

    def write(self, text: str | bytes, name: str = "main.en.md") -> Folder:
        (self.path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def replace(self, old: str, new: str, name: str = "main.en.md") -> Folder:
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        return self.write(text.replace(old, new, 1), name)

    def read(self) -> StoryReading:
        return read_stories(self.path, self.dataset, self.catalogue)

    def problems(self) -> list[tuple[str, int | None, StoryProblemCode]]:
        return [(each.file, each.line, each.code) for each in self.read().problems]


@pytest.fixture
def folder(tmp_path: Path, small: Dataset, catalogue: Catalogue) -> Folder:
    return Folder(tmp_path, small, catalogue)
