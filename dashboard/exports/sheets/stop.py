"""Sheets of a story: for each stop what the stage shows of it, with sources, date and page number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from babel.dates import format_date as format_day

from dashboard.exports.sheets.code import draw_code
from dashboard.exports.sheets.contact import draw_contact
from dashboard.exports.sheets.emphasis import Emphasis
from dashboard.exports.sheets.forms import bounds
from dashboard.exports.sheets.legend import (
    SIZE,
    Entry,
    draw_corner,
    draw_rows,
    list_map_legend,
    list_network_legend,
    measure_rows,
)
from dashboard.exports.sheets.map import draw_courses, draw_map
from dashboard.exports.sheets.network import draw_network
from dashboard.exports.sheets.network_names import fit_frame
from dashboard.exports.sheets.records import (
    HEIGHT,
    SMALLEST,
    SMALLEST_CAPTION,
    UNIT,
    WIDTH,
    Box,
    Group,
    Ink,
    Pen,
    Sheet,
    Stroke,
)
from dashboard.exports.sheets.text import fit_passage, fit_title
from dashboard.figures.map.records import MapView
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.view import compute_network_view
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Texts, format_date, list_in_words, say_locator
from dashboard.model import Citation, Dataset, Source, in_language
from dashboard.network.wording import kind_name
from dashboard.stories import Focus, Focuser, Stop, Story
from dashboard.stories.citations import sources_of
from dashboard.stories.lit_views import explain_network, is_whole, name_lit
from dashboard.stories.scenes import ROOMS, Scene, compute_scene

_MARGIN = 3 * UNIT
_FOOT = 3.4 * UNIT
_TITLE_WIDTH, _TITLE_GAP = 31 * UNIT, 2.5 * UNIT
_TITLE, _TEXT = 56.0, 44.0
_TITLE_PITCH, _TEXT_PITCH = 1.25, 1.3
_TITLE_HEIGHT = 2 * _TITLE * _TITLE_PITCH
_CODE = 7.2 * UNIT
_FOOT_GAP, _FOOT_SLACK = 1.5 * UNIT, 1.25  # faces of other programs may be wider
_LEGEND_FOOT = 0.7 * UNIT  # below a legend in rows
_ALONE_INSET, _BESIDE_INSET = (2.2 * UNIT, 2.6 * UNIT, 3 * UNIT), (1.2 * UNIT, 0.6 * UNIT, UNIT)
_CONTACT_INSET = (3 * UNIT, 2.2 * UNIT)


@dataclass(frozen=True)
class Imprint:
    """What a hand-out says of itself: when it was made, and where the explorer is found (both may be unknown)."""

    made: dt.date | None = None
    public_url: str = ""


@dataclass(frozen=True)
class Binder:
    """Makes the sheets of one data set in one language; ``least_name`` is the smallest type of crowded names."""

    dataset: Dataset
    texts: Texts
    imprint: Imprint
    least_name: float = SMALLEST

    @cached_property
    def map_view(self) -> MapView:
        return compute_map_view(self.dataset, self.texts.language.code, self.texts)

    @cached_property
    def network_view(self) -> NetworkView:
        return compute_network_view(self.dataset, self.texts.language.code, self.texts)

    @cached_property
    def focuser(self) -> Focuser:
        return Focuser(self.dataset)

    def bind(self, story: Story) -> tuple[Sheet, ...]:
        """A sheet for every stop, in order."""
        return tuple(self.sheet(story, number) for number in range(1, len(story.stops) + 1))

    def sheet(self, story: Story, number: int) -> Sheet:
        """The sheet of a stop, counted from 1; raise IndexError for a number that the story does not have."""
        if not 1 <= number <= len(story.stops):
            raise IndexError(number)
        return _StopSheet(self, story, number).draw()

    def describe(self, source: Source) -> str:
        """A document by its maker, its title and its date."""
        texts = self.texts
        date = format_date(source.date, texts.language) if source.date else texts("source-undated")
        maker, title = (in_language(text, texts.language.code) for text in (source.maker, source.title))
        return texts("exports-source-document", maker=maker, title=title, date=date)

    @property
    def date_line(self) -> str:
        """The day on which a hand-out was made; an empty string when it is unknown."""
        made = self.imprint.made
        if made is None:
            return ""
        day = format_day(made, format="long", locale=self.texts.language.locale)
        return self.texts("exports-made", date=str(day))

    def name(self, key: str) -> str:
        """The name of an entity, or of a tie by its kind and its ends."""
        if key in self.dataset.entity:
            return in_language(self.dataset.entity[key].names, self.texts.language.code)
        tie = self.dataset.tie[key]
        kind = kind_name(tie.kind, self.dataset, self.texts)
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
    def focus(self) -> Focus:
        return self.binder.focuser.focus(self.stop)

    @cached_property
    def emphasis(self) -> Emphasis:
        return Emphasis(self.focus)

    @cached_property
    def scene(self) -> Scene:
        binder = self.binder
        return compute_scene(binder.map_view, self.stop, self.focus, binder.network_view, is_paper=True)

    @cached_property
    def address(self) -> str:
        """The explorer's address with the selection of this stop; empty when no public address is known."""
        url = self.binder.imprint.public_url.rstrip("/")
        select = f"?select={self.emphasis.selected}" if self.emphasis.selected else ""
        return f"{url}/{self.texts.language.code}/{select}" if url else ""

    @cached_property
    def room(self) -> Box:
        """Where the pictures are: as wide as the sheet, as high as on stage, above the foot."""
        height = ROOMS[self.stop.show][1] * UNIT
        return Box(0.0, HEIGHT - _FOOT - height, WIDTH, height)

    def draw(self) -> Sheet:
        texts, has_code = self.texts, bool(self.address) and not self.stop.is_takeaway
        head = Box(_MARGIN, 0.5 * UNIT, WIDTH - 2 * _MARGIN, self.room.top - 0.9 * UNIT)
        left = head.left + _TITLE_WIDTH + _TITLE_GAP
        code = Box(head.right - _CODE, head.center[1] - _CODE / 2, _CODE, _CODE)
        text = Box(left, head.top, (code.left - UNIT if has_code else head.right) - left, head.height)
        title = Box(head.left, head.center[1] - _TITLE_HEIGHT / 2, _TITLE_WIDTH, _TITLE_HEIGHT)
        codes = [draw_code(self.address, code, texts)] if has_code else []
        total = len(self.story.stops)
        page = f"{self.number} / {total}" if total > 1 else str(self.number)
        source, date, number = self._foot((self.binder.date_line, page))
        caption = {"ink": "ink-soft", "largest": SMALLEST_CAPTION, "smallest": SMALLEST_CAPTION}
        return Sheet(
            language=texts.language.code,
            title=fit_title(self.stop.title, title, largest=_TITLE, smallest=SMALLEST, pitch=_TITLE_PITCH),
            text=fit_passage(self.stop.text, text, ink="ink", largest=_TEXT, smallest=SMALLEST, pitch=_TEXT_PITCH),
            rules=self._rules(),
            pictures=(*self._pictures(), *codes),
            source=fit_passage(self._source_line(), source, **caption),  # type: ignore[arg-type]
            date=fit_passage(self.binder.date_line, date, align="right", **caption),  # type: ignore[arg-type]
            number=fit_passage(page, number, align="right", **caption),  # type: ignore[arg-type]
            notes=self.stop.notes,
            links=tuple(
                (in_language(source.title, texts.language.code), source.url)
                for source in sources_of(self.binder.dataset, self.stop, self.focus)
                if source.url
            ),
        )

    def _foot(self, words: tuple[str, str]) -> tuple[Box, Box, Box]:
        """The boxes of sources, date and number; the last two as wide as their words."""
        top, height = HEIGHT - _FOOT + 4, _FOOT - 8
        date, page = (measure_text(text) * SMALLEST_CAPTION * _FOOT_SLACK for text in words)
        right = WIDTH - _MARGIN
        number = Box(right - page, top, page, height)
        day = Box(number.left - _FOOT_GAP - date, top, date, height)
        return Box(_MARGIN, top, day.left - _FOOT_GAP - _MARGIN, height), day, number

    def _rules(self) -> tuple[Stroke, ...]:
        """A line below the head, and one above the foot."""
        name = self.texts("exports-part-rule")
        head = ((_MARGIN, self.room.top), (WIDTH - _MARGIN, self.room.top))
        foot = ((0.0, self.room.bottom), (WIDTH, self.room.bottom))
        return Stroke(name, (head,), Pen(Ink("ink"), 2.0)), Stroke(name, (foot,), Pen(Ink("coast", 0.6), 1.0))

    # --- pictures ---

    def _pictures(self) -> Iterator[Group]:
        show = "takeaway" if self.stop.is_takeaway else self.stop.show
        left, right = self._panels()
        if show != "network":
            yield self._map(left)
        if show in ("map", "both"):
            legend = draw_corner(self._map_legend(), left, self.texts)
            yield from self._found(legend)
            view, name = self.binder.map_view, self.binder.name
            yield from self._found(draw_courses(view, self.scene, left, bounds(legend), texts=self.texts, call=name))
        if show in ("network", "both"):
            yield from self._network(right)
        if show == "takeaway":
            yield from self._takeaway(right)

    def _found(self, group: Group) -> Iterator[Group]:
        if group.items:
            yield group

    def _panels(self) -> tuple[Box, Box]:
        """The boxes of map and network, the same one when there is only one of them."""
        if self.stop.show != "both" and not self.stop.is_takeaway:
            return self.room, self.room
        left = self.room._replace(width=ROOMS["both"][0] * UNIT)
        return left, Box(left.right, self.room.top, self.room.right - left.right, self.room.height)

    def _map(self, box: Box) -> Group:
        return draw_map(self.binder.map_view, self.scene, box, self.emphasis, texts=self.texts, call=self.binder.name)

    def _map_legend(self) -> tuple[Entry, ...]:
        return list_map_legend(self.scene.legend)

    def _network(self, panel: Box) -> Iterator[Group]:
        view, texts = self.binder.network_view, self.texts
        # A legend of everything is no larger than the names.
        size = SMALLEST if is_whole(self.focus) else SIZE
        lines = explain_network(view, self.focus) if self.stop.show == "network" else ()
        entries = list_network_legend(lines, texts, size)
        inner = panel._replace(left=panel.left + _MARGIN, width=panel.width - 2 * _MARGIN)
        high = measure_rows(entries, inner.width) + (_LEGEND_FOOT if entries else 0.0)
        inset = _ALONE_INSET if self.stop.show == "network" else _BESIDE_INSET
        room = panel._replace(height=panel.height - high)
        frame = fit_frame(name_lit(view, self.focus), self.scene.rows, room, inset, self.binder.least_name)
        binder = self.binder
        yield draw_network(view, frame, self.emphasis, texts=texts, call=binder.name, least=binder.least_name)
        yield from self._found(draw_rows(entries, inner._replace(top=panel.bottom - high), texts))

    def _takeaway(self, panel: Box) -> Iterator[Group]:
        across, down = _CONTACT_INSET
        box = Box(panel.left + across, panel.top + down, panel.width - across - _MARGIN, panel.height - 2 * down)
        abouts = dict.fromkeys(contact.about for contact in self.binder.dataset.contacts)
        names = {about: self.binder.name(about) for about in abouts}
        contact = draw_contact(self.binder.dataset, self.texts, names, self.address, box)
        yield from self._found(contact)
        entries = self._map_legend()
        low = box._replace(top=box.bottom - measure_rows(entries, box.width))
        if not contact.items or bounds(contact).bottom + UNIT < low.top:
            yield from self._found(draw_rows(entries, low, self.texts))

    # --- where it is written ---

    def _source_line(self) -> str:
        texts, dataset = self.texts, self.binder.dataset
        sources = sources_of(dataset, self.stop, self.focus)
        parts = [self.binder.describe(source) for source in sources]
        citation = self._citation()
        if citation:
            source = dataset.source[citation.source_key]
            locator = "".join(run.text for run in say_locator(citation.locator, source.language, texts))
            locator = locator.replace(" ¶", "\u00a0¶")  # a paragraph's number stays with what it counts
            maker = in_language(source.maker, texts.language.code)
            is_alone = sources == (source,)
            parts.append(
                texts("exports-locator", locator=locator)
                if is_alone
                else texts("exports-locator-of", maker=maker, locator=locator)
            )
        return (
            texts("exports-source", sources=list_in_words(parts, texts, texts("exports-source-separator")))
            if parts
            else ""
        )

    def _citation(self) -> Citation | None:
        key, dataset = self.emphasis.selected, self.binder.dataset
        record = dataset.entity.get(key) or dataset.tie.get(key)
        return record.citation if record else None
