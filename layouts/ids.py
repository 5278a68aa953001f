"""Ids of the components that callbacks and bindings speak of. No other file holds one as a literal."""

from __future__ import annotations

from enum import StrEnum


class Controls(StrEnum):
    """The Mantine controls of the explorer."""

    PROVIDER = "controls-provider"
    HOME = "filter-home"
    TIE = "filter-tie"
    THEME = "filter-theme"
    LATER = "filter-later"
    CLEAR = "filters-clear"
    SHARE = "share"
