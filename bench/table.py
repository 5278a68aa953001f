"""Tables in plain text and Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from bench.records import Figure

HEADINGS = ("measure", "figure", "line", "")
COMPARISON_HEADINGS = ("measure", "before", "after", "change", "line", "")
BESIDE_HEADINGS = ("beside a page written by hand", "that page", "explorer", "ratio", "goal", "")
_RIGHT = {"figure", "line", "before", "after", "change", "that page", "explorer", "ratio", "goal"}


def figure_rows(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """One row a figure: title, value, line, and whether it holds."""
    return [(figure.title, _amount(figure.value, figure.unit), _limit(figure), _verdict(figure)) for figure in figures]


def beside_rows(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """One row for every ratio to the page written by hand: title, both pages' figures, ratio, goal, verdict."""
    known = {figure.id: figure for figure in figures}
    return [
        _beside(figure, known[f"{key}-by-hand"], known[f"{key}-here"])
        for key, figure in known.items()
        if f"{key}-by-hand" in known
    ]


def _beside(ratio: Figure, by_hand: Figure, here: Figure) -> tuple[str, ...]:
    amounts = [_amount(figure.value, figure.unit) for figure in (by_hand, here, ratio)]
    return (here.title, *amounts, _limit(ratio), _verdict(ratio))


def comparison_rows(before: Sequence[Figure], after: Sequence[Figure]) -> list[tuple[str, ...]]:
    """One row for every figure of either side, in the order of ``after``; a figure that one side lacks is a dash."""
    old = {figure.id: figure for figure in before}
    new = {figure.id: figure for figure in after}
    return [_comparison(old.get(key), new.get(key)) for key in [*new, *(key for key in old if key not in new)]]


def _comparison(old: Figure | None, new: Figure | None) -> tuple[str, ...]:
    known = new or old
    if known is None:
        raise ValueError("neither side has the figure")
    values = [_amount(side.value, side.unit) if side else "–" for side in (old, new)]
    return (known.title, *values, _change(old, new), _limit(known), _verdict(new) if new else "")


def _change(old: Figure | None, new: Figure | None) -> str:
    if not old or not new or not old.value:
        return "–"
    return f"{(new.value - old.value) / old.value * 100:+.0f} %"


def _amount(value: float, unit: str) -> str:
    digits = 2 if unit == "s" else 0 if value >= 100 or value == round(value) else 1
    return f"{value:,.{digits}f} {unit}".rstrip()


def _limit(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    return f"{'≥' if figure.is_least else '≤'} {_plain(figure.limit)} {figure.unit}".rstrip()


def _plain(limit: float) -> str:
    return f"{limit:,.0f}" if limit == int(limit) else f"{limit:,}"


def _verdict(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    return "ok" if figure.holds else "MISS"


def render_plain(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns lined up for a terminal; numbers stand to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    rule = tuple("─" * width for width in widths)
    return "\n".join(_plain_row(headings, row, widths) for row in (tuple(headings), rule, *rows))


def _plain_row(headings: Sequence[str], row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        cell.rjust(width) if heading in _RIGHT else cell.ljust(width)
        for heading, cell, width in zip(headings, row, widths, strict=True)
    )
    return "  ".join(cells).rstrip()


def render_markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same as a Markdown table."""
    marks = ["---:" if heading in _RIGHT else "---" for heading in headings]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, marks, *rows))
