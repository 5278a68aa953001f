"""What posters and leaflets share: a page of paper with a title, a sentence, the map of everything, and a foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dashboard.exports.sheets.code import draw_code
from dashboard.exports.sheets.emphasis import Emphasis
from dashboard.exports.sheets.map import draw_map
from dashboard.exports.sheets.records import PAPER_POINT, UNIT, Box, Group, Ink, Line, Passage, Pen, Sheet, Stroke
from dashboard.exports.sheets.stop import Binder
from dashboard.exports.sheets.text import fit_passage, fit_title, place_passage
from dashboard.figures.map.records import LegendLine
from dashboard.i18n import list_in_words
from dashboard.model import Source, in_language
from dashboard.network.about import describe_network, tell_whole
from dashboard.stories import Focus, Stop
from dashboard.stories.citations import sources_of
from dashboard.stories.scenes import Scene, compute_scene

CAPTION, GAP = 24.0, 40.0
_POINTS_MM = 72 / 25.4
_FOOT, _DATE_SHARE = 70.0, 0.25
_TITLE_PITCH, _TEXT_LINES = 1.25, 2
_EVERYTHING = Stop(title="", text="", show="map")


@dataclass(frozen=True)
class Paper:
    """A page of so many millimetres; sizes of type and ``margin`` are in units, ``code`` is that of the QR code."""

    binder: Binder
    width_mm: float
    height_mm: float
    margin: float
    title: float
    text: float
    code: float

    @property
    def size(self) -> tuple[float, float]:
        return (self.width_mm * _POINTS_MM / PAPER_POINT, self.height_mm * _POINTS_MM / PAPER_POINT)

    @property
    def inner(self) -> Box:
        """Inside the margins, above the foot."""
        width, height = self.size
        return Box(self.margin, self.margin, width - 2 * self.margin, height - 2 * self.margin - _FOOT)

    @property
    def head(self) -> Box:
        """Of title and sentence."""
        height = self.title * _TITLE_PITCH * 1.05 + self.text * 1.4 * _TEXT_LINES
        return self.inner._replace(height=max(height, self.code + 1.6 * CAPTION if self.address else 0.0))

    @cached_property
    def address(self) -> str:
        """Of the explorer; an empty string when no public address is known."""
        url = self.binder.imprint.public_url
        return f"{url.rstrip('/')}/{self.binder.texts.language.code}/" if url else ""

    @cached_property
    def focus(self) -> Focus:
        return self.binder.focuser.focus(_EVERYTHING)

    @cached_property
    def legend(self) -> tuple[LegendLine, ...]:
        """That of the map."""
        return self._scene((1.0, 1.0)).legend

    def _scene(self, room: tuple[float, float]) -> Scene:
        binder = self.binder
        return compute_scene(binder.map_view, _EVERYTHING, self.focus, binder.network_view, is_paper=True, room=room)

    def draw_map(self, box: Box) -> Group:
        """The map of everything in a box."""
        binder, scene = self.binder, self._scene((box.width / UNIT, box.height / UNIT))
        return draw_map(binder.map_view, scene, box, Emphasis(self.focus), texts=binder.texts, call=binder.name)

    def bind(self, pictures: Iterable[Group], passages: Iterable[Passage]) -> Sheet:
        """The page with these pictures and texts between its head and its foot."""
        binder, texts, head = self.binder, self.binder.texts, self.head
        code = (
            Box(head.right - self.code, head.top, self.code, self.code)
            if self.address
            else head._replace(left=head.right, width=0)
        )
        way_back = list(self._way_back(code))
        ends = [code.left, *(passage.box.left for passage in way_back)]
        width = min(ends) - head.left - (GAP if self.address else 0.0)
        height = self.title * _TITLE_PITCH * 1.05
        low = self.inner.bottom
        foot = Box(head.left, low, head.width * (1 - _DATE_SHARE), _FOOT)
        date = Box(foot.right, low, head.width * _DATE_SHARE, _FOOT)
        sources = sources_of(binder.dataset, _EVERYTHING, self.focus)
        codes = [draw_code(self.address, code, texts)] if self.address else []
        return Sheet(
            language=texts.language.code,
            title=fit_title(
                describe_network(binder.dataset, texts).subtitle,
                Box(head.left, head.top, width, height),
                largest=self.title,
                smallest=self.text,
                pitch=_TITLE_PITCH,
            ),
            text=fit_passage(
                self._sentence(),
                Box(head.left, head.top + height, width, self.text * 1.4 * _TEXT_LINES),
                ink="ink-soft",
                largest=self.text,
                smallest=CAPTION,
            ),
            rules=(Stroke(texts("exports-part-rule"), (((head.left, low), (head.right, low)),), Pen(Ink("ink"), 2.0)),),
            pictures=(*(group for group in pictures if group.items), *codes),
            further=(*way_back, *passages),
            source=self._caption(self._source_line(sources), foot),
            date=self._caption(binder.date_line, date, is_right=True),
            number=self._caption("", date),
            links=self._links(sources),
            size=self.size,
            point=PAPER_POINT,
        )

    def _links(self, sources: Iterable[Source]) -> tuple[tuple[str, str], ...]:
        code = self.binder.texts.language.code
        found = [(in_language(source.title, code), source.url) for source in sources if source.url]
        return (*found, *([(self.address, self.address)] if self.address else []))

    def _sentence(self) -> str:
        dataset = self.binder.dataset
        return tell_whole(dataset, self.binder.texts) if dataset.entities else self.binder.map_view.alt

    def _source_line(self, sources: Iterable[Source]) -> str:
        texts = self.binder.texts
        said = [self.binder.describe(source) for source in sources]
        return (
            texts("exports-source", sources=list_in_words(said, texts, texts("exports-source-separator")))
            if said
            else ""
        )

    def _caption(self, text: str, box: Box, *, is_right: bool = False) -> Passage:
        return fit_passage(
            text, box, ink="ink-soft", largest=CAPTION, smallest=CAPTION, align="right" if is_right else "left"
        )

    def _way_back(self, code: Box) -> Iterable[Passage]:
        """The address below its code."""
        if self.address:
            line = Line(self.address, CAPTION, Ink("ink"))
            yield place_passage(self.address, [line], (code.right, code.bottom + 0.9 * CAPTION), align="right")
