"""The figures page: places for Dash's components, and beside each chart its bars as buttons."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import htpy as h

from dashboard.figures.numbers.charts import CHARTS, Bar, Chart
from dashboard.figures.numbers.counting import compute_numbers
from dashboard.figures.numbers.plotly import Say, describe_bar
from dashboard.figures.numbers.rows import Choice, TieRow, choose_ties
from layouts import shell
from layouts.context import Page
from layouts.figures.components import COLUMNS, NUMBERS, column_name, table_rows
from layouts.figures.still import paint_still
from layouts.figures.words import speaker
from layouts.ids import TABLE, chart_id
from layouts.wiring import renderer_config

SCRIPTS = ("react.js", "react-dom.js", "prop-types.js", "plotly-bars.js", "grid.js", "dash-renderer.js", "figures.js")
"""What the page loads, in this order. No other page loads the grid, or Plotly with bars."""

NAME = "figures"


def figures(page: Page) -> str:
    """The page as a whole HTML document. In a copy nobody counts anew: charts and table stand still."""
    numbers = compute_numbers(page.dataset)
    say = speaker(page.dataset, page.texts)
    charts = [compute(numbers, Choice()) for compute in CHARTS.values()]
    body = [
        shell.masthead(page),
        h.main("#main.figures")[
            h.p(".breadcrumb")[h.a(href=page.path())[page.texts("back-to-explorer")]],
            h.h1[page.texts("figures-title")],
            _still_intro(page) if page.is_copy else _intro(page),
            h.div(".charts")[(_figure(page, chart, say) for chart in charts)],
            _still_table(page, choose_ties(numbers, Choice()), say) if page.is_copy else _table(page),
        ],
        shell.footer(page),
        None if page.is_copy else h.div("#react-entry-point"),
    ]
    style = h.link(rel="stylesheet", href=page.front_end.url("figures.css"))
    if page.is_copy:
        return shell.document(page, title=page.texts("figures-title"), body=body, head=style)
    data = [
        shell.json_block("_dash-config", renderer_config(page.path(f"{NAME}/"))),
        shell.json_block("figures", _told(page)),
    ]
    scripts = [h.script(src=page.front_end.url(name), defer=True) for name in SCRIPTS]
    return shell.document(page, title=page.texts("figures-title"), body=body, data=data, head=[style, *scripts])


def _intro(page: Page) -> list[h.Node]:
    return [
        h.p(".figures-intro")[page.texts("figures-intro")],
        h.noscript[h.p[page.texts("figures-needs-scripts")]],
        _choice_bar(page),
    ]


def _still_intro(page: Page) -> h.Element:
    return h.p(".figures-intro")[page.texts("figures-intro-still")]


def _told(page: Page) -> dict[str, object]:
    """What the page's script must know."""
    columns = ("partner", "country", "kind", "home", "year", "distance_km", "themes", "card")
    return {
        "map": page.path(),
        "file": page.texts("figures-file"),
        "rows": page.texts("figures-rows", count="{count}"),
        "columns": {key: column_name(key, page.texts) for key in columns},
    }


def _choice_bar(page: Page) -> h.Element:
    """How many ties are chosen, and what can be done with them."""
    text = page.texts
    return h.div(".choice-bar")[
        h.p("#rows", role="status", aria_live="polite"),
        h.button("#choice-clear.button", type="button", hidden=True)[text("filters-clear")],
        h.a("#choice-map.button", href=page.path())[text("figures-on-map")],
    ]


def _figure(page: Page, chart: Chart, say: Say) -> h.Element:
    title = page.texts(f"figures-{chart.id}-title")
    places = len({bar.place for bar in chart.bars})
    return h.figure(".chart", style=f"--places:{places}", aria_labelledby=f"{chart.id}-title")[
        h.figcaption[h.h2(id=f"{chart.id}-title")[title], h.p(".fine")[page.texts(f"figures-{chart.id}-about")]],
        h.div(
            ".chart-place",
            data_island=chart_id(chart.id),
            role="img",
            aria_label=page.texts("figures-chart-alt", title=title),
        )[paint_still(chart, say)],
        h.details(".chart-bars")[
            h.summary[page.texts("figures-as-list")],
            h.ul[
                (h.li[describe_bar(chart, bar, say) if page.is_copy else _bar(chart, bar, say)] for bar in chart.bars)
            ],
        ],
    ]


def _bar(chart: Chart, bar: Bar, say: Say) -> h.Element:
    means = json.dumps(dict(bar.means), separators=(",", ":"))
    return h.button(type="button", aria_pressed="false", data_choose=means)[describe_bar(chart, bar, say)]


def _table(page: Page) -> h.Element:
    text = page.texts
    return h.section(".table", aria_labelledby="table-title")[
        h.h2("#table-title")[text("figures-table-title")],
        h.div(".table-tools")[
            h.label[
                h.span(".visually-hidden")[text("figures-search")],
                h.input("#table-search", type="search", placeholder=text("figures-search"), autocomplete="off"),
            ],
            h.button(".button", type="button", data_csv="utf-8")[text("figures-csv")],
            h.button(".button", type="button", data_csv="shift_jis")[text("figures-csv-shift-jis")],
        ],
        h.div(".table-place", data_island=TABLE),
    ]


def _still_table(page: Page, ties: Sequence[TieRow], say: Say) -> h.Element:
    rows = table_rows(ties, say, {tie.id: page.card(tie.id) for tie in ties}, page.texts)
    return h.section(".table", aria_labelledby="table-title")[
        h.h2("#table-title")[page.texts("figures-table-title")],
        h.div(".table-still", role="region", aria_labelledby="table-title", tabindex="0")[
            h.table[
                h.thead[h.tr[(h.th(scope="col")[column_name(key, page.texts)] for key in COLUMNS)]],
                h.tbody[(_still_row(row) for row in rows)],
            ]
        ],
    ]


def _still_row(row: Mapping[str, Any]) -> h.Element:
    first, *others = COLUMNS
    return h.tr[
        h.th(scope="row")[h.a(href=row["card"])[row[first]]],
        (h.td(class_={"is-number": key in NUMBERS})[row[key]] for key in others),
    ]
