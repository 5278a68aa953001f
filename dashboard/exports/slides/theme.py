"""The deck that slides are put into: 16:9, one layout, with colours and fonts of its own theme.

Whoever changes the theme's colours or fonts in a presentation program changes every slide.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.presentation import PresentationPart
from pptx.util import Emu

from dashboard.exports.sheets.records import HEIGHT, WIDTH, Box, Sheet
from dashboard.exports.slides.shapes import EMU, NAMESPACES, DeckColours, ShapeWriter, parse_shape
from dashboard.i18n import Texts

FONT = "Yu Gothic"  # on Windows since 8.1, and on a Mac with Office
_SLOTS = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME, _THUMBNAIL = "/theme", "/thumbnail"
_KEPT_LAYOUT = 1  # title and text
_FIRST_RULE = 20  # above the ids of the placeholders

_STYLES = f"""<p:txStyles {NAMESPACES}>
<p:titleStyle><a:lvl1pPr algn="l" eaLnBrk="1" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>
<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
<a:defRPr sz="2800" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>
<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle>
<p:bodyStyle><a:lvl1pPr marL="0" indent="0" algn="l" eaLnBrk="1" hangingPunct="1"><a:buNone/>
<a:defRPr sz="1700" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>
<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:bodyStyle>
<p:otherStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/>
</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>
</p:otherStyle></p:txStyles>"""


def prepare_deck(colours: DeckColours, texts: Texts, sample: Sheet | None) -> Any:  # noqa: ANN401 - python-pptx has no types
    """An empty deck, with the rules of ``sample``, and its places of title, text and foot, as most sheets have them."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(WIDTH * EMU)), Emu(round(HEIGHT * EMU))
    layouts = deck.slide_layouts
    kept = layouts[_KEPT_LAYOUT]
    for layout in [each for each in layouts if each is not kept]:
        layouts.remove(layout)
    kept.name = texts("exports-slide-layout")
    master = deck.slide_master
    _restyle(master)
    for holder in (*master.placeholders, *kept.placeholders):
        _place(holder, sample)
    if sample:
        writer = ShapeWriter(colours, texts.language, _FIRST_RULE)
        for xml in writer.write(sample.rules):
            kept.shapes._spTree.append(parse_shape(xml))
    _retheme(master.part, colours)
    _drop_thumbnail(deck.part)
    return deck


def _restyle(master: Any) -> None:  # noqa: ANN401
    old = master._element.find(qn("p:txStyles"))
    master._element.replace(old, parse_xml(_STYLES))


def _place(holder: Any, sample: Sheet | None) -> None:  # noqa: ANN401
    if sample is None:
        return
    kind = holder.element.xpath(".//p:nvPr/p:ph")[0].get("type", "body")
    boxes = {
        "title": sample.title.box,
        "body": sample.text.box,
        "ftr": sample.source.box,
        "dt": sample.date.box,
        "sldNum": sample.number.box,
    }
    box: Box = boxes.get(kind, sample.text.box)
    holder.left, holder.top, holder.width, holder.height = (Emu(round(value * EMU)) for value in box)
    body = holder.text_frame._txBody.bodyPr
    for name in ("lIns", "tIns", "rIns", "bIns"):
        body.set(name, "0")
    body.set("anchor", "ctr")
    for fit in body.xpath("./a:normAutofit"):
        body.remove(fit)


def _retheme(part: Any, colours: DeckColours) -> None:  # noqa: ANN401
    theme = next(rel.target_part for rel in part.rels.values() if rel.reltype.endswith(_THEME))
    root = parse_xml(theme.blob)
    _set_colours(root.find(f".//{_A}clrScheme"), colours)
    for font in root.iterfind(f".//{_A}fontScheme/*"):
        _set_font(font)
    theme._blob = serialize_part_xml(root)


def _set_colours(scheme: Any, colours: DeckColours) -> None:  # noqa: ANN401
    scheme.set("name", "Kakehashi")
    palette = colours.palette
    wanted = {_SLOTS.get(slot, slot): palette[token] for token, slot in colours.slots.items()}
    wanted |= {"hlink": palette["indigo"], "folHlink": palette["purple"]}
    for slot, colour in wanted.items():
        element = scheme.find(_A + slot)
        for child in list(element):
            element.remove(child)
        element.append(parse_xml(f'<a:srgbClr {NAMESPACES} val="{colour.lstrip("#").upper()}"/>'))


def _set_font(font: Any) -> None:  # noqa: ANN401
    for tag in ("latin", "ea"):
        font.find(_A + tag).set("typeface", FONT)
    for script in font.iterfind(_A + "font"):
        if script.get("script") == "Jpan":
            script.set("typeface", FONT)


def _drop_thumbnail(part: PresentationPart) -> None:
    """The template's own picture, which shows another deck."""
    package = part.package
    for key in [key for key, rel in _relations(package) if rel.reltype.endswith(_THUMBNAIL)]:
        package._rels.pop(key)


def _relations(package: Any) -> Iterable[tuple[str, Any]]:  # noqa: ANN401
    return list(package._rels.items())
