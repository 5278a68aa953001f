"""What the documents name, and what only later sources know beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from dashboard.model.kinds import EntityKind
from dashboard.model.records import Dataset, Entity, Gap, Tie


def keep_documented(dataset: Dataset) -> Dataset:
    """The data set without entities and ties that stand in later sources alone, and without what is about these.

    What later sources say of something that a document names stays. The data set itself where nothing is left out, as
    where it has no documents at all.
    """
    entities = [entity for entity in dataset.entities if not entity.later]
    keys = {entity.id for entity in entities}
    ties = [tie for tie in dataset.ties if not tie.later and {tie.source, tie.target} <= keys]
    if not dataset.documents or (len(entities), len(ties)) == (len(dataset.entities), len(dataset.ties)):
        return dataset
    keys |= {tie.id for tie in ties}

    def is_told(gap: Gap) -> bool:
        by_document = any(not dataset.source[citation.source_key].is_later for citation in gap.citations)
        return by_document or bool(_among(gap, keys))

    kept = {
        "entities": settle_partners(entities, ties),
        "ties": tuple(ties),
        "dated_facts": tuple(fact for fact in dataset.dated_facts if fact.about in keys),
        "contacts": tuple(contact for contact in dataset.contacts if contact.about in keys),
        "gaps": tuple(gap.model_copy(update={"about": _among(gap, keys)}) for gap in dataset.gaps if is_told(gap)),
    }
    smaller = dataset.model_copy(update=kept)
    only_left_out = _cited(dataset) - _cited(smaller)
    used, in_use = ({kind.id for kind in each.kinds_in_use} for each in (dataset, smaller))
    return smaller.model_copy(
        update={
            "sources": tuple(source for source in dataset.sources if source.key not in only_left_out),
            "kinds": tuple(kind for kind in dataset.kinds if kind.id not in used - in_use),
        }
    )


def settle_partners(entities: Collection[Entity], ties: Iterable[Tie]) -> tuple[Entity, ...]:
    """The entities, with a home for every partner whose exchange ties all begin in the exchange of that one home."""
    home_of = {each.id: each.id if each.kind == EntityKind.HOME else each.home for each in entities}
    homes: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.is_exchange and (home := home_of.get(tie.source)):
            homes[tie.target].add(home)
    return tuple(_settle(entity, homes[entity.id]) for entity in entities)


def _settle(entity: Entity, homes: Collection[str]) -> Entity:
    if entity.kind != EntityKind.PARTNER:
        return entity
    return entity.model_copy(update={"home": next(iter(homes)) if len(homes) == 1 else None})


def _among(gap: Gap, keys: Collection[str]) -> tuple[str, ...]:
    return tuple(key for key in gap.about if key in keys)


def _cited(dataset: Dataset) -> set[str]:
    """The keys of all sources that something is stated by."""
    parts = (dataset.entities, dataset.ties, dataset.dated_facts, dataset.contacts)
    cited = [each.citation for part in parts for each in part]
    cited += (name.citation for entity in dataset.entities for name in entity.other_names)
    cited += (entity.place.citation for entity in dataset.entities if entity.place)
    cited += (citation for gap in dataset.gaps for citation in gap.citations)
    return {citation.source_key for citation in cited}
