"""What is read in full of what is selected: its activities, or its own name where the picture has no room for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dashboard.figures.network.line_labels import has_room
from dashboard.figures.network.nodes import shape_of
from dashboard.figures.network.plan import Plan, marks_of
from dashboard.figures.network.records import Callout, CalloutLine
from dashboard.model import Dataset, LinkKind
from dashboard.network.positions import Column, Span

_LINE_HEIGHT, _HEADING_HEIGHT = 0.042, 0.06  # of a low stage, to choose the better side
_BESIDE = (LinkKind.WITH_PARTNER, LinkKind.HELD_AT, LinkKind.COOPERATES_WITH)
_NEARBY = (LinkKind.WITH_PARTNER, LinkKind.RUNS, LinkKind.PART_OF, LinkKind.HELD_AT, LinkKind.INHERITED_BY)


class _Side(NamedTuple):
    """How good a place is: the names that it covers, whether it leaves the stage, whether it is the upper one."""

    covered: int
    sticks_out: bool
    is_above: bool


def draw_callouts(plan: Plan) -> Iterable[Callout]:
    """A callout for everything that has activities or no name in the picture."""
    joined = _find_joined(plan)
    for owner, activities in _list_activities(plan).items():
        y, is_above = _choose_place(plan, owner, activities, joined.get(owner, ()))
        yield Callout(
            owner=owner,
            title=_title_of(plan, owner),
            heading=plan.texts("network-view-callout", count=len(activities)) if activities else "",
            y=y,
            is_above=is_above,
            lines=tuple(_draw_line(plan, key) for key in activities),
        )


def _draw_line(plan: Plan, key: str) -> CalloutLine:
    entity = plan.dataset.entity[key]
    return CalloutLine(
        id=key,
        name=plan.name(key),
        shape=shape_of(entity),
        accent=plan.accent(entity),
        is_part=key in plan.parts,
        later=entity.later,
    )


def _title_of(plan: Plan, owner: str) -> str:
    """The name of an activity or venue, or the kind of a tie that has no room for it; empty for all others."""
    if owner in plan.dataset.entity:
        return plan.name(owner) if plan.column(owner) == Column.ACTIVITIES else ""
    tie = plan.dataset.tie[owner]
    return "" if has_room(plan, tie) else plan.kind_of(tie)


# --- what is listed -------------------------------------------------------------------------------------------------


def _list_activities(plan: Plan) -> Mapping[str, Sequence[str]]:
    """What is listed when something is selected, by its id: its activities in the order of their marks."""
    found = _list_by_lane(plan)
    for owner, activity in _find_further(plan):
        found[owner].setdefault(activity)
    nameless = [key for key in _in_order_of_lanes(plan) if _title_of(plan, key)]
    kept = set(nameless)
    return {key: [*found[key]] for key in dict.fromkeys((*found, *nameless)) if key and (found[key] or key in kept)}


def _in_order_of_lanes(plan: Plan) -> Iterable[str]:
    return (key for lane in plan.positions.lanes for key in (*lane.ties, *marks_of(lane)))


def _list_by_lane(plan: Plan) -> defaultdict[str, dict[str, None]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for lane in plan.positions.lanes:
        for tie, on_tie in zip(lane.ties, lane.on_ties, strict=True):
            found[tie].update(dict.fromkeys(on_tie))
        found[lane.owner].update(dict.fromkeys(key for key in marks_of(lane) if plan.is_activity(key)))
    return found


def _find_further(plan: Plan) -> Iterable[tuple[str, str]]:
    """What else an activity is listed for: who takes part in it, where it is held, what it is part of."""
    for link in plan.dataset.ties:
        if link.kind in _BESIDE:
            for key, other in ((link.source, link.target), (link.target, link.source)):
                if plan.is_activity(key) and not plan.is_activity(other):
                    yield other, key
        if link.kind == LinkKind.PART_OF:
            yield link.target, link.source


# --- where ----------------------------------------------------------------------------------------------------------


def _choose_place(plan: Plan, owner: str, activities: Sequence[str], joined: Iterable[str]) -> tuple[float, bool]:
    """Below or above the lanes of what is selected, where it covers fewer of the names one looks for."""
    spans = plan.positions.lane_spans
    own = [spans[number] for number in _own_lanes(plan, owner, activities)]
    near = [spans[number] for number in {plan.lane_of[key] for key in joined if key in plan.lane_of}]
    height = _HEADING_HEIGHT + _LINE_HEIGHT * len(activities)
    below, above = max(span.bottom for span in own), min(span.top for span in own)
    is_above = min(
        _Side(_count_covered(near, below, below + height), below + height > 1, is_above=False),
        _Side(_count_covered(near, above - height, above), above - height < 0, is_above=True),
    ).is_above
    return (above if is_above else below), is_above


def _own_lanes(plan: Plan, owner: str, activities: Sequence[str]) -> set[int]:
    """The lanes in which ``owner`` and its activities stand."""
    source = plan.dataset.tie[owner].source if owner in plan.dataset.tie else owner
    lanes = {plan.lane_of[key] for key in (owner, *activities) if key in plan.lane_of}
    return lanes.union(plan.lanes_of_owner.get(source, ()))


def _find_joined(plan: Plan) -> Mapping[str, set[str]]:
    """The organisations that each thing is joined to, whose names one looks for."""
    found: dict[str, set[str]] = defaultdict(set)
    for here, other in _find_nearby(plan.dataset):
        if plan.column(other) == Column.ORGANISATIONS:
            found[here].add(other)
    return found


def _find_nearby(dataset: Dataset) -> Iterable[tuple[str, str]]:
    for tie in dataset.ties:
        if tie.is_exchange or tie.kind in _NEARBY:
            yield tie.source, tie.target
            yield tie.target, tie.source


def _count_covered(spans: Sequence[Span], top: float, bottom: float) -> int:
    return sum(span.top < bottom and top < span.bottom for span in spans)
