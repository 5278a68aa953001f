"""The picture that messages and posts show with a link."""

from __future__ import annotations

import io

from PIL import Image, ImageColor

from dashboard.exports.hand_outs import render_preview
from dashboard.exports.sheets.raster import paint_png
from dashboard.exports.sheets.records import Area, Box, Ink, Mark, Pen, Stroke
from dashboard.figures.palette import PALETTES
from dashboard.model import Dataset, EntityKind

PALETTE = PALETTES["light"]
RED = Ink("vermilion")


def read(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def colour(token: str) -> tuple[int, ...]:
    return ImageColor.getrgb(PALETTE[token])


def test_it_is_a_map_in_the_size_that_previews_have_with_the_colours_of_all_homes(content: Dataset) -> None:
    picture = read(render_preview(content, "en"))
    assert picture.size == (1200, 630)
    found = {pixel for _, pixel in picture.getcolors(1 << 20)}
    hues = {home.hue for home in content.of_kind(EntityKind.HOME) if home.hue}
    assert {colour(token) for token in (*hues, "sea", "ink")} <= found


def test_it_is_there_for_an_empty_data_set() -> None:
    assert read(render_preview(Dataset(), "ja")).size == (1200, 630)


def test_holes_stay_open_dots_are_round_and_a_double_line_has_a_gap() -> None:
    ring = ((10.0, 10.0), (50.0, 10.0), (50.0, 50.0), (10.0, 50.0))
    hole = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
    items = [
        Area("land", (ring, hole), RED),
        Stroke("dots", (((60.0, 30.0), (98.0, 30.0)),), Pen(RED, 8.0, (0.1, 14.0))),
        Stroke("double", (((10.0, 70.0), (90.0, 70.0)),), Pen(RED, 9.0, is_double=True)),
        Mark("place", "disc", (80.0, 90.0), 10.0, None, Pen(RED, 2.0)),
    ]
    picture = read(paint_png(items, PALETTE, Box(0, 0, 100, 100), 100))
    paper, red = colour("paper"), colour("vermilion")
    wanted = {(15, 15): red, (30, 30): paper, (60, 30): red, (66, 30): paper, (50, 70): paper, (50, 67): red}
    assert {at: picture.getpixel(at) for at in wanted} == wanted
    assert picture.getpixel((80, 90)) == paper
