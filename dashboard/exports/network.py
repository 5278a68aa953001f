"""The network as files: networkx node-link JSON, and GraphML for Gephi and other graph programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from dashboard.exports.facts import describe_facts
from dashboard.exports.wording import name_homes, read_texts
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language
from dashboard.network.graph import build_graph

_LIST_SEPARATOR = "; "
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def render_network_json(dataset: Dataset, language: str) -> bytes:
    """networkx node-link JSON in UTF-8; ``nx.node_link_graph(data, edges="edges")`` reads it.

    Only the title is in ``language``; names and texts are there in every language. Sources, themes, dates, contacts
    and gaps stand under ``graph``. Coordinates are ``lon`` and ``lat`` in degrees.
    """
    texts = read_texts(language)
    graph = build_graph(dataset)
    graph.graph["title"] = texts("exports-network-title", homes=name_homes(dataset, texts))
    graph.graph.update(describe_facts(dataset))
    data = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def render_graphml(dataset: Dataset, language: str) -> bytes:
    """GraphML in UTF-8 with flat attributes; ``nx.read_graphml`` and Gephi read it.

    ``label`` is in ``language``; texts in several languages become one attribute each, such as ``name_ja``. The facts
    of the source are repeated at every node and edge, because GraphML has no place of its own for them.
    """
    texts = read_texts(language)
    graph = build_graph(dataset)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(node, **_label_node(attributes, texts), **dict(_flatten(attributes, dataset)))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        label = texts(f"tie-kind-{attributes['kind'].replace('_', '-')}")
        flat.add_edge(source, target, key=key, label=label, **dict(_flatten(attributes, dataset)))
    lines = [_DECLARATION, *nx.generate_graphml(flat, encoding="utf-8")]
    return "\n".join(lines).encode() + b"\n"


def _label_node(attributes: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    name = in_language(attributes["names"], texts.language.code)
    return {"label": name, "kind_label": texts(f"kind-{attributes['kind']}")}


def _flatten(attributes: Mapping[str, Any], dataset: Dataset) -> Iterator[tuple[str, str | float | bool]]:
    for name, value in attributes.items():
        if isinstance(value, dict):
            yield from ((f"{name.removesuffix('s')}_{code}", text) for code, text in value.items())
        elif name == "other_names":
            yield name, _LIST_SEPARATOR.join(other["text"] for other in value)
        elif isinstance(value, list):
            yield name, _LIST_SEPARATOR.join(value)
        elif name != "id":
            yield name, value
    yield from _flatten_source(attributes["source_key"], dataset)


def _flatten_source(key: str, dataset: Dataset) -> Iterator[tuple[str, str]]:
    source = dataset.source[key]
    yield "source_url", source.url
    yield "source_date", source.date.isoformat() if source.date else "undated"
    yield from ((f"source_maker_{code}", maker) for code, maker in source.maker.items())
