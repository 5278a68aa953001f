"""A story made ready to be shown: for each stop what is lit, where the camera stands, what the legend explains."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from dashboard.figures.map.records import LabelSpot, MapView
from dashboard.figures.map.svg import paint_map
from dashboard.figures.network.records import NetworkView
from dashboard.i18n import format_date
from dashboard.model import PartialDate, Source, in_language
from dashboard.stories.address import DeckAddress
from dashboard.stories.citations import sources_of
from dashboard.stories.focus import Focus, Focuser
from dashboard.stories.records import Stop, Story
from dashboard.stories.scenes import Scene, compute_scene
from layouts.context import Page
from layouts.fixed_parts import FixedParts

_BASE = re.compile(r'<g class="base".*?</g>', re.S)
_VIEW_BOX = re.compile(r'viewBox="[^"]*" preserveAspectRatio="[^"]*"')
LAND = "present-land"


@dataclass(frozen=True)
class Showing:
    """One stop with everything that follows from it. ``number`` counts from 1."""

    number: int
    stop: Stop
    focus: Focus
    scene: Scene


@dataclass(frozen=True, eq=False)
class Deck:
    """A story in one language, on the pictures of one edition of the data."""

    page: Page
    story: Story
    map_view: MapView
    network_view: NetworkView

    @cached_property
    def showings(self) -> tuple[Showing, ...]:
        focuser = Focuser(self.page.dataset)
        return tuple(
            Showing(
                number,
                stop,
                focus := focuser.focus(stop),
                compute_scene(self.map_view, stop, focus, self.network_view),
            )
            for number, stop in enumerate(self.story.stops, start=1)
        )

    @cached_property
    def _picture(self) -> str:
        return str(paint_map(self.map_view))

    @cached_property
    def land(self) -> Markup:
        """The land, once on a page; every picture uses it."""
        found = _BASE.search(self._picture)
        return Markup(found[0].replace("<g ", f'<g id="{LAND}" ', 1) if found else "")  # noqa: S704 - our own painter's

    def picture(self, showing: Showing) -> str:
        """The map of a stop as an SVG whose land is a reference to ``land``."""
        left, top, width, height = showing.scene.camera
        box = f'viewBox="{left} {top} {width} {height}" preserveAspectRatio="xMidYMid meet"'
        return _VIEW_BOX.sub(box, _BASE.sub(f'<use href="#{LAND}"></use>', self._picture, count=1), count=1)

    def address(self, number: int, view: str = "", select: str = "") -> str:
        """The address of a stop, from the root of the site."""
        query = DeckAddress(story=self.story.id, stop=number, view=view, select=select).to_query()
        return self.page.path("present") + query

    def labels(self, showing: Showing, *, all_of_them: bool = False) -> MapView:
        """The map with the names of a stop at their places; with ``all_of_them`` the others too."""
        spots = showing.scene.labels
        labels = [
            label.model_copy(update=_spots(spots.get(label.id, label.wide)))
            for label in self.map_view.labels
            if all_of_them or label.id in spots
        ]
        return self.map_view.model_copy(update={"labels": tuple(labels)})

    def sources(self, showing: Showing) -> tuple[Source, ...]:
        """What the stop rests on."""
        return sources_of(self.page.dataset, showing.stop, showing.focus)

    def say_sources(self, showing: Showing) -> str:
        """The sources of a stop in one line; an empty string when there is none."""
        said = [self._say(source) for source in self.sources(showing)]
        return self.page.texts("present-sources", sources=self._join(said)) if said else ""

    def _say(self, source: Source) -> str:
        language = self.page.language
        when = format_date(source.date, language) if source.date else self.page.texts("source-undated")
        maker, title = (in_language(text, language.code) for text in (source.maker, source.title))
        return self.page.texts("present-source", maker=maker, title=title, date=when)

    def _join(self, said: Iterable[str]) -> str:
        return self.page.texts("present-source-separator").join(said)

    def say_day(self, day: dt.date) -> str:
        """A day in words."""
        return format_date(PartialDate(year=day.year, month=day.month, day=day.day), self.page.language)


def build_deck(page: Page, story: Story, fixed: FixedParts) -> Deck:
    """The deck of a story; ``fixed`` holds the pictures of the same data and language."""
    return Deck(page, story, fixed.map_view, fixed.network_view)


def _spots(spot: LabelSpot) -> dict[str, LabelSpot]:
    return {"wide": spot, "narrow": spot}
