"""Build the front end into ``assets/built``: bundles, styles, fonts, geography, everything compressed ahead of time.

Run by ``make install`` as ``python -m assets.build``. Every file gets a fingerprint in its name, so that browsers may
keep it for ever; ``files.json`` says which file stands for which plain name.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import brotli
from fontTools import subset
from fontTools.ttLib import TTFont

from dashboard.figures.map.globe import cut_land
from dashboard.figures.palette import PALETTES
from dashboard.tables.encodings import UndecodableError, decode

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "assets"
BUILT = SOURCES / "built"
STATIC = BUILT / "static"
NODE_MODULES = ROOT / "node_modules"
PREFIX = "/static/"
KEEP_SECONDS = 3600

BUNDLES = {
    "page.js": "js/page/main.js",
    "controls.js": "js/bindings/controls.js",
    "pictures.js": "js/bindings/pictures.js",
    "present.js": "js/present/main.js",
    "kiosk.js": "js/kiosk/main.js",
}
STYLES = {"site.css": "css/site.css", "kiosk.css": "css/kiosk.css"}
MORE_STYLES = {"present.css": "css/present.css"}  # beside site.css, which brings colours and fonts
INLINE = {"theme.js": "js/page/theme.js"}

TEXT_FAMILY = "BIZ UDPGothic"
NAMES_FAMILY = "Kakehashi Names"  # set after the text family, so that it gives only what that one lacks
BOLD_COLUMNS = ("name_", "title_")
COMMAND_LINE_TEXTS = ("commands.ftl", "guide.ftl", "tables.ftl")  # never on a page
EXPLORER_TEXTS = ("language.toml", "map.ftl", "network-view.ftl", "network.ftl", "page.ftl")
REGULAR = 400
LAYOUT_FEATURES = (
    "kern ccmp locl mark mkmk "
    # without these, Arabic and Devanagari fall apart
    "rlig calt liga init medi fina isol curs "
    "nukt akhn rphf rkrf blwf half pstf vatu cjct pres abvs blws psts haln abvm blwm"
)
FONTS = (  # name, family, package, script, weight
    ("font-regular", TEXT_FAMILY, "biz-udpgothic", "japanese", 400),
    ("font-regular-more", TEXT_FAMILY, "biz-udpgothic", "japanese", 400),
    ("font-bold", TEXT_FAMILY, "biz-udpgothic", "japanese", 700),
    ("font-bold-more", TEXT_FAMILY, "biz-udpgothic", "japanese", 700),
    ("font-latin-ext", NAMES_FAMILY, "biz-udpgothic", "latin-ext", 400),
    ("font-cyrillic", NAMES_FAMILY, "noto-sans", "cyrillic", 400),  # in the Japanese face it is full-width
    ("font-vietnamese", NAMES_FAMILY, "noto-sans", "vietnamese", 400),
    ("font-korean", NAMES_FAMILY, "noto-sans-kr", "korean", 400),
    ("font-chinese", NAMES_FAMILY, "noto-sans-sc", "chinese-simplified", 400),
    ("font-arabic", NAMES_FAMILY, "noto-sans-arabic", "arabic", 400),
    ("font-devanagari", NAMES_FAMILY, "noto-sans-devanagari", "devanagari", 400),
    ("font-latin", NAMES_FAMILY, "noto-sans", "latin", 400),
    ("font-latin-more", NAMES_FAMILY, "noto-sans", "latin-ext", 400),
)

# Characters that people may see although no file of the content holds them: they are typed, or come from dates.
ALWAYS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "…–—‘’“”·×−〜～、。「」『』（）［］〔〕・ー：；！？％＋－／＝＆０１２３４５６７８９年月日時分秒午前後"
)


def main() -> int:
    """Build everything; a second run over the same sources gives the same bytes."""
    STATIC.mkdir(parents=True, exist_ok=True)
    began = time.time()
    files = dict(_build())
    _write_at_once(BUILT / "files.json", json.dumps(files, indent=1, sort_keys=True).encode() + b"\n")
    _forget_before(began - KEEP_SECONDS)
    total = sum((BUILT / f"{url.removeprefix('/')}.br").stat().st_size for url in _compressed(files))
    print(f"front end built: {len(files)} files, {total / 1000:.0f} kB compressed")
    return 0


def _compressed(files: dict[str, str]) -> Iterator[str]:
    return (url for url in files.values() if (BUILT / f"{url.removeprefix('/')}.br").exists())


def _write_at_once(target: Path, content: bytes) -> None:
    """A server that starts during the build sees the old file or the new one, never half of one."""
    fresh = target.with_name(f"{target.name}.new")
    fresh.write_bytes(content)
    fresh.replace(target)


def _forget_before(moment: float) -> None:
    """Remove what earlier builds left; a running server may still give out what the last one made."""
    for path in STATIC.rglob("*"):
        if path.is_file() and path.stat().st_mtime < moment:
            path.unlink()


def _build() -> Iterator[tuple[str, str]]:
    fonts = list(_build_fonts())
    for name, url, _ in fonts:
        yield name, url
    faces = "".join(rule for _, _, rule in fonts)
    for name, source in BUNDLES.items():
        yield name, _publish(name, _bundle(SOURCES / source))
    for name, source in STYLES.items():
        yield name, _publish(name, (_colour_tokens() + faces).encode() + _bundle(SOURCES / source))
    for name, source in MORE_STYLES.items():
        yield name, _publish(name, _bundle(SOURCES / source))
    for name, source in INLINE.items():
        _write_at_once(BUILT / name, _bundle(SOURCES / source).strip())
    for name, path in _vendor_scripts():
        yield name, _publish(name, path.read_bytes())
    for name in ("favicon.ico", "icon.svg"):
        yield name, _publish(name, (SOURCES / "images" / name).read_bytes())
    yield "topojson", _publish_topojson()
    yield "globe.json", _publish("globe.json", json.dumps(cut_land(), separators=(",", ":")).encode())


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
    """The palette as CSS variables: light, on screens dark by the system's wish, dark by the reader's."""
    light, dark = ("".join(f"--{name}:{value};" for name, value in PALETTES[key].items()) for key in ("light", "dark"))
    return (
        f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}"
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
    )


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed")
    return Path(found.origin).parent


def _publish(name: str, content: bytes) -> str:
    """Write a file under its fingerprinted name, with its compressed forms; return its address."""
    stem, dot, ending = name.rpartition(".")
    fingerprint = hashlib.sha256(content).hexdigest()[:12]
    target = STATIC / f"{stem}.{fingerprint}{dot}{ending}"
    _write_compressed(target, content)
    return PREFIX + target.name


def _publish_topojson() -> str:
    """Plotly asks for ``<address>world_110m.json``, so that the fingerprint is the folder's name."""
    content = (ROOT / "geodata" / "layers" / "world_110m.json").read_bytes()
    folder = STATIC / f"geo.{hashlib.sha256(content).hexdigest()[:12]}"
    folder.mkdir(exist_ok=True)
    _write_compressed(folder / "world_110m.json", content)
    return f"{PREFIX}{folder.name}/"


