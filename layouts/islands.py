"""Components of Dash that tie it to a page that the server wrote. Their scripts stand in ``assets/js/dash``."""

# ruff: noqa: RUF012 - Dash wants lists as attributes of the class
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash.development.base_component import Component


class _OwnComponent(Component):
    """What every component of ours has in common: where its script is found, and that its properties are its fields."""

    _namespace = "kakehashi"
    _type = ""
    _children_props: list[str] = []
    _base_nodes = ["children"]
    _prop_names: list[str] = []
    _valid_wildcard_attributes: list[str] = []
    available_wildcard_properties: list[str] = []


class View(_OwnComponent):
    """The page's state as a property, both ways; it shows nothing.

    ``state`` is what the page's store holds (see ``assets/js/core/state.js``): a callback with
    ``Input("view", "state")`` hears every change, and what a callback writes there becomes the page's state.
    An ``action`` that a callback writes is dispatched to the store. ``theme`` is ``light`` or ``dark``.
    """

    _type = "View"
    _prop_names = ["id", "state", "action", "theme"]

    def __init__(self, id: str = "view", state: Mapping[str, Any] | None = None, theme: str = "light") -> None:  # noqa: A002 - as Dash calls it
        super().__init__(id=id, theme=theme, **({} if state is None else {"state": state}))  # type: ignore[no-untyped-call]


class Island(_OwnComponent):
    """Dash components, shown where the page has an element ``data-island="<place>"``; nowhere if it has none."""

    _type = "Island"
    _prop_names = ["children", "id", "place"]

    def __init__(self, place: str, children: Component | Sequence[Component] | str) -> None:
        super().__init__(id=f"island-{place}", place=place, children=children)  # type: ignore[no-untyped-call]


class Chart(_OwnComponent):
    """A Plotly figure in the look of the house, without buttons of its own.

    ``figure`` is any figure of ``plotly.graph_objects``. Colours may be tokens of the style sheet
    (``var(--ink)``); they follow the appearance. ``clicked`` is the ``customdata`` of the bar that was chosen last,
    as ``{"means": …, "count": how often}``.
    """

    _type = "Chart"
    _prop_names = ["id", "figure", "clicked"]

    def __init__(self, id: str, figure: object = None) -> None:  # noqa: A002 - as Dash calls it
        super().__init__(id=id, **({} if figure is None else {"figure": figure}))  # type: ignore[no-untyped-call]
