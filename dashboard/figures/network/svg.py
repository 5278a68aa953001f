"""The network as HTML and SVG: a picture without text, names as links laid over it, callouts, a legend.

The picture is one SVG without a view box, so that marks stand at percentages and keep
their size in pixels; lines lie in an inner SVG that stretches with the stage. Colours
and states are the style sheet's (``assets/css/network.css``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

import htpy as h
from markupsafe import Markup

from dashboard.figures.accents import ACCENTS, FORMS, Accent, accent_token
from dashboard.figures.network.paths import Curve, Path, Point
from dashboard.figures.network.records import (
    Callout,
    CalloutLine,
    ColumnHeading,
    Gap,
    HomeBar,
    LegendEntry,
    NetworkEdge,
    NetworkNode,
    NetworkView,
    RailLabel,
    Role,
    TieLabel,
)
from dashboard.figures.palette import hue_class, turn_ends
from dashboard.i18n import Texts
from dashboard.model import EntityKind

Link = Callable[[str], str]

_UNITS = 1000  # of the inner view box, along both sides
_ACTIVITY = 3.4  # radius; its outline is as thick where it is filled
_SHAPES: Mapping[str, h.Node] = {
    "home": h.path(d="M-1.5-7.5v15M3-7.5v15"),
    "organisation": [h.path(d="M0-6.6 5.7-3.3V3.3L0 6.6-5.7 3.3V-3.3Z"), h.circle(".dot", r="2.4")],
    "partner": [h.circle(r="6.2"), h.circle(".pip", r="2.9")],
    "activity": h.circle(r=str(_ACTIVITY)),
    "venue": h.path(d="M-3.4-3.4H3.4V3.4H-3.4Z"),
    "river": h.path(d="M-6-2.2q1.5-2.6 3 0t3 0 3 0 3 0M-6 2.4q1.5-2.6 3 0t3 0 3 0 3 0"),
    "country": h.path(d="M-4.5 6.5v-13M-4.5-6h9l-2.6 3 2.6 3h-9"),
}
LAYERS: tuple[Role, ...] = ("part", "band", "bracket", "behalf", "runs", "link", "exchange")
"""Roles of edges from the lowest to the topmost, the same in every painter."""


def select_link(key: str) -> str:
    """The plain address that selects an entity or a tie."""
    return f"?select={key}"


def paint_shapes() -> Markup:
    """The symbols ``#shape-<name>`` of every kind of mark, around 0,0 within 16 pixels; once on a page.

    Activities have the form of their theme, ``#theme-<accent>``.
    """
    return _markup(
        h.svg(".shapes", width="0", height="0", aria_hidden="true", focusable="false")[
            (h.symbol(id=f"shape-{name}", overflow="visible")[content] for name, content in _SHAPES.items()),
            h.defs[(h.path(id=accent.token, d=_trace_form(accent)) for accent in ACCENTS.values())],
        ]
    )


def use_shape(shape: str, accent: str | None = None) -> h.Element:
    """The symbol of a shape; of an activity the one of its theme's accent."""
    key = f"shape-{shape.partition('-')[0]}"
    return h.use(href=f"#{accent_token(accent, key)}")


def _trace_form(accent: Accent) -> str:
    points = (" ".join(_number(_ACTIVITY * value) for value in point) for point in FORMS[accent.form])
    return f"M{' '.join(points)}Z".replace(" -", "-")


def paint_network(view: NetworkView, texts: Texts, *, link: Link = select_link) -> Markup:
    """The picture of the network as an SVG without text; on an empty view an empty SVG. ``view.alt`` says it in words.

    Exchange ties are links for pointers; the keyboard has those that ``paint_network_labels`` makes.
    """
    del texts  # the picture holds no text; every painter is called alike
    return _markup(
        h.svg(".picture.network-picture", aria_hidden="true", focusable="false")[
            h.svg(".edges", viewBox=f"0 0 {_UNITS} {_UNITS}", preserveAspectRatio="none", width="100%", height="100%")[
                (_paint_layer(view, role, link) for role in LAYERS),
            ],
            h.g(".bars")[(_paint_bar(bar) for bar in view.bars)],
            h.g(".arrows")[(_paint_arrow(point) for point in arrow_points(view))],
            h.g(".gaps")[(_paint_gap(gap) for gap in view.gaps)],
            h.g(".marks")[(_paint_node(node) for node in view.nodes if _has_shape(node))],
        ]
    )


def paint_network_labels(
    view: NetworkView, texts: Texts, *, link: Link = select_link, has_symbols: bool = True
) -> Markup:
    """Symbols, names, words on ties and callouts as links over the picture; ``link`` gives the address of each.

    The symbols are needed once on a page.
    """
    return _markup(
        h.fragment[
            paint_shapes() if has_symbols else None,
            h.div(".network-labels", role="group", aria_label=texts("network-view-labels"))[
                h.div(".headings", aria_hidden="true")[(_paint_heading(heading) for heading in view.headings)],
                (_paint_rail_label(label) for label in view.rail_labels),
                (_paint_tie_label(label, link) for label in view.tie_labels),
                (_paint_gap_label(gap) for gap in view.gaps),
                (_paint_spot(node, view, link) for node in view.nodes if node.below is None),
                (_paint_callout(callout, link) for callout in view.callouts),
            ],
        ]
    )


