"""A story for any data set: the whole network, each home, each partner, the themes, how to get in touch."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dashboard.figures.network.names import count_text_lines
from dashboard.figures.text_metrics import measure_text
from dashboard.i18n import Texts, list_in_words
from dashboard.model import Dataset, Entity, EntityKind, Tie, in_language
from dashboard.network.facets import compute_facets
from dashboard.network.parts import part_network
from dashboard.stories.checks import LONGEST_TEXT_EM, LONGEST_TITLE_EM
from dashboard.stories.records import Stop, Story

AUTOMATIC = "main"
"""The id of the story that every address without a story means."""

_MOST_HOMES, _MOST_PARTNERS = 12, 12  # a stop each; of more those with the most ties
_MOST_NOTES = 12  # of one stop
_MOST_ROWS = 14  # of the network on one slide


def make_story(dataset: Dataset, texts: Texts) -> Story:
    """A story of ``dataset`` in the language of ``texts``; of an empty data set one stop that says so."""
    maker = _Maker(dataset, texts)
    return Story(
        id=AUTOMATIC,
        language=texts.language.code,
        title=texts("stories-auto-title"),
        summary=texts("stories-auto-summary"),
        stops=tuple(maker.stops()),
    )


class _Maker:
    def __init__(self, dataset: Dataset, texts: Texts) -> None:
        self.dataset = dataset
        self.texts = texts
        self.homes = dataset.of_kind(EntityKind.HOME)
        self.ties: dict[str, list[Tie]] = defaultdict(list)
        for tie in dataset.exchange_ties:
            self.ties[tie.source].append(tie)
            self.ties[tie.target].append(tie)

    def stops(self) -> Iterator[Stop]:
        if not self.dataset.entities:
            yield self._stop("empty")
            return
        yield self._whole()
        for home in self._foremost(self.homes, _MOST_HOMES):
            yield self._about(home)
        for partner in self._foremost(self.dataset.of_kind(EntityKind.PARTNER), _MOST_PARTNERS):
            yield self._about(partner)
        if any(entity.themes for entity in self.dataset.entities):
            yield self._themes()
        yield self._stop("contact" if self.dataset.contacts else "end", is_takeaway=True)

    def _stop(self, key: str, **values: object) -> Stop:
        said = {part: self.texts(f"stories-auto-{key}-{part}") for part in ("heading", "text", "notes")}
        return Stop.model_validate(
            {"title": said["heading"], "text": said["text"], "notes": said["notes"], **values},
        )

    def _whole(self) -> Stop:
        ties = self.dataset.exchange_ties
        values = {"partners": len(self.dataset.of_kind(EntityKind.PARTNER)), "ties": len(ties)}
        homes = self._list([self._name(home) for home in self.homes[:_MOST_HOMES]])
        is_title = 0 < measure_text(homes) <= LONGEST_TITLE_EM and len(self.homes) <= _MOST_HOMES
        has_room = bool(part_network(self.dataset, count_text_lines(self.dataset)).rails.entities)
        return Stop(
            show="both" if has_room else "map",
            title=homes if is_title else self.texts("stories-auto-whole-heading"),
            text=self.texts("stories-auto-whole-text", **values),
            notes=self.texts("stories-auto-whole-notes", **values),
        )

    def _about(self, entity: Entity) -> Stop:
        name = self._name(entity)
        summary = in_language(entity.summary, self.texts.language.code)
        fits = summary and measure_text(summary) <= LONGEST_TEXT_EM
        text = summary if fits else self._ties_in_words(entity) or self.texts("stories-auto-none-text", name=name)
        notes = [self._ties_in_words(entity), *self._notes_of(entity)]
        return Stop(
            title=name,
            text=text,
            notes="\n".join(note for note in notes if note),
            select=entity.id,
            show="both" if len(self.ties[entity.id]) <= _MOST_ROWS else "map",
        )

    def _ties_in_words(self, entity: Entity) -> str:
        kinds = Counter(tie.kind for tie in self.ties[entity.id])
        said = [in_language(kind.names, self.texts.language.code) for kind in self.dataset.kinds if kind.id in kinds]
        if not said:
            return ""
        return self.texts("stories-auto-ties-text", count=kinds.total(), kinds=self._list(said))

    def _notes_of(self, entity: Entity) -> list[str]:
        """What the tables say about its ties, and what the sources do not say."""
        code = self.texts.language.code
        notes = [in_language(tie.note, code) for tie in self.ties[entity.id] if tie.note]
        notes += [in_language(gap.text, code) for gap in self.dataset.gaps if entity.id in gap.about]
        return [f"- {note}" for note in notes[:_MOST_NOTES]]

    def _foremost(self, entities: Sequence[Entity], most: int) -> Sequence[Entity]:
        """Those with the most ties, in the order of the tables."""
        chosen = {each.id for each in sorted(entities, key=lambda each: -len(self.ties[each.id]))[:most]}
        return [entity for entity in entities if entity.id in chosen]

    def _themes(self) -> Stop:
        code = self.texts.language.code
        facets = compute_facets(self.dataset)
        counts = Counter(
            theme for activity in self.dataset.of_kind(EntityKind.ACTIVITY) for theme in facets[activity.id].themes
        )
        named = [
            self.texts("stories-auto-theme-item", theme=in_language(theme.names, code), count=counts[theme.id])
            for theme in self.dataset.themes
            if counts[theme.id]
        ]
        listed = self._list(named)
        fits = measure_text(listed) <= LONGEST_TEXT_EM
        return Stop(
            title=self.texts("stories-auto-themes-heading"),
            text=listed if fits else self.texts("stories-auto-themes-text", count=len(named)),
            notes=listed,
            show="network",
        )

    def _name(self, entity: Entity) -> str:
        return in_language(entity.names, self.texts.language.code)

    def _list(self, items: list[str]) -> str:
        return list_in_words(items, self.texts)
