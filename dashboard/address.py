"""What the parameters of a view's address may name. The browser reads and writes them: ``assets/js/core/state.js``."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from dashboard.model import Dataset, EntityKind

PANES = ("list", "map", "network")


class Vocabulary(BaseModel):
    """What the parameters of a query may name, each in its order."""

    model_config = ConfigDict(frozen=True)

    selectable: frozenset[str]
    entity: frozenset[str]
    home: tuple[str, ...]
    tie: tuple[str, ...]
    theme: tuple[str, ...]
    pane: tuple[str, ...] = PANES

    @classmethod
    def of(cls, dataset: Dataset) -> Vocabulary:
        return cls(
            selectable=frozenset(dataset.entity) | {tie.id for tie in dataset.exchange_ties},
            entity=frozenset(dataset.entity),
            home=tuple(home.id for home in dataset.of_kind(EntityKind.HOME)),
            tie=tuple(kind.id for kind in dataset.kinds_in_use),
            theme=tuple(theme.id for theme in dataset.themes),
        )
