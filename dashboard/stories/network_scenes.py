"""What a stop shows of the network: which of its rows are in sight.

The network keeps its width and is stretched downwards, so that the rows in sight fill the room; marks and type keep
their size. Sizes are fractions of that room, positions are those of ``NetworkView``: fractions of the whole network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from dashboard.figures.network.paths import sample
from dashboard.figures.network.records import Callout, NetworkNode, NetworkView
from dashboard.figures.text_metrics import measure_text
from dashboard.model import EntityKind
from dashboard.stories.focus import Focus

Rows = tuple[float, float]
"""Top and bottom of what is in sight, in fractions of the network's height; (0, 1) is all of it. Below what stands at
the end of the network some air may be in sight."""

WHOLE: Rows = (0.0, 1.0)
LEAST_SPAN = 0.3  # of the network's height; nearer, single rows would lie absurdly far apart
_LEAST_LINES = 29  # of its grid: less than that share where it is high
HEADING = 0.085  # of the room, at its top, where the headings of the columns stand
_NAME_EM, _LISTED_EM = 8.4, 31.0  # what a line of a name has room for; where groups are listed, none stand left of them
_LINE = 0.048  # a line of a name
_AIR = 0.015  # around marks and names
_MARK = 0.03
_CALLOUT_FRAME, _CALLOUT_TITLE, _CALLOUT_HEADING, _CALLOUT_ROW, _CALLOUT_LINE = 0.06, 0.05, 0.045, 0.065, 0.048
_CALLOUT_EM, _WIDE_CALLOUT_EM = 16.0, 30.0  # of a line; a name that is longer goes on in a further line of its row
_BEYOND = 0.25  # of the room, may stay empty below the last row
_MOST_CALLOUT = 0.75  # of the room; longer lists stay away, nobody scrolls on stage
_STEPS = 24


class _Need(NamedTuple):
    """A level that must be in sight, and how much of the room must be free above and below it."""

    y: float
    above: float
    below: float


def compute_rows(view: NetworkView, focus: Focus) -> Rows:
    """The narrowest stretch that holds everything a stop lights, its names and its callout.

    Whole when nothing is selected or filtered, when nothing is lit, and when what is lit needs all of it.
    """
    if not (focus.selected or focus.out):
        return WHOLE
    needs = list(_needs(view, focus))
    span = _narrowest(needs, min(LEAST_SPAN, _LEAST_LINES / (view.lines or 1))) if needs else 1.0
    return _settle(needs, span) if span < 1 else WHOLE


def _narrowest(needs: Sequence[_Need], least: float) -> float:
    """The smallest span with room for all, no smaller than ``least``; any larger one has room too."""
    low, high = least, 1.0
    if _slack(needs, low) >= 0:
        return low
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _slack(needs, middle) >= 0 else (middle, high)
    return high


def _limits(needs: Iterable[_Need], span: float) -> tuple[float, float]:
    """The highest place for the top that has room below everything, and the lowest that has room above it."""
    ends = [(need.y + need.below * span - span, need.y - need.above * span) for need in needs]
    return max(first for first, _ in ends), min(last for _, last in ends)


def _slack(needs: Sequence[_Need], span: float) -> float:
    first, last = _limits(needs, span)
    return last - first


def _settle(needs: Sequence[_Need], span: float) -> Rows:
    """The stretch with what is lit in its middle, as far as the network's ends allow."""
    first, last = _limits(needs, span)
    inside = max(0.0, min((first + last) / 2, 1 - span * (1 - _BEYOND)))
    top = max(first, min(inside, last))
    return round(top, 4), round(top + span, 4)


def draw_callout_near(view: NetworkView, focus: Focus) -> NetworkView:
    """The network with the callout of what is selected close to the rows that a stop lights, or without it.

    The view keeps it clear of every name of its lanes; a stop shows the names of what is lit, no others. A callout that
    is too long to be read on a stage is left out.
    """
    top, bottom = compute_rows(view, focus)
    lit = [node for node in view.nodes if _is_lit_row(node, focus)]
    em = _name_em(view, focus)

    def move(callout: Callout) -> Callout:
        if callout.owner != focus.selected or not lit:
            return callout
        if callout.is_above:
            y = max(callout.y, min(node.y - _reach(node, callout, em) * (bottom - top) for node in lit))
        else:
            y = max(node.y + _reach(node, callout, em) * (bottom - top) for node in lit)
            y = y if callout.is_wide else min(callout.y, y)  # the view has kept it clear of names on its left alone
        return callout.model_copy(update={"y": round(y, 5)})

    kept = [
        callout for callout in view.callouts if callout.owner != focus.selected or _height(callout) <= _MOST_CALLOUT
    ]
    return view.model_copy(update={"callouts": tuple(move(callout) for callout in kept)})


