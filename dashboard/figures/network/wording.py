"""What is read around the network: the headings of its columns, its legend, and the whole in a sentence."""

from __future__ import annotations

from collections.abc import Container, Iterable

from dashboard.figures.lines import LINES
from dashboard.figures.network.nodes import shape_of
from dashboard.figures.network.records import ColumnHeading, LegendEntry, Shape
from dashboard.i18n import Texts
from dashboard.model import Dataset, Entity, EntityKind, LinkKind, Standing, in_language
from dashboard.network.positions import Column


def head_columns(columns: Container[Column], texts: Texts) -> Iterable[ColumnHeading]:
    """A heading for each column that holds something."""
    for column in (each for each in Column if each in columns):
        yield ColumnHeading(column=column, text=texts(f"network-view-column-{column}"))


def list_legend(dataset: Dataset, texts: Texts, language: str) -> Iterable[LegendEntry]:
    """Only what the picture holds: shapes, then kinds of tie, then themes."""
    shapes = dict.fromkeys((shape_of(entity), _standing(entity)) for entity in dataset.entities)
    for shape, standing in sorted(shapes, key=_legend_order):
        if shape != "country":
            key = f"{shape}-{standing.value}" if standing else shape
            yield LegendEntry(mark="shape", id=shape, standing=standing, text=texts(f"network-view-legend-{key}"))
    for kind in dataset.kinds_in_use:
        yield LegendEntry(mark="tie", id=kind.id, line=LINES[kind.line], text=in_language(kind.names, language))
    if any(tie.kind == LinkKind.INHERITED_BY for tie in dataset.ties):
        yield LegendEntry(mark="bracket", id="inherited", text=texts("network-view-legend-inherited"))
    for theme in dataset.themes:
        yield LegendEntry(mark="accent", id=theme.accent, text=in_language(theme.names, language))


def _standing(entity: Entity) -> Standing | None:
    return entity.standing if entity.kind == EntityKind.ORGANISATION else None


def _legend_order(entry: tuple[Shape, Standing | None]) -> tuple[int, int]:
    order: list[Shape] = ["home", "organisation", "activity-text", "activity-caption", "venue", "river", "partner"]
    shape, standing = entry
    return (order.index(shape) if shape in order else len(order), list(Standing).index(standing) if standing else 0)


def describe_network(dataset: Dataset, texts: Texts) -> str:
    """How much of what the picture shows, or that there is nothing."""
    if not dataset.entities:
        return texts("network-view-empty")
    count = {kind: len(dataset.of_kind(kind)) for kind in EntityKind}
    return texts(
        "network-view-alt",
        homes=count[EntityKind.HOME],
        organisations=count[EntityKind.ORGANISATION],
        activities=count[EntityKind.ACTIVITY],
        partners=count[EntityKind.PARTNER],
        ties=len(dataset.exchange_ties),
    )
