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


class TieKind(StrEnum):
    """What stands between two entities. The first five are ties that a reader may select; the rest is structure."""

    SISTER_CITY = "sister_city"
    FRIENDLY_EXCHANGE = "friendly_exchange"
    ORGANISATION_EXCHANGE = "organisation_exchange"
    SUPPORT = "support"
    SISTER_RIVER = "sister_river"

    RUNS = "runs"
    WITH_PARTNER = "with_partner"
    PART_OF = "part_of"
    HELD_AT = "held_at"
    INHERITED_BY = "inherited_by"
    COOPERATES_WITH = "cooperates_with"
    ON_BEHALF_OF = "on_behalf_of"
    LOCATED_IN = "located_in"
    FLOWS_THROUGH = "flows_through"


PARTNER_TIES = (TieKind.SISTER_CITY, TieKind.FRIENDLY_EXCHANGE, TieKind.ORGANISATION_EXCHANGE, TieKind.SUPPORT)
"""Kinds of tie between a home or organisation and a foreign partner."""

EXCHANGE_TIES = (*PARTNER_TIES, TieKind.SISTER_RIVER)
"""Every kind that is drawn as a curve and has a card of its own."""

STRUCTURE = tuple(kind for kind in TieKind if kind not in EXCHANGE_TIES)


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
