"""The Dash layout of the figures page: the page's view, a chart in each of its places, and the table of all ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_ag_grid as dag
from dash.development.base_component import Component

from dashboard.figures.numbers.charts import CHARTS
from dashboard.figures.numbers.plotly import Say
from dashboard.figures.numbers.rows import TieRow
from dashboard.i18n import Texts
from layouts.ids import TABLE, chart_id
from layouts.islands import Chart, Island, View

COLUMNS = ("partner", "country", "kind", "home", "year", "distance_km", "themes")
NUMBERS = ("year", "distance_km")
_SHARES = {"partner": 5, "kind": 3, "themes": 3}  # of the width; the others have 2
_WORDS = (
    *("contains", "notContains", "equals", "notEqual", "startsWith", "endsWith", "blank", "notBlank"),
    *("lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual", "inRange", "inRangeStart", "inRangeEnd"),
    *("andCondition", "orCondition", "filterOoo", "noRowsToShow"),
)


def components(texts: Texts) -> list[Component]:
    """What Dash shows on the page. Charts and rows come by callback."""
    charts = (Island(chart_id(key), Chart(id=chart_id(key))) for key in CHARTS)
    return [View(), *charts, Island(TABLE, _table(texts))]


def _table(texts: Texts) -> Component:
    return dag.AgGrid(  # type: ignore[no-any-return]  # the grid has no types
        id=TABLE,
        columnDefs=[_column(key, texts) for key in COLUMNS],
        defaultColDef={
            "sortable": True,
            "filter": True,
            "resizable": True,
            "wrapHeaderText": True,
            "autoHeaderHeight": True,
            "minWidth": 110,
        },
        dashGridOptions={
            "localeText": {word: texts(f"figures-grid-{_dashed(word)}") for word in _WORDS},
            "rowHeight": 44,
            "suppressCellFocus": False,
            "enableCellTextSelection": True,
            "animateRows": False,
            "ensureDomOrder": True,
        },
        style={"height": "100%"},
    )


def _column(key: str, texts: Texts) -> dict[str, Any]:
    column: dict[str, Any] = {"field": key, "headerName": column_name(key, texts), "flex": _SHARES.get(key, 2)}
    if key == "partner":
        return {**column, "cellRenderer": "CardLink", "minWidth": 230}
    if key in NUMBERS:
        return {**column, "filter": "agNumberColumnFilter", "type": "rightAligned"}
    return column


def column_name(key: str, texts: Texts) -> str:
    """What stands above a column, on the page and in files."""
    return texts(f"figures-column-{key.replace('_', '-')}")


def _dashed(word: str) -> str:
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in word)


def table_rows(rows: Sequence[TieRow], say: Say, card: Mapping[str, str], texts: Texts) -> list[dict[str, Any]]:
    """Rows of the table in words. ``card`` gives the address of each tie's own page."""
    between = texts("list-separator")
    return [
        {
            "partner": say("tie-name", row.id),
            "country": say("country", row.country),
            "kind": say("tie", row.kind),
            "home": say("home", row.home),
            "year": row.year,
            "distance_km": None if row.distance_km is None else round(row.distance_km),
            "themes": between.join(say("theme", theme) for theme in row.themes),
            "card": card[row.id],
        }
        for row in rows
    ]
