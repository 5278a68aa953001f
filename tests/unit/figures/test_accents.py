"""The marks of themes can be told apart: by their forms by everybody, by their colours as far as colours go."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely

from dashboard.figures.accents import ACCENTS, FORMS, accent_rules
from dashboard.figures.network.svg import paint_shapes
from dashboard.figures.palette import PALETTES, STRONG, Palette, contrast, hue_rules
from dashboard.model import Dataset
from tests.unit.figures.eyes import EYES, distance

SCHEMES = pytest.mark.parametrize(
    ("palette", "apart"),
    [(PALETTES["light"], 0.08), (PALETTES["dark"], 0.08), (STRONG, 0.05)],
    ids=["light", "dark", "strong"],
)
SEVEN = list(ACCENTS.values())[:7]


def test_every_theme_of_the_content_has_a_colour_and_a_form_of_its_own(content: Dataset) -> None:
    marks = [ACCENTS[theme.accent] for theme in content.themes]
    assert len({mark.token for mark in marks}) == len({mark.form for mark in marks}) == len(content.themes) == 7
    assert len({accent.form for accent in ACCENTS.values()}) == len(ACCENTS) == len(FORMS)


@SCHEMES
def test_colours_of_themes_are_told_apart_by_every_kind_of_eye(palette: Palette, apart: float) -> None:
    for eye, matrix in EYES.items():
        for one, other in combinations(ACCENTS.values(), 2):
            assert distance(palette[one.token], palette[other.token], matrix) >= apart, (eye, one.name, other.name)
        for one, other in combinations(SEVEN, 2):
            assert distance(palette[one.token], palette[other.token], matrix) >= apart * 1.4, (
                eye,
                one.name,
                other.name,
            )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised", "sunk", "selected"])
def test_marks_of_themes_stand_out_from_what_they_lie_on(scheme: str, ground: str) -> None:
    palette = PALETTES[scheme]  # type: ignore[index]
    assert all(contrast(palette[accent.token], palette[ground]) >= 3 for accent in ACCENTS.values())


def test_marks_of_themes_have_strong_contrast_on_white() -> None:
    assert all(contrast(STRONG[accent.token], "#FFFFFF") >= 7 for accent in ACCENTS.values())


@SCHEMES
def test_in_grey_no_two_of_the_seven_are_equally_dark_though_forms_have_to_tell_them(
    palette: Palette, apart: float
) -> None:
    del apart
    steps = [contrast(palette[one.token], palette[other.token]) for one, other in combinations(SEVEN, 2)]
    assert 1.15 <= min(steps) < 1.5  # not enough to name a grey by: that is what the forms are for


def test_forms_weigh_about_the_same_lie_on_their_point_and_share_little_of_their_outlines() -> None:
    shapes = {name: shapely.Polygon(ring) for name, ring in FORMS.items()}
    disc = shapely.Point(0, 0).buffer(1)
    for name, shape in shapes.items():
        assert shape.is_valid, name
        assert 0.85 <= shape.area / disc.area <= 1.15, (name, shape.area / disc.area)
        assert shape.contains(shapely.Point(0, 0)), name
        assert max(map(abs, shape.bounds)) <= 1.55, name
    for one, other in combinations([*shapes, "disc"], 2):
        first, second = shapes.get(one, disc), shapes.get(other, disc)
        assert first.symmetric_difference(second).area >= 0.15 * disc.area, (one, other)


def test_each_accent_is_a_symbol_of_the_page_and_a_class_of_the_style_sheet() -> None:
    symbols = str(paint_shapes())
    for accent in ACCENTS.values():
        assert f'id="{accent.token}"' in symbols
        assert f".accent-{accent.name}{{--accent:var(--{accent.token})}}" in accent_rules()
        assert f"--{accent.token}:{accent.strong};" in hue_rules()
