"""What the documents name, and what only later sources know beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from dashboard.model.kinds import EntityKind
from dashboard.model.records import Dataset, Entity, Gap, Tie

_OF_EXCHANGE = (EntityKind.HOME, EntityKind.PARTNER)


def keep_documented(dataset: Dataset) -> Dataset:
    """The data set without homes, partners and exchange ties that stand in later sources alone, and what hangs on them.

    What later sources say of anything that a document names stays, such as a date or who takes part. The data set
    itself where nothing is left out, as where it has no documents at all.
    """
    later = {entity.id for entity in dataset.entities if entity.later and entity.kind in _OF_EXCHANGE}
    out = later | {each.id for each in dataset.entities if each.home in later and each.kind != EntityKind.PARTNER}
    ties = [tie for tie in dataset.ties if not (tie.later and tie.is_exchange) and not out & {tie.source, tie.target}]
    joined = {end for tie in ties for end in (tie.source, tie.target)}
    entities = [each for each in dataset.entities if each.id not in out and (not each.later or each.id in joined)]
    if not dataset.documents or (len(entities), len(ties)) == (len(dataset.entities), len(dataset.ties)):
        return dataset
    keys = {entity.id for entity in entities}
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
    smaller = _replace(dataset, **kept)
    only_left_out = _cited(dataset) - _cited(smaller)
    used, in_use = ({kind.id for kind in each.kinds_in_use} for each in (dataset, smaller))
    return _replace(
        smaller,
        sources=tuple(source for source in dataset.sources if source.key not in only_left_out),
        kinds=tuple(kind for kind in dataset.kinds if kind.id not in used - in_use),
    )


def _replace(dataset: Dataset, **parts: object) -> Dataset:
    """A data set anew: a copy of the model would keep what has been looked up in the old one."""
    return Dataset(**({name: getattr(dataset, name) for name in Dataset.model_fields} | parts))


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
