"""What stands below the four views: the way between two things, the homes compared, the timeline."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from dashboard.figures.timeline.svg import paint_timeline
from dashboard.figures.timeline.view import compute_timeline
from dashboard.model import DatedFact, Entity, EntityKind, Theme, in_language
from dashboard.network.measures import ThemeAtHomes, compare_homes, count_at_homes
from layouts.card.content import date_element, later_tag, locator_line
from layouts.context import Page
from layouts.parts import compare_heading, later_flag, select_link, theme_row, theme_shape

_COUNTED = {"partners": "count-partners", "countries": "count-partner-countries", "activities": "count-activities"}


def path_panel(page: Page) -> h.Element:
    """Why are these two connected? Two choices, which the script fills, and its answer in words."""
    text = page.texts
    return h.section("#path.band.band-path", data_view="path", aria_labelledby="path-heading")[
        h.h2("#path-heading")[text("path-heading")],
        h.p[text("path-how")],
        h.form("#path-form.path-form")[
            _choice(page, "from"),
            _choice(page, "to"),
        ],
        h.div("#path-answer.path-answer", aria_live="polite"),
    ]


def _choice(page: Page, name: str) -> h.Element:
    return h.label(".field")[
        h.span[page.texts(f"path-{name}")],
        h.select(name=name, id=f"path-{name}")[h.option(value="")[page.texts("path-choose")]],
    ]


def compare_panel(page: Page) -> h.Node:
    """What the homes have, side by side: counts, and a mark for each activity of a theme; its names by a tap."""
    heading = compare_heading(page)
    if not heading:
        return None
    homes = page.dataset.of_kind(EntityKind.HOME)
    counts = count_at_homes(page.dataset)
    return h.section("#compare.band.band-compare", aria_labelledby="compare-heading")[
        h.h2("#compare-heading")[heading],
        h.p[page.texts("compare-how")],
        h.table(".compare", role="table", aria_labelledby="compare-heading", style=f"--homes:{len(homes)}")[
            h.thead(role="rowgroup")[
                h.tr(role="row")[
                    h.th(role="columnheader")[h.span(".visually-hidden")[page.texts("compare-theme")]],
                    (h.th(role="columnheader")[page.name(home.id)] for home in homes),
                ]
            ],
            h.tbody(role="rowgroup")[
                (
                    _compare_row(page.texts(label), [str(getattr(counts[home.id], field)) for home in homes])
                    for field, label in _COUNTED.items()
                )
            ],
            h.tbody(role="rowgroup")[(_theme_row(page, compared, homes) for compared in compare_homes(page.dataset))],
        ],
    ]


def _theme_row(page: Page, compared: ThemeAtHomes, homes: tuple[Entity, ...]) -> h.Element:
    theme = page.dataset.theme[compared.theme]
    name = h.span(".compare-theme")[theme_shape(theme), in_language(theme.names, page.language.code)]
    return _compare_row(name, [_theme_cell(page, theme, compared.activities[home.id]) for home in homes])


def _compare_row(head: h.Node, cells: Sequence[h.Node]) -> h.Element:
    """A row of the table, whose roles are said since on a phone it is laid out as a grid."""
    return h.tr(role="row")[h.th(role="rowheader")[head], (h.td(role="cell")[cell] for cell in cells)]


def _theme_cell(page: Page, theme: Theme, activities: tuple[str, ...]) -> h.Node:
    """How many there are, a mark for each, and behind both their names with their sources."""
    if not activities:
        return "0"
    return h.details[
        h.summary[h.span(".compare-count")[str(len(activities))], theme_row(theme, len(activities))],
        h.ul[(h.li[select_link(page, activity), _activity_source(page, activity)] for activity in activities)],
    ]


def _activity_source(page: Page, activity: str) -> h.Element:
    citation = page.dataset.entity[activity].citation
    maker = in_language(page.dataset.source[citation.source_key].maker, page.language.code)
    return h.span(".fine.compare-source")[maker, page.texts("compare-separator"), locator_line(page, citation)]


def timeline_panel(page: Page) -> h.Node:
    """What is dated, in order of time. A day whose year is not stated stands apart at the end."""
    facts = sorted(page.dataset.dated_facts, key=lambda fact: fact.when.start)
    if not facts:
        return None
    return h.section("#timeline.band.band-timeline", aria_labelledby="timeline-heading")[
        h.h2("#timeline-heading")[page.texts("timeline-heading")],
        h.p[page.texts("timeline-how", documents=page.dataset.documents)],
        paint_timeline(compute_timeline(page.dataset)),
        h.ol(".timeline")[(_timeline_item(page, fact) for fact in facts)],
    ]


def _timeline_item(page: Page, fact: DatedFact) -> h.Element:
    shown = page.dataset.entity.get(fact.about)
    return h.li(
        ".timeline-item",
        data_mark=fact.about,
        data_later=later_flag(fact.later),
        data_year=str(fact.when.start.year or ""),
    )[
        date_element(page, fact),
        h.span(".timeline-what")[
            select_link(page, fact.about, in_language(fact.what, page.language.code)),
            later_tag(page, fact.later),
            h.span(".fine")[page.name(shown.id) if shown else page.label(fact.about)],
        ],
    ]
