"""Colours can be read and told apart, in light and in dark."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from dashboard.figures.palette import (
    HUES,
    LINE_COLOURS,
    PALETTES,
    STRONG,
    TEXT_COLOURS,
    contrast,
    hue_class,
    hue_of,
    hue_rules,
)
from dashboard.model import Dataset

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
        assert _distance(palette[one], palette[other], _EYES["usual"]) >= 0.069, (one, other)
    for eye, matrix in _EYES.items():
        for one, other in combinations(HUES[:6], 2):
            assert _distance(palette[one], palette[other], matrix) >= 0.075, (eye, one, other)


@pytest.mark.parametrize("hue", HUES)
def test_strong_contrast_holds_on_white_and_on_its_land(hue: str) -> None:
    assert contrast(STRONG[hue], "#FFFFFF") >= 7
    assert contrast(STRONG[hue], "#D9D9D9") >= 4.5


def test_every_hue_has_a_rule_and_a_value_by_night() -> None:
    rules = hue_rules()
    night = rules.partition(".night{")[2]
    for hue in HUES:
        assert f".hue-{hue}{{--hue:var(--{hue})}}" in rules
        assert f"--{hue}:{PALETTES['dark'][hue]};" in night


# How colours look to eyes without one kind of cone (Machado, Oliveira and Fernandes 2009), on linear red, green, blue.
_EYES = {
    "usual": np.eye(3),
    "protan": np.array([[0.15229, 1.05258, -0.20487], [0.11450, 0.78628, 0.09922], [-0.00388, -0.04812, 1.05200]]),
    "deutan": np.array([[0.36732, 0.86065, -0.22797], [0.28009, 0.67250, 0.04741], [-0.01182, 0.04294, 0.96888]]),
    "tritan": np.array([[1.25553, -0.07675, -0.17878], [-0.07841, 0.93081, 0.14760], [0.00473, 0.69137, 0.30390]]),
}
_TO_CONES = np.array([[0.41222, 0.53633, 0.05145], [0.21190, 0.68070, 0.10740], [0.08830, 0.28172, 0.62998]])
_TO_OKLAB = np.array([[0.21045, 0.79362, -0.00407], [1.97800, -2.42859, 0.45059], [0.02590, 0.78277, -0.80868]])


def _distance(one: str, other: str, eye: np.ndarray) -> float:
    """The distance of two colours in Oklab, as an eye sees them."""
    return float(np.linalg.norm(_oklab(one, eye) - _oklab(other, eye)))


def _oklab(colour: str, eye: np.ndarray) -> np.ndarray:
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return _TO_OKLAB @ np.cbrt(np.clip(_TO_CONES @ eye @ linear, 0, None))
