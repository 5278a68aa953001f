"""What stands below the four views: the way between two things, the two homes compared, the timeline."""

from __future__ import annotations

import htpy as h

from dashboard.figures.timeline.svg import paint_timeline
from dashboard.figures.timeline.view import compute_timeline
from dashboard.model import DatedFact, Entity, EntityKind, in_language
from dashboard.network.measures import SharedTheme, compare_homes
from layouts.card.content import date_element, later_tag, locator_line
from layouts.context import Page
from layouts.parts import later_flag, select_link, theme_shape


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
    """The kinds of activity that both homes have, side by side; nothing unless there are exactly two homes."""
    homes = page.dataset.of_kind(EntityKind.HOME)
    shared = compare_homes(page.dataset)
    if len(homes) != 2 or not shared:
        return None
    return h.section("#compare.band.band-compare", aria_labelledby="compare-heading")[
        h.h2("#compare-heading")[page.texts("compare-heading")],
        h.p[page.texts("compare-how")],
        h.div(".compare", role="table", aria_labelledby="compare-heading")[
            h.div(".compare-row.compare-head", role="row")[
                h.span(role="columnheader")[page.texts("compare-theme")],
                (h.span(role="columnheader")[page.name(home.id)] for home in homes),
            ],
            (_compare_row(page, theme, homes) for theme in shared),
        ],
    ]


def _compare_row(page: Page, shared: SharedTheme, homes: tuple[Entity, ...]) -> h.Element:
    theme = page.dataset.theme[shared.theme]
    return h.div(".compare-row", role="row")[
        h.span(".compare-theme", role="rowheader")[theme_shape(theme), in_language(theme.names, page.language.code)],
        (
            h.div(".compare-cell", role="cell")[
                h.ul[
                    (
                        h.li[select_link(page, activity), _activity_source(page, activity)]
                        for activity in shared.activities[home.id]
                    )
                ]
            ]
            for home in homes
        ),
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
        h.p[page.texts("timeline-how")],
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
