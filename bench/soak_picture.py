"""The curves of a soak run as SVG: one strip a curve, time to the right, from nothing to the most at the top."""

from __future__ import annotations

import htpy as h

from bench.soak_records import CURVES, Curve, Soak

_WIDTH, _STRIP, _LEFT, _TOP = 760, 110, 150, 34


def draw_curves(soak: Soak) -> str:
    """An SVG document with its own colours, light and dark."""
    height = _TOP + _STRIP * len(CURVES) + 30
    last = soak.samples[-1]
    title = f"{last.seconds / 60:.0f} min, {soak.visits} visitors, {last.taps} taps, {last.selections} selections"
    return str(
        h.svg(xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_WIDTH} {height}", role="img", aria_label=title)[
            h.style[_STYLE],
            h.rect(".paper", width=str(_WIDTH), height=str(height)),
            h.text(".title", x="16", y="22")[title],
            (_draw_strip(soak, curve, _TOP + _STRIP * place) for place, curve in enumerate(CURVES)),
            _draw_hours(soak, height),
        ]
    )


_STYLE = """
text { font: 13px sans-serif; fill: #1f1b16 } .title { font-weight: bold } .small { font-size: 11px; fill: #5c5449 }
.paper { fill: #fbf9f4 } .line { fill: none; stroke: #1b4b7a; stroke-width: 1.5 } .ground { stroke: #b9af9c }
.third { fill: #f3efe5 }
"""


def _draw_strip(soak: Soak, curve: Curve, top: float) -> h.Element:
    values = [curve.value(sample) for sample in soak.samples]
    most = max(values) * 1.08 or 1.0
    floor = top + _STRIP - 18
    scale_x, scale_y = (_WIDTH - _LEFT - 20) / soak.samples[-1].seconds, (_STRIP - 28) / most
    points = " ".join(
        f"{_LEFT + sample.seconds * scale_x:.1f},{floor - value * scale_y:.1f}"
        for sample, value in zip(soak.samples, values, strict=True)
    )
    return h.g[
        h.rect(
            ".third", x=str(_LEFT), y=f"{top:.1f}", width=f"{(_WIDTH - _LEFT - 20) / 3:.1f}", height=str(_STRIP - 18)
        ),
        h.line(".ground", x1=str(_LEFT), x2=str(_WIDTH - 20), y1=f"{floor:.1f}", y2=f"{floor:.1f}"),
        h.polyline(".line", points=points),
        h.text(x="16", y=f"{top + 40:.1f}")[f"{curve.name} {curve.unit}".strip()],
        h.text(".small", x="16", y=f"{top + 58:.1f}")[f"{values[0]:,.1f} → {values[-1]:,.1f}"],
    ]


def _draw_hours(soak: Soak, height: float) -> h.Element:
    minutes = soak.samples[-1].seconds / 60
    return h.g[
        (
            h.text(
                ".small", x=f"{_LEFT + (_WIDTH - _LEFT - 20) * share:.0f}", y=f"{height - 12:.0f}", text_anchor="middle"
            )[f"{minutes * share:.0f} min"]
            for share in (0, 1 / 3, 2 / 3, 1)
        )
    ]
