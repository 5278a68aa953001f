"""Puts the lanes of the network, and what their ties lead to, in an order in which few ties cross.

Lanes first move to the mean of their partners (the barycentre heuristic). Then each is tried in every other place of
its block, where that can better anything; how often is bounded by the size of the network.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice

from dashboard.model import Dataset
from dashboard.network.lanes import Lane, build_lanes, right_side

_SIFTED_UP_TO = 40  # lanes of one block; beyond that the barycentre sweeps alone put them in order
_SWEEPS = 8
MOST_TRIED = 100_000  # ties in all orders that are tried

Cost = tuple[int, float, int]
"""Crossings; then how far ties and links within the right-hand column lead; then how many lanes changed places."""


def order_lanes(dataset: Dataset) -> tuple[Lane, ...]:
    """Every lane of the data set, home by home; no lanes for an empty data set. The same data gives the same order."""
    lanes = build_lanes(dataset)
    scale = Scale(dataset, lanes)
    return tuple(_sift(_sweep_up(list(lanes), scale), scale))


def partners_in_order(lanes: Sequence[Lane], dataset: Dataset) -> tuple[str, ...]:
    """Everything of the right-hand column from top to bottom: ends of ties by the mean of their lanes, the rest after.

    Right-hand things are partners, and rivers that a tie leads to.
    """
    scale = Scale(dataset, lanes)
    means = scale.means(scale.edges(lanes))
    return tuple(sorted(scale.right, key=lambda key: (means.get(key, float(len(lanes))), scale.right[key])))


def count_crossings(lanes: Sequence[Lane], dataset: Dataset) -> int:
    """How many pairs of exchange ties cross between the lanes and the right-hand column in this order."""
    return Scale(dataset, lanes).weigh(lanes)[0]


class Scale:
    """Weighs orders of the same lanes; ``tried`` is how many ties stood in all of them together.

    ``right`` has the ends of ties and the other right-hand things by their places in the tables.
    """

    def __init__(self, dataset: Dataset, start: Sequence[Lane]) -> None:
        self.tried = 0
        self.right = {key: place for place, key in enumerate(right_side(dataset))}
        self._targets = {tie.id: tie.target for tie in dataset.exchange_ties}
        self._start = {id(lane): number for number, lane in enumerate(start)}
        led_to = Counter(self._targets[tie] for lane in start for tie in lane.ties)
        links = ((tie.source, tie.target) for tie in dataset.ties if not tie.is_exchange)
        self._links = [pair for pair in links if pair[0] in led_to and pair[1] in led_to]
        self._shared = {key for key, ties in led_to.items() if ties > 1}.union(chain.from_iterable(self._links))

    def edges(self, lanes: Sequence[Lane]) -> list[tuple[float, str]]:
        """Where each tie leaves, in lanes from the top, and what it leads to."""
        return [
            (number + place / (len(lane.ties) + 1), self._targets[tie])
            for number, lane in enumerate(lanes)
            for place, tie in enumerate(lane.ties)
        ]

    @staticmethod
    def means(edges: Iterable[tuple[float, str]]) -> Mapping[str, float]:
        """The mean of where the ties to each end leave."""
        starts: dict[str, list[float]] = defaultdict(list)
        for start, key in edges:
            starts[key].append(start)
        return {key: sum(values) / len(values) for key, values in starts.items()}

    def weigh(self, lanes: Sequence[Lane]) -> Cost:
        """What an order costs."""
        edges = self.edges(lanes)
        self.tried += len(edges)
        means = self.means(edges)
        reach = sum(abs(start - means[key]) for start, key in edges)
        links = sum(abs(means[source] - means[target]) for source, target in self._links)
        moved = count_inversions(self._start[id(lane)] for lane in lanes)
        return self._cross(edges, means), round(reach + links, 6), moved

    def _cross(self, edges: Iterable[tuple[float, str]], means: Mapping[str, float]) -> int:
        ends = sorted((key for key in means if key in self.right), key=lambda key: (means[key], self.right[key]))
        order = {key: place for place, key in enumerate(ends)}
        return count_inversions(order[key] for _, key in edges if key in order)

    def wish(self, lane: Lane, means: Mapping[str, float]) -> float | None:
        """The mean of a lane's partners; None for a lane without ties."""
        ends = [means[self._targets[tie]] for tie in lane.ties]
        return sum(ends) / len(ends) if ends else None

    def matters(self, lane: Lane) -> bool:
        """Whether another place of the lane can better anything: somebody else leads to the same end, or beside it."""
        return any(self._targets[tie] in self._shared for tie in lane.ties)


def count_inversions(values: Iterable[int]) -> int:
    """How many pairs stand in descending order."""
    seen: list[int] = []
    count = 0
    for value in values:
        count += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    return count


def _sweep_up(lanes: list[Lane], scale: Scale) -> list[Lane]:
    best = scale.weigh(lanes)
    for _ in range(_SWEEPS):
        swept = _sweep(lanes, scale)
        cost = scale.weigh(swept)
        if cost >= best:
            break
        lanes, best = swept, cost
    return lanes


def _sweep(lanes: list[Lane], scale: Scale) -> list[Lane]:
    """One step of the barycentre heuristic: lanes move to the mean of their partners, the rest stays."""
    means = scale.means(scale.edges(lanes))
    wishes = {id(lane): scale.wish(lane, means) for lane in lanes}
    place = {id(lane): float(number) for number, lane in enumerate(lanes)}

    def key(lane: Lane) -> float:
        wish = wishes[id(lane)]
        return place[id(lane)] if wish is None else wish

    return [lane for _, block in groupby(lanes, key=_block) for lane in sorted(block, key=key)]


def _block(lane: Lane) -> tuple[str, int]:
    return lane.home, lane.rank


def _sift(lanes: list[Lane], scale: Scale) -> list[Lane]:
    """Try lanes in every place of their blocks and keep what costs less, until nothing does."""
    best, improved = scale.weigh(lanes), True
    while improved and best > (0, 0.0, 0):
        improved = False
        for candidate in _moves(lanes, scale):
            if scale.tried > MOST_TRIED:
                return lanes
            if (cost := scale.weigh(candidate)) < best:
                lanes, best, improved = candidate, cost, True
                break
    return lanes


def _moves(lanes: list[Lane], scale: Scale) -> Iterator[list[Lane]]:
    first = 0
    for _, block in groupby(lanes, key=_block):
        size = len(list(block))
        if size <= _SIFTED_UP_TO and any(map(scale.matters, islice(lanes, first, first + size))):
            for source in range(first, first + size):
                for target in range(first, first + size):
                    if source != target:
                        moved = [*lanes[:source], *lanes[source + 1 :]]
                        moved.insert(target, lanes[source])
                        yield moved
        first += size
