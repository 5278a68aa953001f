"""The places as GeoJSON."""

from __future__ import annotations

import json
from typing import Any

from dashboard.exports.data.facts import cite, describe_facts
from dashboard.exports.wording import read_texts
from dashboard.i18n import Texts
from dashboard.model import Dataset, Entity, Place, in_language
from dashboard.network.about import describe_network


def render_places(dataset: Dataset, language: str) -> bytes:
    """A GeoJSON FeatureCollection of points (lon, lat in degrees, WGS 84), one for every entity that has a place.

    The order is that of the tables. ``shown_as`` tells whether the point is only the seat of what is meant. ``label``
    is in ``language``, ``names`` in every language; the sources stand beside the features.
    """
    texts = read_texts(language)
    collection = {
        "type": "FeatureCollection",
        "title": texts("exports-places-title", network=describe_network(dataset, texts).subtitle),
        "features": [_describe_feature(entity, entity.place, texts) for entity in dataset.entities if entity.place],
        "sources": describe_facts(dataset)["sources"],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def _describe_feature(entity: Entity, place: Place, texts: Texts) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": entity.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "label": in_language(entity.names, texts.language.code),
            "kind": entity.kind.value,
            "names": dict(entity.names),
            "country": entity.country,
            "shown_as": place.shown_as.value,
            "area": place.area,
            "seat": dict(place.seat),
            **cite(place.citation),
            "entity_source_key": entity.citation.source_key,
            "entity_locator": entity.citation.locator,
        },
    }