def _write_compressed(target: Path, content: bytes) -> None:
    """Write a file and its compressed forms, unless an earlier build has: equal names mean equal bytes."""
    endings = ("",) if target.suffix == ".woff2" else ("", ".br", ".gz")
    paths = [target.with_name(target.name + ending) for ending in endings]
    if all(path.exists() for path in paths):
        for path in paths:
            path.touch()
        return
    for path in paths:
        _write_at_once(path, _compress(content, path.suffix))


def _compress(content: bytes, ending: str) -> bytes:
    if ending == ".br":
        return bytes(brotli.compress(content, quality=11))
    return gzip.compress(content, 9, mtime=0) if ending == ".gz" else content


def content_characters() -> set[str]:
    """Every character that the content can put on a page."""
    return explorer_characters() | _visible(*_texts(*_files("content/stories", "**/*"), *_page_files()))


def explorer_characters() -> set[str]:
    """The characters of the explorer: the tables and its own texts. Other modes and pages may need more."""
    return _visible(*_table_texts(), *_texts(*_page_files(EXPLORER_TEXTS)))


def heading_characters(*, explorer: bool) -> set[str]:
    """The characters that may stand in bold: names, titles, and the texts of the explorer's or of all pages."""
    cells = (
        value
        for text in _table_texts()
        for row in csv.DictReader(text.splitlines())
        for column, value in row.items()
        if isinstance(value, str) and column and column.startswith(BOLD_COLUMNS)
    )
    if explorer:
        return _visible(*cells, *_texts(*_page_files(EXPLORER_TEXTS)))
    stories = _texts(*_files("content/stories", "**/*"))
    titles = (line for story in stories for line in story.splitlines() if line.startswith(("#", "title")))
    return _visible(*cells, *titles, *_texts(*_page_files()))


