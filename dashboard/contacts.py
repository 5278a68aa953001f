"""Whom to ask: who has a contact of their own, and who else is asked about the rest."""

from __future__ import annotations

from dashboard.model import Dataset, EntityKind


def find_contact(dataset: Dataset, key: str) -> str | None:
    """Id of whoever can be asked about an entity or exchange tie; None where nobody of its home has a contact.

    That is the thing itself where it has a contact, else somebody of the same home who has one.
    """
    reachable = dict.fromkeys(contact.about for contact in dataset.contacts)
    if key in reachable:
        return key
    homes = _homes_of(dataset, key)
    return next((other for other in reachable if other in dataset.entity and homes & _homes_of(dataset, other)), None)


def _homes_of(dataset: Dataset, key: str) -> set[str | None]:
    """The homes to whose exchange a thing belongs."""
    if key in dataset.tie:
        return _homes_of(dataset, dataset.tie[key].source)
    entity = dataset.entity[key]
    own = {entity.id if entity.kind == EntityKind.HOME else entity.home}
    tied = (tie.source for tie in dataset.exchange_ties if tie.target == key)
    return (own.union(*(_homes_of(dataset, source) for source in tied if source != key))) - {None}
