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


TABLE = "ties"
"""The table of the figures page."""


def chart_id(key: str) -> str:
    """The id of a chart of the figures page, which is also the name of its place."""
    return f"chart-{key}"
