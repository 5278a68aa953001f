"""Words on the lines of the network: the kind of each exchange tie, and what a home's own rail is."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.figures.network.plan import Plan, marks_of
from dashboard.figures.network.records import Gap, RailLabel, TieLabel
from dashboard.model import EntityKind, LinkKind, Tie
from dashboard.network.positions import BRACKET_X, FIRST_SLOT_X, ORGANISATION_X, PARTNER_X, Column

_LEAST_ROOM = 0.035  # of the stage: a line of its type on the lowest stage
_BEFORE_ORGANISATIONS = (BRACKET_X + ORGANISATION_X) / 2


def draw_tie_labels(plan: Plan) -> Iterable[TieLabel]:
    """The kind of every exchange tie, whether there is room for it or not."""
    for tie in plan.dataset.exchange_ties:
        text, names = plan.kind_of(tie), {"source": plan.name(tie.source), "target": plan.name(tie.target)}
        yield TieLabel(
            id=tie.id,
            line=plan.line(tie),
            text=text,
            title=plan.texts("network-view-tie-title", kind=text, **names),
            x=round(_middle_of(plan, tie), 5),
            y=plan.level_of(tie),
            hue=plan.hue(tie.source),
            is_open=has_room(plan, tie),
            later=tie.later,
        )


def draw_rail_labels(plan: Plan) -> Iterable[RailLabel]:
    """What the rails of homes are, which have no organisation in front of them."""
    for lane, levels in zip(plan.positions.lanes, plan.positions.rail_levels, strict=True):
        if levels and lane.owner == lane.home and lane.owner:
            text = plan.texts("network-view-own-activities")
            yield RailLabel(hue=plan.hue(lane.home), text=text, x=_BEFORE_ORGANISATIONS, y=levels[0])


def draw_gaps(plan: Plan) -> Iterable[Gap]:
    """Where a home's own tie to a partner would have its activities, if a source stated any.

    Nowhere in data that speak of no activities at all.
    """
    dataset = plan.dataset
    if not dataset.of_kind(EntityKind.ACTIVITY):
        return
    with_activity = {tie.target for tie in dataset.ties if tie.kind == LinkKind.WITH_PARTNER}
    for tie in dataset.exchange_ties:
        if dataset.entity[tie.source].kind == EntityKind.HOME and tie.target not in with_activity:
            text = plan.texts("network-view-no-activity")
            yield Gap(id=tie.id, text=text, x=FIRST_SLOT_X, y=plan.level_of(tie))


def _middle_of(plan: Plan, tie: Tie) -> float:
    """Where on its line a word would stand: before the organisations, or after the last activity."""
    if plan.column(tie.source) == Column.HOMES:
        return _BEFORE_ORGANISATIONS
    last = max([ORGANISATION_X, *(plan.point(key)[0] for key in plan.on_tie.get(tie.id, ()))])
    return (last + PARTNER_X) / 2


def has_room(plan: Plan, tie: Tie) -> bool:
    """Whether there is room for a word on the line of an exchange tie."""
    if plan.column(tie.source) == Column.HOMES:
        return plan.room_above(tie) >= _LEAST_ROOM
    lane = plan.lane_of_tie.get(tie.id)
    return lane is not None and not marks_of(lane) and len(lane.ties) == 1
