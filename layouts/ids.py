"""Ids of the components that callbacks and bindings speak of. No other file holds one as a literal."""

from __future__ import annotations

from enum import StrEnum

VIEW = "view"
"""The page's state, on every page that has components of Dash."""


class Controls(StrEnum):
    """The Mantine controls of the explorer."""

    PROVIDER = "controls-provider"
    TIE = "filter-tie"
    THEME = "filter-theme"
