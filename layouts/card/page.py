"""The page of one thing: its card, a small map, and the ways on; to be read without any script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import htpy as h

from dashboard.figures.map.small import compute_small_map
from dashboard.figures.map.svg import frame_style, paint_labels, paint_map
from dashboard.figures.network.svg import paint_shapes
from dashboard.model import Dataset, EntityKind, LinkKind, in_language
from layouts import shell
from layouts.card.content import card_content
from layouts.context import Page
from layouts.parts import select_link

_LONGEST_TRAIL = 4
_PARENTS = {  # the ties that lead from a kind of thing to what it belongs to, and at which end that stands
    EntityKind.ACTIVITY: (LinkKind.RUNS, "source"),
    EntityKind.PARTNER: (LinkKind.LOCATED_IN, "target"),
    EntityKind.VENUE: (LinkKind.LOCATED_IN, "target"),
}


def card_page(page: Page, key: str) -> str:
    """The page of an entity or exchange tie as a whole HTML document; raise KeyError for any other id."""
    page = replace(page, mode="card", suffix=f"card/{key}/")
    return shell.document(
        page,
        title=page.label(key),
        summary=_summary(page, key),
        is_scripted=False,
        body=[
            paint_shapes(),
            shell.masthead(page, is_scripted=False),
            h.main("#main.card-page", data_view="card")[
                _trail(page, key),
                h.article[card_content(page, key, is_page=True, picture=_map(page, key))],
                _ways_on(page, key),
                _neighbours(page, key),
            ],
            shell.footer(page),
        ],
    )


def find_neighbours(dataset: Dataset, key: str) -> tuple[str | None, str | None]:
    """The ids before and after one, among all of its kind; None at the ends."""
    keys = [other for other in dataset.selectable if _kind(dataset, other) == _kind(dataset, key)]
    place = keys.index(key)
    return (keys[place - 1] if place else None, keys[place + 1] if place + 1 < len(keys) else None)


def _kind(dataset: Dataset, key: str) -> EntityKind | None:
    """The kind of an entity; None for ties, which are of one kind here."""
    return dataset.entity[key].kind if key in dataset.entity else None


def _summary(page: Page, key: str) -> str:
    """One sentence for search engines and previews in messages."""
    if key in page.dataset.entity:
        return in_language(page.dataset.entity[key].summary, page.language.code)
    return in_language(page.dataset.kind[page.dataset.tie[key].kind].meaning, page.language.code)


def _trail(page: Page, key: str) -> h.Element:
    """From the explorer down to here, through what the thing belongs to."""
    above = list(_ancestors(page.dataset, key))[::-1]
    return h.nav(".trail", aria_label=page.texts("card-page-trail"))[
        h.ol[
            h.li[h.a(href=page.explorer)[page.about.name]],
            (h.li[select_link(page, ancestor)] for ancestor in above),
            h.li(aria_current="page")[page.label(key)],
        ]
    ]


def _ancestors(dataset: Dataset, key: str) -> Iterator[str]:
    """What a thing belongs to, what that belongs to, and so on: nearest first."""
    seen = [key]
    while (parent := _parent(dataset, seen[-1])) and parent not in seen and len(seen) < _LONGEST_TRAIL:
        seen.append(parent)
        yield parent


def _parent(dataset: Dataset, key: str) -> str | None:
    if key in dataset.tie:
        return dataset.tie[key].source
    entity = dataset.entity[key]
    kind, end = _PARENTS.get(entity.kind, (None, ""))
    here = "target" if end == "source" else "source"
    linked = (getattr(tie, end) for tie in dataset.ties if tie.kind == kind and getattr(tie, here) == key)
    has_home = entity.kind not in (EntityKind.HOME, EntityKind.PARTNER)
    return next(linked, None) or (entity.home if has_home else None)


def _map(page: Page, key: str) -> h.Node:
    view = compute_small_map(page.dataset, key, page.language.code)
    if view is None:
        return None
    return h.div(".map-stage", style=frame_style(view.frame), role="group", aria_label=page.texts("card-page-map"))[
        paint_map(view), paint_labels(view, link=page.card)
    ]


def _ways_on(page: Page, key: str) -> h.Element:
    return h.aside(".card-page-ways")[
        h.a(".button.card-page-explore", href=page.view_of(key))[page.texts("card-page-explore")],
    ]


def _neighbours(page: Page, key: str) -> h.Element:
    before, after = find_neighbours(page.dataset, key)
    steps = [("prev", before), ("next", after)]
    return h.nav(".card-page-neighbours", aria_label=page.texts("card-page-neighbours"))[
        [_step(page, way, other) for way, other in steps if other]
    ]


def _step(page: Page, way: str, key: str) -> h.Element:
    return h.a(href=page.card(key), rel=way)[
        h.span(".fine")[page.texts(f"card-page-{way}")], h.span(".step-name")[page.label(key)]
    ]
