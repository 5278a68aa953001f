"""A story made ready to be shown: for each stop what is lit, where the camera stands, what the legend explains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from dashboard.figures.map.records import LabelSpot, MapView
from dashboard.figures.map.svg import paint_map
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.svg import paint_network
from dashboard.i18n import format_date, list_in_words
from dashboard.model import Source, in_language
from dashboard.stories.citations import sources_of
from dashboard.stories.focus import Focus, Focuser
from dashboard.stories.records import Stop, Story
from dashboard.stories.scenes import Scene, compute_scene
from layouts.context import Page
from layouts.fixed_parts import FixedParts
from layouts.present.addresses import Part, stop_document, suffix_of

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
    def _map(self) -> str:
        return str(paint_map(self.map_view))

    @cached_property
    def network(self) -> str:
        """The picture of the network, the same for every stop."""
        return str(paint_network(self.network_view, self.page.texts))

    @cached_property
    def land(self) -> Markup:
        """The land, once on a page; every picture uses it."""
        found = _BASE.search(self._map)
        return Markup(found[0].replace("<g ", f'<g id="{LAND}" ', 1) if found else "")  # noqa: S704 - our own painter's

    @cached_property
    def map(self) -> str:
        """The map as an SVG whose land is a reference to ``land``."""
        return _BASE.sub(f'<use href="#{LAND}"></use>', self._map, count=1)

    def map_of(self, showing: Showing) -> str:
        """The map as the camera of a stop shows it."""
        left, top, width, height = showing.scene.camera
        box = f'viewBox="{left} {top} {width} {height}" preserveAspectRatio="xMidYMid meet"'
        return _VIEW_BOX.sub(box, self.map, count=1)

    def address(self, number: int) -> str:
        """Where a browser finds a stop on stage."""
        return self.page.address(stop_document(self.page, self.story.id, number))

    def page_address(self, part: Part) -> str:
        """Where a browser finds one of the story's pages."""
        return self.page.path(suffix_of(self.story.id, part))

    def labels(self, showing: Showing) -> MapView:
        """The map with the names of a stop alone, at their places."""
        spots = showing.scene.labels
        labels = [
            label.model_copy(update=_spots(spots[label.id])) for label in self.map_view.labels if label.id in spots
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
        return list_in_words(list(said), self.page.texts, self.page.texts("present-source-separator"))


def build_deck(page: Page, story: Story, fixed: FixedParts) -> Deck:
    """The deck of a story, made once for all its pages; ``fixed`` holds the pictures of the same data and language."""
    return Deck(replace(page, mode="present", suffix=suffix_of(story.id)), story, fixed.map_view, fixed.network_view)


def _spots(spot: LabelSpot) -> dict[str, LabelSpot]:
    return {"wide": spot, "narrow": spot}
