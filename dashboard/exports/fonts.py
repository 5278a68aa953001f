"""The project's own fonts, written into a file so that it looks the same everywhere, offline too."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_ROOT = Path(__file__).parents[2]
_BUILT = _ROOT / "assets" / "built"
_LIST = "files.json"
_FACES: Mapping[int, tuple[str, str]] = {
    400: ("font-regular", "biz-udpgothic-japanese-400-normal.woff2"),
    700: ("font-bold", "biz-udpgothic-japanese-700-normal.woff2"),
}
_WHOLE = _ROOT / "node_modules" / "@fontsource" / "biz-udpgothic" / "files"
_FAMILY = "BIZ UDPGothic"
_MORE = "Kakehashi Names"  # scripts that the family lacks


def embed_faces(text: Mapping[int, str], folder: Path = _BUILT, whole: Path = _WHOLE) -> str:
    """``@font-face`` rules with the fonts as data addresses, cut to what is set in them.

    Args:
        text: what is set in each weight, 400 and 700.
        folder: the built front end, whose fonts hold the characters of the content and are cut fast.
        whole: the whole fonts, for characters that the built ones lack.

    Returns:
        The same rules for the same text. Without any fonts, or for an empty text, the rules are empty; a file then
        only names its fonts.
    """
    wanted = {weight: "".join(sorted({char for char in each if char.isprintable()})) for weight, each in text.items()}
    return "".join(_embed(weight, characters, folder, whole) for weight, characters in wanted.items() if characters)


@lru_cache(maxsize=64)
def _embed(weight: int, characters: str, folder: Path, whole: Path) -> str:
    rules, lacking = [], set(characters)
    for family, path in _candidates(weight, folder, whole):
        if lacking:
            data, covered = _cut(path, lacking)
            rules += [_write_rule(family, weight, data, covered)] if data else []
            lacking -= covered
    return "".join(rules)


def _candidates(weight: int, folder: Path, whole: Path) -> Iterator[tuple[str, Path]]:
    """Families and files, the quickest first."""
    name, file = _FACES[weight]
    files = _read_list(folder)
    if name in files:
        yield _FAMILY, files[name]
    others = {face for face, _ in _FACES.values()}
    yield from ((_MORE, files[key]) for key in sorted(files) if key.startswith("font-") and key not in others)
    yield _FAMILY, whole / file


def _read_list(folder: Path) -> dict[str, Path]:
    """The built files by their plain names."""
    try:
        listing = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: folder / "static" / address.rpartition("/")[2] for name, address in listing.items()}


def _cut(path: Path, wanted: set[str]) -> tuple[bytes, set[str]]:
    """A font with only the characters wanted, as WOFF2, and those of them that it has."""
    if not path.exists():
        return b"", set()
    font = TTFont(path, recalcTimestamp=False, lazy=True)
    covered = {char for char in wanted if ord(char) in font.getBestCmap()}
    if not covered:
        return b"", covered
    subsetter = subset.Subsetter(subset.Options(layout_features=["*"], hinting=False))
    subsetter.populate(text="".join(sorted(covered)))
    subsetter.subset(font)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue(), covered


def _write_rule(family: str, weight: int, data: bytes, covered: set[str]) -> str:
    encoded = base64.b64encode(data).decode("ascii")
    ranges = ",".join(f"U+{ord(char):X}" for char in sorted(covered))
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};unicode-range:{ranges};"
        f"src:url(data:font/woff2;base64,{encoded}) format('woff2')}}"
    )
