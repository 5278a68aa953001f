"""What Dash does on the figures page: a choice is counted here, charts and table follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pkgutil import resolve_name
from typing import Any

from dash import ClientsideFunction, Input, Output
from dash.development.base_component import Component

from callbacks.site import Site
from dashboard.figures.numbers.charts import CHARTS, compute_charts
from dashboard.figures.numbers.plotly import paint_chart
from dashboard.figures.numbers.rows import Choice, Numbers, choose_ties, read_choice
from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from layouts.figures.components import components, table_rows
from layouts.figures.words import speaker
from layouts.ids import TABLE, VIEW, chart_id

_KEPT_ANSWERS = 256
_COUNT = "dashboard.figures.numbers.counting:compute_numbers"  # loaded when asked for: it takes geography


def add_numbers(site: Site, catalogue: Catalogue, dataset: Callable[[], Dataset]) -> None:
    """Show charts and table on ``/<language>/figures``.

    Args:
        site: the program's Dash app.
        catalogue: the texts.
        dataset: gives the data set of the moment, since the tables may change while the program runs.
    """
    counted: list[tuple[Dataset, Numbers]] = []

    def numbers() -> Numbers:
        newest = dataset()
        if not counted or counted[0][0] is not newest:
            counted[:] = [(newest, resolve_name(_COUNT)(newest))]
            answer.cache_clear()
        return counted[0][1]

    @lru_cache(maxsize=_KEPT_ANSWERS)
    def answer(language: str, choice: Choice) -> list[Any]:
        return _answer(dataset(), catalogue, numbers(), language, choice)

    def layout(language: str) -> list[Component]:
        return components(catalogue.texts(language))

    site.show("figures", layout)

    @site.callback(
        *(Output(chart_id(key), "figure") for key in CHARTS),
        Output(TABLE, "rowData"),
        Input(VIEW, "state"),
        prevent_initial_call=True,
    )
    def follow(state: object) -> list[Any]:
        return answer(site.language, read_choice(state, numbers()))

    _declare(site)


def _answer(dataset: Dataset, catalogue: Catalogue, numbers: Numbers, language: str, choice: Choice) -> list[Any]:
    texts = catalogue.texts(language)
    say = speaker(dataset, texts)
    figures = [paint_chart(chart, say) for chart in compute_charts(numbers, choice)]
    rows = choose_ties(numbers, choice)
    cards = {row.id: f"card/{row.id}/" for row in rows}  # seen from the page
    return [*figures, table_rows(rows, say, cards, texts)]


def _declare(site: Site) -> None:
    """What happens in the browser alone."""
    declare: Callable[..., None] = site.clientside_callback
    declare(
        ClientsideFunction("kakehashi", "chooseBar"),
        Output(VIEW, "action"),
        *(Input(chart_id(key), "clicked") for key in CHARTS),
        prevent_initial_call=True,
    )
    declare(ClientsideFunction("kakehashi", "tellRows"), Input(TABLE, "rowData"), prevent_initial_call=True)
