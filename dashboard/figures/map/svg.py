"""The map as HTML and SVG: a picture without text, labels as links laid over it, a lens, a legend.

Everything is named by classes and ``data-mark``; colours, line patterns and sizes
are the style sheet's (``assets/css/map.css``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import htpy as h
import numpy as np
from markupsafe import Markup

from dashboard.figures.map.land import trace_area, trace_land
from dashboard.figures.map.records import (
    LabelSpot,
    LegendLine,
    LonLat,
    MapArea,
    MapBase,
    MapCourse,
    MapCurve,
    MapFrame,
    MapLabel,
    MapLens,
    MapMarker,
    MapView,
)
from dashboard.figures.palette import hue_class, turn_ends
from dashboard.i18n import Texts
from dashboard.model import ShownAs

Link = Callable[[str], str]

_GRID = 2  # steps of the land's outlines a unit
_LENS_REACH = 60.0  # units around the lens's frame in which curves are still drawn


def select_link(key: str) -> str:
    """The plain address that selects an entity or a tie."""
    return f"?select={key}"


def frame_style(frame: MapFrame) -> str:
    """The style attribute of a stage: the size of the frame, from which the style sheet works out all positions."""
    return f"--frame-w:{_number(frame.width)};--frame-h:{_number(frame.height)}"


def paint_map(view: MapView) -> Markup:
    """The picture of the map as an SVG without text; on an empty view it is the land alone."""
    window = h.rect(".window", **_box(view.lens.window)) if view.lens else None
    return _markup(
        _picture(view.frame)[
            _paint_land(view.frame, view.base),
            h.g(".areas")[(_paint_area(area, view.frame, "areas") for area in view.areas)],
            window,
            h.g(".curves")[(_paint_curve(curve, view.frame) for curve in view.curves)],
            h.g(".markers")[(_paint_marker(marker) for marker in view.markers)],
        ]
    )


def paint_lens(view: MapView, texts: Texts, *, link: Link = select_link) -> Markup:
    """The enlarged surroundings of the homes with their labels; empty when the view has no lens."""
    lens = view.lens
    if lens is None:
        return Markup()
    return _markup(
        h.div(
            f".lens.at-{lens.corner}",
            style=f"--lens-ratio:{lens.frame.width / lens.frame.height:.3f}",
            role="group",
            aria_label=texts("map-lens"),
        )[
            h.div(".lens-view", style=frame_style(lens.frame))[
                _picture(lens.frame)[
                    _paint_land(lens.frame, lens.base),
                    h.g(".outlines")[(_paint_outline(area, lens) for area in lens.outlines)],
                    h.g(".areas")[(_paint_area(area, lens.frame, lens.base.layer) for area in lens.areas)],
                    h.g(".curves")[(_paint_curve(curve, lens.frame, within=True) for curve in view.curves)],
                    h.g(".markers")[(_paint_marker(marker) for marker in lens.markers)],
                ],
                (_paint_label(label, link, in_lens=True) for label in lens.labels),
            ]
        ]
    )


def paint_course(course: MapCourse) -> Markup:
    """A river's course on the land around it, with its name below."""
    line = "".join(_line(piece) for piece in course.frame.place_line(course.points))
    return _markup(
        h.figure(
            class_=f"course{hue_class(course.hue)}",
            style=frame_style(course.frame),
            data_mark=course.id,
            **_later(course.later),
        )[
            _picture(course.frame)[_paint_land(course.frame, course.base), h.path(".river", d=line)],
            h.figcaption[course.name],
        ]
    )


def paint_labels(view: MapView, *, link: Link = select_link) -> Markup:
    """The names as links, placed by the style sheet; empty for an empty view."""
    return _markup(h.fragment[(_paint_label(label, link) for label in view.labels)])


def paint_legend(view: MapView, texts: Texts) -> Markup:
    """The legend as a list with a small picture for each line; empty for an empty view."""
    if not view.legend:
        return Markup()
    return _markup(
        h.ul(".map-legend", aria_label=texts("map-legend"))[
            (h.li(f".for-{line.mark}")[_paint_sign(line), h.span[line.text]] for line in view.legend)
        ]
    )


def _markup(element: h.Renderable) -> Markup:
    return Markup(str(element))  # noqa: S704 - htpy has escaped what it renders


def _later(later: bool) -> dict[str, bool]:
    return {"data-later": later}


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _box(window: tuple[float, float, float, float]) -> dict[str, str]:
    names = ("x", "y", "width", "height")
    return {name: _number(value) for name, value in zip(names, window, strict=True)}


def _picture(frame: MapFrame) -> h.Element:
    return h.svg(
        ".picture",
        viewBox=f"0 0 {_number(frame.width)} {_number(frame.height)}",
        preserveAspectRatio="xMidYMin meet",
        aria_hidden="true",
        focusable="false",
    )


def _paint_land(frame: MapFrame, base: MapBase) -> h.Element:
    paths = trace_land(frame, base, grid=_GRID)
    return h.g(".base", transform=f"scale({1 / paths.grid:g})")[
        h.path(".land", d=paths.land),
        h.path(".undetermined", d=paths.undetermined) if paths.undetermined else None,
        h.path(".borders", d=paths.borders) if paths.borders else None,
    ]


def _paint_outline(area: str, lens: MapLens) -> h.Element:
    path = trace_area(area, lens.frame, lens.base.layer, grid=_GRID)
    return h.path(".outline", d=path, transform=f"scale({1 / _GRID:g})")


