"""Sheets of a story: for each stop its title, text, map and network, legend, sources, date and page number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import segno
from babel.dates import format_date as format_day

from dashboard.exports.emphasis import Emphasis
from dashboard.exports.sheet_legend import draw_map_legend, draw_network_legend
from dashboard.exports.sheet_map import aim, draw_map
from dashboard.exports.sheet_network import draw_network
from dashboard.exports.sheet_records import (
    WIDTH,
    Area,
    Box,
    Group,
    Ink,
    Item,
    Line,
    Pen,
    Plate,
    Sheet,
    Words,
)
from dashboard.exports.sheet_text import break_lines, fit_passage, measure_lines, place_words
from dashboard.figures.map_records import MapView
from dashboard.figures.map_view import compute_map_view
from dashboard.figures.network_records import NetworkView
from dashboard.figures.network_view import compute_network_view
from dashboard.i18n import Texts
from dashboard.i18n.dates import format_date
from dashboard.model import Citation, Dataset, Source, in_language
from dashboard.stories import Stop, Story

_MARGIN = 64.0
_INNER = WIDTH - 2 * _MARGIN
_PANEL_TOP, _PANEL_HEIGHT = 200.0, 714.0
_LEGEND_TOP, _LEGEND_HEIGHT = 926.0, 92.0
_FOOT_TOP, _FOOT_HEIGHT = 1026.0, 42.0
_GUTTER = 36.0
_MAP_SHARE = 0.55
_QR_SIZE, _LARGE_QR_SIZE = 112.0, 300.0


@dataclass(frozen=True)
class Imprint:
    """What a hand-out says of itself: when it was made, and where the explorer is found (both may be unknown)."""

    made: dt.date | None = None
    public_url: str = ""


@dataclass(frozen=True)
class Binder:
    """Makes the sheets of one data set in one language."""

    dataset: Dataset
    texts: Texts
    imprint: Imprint

    @cached_property
    def map_view(self) -> MapView:
        return compute_map_view(self.dataset, self.texts.language.code, self.texts)

    @cached_property
    def network_view(self) -> NetworkView:
        return compute_network_view(self.dataset, self.texts.language.code, self.texts)

    def bind(self, story: Story) -> tuple[Sheet, ...]:
        """A sheet for every stop, in order."""
        return tuple(self.sheet(story, number) for number in range(1, len(story.stops) + 1))

    def sheet(self, story: Story, number: int) -> Sheet:
        """The sheet of a stop, counted from 1; raise IndexError for a number that the story does not have."""
        if not 1 <= number <= len(story.stops):
            raise IndexError(number)
        return _StopSheet(self, story, number).draw()

    def name(self, key: str) -> str:
        """The name of an entity, or of a tie by its kind and its ends."""
        if key in self.dataset.entity:
            return in_language(self.dataset.entity[key].names, self.texts.language.code)
        tie = self.dataset.tie[key]
        kind = self.texts(f"tie-kind-{tie.kind.value.replace('_', '-')}")
        ends = {"source": self.name(tie.source), "target": self.name(tie.target)}
        return self.texts("exports-tie", kind=kind, **ends) if tie.is_exchange else self.texts("tie-name", **ends)


@dataclass(frozen=True)
class _StopSheet:
    """One sheet in the making."""

    binder: Binder
    story: Story
    number: int

    @property
    def stop(self) -> Stop:
        return self.story.stops[self.number - 1]

    @property
    def texts(self) -> Texts:
        return self.binder.texts

    @cached_property
    def emphasis(self) -> Emphasis:
        return Emphasis(self.binder.dataset, self.stop)

    @cached_property
    def address(self) -> str:
        """The explorer's address with the selection of this stop; empty when no public address is known."""
        url = self.binder.imprint.public_url.rstrip("/")
        select = f"?select={self.emphasis.selected}" if self.emphasis.selected else ""
        return f"{url}/{self.texts.language.code}/{select}" if url else ""

    def draw(self) -> Sheet:
        has_code = bool(self.address) and not self.stop.is_takeaway
        width = _INNER - (_QR_SIZE + _GUTTER if has_code else 0)
        title, text = Box(_MARGIN, 56, width, 62), Box(_MARGIN, 120, width, 68)
        code = [self._code(Box(WIDTH - _MARGIN - _QR_SIZE, 56, _QR_SIZE, _QR_SIZE))] if has_code else []
        total = len(self.story.stops)
        page = f"{self.number} / {total}" if total > 1 else str(self.number)
        # Three quarters of the foot for the sources, the rest for date and number.
        source, date, number = (
            Box(left, _FOOT_TOP, wide, _FOOT_HEIGHT) for left, wide in ((64, 1340), (1430, 300), (1746, 110))
        )
        return Sheet(
            language=self.texts.language.code,
            title=fit_passage(self.stop.title, title, ink="ink", largest=44, smallest=24, is_bold=True),
            text=fit_passage(self.stop.text, text, ink="ink", largest=25, smallest=15),
            kicker=self._kicker(),
            pictures=(*self._pictures(), *code),
            source=fit_passage(self._source_line(), source, ink="ink-soft", largest=15.5, smallest=9),
            date=fit_passage(self._date_line(), date, ink="ink-soft", largest=15.5, smallest=9),
            number=fit_passage(page, number, ink="ink-soft", largest=15.5, smallest=9),
            notes=self.stop.notes,
        )

    def _kicker(self) -> Words:
        line = Line(
            self.story.title if self.story.title != self.stop.title else self.texts("site-name"), 17.0, Ink("ink-soft")
        )
        return place_words(self.texts("exports-part-story"), [line], (_MARGIN, 40.0))

    # --- pictures ---

    def _pictures(self) -> Iterator[Group]:
        left, right = self._panels()
        show = "takeaway" if self.stop.is_takeaway else self.stop.show
        if show in ("map", "both", "takeaway"):
            yield from self._map(left)
        if show in ("network", "both"):
            yield from self._network(right, with_ties=show == "network")
        if show == "takeaway":
            yield self._contact(right)

    def _panels(self) -> tuple[Box, Box]:
        """The boxes of map and network, the same one when there is only one of them."""
        whole = Box(_MARGIN, _PANEL_TOP, _INNER, _PANEL_HEIGHT)
        if self.stop.show != "both" and not self.stop.is_takeaway:
            return whole, whole
        left = Box(_MARGIN, _PANEL_TOP, round(_INNER * _MAP_SHARE), _PANEL_HEIGHT)
        return left, Box(left.right + _GUTTER, _PANEL_TOP, _INNER - left.width - _GUTTER, _PANEL_HEIGHT)

    def _legend_box(self, panel: Box) -> Box:
        return Box(panel.left, _LEGEND_TOP, panel.width, _LEGEND_HEIGHT)

    def _map(self, box: Box) -> Iterator[Group]:
        view = self.binder.map_view
        yield draw_map(view, aim(view, box, self.stop.frame), self.emphasis, self.texts, self.binder.name)
        if view.legend:
            yield draw_map_legend(view, self._legend_box(box), self.texts)

    def _network(self, box: Box, *, with_ties: bool) -> Iterator[Group]:
        view = self.binder.network_view
        yield draw_network(view, box, self.emphasis, self.texts, self.binder.name)
        if view.legend:
            yield draw_network_legend(view, self._legend_box(box), self.texts, with_ties=with_ties)

    # --- how to get in touch ---

    def _contact(self, box: Box) -> Group:
        items: list[Item] = []
        y = box.top
        if self.address:
            code = Box(box.left, y, _LARGE_QR_SIZE, _LARGE_QR_SIZE)
            line = Line(self.address, 20.0, Ink("ink"))
            items += [self._code(code), place_words(self.address, [line], (box.left, code.bottom + 28))]
            y = code.bottom + 72
        for words in self._contact_blocks(box, y):
            items.append(words)
        return Group(self.texts("card-contact-heading"), tuple(items))

    def _contact_blocks(self, box: Box, top: float) -> Iterator[Words]:
        abouts = dict.fromkeys(contact.about for contact in self.binder.dataset.contacts)
        size = 24.0
        while (
            size > 10
            and top + sum(measure_lines(self._contact_lines(a, box, size))[1] + size for a in abouts) > box.bottom
        ):
            size -= 1
        for about in abouts:
            lines = self._contact_lines(about, box, size)
            height = measure_lines(lines)[1]
            yield Words(self.binder.name(about), Box(box.left, top, box.width, height), tuple(lines))
            top += height + size

    def _contact_lines(self, about: str, box: Box, size: float) -> list[Line]:
        lines = [Line(self.binder.name(about), size * 1.15, Ink("ink"), is_bold=True)]
        for contact in self.binder.dataset.contacts:
            if contact.about == about:
                label = self.texts(f"contact-{contact.key.replace('_', '-')}")
                value = in_language(contact.value, self.texts.language.code)
                text = self.texts("exports-contact", label=label, value=value)
                lines += [Line(piece, size, Ink("ink")) for piece in break_lines(text, box.width / size)]
        return lines

    def _code(self, box: Box) -> Group:
        """The address as a QR code of squares on white, with the quiet zone that scanners need."""
        matrix = [bytes(row) for row in segno.make(self.address, error="m", micro=False).matrix]
        unit = box.width / (len(matrix) + 8)
        rings = tuple(
            ((left, top), (left + unit * run, top), (left + unit * run, top + unit), (left, top + unit))
            for row, cells in enumerate(matrix)
            for start, run in _runs(cells)
            for left, top in [(box.left + (start + 4) * unit, box.top + (row + 4) * unit)]
        )
        name = self.texts("exports-part-code")
        plate = Plate(self.texts("exports-part-frame"), box, Ink("raised"), Pen(Ink("coast", 0.6), 1.0))
        return Group(name, (plate, Area(name, (rings), Ink("ink"))), self.address)

    # --- where it is written ---

    def _source_line(self) -> str:
        texts, dataset = self.texts, self.binder.dataset
        documents = [source for source in dataset.sources if not source.is_later]
        parts = [self._describe(source) for source in documents]
        citation = self._citation()
        if citation:
            source = dataset.source[citation.source_key]
            locator = texts(
                "exports-locator", maker=in_language(source.maker, texts.language.code), locator=citation.locator
            )
            parts = [*parts, *([] if source in documents else [self._describe(source)]), locator]
        separator = texts("exports-source-separator")
        return texts("exports-source", sources=separator.join(parts)) if parts else ""

    def _citation(self) -> Citation | None:
        key, dataset = self.emphasis.selected, self.binder.dataset
        record = dataset.entity.get(key) or dataset.tie.get(key)
        return record.citation if record else None

    def _describe(self, source: Source) -> str:
        texts = self.texts
        date = format_date(source.date, texts.language) if source.date else texts("source-undated")
        maker, title = (in_language(text, texts.language.code) for text in (source.maker, source.title))
        return texts("exports-source-document", maker=maker, title=title, date=date)

    def _date_line(self) -> str:
        made = self.binder.imprint.made
        if made is None:
            return ""
        day = format_day(made, format="long", locale=self.texts.language.locale)
        return self.texts("exports-made", date=str(day))


def _runs(cells: bytes) -> Iterator[tuple[int, int]]:
    """Start and length of each stretch of dark cells."""
    start = None
    for place, cell in enumerate((*cells, 0)):
        if cell and start is None:
            start = place
        elif not cell and start is not None:
            yield start, place - start
            start = None
