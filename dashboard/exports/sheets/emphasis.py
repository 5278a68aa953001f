"""How strongly a stop shows each thing: its selection, what is joined to it, and what its filters leave out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from dashboard.stories import Focus

Level = Literal["selected", "near", "plain", "faded", "out"]
_LINES: Mapping[Level, float] = {"faded": 0.16, "out": 0.09}
_AREAS: Mapping[Level, float] = {"faded": 0.4, "out": 0.25}


class Emphasis:
    """How strongly each entity and tie is shown, as on stage."""

    def __init__(self, focus: Focus) -> None:
        self.focus = focus

    @property
    def selected(self) -> str:
        """The id of what is selected; an empty string when nothing is."""
        return self.focus.selected

    def level(self, key: str) -> Level:
        """The level of an entity or tie by its id."""
        if key in self.focus.out:
            return "out"
        if key == self.selected:
            return "selected"
        if not self.selected:
            return "plain"
        return "near" if key in self.focus.near else "faded"

    def is_lit(self, key: str) -> bool:
        """Whether a stop speaks of something: it is named, the rest is its faint surroundings."""
        return self.level(key) not in ("faded", "out")

    def of_line(self, key: str) -> float:
        """The opacity of lines and marks."""
        return _LINES.get(self.level(key), 1.0)

    def of_area(self, key: str) -> float:
        """The opacity of filled areas, which are pale anyway."""
        return _AREAS.get(self.level(key), 1.0)
