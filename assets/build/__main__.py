"""Builds everything and writes the list of it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from assets.build.fonts import build_fonts, choose_preloads, keep_whole_fonts
from assets.build.publish import (
    BUILT,
    NODE_MODULES,
    ROOT,
    SOURCES,
    STATIC,
    forget_before,
    publish,
    publish_in_folder,
)
from dashboard.figures.lines import line_rules
from dashboard.figures.map.globe import cut_land
from dashboard.figures.palette import FORCED, PALETTES, hue_rules
from dashboard.files import write_at_once
from dashboard.i18n import load_catalogue
from layouts.kiosk.staff import staff_page

KEEP_SECONDS = 3600

BUNDLES = {
    "page.js": "js/page/main.js",
    "dash.js": "js/dash/main.js",
    "figures.js": "js/dash/figures.js",
    "pictures.js": "js/bindings/pictures.js",
    "present.js": "js/present/main.js",
    "kiosk.js": "js/kiosk/main.js",
}
STYLES = {"site.css": "css/site.css", "kiosk.css": "css/kiosk.css"}
# beside site.css, which brings colours and fonts
MORE_STYLES = {"present.css": "css/present.css", "figures.css": "css/figures.css"}
# read by the program: on each page, and in a document that tells more
INLINE = {
    "theme.js": "js/page/theme.js",
    "from-disk.js": "js/page/from-disk.js",
    "worker.js": "js/worker/main.js",
    "worker-leave.js": "js/worker/leave.js",
}


def main() -> int:
    """Build everything; a second run over the same sources gives the same bytes."""
    STATIC.mkdir(parents=True, exist_ok=True)
    began = time.time()
    files = dict(_build())
    write_at_once(BUILT / "files.json", json.dumps(files, indent=1, sort_keys=True).encode() + b"\n")
    forget_before(began - KEEP_SECONDS)
    total = sum((BUILT / f"{url.removeprefix('/')}.br").stat().st_size for url in _compressed(files))
    print(f"front end built: {len(files)} files, {total / 1000:.0f} kB compressed")
    return 0


def _compressed(files: dict[str, str]) -> Iterator[str]:
    return (url for url in files.values() if (BUILT / f"{url.removeprefix('/')}.br").exists())


def _build() -> Iterator[tuple[str, str]]:
    fonts = build_fonts()
    keep_whole_fonts(fonts)
    yield from ((font.name, font.url) for font in fonts)
    yield from choose_preloads(fonts)
    faces = "".join(font.rules for font in fonts)
    for name, source in BUNDLES.items():
        yield name, publish(name, _bundle(SOURCES / source))
    for name, source in STYLES.items():
        rules = _colour_tokens() + hue_rules() + line_rules() + faces
        yield name, publish(name, rules.encode() + _bundle(SOURCES / source))
    for name, source in MORE_STYLES.items():
        yield name, publish(name, _bundle(SOURCES / source))
    for name, source in INLINE.items():
        write_at_once(BUILT / name, _bundle(SOURCES / source).strip())
    # shown from the disk, when there is no program
    catalogue = load_catalogue()
    write_at_once(BUILT / "staff.html", staff_page(catalogue, catalogue.languages).encode())
    for name, path in _vendor_scripts():
        yield name, publish(name, path.read_bytes())
    for name in ("icon.svg",):
        yield name, publish(name, (SOURCES / "images" / name).read_bytes())
    # Plotly asks for <address>world_110m.json
    world = ROOT / "geodata" / "layers" / "world_110m.json"
    yield "topojson", publish_in_folder("geo", [world])
    # the grid asks for its other part beside itself
    grid = [_package("dash_ag_grid") / name for name in ("dash_ag_grid.min.js", "async-community.js")]
    yield "grid.js", publish_in_folder("grid", grid) + grid[0].name
    yield "globe.json", publish("globe.json", json.dumps(cut_land(), separators=(",", ":")).encode())


def _bundle(source: Path) -> bytes:
    """One minified file of a script or style with all that it imports."""
    esbuild = NODE_MODULES / ".bin" / "esbuild"
    options = [
        "--bundle",
        "--minify",
        "--target=es2022,chrome111,firefox114,safari16.4",
        "--charset=utf8",
        "--format=iife",
        "--log-level=warning",
    ]
    return subprocess.run([esbuild, source, *options], check=True, capture_output=True).stdout  # noqa: S603 - our own tool


def _colour_tokens() -> str:
    """The palette as CSS variables: light, on screens dark by the system's wish or the reader's, the system's own."""
    palettes = (PALETTES["light"], PALETTES["dark"], FORCED)
    light, dark, forced = ("".join(f"--{name}:{value};" for name, value in palette.items()) for palette in palettes)
    return (
        f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}"
        f"@media (forced-colors:active){{:root:root:root{{{forced}}}}}"
    )


def _vendor_scripts() -> Iterable[tuple[str, Path]]:
    """What Dash needs in the browser when only Mantine components are used, and Plotly's bundle with maps."""
    dash = _package("dash")
    newest = lambda pattern: sorted((dash / "deps").glob(pattern))[-1]  # noqa: E731
    return (
        ("react.js", newest("react@18*.min.js")),
        ("react-dom.js", newest("react-dom@18*.min.js")),
        ("prop-types.js", newest("prop-types@*.min.js")),
        ("dash-renderer.js", dash / "dash-renderer" / "build" / "dash_renderer.min.js"),
        ("mantine.js", _package("dash_mantine_components") / "dash_mantine_components.js"),
        ("plotly.js", NODE_MODULES / "plotly.js-geo-dist-min" / "plotly-geo.min.js"),
        ("plotly-bars.js", NODE_MODULES / "plotly.js-basic-dist-min" / "plotly-basic.min.js"),
    )


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed")
    return Path(found.origin).parent


if __name__ == "__main__":
    sys.exit(main())
