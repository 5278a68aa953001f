"""Small pieces that several panels use."""

from __future__ import annotations

import htpy as h

from dashboard.figures.lines import line_of
from dashboard.figures.network.nodes import shape_of
from dashboard.figures.network.svg import use_shape
from dashboard.figures.palette import hue_class, hue_of
from dashboard.model import Entity, EntityKind, Standing, Theme, Tie, in_language
from dashboard.network.about import name_homes
from layouts.context import Page

_MOST_COMPARED = 4


def select_link(page: Page, key: str, content: h.Node = None, *, css: str = "") -> h.Element:
    """A link that selects an entity or tie; without scripts it leads to the page of that."""
    attributes = {"href": page.card(key), "data-select": key}
    link = h.a(css, attributes) if css else h.a(attributes)
    return link[page.label(key) if content is None else content]


def shape(page: Page, entity: Entity) -> h.Element:
    """The little drawing that stands for a thing; said in words beside it, so hidden from screen readers."""
    theme = page.dataset.theme[entity.themes[0]] if entity.themes else None
    return _shape(shape_of(entity), theme, f".standing-{entity.standing}" if entity.standing else "")


def theme_shape(theme: Theme) -> h.Element:
    """The mark of a theme."""
    return _shape("activity-text", theme)


def theme_row(theme: Theme, count: int) -> h.Element:
    """The mark of a theme so many times in a row, for the eye alone: the number stands beside it."""
    return h.svg(
        f".shape-row.shape-activity-text.accent-{theme.accent}",
        viewBox=f"-8 -8 {16 * count} 16",
        style=f"--count:{count}",
        aria_hidden="true",
        focusable="false",
    )[(h.g(transform=f"translate({16 * place} 0)")[use_shape("activity-text", theme.accent)] for place in range(count))]


def _shape(name: str, theme: Theme | None, css: str = "") -> h.Element:
    accent = theme.accent if theme else None
    css = f".shape.shape-{name}{css}" + (f".accent-{accent}" if accent else "")
    return h.svg(css, viewBox="-8 -8 16 16", aria_hidden="true", focusable="false")[use_shape(name, accent)]


def tie_swatch(page: Page, tie: Tie) -> h.Element:
    """A short piece of the line that stands for the kind of a tie, in the hue of its home."""
    line = line_of(tie.kind, page.dataset)
    return h.svg(".swatch", viewBox="0 0 30 10", aria_hidden="true", focusable="false")[
        h.g(class_=f"curve {line.css}{hue_class(hue_of(page.dataset.home_of(tie.source), page.dataset))}")[
            h.path(".line", d="M2 5H28"),
            h.path(".core", d="M2 5H28") if line.core else None,
        ]
    ]


def compare_heading(page: Page) -> str:
    """What the comparison of the homes is called; empty where there is none: one home, or too many for columns."""
    homes = page.dataset.of_kind(EntityKind.HOME)
    if not 2 <= len(homes) <= _MOST_COMPARED or not page.dataset.of_kind(EntityKind.ACTIVITY):
        return ""
    return page.texts("compare-heading", homes=name_homes(page.dataset, page.texts))


def kind_label(page: Page, entity: Entity) -> str:
    """What an entity is, in a word or two: for organisations with their standing."""
    if entity.standing in (Standing.CURRENT, Standing.FORMER):
        return page.texts(f"kind-organisation-{entity.standing}")
    return page.texts(f"kind-{entity.kind}")


def second_language(page: Page, entity: Entity) -> tuple[str, str] | None:
    """Language and text of the entity's name in the other of the two languages that every record has."""
    other = "en" if page.language.code == "ja" else "ja"
    text = entity.names.get(other)
    return (other, text) if text and text != in_language(entity.names, page.language.code) else None


def later_flag(later: bool) -> str | None:
    """The attribute by which one switch hides what only a later source says."""
    return "" if later else None
