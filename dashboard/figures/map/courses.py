"""The courses of rivers, each framed by itself: a river of a hundred kilometres is lost on a map of the world."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import shapely

from dashboard.figures.map.frame import fit_course_frame
from dashboard.figures.map.labels import Names
from dashboard.figures.map.places import Gazetteer
from dashboard.figures.map.records import MapBase, MapCourse
from dashboard.model import Dataset, Entity, EntityKind
from geodata import layers


def frame_courses(dataset: Dataset, gazetteer: Gazetteer, names: Names) -> tuple[MapCourse, ...]:
    """Rivers of which the layer "rivers" has a course under their id, in the order of the tables."""
    return tuple(_frame_all(dataset, gazetteer, names))


def _frame_all(dataset: Dataset, gazetteer: Gazetteer, names: Names) -> Iterator[MapCourse]:
    for river in dataset.of_kind(EntityKind.RIVER):
        line = layers.shapes("rivers").get(river.id)
        if line is not None:
            points = tuple((float(lon), float(lat)) for lon, lat in shapely.get_coordinates(line))
            frame = fit_course_frame(points)
            yield MapCourse(
                id=river.id,
                name=names.name(river.id),
                hue=gazetteer.hue(river),
                frame=frame,
                base=MapBase(layer=_layer(river), lon_range=frame.lon_range, lat_range=frame.lat_range),
                points=points,
                later=river.later,
            )


def _layer(river: Entity) -> Literal["japan", "world_110m"]:
    return "japan" if river.country == "JP" else "world_110m"
