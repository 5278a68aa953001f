"""The built layers are what the manifest says, and show what Japan's maps show."""

import hashlib
from collections.abc import Mapping

import brotli
import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geodata import layers, topology
from geodata.layers import UNDETERMINED

NORTHERN_TERRITORIES = {
    "kunashiri": (145.85, 44.1),
    "etorofu": (147.8, 45.0),
    "shikotan": (146.75, 43.79),
    "habomai, west": (145.91, 43.44),
    "habomai, middle": (146.065, 43.43),
    "habomai, east": (146.32, 43.635),
}
SEATS = {
    "irkutsk": (104.29076, 52.29566, "RUS"),
    "nanjing": (118.77778, 32.06167, "CHN"),
    "jeonju": (127.14889, 35.82194, "KOR"),
    "luxor": (32.6421, 25.69893, "EGY"),
    "emerald": (148.15784, -23.52296, "AUS"),
    "ishikawa": (136.625573, 36.594682, "JPN"),
    "ichinoseki": (141.1263889, 38.93444444, "JPN"),
    "vienna": (16.37208, 48.20849, "AUT"),
    "kathmandu": (85.3206, 27.70169, "NPL"),
    "ho chi minh city": (106.62965, 10.82302, "VNM"),
}
DISPUTED = {
    "uruppu": (150.0, 45.9, UNDETERMINED),
    "southern sakhalin": (142.7, 47.0, UNDETERMINED),
    "northern sakhalin": (142.9, 51.5, "RUS"),
    "crimea": (34.4, 45.3, "UKR"),
    "srinagar": (74.8, 34.08, "IND"),
    "gilgit": (74.3, 35.9, "PAK"),
    "aksai chin": (79.5, 35.2, "CHN"),
    "arunachal": (94.5, 28.0, "IND"),
    "taipei": (121.52, 25.03, "TWN"),
    "western sahara": (-13.5, 24.5, "MAR"),
    "kosovo": (21.0, 42.6, "XKX"),
    "golan": (35.8, 33.0, "ISR"),
    "northern cyprus": (33.5, 35.25, "CYP"),
    "somaliland": (45.0, 9.5, "SOM"),
}
ISLANDS = {
    "okinawa": (128.0, 26.5, "JPN"),
    "amami": (129.4, 28.3, "JPN"),
    "sado": (138.4, 38.05, "JPN"),
    "tsushima": (129.3, 34.4, "JPN"),
    "jeju": (126.55, 33.38, "KOR"),
    "noto": (137.1, 37.35, "JPN"),
    "wajima": (136.9, 37.37, "JPN"),
}
PARTNER_COUNTRIES = ("RUS", "CHN", "KOR", "AUT", "NPL", "EGY", "AUS", "VNM")


def owner(point: tuple[float, float], shapes: Mapping[str, BaseGeometry], *, within_degrees: float = 0.0) -> list[str]:
    """The ids of the shapes at a point, or that near to it."""
    return [key for key, shape in shapes.items() if shape.distance(shapely.Point(point)) <= within_degrees]


def rings_turning_wrongly(shape: BaseGeometry) -> list[shapely.LinearRing]:
    return [
        ring
        for polygon in shapely.get_parts(shape)
        for ring, is_hole in [(polygon.exterior, False), *((hole, True) for hole in polygon.interiors)]
        if shapely.is_ccw(ring) != is_hole
    ]


@pytest.mark.parametrize("record", layers.manifest().layers, ids=lambda record: record.file)
def test_every_file_has_the_checksum_and_the_size_that_the_manifest_states(record: layers.LayerRecord) -> None:
    content = layers.layer_path(record.file).read_bytes()
    assert hashlib.sha256(content).hexdigest() == record.sha256
    assert len(content) == record.bytes


def test_the_manifest_names_every_file_of_the_folder_and_no_other() -> None:
    found = {path.name for path in layers.FOLDER.iterdir() if path.suffix in (".json", ".geojson")}
    assert found == {record.file for record in layers.manifest().layers}


def test_every_layer_names_packages_that_the_manifest_describes() -> None:
    known = {package.name for package in layers.manifest().packages}
    assert all(set(record.packages) <= known for record in layers.manifest().layers)


def test_a_layer_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="atlantis"):
        layers.read_layer("atlantis")


@pytest.mark.parametrize(("lon", "lat", "country"), SEATS.values(), ids=SEATS)
def test_every_seat_lies_in_its_country_and_no_other(lon: float, lat: float, country: str) -> None:
    assert owner((lon, lat), layers.shapes("world_110m")) == [country]


@pytest.mark.parametrize(("lon", "lat", "country"), DISPUTED.values(), ids=DISPUTED)
def test_disputed_places_stand_where_the_recipe_puts_them(lon: float, lat: float, country: str) -> None:
    assert owner((lon, lat), layers.shapes("world_110m")) == [country]


