"""Remakes the pictures of the documentation from the running program: ``python -m docs.pictures.make [NAME ...]``.

It starts the program on a free port, drives the system's Chromium, and writes PNG files with a palette to keep them
small.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image, ImageColor
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.figures.palette import PALETTES
from tests.browser.chromium import FLAGS, find_chromium, free_port, running_server

FOLDER = Path(__file__).parent
MOST_BYTES = 300_000
_STILL_MS = 1_000


class Picture(NamedTuple):
    """One picture: what is opened, at which size in CSS pixels, and what is done before it is taken."""

    name: str
    address: str
    width: int
    height: int
    density: float = 1.5
    part: str = ""  # selector of the element to show; the whole window when empty


PICTURES = (
    Picture("explore", "/en/?select=nepal", 1366, 768),
    Picture("explore-ja", "/ja/?select=nepal", 1366, 768),
    Picture("network", "/en/", 1920, 1080, density=1.25, part="#network"),
    Picture("phone-list", "/en/", 390, 844),
    Picture("phone-card", "/en/?select=luxor", 390, 844),
    Picture("phone-map", "/en/?pane=map", 390, 844),
    Picture("phone-network", "/en/?pane=network", 390, 844),
    Picture("present", "/en/present?stop=6", 1280, 720, density=1),
    Picture("kiosk", "/ja/kiosk?select=nepal", 1080, 1920, density=1),
    Picture("kiosk-attract", "/ja/kiosk", 1080, 1920, density=1),
    Picture("path", "/en/?from=nepal&to=luxor", 1100, 768, part="#path"),
)


def make(names: Sequence[str] = ()) -> None:
    """Make all pictures, or those that are named; raise ValueError for one that becomes too heavy."""
    with TemporaryDirectory() as state, sync_playwright() as play:
        port = free_port()
        with running_server(port, {"KAKEHASHI_STATE": state}):
            browser = play.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            for picture in PICTURES:
                if not names or picture.name in names:
                    _write(picture.name, _take(browser, f"http://127.0.0.1:{port}", picture))
            browser.close()


def _take(browser: Browser, base_url: str, picture: Picture) -> bytes:
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        device_scale_factor=picture.density,
        color_scheme="light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(base_url + picture.address)
    _settle(page)
    taken = page.locator(picture.part).screenshot() if picture.part else page.screenshot()
    context.close()
    return taken


def _settle(page: Page) -> None:
    """Wait until nothing moves: the pictures are the server's, and the card of a selection comes after them."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_STILL_MS)


def _write(name: str, taken: bytes) -> None:
    path = FOLDER / f"{name}.png"
    _reduce(Image.open(io.BytesIO(taken)).convert("RGB")).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {size / 1000:.0f} kB")
    if size > MOST_BYTES:
        raise ValueError(f"{path.name} weighs {size} bytes, more than {MOST_BYTES}")


def _reduce(picture: Image.Image) -> Image.Image:
    """The picture in 256 colours: our own and their mixtures for certain, the rest as the picture needs.

    A reduction that counts pixels alone gives everything to paper and land, and turns the thin lines of the homes
    brown.
    """
    ours = sorted(set(_own_colours()))
    needed = picture.quantize(256 - len(ours)).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in ours for part in colour] + needed[: 3 * (256 - len(ours))])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _own_colours() -> Iterator[tuple[int, ...]]:
    """Every colour of the light palette, and those of thin lines as they fade into paper, land and sea."""
    colours = {name: ImageColor.getrgb(value) for name, value in PALETTES["light"].items()}
    yield from colours.values()
    for line in ("indigo", "vermilion", "gold"):
        for ground in ("paper", "land", "sea"):
            for share in (0.25, 0.5, 0.75):
                pairs = zip(colours[line], colours[ground], strict=True)
                yield tuple(round(share * ink + (1 - share) * paper) for ink, paper in pairs)


if __name__ == "__main__":
    make(sys.argv[1:])
