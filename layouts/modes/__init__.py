"""Modes arrange panels, nothing more. A mode is a record here; everything else asks the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from layouts.context import Page
from layouts.fixed_parts import FixedParts
from layouts.modes.explore import explore
from layouts.wiring import Wiring


class Mode(NamedTuple):
    """A way of using the program. ``suffix`` is the last part of its address, below the language."""

    id: str
    suffix: str
    render: Callable[[Page, FixedParts, Wiring], str]


_ALL = (Mode("explore", "", explore),)

MODES: Mapping[str, Mode] = MappingProxyType({mode.id: mode for mode in _ALL})
"""Every mode by its id, which is also what ``<body data-mode>`` says."""
