"""A story as slides with native shapes, for PowerPoint, Keynote and LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pptx.opc.constants import RELATIONSHIP_TYPE

from dashboard.exports.sheets.records import Line, Passage, Sheet
from dashboard.exports.sheets.text import drop_controls
from dashboard.exports.slides.shapes import EMU, DeckColours, ShapeWriter, parse_shape
from dashboard.exports.slides.theme import CLOSING, PLAIN, TITLE, prepare_deck
from dashboard.i18n import Texts
from dashboard.stories.records import Story

_EPOCH = dt.datetime(1980, 1, 1)  # the earliest time that a ZIP can bear
_FIRST_ID = 20  # above those of the placeholders
_FOOT = (("sources", "ftr", 11), ("date", "dt", 10), ("number", "sldNum", 12))


def render_slides(
    sheets: Sequence[Sheet], story: Story, texts: Texts, colours: DeckColours, *, made: dt.date | None, author: str
) -> bytes:
    """A PPTX file with one slide a sheet, the same bytes for the same sheets and date.

    Title and text are in placeholders, the speaker's notes in the notes; sources, date and number in the foot.
    """
    deck = prepare_deck(colours, texts, sheets[0] if sheets else None)
    layouts = [CLOSING if stop.is_takeaway else PLAIN for stop in story.stops]
    layouts[:1] = [TITLE] if len(layouts) > 1 else layouts
    placed = zip(sheets, layouts, strict=True)
    shapes = dict(_add_slide(deck, sheet, texts, colours, layout) for sheet, layout in placed)
    _sign(deck.core_properties, story, texts, made, author)
    target = io.BytesIO()
    deck.save(target)
    return _settle(target.getvalue(), shapes)


def _add_slide(
    deck: Any,  # noqa: ANN401 - python-pptx
    sheet: Sheet,
    texts: Texts,
    colours: DeckColours,
    layout: int,
) -> tuple[str, str]:
    """The name of the slide's part in the package, and the XML of its shapes.

    Moving thousands of parsed shapes into a slide would take most of the time of the whole deck.
    """
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    writer = ShapeWriter(colours, texts.language, _FIRST_ID)
    title, body = slide.shapes.title, slide.placeholders[1]
    for part, holder, passage in (("title", title, sheet.title), ("text", body, sheet.text)):
        _fill_placeholder(holder, passage, writer)
        holder.name = texts(f"exports-part-{part}")
    shapes = list(writer.write(sheet.pictures))
    links = {
        words: slide.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True) for words, url in sheet.links
    }
    for (part, kind, index), passage in zip(_FOOT, (sheet.source, sheet.date, sheet.number), strict=True):
        if passage.text:
            shapes.append(_write_foot(texts(f"exports-part-{part}"), (kind, index), passage, writer, links))
    if sheet.notes:
        slide.notes_slide.notes_text_frame.text = drop_controls(read_plain(sheet.notes))
    return slide.part.partname.lstrip("/"), "".join(shapes)


def _fill_placeholder(holder: Any, passage: Passage, writer: ShapeWriter) -> None:  # noqa: ANN401
    """The whole text in one paragraph, which the program wraps, in the size that was found to fit."""
    size = passage.lines[0] if passage.lines else None
    body = holder.text_frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    line = Line(passage.text, size.size, size.ink, size.is_bold, size.pitch) if size else None
    body.append(parse_shape(writer.paragraph(line) if line else "<a:p/>"))
    box = passage.box
    holder.left, holder.top, holder.width, holder.height = (round(value * EMU) for value in box)


def _write_foot(
    name: str, place: tuple[str, int], passage: Passage, writer: ShapeWriter, links: Mapping[str, str]
) -> str:
    (kind, index), line = place, passage.lines[0]
    align, field = ("left", "") if kind == "ftr" else ("right", "slidenum" if kind == "sldNum" else "")
    text = line.text.partition(" ")[0] if field else passage.text
    words = writer.paragraph(Line(text, line.size, line.ink), align, field=field, links=links)
    number = {"ftr": 4, "dt": 5, "sldNum": 6}[kind]
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def read_plain(markdown: str) -> str:
    """Speaker's notes without marks of Markdown: paragraphs, and items of lists behind a dot."""
    lines: list[str] = []
    depth = 0
    for token in MarkdownIt().parse(markdown):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            lines.append(("・" if depth else "") + _read_inline(token))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip())
    return "\n".join(lines)


def _read_inline(token: Token) -> str:
    children = token.children or []
    return "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in children)


def _sign(properties: Any, story: Story, texts: Texts, made: dt.date | None, author: str) -> None:  # noqa: ANN401
    moment = dt.datetime.combine(made, dt.time()) if made else _EPOCH
    properties.title = drop_controls(story.title)
    properties.subject = drop_controls(story.summary)
    properties.author = properties.last_modified_by = drop_controls(author)
    properties.language = texts.language.code
    properties.created = properties.modified = moment
    properties.revision = 1


def _settle(package: bytes, shapes: Mapping[str, str]) -> bytes:
    """The package with the shapes of its slides; all parts bear one time, so that equal slides are equal bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as settled:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            settled.writestr(entry, _fill_slide(source.read(name), shapes.get(name, "")))
    return target.getvalue()


def _fill_slide(part: bytes, shapes: str) -> bytes:
    before, end, after = part.partition(b"</p:spTree>")
    return before + shapes.encode() + end + after
