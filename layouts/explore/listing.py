"""The list: everything as plain HTML, grouped. The keyboard's and the screen reader's way in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import htpy as h

from dashboard.figures.palette import hue_class, hue_of
from dashboard.model import Entity, EntityKind, LinkKind, Standing, Tie, in_language
from layouts.context import Page
from layouts.documents import ALL
from layouts.parts import kind_label, later_flag, second_language, select_link, shape, tie_swatch


def listing(page: Page) -> h.Element:
    """The whole list; the script hides what is filtered out and says in a sentence when nothing is left."""
    further = page.texts("ways-further", count=page.further) if page.further and not page.scope else ""
    groups = [_group(page, key, entities) for key, entities in _groups(page)]
    return h.section(
        "#list.panel.panel-list",
        data_view="list",
        aria_labelledby="list-heading",
        style=f"--hint:{json.dumps(page.texts('list-hint'), ensure_ascii=False)}",
    )[
        h.h2("#list-heading.panel-heading", tabindex="-1")[
            page.texts("list-heading"),
            h.span(".count", id="list-count")[str(len(page.dataset.entities))],
        ],
        h.ul("#set.set", aria_label=page.texts("filters-set"), hidden=True),
        h.div(".scroller", tabindex="-1")[
            h.div("#list-empty.empty", hidden=bool(page.dataset.entities))[page.texts("list-empty")],
            h.ul("#found.items"),
            groups,
            h.p(".list-further")[h.a(href=page.path(ALL), data_follows="select home tie theme q from to pane")[further]]
            if further
            else None,
        ],
    ]


def _groups(page: Page) -> Iterable[tuple[str, Sequence[Entity]]]:
    of_kind = page.dataset.of_kind
    organisations = of_kind(EntityKind.ORGANISATION)
    yield "partners", of_kind(EntityKind.PARTNER)
    yield "homes", of_kind(EntityKind.HOME)
    yield "organisations-current", [org for org in organisations if org.standing == Standing.CURRENT]
    yield "organisations-former", [org for org in organisations if org.standing == Standing.FORMER]
    yield "activities", of_kind(EntityKind.ACTIVITY)
    yield "organisations-other", [org for org in organisations if org.standing == Standing.OTHER]
    yield "venues", of_kind(EntityKind.VENUE)
    yield "rivers", of_kind(EntityKind.RIVER)
    yield "countries", of_kind(EntityKind.COUNTRY)


def _group(page: Page, key: str, entities: Sequence[Entity]) -> h.Node:
    if not entities:
        return None
    content = _by_owner(page, entities) if key == "activities" else _items(page, entities)
    return h.section(".group", data_group=key, aria_labelledby=f"group-{key}")[
        h.h3(f"#group-{key}.group-heading")[page.texts(f"group-{key}")],
        content,
    ]


def _by_owner(page: Page, activities: Sequence[Entity]) -> list[h.Element]:
    """Activities below the home or organisation that they belong to."""
    owners: dict[str, list[Entity]] = {}
    for activity in activities:
        owners.setdefault(owner_of(page, activity), []).append(activity)
    return [
        h.div(".owner")[
            h.h4(".owner-heading")[page.name(owner)],
            _items(page, owned),
        ]
        for owner, owned in owners.items()
    ]


def owner_of(page: Page, activity: Entity) -> str:
    """Who an activity belongs to: who runs it, or runs what it is part of; else its home."""
    for tie in page.dataset.ties:
        if tie.kind == LinkKind.RUNS and tie.target == activity.id:
            return tie.source
    for tie in page.dataset.ties:
        if tie.kind == LinkKind.PART_OF and tie.source == activity.id:
            return owner_of(page, page.dataset.entity[tie.target])
    return activity.home or activity.id


def _items(page: Page, entities: Sequence[Entity]) -> h.Element:
    return h.ul(".items", style=f"--rows:{len(entities)}")[(_item(page, entity) for entity in entities)]


def _item(page: Page, entity: Entity) -> h.Element:
    return h.li(
        class_=["item", f"item-{entity.kind}"],
        data_entity=entity.id,
        data_mark=entity.id,
        data_later=later_flag(entity.later),
    )[
        _entity_link(page, entity),
        _tie_items(page, entity) if entity.kind in (EntityKind.PARTNER, EntityKind.RIVER) else None,
    ]


def _entity_link(page: Page, entity: Entity) -> h.Element:
    return h.a(
        class_=f"item-link{hue_class(hue_of(page.dataset.home_of(entity.id), page.dataset))}",
        href=page.card(entity.id),
        data_select=entity.id,
    )[
        shape(page, entity),
        h.span(".item-text")[
            h.span(".item-name")[page.name(entity.id)],
            h.span(".item-second")[_second_line(page, entity)],
        ],
    ]


def _second_line(page: Page, entity: Entity) -> h.Node:
    if entity.kind == EntityKind.PARTNER:
        country = page.language.locale.territories.get(entity.country or "", "")
        return country if country and country not in page.name(entity.id) else _other_name(page, entity)
    if entity.kind == EntityKind.ORGANISATION:
        return kind_label(page, entity) if entity.standing == Standing.OTHER else _other_name(page, entity)
    if entity.kind == EntityKind.ACTIVITY:
        return page.texts("list-themes", themes=page.texts("list-separator").join(_theme_names(page, entity)))
    return _other_name(page, entity)


def _theme_names(page: Page, entity: Entity) -> list[str]:
    return [in_language(page.dataset.theme[theme].names, page.language.code) for theme in entity.themes]


def _other_name(page: Page, entity: Entity) -> h.Node:
    other = second_language(page, entity)
    return h.span(lang=other[0])[other[1]] if other else None


def _tie_items(page: Page, entity: Entity) -> h.Node:
    ties = [tie for tie in page.ties_of(entity) if tie.target == entity.id]
    return h.ul(".tie-items")[(_tie_item(page, tie) for tie in ties)] if ties else None


def _tie_item(page: Page, tie: Tie) -> h.Element:
    return h.li(
        class_="item item-tie",
        data_entity=tie.id,
        data_mark=tie.id,
        data_later=later_flag(tie.later),
    )[
        select_link(
            page,
            tie.id,
            [
                tie_swatch(page, tie),
                h.span(".item-text")[
                    h.span(".item-name")[page.texts("list-tie", kind=page.kind_name(tie.kind))],
                    h.span(".item-second")[page.name(tie.source)],
                ],
            ],
            css=".item-link",
        )
    ]