def groups_handed_on(view: NetworkView, focus: Focus) -> tuple[str, ...]:
    """The groups that have handed on their work to what is selected, from top to bottom, where there are several."""
    into = {end for edge in view.edges if edge.role == "bracket" and focus.selected in edge.ends for end in edge.ends}
    found = sorted((node.y, node.id) for node in view.nodes if node.id in into - {focus.selected})
    return tuple(key for _, key in found) if len(found) > 1 else ()


def _needs(view: NetworkView, focus: Focus) -> Iterator[_Need]:
    lit = [node for node in view.nodes if _is_lit_row(node, focus)]
    em = _name_em(view, focus)
    for node in lit:
        half = _half(node, em)
        yield _Need(node.y, HEADING + half, half)
    for edge in view.edges:
        if _is_beside(edge.id, focus) or (not focus.selected and edge.role == "exchange" and edge.id not in focus.out):
            for _, y in sample(edge.path):
                yield _Need(y, HEADING + _MARK, _MARK)
    for callout in view.callouts:
        if callout.owner == focus.selected and _height(callout) <= _MOST_CALLOUT:
            yield from _callout_needs(callout, lit, em)


def _callout_needs(callout: Callout, lit: Sequence[NetworkNode], em: float) -> Iterator[_Need]:
    """Room for a callout, where the view has it or nearer to the rows that ``draw_callout_near`` brings it to."""
    height = _height(callout)
    if callout.is_above:
        if lit and min(node.y for node in lit) > callout.y:
            yield from (_Need(node.y, HEADING + height + _reach(node, callout, em), 0.0) for node in lit)
        else:
            yield _Need(callout.y, HEADING + height, 0.0)
    elif lit and (callout.is_wide or max(node.y for node in lit) < callout.y):
        yield from (_Need(node.y, HEADING, height + _reach(node, callout, em)) for node in lit)
    else:
        yield _Need(callout.y, HEADING, height)


def _name_em(view: NetworkView, focus: Focus) -> float:
    """What a line of a name has room for."""
    return _LISTED_EM if groups_handed_on(view, focus) else _NAME_EM


def _half(node: NetworkNode, em: float) -> float:
    """Half the height of a mark with its name, whose lines have room for ``em``."""
    return _MARK if node.side == "above" else max(_MARK, _count_lines(node, em) * _LINE / 2 + _AIR)


def _reach(node: NetworkNode, callout: Callout, em: float) -> float:
    """From a row to a callout above or below it, which may cover the middle of the network but no name in it."""
    if callout.is_wide:
        return _half(node, em) + _MARK
    return _half(node, em) if node.side == "before" else _MARK


def _count_lines(node: NetworkNode, em: float) -> int:
    """Lines of a name that fills one after the other with its words."""
    lines, used = 1, 0.0
    for word in node.words:
        width = measure_text(word)
        if used and used + width > em:
            lines, used = lines + 1, 0.0
        used += width
    return lines


def _is_lit_row(node: NetworkNode, focus: Focus) -> bool:
    """Whether an entity is lit at a place of its own: a home runs along its rows, a country stands below a partner."""
    if node.id == focus.selected:
        return node.kind != EntityKind.HOME
    if node.kind in (EntityKind.HOME, EntityKind.COUNTRY) or node.id in focus.out:
        return False
    return not focus.selected or node.id in focus.near


def _is_beside(key: str, focus: Focus) -> bool:
    return key not in focus.out and (key == focus.selected or key in focus.near)


def _height(callout: Callout) -> float:
    title, heading = _CALLOUT_TITLE * bool(callout.title), _CALLOUT_HEADING * bool(callout.heading)
    most = _WIDE_CALLOUT_EM if callout.is_wide else _CALLOUT_EM
    further = sum(ceil(measure_text(line.name) / most) - 1 for line in callout.lines)
    return _CALLOUT_FRAME + title + heading + _CALLOUT_ROW * len(callout.lines) + _CALLOUT_LINE * further
