"""Computes the network: what stands where, how lines lead, what is read where there is no room for names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import ceil

from dashboard.figures.network.paths import Path, Point, draw_straight, lead
from dashboard.figures.network.records import (
    Callout,
    CalloutLine,
    ColumnHeading,
    Ground,
    HomeBar,
    LabelSide,
    LegendEntry,
    NetworkEdge,
    NetworkNode,
    NetworkView,
    RailLabel,
    Role,
    Shape,
    TieLabel,
)
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Texts
from dashboard.model import EXCHANGE_TIES, Dataset, Entity, EntityKind, Standing, Tie, TieKind, in_language
from dashboard.network.lanes import Lane
from dashboard.network.positions import (
    BRACKET_X,
    HOME_X,
    ORGANISATION_X,
    PARTNER_X,
    Column,
    Positions,
    Span,
    place_network,
)

_LABEL_EM: Mapping[EntityKind, float] = {
    EntityKind.ORGANISATION: 13.2,
    EntityKind.RIVER: 10.3,
    EntityKind.PARTNER: 10.3,
}
"""Widths of the label columns on the narrowest stage (390 px wide, type of 11 px), which the style sheet gives too."""

_HELPER_EM = 13.6
_KANJI, _KANA = "\u3005\u4e00-\u9fff", "\u30a1-\u30fa\u30fc"
_BREAK = re.compile(  # two kanji at least go to the next line: a single one would stand there alone
    rf"(?<=[ ・-])(?=\S)|(?<=[{_KANA}])(?=[{_KANJI}]{{2}})|(?<=[{_KANJI}])(?=[{_KANA}])|(?<=[^ (（])(?=（)"
)
_BRACKET_END_X = 0.08
_RAIL_START_X = 0.49
_CALLOUT_LINE_HEIGHT, _CALLOUT_HEADING_HEIGHT = 0.042, 0.06  # of a low stage, to choose the better side
_NEARBY = (TieKind.WITH_PARTNER, TieKind.RUNS, TieKind.PART_OF, TieKind.HELD_AT, TieKind.INHERITED_BY, *EXCHANGE_TIES)


def compute_network_view(dataset: Dataset, language: str, texts: Texts) -> NetworkView:
    """The network of a data set in one language.

    Args:
        dataset: what to show; without entities the view has no nodes and its ``alt`` says so.
        language: code of the language of names.
        texts: the catalogue's texts in that language.
    """
    draft = _Draft(dataset, language, texts)
    return NetworkView(
        language=language,
        nodes=tuple(draft.nodes()),
        edges=tuple(draft.edges()),
        grounds=tuple(draft.grounds()),
        tie_labels=tuple(draft.tie_labels()),
        rail_labels=tuple(draft.rail_labels()),
        bars=tuple(draft.bars()),
        callouts=tuple(draft.callouts()),
        headings=tuple(_headings(texts)) if dataset.entities else (),
        legend=tuple(_legend(dataset, texts, language)),
        alt=_describe(dataset, texts),
    )


def count_text_lines(dataset: Dataset) -> Mapping[str, int]:
    """How many lines each name takes at most in any of its languages, by id, on the narrowest stage."""
    return {
        entity.id: max((_wrap_count(name, _width_em(entity)) for name in entity.names.values()), default=1)
        for entity in dataset.entities
        if entity.kind in _LABEL_EM
    }


def _width_em(entity: Entity) -> float:
    return _HELPER_EM if entity.standing == Standing.OTHER else _LABEL_EM[entity.kind]


def _wrap_count(text: str, width_em: float) -> int:
    """Lines that a browser needs: words, and characters of scripts without spaces, fill a line after the other."""
    lines, used = 1, 0.0
    for piece in split_words(text):
        width = measure_text(piece)
        if used and used + measure_text(piece.rstrip()) > width_em:
            lines, used = lines + 1, 0.0
        lines += max(0, ceil(width / width_em) - 1)
        used += width
    return lines


def split_words(text: str) -> tuple[str, ...]:
    """A name in pieces between which a line may break: at spaces and hyphens, and in Japanese where scripts change."""
    return tuple(piece for piece in _BREAK.split(text) if piece)


def shape_of(entity: Entity) -> Shape:
    """The symbol that stands for an entity."""
    if entity.kind == EntityKind.ACTIVITY:
        return "activity-caption" if entity.evidence == "caption" else "activity-text"
    return _SHAPES[entity.kind]


_SHAPES: Mapping[EntityKind, Shape] = {
    EntityKind.HOME: "home",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PARTNER: "partner",
    EntityKind.VENUE: "venue",
    EntityKind.RIVER: "river",
    EntityKind.COUNTRY: "country",
}


class _Draft:
    """One view in the making."""

    def __init__(self, dataset: Dataset, language: str, texts: Texts) -> None:
        self.dataset = dataset
        self.language = language
        self.texts = texts
        self.positions: Positions = place_network(dataset, count_text_lines(dataset))
        self.parts = {tie.source: tie.target for tie in dataset.ties if tie.kind == TieKind.PART_OF}

    @cached_property
    def lane_of(self) -> Mapping[str, int]:
        """The lane that a mark of the first three columns stands in."""
        return {
            key: number
            for number, lane in enumerate(self.positions.lanes)
            for key in (lane.owner, *lane.helpers, *_marks(lane))
        }

    @cached_property
    def ties_of_lane(self) -> Mapping[str, int]:
        return {tie: number for number, lane in enumerate(self.positions.lanes) for tie in lane.ties}

    @cached_property
    def on_tie(self) -> Mapping[str, tuple[str, ...]]:
        """The activities on the line of each exchange tie."""
        return {
            tie: tuple(key for key in on_tie if self.y(key) == self.positions.tie_levels[tie])
            for lane in self.positions.lanes
            for tie, on_tie in zip(lane.ties, lane.on_ties, strict=True)
        }

    @cached_property
    def _on_any_tie(self) -> frozenset[str]:
        return frozenset(key for on_tie in self.on_tie.values() for key in on_tie)

    def name(self, key: str) -> str:
        return in_language(self.dataset.entity[key].names, self.language)

    def point(self, key: str) -> Point:
        spot = self.positions.spots[key]
        return spot.x, spot.y

    def y(self, key: str) -> float:
        return self.positions.spots[key].y

    def column(self, key: str) -> Column:
        return self.positions.spots[key].column

    def accent(self, entity: Entity) -> str | None:
        theme = self.dataset.theme.get(entity.themes[0]) if entity.themes else None
        return theme.accent if theme else None

    def home_of(self, entity: Entity) -> str | None:
        return entity.id if entity.kind == EntityKind.HOME else entity.home

    # --- nodes ---

    def nodes(self) -> Iterable[NetworkNode]:
        for entity in self.dataset.entities:
            yield self._node(entity)

    def _node(self, entity: Entity) -> NetworkNode:
        x, y = self.point(entity.id)
        below = self._partner_above(entity)
        return NetworkNode(
            id=entity.id,
            kind=entity.kind,
            shape=shape_of(entity),
            name=self.name(entity.id),
            words=split_words(self.name(entity.id)),
            x=x,
            y=y,
            column=self.column(entity.id),
            side=self._side(entity, below),
            home=self.home_of(entity),
            accent=self.accent(entity),
            evidence=entity.evidence,
            standing=entity.standing,
            is_part=entity.kind == EntityKind.ACTIVITY and entity.id in self.parts,
            below=below,
            later=entity.later,
        )

    def _side(self, entity: Entity, below: str | None) -> LabelSide:
        if below:
            return "below"
        column = self.column(entity.id)
        return "along" if entity.kind == EntityKind.HOME else _SIDES[column]

    def _partner_above(self, entity: Entity) -> str | None:
        if entity.kind != EntityKind.COUNTRY:
            return None
        row = self.positions.spots[entity.id].row
        return next((key for key in self._located_in(entity.id) if self.positions.spots[key].row == row), None)

    def _located_in(self, key: str) -> list[str]:
        ties = (tie for tie in self.dataset.ties if tie.kind == TieKind.LOCATED_IN and tie.target == key)
        return [tie.source for tie in ties if self.column(tie.source) == Column.PARTNERS]

    def bars(self) -> Iterable[HomeBar]:
        for home, span in self.positions.home_spans.items():
            if home in self.dataset.entity:
                yield HomeBar(id=home, x=HOME_X, top=span.top, bottom=span.bottom)

    # --- edges ---

    def edges(self) -> Iterable[NetworkEdge]:
        for tie in self.dataset.ties:
            led = self._lead(tie)
            if led is not None:
                role, path = led
                yield NetworkEdge(
                    id=tie.id,
                    kind=tie.kind,
                    role=role,
                    ends=(tie.source, tie.target),
                    path=path,
                    home=self.home_of(self.dataset.entity[tie.source]) if tie.is_exchange else None,
                    later=tie.later,
                )

    def grounds(self) -> Iterable[Ground]:
        longest: dict[tuple[str, float], NetworkEdge] = {}
        for edge in self.edges():
            if edge.role in ("runs", "part"):
                shared = (edge.ends[1] if edge.role == "part" else self._owner_at(edge), edge.path.end[1])
                if shared not in longest or edge.path.end[0] > longest[shared].path.end[0]:
                    longest[shared] = edge
        yield from (Ground(role=edge.role, path=edge.path) for edge in longest.values())
        yield from (Ground(role="bracket", path=path) for path in self._bracket_grounds())

    def _owner_at(self, edge: NetworkEdge) -> str:
        return next(end for end in edge.ends if self.column(end) != Column.ACTIVITIES)

    def _bracket_grounds(self) -> Iterable[Path]:
        """One bracket for each heir, and a tick for each of those before it."""
        heirs: dict[str, list[float]] = defaultdict(list)
        for tie in self.dataset.ties:
            if tie.kind == TieKind.INHERITED_BY:
                heirs[tie.target].append(self.y(tie.source))
        for heir, levels in heirs.items():
            ends = {min(levels), max(levels), self.y(heir)}
            yield draw_straight((BRACKET_X, min(ends)), (BRACKET_X, max(ends)))
            for level in sorted({*levels, self.y(heir)}):
                yield draw_straight((BRACKET_X, level), (_BRACKET_END_X, level))

    def rail_labels(self) -> Iterable[RailLabel]:
        for lane, levels in zip(self.positions.lanes, self.positions.rail_levels, strict=True):
            if levels and lane.owner == lane.home and lane.owner:
                x = (BRACKET_X + ORGANISATION_X) / 2
                yield RailLabel(home=lane.home, text=self.texts("network-view-own-activities"), x=x, y=levels[0])

    def _lead(self, tie: Tie) -> tuple[Role, Path] | None:
        """How a tie is drawn; nothing where it is seen already by what stands inside or below what."""
        if tie.is_exchange:
            return "exchange", self._exchange_path(tie)
        if tie.kind == TieKind.INHERITED_BY:
            return "bracket", self._bracket_path(tie)
        if tie.kind == TieKind.PART_OF:
            return "part", draw_straight(self.point(tie.target), self.point(tie.source))
        if tie.kind == TieKind.WITH_PARTNER:
            return "band", lead(self.point(tie.source), self.point(tie.target))
        return self._rail(tie) or self._link(tie)

    def _exchange_path(self, tie: Tie) -> Path:
        start, end = self._start_of(tie.source), self.point(tie.target)
        level = self.positions.tie_levels.get(tie.id, start[1])
        if self.column(tie.source) == Column.HOMES:
            start = (HOME_X, level)
        stops = [self.point(key) for key in self.on_tie.get(tie.id, ())]
        turn = max([ORGANISATION_X, *(x for x, _ in stops)])
        return lead(start, *([] if level == start[1] else [(_RAIL_START_X, level)]), (turn, level), end)

    def _start_of(self, key: str) -> Point:
        return (HOME_X, self.y(key)) if self.column(key) == Column.HOMES else self.point(key)

    def _bracket_path(self, tie: Tie) -> Path:
        old, new = self.y(tie.source), self.y(tie.target)
        return draw_straight((_BRACKET_END_X, old), (BRACKET_X, old), (BRACKET_X, new), (_BRACKET_END_X, new))

    def _rail(self, tie: Tie) -> tuple[Role, Path] | None:
        """A tie between an owner and what stands on its rails, in whichever direction it is stated."""
        for owner, mark in ((tie.source, tie.target), (tie.target, tie.source)):
            number = self.lane_of.get(mark)
            if number is None or mark not in _marks(self.positions.lanes[number]):
                continue
            if self.positions.lanes[number].owner == owner:
                role: Role = "band" if mark in self._on_any_tie else "runs"
                return role, self._rail_path(owner, mark, number)
        return None

    def _rail_path(self, owner: str, mark: str, number: int) -> Path:
        rails = self.positions.rail_levels[number]
        x, y = self.point(mark)
        if self.column(owner) != Column.HOMES:
            start = self.point(owner)
            return lead(start, (_RAIL_START_X, y), (x, y)) if start[1] != y else lead(start, (x, y))
        nearest = rails[0] if y in rails else y
        return lead((HOME_X, nearest), (ORGANISATION_X, nearest), (_RAIL_START_X, y), (x, y))

    def _link(self, tie: Tie) -> tuple[Role, Path] | None:
        columns = {self.column(tie.source), self.column(tie.target)}
        if Column.HOMES in columns:
            is_inside = tie.kind in (TieKind.LOCATED_IN, TieKind.RUNS)
            return None if is_inside else ("behalf", self._back_path(tie))
        if tie.kind == TieKind.LOCATED_IN and columns == {Column.PARTNERS}:
            return None
        ends = sorted((self.point(tie.source), self.point(tie.target)))
        return "link", (lead if ends[0][0] != ends[1][0] else draw_straight)(*ends)

    def _back_path(self, tie: Tie) -> Path:
        other = tie.target if self.column(tie.source) == Column.HOMES else tie.source
        return draw_straight((_BRACKET_END_X, self.y(other)), (HOME_X, self.y(other)))

    def tie_labels(self) -> Iterable[TieLabel]:
        for tie in self.dataset.exchange_ties:
            yield self._tie_label(tie)

    def _tie_label(self, tie: Tie) -> TieLabel:
        text = self._kind_of(tie)
        x, level, is_open = self._label_place(tie)
        return TieLabel(
            id=tie.id,
            kind=tie.kind,
            text=text,
            title=self.texts(
                "network-view-tie-title", kind=text, source=self.name(tie.source), target=self.name(tie.target)
            ),
            x=round(x, 5),
            y=level,
            home=self.home_of(self.dataset.entity[tie.source]),
            is_open=is_open,
            later=tie.later,
        )

    def _label_place(self, tie: Tie) -> tuple[float, float, bool]:
        """Where on its line a tie has room for a word: before the organisations, or after the last activity."""
        level = self.positions.tie_levels.get(tie.id, self.y(tie.source))
        if self.column(tie.source) == Column.HOMES:
            return (BRACKET_X + ORGANISATION_X) / 2, level, True
        last = max([ORGANISATION_X, *(self.point(key)[0] for key in self.on_tie.get(tie.id, ()))])
        lane = self.positions.lanes[self.ties_of_lane[tie.id]] if tie.id in self.ties_of_lane else None
        is_free = lane is not None and not _marks(lane) and len(lane.ties) == 1
        return (last + PARTNER_X) / 2, level, is_free

    # --- callouts ---

    def callouts(self) -> Iterable[Callout]:
        for owner, activities in self._activities_of().items():
            y, is_above = self._callout_place(owner, activities)
            yield Callout(
                owner=owner,
                title=self._callout_title(owner),
                heading=self.texts("network-view-callout", count=len(activities)) if activities else "",
                y=y,
                is_above=is_above,
                lines=tuple(self._callout_line(key) for key in activities),
            )

    def _activities_of(self) -> Mapping[str, list[str]]:
        """What is listed when something is selected, by its id: its activities in the order of their marks."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for lane in self.positions.lanes:
            for tie, on_tie in zip(lane.ties, lane.on_ties, strict=True):
                found[tie] += on_tie
            found[lane.owner] += [key for key in _marks(lane) if self._is_activity(key)]
        for link in self.dataset.ties:
            if link.kind in (TieKind.WITH_PARTNER, TieKind.HELD_AT, TieKind.COOPERATES_WITH):
                for key, other in ((link.source, link.target), (link.target, link.source)):
                    if self._is_activity(key) and not self._is_activity(other) and key not in found[other]:
                        found[other].append(key)
            if link.kind == TieKind.PART_OF:
                found[link.target].append(link.source)
        unnamed = [
            key for lane in self.positions.lanes for key in (*lane.ties, *_marks(lane)) if self._callout_title(key)
        ]
        return {key: found[key] for key in dict.fromkeys((*found, *unnamed)) if key and (found[key] or key in unnamed)}

    def _callout_title(self, owner: str) -> str:
        """The name of an activity or venue, or the kind of a tie that has no room for it; empty for all others."""
        if owner in self.dataset.entity:
            return self.name(owner) if self.column(owner) == Column.ACTIVITIES else ""
        tie = self.dataset.tie[owner]
        return "" if self._label_place(tie)[2] else self._kind_of(tie)

    def _kind_of(self, tie: Tie) -> str:
        return self.texts(f"tie-kind-{tie.kind.value.replace('_', '-')}")

    def _is_activity(self, key: str) -> bool:
        return key in self.dataset.entity and self.dataset.entity[key].kind == EntityKind.ACTIVITY

    def _callout_line(self, key: str) -> CalloutLine:
        entity = self.dataset.entity[key]
        return CalloutLine(
            id=key,
            name=self.name(key),
            shape=shape_of(entity),
            accent=self.accent(entity),
            is_part=key in self.parts,
            later=entity.later,
        )

    def _own_lanes(self, owner: str, activities: Sequence[str]) -> set[int]:
        """The lanes in which ``owner`` and its activities stand."""
        ends = {self.dataset.tie[owner].source} if owner in self.dataset.tie else {owner}
        lanes = {number for number, lane in enumerate(self.positions.lanes) if lane.owner in ends}
        return lanes | {self.lane_of[key] for key in (owner, *activities) if key in self.lane_of}

    def _lanes_near(self, owner: str) -> set[int]:
        """The lanes of the organisations that ``owner`` is joined to, whose names one looks for."""
        near = {
            other
            for tie in self.dataset.ties
            if tie.kind in _NEARBY
            for here, other in ((tie.source, tie.target), (tie.target, tie.source))
            if here == owner and self.column(other) == Column.ORGANISATIONS
        }
        return {self.lane_of[key] for key in near if key in self.lane_of}

    def _callout_place(self, owner: str, activities: Sequence[str]) -> tuple[float, bool]:
        """Below or above the lanes of what is selected, where it covers fewer of the names one looks for."""
        own = [self.positions.lane_spans[number] for number in self._own_lanes(owner, activities)]
        near = [self.positions.lane_spans[number] for number in self._lanes_near(owner)]
        height = _CALLOUT_HEADING_HEIGHT + _CALLOUT_LINE_HEIGHT * len(activities)
        below, above = max(span.bottom for span in own), min(span.top for span in own)
        choices = [
            (_count_covered(near, below, below + height), below + height > 1, False),
            (_count_covered(near, above - height, above), above - height < 0, True),
        ]
        is_above = min(choices)[2]
        return (above if is_above else below), is_above


