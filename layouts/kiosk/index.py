"""The way to a name without a keyboard: large letters, each of which leaves only what begins with it in the list."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import htpy as h

from dashboard.initials import find_initial, order_initials
from dashboard.model import Entity
from layouts.context import Page

_LONGEST_ROW = 13
"""Keys that fit side by side on the narrowest screen; where fewer do, the style sheet makes more rows."""


def group_by_initial(page: Page) -> Mapping[str, Sequence[str]]:
    """Ids of entities by the letter under which they are found, in the order of the letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for entity in page.dataset.entities:
        found[find_initial(_reading(page, entity), page.language.code)].append(entity.id)
    return {initial: found[initial] for initial in order_initials(set(found), page.language.code)}


def _reading(page: Page, entity: Entity) -> str:
    is_japanese = page.language.code.partition("-")[0] == "ja"
    return (entity.reading if is_japanese else None) or page.name(entity.id)


def initials_bar(page: Page) -> h.Element:
    """One large button a letter, and one for everything, in rows of equal length."""
    initials = tuple(group_by_initial(page))
    columns, first = arrange_keys(len(initials))
    style = f"--columns:{columns};--first:{first}"
    return h.div("#initials.initials", role="group", aria_label=page.texts("kiosk-initials"), style=style)[
        h.button(".key", type="button", data_initial="", aria_pressed="true")[page.texts("kiosk-initials-all")],
        (h.button(".key", type="button", data_initial=initial, aria_pressed="false")[initial] for initial in initials),
    ]


def arrange_keys(letters: int) -> tuple[int, int]:
    """How many cells a row has, and how many of them the first key fills, two at least: no cell stays empty."""
    cells = letters + 2
    rows = math.ceil(cells / _LONGEST_ROW)
    columns = math.ceil(cells / rows)
    return columns, rows * columns - letters
