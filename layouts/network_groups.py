"""The folded parts of the network: a line that opens for each home, with its own rails below it.

The page's script opens what holds the selection (``assets/js/page/groups.js``); without scripts each opens by a tap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import htpy as h

from dashboard.figures.network.records import FoldedNetwork, NetworkGroup
from layouts.context import Page

LATER = "network-later"
"""The id of where the homes stand that one switch hides."""


def network_groups(page: Page, network: FoldedNetwork, stage: Callable[[NetworkGroup], h.Node]) -> h.Node:
    """All groups of a network, those that one switch hides at the end; nothing where all is drawn at once.

    ``stage`` draws what a group opens to.
    """
    if not network.groups:
        return None
    base = [group for group in network.groups if not group.later]
    return h.div(".network-groups", role="group", aria_label=page.texts("network-groups-heading"))[
        _groups(base, stage),
        h.div(f"#{LATER}", data_later=True)[
            h.h3(".network-groups-heading")[_more(page, network)], _groups(network.later, stage)
        ]
        if network.later
        else None,
    ]


def way_to_later(page: Page, network: FoldedNetwork) -> h.Node:
    """The way from what is drawn at once to the homes that one switch hides."""
    if not network.later or network.rails.is_empty:
        return None
    return h.a(".network-more", href=f"#{LATER}", data_later=True)[_more(page, network)]


def _more(page: Page, network: FoldedNetwork) -> str:
    return page.texts("network-group-later", homes=len({group.home for group in network.later}))


def _groups(groups: Iterable[NetworkGroup], stage: Callable[[NetworkGroup], h.Node]) -> list[h.Node]:
    return [
        h.details(".network-group", data_group=group.home)[
            h.summary(class_=f"hue-{group.hue}", **{"data-mark": group.home})[
                h.span(".group-name")[group.name],
                h.span(".group-ties")[group.ties],
                h.span(".group-countries")[group.countries] if group.countries else None,
            ],
            stage(group),
        ]
        for group in groups
    ]
