"""Japan's position on boundaries, and what Japanese school atlases leave undetermined.

Natural Earth draws who is in control. The rules below move whole parts of
countries, so that every border stays shared by its two neighbours; the one
cut is the 50th parallel on Sakhalin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import layers
from geodata.recipe.generalise import Shapes

UNDETERMINED = layers.UNDETERMINED
"""Id of what school atlases leave white: southern Sakhalin and the Kuril chain from Uruppu to Shumushu."""

_SAKHALIN_BORDER_LAT = 50.0
_ON_SAKHALIN = shapely.Point(142.7, 47.0)
_SOUTH = shapely.box(140.0, 45.0, 146.0, _SAKHALIN_BORDER_LAT)
_NORTHERN_TERRITORIES = shapely.box(145.2, 43.3, 148.95, 45.65)
_URUPPU_TO_SHUMUSHU = shapely.box(149.0, 45.5, 156.55, 51.0)
_SOUTH_OFF_SAKHALIN = shapely.box(140.9, 45.7, 145.0, _SAKHALIN_BORDER_LAT)
_IN_CRIMEA = shapely.Point(34.4, 45.3)


@dataclass(frozen=True)
class _Transfer:
    """Parts of one country that belong to another id."""

    source: str
    target: str
    applies: Callable[[BaseGeometry], bool]


def _always(_part: BaseGeometry) -> bool:
    return True


_TRANSFERS = (
    _Transfer("RUS", "JPN", lambda part: bool(part.within(_NORTHERN_TERRITORIES))),
    _Transfer("RUS", "UKR", lambda part: bool(part.intersects(_IN_CRIMEA) and part.area < 10)),
    _Transfer("RUS", UNDETERMINED, lambda part: bool(part.within(_URUPPU_TO_SHUMUSHU))),
    _Transfer("RUS", UNDETERMINED, lambda part: bool(part.within(_SOUTH_OFF_SAKHALIN))),
    _Transfer("SOL", "SOM", _always),
    _Transfer("CYN", "CYP", _always),
)


def apply_position(shapes: Shapes) -> Shapes:
    """Move the disputed parts to where Japan's official position and the school atlases put them.

    Args:
        shapes: countries by id, a valid coverage; ids that a rule names may be absent.

    Returns:
        New shapes, sorted by id, with ``UNDETERMINED`` among them; again a valid coverage.
    """
    parts = {key: list(shapely.get_parts(shape)) for key, shape in shapes.items()}
    parts["RUS"] = [half for part in parts["RUS"] for half in _cut_sakhalin(part)]
    for rule in _TRANSFERS:
        moved = [part for part in parts.get(rule.source, []) if rule.applies(part)]
        parts[rule.source] = [part for part in parts.get(rule.source, []) if not rule.applies(part)]
        parts.setdefault(rule.target, []).extend(moved)
    return {key: _joined(parts[key]) for key in sorted(parts) if parts[key]}


def _cut_sakhalin(part: BaseGeometry) -> list[BaseGeometry]:
    if not part.intersects(_ON_SAKHALIN):
        return [part]
    halves = (part.intersection(_SOUTH), part.difference(_SOUTH))
    return [half for halved in halves for half in shapely.get_parts(halved)]


def _joined(parts: list[BaseGeometry]) -> BaseGeometry:
    return shapely.MultiPolygon(list(shapely.get_parts(shapely.coverage_union_all(parts))))
