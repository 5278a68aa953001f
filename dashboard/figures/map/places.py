"""Where entities stand on the map, and in which hue and line they and their ties are drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dashboard.figures.lines import Line, line_of
from dashboard.figures.map.frame import near_longitude
from dashboard.figures.map.records import LonLat, MapArea, MapFrame, MapMarker, Role
from dashboard.figures.palette import NEUTRAL, hue_of
from dashboard.model import Dataset, Entity, EntityKind, LinkKind, Place, ShownAs, Tie

_HOME_RADIUS_PX = 6.0
_RADIUS_PX = {ShownAs.AREA: 3.5, ShownAs.SEAT: 5.0}
_ON_THE_MAP = (EntityKind.HOME, EntityKind.PARTNER)


class Gazetteer:
    """The places of one data set. Longitudes lie within half a circle of the homes, so that curves never jump."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._flows = {tie.source: tie.target for tie in reversed(dataset.ties) if tie.kind == LinkKind.FLOWS_THROUGH}
        homes = [entity.place.lon for entity in dataset.of_kind(EntityKind.HOME) if entity.place]
        self._reference = sum(homes) / len(homes) if homes else 0.0
        self._hues = self._gather_hues()

    @property
    def shown(self) -> tuple[Entity, ...]:
        """Homes and partners that have a place, homes first."""
        return tuple(entity for kind in _ON_THE_MAP for entity in self._dataset.of_kind(kind) if entity.place)

    def stand_in(self, key: str) -> str | None:
        """The id of the entity at whose point the ties of ``key`` begin or end; None when there is no point.

        An organisation is represented by its home, a river by the first place that it flows through.
        """
        entity = self._dataset.entity[key]
        substitute = self._flows.get(key) if entity.kind == EntityKind.RIVER else entity.home
        if entity.kind not in _ON_THE_MAP and self._place(substitute):
            return substitute
        return key if entity.place else None

    def point(self, key: str) -> LonLat:
        """Longitude and latitude of an entity; raise KeyError for one without a place."""
        place = self._place(key)
        if place is None:
            raise KeyError(key)
        return (near_longitude(place.lon, self._reference), place.lat)

    def home_of_tie(self, tie: Tie) -> str | None:
        """The id of the home from which a tie goes out."""
        return self._dataset.home_of(tie.source)

    def hue_of_tie(self, tie: Tie) -> str:
        """The token of the hue of the home from which a tie goes out."""
        return hue_of(self.home_of_tie(tie), self._dataset)

    def line(self, tie: Tie) -> Line:
        """The line that stands for the kind of a tie."""
        return line_of(tie.kind, self._dataset)

    def hue(self, entity: Entity) -> str:
        """The token of an entity's hue: its own, that of the home it is tied to, or neutral when there are several."""
        if entity.kind == EntityKind.HOME:
            return hue_of(entity.id, self._dataset)
        hues = self._hues.get(entity.id, {hue_of(entity.home, self._dataset)})
        return next(iter(hues)) if len(hues) == 1 else NEUTRAL

    def mark(self, entity: Entity, frame: MapFrame) -> MapMarker:
        """The marker of an entity that has a place."""
        lon, lat = self.point(entity.id)
        ((x, y),) = frame.place([(lon, lat)])
        role, shown_as = _role(entity), ShownAs.AREA if is_area(entity) else ShownAs.SEAT
        return MapMarker(
            id=entity.id,
            role=role,
            hue=self.hue(entity),
            shown_as=shown_as,
            lon=round(lon, 3),
            lat=round(lat, 3),
            x=round(float(x), 1),
            y=round(float(y), 1),
            radius=_HOME_RADIUS_PX if role == "home" else _RADIUS_PX[shown_as],
            later=entity.later,
        )

    def fill(self, entity: Entity) -> MapArea:
        """The filled area of an entity for which ``is_area`` holds."""
        area = entity.place.area if entity.place else None
        return MapArea(id=entity.id, area=area or "", role=_role(entity), hue=self.hue(entity), later=entity.later)

    def _place(self, key: str | None) -> Place | None:
        entity = self._dataset.entity.get(key) if key else None
        return entity.place if entity else None

    def _gather_hues(self) -> Mapping[str, set[str]]:
        hues: dict[str, set[str]] = defaultdict(set)
        for tie in self._dataset.exchange_ties:
            hues[tie.target].add(self.hue_of_tie(tie))
        return hues


def is_area(entity: Entity) -> bool:
    """Whether an entity is the area itself, and not something at a point in it."""
    return entity.place is not None and entity.place.shown_as == ShownAs.AREA and entity.place.area is not None


def _role(entity: Entity) -> Role:
    return "home" if entity.kind == EntityKind.HOME else "partner"
