"""The project's own fonts, written into a file so that it looks the same everywhere, offline too."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import shapely
import shapely.affinity
from fontTools import subset
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from dashboard.kept import kept

_ROOT = Path(__file__).parents[2]
_BUILT = _ROOT / "assets" / "built"
_LIST = "files.json"
# The names of the built files of a weight begin so; the other is the whole font, for what they lack.
_FACES: Mapping[int, tuple[str, str]] = {
    400: ("font-regular", "biz-udpgothic-japanese-400-normal.woff"),
    700: ("font-bold", "biz-udpgothic-japanese-700-normal.woff"),
}
_WHOLE = _BUILT / "whole"
_FAMILY = "BIZ UDPGothic"
_MORE = "Kakehashi Names"  # scripts that the family lacks
_LIGHT_TOLERANCE_EM = 0.012


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


class Light(NamedTuple):
    """What surrounds a line of text, as closed rings with y downwards from the baseline, and its width; in em."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    width: float


@lru_cache(maxsize=512)
@kept
def trace_light(text: str, weight: int, reach_em: float, folder: Path = _BUILT, whole: Path = _WHOLE) -> Light | None:
    """The outline of a text in the family's own face, widened; None without fonts, or when it lacks a letter."""
    faces = [face for face in map(_open_face, _family_files(weight, folder, whole)) if face]
    set_in = [next((face for face in faces if ord(char) in face.glyphs), None) for char in text]
    letters, x = [], 0.0
    for char, face in zip(text, set_in, strict=True):
        if face is None:
            return None
        rings, width = face.trace(char)
        letters += [shapely.affinity.translate(ring, x) for ring in rings]
        x += width
    light = shapely.union_all(letters).buffer(reach_em, quad_segs=3).simplify(_LIGHT_TOLERANCE_EM)
    parts = [part for part in shapely.get_parts(light) if not part.is_empty]
    outlines = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Light(tuple(tuple((float(a), float(b)) for a, b in ring.coords[:-1]) for ring in outlines), x)


def choose_files(text: str, weight: int, folder: Path = _BUILT, whole: Path = _WHOLE) -> list[Path | None]:
    """Of each letter the file of a font that has it, the quickest first; None where none has."""
    faces = [(path, face) for _, path in _candidates(weight, folder, whole) if (face := _open_face(path))]
    return [next((path for path, face in faces if ord(char) in face.glyphs), None) for char in text]


def _family_files(weight: int, folder: Path, whole: Path) -> Iterator[Path]:
    return (path for family, path in _candidates(weight, folder, whole) if family == _FAMILY)


class _Face(NamedTuple):
    """An open font; ``glyphs`` gives the name of the glyph of each character."""

    font: TTFont
    glyphs: Mapping[int, str]

    def trace(self, char: str) -> tuple[list[shapely.Polygon], float]:
        """The contours of a letter with y downwards from the baseline, and its width; in em."""
        shapes, em = self.font.getGlyphSet(), self.font["head"].unitsPerEm
        glyph = shapes[self.glyphs[ord(char)]]
        pen = _Corners(shapes)
        glyph.draw(pen)
        rings = [shapely.affinity.affine_transform(ring, (1 / em, 0, 0, -1 / em, 0, 0)) for ring in pen.rings()]
        return rings, glyph.width / em


class _Corners(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Collects a glyph's contours as polygons, each curve by its middle and its end."""

    def __init__(self, shapes: object) -> None:
        super().__init__(shapes)
        self._contours: list[list[tuple[float, float]]] = []

    def rings(self) -> list[shapely.Polygon]:
        return [shapely.Polygon(points).buffer(0) for points in self._contours if len(points) > 2]

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools' names
        self._contours.append([pt])

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._contours[-1].append(pt)

    def _qCurveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._contours[-1][-1], pt1, pt2
        self._contours[-1] += [((x0 + 2 * x1 + x2) / 4, (y0 + 2 * y1 + y2) / 4), pt2]

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self._contours[-1][-1], pt1, pt2, pt3
        self._contours[-1] += [((x0 + 3 * (x1 + x2) + x3) / 8, (y0 + 3 * (y1 + y2) + y3) / 8), pt3]


@lru_cache(maxsize=32)
def _open_face(path: Path) -> _Face | None:
    if not path.exists():
        return None
    font = TTFont(path, recalcTimestamp=False, lazy=True)
    return _Face(font, font.getBestCmap())


@lru_cache(maxsize=64)
def _embed(weight: int, characters: str, folder: Path, whole: Path) -> str:
    rules, lacking = [], set(characters)
    for family, path in _candidates(weight, folder, whole):
        if lacking:
            data, covered = cut_font(path, "".join(sorted(lacking)))
            rules += [_write_rule(family, weight, data, covered)] if data else []
            lacking -= covered
    return "".join(rules)


def _candidates(weight: int, folder: Path, whole: Path) -> Iterator[tuple[str, Path]]:
    """Families and files, the quickest first."""
    own, file = _FACES[weight]
    files = _read_list(folder)
    yield from ((_FAMILY, files[key]) for key in sorted(files) if key.startswith(own))
    names = tuple(name for name, _ in _FACES.values())
    others = [key for key in sorted(files) if key.startswith("font-") and not key.startswith(names)]
    yield from ((_MORE, files[key]) for key in others)
    yield _FAMILY, whole / file


def _read_list(folder: Path) -> dict[str, Path]:
    """The built files by their plain names."""
    try:
        listing = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: folder / "static" / address.rpartition("/")[2] for name, address in listing.items()}


@kept
def cut_font(path: Path, wanted: str) -> tuple[bytes, set[str]]:
    """A font with only the characters wanted, as WOFF2, and those of them that it has."""
    face = _open_face(path)
    covered = {char for char in wanted if ord(char) in face.glyphs} if face else set()
    if not covered:
        return b"", covered
    font = TTFont(io.BytesIO(_unpack(path)), recalcTimestamp=False, lazy=True)
    subsetter = subset.Subsetter(subset.Options(layout_features=["*"], hinting=False))
    subsetter.populate(text="".join(sorted(covered)))
    subsetter.subset(font)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue(), covered


@lru_cache(maxsize=8)
def _unpack(path: Path) -> bytes:
    """A font without the compression of the web, which takes longer to undo than to cut the font."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    target = io.BytesIO()
    font.save(target, reorderTables=False)
    return target.getvalue()


def _write_rule(family: str, weight: int, data: bytes, covered: set[str]) -> str:
    encoded = base64.b64encode(data).decode("ascii")
    ranges = ",".join(f"U+{ord(char):X}" for char in sorted(covered))
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};unicode-range:{ranges};"
        f"src:url(data:font/woff2;base64,{encoded}) format('woff2')}}"
    )
