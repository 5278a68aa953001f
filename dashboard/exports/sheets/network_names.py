"""The names of the network on a sheet: of what a stop speaks of, in the largest type at which none touches another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dashboard.exports.sheets.network_frame import COUNTRY_GAP, COUNTRY_SIZE, NetworkFrame, frame_network
from dashboard.exports.sheets.network_marks import HALO, SYMBOLS
from dashboard.exports.sheets.records import LARGEST_NAME, SMALLEST, SMALLEST_NAME, Box, Ink, Line, Words
from dashboard.exports.sheets.text import break_name, measure_lines, place_words
from dashboard.figures.network.records import NetworkNode, NetworkView
from dashboard.figures.text_metrics import measure_text
from dashboard.model import EntityKind, Standing
from dashboard.stories.network_scenes import Rows

_STEP = 0.5
_BEFORE_SHARE, _OTHER_SHARE = 0.4, 0.36  # of the width, for the names of organisations
_GAP = 9.0  # between a mark and its name
_MOST_LINES = 4
_PITCH = 1.18
_AIR = 2.0
_OVERHANG = 1.5  # lengths of what is seen of a bar, at most, that a home's name takes


def fit_frame(
    view: NetworkView, rows: Rows, panel: Box, inset: tuple[float, float, float], least: float
) -> NetworkFrame:
    """The frame of ``frame_network`` for names in the size in which they find room, ``least`` at the least."""
    frame = frame_network(view, rows, panel, inset)
    size = NameSetter(view, frame, frame.mark_scale(view.nodes), least=least).size
    return frame if size == LARGEST_NAME else frame_network(view, rows, panel, inset, size)


@dataclass(frozen=True)
class NameSetter:
    """Sets the names of a network of which ``view`` has only those that are wanted.

    ``scale`` is that of its marks, ``least`` the smallest size of type.
    """

    view: NetworkView
    frame: NetworkFrame
    scale: float
    selected: str = ""
    least: float = SMALLEST

    @cached_property
    def blocks(self) -> dict[str, Words]:
        """The names of organisations, partners and rivers beside their marks, by id.

        In smaller type than names should have only where many crowd; what finds no room even then stays unnamed.
        """
        size = LARGEST_NAME
        while size > self.least and not self._has_room(size):
            size -= _STEP
        return self._choose(size)

    @property
    def size(self) -> float:
        """The size of the names."""
        sizes = [line.size for words in self.blocks.values() for line in words.lines]
        return max(sizes, default=SMALLEST_NAME)

    def _nodes(self) -> list[NetworkNode]:
        return [node for node in self.view.nodes if node.side in ("before", "after") and self._is_in_sight(node)]

    def _is_in_sight(self, node: NetworkNode) -> bool:
        return self.frame.sees(self.frame.at((node.x, node.y)), SMALLEST / 2)

    def _has_room(self, size: float) -> bool:
        nodes = self._nodes()
        blocks = [self._block(node, size) for node in nodes]
        keeps_words = all(self._keeps_words(node, size) for node in nodes)
        return (
            keeps_words
            and all(self._fits(block) for block in blocks)
            and not any(
                _touch(one, other)
                for align in ("left", "right")
                for one, other in pairwise(sorted(_aligned(blocks, align), key=lambda each: each.box.top))
            )
        )

    def _keeps_words(self, node: NetworkNode, size: float) -> bool:
        """Whether no word of a name is too long for a line."""
        return max(measure_text(word.strip()) for word in node.words) * size <= self._width(node)

    def _fits(self, block: Words) -> bool:
        room = self.frame.room
        inside = room.left <= block.box.left and block.box.right <= room.right
        return (
            inside and len(block.lines) <= _MOST_LINES and room.top <= block.box.top and block.box.bottom <= room.bottom
        )

    def _choose(self, size: float) -> dict[str, Words]:
        """All names that find room, what matters most first."""
        chosen: dict[str, Words] = {}
        for node in sorted(self._nodes(), key=self._rank):
            block = self._block(node, size)
            if self._fits(block) and not any(_touch(block, other) for other in chosen.values()):
                chosen[node.id] = block
        return chosen

    def _rank(self, node: NetworkNode) -> tuple[int, float]:
        kinds = (EntityKind.PARTNER, EntityKind.ORGANISATION, EntityKind.RIVER)
        place = kinds.index(node.kind) if node.kind in kinds else len(kinds)
        if node.standing == Standing.OTHER:
            place = len(kinds)
        return (-1 if node.id == self.selected else place, node.y)

    def _block(self, node: NetworkNode, size: float) -> Words:
        is_after = node.side == "after"
        ink = Ink("ink-soft" if node.standing == Standing.OTHER else "ink")
        is_bold = node.kind == EntityKind.PARTNER or node.standing == Standing.CURRENT or node.id == self.selected
        lines = [Line(text, size, ink, is_bold, _PITCH) for text in break_name(node.name, self._width(node) / size)]
        lines += [Line(other.name, SMALLEST, Ink("ink-soft")) for other in self._written_below(node)]
        x, y = self.frame.at((node.x, node.y))
        at = (x + self._reach(node) if is_after else x - self._reach(node), y)
        return place_words("", lines, at, align="left" if is_after else "right")

    def _reach(self, node: NetworkNode) -> float:
        """How far a name begins from the middle of its mark; rivers have their waves where others have the mark."""
        return (HALO if node.id == self.selected else SYMBOLS["partner"][1]) / 2 * self.scale + _GAP

    def _width(self, node: NetworkNode) -> float:
        if node.side == "after":
            return self.frame.right - self.frame.at((node.x, node.y))[0] - self._reach(node) - _AIR
        share = _OTHER_SHARE if node.standing == Standing.OTHER else _BEFORE_SHARE
        return share * self.frame.box.width - self._reach(node)

    def _written_below(self, node: NetworkNode) -> list[NetworkNode]:
        """Of countries, which stand below their partners' names, the one that is selected."""
        return [other for other in self.view.nodes if other.below == node.id and other.id == self.selected]

    def countries(self) -> Iterator[tuple[str, Words]]:
        """The names of countries behind those of their partners, where the whole network is named and has room."""
        for other in self.view.nodes:
            block = self.blocks.get(other.below or "")
            if block and not self.selected:
                line = Line(other.name, min(COUNTRY_SIZE, block.lines[0].size), Ink("ink-soft"))
                words = place_words("", [line], (block.box.right + COUNTRY_GAP, block.box.center[1]))
                if words.box.right <= self.frame.right and len(block.lines) == 1:
                    yield other.id, words

    def homes(self) -> Iterator[tuple[str, Words]]:
        """The names of the homes along what is seen of their bars, where that is not too short."""
        for bar in self.view.bars:
            node = next((node for node in self.view.nodes if node.id == bar.id), None)
            top, bottom = self.frame.clip_column(bar.top, bar.bottom)
            words = self._home(node, (top, bottom), self.frame.at((bar.x, 0.0))[0]) if node else None
            if node and words:
                yield node.id, words

    def _home(self, node: NetworkNode, span: tuple[float, float], x: float) -> Words | None:
        """A name upright beside a bar; it may reach a little beyond its ends."""
        most = (span[1] - span[0]) * _OVERHANG
        for size in (SMALLEST_NAME, SMALLEST, self.least):
            names = _break_home(node, most / size)
            lines = [Line(text, size, Ink(node.hue), is_bold=True, pitch=1.15) for text in names]
            length, width = measure_lines(lines)
            right = x - 3 * self.scale
            if length <= most and right - width >= self.frame.left:
                high, room = max(length, span[1] - span[0]), self.frame.room
                top = min(max((span[0] + span[1] - high) / 2, room.top), room.bottom - high)
                return Words("", Box(right - width, top, width, high), tuple(lines), "center", is_vertical=True)
        return None


def _break_home(node: NetworkNode, width_em: float) -> tuple[str, ...]:
    """A home's name in lines, broken between words only."""
    return break_name(node.name, max(width_em, *(measure_text(word.strip()) for word in node.words)))


def _aligned(blocks: Iterable[Words], align: str) -> Sequence[Words]:
    return [block for block in blocks if block.align == align]


def _touch(one: Words, other: Words) -> bool:
    a, b = one.box, other.box
    return a.left < b.right and b.left < a.right and a.top < b.bottom - _AIR and b.top < a.bottom - _AIR
