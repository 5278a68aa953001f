"""What a touch does, for whoever stands before the screen for the first time."""

from __future__ import annotations

import htpy as h

from layouts.context import Page
from layouts.kiosk.bar import icon


def touch_guide(page: Page) -> h.Element:
    """Three ways on from the welcome, each with the sign of the keys that it speaks of."""
    text = page.texts
    signs: tuple[tuple[str, h.Node], ...] = (
        ("kiosk-how-letters", text("kiosk-large-sign")),
        ("kiosk-how-arrows", icon("down")),
        ("kiosk-how-views", icon("network")),
    )
    return h.ul(".welcome-touch")[(h.li[h.span(".sign", aria_hidden="true")[sign], text(key)] for key, sign in signs)]