def _table_texts() -> list[str]:
    """The tables in whatever encoding a spreadsheet wrote them; what cannot be read is the validator's to say."""
    texts = []
    for path in _files("content/tables", "*.csv"):
        if path.name == "search.csv":  # what it holds is shown nowhere
            continue
        with suppress(UndecodableError):
            texts.append(decode(path.read_bytes()))
    return texts


def _page_files(names: tuple[str, ...] = ()) -> list[Path]:
    files = (path for path in _files("content/languages", "**/*") if path.name not in COMMAND_LINE_TEXTS)
    return [path for path in files if not names or path.name in names]


def _texts(*paths: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in paths]


def _visible(*texts: str) -> set[str]:
    characters = set(ALWAYS).union(*texts)
    return {char for char in characters if char.isprintable() and not char.isspace()} | {" "}


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).glob(pattern) if path.is_file())


def _build_fonts() -> Iterator[tuple[str, str, str]]:
    """Name, address and @font-face rule of each font, with just the characters of the content.

    BIZ UDPGothic sets everything it can; small Noto files carry what it lacks of the partners' own scripts.
    """
    wishes = {
        "font-regular": explorer_characters(),
        "font-regular-more": content_characters() - explorer_characters(),
        "font-bold": heading_characters(explorer=True),
        "font-bold-more": heading_characters(explorer=False) - heading_characters(explorer=True),
    }
    lacking = content_characters()
    for name, family, package, script, weight in FONTS:
        path = NODE_MODULES / "@fontsource" / package / "files" / f"{package}-{script}-{weight}-normal.woff2"
        data, covered = _recall_subset(path, wishes.get(name, lacking))
        if not covered:
            continue
        url = _publish(f"{name}.woff2", data)
        # A file without ranges is fetched at once, one with ranges when a page shows one of its characters.
        ranges = (
            "" if name in ("font-regular", "font-bold") else ",".join(f"U+{ord(char):X}" for char in sorted(covered))
        )
        yield name, url, _font_face(family, weight, url, ranges)
        if weight == REGULAR and family == TEXT_FAMILY:
            # What the bold files leave out is set from here, thickened by the browser.
            yield name, url, _font_face("Kakehashi Text", weight, url, ranges)
        lacking -= covered
    if lacking:  # a test fails; a running lobby does not, it borrows them from the machine's fonts
        print(f"no shipped font has: {' '.join(sorted(lacking))}", file=sys.stderr)


def _recall_subset(path: Path, wanted: set[str]) -> tuple[bytes, set[str]]:
    """``_subset``, remembered from build to build: cutting the Japanese fonts takes seconds."""
    question = "\n".join([path.name, str(path.stat().st_size), LAYOUT_FEATURES, "".join(sorted(wanted))])
    memory = BUILT / "fonts" / hashlib.sha256(question.encode()).hexdigest()[:16]
    if not memory.with_suffix(".txt").exists():
        data, covered = _subset(path, wanted)
        memory.parent.mkdir(exist_ok=True)
        _write_at_once(memory.with_suffix(".woff2"), data)
        _write_at_once(memory.with_suffix(".txt"), "".join(sorted(covered)).encode())
    return memory.with_suffix(".woff2").read_bytes(), set(memory.with_suffix(".txt").read_text(encoding="utf-8"))


def _subset(path: Path, wanted: set[str]) -> tuple[bytes, set[str]]:
    """The font with the wanted characters that it has, as WOFF2, and which they are."""
    font = TTFont(path)
    covered = {char for char in wanted if ord(char) in font.getBestCmap()}
    if not covered:
        return b"", covered
    options = subset.Options(
        flavor="woff2", layout_features=LAYOUT_FEATURES.split(), hinting=False, desubroutinize=True
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(covered)))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.recalcTimestamp = False
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue(), covered


def _font_face(family: str, weight: int, url: str, ranges: str) -> str:
    limits = f"unicode-range:{ranges};" if ranges else ""
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;{limits}"
        f"src:url({url}) format('woff2')}}"
    )


if __name__ == "__main__":
    sys.exit(main())
