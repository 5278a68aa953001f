"""Hand-outs: slides, PDF, poster, leaflet, and pictures as SVG and PNG, all from the same sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import htpy as h
from markupsafe import Markup

from dashboard.exports.accessible_pdf import make_accessible
from dashboard.exports.chromium import print_pdf, take_picture
from dashboard.exports.fonts import embed_faces
from dashboard.exports.sheets.leaflet import draw_leaflet
from dashboard.exports.sheets.paper import Paper as Page
from dashboard.exports.sheets.poster import draw_poster
from dashboard.exports.sheets.raster import paint_png
from dashboard.exports.sheets.records import SMALLEST_CAPTION, WIDTH, Box, Line, Passage, Sheet, Words, walk
from dashboard.exports.sheets.stop import Binder, Imprint
from dashboard.exports.sheets.svg import FAMILY, paint_sheet
from dashboard.exports.slides.package import render_slides
from dashboard.exports.slides.shapes import choose_colours
from dashboard.exports.wishes import PLAIN, Paper, Render, Wish
from dashboard.exports.wording import read_texts
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Texts
from dashboard.model import Dataset, EntityKind
from dashboard.network.about import describe_network
from dashboard.network.counts import counts
from dashboard.stories import Stop, Story, make_story
from dashboard.stories.records import Shows

_PALETTE = PALETTES["light"]  # paper is light
Draw = Callable[[Binder, Wish], Sheet]
_ENLARGED: Mapping[Paper, float] = {"A3": 1.0, "A1": 2.0}
_SIDES = ("left", "top", "width")
_PRINT = """
@page { size: %s; margin: 0; }
* { box-sizing: border-box; }
html, body { margin: 0; background: %p; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font-family: %f; }
:is(h1, h2, h3, p) { position: absolute; margin: 0; }
:is(h1, h2, h3, p) span { display: block; white-space: nowrap; }
:is(h1, h2, h3) span { white-space: pre; }
a { color: inherit; text-decoration: none; }
.right { text-align: right; }
.center { text-align: center; }
.sheet { position: relative; margin-inline: auto; overflow: hidden; background: %p; break-inside: avoid; }
.sheet:not(:last-child) { break-after: page; }
.sheet svg { position: relative; display: block; width: 100%; height: 100%; }
"""


def render_pptx(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """A story as slides with native shapes; the same bytes for the same records and date."""
    texts = read_texts(language)
    story = _find_story(dataset, texts, wish)
    colours = choose_colours(_PALETTE, (home.hue for home in dataset.of_kind(EntityKind.HOME) if home.hue))
    author = describe_network(dataset, texts).name
    return render_slides(_bind(dataset, texts, story, wish), story, texts, colours, made=wish.made, author=author)


def render_pdf(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """A story as PDF with one page a stop; raise ChromiumMissingError or ChromiumFailedError."""
    texts = read_texts(language)
    story = _find_story(dataset, texts, wish)
    return _print(_bind(dataset, texts, story, wish), story.title, texts)


def _print(sheets: Sequence[Sheet], title: str, texts: Texts) -> bytes:
    links = [link for sheet in sheets for link in sheet.links]
    return make_accessible(print_pdf(paint_pages(sheets, title, texts)), title, texts.language.code, links)


def paint_pages(sheets: Sequence[Sheet], title: str, texts: Texts) -> str:
    """Sheets of one size as one self-contained HTML document to print, a page each, with the fonts inside."""
    pictures = [
        paint_sheet(sheet, _PALETTE, texts.language, key=str(place), prints=True, has_passages=False)
        for place, sheet in enumerate(sheets)
    ]
    size = " ".join(f"{side * sheets[0].point:g}pt" for side in sheets[0].size)
    rules = _PRINT.replace("%s", size).replace("%f", FAMILY).replace("%p", _PALETTE["paper"])
    return str(
        h.html(lang=texts.language.code, dir=texts.language.direction)[
            h.head[
                h.meta(charset="utf-8"),
                h.title[title],
                h.style[Markup(embed_faces(_gather_text(sheets)) + rules)],  # noqa: S704 - our own rules
            ],
            h.body[(_page(sheet, picture) for sheet, picture in zip(sheets, pictures, strict=True))],
        ]
    )


def _page(sheet: Sheet, picture: str) -> h.Element:
    """A page in the order of reading: heading, sentence, picture, foot; the words stand where the sheet has them."""
    width, height = (f"{side * sheet.point:g}pt" for side in sheet.size)
    return h.section(".sheet", style=f"width:{width};height:{height}")[
        _set(sheet, sheet.title),
        _set(sheet, sheet.text),
        Markup(picture),  # noqa: S704 - htpy has escaped it
        (_set(sheet, passage, sheet.links) for passage in sheet.further),
        _set(sheet, sheet.source, sheet.links),
        # What every page repeats is not read aloud.
        (_set(sheet, passage, aria_hidden="true") for passage in (sheet.date, sheet.number)),
    ]


def _set(sheet: Sheet, passage: Passage, links: Iterable[tuple[str, str]] = (), **more: str) -> h.Node:
    if not passage.lines:
        return None
    left, top, width, height = passage.box
    top += (height - sum(line.height for line in passage.lines)) / 2
    place = ";".join(
        f"{side}:{value * sheet.point:g}pt" for side, value in zip(_SIDES, (left, top, width), strict=True)
    )
    element: h.Element = getattr(h, passage.role)
    return element(f".{passage.align}", style=place, **more)[_set_lines(passage, sheet.point, links)]


def _set_lines(passage: Passage, point: float, links: Iterable[tuple[str, str]]) -> list[h.Node]:
    """The lines of a passage, with links on the words that lead somewhere, also where a line breaks within them."""
    found = ((passage.text.find(words), len(words), address) for words, address in links)
    spans = sorted((start, start + length, address) for start, length, address in found if start >= 0)
    set_lines: list[h.Node] = []
    here = 0
    for line in passage.lines:
        here = max(here, passage.text.find(line.text, here))
        style = (
            f"color:{_PALETTE[line.ink.token]};font-size:{line.size * point:g}pt;line-height:{line.height * point:g}pt;"
            f"font-weight:{700 if line.is_bold else 400}"
        )
        ends = here + len(line.text)
        space = " " if passage.text[ends : ends + 1].isspace() else None  # bookmarks are read from line to line
        set_lines.append(h.span(style=style)[list(_link(line.text, here, spans)), space])
        here = ends
    return set_lines


def _link(line: str, begins: int, spans: Iterable[tuple[int, int, str]]) -> Iterator[h.Node]:
    """A line that begins so far into its passage, with links over the spans of the passage."""
    done = 0
    for start, end, address in spans:
        low, high = (min(max(edge - begins, done), len(line)) for edge in (start, end))
        if low < high:
            yield line[done:low]
            yield h.a(href=address)[line[low:high]]
            done = high
    yield line[done:]


def paint_poster(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """The poster as a page to print."""
    return _paint_paper(_draw_poster, dataset, language, wish)


def render_poster(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """The poster as PDF; errors as those of ``render_pdf``."""
    return _print_paper(_draw_poster, dataset, language, wish)


def _draw_poster(binder: Binder, wish: Wish) -> Sheet:
    sheet = draw_poster(binder)
    return replace(sheet, point=sheet.point * _ENLARGED[wish.paper])


def paint_leaflet(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """The leaflet as a page to print."""
    return _paint_paper(_draw_leaflet, dataset, language, wish)


def render_leaflet(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """The leaflet as PDF; errors as those of ``render_pdf``."""
    return _print_paper(_draw_leaflet, dataset, language, wish)


def _draw_leaflet(binder: Binder, _: Wish) -> Sheet:
    return draw_leaflet(binder)


def render_preview(dataset: Dataset, language: str) -> bytes:
    """The map of everything as a small PNG, for messages and posts that show where a link leads; no browser needed."""
    box = Box(0.0, 0.0, WIDTH, round(WIDTH * 630 / 1200))
    page = Page(Binder(dataset, read_texts(language), Imprint()), 0, 0, margin=0.0, title=0.0, text=0.0, code=0.0)
    return paint_png([page.draw_map(box)], _PALETTE, box, 1200)


def _paint_paper(draw: Draw, dataset: Dataset, language: str, wish: Wish) -> bytes:
    texts = read_texts(language)
    sheet = draw(Binder(dataset, texts, _imprint(wish)), wish)
    return f"<!doctype html>{paint_pages([sheet], sheet.title.text, texts)}".encode()


def _print_paper(draw: Draw, dataset: Dataset, language: str, wish: Wish) -> bytes:
    texts = read_texts(language)
    sheet = draw(Binder(dataset, texts, _imprint(wish)), wish)
    return _print([sheet], sheet.title.text, texts)


def render_stop_svg(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """A stop of a story as one SVG file."""
    texts = read_texts(language)
    story = _find_story(dataset, texts, wish)
    number = min(max(1, wish.stop), len(story.stops))
    return _paint(Binder(dataset, texts, _imprint(wish)).sheet(story, number), texts, wish)


def _paint(sheet: Sheet, texts: Texts, wish: Wish) -> bytes:
    faces = embed_faces(_gather_text([sheet])) if wish.embeds_fonts else ""
    return paint_sheet(sheet, _PALETTE, texts.language, faces=faces, size=wish.size).encode()


def render_stop_png(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
    """A stop of a story as PNG in the size wished for; errors as those of ``render_pdf``."""
    return _take_picture(render_stop_svg, dataset, language, wish)


def _svg_of(shows: Shows) -> Render:

    def render(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
        texts = read_texts(language)
        # Looked at from near, so that every name finds room.
        binder = Binder(dataset, texts, _imprint(wish), least_name=SMALLEST_CAPTION)
        return _paint(binder.sheet(_show_whole(dataset, texts, shows), 1), texts, wish)

    return render


def _png_of(paint: Render) -> Render:

    def render(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:
        return _take_picture(paint, dataset, language, wish)

    return render


def _take_picture(paint: Render, dataset: Dataset, language: str, wish: Wish) -> bytes:
    svg = paint(dataset, language, replace(wish, embeds_fonts=True)).decode()
    style = f"html,body{{margin:0;background:{_PALETTE['paper']}}}svg{{display:block}}"
    page = h.html[h.head[h.meta(charset="utf-8"), h.style[style]], h.body[Markup(svg)]]  # noqa: S704 - our own picture
    return take_picture(str(page), wish.size)


def _bind(dataset: Dataset, texts: Texts, story: Story, wish: Wish) -> tuple[Sheet, ...]:
    return Binder(dataset, texts, _imprint(wish)).bind(story)


def _imprint(wish: Wish) -> Imprint:
    return Imprint(wish.made, wish.public_url)


def _find_story(dataset: Dataset, texts: Texts, wish: Wish) -> Story:
    return wish.story or make_story(dataset, texts)


def _show_whole(dataset: Dataset, texts: Texts, shows: Shows) -> Story:
    """A story of one stop without words of its own but for the title."""
    title = describe_network(dataset, texts).subtitle
    # The marks of activities have no room for names: they are counted, and the poster names each.
    text = texts(f"exports-picture-{shows}", activities=counts(dataset)["activities"])
    stop = Stop(title=title, text=text, show=shows)
    return Story(id=f"whole-{shows}", language=texts.language.code, title=title, summary="", stops=(stop,))


def _gather_text(sheets: Iterable[Sheet]) -> dict[int, str]:
    """Every text that is set on the sheets, by the weight of its type."""
    lines = [line for sheet in sheets for line in _lines_of(sheet)]
    return {
        400: "".join(line.text for line in lines if not line.is_bold),
        700: "".join(line.text for line in lines if line.is_bold),
    }


def _lines_of(sheet: Sheet) -> Iterator[Line]:
    for passage in (sheet.title, sheet.text, *sheet.further, sheet.source, sheet.date, sheet.number):
        yield from passage.lines
    for item in walk(sheet.pictures):
        if isinstance(item, Words):
            yield from item.lines


render_map_svg = _svg_of("map")
render_network_svg = _svg_of("network")
render_map_png = _png_of(render_map_svg)
render_network_png = _png_of(render_network_svg)
