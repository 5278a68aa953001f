"""Colours can be read and told apart, in light and in dark."""

from __future__ import annotations

import pytest

from dashboard.figures.palette import LINE_COLOURS, PALETTES, TEXT_COLOURS, contrast, home_colour

BOTH = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 6) == 21
    assert contrast("#B93A1E", "#B93A1E") == 1
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


def test_light_and_dark_have_the_same_names() -> None:
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()


@BOTH
@pytest.mark.parametrize("name", TEXT_COLOURS)
def test_letters_stand_out_from_paper(palette: dict[str, str], name: str) -> None:
    assert contrast(palette[name], palette["paper"]) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["land", "sea", "halo"])
@pytest.mark.parametrize("name", ["ink", "ink-soft", "home-ishikawa", "home-ichinoseki"])
def test_names_on_the_map_stand_out_from_the_glow_around_them(palette: dict[str, str], name: str, ground: str) -> None:
    # Names carry a glow of "halo"; even where it is thin, large type must be readable.
    assert contrast(palette[name], palette[ground]) >= (4.5 if ground == "halo" else 3.5)


@BOTH
@pytest.mark.parametrize("ground", ["paper", "sea", "land"])
@pytest.mark.parametrize("name", LINE_COLOURS)
def test_curves_and_markers_stand_out_from_paper_sea_and_land(palette: dict[str, str], name: str, ground: str) -> None:
    assert contrast(palette[name], palette[ground]) >= 3


@BOTH
def test_a_home_without_a_hue_of_its_own_is_drawn_in_soft_ink(palette: dict[str, str]) -> None:
    assert home_colour(palette, "ishikawa") == palette["home-ishikawa"]
    assert home_colour(palette, "elsewhere") == home_colour(palette, None) == palette["ink-soft"]
