"""The words of the field: kinds of things, kinds of ties, and how each is known."""

from __future__ import annotations

from enum import StrEnum


class EntityKind(StrEnum):
    HOME = "home"
    ORGANISATION = "organisation"
    PARTNER = "partner"
    ACTIVITY = "activity"
    VENUE = "venue"
    RIVER = "river"
    COUNTRY = "country"


class LinkKind(StrEnum):
    """Structure between two entities: who runs what, where, with whom. Kinds of exchange are rows: ``ExchangeKind``."""

    RUNS = "runs"
    WITH_PARTNER = "with_partner"
    PART_OF = "part_of"
    HELD_AT = "held_at"
    INHERITED_BY = "inherited_by"
    COOPERATES_WITH = "cooperates_with"
    ON_BEHALF_OF = "on_behalf_of"
    LOCATED_IN = "located_in"
    FLOWS_THROUGH = "flows_through"


STRUCTURE: tuple[str, ...] = tuple(LinkKind)
"""The kinds of tie that are structure. Every other kind is an exchange: drawn as a curve, with a card of its own."""


class Between(StrEnum):
    """Whom a kind of exchange may join."""

    HOME_PARTNER = "home_partner"
    ORGANISATION_PARTNER = "organisation_partner"
    ANY_PARTNER = "any_partner"  # a home or an organisation with a partner
    RIVERS = "rivers"


class Standing(StrEnum):
    """Whether an organisation is at work today, was inherited by another, or is named beside them."""

    CURRENT = "current"
    FORMER = "former"
    OTHER = "other"


class Evidence(StrEnum):
    """Where a document states an activity: in its running text, or only under a picture or as the title of a file."""

    TEXT = "text"
    CAPTION = "caption"


class NameOrigin(StrEnum):
    """Who gave a name: the document prints it, its bearer uses it elsewhere, or we translated it."""

    PRINTED = "printed"
    OFFICIAL = "official"
    OURS = "ours"


class NameUse(StrEnum):
    """Why an entity has a further name."""

    OWN = "own"  # in the bearer's own language and script
    TODAY = "today"
    FORMER = "former"
    AS_PRINTED = "as_printed"
    SHORT = "short"
    VARIANT = "variant"


class ShownAs(StrEnum):
    """How a place stands on the map: as the area that it is, or by the point of its seat."""

    AREA = "area"
    SEAT = "seat"
