"""The selected thing for the visitor's own phone: a QR code, drawn from dots that the page already holds."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import lru_cache

import htpy as h
import segno

from dashboard.kept import kept
from layouts.context import Page


def qr_panel(page: Page) -> h.Node:
    """The code, which a touch enlarges so that a phone reads it from a metre; nothing without a public address."""
    if not page.public_url:
        return None
    return h.button("#qr.qr", type="button", data_action="enlarge-code", aria_pressed="false")[
        h.svg(".qr-dots", viewBox="0 0 1 1", role="img", aria_label=page.texts("kiosk-qr"))[h.path()],
        h.span[page.texts("kiosk-qr-how")],
    ]


def compute_codes(page: Page) -> Mapping[str, str]:
    """The dots of the code of every card, and under the empty key that of the first view; empty without an address."""
    if not page.public_url:
        return {}
    base = page.absolute(f"/{page.language.code}/")
    keys = [*page.dataset.entity, *(tie.id for tie in page.dataset.exchange_ties)]
    return {"": encode_dots(base), **{key: encode_dots(f"{base}?select={key}") for key in keys}}


@lru_cache(maxsize=4096)
@kept
def encode_dots(address: str) -> str:
    """A QR code as ``<side>:<base64>``: its dots row by row, eight a byte, the first in the highest bit, 1 for dark."""
    rows = segno.make_qr(address, error="m").matrix
    bits = "".join(str(bit) for row in rows for bit in row)
    padded = bits.ljust(-(-len(bits) // 8) * 8, "0")
    packed = bytes(int(padded[at : at + 8], 2) for at in range(0, len(padded), 8))
    return f"{len(rows)}:{base64.b64encode(packed).decode()}"