def _paint_area(area: MapArea, frame: MapFrame, layer: str) -> h.Element | None:
    path = trace_area(area.area, frame, layer, grid=_GRID)
    if not path:
        return None
    return h.path(
        class_=area.classes,
        d=path,
        transform=f"scale({1 / _GRID:g})",
        **{"data-mark": area.id},
        **_later(area.later),
    )


def _paint_curve(curve: MapCurve, frame: MapFrame, *, within: bool = False) -> h.Element | None:
    """A group of one line, and for a double line the light line inside it."""
    points = _near_part(curve.points, frame) if within else curve.points
    if len(points) < 2:
        return None
    path = "".join(_line(piece) for piece in frame.place_line(points))
    return h.g(
        class_=curve.classes,
        **{"data-mark": curve.id, "data-ends": " ".join(curve.ends), "data-home": curve.home},
        **_later(curve.later),
    )[
        h.path(".line", d=path),
        h.path(".core", d=path) if curve.line.core else None,
    ]


def _near_part(points: Sequence[LonLat], frame: MapFrame) -> list[LonLat]:
    """The points of a curve from its start until it has left the frame."""
    placed = frame.place(points)
    low, high = -_LENS_REACH, np.array([frame.width, frame.height]) + _LENS_REACH
    inside = np.all((placed > low) & (placed < high), axis=1)
    if not inside[0]:
        return []
    last = len(points) if inside.all() else int(np.argmin(inside)) + 1
    return list(points[:last])


def _line(placed: Iterable[Sequence[float]]) -> str:
    """Path data in tenths of a unit, each point relative to the one before."""
    tenths = np.rint(np.asarray(placed, dtype=float) * 10).astype(int)
    steps = np.diff(tenths, axis=0)
    moves = " ".join(f"{_number(x / 10)} {_number(y / 10)}" for x, y in steps)
    return f"M{_number(tenths[0][0] / 10)} {_number(tenths[0][1] / 10)}l{moves}"


def _paint_marker(marker: MapMarker) -> h.Element:
    """Marks of constant size: a line without length has ends as large as its width, whatever the scale; their form is
    the hue's."""
    here = f"M{_number(marker.x)} {_number(marker.y)}{turn_ends(marker.hue)}"
    is_ring = marker.role == "partner" and marker.shown_as == ShownAs.SEAT
    return h.g(class_=marker.classes, **{"data-mark": marker.id}, **_later(marker.later))[
        h.path(".halo", d=here),
        h.path(".disc", d=here),
        h.path(".hole", d=here) if is_ring else None,
        h.path(".pip", d=here) if is_ring else None,
    ]


def _paint_label(label: MapLabel, link: Link, *, in_lens: bool = False) -> h.Element:
    classes, style = _spot_classes(label.wide), f"--wx:{_number(label.wide.dx)};--wy:{_number(label.wide.dy)}"
    if not in_lens and label.narrow:
        classes += [f"narrow-{name}" for name in _spot_classes(label.narrow)]
        style += f";--nx:{_number(label.narrow.dx)};--ny:{_number(label.narrow.dy)}"
    elif not in_lens:
        classes.append("narrow-in-lens")
    return h.a(
        class_=f"label is-{label.role}{hue_class(label.hue)} {' '.join(classes)}",
        href=link(label.id),
        style=f"--x:{_number(label.x)};--y:{_number(label.y)};{style}",
        **{"data-mark": label.id, "data-select": label.id},
        **_later(label.later),
    )[
        h.span(".name")[_lines(label.lines)],
        h.span(".country")[label.country] if label.country else None,
    ]


def _spot_classes(spot: LabelSpot) -> list[str]:
    classes = [f"at-{spot.anchor}"]
    if spot.has_leader:
        classes.append("led")
    if spot.crowded:
        classes.append("crowded")
    return classes


def _lines(lines: Iterable[str]) -> h.Node:
    return [(h.br if place else None, line) for place, line in enumerate(lines)]


def _paint_sign(line: LegendLine) -> h.Element:
    return h.svg(".sign", viewBox="0 0 36 16", aria_hidden="true", focusable="false")[_SIGNS[line.mark](line)]


def _sign_of_home(line: LegendLine) -> h.Node:
    hue = hue_class(line.hue)
    end = h.g(class_=f"marker is-home{hue}")[h.path(".disc", d=f"M29 8{turn_ends(line.hue)}")]
    return h.g(class_=f"curve{hue}")[h.path(".line", d="M2 8h27"), end]


def _sign_of_tie(line: LegendLine) -> h.Node:
    if line.line is None:
        return None
    return h.g(class_=f"curve {line.line.css}")[
        h.path(".line", d="M2 8h32"), h.path(".core", d="M2 8h32") if line.line.core else None
    ]


def _sign_of_area(_: LegendLine) -> h.Node:
    return h.path(".area", d="M9 3l9-1 9 3-2 7-10 2-7-4z")


def _sign_of_outline(_: LegendLine) -> h.Node:
    return h.path(".outline", d="M9 3l9-1 9 3-2 7-10 2-7-4z")


def _sign_of_undetermined(_: LegendLine) -> h.Node:
    return h.path(".undetermined", d="M9 3l9-1 9 3-2 7-10 2-7-4z")


def _sign_of_seat(_: LegendLine) -> h.Node:
    return h.g(".marker.is-partner.by-seat")[
        h.path(".disc", d="M18 8h0"), h.path(".hole", d="M18 8h0"), h.path(".pip", d="M18 8h0")
    ]


_SIGNS: Mapping[str, Callable[[LegendLine], h.Node]] = {
    "home": _sign_of_home,
    "tie": _sign_of_tie,
    "area": _sign_of_area,
    "seat": _sign_of_seat,
    "outline": _sign_of_outline,
    "undetermined": _sign_of_undetermined,
}
