"""Fonts with just the characters of the content, in files by what readers see together.

A browser fetches a file when a page shows one of its characters. So English readers fetch Latin letters and the
Japanese names that stand beside English ones; Japanese readers what the explorer says; the rest comes with the card or
page that shows it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

from assets.build import characters
from assets.build.publish import BUILT, NODE_MODULES, publish
from dashboard.files import write_at_once

TEXT_FAMILY = "BIZ UDPGothic"
NAMES_FAMILY = "Kakehashi Names"  # set after the text family, so that it gives only what that one lacks
THICKENED_FAMILY = "Kakehashi Text"  # what the bold files leave out is set from here, thickened by the browser
REGULAR, BOLD = 400, 700
LAYOUT_FEATURES = (
    "kern ccmp locl mark mkmk "
    # without these, Arabic and Devanagari fall apart
    "rlig calt liga init medi fina isol curs "
    "nukt akhn rphf rkrf blwf half pstf vatu cjct pres abvs blws psts haln abvm blwm"
)
FONTS = (  # name, family, package, script, weight; each has what it is asked for and the ones before it lack
    ("font-regular-latin", TEXT_FAMILY, "biz-udpgothic", "japanese", REGULAR),
    ("font-regular-names", TEXT_FAMILY, "biz-udpgothic", "japanese", REGULAR),
    ("font-regular-explorer", TEXT_FAMILY, "biz-udpgothic", "japanese", REGULAR),
    ("font-regular-cards", TEXT_FAMILY, "biz-udpgothic", "japanese", REGULAR),
    ("font-regular-pages", TEXT_FAMILY, "biz-udpgothic", "japanese", REGULAR),
    ("font-bold-latin", TEXT_FAMILY, "biz-udpgothic", "japanese", BOLD),
    ("font-bold-first", TEXT_FAMILY, "biz-udpgothic", "japanese", BOLD),
    ("font-bold-more", TEXT_FAMILY, "biz-udpgothic", "japanese", BOLD),
    ("font-latin-ext", NAMES_FAMILY, "biz-udpgothic", "latin-ext", REGULAR),
    ("font-cyrillic", NAMES_FAMILY, "noto-sans", "cyrillic", REGULAR),  # in the Japanese face it is full-width
    ("font-vietnamese", NAMES_FAMILY, "noto-sans", "vietnamese", REGULAR),
    ("font-korean", NAMES_FAMILY, "noto-sans-kr", "korean", REGULAR),
    ("font-chinese", NAMES_FAMILY, "noto-sans-sc", "chinese-simplified", REGULAR),
    ("font-arabic", NAMES_FAMILY, "noto-sans-arabic", "arabic", REGULAR),
    ("font-devanagari", NAMES_FAMILY, "noto-sans-devanagari", "devanagari", REGULAR),
    ("font-latin", NAMES_FAMILY, "noto-sans", "latin", REGULAR),
    ("font-latin-more", NAMES_FAMILY, "noto-sans", "latin-ext", REGULAR),
)
WISHES: Mapping[str, characters.Reader] = {
    "font-regular-latin": characters.latin_characters,
    "font-regular-names": characters.name_characters,
    "font-regular-explorer": characters.explorer_characters,
    "font-regular-cards": characters.card_characters,
    "font-regular-pages": characters.content_characters,
    "font-bold-latin": lambda: characters.bold_characters() & characters.latin_characters(),
    "font-bold-first": characters.first_bold_characters,
    "font-bold-more": characters.bold_characters,
}


class Font(NamedTuple):
    """A font that was built."""

    name: str
    url: str
    rules: str  # its @font-face rules
    covered: frozenset[str]


def build_fonts() -> list[Font]:
    """Build every font that has something to set.

    BIZ UDPGothic sets everything it can; small Noto files carry what it lacks of the partners' own scripts.
    """
    return list(_build())


def choose_preloads(fonts: Iterable[Font]) -> Iterator[tuple[str, str]]:
    """Names, which begin with the language, and addresses of the fonts for what stands at the top of every page."""
    own = [font for font in fonts if font.name.startswith(("font-regular-", "font-bold-"))]
    endonyms = characters.endonym_characters()
    for code, shown in characters.first_paint_characters().items():
        by_weight = {"font-regular": shown | endonyms, "font-bold": shown}
        needed = [
            font
            for font in own
            if font.name.endswith("-latin") or font.covered & by_weight[font.name.rpartition("-")[0]]
        ]
        yield from ((f"preload-{code}-{font.name}", font.url) for font in needed)


def keep_whole_fonts(fonts: Iterable[Font]) -> None:
    """Lay the whole fonts beside the built ones, and the list of what both hold: ``layouts.more_fonts`` cuts them.

    In the form that is unpacked at once: of WOFF2 that takes longer than all the rest.
    """
    folder = BUILT / "whole"
    folder.mkdir(exist_ok=True)
    listed = []
    for family, package, script, weight in dict.fromkeys(tuple(font[1:]) for font in FONTS):
        source = _path(package, script, weight).with_suffix(".woff")
        if not (folder / source.name).exists():
            shutil.copyfile(source, folder / source.name)
        listed.append(
            {
                "name": f"{package}-{script}-{weight}",
                "file": source.name,
                "families": _families(family, weight),
                "weight": weight,
                "characters": "".join(map(chr, sorted(TTFont(source, lazy=True).getBestCmap()))),
            }
        )
    built = "".join(sorted(frozenset().union(*(font.covered for font in fonts))))
    told = json.dumps({"built_characters": built, "whole_fonts": listed}, ensure_ascii=False)
    write_at_once(BUILT / "fonts.json", told.encode())


def _path(package: str, script: str, weight: int) -> Path:
    return NODE_MODULES / "@fontsource" / package / "files" / f"{package}-{script}-{weight}-normal.woff2"


def _families(family: str, weight: int) -> tuple[str, ...]:
    return (family, THICKENED_FAMILY) if (weight, family) == (REGULAR, TEXT_FAMILY) else (family,)


def _build() -> Iterator[Font]:
    given: dict[int, set[str]] = {REGULAR: set(), BOLD: set()}
    for name, family, package, script, weight in FONTS:
        wanted = WISHES.get(name, _whole_content)() - given[weight]
        data, covered = _recall_subset(_path(package, script, weight), wanted)
        if not covered:
            continue
        given[weight] |= covered
        url = publish(f"{name}.woff2", data)
        ranges = ",".join(f"U+{ord(char):X}" for char in sorted(covered))
        rules = "".join(_font_face(each, weight, url, ranges) for each in _families(family, weight))
        yield Font(name, url, rules, frozenset(covered))
    lacking = _whole_content() - given[REGULAR]
    if lacking:  # a test fails; a running lobby does not, it borrows them from the machine's fonts
        print(f"no shipped font has: {' '.join(sorted(lacking))}", file=sys.stderr)


@cache
def _whole_content() -> set[str]:
    return characters.content_characters()


def _recall_subset(path: Path, wanted: set[str]) -> tuple[bytes, set[str]]:
    """``_subset``, remembered from build to build: cutting the Japanese fonts takes seconds."""
    question = "\n".join([path.name, str(path.stat().st_size), LAYOUT_FEATURES, "".join(sorted(wanted))])
    memory = BUILT / "fonts" / hashlib.sha256(question.encode()).hexdigest()[:16]
    if not memory.with_suffix(".txt").exists():
        data, covered = _subset(path, wanted)
        memory.parent.mkdir(exist_ok=True)
        write_at_once(memory.with_suffix(".woff2"), data)
        write_at_once(memory.with_suffix(".txt"), "".join(sorted(covered)).encode())
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
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;unicode-range:{ranges};"
        f"src:url({url.rpartition('/')[2]}) format('woff2')}}"  # beside the style sheet
    )