def paint_network_legend(view: NetworkView, texts: Texts) -> Markup:
    """The legend as a list with a small picture for each line; empty for an empty view."""
    if not view.legend:
        return Markup()
    return _markup(
        h.ul(".network-legend", aria_label=texts("network-view-legend"))[
            (
                h.li(".legend-group")[h.ul[(_paint_entry(entry) for entry in entries)]]
                for _, entries in groupby(view.legend, key=lambda entry: entry.mark)
            )
        ]
    )


def arrow_points(view: NetworkView) -> tuple[Point, ...]:
    """Where a bracket of what was inherited points to its heir."""
    return tuple(dict.fromkeys(edge.path.end for edge in view.edges if edge.role == "bracket"))


def trace_path(path: Path) -> str:
    """Path data in the units of the inner view box."""
    start = f"M{_units(path.start)}"
    return start + "".join(_trace_piece(piece) for piece in path.pieces)


def _trace_piece(piece: Point | Curve) -> str:
    if isinstance(piece, Curve):
        return f"C{_units(piece.control_1)} {_units(piece.control_2)} {_units(piece.end)}"
    return f"L{_units(piece)}"


def _units(point: Point) -> str:
    return " ".join(_number(value * _UNITS) for value in point)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _percent(value: float) -> str:
    return f"{value * 100:.2f}%"


def _later(later: bool) -> dict[str, bool]:
    return {"data-later": later}


def _markup(element: h.Renderable) -> Markup:
    return Markup(str(element))  # noqa: S704 - htpy has escaped what it renders


# --- the picture ----------------------------------------------------------------------------------------------------


def _paint_layer(view: NetworkView, role: Role, link: Link) -> Iterable[h.Element]:
    for ground in view.grounds:
        if ground.role == role:
            yield h.g(class_=ground.classes)[h.path(".line", d=trace_path(ground.path))]
    yield from (_paint_edge(edge, link) for edge in view.edges if edge.role == role)


def _paint_edge(edge: NetworkEdge, link: Link) -> h.Element:
    path = trace_path(edge.path)
    marks = {"data-mark": edge.id, "data-ends": " ".join(edge.ends)}
    group = h.g(class_=edge.classes, **marks, **_later(edge.later))
    if edge.line is None:
        return group[h.path(".line", d=path)]
    return group[
        h.a({"data-select": edge.id}, href=link(edge.id), tabindex="-1")[
            h.path(".line", d=path),
            h.path(".core", d=path) if edge.line.core else None,
        ]
    ]


def _paint_bar(bar: HomeBar) -> h.Element:
    ends = {"x1": _percent(bar.x), "x2": _percent(bar.x), "y1": _percent(bar.top), "y2": _percent(bar.bottom)}
    return h.g(class_=bar.classes, **{"data-mark": bar.id})[
        h.line(".line", **ends),
        _at((bar.x, bar.top), h.path(".head", d=f"M0 0{turn_ends(bar.hue)}")),
    ]


def _paint_arrow(point: Point) -> h.Element:
    return _at(point, h.path(".arrow", d="M-5-3.4 1 0-5 3.4Z"))


def _paint_gap(gap: Gap) -> h.Element:
    return h.g(".gap", **{"data-mark": gap.id})[_at((gap.x, gap.y), h.circle(r="7"))]


def _has_shape(node: NetworkNode) -> bool:
    """Homes have their bars, rivers their waves beside the name, countries nothing but the name."""
    return node.kind not in (EntityKind.HOME, EntityKind.COUNTRY, EntityKind.RIVER)


def _at(point: Point, content: h.Node) -> h.Element:
    return h.svg(x=_percent(point[0]), y=_percent(point[1]), overflow="visible")[content]


def _paint_node(node: NetworkNode) -> h.Element:
    return h.g(class_=node.classes, **{"data-mark": node.id}, **_later(node.later))[
        _at((node.x, node.y), [h.circle(".halo", r="10"), use_shape(node.shape, node.accent)])
    ]


# --- names ----------------------------------------------------------------------------------------------------------


def _style(x: float, y: float) -> str:
    return f"--x:{x:.4f};--y:{y:.4f}"


def _paint_heading(heading: ColumnHeading) -> h.Element:
    return h.span(class_=f"heading of-{heading.column}")[heading.text]


