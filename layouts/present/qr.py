"""A QR code as an SVG that scales with what holds it; drawn here, without any service."""

from __future__ import annotations

import htpy as h
import segno


def qr_code(address: str, label: str) -> h.Element:
    """The QR code of an address, dark on light in every appearance, with its quiet zone; ``label`` says what it is."""
    code = segno.make(address, error="m", micro=False)
    size = code.symbol_size(border=4)[0]
    return h.svg(".qr", viewBox=f"0 0 {size} {size}", role="img", aria_label=label, shape_rendering="crispEdges")[
        h.rect(width=str(size), height=str(size), fill="#fff"), h.path(d=_trace(code), fill="#000")
    ]


def _trace(code: segno.QRCode) -> str:
    """Runs of dark modules as rectangles one unit high."""
    path: list[str] = []
    for row, modules in enumerate(code.matrix_iter(border=4)):
        start: int | None = None
        for column, dark in enumerate([*map(bool, modules), False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.append(f"M{start} {row}h{column - start}v1h-{column - start}z")
                start = None
    return "".join(path)