@pytest.mark.parametrize("name", ["world_110m", "japan"])
@pytest.mark.parametrize("point", NORTHERN_TERRITORIES.values(), ids=NORTHERN_TERRITORIES)
def test_the_northern_territories_are_there_and_japans(point: tuple[float, float], name: str) -> None:
    assert owner(point, layers.shapes(name), within_degrees=0.03) == ["JPN"]


@pytest.mark.parametrize(("lon", "lat", "country"), ISLANDS.values(), ids=ISLANDS)
def test_islands_and_peninsulas_that_readers_look_for_are_kept(lon: float, lat: float, country: str) -> None:
    assert owner((lon, lat), layers.shapes("world_110m"), within_degrees=0.02) == [country]


def test_no_part_of_russia_lies_between_hokkaido_and_kamchatka() -> None:
    kurils = shapely.box(145.2, 43.3, 156.3, 50.8)
    assert not layers.shapes("world_110m")["RUS"].intersects(kurils.intersection(shapely.box(145.2, 43, 156, 50.5)))


def test_no_polygon_claims_takeshima_for_another_country() -> None:
    islands = layers.shapes("islands")["takeshima"].buffer(0.2)
    assert not any(shape.intersects(islands) for shape in layers.shapes("japan").values())
    assert not any(shape.intersects(islands) for shape in layers.shapes("world_110m").values())


def test_takeshima_and_senkaku_are_points_of_japan() -> None:
    features = layers.read_layer("islands")["features"]
    assert {feature["id"]: feature["properties"]["iso3"] for feature in features} == {
        "senkaku": "JPN",
        "takeshima": "JPN",
    }


def test_the_world_has_every_country_once() -> None:
    ids = [entry["id"] for entry in layers.read_layer("world_110m")["objects"]["countries"]["geometries"]]
    assert len(ids) == len(set(ids)) == 241
    assert {*PARTNER_COUNTRIES, "JPN", "TWN", "VAT", "TUV", "ATA", UNDETERMINED} <= set(ids)
    assert not {"SOL", "CYN", "KOS"} & set(ids)


def test_every_country_has_a_label_point_of_longitude_and_latitude() -> None:
    for entry in layers.read_layer("world_110m")["objects"]["countries"]["geometries"]:
        lon, lat = entry["properties"]["ct"]
        assert -180 <= lon <= 180, entry["id"]
        assert -90 <= lat <= 90, entry["id"]


def test_plotly_finds_every_object_that_it_asks_for() -> None:
    objects = layers.read_layer("world_110m")["objects"]
    assert set(objects) == {"countries", "land", "coastlines", "ocean", "lakes", "rivers", "subunits"}
    assert objects["ocean"]["geometries"] == objects["subunits"]["geometries"] == []


def test_what_plotly_paints_as_lakes_is_the_undetermined_area() -> None:
    (lakes,) = topology.decode(layers.read_layer("world_110m"), "lakes")
    assert lakes["geometry"].equals(layers.shapes("world_110m")[UNDETERMINED])


@pytest.mark.parametrize("name", ["world_110m", "areas", "japan"])
def test_every_outer_ring_is_clockwise_and_every_hole_is_not(name: str) -> None:
    wrong = {key: len(rings_turning_wrongly(shape)) for key, shape in layers.shapes(name).items()}
    assert not any(wrong.values()), wrong
    assert not rings_turning_wrongly(layers.land())


def test_the_world_is_a_valid_coverage_after_decoding() -> None:
    shapes = np.array(list(layers.shapes("world_110m").values()), dtype=object)
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)


def test_japan_and_its_neighbours_are_a_valid_coverage() -> None:
    shapes = layers.japan().geometry.to_numpy()
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)


def test_land_is_the_sum_of_the_countries() -> None:
    whole = shapely.coverage_union_all(list(layers.shapes("world_110m").values()))
    assert layers.land().symmetric_difference(whole).area == pytest.approx(0, abs=1e-6)


def test_an_area_has_exactly_the_edges_of_its_country() -> None:
    countries = layers.shapes("world_110m")
    for area in layers.areas().itertuples():
        country = countries[area.iso3]
        assert area.geometry.difference(country).area == 0, area.id
        coast = set(map(tuple, shapely.get_coordinates(area.geometry))) & set(
            map(tuple, shapely.get_coordinates(country))
        )
        # Irkutsk touches no border of Russia, and so shares no point with its outline.
        assert coast or area.id == "irkutsk", area.id


def test_countries_that_are_partners_are_filled_whole() -> None:
    areas, countries = layers.shapes("areas"), layers.shapes("world_110m")
    assert areas["austria"].equals(countries["AUT"])
    assert areas["nepal"].equals(countries["NPL"])


OFFICIAL_KM2 = {"irkutsk": 774_846, "jiangsu": 102_600, "jeollabuk-do": 8_067, "ishikawa": 4_186, "iwate": 15_275}