def _paint_spot(node: NetworkNode, view: NetworkView, link: Link) -> h.Element:
    """The place of a mark with its name, and below it the name of what is written under it."""
    below = [other for other in view.nodes if other.below == node.id]
    bar = next((bar for bar in view.bars if bar.id == node.id), None)
    style = _style(node.x, node.y) + (f";--top:{bar.top:.4f};--bottom:{bar.bottom:.4f}" if bar else "")
    return h.div(class_=f"spot at-{node.side}{_small(node)}", style=style)[
        _paint_name(node, link), (_paint_name(other, link) for other in below)
    ]


def _small(node: NetworkNode) -> str:
    return " is-other" if node.standing == "other" else ""


def _paint_name(node: NetworkNode, link: Link) -> h.Element:
    marks = {"href": link(node.id), "data-mark": node.id, "data-select": node.id}
    if node.side == "above":  # a bead, which the style sheet lets say its name when it is pointed at
        return h.a(class_=f"bead {node.classes}", aria_label=node.name, **marks, **_later(node.later))
    return h.a(class_=f"label {node.classes}", **marks, **_later(node.later))[
        h.span(".name")[_breakable(node.words)],
        _sign("wave shape-river", [use_shape("river")]) if node.kind == EntityKind.RIVER else None,
    ]


def _breakable(words: Iterable[str]) -> list[h.Node]:
    # A dot in the middle of a name invites browsers to break there.
    return [
        (h.span(".whole")[word] if "・" in word else word, None if word.endswith((" ", "-")) else h.wbr)
        for word in words
    ]


def _paint_rail_label(label: RailLabel) -> h.Element:
    return h.span(class_=f"rail-label{hue_class(label.hue)}", style=_style(label.x, label.y))[label.text]


def _paint_gap_label(gap: Gap) -> h.Element:
    return h.span(".gap-label", style=_style(gap.x, gap.y), **{"data-mark": gap.id})[gap.text]


def _paint_tie_label(label: TieLabel, link: Link) -> h.Element:
    marks = {"data-mark": label.id, "data-select": label.id}
    opened = " is-open" if label.is_open else ""
    return h.a(
        class_=f"tie-label {label.line.css}{opened}{hue_class(label.hue)}",
        href=link(label.id),
        style=_style(label.x, label.y),
        title=label.title,
        aria_label=label.title,
        **marks,
        **_later(label.later),
    )[h.span(".name")[label.text]]


def _paint_callout(callout: Callout, link: Link) -> h.Element:
    place = f"{'is-above' if callout.is_above else 'is-below'}{' is-wide' if callout.is_wide else ''}"
    return h.div(class_=f"callout {place}", style=f"--y:{callout.y:.4f}", data_callout=callout.owner)[
        h.p(".callout-title")[callout.title] if callout.title else None,
        h.p(".callout-heading")[callout.heading] if callout.heading else None,
        h.ul[(_paint_callout_line(line, link) for line in callout.lines)] if callout.lines else None,
    ]


def _paint_callout_line(line: CalloutLine, link: Link) -> h.Element:
    css = f"callout-line{f' accent-{line.accent}' if line.accent else ''}{' is-part' if line.is_part else ''}"
    marks = {"data-mark": line.id, "data-select": line.id}
    return h.li[
        h.a(class_=css, href=link(line.id), **marks, **_later(line.later))[
            _sign(f"shape-{line.shape}", [use_shape(line.shape, line.accent)]), h.span[line.name]
        ]
    ]


# --- legend ---------------------------------------------------------------------------------------------------------


def _paint_entry(entry: LegendEntry) -> h.Element:
    return h.li(class_=f"for-{entry.mark}")[_SIGNS[entry.mark](entry), h.span[entry.text]]


def _sign(css: str, content: Iterable[h.Node], *, wide: bool = False) -> h.Element:
    box = "0 -8 36 16" if wide else "-8 -8 16 16"
    return h.svg(class_=f"sign {css}", viewBox=box, aria_hidden="true", focusable="false")[content]


def _sign_of_shape(entry: LegendEntry) -> h.Element:
    standing = f" standing-{entry.standing.value}" if entry.standing else ""
    return _sign(f"node shape-{entry.id}{standing}", [use_shape(entry.id)])


def _sign_of_tie(entry: LegendEntry) -> h.Element:
    css, has_core = (entry.line.css, entry.line.core) if entry.line else ("", 0)
    line = h.path(".line", d="M2 0H34")
    return _sign(f"exchange {css}", [line, h.path(".core", d="M2 0H34") if has_core else None], wide=True)


def _sign_of_accent(entry: LegendEntry) -> h.Element:
    return _sign(f"node shape-activity-text accent-{entry.id}", [use_shape("activity-text", entry.id)])


def _sign_of_bracket(_: LegendEntry) -> h.Element:
    return _sign("bracket", [h.path(d="M4 6H0V-5H4"), h.path(".arrow", d="M2-8 7-5 2-2Z")])


_SIGNS: Mapping[str, Callable[[LegendEntry], h.Element]] = {
    "shape": _sign_of_shape,
    "tie": _sign_of_tie,
    "bracket": _sign_of_bracket,
    "accent": _sign_of_accent,
}
