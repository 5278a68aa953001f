"""Colours can be read and told apart, in light and in dark."""

from __future__ import annotations

from itertools import combinations

import pytest

from dashboard.figures.palette import (
    HUES,
    LINE_COLOURS,
    PALETTES,
    STRONG,
    TEXT_COLOURS,
    contrast,
    hue_class,
    hue_form,
    hue_of,
    hue_rules,
)
from dashboard.model import Dataset, EntityKind
from tests.unit.figures.eyes import EYES, distance

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
@pytest.mark.parametrize("name", ["ink", "ink-soft", *HUES])
def test_names_on_the_map_stand_out_from_the_glow_around_them(palette: dict[str, str], name: str, ground: str) -> None:
    # Names carry a glow of "halo"; even where it is thin, large type must be readable.
    assert contrast(palette[name], palette[ground]) >= (4.5 if ground == "halo" else 3.5)


@BOTH
@pytest.mark.parametrize("ground", ["paper", "sea", "land"])
@pytest.mark.parametrize("name", LINE_COLOURS)
def test_curves_and_markers_stand_out_from_paper_sea_and_land(palette: dict[str, str], name: str, ground: str) -> None:
    assert contrast(palette[name], palette[ground]) >= 3


def test_a_home_has_the_hue_of_its_row_and_what_belongs_to_none_is_drawn_in_soft_ink(small: Dataset) -> None:
    assert hue_of("ishikawa", small) == "indigo"
    assert hue_of(None, small) == "ink-soft"
    assert (hue_class("indigo"), hue_class("ink-soft")) == (" hue-indigo", "")


@BOTH
def test_hues_are_told_apart_and_the_first_six_by_every_kind_of_eye(palette: dict[str, str]) -> None:
    for one, other in combinations(HUES, 2):
        assert distance(palette[one], palette[other], EYES["usual"]) >= 0.069, (one, other)
    for eye, matrix in EYES.items():
        for one, other in combinations(HUES[:6], 2):
            assert distance(palette[one], palette[other], matrix) >= 0.075, (eye, one, other)


@BOTH
def test_without_colour_the_first_six_homes_are_told_apart_by_form_or_by_how_dark_they_are(
    palette: dict[str, str],
) -> None:
    for one, other in combinations(HUES[:6], 2):
        assert hue_form(one) != hue_form(other) or contrast(palette[one], palette[other]) >= 1.4, (one, other)


def test_in_grey_print_lines_of_the_two_homes_differ_twofold_and_their_marks_in_form(content: Dataset) -> None:
    one, other = (home.hue or "" for home in content.of_kind(EntityKind.HOME))
    for palette in (PALETTES["light"], STRONG):
        assert contrast(palette[one], palette[other]) >= 2
    assert hue_form(one) != hue_form(other)


@pytest.mark.parametrize("hue", HUES)
def test_strong_contrast_holds_on_white_and_on_its_land(hue: str) -> None:
    assert contrast(STRONG[hue], "#FFFFFF") >= 7
    assert contrast(STRONG[hue], "#D9D9D9") >= 4.5


def test_every_hue_has_a_rule_and_a_value_by_night() -> None:
    rules = hue_rules()
    night = rules.partition(".night{")[2]
    for hue in HUES:
        assert f".hue-{hue}{{--hue:var(--{hue})" in rules
        assert f"--{hue}:{PALETTES['dark'][hue]};" in night
