"""What a stop rests on."""

from __future__ import annotations

from dashboard.model import Dataset, Source
from dashboard.stories.focus import Focus
from dashboard.stories.records import Stop


def sources_of(dataset: Dataset, stop: Stop, focus: Focus) -> tuple[Source, ...]:
    """The documents that state what is lit, and what the story names beside them, in the order of the tables."""
    lit = [key for key in (focus.selected, *sorted(focus.near)) if key]
    facts = [dataset.entity.get(key) or dataset.tie.get(key) for key in lit]
    cited = [fact.citation.source_key for fact in facts if fact]
    if not lit:
        cited = [tie.citation.source_key for tie in dataset.exchange_ties if tie.id not in focus.out]
    used = {*cited, *stop.sources}
    kept = [source for source in dataset.sources if source.key in used]
    return tuple(source for source in kept if not source.is_later or source.key in stop.sources)
