"""The network as files: networkx node-link JSON, and GraphML and GEXF for Gephi and other graph programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from dashboard.exports.data.facts import describe_facts
from dashboard.exports.sheets.network_marks import SYMBOLS, symbol_token
from dashboard.exports.wording import read_texts
from dashboard.figures.network.nodes import draw_nodes
from dashboard.figures.network.plan import Plan
from dashboard.figures.network.records import NetworkNode
from dashboard.figures.palette import NEUTRAL, PALETTES, hue_of
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language
from dashboard.network.about import describe_network
from dashboard.network.graph import build_graph
from dashboard.network.wording import kind_name

_LIST_SEPARATOR = "; "
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
# The day of writing would make every file another one. An opacity, which networkx always writes, makes Gephi Lite read
# colours that it draws grey.
_UNWANTED = re.compile(r' lastmodifieddate="[^"]*"|(?<=<viz:color )([^>]*?) a="1\.0"')
# What networkx calls the edges by itself has changed, and so has the word by which it is told.
_NODE_LINK = {
    "name": "networkx node-link data",
    "edges": "edges",
    "networkx >= 3.4": 'networkx.node_link_graph(data, edges="edges")',
    "networkx < 3.4": 'networkx.node_link_graph(data, link="edges")',
}
_STAGE = (1600.0, 1000.0)
_BESIDE = 0.12  # of the stage's width


def render_network_json(dataset: Dataset, language: str) -> bytes:
    """networkx node-link JSON in UTF-8, with the edges under ``edges``; ``format`` says how networkx is told so.

    Only the title is in ``language``; names and texts are there in every language. Sources, themes, dates, contacts
    and gaps stand under ``graph``. Coordinates are ``lon`` and ``lat`` in degrees.
    """
    texts = read_texts(language)
    graph = build_graph(dataset)
    graph.graph["title"] = texts("exports-network-title", network=describe_network(dataset, texts).subtitle)
    graph.graph.update(describe_facts(dataset))
    data = {"format": _NODE_LINK, **nx.node_link_data(graph, edges="edges")}
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def render_graphml(dataset: Dataset, language: str) -> bytes:
    """GraphML in UTF-8 with flat attributes; ``nx.read_graphml`` and Gephi read it.

    ``label`` is in ``language``; texts in several languages become one attribute each, such as ``name_ja``. ``x``,
    ``y`` (upwards), ``size``, ``color`` and ``r, g, b`` (0 to 255) are those of the network's picture. The facts of the
    source are repeated at every node and edge, because GraphML has no place of its own for them.
    """
    texts = read_texts(language)
    looks = _find_looks(dataset, texts)
    flat: nx.MultiDiGraph[str] = _flatten_graph(dataset, texts)
    for node, attributes in flat.nodes(data=True):
        attributes.update(looks[node].flat)
    for *_, attributes in flat.edges(data=True):
        attributes.update(_mix(attributes.pop("hue"))._asdict())
    lines = [_DECLARATION, *nx.generate_graphml(flat, encoding="utf-8")]
    return "\n".join(lines).encode() + b"\n"


def render_gexf(dataset: Dataset, language: str) -> bytes:
    """GEXF 1.2 in UTF-8 with positions, sizes and colours of the network's picture in its ``viz`` namespace.

    ``nx.read_gexf`` and Gephi read it. Attributes are those of GraphML; an empty data set gives an empty graph.
    """
    texts = read_texts(language)
    looks = _find_looks(dataset, texts)
    flat: nx.MultiDiGraph[str] = _flatten_graph(dataset, texts)
    for node, attributes in flat.nodes(data=True):
        attributes["viz"] = looks[node].viz
    for _, _, key, attributes in flat.edges(keys=True, data=True):
        attributes["id"] = key
        attributes["viz"] = {"color": _mix(attributes.pop("hue"))._asdict()}
    text = "\n".join(nx.generate_gexf(flat, encoding="utf-8"))
    plain = _UNWANTED.sub(lambda found: found[1] or "", text)
    return f"{_DECLARATION}\n{plain}\n".encode()


class _Colour(NamedTuple):
    r: int
    g: int
    b: int


class _Look(NamedTuple):
    """How a node looks in the network's picture; x to the right, y upwards, as graph programs count."""

    x: float
    y: float
    size: float
    colour: _Colour
    shape: str

    @property
    def flat(self) -> dict[str, Any]:
        code = "#" + "".join(f"{part:02X}" for part in self.colour)
        return {"x": self.x, "y": self.y, "size": self.size, "color": code, **self.colour._asdict()}

    @property
    def viz(self) -> dict[str, Any]:
        place = {"x": self.x, "y": self.y, "z": 0.0}
        return {"position": place, "size": self.size, "color": self.colour._asdict(), "shape": self.shape}


def _find_looks(dataset: Dataset, texts: Texts) -> Mapping[str, _Look]:
    return {node.id: _look(node) for node in draw_nodes(Plan(dataset, texts.language.code, texts))}


def _look(node: NetworkNode) -> _Look:
    symbol, size = SYMBOLS.get(node.shape, ("disc", 9.0))
    shape = "square" if symbol == "square" else "disc"
    colour = _mix(symbol_token(node.shape, node.hue, node.accent))
    # A country's name stands below its partner's; two nodes at one place could not be told apart.
    x = node.x + (_BESIDE if node.below else 0.0)
    return _Look(round(x * _STAGE[0], 1), round((1 - node.y) * _STAGE[1], 1), size, colour, shape)


def _mix(token: str) -> _Colour:
    code = PALETTES["light"][token].removeprefix("#")
    return _Colour(*(int(code[place : place + 2], 16) for place in (0, 2, 4)))


def _flatten_graph(dataset: Dataset, texts: Texts) -> nx.MultiDiGraph[str]:
    """The network with attributes of one value each; edges bear the token of their hue."""
    graph = build_graph(dataset)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(node, **_label_node(attributes, texts), **dict(_flatten(attributes, dataset)))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        label = kind_name(attributes["kind"], dataset, texts)
        hue = hue_of(dataset.home_of(source), dataset) if dataset.tie[key].is_exchange else NEUTRAL
        flat.add_edge(source, target, key=key, label=label, hue=hue, **dict(_flatten(attributes, dataset)))
    return flat


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
