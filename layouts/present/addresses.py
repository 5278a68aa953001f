"""Where the pages of a story lie, and the address of a stop. ``assets/js/present/deck.js`` reads the query."""

from __future__ import annotations

from typing import Literal

from dashboard.stories import AUTOMATIC
from layouts.context import Page

Part = Literal["stage", "notes", "print"]
PARTS: tuple[Part, ...] = ("stage", "notes", "print")


def suffix_of(story: str, part: Part = "stage") -> str:
    """The address of a page of a story, below the language; the main story is on the stage that bears no name."""
    if part == "stage":
        return "present" if story == AUTOMATIC else f"present/{story}"
    return f"present/{story}/{part}"


def stop_document(page: Page, story: str, number: int) -> str:
    """A stop on stage, as `Page.address` takes it; stops are numbered from 1."""
    return f"/{page.language.code}/{suffix_of(story)}?stop={number}"
