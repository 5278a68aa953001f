"""The marks of the network with their names, and the bars of the homes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dashboard.figures.breaks import split_words
from dashboard.figures.network.plan import Plan
from dashboard.figures.network.records import HomeBar, LabelSide, NetworkNode, Shape
from dashboard.model import Entity, EntityKind, LinkKind
from dashboard.network.positions import HOME_X, Column

_SHAPES: Mapping[EntityKind, Shape] = {
    EntityKind.HOME: "home",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PARTNER: "partner",
    EntityKind.VENUE: "venue",
    EntityKind.RIVER: "river",
    EntityKind.COUNTRY: "country",
}
_SIDES: Mapping[Column, LabelSide] = {
    Column.HOMES: "along",
    Column.ORGANISATIONS: "before",
    Column.ACTIVITIES: "above",
    Column.PARTNERS: "after",
}


def shape_of(entity: Entity) -> Shape:
    """The symbol that stands for an entity."""
    if entity.kind == EntityKind.ACTIVITY:
        return "activity-caption" if entity.evidence == "caption" else "activity-text"
    return _SHAPES[entity.kind]


def draw_nodes(plan: Plan) -> Iterable[NetworkNode]:
    """A mark for every entity, in the order of the tables."""
    located_in = _find_located(plan)
    for entity in plan.dataset.entities:
        yield _draw_node(plan, entity, _find_partner_above(plan, entity, located_in))


def draw_bars(plan: Plan) -> Iterable[HomeBar]:
    """The bar of each home along its lanes."""
    for home, span in plan.positions.home_spans.items():
        if home in plan.dataset.entity:
            yield HomeBar(id=home, hue=plan.hue(home), x=HOME_X, top=span.top, bottom=span.bottom)


def _draw_node(plan: Plan, entity: Entity, below: str | None) -> NetworkNode:
    x, y = plan.point(entity.id)
    name, column = plan.name(entity.id), plan.column(entity.id)
    return NetworkNode(
        id=entity.id,
        kind=entity.kind,
        shape=shape_of(entity),
        name=name,
        words=split_words(name),
        x=x,
        y=y,
        column=column,
        side=_choose_side(entity, column, below),
        hue=plan.hue(entity.id),
        accent=plan.accent(entity),
        evidence=entity.evidence,
        standing=entity.standing,
        is_part=entity.kind == EntityKind.ACTIVITY and entity.id in plan.parts,
        below=below,
        later=entity.later,
    )


def _choose_side(entity: Entity, column: Column, below: str | None) -> LabelSide:
    if below:
        return "below"
    return "along" if entity.kind == EntityKind.HOME else _SIDES[column]


def _find_located(plan: Plan) -> Mapping[str, Sequence[str]]:
    """What of the last column lies in each country."""
    found: dict[str, list[str]] = defaultdict(list)
    for tie in plan.dataset.ties:
        if tie.kind == LinkKind.LOCATED_IN and plan.column(tie.source) == Column.PARTNERS:
            found[tie.target].append(tie.source)
    return found


def _find_partner_above(plan: Plan, entity: Entity, located_in: Mapping[str, Sequence[str]]) -> str | None:
    if entity.kind != EntityKind.COUNTRY:
        return None
    spots = plan.positions.spots
    row = spots[entity.id].row
    return next((key for key in located_in.get(entity.id, ()) if spots[key].row == row), None)
