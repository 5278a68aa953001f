"""The leaflet: map, partners and whom to ask, on one page of A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from dashboard.exports.sheets.contact import set_contact
from dashboard.exports.sheets.legend import draw_rows, draw_tie, list_map_legend, measure_rows
from dashboard.exports.sheets.paper import CAPTION, GAP, Paper
from dashboard.exports.sheets.records import Box, Group, Ink, Item, Line, Passage, Plate, Point, Sheet, Words
from dashboard.exports.sheets.stop import Binder
from dashboard.exports.sheets.text import break_name, fit_passage, measure_lines, place_passage
from dashboard.figures.map.labels import Names
from dashboard.model import Dataset, EntityKind, Tie
from dashboard.network.wording import kind_name

_MAP = (520.0, 1080.0)  # its least and its most height
_HEAD, _NAME, _SMALL = 46.0, 34.0, 28.0
_PITCH, _APART = 1.35, 10.0
_KIND = 0.42  # of the width, where the kinds of ties begin
_BAR, _INDENT, _SIGN = 9.0, 34.0, 76.0  # of a home's bar, from it to the names, and of a line before the kind of a tie


class _Told(NamedTuple):
    """What stands in the list of partners, whose partner's, and of which kind where it tells of a tie."""

    passage: Passage
    home: str
    kind: str = ""


def draw_leaflet(binder: Binder) -> Sheet:
    """What somebody may take home, on one page."""
    paper = Paper(binder, 210, 297, margin=115.0, title=104.0, text=42.0, code=250.0)
    inner = paper.inner
    legend = list_map_legend(paper.legend)
    told = list(_list_partners(binder, inner._replace(left=inner.left + _INDENT, width=inner.width - _INDENT)))
    low = max((each.passage.box.bottom for each in told), default=inner.top)
    said = [*(each.passage for each in told), *_tell_contact(binder, inner._replace(top=low + GAP))]
    below = measure_rows(legend, inner.width) + max((passage.box.bottom for passage in said), default=low) - inner.top
    # The map takes what the words leave.
    top = paper.head.bottom + GAP
    box = Box(inner.left, top, inner.width, min(max(inner.bottom - 2.5 * GAP - below - top, _MAP[0]), _MAP[1]))
    rows = draw_rows(legend, inner._replace(top=box.bottom + GAP / 2), binder.texts)
    down = box.bottom + 1.5 * GAP + measure_rows(legend, inner.width) - inner.top
    passages = [replace(each, box=each.box._replace(top=each.box.top + down)) for each in said]
    list_of_ties = _draw_ties(paper, [each._replace(passage=at) for each, at in zip(told, passages, strict=False)])
    return paper.bind((paper.draw_map(box), rows, list_of_ties), passages)


def _draw_ties(paper: Paper, told: Sequence[_Told]) -> Group:
    """A bar along the partners of each home, as in the network, and before each tie its line, as on the map."""
    dataset = paper.binder.dataset
    drawn = {line.id: line.line for line in paper.legend}
    items: list[Item] = []
    for home, group in groupby(told, key=lambda each: each.home):
        rows = list(group)
        ink = dataset.entity[home].hue if home in dataset.entity else ""
        top, bottom = (rows[0].passage.box.top, max(each.passage.box.bottom for each in rows))
        if home in dataset.entity:
            bar = Box(paper.inner.left, top, _BAR, bottom - top)
            items.append(Plate(paper.binder.name(home), bar, Ink(ink or "ink")))
        for each in rows:
            if line := drawn.get(each.kind):
                box = each.passage.box
                middle = box.top + each.passage.lines[0].height / 2
                sign = Box(box.left - _SIGN, middle - _SMALL / 2, _SIGN - _SMALL / 2, _SMALL)
                items.append(draw_tie(line, sign, ink or "ink", each.passage.text))
    return Group(paper.binder.texts("exports-part-ties"), tuple(items))


def _list_partners(binder: Binder, box: Box) -> Iterator[_Told]:
    """Home by home, each partner with its country, and by whom and by what kind of tie."""
    dataset = binder.dataset
    ends: dict[tuple[str, str], list[Tie]] = {}
    for tie in dataset.exchange_ties:
        ends.setdefault((dataset.home_of(tie.source) or "", tie.target), []).append(tie)
    y, last = box.top, ""
    for (home, partner), ties in sorted(ends.items(), key=lambda end: _place(dataset, end[0][0])):
        if home != last and home in dataset.entity:
            head = Line(binder.name(home), _HEAD, Ink(dataset.entity[home].hue or "ink"), is_bold=True, pitch=_PITCH)
            y += GAP / 2 if last else 0.0
            yield _Told(place_passage(head.text, [head], (box.left, y + head.height / 2), role="h2"), home)
            y, last = y + head.height, home
        row = list(_tell_partner(binder, partner, ties, box._replace(top=y)))
        yield from (_Told(passage, home, kind) for passage, kind in row)
        y = max(passage.box.bottom for passage, _ in row) + _APART


