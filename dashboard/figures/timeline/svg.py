"""The timeline as SVG: an axis of years with dots. The list below it says the same in words."""

from __future__ import annotations

import htpy as h
from markupsafe import Markup

from dashboard.figures.timeline.view import TimelineDot, TimelineTick, TimelineView

_ROW_PX = 13
_AXIS_PX = 26


def paint_timeline(view: TimelineView) -> Markup:
    """The picture; nothing for an empty view. Positions along the axis are percentages, so that it fits any width."""
    if not view.dots:
        return Markup()
    height = view.rows * _ROW_PX + _AXIS_PX + 8
    base = height - _AXIS_PX
    picture = h.svg(".timeline-picture", width="100%", height=str(height), aria_hidden="true", focusable="false")[
        h.line(".axis", x1="1%", x2="99%", y1=str(base), y2=str(base)),
        (_paint_tick(tick, base) for tick in view.ticks),
        (_paint_dot(dot, base) for dot in view.dots),
    ]
    return Markup(str(picture))  # noqa: S704 - htpy has escaped what it renders


def _across(x: float) -> str:
    return f"{1 + x * 98:.2f}%"


def _paint_tick(tick: TimelineTick, base: int) -> h.Fragment:
    x = _across(tick.x)
    return h.fragment[
        h.line(".tick", x1=x, x2=x, y1=str(base), y2=str(base + 5)),
        h.text(".year", x=x, y=str(base + 20), text_anchor="middle")[str(tick.year)],
    ]


def _paint_dot(dot: TimelineDot, base: int) -> h.Element:
    y = str(base - 8 - dot.row * _ROW_PX)
    attributes = {"data-mark": dot.about, "data-later": "" if dot.later else None}
    return h.g(".dated.is-later" if dot.later else ".dated", attributes)[
        h.line(".span", x1=_across(dot.x), x2=_across(dot.end_x), y1=y, y2=y) if dot.end_x else None,
        h.circle(cx=_across(dot.x), cy=y, r="4.5"),
    ]