_SIDES: Mapping[Column, LabelSide] = {
    Column.HOMES: "along",
    Column.ORGANISATIONS: "before",
    Column.ACTIVITIES: "above",
    Column.PARTNERS: "after",
}


def _count_covered(spans: Sequence[Span], top: float, bottom: float) -> int:
    return sum(span.top < bottom and top < span.bottom for span in spans)


def _marks(lane: Lane) -> list[str]:
    """Activities and venues of a lane, in the order in which they are read."""
    return [key for group in (*lane.on_ties, *lane.attached, *lane.rails) for key in group]


# --- headings, legend, the sentence ---------------------------------------------------------------------------------


def _headings(texts: Texts) -> Iterable[ColumnHeading]:
    for column in Column:
        yield ColumnHeading(column=column, text=texts(f"network-view-column-{column}"))


def _legend(dataset: Dataset, texts: Texts, language: str) -> Iterable[LegendEntry]:
    """Only what the picture holds: shapes, then kinds of tie, then themes."""
    shapes = dict.fromkeys((shape_of(entity), _standing(entity)) for entity in dataset.entities)
    for shape, standing in sorted(shapes, key=_legend_order):
        if shape != "country":
            key = f"{shape}-{standing.value}" if standing else shape
            yield LegendEntry(mark="shape", id=shape, standing=standing, text=texts(f"network-view-legend-{key}"))
    present = {tie.kind for tie in dataset.exchange_ties}
    for kind in EXCHANGE_TIES:
        if kind in present:
            text = texts(f"tie-kind-{kind.value.replace('_', '-')}")
            yield LegendEntry(mark="tie", id=kind.value, text=text)
    if any(tie.kind == TieKind.INHERITED_BY for tie in dataset.ties):
        yield LegendEntry(mark="bracket", id="inherited", text=texts("network-view-legend-inherited"))
    for theme in dataset.themes:
        yield LegendEntry(mark="accent", id=theme.accent, text=in_language(theme.names, language))


def _standing(entity: Entity) -> Standing | None:
    return entity.standing if entity.kind == EntityKind.ORGANISATION else None


def _legend_order(entry: tuple[Shape, Standing | None]) -> tuple[int, int]:
    order: list[Shape] = ["home", "organisation", "activity-text", "activity-caption", "venue", "river", "partner"]
    shape, standing = entry
    return (order.index(shape) if shape in order else len(order), list(Standing).index(standing) if standing else 0)


def _describe(dataset: Dataset, texts: Texts) -> str:
    if not dataset.entities:
        return texts("network-view-empty")
    count = {kind: len(dataset.of_kind(kind)) for kind in EntityKind}
    return texts(
        "network-view-alt",
        homes=count[EntityKind.HOME],
        organisations=count[EntityKind.ORGANISATION],
        activities=count[EntityKind.ACTIVITY],
        partners=count[EntityKind.PARTNER],
        ties=len(dataset.exchange_ties),
    )
