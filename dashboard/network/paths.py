"""Why two things are connected: the way from one to the other, step by step.

The browser finds the same way (``findPath`` in ``assets/js/core/network.js``). The rule for both:

1. Ties are walked in either direction. The rank of a tie is 0 for an exchange tie and 1 for structure.
2. The neighbours of an entity are put in order by the lowest rank of the ties to them, then by their id.
3. A breadth-first search begins at the first entity and visits neighbours in that order. Each entity keeps the
   entity from which it was reached first. Following those back from the second entity gives the way.
4. Between two entities the tie with the lowest rank is taken; among equals the one whose id comes first.

Ids are compared by their code points.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import total_ordering
from itertools import pairwise
from typing import Literal

import networkx as nx
from pydantic import BaseModel, ConfigDict

from dashboard.model import EXCHANGE_TIES, TieKind

Direction = Literal["forward", "backward"]


class Step(BaseModel):
    """One tie on the way. ``backward`` means that the tie itself runs from ``target`` to ``source``."""

    model_config = ConfigDict(frozen=True)

    source: str
    target: str
    tie_id: str
    kind: TieKind
    direction: Direction

    @property
    def sentence_key(self) -> str:
        """Key of the sentence that tells the step; it takes ``source`` and ``target``, the names in walking order."""
        key = f"tie-sentence-{self.kind.value.replace('_', '-')}"
        return key if self.direction == "forward" else f"{key}-back"


class Path(BaseModel):
    """The way between two entities; without steps when both are the same."""

    model_config = ConfigDict(frozen=True)

    steps: tuple[Step, ...] = ()


def explain_path(graph: nx.MultiDiGraph[str], start: str, end: str, *, later: bool = True) -> Path | None:
    """Find the shortest way from one entity to another.

    Args:
        graph: the network, from ``build_graph``.
        start: id of an entity.
        end: id of an entity.
        later: whether ties that only later sources state may be walked.

    Returns:
        The way, or None when there is none or an id names no entity.
    """
    if start not in graph or end not in graph:
        return None
    best = _find_best_ties(graph, later=later)
    reached_from = dict(nx.bfs_predecessors(_order_neighbours(graph, best), start))
    if end != start and end not in reached_from:
        return None
    way = _retrace(reached_from, end)
    return Path(steps=tuple(best[frozenset(pair)].walk(*pair) for pair in pairwise(way)))


@total_ordering
class _Way(BaseModel):
    """A tie that can be walked between two entities."""

    model_config = ConfigDict(frozen=True)

    tie_id: str
    kind: TieKind
    source: str

    @property
    def rank(self) -> int:
        return 0 if self.kind in EXCHANGE_TIES else 1

    def __lt__(self, other: _Way) -> bool:
        return (self.rank, self.tie_id) < (other.rank, other.tie_id)

    def walk(self, here: str, there: str) -> Step:
        direction: Direction = "forward" if self.source == here else "backward"
        return Step(source=here, target=there, tie_id=self.tie_id, kind=self.kind, direction=direction)


def _find_best_ties(graph: nx.MultiDiGraph[str], *, later: bool) -> Mapping[frozenset[str], _Way]:
    """The tie to walk between every two entities that are joined."""
    best: dict[frozenset[str], _Way] = {}
    for source, target, key, tie in graph.edges(keys=True, data=True):
        if later or not tie["later"]:
            way = _Way(tie_id=key, kind=tie["kind"], source=source)
            pair = frozenset((source, target))
            best[pair] = min(best.get(pair, way), way)
    return best


def _order_neighbours(graph: nx.MultiDiGraph[str], best: Mapping[frozenset[str], _Way]) -> nx.Graph[str]:
    # Pairs in order of (rank, ids) leave the neighbours of every single entity in order of (rank, id).
    pairs = sorted((way.rank, min(pair), max(pair)) for pair, way in best.items())
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(graph)
    ordered.add_edges_from((one, other) for _, one, other in pairs)
    return ordered


def _retrace(reached_from: Mapping[str, str], end: str) -> list[str]:
    way = [end]
    while way[-1] in reached_from:
        way.append(reached_from[way[-1]])
    return way[::-1]
