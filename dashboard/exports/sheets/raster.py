"""Pictures of a sheet as PNG, drawn in Python: small ones, where no browser is at hand."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PIL import Image, ImageChops, ImageDraw, ImageFont

from dashboard.exports.fonts import choose_files
from dashboard.exports.sheets.forms import core_of, cut_dashes, trace_symbol, trace_waves, trace_wire
from dashboard.exports.sheets.records import (
    Area,
    Box,
    Group,
    Ink,
    Item,
    Line,
    Mark,
    Pen,
    Plate,
    Ring,
    Stroke,
    Wire,
    Words,
)
from dashboard.figures.palette import Palette
from dashboard.kept import kept

_FINER = 2  # times as large while it is drawn, so that edges are smooth
_DISC_CORNERS = 48
_HALO_WIDTH, _HALO_OPACITY = 0.1, 0.85  # of the size


def paint_png(items: Iterable[Item], palette: Palette, box: Box, width: int) -> bytes:
    """What lies within a box of a sheet as a PNG so many pixels wide. Upright names are left out."""
    return _paint(tuple(items), dict(palette), box, width)


@kept
def _paint(items: Sequence[Item], palette: Palette, box: Box, width: int) -> bytes:
    height = round(width * box.height / box.width)
    drawing = _Drawing(palette, box, (width * _FINER, height * _FINER))
    for item in items:
        drawing.draw(item)
    target = io.BytesIO()
    drawing.image.reduce(_FINER).save(target, "PNG", optimize=True)
    return target.getvalue()


class _Drawing:
    def __init__(self, palette: Palette, box: Box, size: tuple[int, int]) -> None:
        self._palette, self._box = palette, box
        self._scale = size[0] / box.width
        self.image = Image.new("RGB", size, palette["paper"])

    def draw(self, item: Item) -> None:
        """An item with all that is in it."""
        match item:
            case Group():
                for inner in item.items:
                    self.draw(inner)
            case Area():
                self._fill(item.rings, item.fill)
                self._stroke([(*ring, ring[0]) for ring in item.rings], item.pen)
            case Plate():
                self._fill([_corners(item.box)], item.fill)
                self._stroke([(*_corners(item.box), _corners(item.box)[0])], item.pen)
            case Stroke():
                self._stroke(item.pieces, item.pen)
            case Wire():
                self._stroke([trace_wire(item)], item.pen)
            case Mark():
                self._mark(item)
            case Words():
                self._words(item)

    def _mark(self, mark: Mark) -> None:
        if mark.symbol == "river":
            self._stroke(trace_waves(mark), mark.pen)
            return
        ring = _trace_disc(mark) if mark.symbol == "disc" else trace_symbol(mark)
        self._fill([ring], mark.fill)
        self._stroke([(*ring, ring[0])], mark.pen)

    def _fill(self, rings: Iterable[Ring], ink: Ink | None) -> None:
        """Closed rings, holes by the even-odd rule."""
        if ink is None:
            return
        mask = Image.new("1", self.image.size)
        for ring in rings:
            points = self._at(ring)
            left, top = (max(0, int(min(each))) for each in zip(*points, strict=True))
            right, bottom = (
                min(side, int(max(each)) + 1) for side, each in zip(mask.size, zip(*points, strict=True), strict=True)
            )
            if len(points) < 3 or left >= right or top >= bottom:
                continue
            part = Image.new("1", (right - left, bottom - top))
            ImageDraw.Draw(part).polygon([(x - left, y - top) for x, y in points], fill=1)
            mask.paste(ImageChops.logical_xor(mask.crop((left, top, right, bottom)), part), (left, top))
        self._lay(mask.convert("L"), ink)

    def _stroke(self, pieces: Iterable[Ring], pen: Pen | None) -> None:
        if pen is None:
            return
        lines = list(pieces)
        if pen.dash:
            lines = [part for piece in lines for part in cut_dashes(piece, pen.dash)]
        mask = Image.new("L", self.image.size)
        self._trace(mask, lines, pen.width, 255)
        if pen.is_double:
            self._trace(mask, lines, core_of(pen).width, 0)
        self._lay(mask, pen.ink)

    def _trace(self, mask: Image.Image, lines: Iterable[Ring], width: float, value: int) -> None:
        wide = max(1, round(width * self._scale))
        pen = ImageDraw.Draw(mask)
        for line in lines:
            points = self._at(line)
            pen.line(points, fill=value, width=wide, joint="curve")
            if math.dist(line[0], line[-1]) < width / 2:  # a dot, whose ends are round
                (x, y), radius = points[0], wide / 2
                pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=value)

    def _lay(self, mask: Image.Image, ink: Ink) -> None:
        box = mask.getbbox()
        if box is None:
            return
        mask = mask.crop(box)
        if ink.opacity < 1:
            mask = mask.point(lambda value: round(value * ink.opacity))
        self.image.paste(self._palette[ink.token], box, mask)

    def _words(self, words: Words) -> None:
        if words.is_vertical:
            return
        y = words.box.center[1] - sum(line.height for line in words.lines) / 2
        for line in words.lines:
            runs = list(_set(line, line.size * self._scale))
            width = sum(font.getlength(text) for text, font in runs) / self._scale
            x = words.box.left + {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * (words.box.width - width)
            at = self._at([(x, y + line.height / 2)])[0]
            if words.has_halo:
                mask = Image.new("L", self.image.size)
                self._write(mask, runs, at, 255, round(line.size * _HALO_WIDTH * self._scale))
                self._lay(mask, Ink("halo", _HALO_OPACITY))
            self._write(self.image, runs, at, self._palette[line.ink.token])
            y += line.height

    def _write(
        self,
        image: Image.Image,
        runs: Sequence[tuple[str, ImageFont.FreeTypeFont]],
        at: tuple[float, float],
        fill: str | int,
        around: int = 0,
    ) -> None:
        (x, y), pen = at, ImageDraw.Draw(image)
        for text, font in runs:
            pen.text((x, y), text, font=font, fill=fill, anchor="lm", stroke_width=around)
            x += font.getlength(text)

    def _at(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        left, top = self._box.left, self._box.top
        return [((x - left) * self._scale, (y - top) * self._scale) for x, y in points]


def _trace_disc(mark: Mark) -> Ring:
    (x, y), radius = mark.center, mark.size / 2
    turns = [2 * math.pi * step / _DISC_CORNERS for step in range(_DISC_CORNERS)]
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


def _corners(box: Box) -> Ring:
    return ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))


def _set(line: Line, size: float) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """A line in runs of one font each; without fonts nothing is written."""
    chosen = zip(line.text, choose_files(line.text, 700 if line.is_bold else 400), strict=True)
    for path, run in groupby(chosen, key=lambda each: each[1]):
        if path:
            yield "".join(char for char, _ in run), ImageFont.truetype(path, size)
