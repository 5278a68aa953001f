"""A chart as plain HTML: what the page shows until Dash has drawn it, and what it shows without scripts."""

from __future__ import annotations

import htpy as h

from dashboard.figures.numbers.charts import Bar, Chart
from dashboard.figures.numbers.plotly import Say, colour_of, longest, series_of, stands


def paint_still(chart: Chart, say: Say) -> h.Element:
    """Its legend, and a row of bars for each place; of the size and colours that Plotly gives them."""
    colours = {key: colour_of(chart, key, number, say) for number, key in enumerate(series_of(chart))}
    places = dict.fromkeys(bar.place for bar in chart.bars)
    return h.div(class_=f"still{' is-standing' if stands(chart) else ''}", style=f"--most:{longest(chart):.0f}")[
        h.div(".still-legend")[
            (h.span(style=f"--bar:{colour}")[say(chart.series, key)] for key, colour in colours.items())
        ],
        h.div(".still-rows")[(_row(chart, place, colours, say) for place in places)],
    ]


def _row(chart: Chart, place: str, colours: dict[str, str], say: Say) -> h.Element:
    return h.div(".still-row")[
        h.span[say(chart.places, place)],
        h.div(".still-bars")[(_bar(bar, colours) for bar in chart.bars if bar.place == place)],
    ]


def _bar(bar: Bar, colours: dict[str, str]) -> h.Element:
    return h.i(style=f"--length:{bar.whole:.0f};--bar:{colours[bar.series]}")
