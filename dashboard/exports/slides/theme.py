"""The deck that slides are put into: 16:9, layouts for title, stops and closing, colours and fonts of its own theme.

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
_KEPT_LAYOUTS = {"title": 0, "slide": 1, "closing": 2}  # of those that python-pptx brings
TITLE, PLAIN, CLOSING = range(3)
"""The places of the layouts in a deck."""
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
    kept = {name: layouts[place] for name, place in _KEPT_LAYOUTS.items()}
    for layout in [each for each in layouts if each not in kept.values()]:
        layouts.remove(layout)
    for name, layout in kept.items():
        layout.name = texts("exports-slide-layout" if name == "slide" else f"exports-layout-{name}")
    master = deck.slide_master
    _restyle(master)
    for holder in (each for page in (master, *kept.values()) for each in page.placeholders):
        _place(holder, sample)
        _prompt(holder, texts)
    for layout in kept.values() if sample else ():
        writer = ShapeWriter(colours, texts.language, _FIRST_RULE)
        for xml in writer.write(sample.rules if sample else ()):
            layout.shapes._spTree.append(parse_shape(xml))
    _retheme(master.part, colours)
    _drop_thumbnail(deck.part)
    return deck


def _restyle(master: Any) -> None:  # noqa: ANN401
    old = master._element.find(qn("p:txStyles"))
    master._element.replace(old, parse_xml(_STYLES))


def _kind_of(holder: Any) -> str:  # noqa: ANN401 - python-pptx
    return str(holder.element.xpath(".//p:nvPr/p:ph")[0].get("type", "body"))


def _prompt(holder: Any, texts: Texts) -> None:  # noqa: ANN401 - python-pptx
    """What the place asks for, in the language of the deck; the foot is filled on every slide."""
    kind = _kind_of(holder)
    if kind != "sldNum":
        prompts = {"title": "exports-prompt-title", "ctrTitle": "exports-prompt-title"}
        foot = kind in ("ftr", "dt")
        holder.text_frame.text = "" if foot else texts(prompts.get(kind, "exports-prompt-text"))


def _place(holder: Any, sample: Sheet | None) -> None:  # noqa: ANN401
    if sample is None:
        return
    kind = _kind_of(holder)
    boxes = {
        "title": sample.title.box,
        "ctrTitle": sample.title.box,
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
