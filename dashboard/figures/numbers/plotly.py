"""Paints a chart with Plotly. Colours are tokens of the style sheet, so that one figure serves light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from plotly import graph_objects as go

from dashboard.figures.numbers.charts import Bar, Chart

Say = Callable[[str, str], str]
"""From a dimension and an id to what readers call it."""

_ACCENTS = ("purple", "green", "ochre", "crimson", "indigo")
_PATTERNS = ("", "/", ".", "x", "-")  # read in grey print too
_FAINT = 0.22
_FONT = "'BIZ UDPGothic', 'Kakehashi Names', system-ui, sans-serif"


def paint_chart(chart: Chart, say: Say) -> go.Figure:
    """Bars stacked by series: what the choice leaves in full, the rest stepped back behind it."""
    series = series_of(chart)
    looks = {key: _look(chart, key, number, say) for number, key in enumerate(series)}
    figure = go.Figure(layout=_layout(chart, say))
    for is_left in (True, False):
        for key in series:
            bars = [bar for bar in chart.bars if bar.series == key]
            figure.add_trace(_trace(chart, bars, say, looks[key], is_left=is_left))
    return figure


def _trace(chart: Chart, bars: list[Bar], say: Say, look: Mapping[str, object], *, is_left: bool) -> go.Bar:
    lengths = [bar.left if is_left else bar.whole - bar.left for bar in bars]
    places = [say(chart.places, bar.place) for bar in bars]
    along = {"x": places, "y": lengths} if stands(chart) else {"x": lengths, "y": places, "orientation": "h"}
    return go.Bar(
        **along,
        name=say(chart.series, bars[0].series),
        legendgroup=bars[0].series,
        showlegend=is_left,
        marker={**look, "opacity": 1 if is_left else _FAINT, "line": {"width": 1, "color": "var(--raised)"}},
        customdata=[dict(bar.means) for bar in bars],
        hovertext=[describe_bar(chart, bar, say) for bar in bars],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def describe_bar(chart: Chart, bar: Bar, say: Say) -> str:
    """A bar in words, for example "1990s, Sister city: 1"."""
    number = f"{bar.whole:,.0f} km" if chart.unit == "km" else f"{bar.whole:.0f}"
    return say("bar", "").format(
        place=say(chart.places, bar.place), series=say(chart.series, bar.series), number=number
    )


def _look(chart: Chart, key: str, number: int, say: Say) -> Mapping[str, object]:
    """A home has its hue, any other series a colour and a pattern upon it."""
    colour = colour_of(chart, key, number, say)
    if chart.series == "home":
        return {"color": colour}
    pattern = {"bgcolor": colour, "fgcolor": "var(--raised)", "solidity": 0.2, "size": 7}
    return {"color": colour, "pattern": {**pattern, "shape": _PATTERNS[number % len(_PATTERNS)]}}


def series_of(chart: Chart) -> list[str]:
    """Ids of the series of a chart, in the order of its legend."""
    return sorted({bar.series for bar in chart.bars})


def colour_of(chart: Chart, key: str, number: int, say: Say) -> str:
    """The token of the colour of a series, which is the one of that number in the legend."""
    hue = say("hue", key) if chart.series == "home" else _ACCENTS[number % len(_ACCENTS)]
    return f"var(--{hue})"


def stands(chart: Chart) -> bool:
    """Time runs to the right; everything else is a list of names with its bars beside them."""
    return chart.places == "decade"


def _layout(chart: Chart, say: Say) -> go.Layout:
    names = {"categoryorder": "array", "categoryarray": list(_places(chart, say)), "fixedrange": True}
    names |= {"automargin": True, "ticks": "", "showgrid": False, "linecolor": "var(--ink-soft)", "type": "category"}
    numbers = {"fixedrange": True, "gridcolor": "var(--coast)", "zeroline": False, "rangemode": "tozero"}
    numbers |= {"automargin": True, "tickangle": 0}
    numbers |= {"tickformat": ",d", "nticks": 5} if chart.unit == "km" else {"dtick": _step(chart)}
    return go.Layout(
        template="none",
        barmode="stack",
        bargap=0.28,
        font={"family": _FONT, "size": 14, "color": "var(--ink)"},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 8, "r": 12, "t": 8, "b": 8, "pad": 6},
        hoverlabel={"bgcolor": "var(--raised)", "bordercolor": "var(--ink-soft)", "font": {"color": "var(--ink)"}},
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis=names if stands(chart) else numbers,
        yaxis=numbers if stands(chart) else {**names, "autorange": "reversed"},
    )


def _places(chart: Chart, say: Say) -> Iterable[str]:
    return dict.fromkeys(say(chart.places, bar.place) for bar in chart.bars)


def _step(chart: Chart) -> int:
    """Whole numbers beside the bars, and never many of them."""
    return max(1, round(longest(chart) / 5))


def longest(chart: Chart) -> float:
    """How long the longest row of bars is, in the unit of the chart; 1 without bars."""
    totals: dict[str, float] = {}
    for bar in chart.bars:
        totals[bar.place] = totals.get(bar.place, 0) + bar.whole
    return max(totals.values(), default=1)
