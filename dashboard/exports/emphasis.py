"""How strongly a stop shows each thing: its selection, what is joined to it, and what its filters leave out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from dashboard.model import Dataset
from dashboard.stories import Focuser, Stop

Level = Literal["selected", "near", "plain", "faded", "out"]
OPACITY: Mapping[Level, float] = {"selected": 1.0, "near": 1.0, "plain": 1.0, "faded": 0.26, "out": 0.1}
"""How strongly lines and areas are drawn."""


class Emphasis:
    """How strongly each entity and tie is shown at a stop; an unknown selection counts as none."""

    def __init__(self, dataset: Dataset, stop: Stop) -> None:
        self._focus = Focuser(dataset).focus(stop)

    @property
    def selected(self) -> str:
        """The id of what is selected; an empty string when nothing is."""
        return self._focus.selected

    def level(self, key: str) -> Level:
        """The level of an entity or tie by its id."""
        if key in self._focus.out:
            return "out"
        if key == self.selected:
            return "selected"
        if not self.selected:
            return "plain"
        return "near" if key in self._focus.near else "faded"

    def opacity(self, key: str) -> float:
        """How strongly a line or area is drawn."""
        return OPACITY[self.level(key)]

    def stands_out(self, key: str) -> bool:
        """Whether something is selected or joined to what is."""
        return self.level(key) in ("selected", "near")
