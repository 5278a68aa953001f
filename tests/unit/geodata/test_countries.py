"""Every country that there is has a box, and each box holds its country."""

from __future__ import annotations

import shapely
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from geodata import layers
from geodata.countries import country_boxes, lies_in
from geodata.recipe.boxes import box

# Codes that CLDR has beside those of ISO 3166-1: groups, unknown and imaginary ones, and reserved ones for islands.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
CAPITALS = {
    "JP": (139.69, 35.69),
    "NP": (85.32, 27.70),
    "FJ": (178.44, -18.14),
    "KI": (173.0, 1.33),
    "NZ": (174.78, -41.29),
    "TV": (179.2, -8.52),
    "XK": (21.16, 42.66),
    "RE": (55.45, -20.88),
    "SJ": (15.64, 78.22),
    "GI": (-5.35, 36.14),
}


def test_there_is_a_box_for_every_country_of_iso_3166_for_kosovo_and_for_no_other() -> None:
    listed = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()}
    assert set(country_boxes()) == (listed - NOT_ISO) | {"XK"}
    assert len(country_boxes()) == 249 + 1


def test_a_box_has_its_corners_in_order_and_only_those_across_180_degrees_turn_round() -> None:
    turned = set()
    for code, (west, south, east, north) in country_boxes().items():
        assert -90 <= south < north <= 90, code
        assert -180 <= west <= 180 and -180 <= east <= 180 and west != east, code
        if west > east:
            turned.add(code)
    assert turned == {"FJ", "KI", "NZ", "RU", "TV", "UM", "US"}


def test_a_capital_lies_in_its_country_and_its_mirror_does_not() -> None:
    for code, (lon, lat) in CAPITALS.items():
        assert lies_in(country_boxes()[code], lon, lat), code
        assert not lies_in(country_boxes()[code], lon, -lat - 20), code


def test_the_northern_territories_lie_in_japans_box_and_crimea_in_ukraines_alone() -> None:
    assert lies_in(country_boxes()["JP"], 148.7, 45.4)
    assert lies_in(country_boxes()["UA"], 34.1, 44.95)


def test_the_boxes_hold_the_countries_that_are_drawn() -> None:
    japan = layers.shapes(layers.WORLD)["JPN"]
    west, south, east, north = country_boxes()["JP"]
    assert shapely.box(west, south, east, north).contains(japan)


@given(st.integers(-179, 179), st.integers(2, 100))
def test_the_box_of_two_islands_is_the_shorter_way_around_them(west: int, apart: int) -> None:
    places = [(lon + 180) % 360 - 180 for lon in (west, west + apart)]
    found = box(shapely.MultiPolygon([shapely.box(lon + 0.25, 10.25, lon + 0.75, 10.75) for lon in places]))
    assert all(lies_in(found, lon + 0.5, 10.5) for lon in places)
    assert (found[2] - found[0]) % 360 == apart + 3
