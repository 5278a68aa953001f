"""How the ties of the network are led, and what lies beneath them where several share a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dashboard.figures.network.paths import Path, draw_straight, lead
from dashboard.figures.network.plan import Plan
from dashboard.figures.network.records import Ground, NetworkEdge, Role
from dashboard.figures.palette import NEUTRAL
from dashboard.model import LinkKind, Tie
from dashboard.network.positions import BRACKET_X, HOME_X, ORGANISATION_X, Column

_BRACKET_END_X = 0.08
_RAIL_START_X = 0.49


def draw_edges(plan: Plan) -> Iterable[NetworkEdge]:
    """An edge for each tie that is drawn, in the order of the tables."""
    for tie in plan.dataset.ties:
        led = _lead(plan, tie)
        if led is not None:
            role, path = led
            yield NetworkEdge(
                id=tie.id,
                kind=tie.kind,
                role=role,
                ends=(tie.source, tie.target),
                path=path,
                hue=plan.hue(tie.source) if tie.is_exchange else NEUTRAL,
                line=plan.line(tie) if tie.is_exchange else None,
                later=tie.later,
            )


def draw_grounds(plan: Plan, edges: Iterable[NetworkEdge]) -> Iterable[Ground]:
    """The longest of the edges that share a line, then the brackets of those who came before."""
    longest: dict[tuple[str, float], NetworkEdge] = {}
    for edge in edges:
        if edge.role in ("runs", "part"):
            shared = (edge.ends[1] if edge.role == "part" else _owner_at(plan, edge), edge.path.end[1])
            if shared not in longest or edge.path.end[0] > longest[shared].path.end[0]:
                longest[shared] = edge
    yield from (Ground(role=edge.role, path=edge.path) for edge in longest.values())
    yield from (Ground(role="bracket", path=path) for path in _draw_brackets(plan))


def _owner_at(plan: Plan, edge: NetworkEdge) -> str:
    return next(end for end in edge.ends if plan.column(end) != Column.ACTIVITIES)


def _draw_brackets(plan: Plan) -> Iterable[Path]:
    """One bracket for each heir, and a tick for each of those before it."""
    heirs: dict[str, list[float]] = defaultdict(list)
    for tie in plan.dataset.ties:
        if tie.kind == LinkKind.INHERITED_BY:
            heirs[tie.target].append(plan.y(tie.source))
    for heir, levels in heirs.items():
        ends = {min(levels), max(levels), plan.y(heir)}
        yield draw_straight((BRACKET_X, min(ends)), (BRACKET_X, max(ends)))
        for level in sorted({*levels, plan.y(heir)}):
            yield draw_straight((BRACKET_X, level), (_BRACKET_END_X, level))


def _lead(plan: Plan, tie: Tie) -> tuple[Role, Path] | None:
    """How a tie is drawn; nothing where it is seen already by what stands inside or below what."""
    if tie.is_exchange:
        return "exchange", _lead_exchange(plan, tie)
    if tie.kind == LinkKind.INHERITED_BY:
        return "bracket", _lead_bracket(plan, tie)
    if tie.kind == LinkKind.PART_OF:
        return "part", draw_straight(plan.point(tie.target), plan.point(tie.source))
    if tie.kind == LinkKind.WITH_PARTNER:
        return "band", lead(plan.point(tie.source), plan.point(tie.target))
    return _lead_on_rail(plan, tie) or _lead_link(plan, tie)


def _lead_exchange(plan: Plan, tie: Tie) -> Path:
    start, end, level = plan.start_of(tie.source), plan.point(tie.target), plan.level_of(tie)
    if plan.column(tie.source) == Column.HOMES:
        start = (HOME_X, level)
    stops = [plan.point(key) for key in plan.on_tie.get(tie.id, ())]
    turn = max([ORGANISATION_X, *(x for x, _ in stops)])
    return lead(start, *([] if level == start[1] else [(_RAIL_START_X, level)]), (turn, level), end)


def _lead_bracket(plan: Plan, tie: Tie) -> Path:
    old, new = plan.y(tie.source), plan.y(tie.target)
    return draw_straight((_BRACKET_END_X, old), (BRACKET_X, old), (BRACKET_X, new), (_BRACKET_END_X, new))


def _lead_on_rail(plan: Plan, tie: Tie) -> tuple[Role, Path] | None:
    """A tie between an owner and what stands on its rails, in whichever direction it is stated."""
    for owner, mark in ((tie.source, tie.target), (tie.target, tie.source)):
        number = plan.lane_of.get(mark)
        if number is None or mark not in plan.marks[number]:
            continue
        if plan.positions.lanes[number].owner == owner:
            role: Role = "band" if mark in plan.on_any_tie else "runs"
            return role, _draw_rail(plan, owner, mark, number)
    return None


def _draw_rail(plan: Plan, owner: str, mark: str, number: int) -> Path:
    rails = plan.positions.rail_levels[number]
    x, y = plan.point(mark)
    if plan.column(owner) != Column.HOMES:
        start = plan.point(owner)
        return lead(start, (_RAIL_START_X, y), (x, y)) if start[1] != y else lead(start, (x, y))
    nearest = rails[0] if y in rails else y
    return lead((HOME_X, nearest), (ORGANISATION_X, nearest), (_RAIL_START_X, y), (x, y))


def _lead_link(plan: Plan, tie: Tie) -> tuple[Role, Path] | None:
    columns = {plan.column(tie.source), plan.column(tie.target)}
    if Column.HOMES in columns:
        is_inside = tie.kind in (LinkKind.LOCATED_IN, LinkKind.RUNS)
        return None if is_inside else ("behalf", _lead_back(plan, tie))
    if tie.kind == LinkKind.LOCATED_IN and columns == {Column.PARTNERS}:
        return None
    ends = sorted((plan.point(tie.source), plan.point(tie.target)))
    return "link", (lead if ends[0][0] != ends[1][0] else draw_straight)(*ends)


def _lead_back(plan: Plan, tie: Tie) -> Path:
    other = tie.target if plan.column(tie.source) == Column.HOMES else tie.source
    return draw_straight((_BRACKET_END_X, plan.y(other)), (HOME_X, plan.y(other)))
