"""Records -> a networkx graph that carries the same facts."""

from __future__ import annotations

from typing import Any

import networkx as nx

from dashboard.model import Dataset, Entity, OtherName, Place, Tie


def build_graph(dataset: Dataset) -> nx.MultiDiGraph[str]:
    """Build the network.

    Returns:
        A directed multigraph. Nodes are entity ids with ``kind``, ``names``, ``later``, ``source_key``, ``locator``
        and whatever else the entity has (``lon`` and ``lat`` in degrees where it has a place); edges have the tie's id
        as their key, and ``kind``, ``later``, ``source_key``, ``locator``. What an entity or tie has not is left out.
        Nodes and edges stand in the order of the tables. An empty data set gives an empty graph.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((entity.id, _describe_entity(entity)) for entity in dataset.entities)
    for tie in dataset.ties:
        graph.add_edge(tie.source, tie.target, key=tie.id, **_describe_tie(tie))
    return graph


def _describe_entity(entity: Entity) -> dict[str, Any]:
    return _without_blanks(
        {
            "kind": entity.kind.value,
            "names": dict(entity.names),
            "name_origin": entity.name_origin.value,
            "summary": dict(entity.summary),
            "home": entity.home,
            "country": entity.country,
            "standing": entity.standing and entity.standing.value,
            "themes": list(entity.themes),
            "evidence": entity.evidence and entity.evidence.value,
            "other_names": [_describe_name(name) for name in entity.other_names],
            **_describe_place(entity.place),
            "later": entity.later,
            "source_key": entity.citation.source_key,
            "locator": entity.citation.locator,
        }
    )


def _describe_place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "lon": place.lon,
        "lat": place.lat,
        "shown_as": place.shown_as.value,
        "area": place.area,
        "seat": dict(place.seat),
        "place_source_key": place.citation.source_key,
        "place_locator": place.citation.locator,
    }


def _describe_name(name: OtherName) -> dict[str, Any]:
    return {
        "text": name.text,
        "language": name.language,
        "use": name.use.value,
        "later": name.later,
        "source_key": name.citation.source_key,
        "locator": name.citation.locator,
    }


def _describe_tie(tie: Tie) -> dict[str, Any]:
    return _without_blanks(
        {
            "id": tie.id,
            "kind": str(tie.kind),
            "note": dict(tie.note),
            "later": tie.later,
            "source_key": tie.citation.source_key,
            "locator": tie.citation.locator,
        }
    )


def _without_blanks(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None and value not in ({}, [])}
