"""Small data sets made in the test itself, and random ones of every possible shape."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dashboard.model import (
    Citation,
    Dataset,
    Entity,
    EntityKind,
    Evidence,
    NameOrigin,
    Standing,
    Tie,
)
from dashboard.tables import shipped_kinds

CITATION = Citation(source_key="document", locator="¶1")


def entity(key: str, kind: str, **fields: Any) -> Entity:
    given: dict[str, Any] = {"names": {"ja": key, "en": key}, **fields}
    return Entity(
        id=key, kind=EntityKind(kind), name_origin=NameOrigin.PRINTED, summary={"en": ""}, citation=CITATION, **given
    )


def tie(source: str, kind: str, target: str) -> Tie:
    return Tie(id=f"{source}--{kind}--{target}", kind=kind, source=source, target=target, citation=CITATION)


def world(*things: Entity | Tie) -> Dataset:
    return Dataset(
        kinds=shipped_kinds(),
        entities=tuple(thing for thing in things if isinstance(thing, Entity)),
        ties=tuple(thing for thing in things if isinstance(thing, Tie)),
    )


def organisation(key: str, home: str = "home", standing: str = "former", **fields: Any) -> Entity:
    return entity(key, "organisation", home=home, standing=Standing(standing), **fields)


def activity(key: str, home: str = "home", **fields: Any) -> Entity:
    return entity(key, "activity", home=home, evidence=Evidence.TEXT, **fields)


_ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "sister_city": (("home",), ("partner",)),
    "friendly_exchange": (("home", "organisation"), ("partner",)),
    "organisation_exchange": (("organisation",), ("partner",)),
    "support": (("organisation",), ("partner",)),
    "sister_river": (("river",), ("river",)),
    "runs": (("home", "organisation"), ("activity",)),
    "with_partner": (("activity",), ("partner",)),
    "part_of": (("activity",), ("activity",)),
    "held_at": (("activity",), ("venue",)),
    "inherited_by": (("organisation",), ("organisation",)),
    "cooperates_with": (("organisation",), ("organisation", "activity")),
    "on_behalf_of": (("organisation",), ("home",)),
    "located_in": (("organisation", "venue", "partner", "activity"), ("home", "country", "venue")),
    "flows_through": (("river",), ("home", "partner")),
}


@st.composite
def worlds(draw: st.DrawFn) -> Dataset:
    """Any data set that obeys the vocabulary: entities with or without a home, ties between any fitting two."""
    homes = [entity(f"home-{number}", "home") for number in range(draw(st.integers(0, 3)))]
    home = st.sampled_from([None, *(each.id for each in homes)])
    others = [
        _draw_entity(draw, kind, number, draw(home))
        for kind in ("organisation", "partner", "activity", "venue", "river", "country")
        for number in range(draw(st.integers(0, 5)))
    ]
    entities = [*homes, *others]
    ties: dict[str, Tie] = {}
    for _ in range(draw(st.integers(0, 25)) if entities else 0):
        kind = draw(st.sampled_from(sorted(_ENDS)))
        sources, targets = ([each.id for each in entities if each.kind.value in ends] for ends in _ENDS[kind])
        if sources and targets:
            source, target = draw(st.sampled_from(sources)), draw(st.sampled_from(targets))
            if source != target:
                made = tie(source, kind, target)
                ties[made.id] = made
    return Dataset(kinds=shipped_kinds(), entities=tuple(entities), ties=tuple(ties.values()))


def _draw_entity(draw: st.DrawFn, kind: str, number: int, home: str | None) -> Entity:
    fields: dict[str, Any] = {} if kind == "country" else {"home": home}
    if kind == "organisation":
        fields["standing"] = draw(st.sampled_from(Standing))
    if kind == "activity":
        fields["evidence"] = draw(st.sampled_from(Evidence))
    name = draw(st.text(st.characters(codec="utf-8", categories=("L", "Nd", "Zs")), min_size=1, max_size=60))
    return entity(f"{kind}-{number}", kind, names={"ja": name, "en": name}, **fields)