def _place(dataset: Dataset, home: str) -> int:
    """Of a home among the others; what belongs to none comes last."""
    homes = [entity.id for entity in dataset.of_kind(EntityKind.HOME)]
    return homes.index(home) if home in homes else len(homes)


def _tell_partner(binder: Binder, partner: str, ties: Iterable[Tie], box: Box) -> Iterator[tuple[Passage, str]]:
    """A name and its country, beside them the kinds of its ties, from the top of a box; with the kind's id."""
    width = _KIND * box.width - GAP - _SIGN
    name, country = binder.name(partner), Names(binder.dataset, binder.texts.language.code).country(partner)
    names = [Line(text, _NAME, Ink("ink"), is_bold=True, pitch=_PITCH) for text in break_name(name, width / _NAME)]
    yield _from_top(name, names, (box.left, box.top)), ""
    if country:
        line = Line(country, _SMALL, Ink("ink-soft"), pitch=names[0].height / _SMALL)
        behind = measure_lines(names)[0] + _SMALL
        fits = len(names) == 1 and behind + measure_lines([line])[0] <= width
        at = (box.left + behind, box.top) if fits else (box.left, box.top + measure_lines(names)[1])
        yield _from_top(country, [line], at), ""
    top = box.top
    for tie in ties:
        said = _tell_tie(binder, tie)
        rows = break_name(said, (1 - _KIND) * box.width / _SMALL)
        # The first line stands on that of the name.
        lines = [
            Line(row, _SMALL, Ink("ink"), pitch=(_PITCH if place else names[0].height / _SMALL))
            for place, row in enumerate(rows)
        ]
        told = _from_top(said, lines, (box.left + _KIND * box.width, top))
        yield told, tie.kind
        top = told.box.bottom


def _from_top(text: str, lines: Sequence[Line], at: Point) -> Passage:
    return place_passage(text, lines, (at[0], at[1] + measure_lines(lines)[1] / 2))


def _tell_tie(binder: Binder, tie: Tie) -> str:
    """The kind of a tie, and whose it is where it is not the home's own."""
    kind = kind_name(tie.kind, binder.dataset, binder.texts)
    if binder.dataset.entity[tie.source].kind == EntityKind.HOME:
        return kind
    return binder.texts("exports-tie-of", source=binder.name(tie.source), kind=kind)


def _tell_contact(binder: Binder, box: Box) -> Iterator[Passage]:
    """Of each who can be reached how, with what the documents leave open."""
    dataset, texts = binder.dataset, binder.texts
    y = box.top
    for about in dict.fromkeys(contact.about for contact in dataset.contacts):
        head = Line(texts("exports-leaflet-contact-heading"), _HEAD, Ink("ink"), is_bold=True, pitch=_PITCH)
        yield place_passage(head.text, [head], (box.left, y + head.height / 2), role="h2")
        y += head.height
        home = dataset.home_of(about)
        said = texts("exports-leaflet-contact", home=binder.name(home) if home else binder.name(about))
        caveat = fit_passage(
            said, box._replace(top=y, height=3 * _SMALL * _PITCH), ink="ink", largest=_SMALL, smallest=CAPTION
        )
        caveat = replace(caveat, box=caveat.box._replace(height=sum(line.height for line in caveat.lines)))
        yield caveat
        y = caveat.box.bottom + GAP / 2
        column = box._replace(top=y, width=(box.width - GAP) / 2)
        block = _fold(
            list(set_contact(dataset, texts, (about, binder.name(about)), column, _SMALL)), column.width + GAP
        )
        for place, words in enumerate(block):
            yield Passage(words.name, words.box, words.lines, "p" if place else "h3")
        y = max(words.box.bottom for words in block) + GAP


def _fold(block: Sequence[Words], across: float) -> Sequence[Words]:
    """A name and the rows below it, label and value in turn, with the second half of the rows beside the first."""
    begins = 1 + 2 * ((len(block) - 1 + 3) // 4)  # of the second half
    if begins >= len(block):
        return block
    up = block[begins].box.top - block[1].box.top
    moved = [
        replace(each, box=each.box._replace(left=each.box.left + across, top=each.box.top - up))
        for each in block[begins:]
    ]
    return [*block[:begins], *moved]
