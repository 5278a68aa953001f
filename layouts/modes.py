"""Modes arrange panels, nothing more. A mode is a record here; everything else asks the registry."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dashboard.stories import Story
from layouts.context import Page
from layouts.explore.page import explore
from layouts.fixed_parts import FixedParts
from layouts.kiosk.page import kiosk
from layouts.present.page import present, read_address
from layouts.wiring import Wiring


class Mode(NamedTuple):
    """A way of using the program.

    ``suffix`` is the last part of its address, below the language; in a ``closed`` mode nothing leads out of it.
    ``read`` takes what the mode alone understands out of a query: from the query, the stories in the page's
    language and the ids that may be selected; the page is kept by it and finds it in its wiring.
    """

    id: str
    suffix: str
    render: Callable[[Page, FixedParts, Wiring], str]
    closed: bool = False
    read: Callable[[str, Sequence[Story], Container[str]], Hashable] = lambda query, stories, selectable: None  # noqa: ARG005 - nothing of its own


_ALL = (
    Mode("explore", "", explore),
    Mode("kiosk", "kiosk", kiosk, closed=True),
    Mode("present", "present", present, read=read_address),
)

MODES: Mapping[str, Mode] = MappingProxyType({mode.id: mode for mode in _ALL})
"""Every mode by its id, which is also what ``<body data-mode>`` says."""
