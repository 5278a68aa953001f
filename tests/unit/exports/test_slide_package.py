"""The package of a deck is what the standard demands: order of elements, ids, references, types of parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from lxml import etree

pytestmark = pytest.mark.files

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ORDER: dict[str, tuple[str, ...]] = {
    "p:sld": ("p:cSld", "p:clrMapOvr", "p:transition", "p:timing", "p:extLst"),
    "p:cSld": ("p:bg", "p:spTree", "p:custDataLst", "p:controls", "p:extLst"),
    "p:sp": ("p:nvSpPr", "p:spPr", "p:style", "p:txBody", "p:extLst"),
    "p:nvSpPr": ("p:cNvPr", "p:cNvSpPr", "p:nvPr"),
    "p:cxnSp": ("p:nvCxnSpPr", "p:spPr", "p:style", "p:extLst"),
    "p:nvCxnSpPr": ("p:cNvPr", "p:cNvCxnSpPr", "p:nvPr"),
    "p:cNvCxnSpPr": ("a:cxnSpLocks", "a:stCxn", "a:endCxn", "a:extLst"),
    "p:nvGrpSpPr": ("p:cNvPr", "p:cNvGrpSpPr", "p:nvPr"),
    "p:grpSpPr": ("a:xfrm", "a:noFill", "a:solidFill", "a:effectLst", "a:extLst"),
    "p:spPr": ("a:xfrm", "a:custGeom", "a:prstGeom", "a:noFill", "a:solidFill", "a:ln", "a:effectLst", "a:extLst"),
    "a:xfrm": ("a:off", "a:ext", "a:chOff", "a:chExt"),
    "a:custGeom": ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst", "a:rect", "a:pathLst"),
    "a:prstGeom": ("a:avLst",),
    "a:ln": ("a:noFill", "a:solidFill", "a:prstDash", "a:round", "a:bevel", "a:miter", "a:headEnd", "a:tailEnd"),
    "p:txBody": ("a:bodyPr", "a:lstStyle", "a:p"),
    "a:bodyPr": ("a:prstTxWarp", "a:noAutofit", "a:normAutofit", "a:spAutoFit"),
    "a:pPr": ("a:lnSpc", "a:spcBef", "a:spcAft", "a:buClr", "a:buFont", "a:buNone", "a:buChar", "a:tabLst", "a:defRPr"),
    "a:fld": ("a:rPr", "a:pPr", "a:t"),
    "a:r": ("a:rPr", "a:t"),
    "a:rPr": (
        "a:ln",
        "a:noFill",
        "a:solidFill",
        "a:effectLst",
        "a:highlight",
        "a:latin",
        "a:ea",
        "a:cs",
        "a:hlinkClick",
    ),
}
"""The children that an element may have here, in the order that the schema demands."""

ONE_OF = {"p:spPr": {"a:custGeom", "a:prstGeom"}}


@pytest.fixture(params=["told", "shipped"])
def parts(request: pytest.FixtureRequest, texts: object) -> dict[str, bytes]:
    make = request.getfixturevalue(f"{request.param}_slides")
    with zipfile.ZipFile(io.BytesIO(make(texts.language.code))) as package:  # type: ignore[attr-defined]
        assert package.testzip() is None
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def trees(parts: dict[str, bytes], pattern: str) -> Iterator[tuple[str, etree._Element]]:
    for name, content in parts.items():
        if re.fullmatch(pattern, name):
            yield name, etree.fromstring(content)


def short(element: etree._Element) -> str:
    return str(element.tag).replace(A, "a:").replace(P, "p:")


def test_elements_stand_in_the_order_that_the_schema_demands(parts: dict[str, bytes]) -> None:
    checked = 0
    for name, root in trees(parts, r"ppt/(slides|slideLayouts)/[^/]+\.xml"):
        for element in root.iter(etree.Element):
            order = ORDER.get(short(element))
            if order:
                places = [order.index(short(child)) for child in element]
                assert places == sorted(places), (name, short(element), [short(child) for child in element])
                checked += 1
    assert checked > 5000


def test_every_part_is_well_formed_and_every_reference_leads_to_a_part(parts: dict[str, bytes]) -> None:
    for name, root in trees(parts, r".+\.(xml|rels)"):
        assert root is not None, name
    for name, root in trees(parts, r"(.*/)?_rels/.+\.rels"):
        folder = name.split("_rels/")[0]
        for relation in root:
            if relation.get("TargetMode") != "External":
                target = relation.get("Target")
                path = target[1:] if target.startswith("/") else _resolve(folder, target)
                assert path in parts, (name, target)


def _resolve(folder: str, target: str) -> str:
    pieces = folder.rstrip("/").split("/") if folder else []
    for piece in target.split("/"):
        if piece == "..":
            pieces.pop()
        else:
            pieces.append(piece)
    return "/".join(pieces)


def test_every_part_has_a_content_type(parts: dict[str, bytes]) -> None:
    types = ElementTree.fromstring(parts["[Content_Types].xml"])  # noqa: S314 - our own file
    named = {each.get("PartName", "").lstrip("/") for each in types}
    endings = {each.get("Extension") for each in types}
    for name in parts:
        assert name == "[Content_Types].xml" or name in named or name.rpartition(".")[2] in endings, name


def test_relation_ids_in_slides_are_those_of_their_relations(parts: dict[str, bytes]) -> None:
    for name, root in trees(parts, r"ppt/slides/slide\d+\.xml"):
        relations = etree.fromstring(parts[name.replace("slides/", "slides/_rels/") + ".rels"])
        known = {relation.get("Id") for relation in relations}
        used = {value for element in root.iter() for key, value in element.attrib.items() if key.startswith(R)}
        assert used <= known


def test_ids_of_shapes_are_unique_and_positive(parts: dict[str, bytes]) -> None:
    for name, root in trees(parts, r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml"):
        ids = [int(element.get("id")) for element in root.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids) and min(ids) > 0, name


def test_connectors_hold_on_to_shapes_of_their_slide_at_sites_that_they_have(parts: dict[str, bytes]) -> None:
    sites = {"ellipse": 8, "hexagon": 6, "rect": 4}
    held = 0
    for name, root in trees(parts, r"ppt/slides/slide\d+\.xml"):
        shapes = {shape.find(f".//{P}cNvPr").get("id"): shape for shape in root.iter(f"{P}sp")}
        for end in root.iter(f"{A}stCxn", f"{A}endCxn"):
            shape = shapes[end.get("id")]
            preset = shape.find(f".//{A}prstGeom")
            free = len(shape.findall(f".//{A}cxn"))
            assert int(end.get("idx")) < (sites[preset.get("prst")] if preset is not None else free), name
            held += 1
    assert held > 20


def test_no_group_is_empty_and_groups_are_as_large_as_what_they_hold(parts: dict[str, bytes]) -> None:
    for name, root in trees(parts, r"ppt/slides/slide\d+\.xml"):
        for group in root.iter(f"{P}grpSp"):
            inner = [child for child in group if short(child) in ("p:sp", "p:cxnSp", "p:grpSp")]
            assert inner, (name, group.find(f".//{P}cNvPr").get("name"))
            extent, child = (group.find(f"{P}grpSpPr/{A}xfrm/{A}{tag}") for tag in ("ext", "chExt"))
            assert dict(extent.attrib) == dict(child.attrib)


def test_lengths_and_sizes_are_within_what_the_schema_allows(parts: dict[str, bytes]) -> None:
    for _, root in trees(parts, r"ppt/slides/slide\d+\.xml"):
        for extent in root.iter(f"{A}ext"):
            if extent.get("cx"):
                assert int(extent.get("cx")) >= 0 and int(extent.get("cy")) >= 0
        assert all(100 <= int(run.get("sz")) <= 400_000 for run in root.iter(f"{A}rPr"))
        assert all(0 <= int(line.get("w", "0")) <= 20_116_800 for line in root.iter(f"{A}ln"))
        assert all(0 <= int(alpha.get("val")) <= 100_000 for alpha in root.iter(f"{A}alpha"))


def test_nothing_is_a_picture_and_no_other_files_are_in_the_package(parts: dict[str, bytes]) -> None:
    assert not [name for name in parts if "/media/" in name or "/embeddings/" in name]
    assert sum(map(len, parts.values())) < 12_000_000