@pytest.mark.parametrize(("key", "km2"), OFFICIAL_KM2.items())
def test_areas_are_about_as_large_as_they_really_are(key: str, km2: float) -> None:
    shape = layers.areas().set_crs("EPSG:4326").to_crs("EPSG:6933").loc[key, "geometry"]
    assert shape.area / 1e6 == pytest.approx(km2, rel=0.15)


@pytest.mark.parametrize("seat", ["irkutsk", "ishikawa"])
def test_a_seat_lies_in_its_own_area(seat: str) -> None:
    lon, lat, _ = SEATS[seat]
    assert owner((lon, lat), layers.shapes("areas")) == [seat]


def test_the_prefectures_of_the_inset_lie_within_its_japan() -> None:
    japan = layers.japan().loc["JPN", "geometry"]
    assert list(layers.japan_areas().index) == ["ishikawa", "iwate"]
    for shape in layers.japan_areas().geometry:
        assert shape.difference(japan).area == 0


def test_boundary_lines_are_drawn_at_four_places_and_cross_no_land() -> None:
    lines = layers.shapes("boundaries")
    assert set(lines) == {"etorofu-uruppu", "hokkaido-sakhalin", "kamchatka-shumushu", "sakhalin-50n"}
    at_sea = [line for key, line in lines.items() if key != "sakhalin-50n"]
    assert not any(line.intersects(layers.land()) for line in at_sea)
    assert not any(line.intersects(shape) for line in at_sea for shape in layers.shapes("japan").values())


def test_the_line_on_sakhalin_runs_along_the_50th_parallel() -> None:
    line = layers.shapes("boundaries")["sakhalin-50n"]
    assert set(shapely.get_coordinates(line)[:, 1]) == {50.0}
    assert line.length > 1


def test_a_boundary_at_sea_lies_between_the_two_shores_it_parts() -> None:
    line, world = layers.shapes("boundaries"), layers.shapes("world_110m")
    for key, one, other in (
        ("hokkaido-sakhalin", "JPN", UNDETERMINED),
        ("etorofu-uruppu", "JPN", UNDETERMINED),
        ("kamchatka-shumushu", "RUS", UNDETERMINED),
    ):
        near = line[key].buffer(1)
        way = shapely.shortest_line(world[one].intersection(near), world[other].intersection(near))
        assert way.intersects(line[key]), key


def test_no_border_runs_along_the_antimeridian() -> None:
    seam = shapely.box(179.9, 60, 180.1, 75)
    crossing = shapely.get_parts(layers.shapes("world_110m")["RUS"].boundary.intersection(seam))
    assert crossing.size
    assert all(np.ptp(shapely.get_coordinates(line)[:, 1]) < 0.2 for line in crossing)


def test_the_world_is_light_enough_to_send() -> None:
    content = layers.layer_path("world_110m").read_bytes()
    assert len(brotli.compress(content, quality=11)) <= 60_000
    assert len(layers.layer_path("japan").read_bytes()) <= 25_000


def test_no_layer_names_a_sea() -> None:
    for record in layers.manifest().layers:
        text = layers.layer_path(record.file).read_text(encoding="utf-8").lower()
        assert "sea" not in text, record.file


def test_tables_are_in_degrees_and_indexed_by_id() -> None:
    for table in (layers.countries(), layers.areas(), layers.japan(), layers.japan_areas()):
        assert table.crs == "EPSG:4326"
        assert list(table.index) == list(table["id"])
    assert list(layers.countries()["iso3"]) == list(layers.countries().index)


@pytest.mark.parametrize(
    ("river", "towns"),
    [
        ("kitakami", ((141.13, 39.7), (141.13, 38.93), (141.3, 38.43))),  # Morioka, Ichinoseki, Ishinomaki
        ("nile", ((33.2, 0.44), (32.53, 15.6), (32.9, 24.09), (32.64, 25.7), (31.24, 30.04))),  # Jinja to Cairo
    ],
)
def test_a_course_runs_by_the_towns_on_its_river_one_after_the_other(
    river: str, towns: tuple[tuple[float, float], ...]
) -> None:
    course = layers.shapes("rivers")[river]
    points = [shapely.Point(town) for town in towns]
    assert all(course.distance(point) < 0.12 for point in points)
    along = [course.project(point) for point in points]
    assert along == sorted(along)
    assert course.is_simple


def test_what_is_no_public_domain_has_its_licence_beside_it() -> None:
    assert [record.file for record in layers.manifest().layers if "LGPL" in record.licence] == ["rivers.geojson"]
    texts = [(layers.FOLDER / "licences" / f"{name}-3.0.txt").read_text() for name in ("GPL", "LGPL")]
    assert ["LESSER" in text[:200] for text in texts] == [False, True]
