"""How much of everything a data set holds."""

from __future__ import annotations

from dashboard.model import Dataset, EntityKind, Evidence, Standing


def counts(dataset: Dataset) -> dict[str, int]:
    """How much of everything a data set holds, by name.

    ``organisations`` are the exchange organisations, today's and earlier ones; ``organisations_other`` are named
    beside them. ``partner_countries`` counts the countries in which partners lie. ``links`` are structural ties.
    """
    by_kind = {kind: dataset.of_kind(kind) for kind in EntityKind}
    organisations = by_kind[EntityKind.ORGANISATION]
    partners = by_kind[EntityKind.PARTNER]
    activities = by_kind[EntityKind.ACTIVITY]
    standing = {each: sum(body.standing == each for body in organisations) for each in Standing}
    return {
        "homes": len(by_kind[EntityKind.HOME]),
        "organisations": standing[Standing.CURRENT] + standing[Standing.FORMER],
        "organisations_current": standing[Standing.CURRENT],
        "organisations_former": standing[Standing.FORMER],
        "organisations_other": standing[Standing.OTHER],
        "partners": len(partners),
        "partner_countries": len({partner.country for partner in partners}),
        "activities": len(activities),
        "activities_text": sum(activity.evidence == Evidence.TEXT for activity in activities),
        "activities_caption": sum(activity.evidence == Evidence.CAPTION for activity in activities),
        "venues": len(by_kind[EntityKind.VENUE]),
        "rivers": len(by_kind[EntityKind.RIVER]),
        "countries": len(by_kind[EntityKind.COUNTRY]),
        "partner_ties": sum(dataset.kind[tie.kind].is_with_partner for tie in dataset.exchange_ties),
        **{kind.id: sum(tie.kind == kind.id for tie in dataset.ties) for kind in dataset.kinds},
        "links": sum(not tie.is_exchange for tie in dataset.ties),
        "sources": len(dataset.sources),
        "gaps": len(dataset.gaps),
        "nodes": len(dataset.entities),
        "edges": len(dataset.ties),
    }
