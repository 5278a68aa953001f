"""Slides are native shapes with real text, grouped and named, and are read back by python-pptx."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from dashboard.exports.slides.package import read_plain
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset
from dashboard.network.wording import kind_name
from dashboard.stories import Stop, Story, make_story
from tests.unit.exports.read_back import (
    DAY,
    PUBLIC_URL,
    Bound,
    PptxFile,
    all_text,
    find_group,
    read_pptx,
    render,
    walk_shapes,
)

pytestmark = pytest.mark.files

_PICTURE = MSO_SHAPE_TYPE.PICTURE
_MOST_BYTES = 5_000_000
FOOT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER)


def test_there_is_a_slide_for_every_stop_in_16_to_9(pptx: PptxFile, story: Story) -> None:
    assert len(pptx.slides) == len(story.stops)
    assert pptx.slide_width * 9 == pptx.slide_height * 16


def test_title_and_text_are_text_in_placeholders(pptx: PptxFile, story: Story) -> None:
    for slide, stop in zip(pptx.slides, story.stops, strict=True):
        assert slide.shapes.title.text_frame.text == stop.title
        assert slide.placeholders[1].text_frame.text == stop.text


def test_the_speakers_notes_are_in_the_notes_without_marks(pptx: PptxFile) -> None:
    assert pptx.slides[0].notes_slide.notes_text_frame.text == "Say hello.\n・one\n・two"
    assert not pptx.slides[1].has_notes_slide


def test_nothing_is_a_picture(pptx: PptxFile) -> None:
    shapes = [shape for slide in pptx.slides for shape in walk_shapes(slide.shapes)]
    assert len(shapes) > 900
    assert [shape.name for shape in shapes if shape.shape_type == _PICTURE] == []


def test_every_shape_of_a_slide_has_a_name_and_an_id_of_its_own(pptx: PptxFile) -> None:
    for slide in pptx.slides:
        shapes = list(walk_shapes(slide.shapes))
        assert all(shape.name for shape in shapes)
        ids = [shape.shape_id for shape in shapes]
        assert len(set(ids)) == len(ids)


def test_title_text_and_foot_are_named_in_the_language_of_the_slides(pptx: PptxFile, texts: Texts) -> None:
    names = [texts(f"exports-part-{part}") for part in ("title", "text", "sources", "date", "number")]
    for slide in pptx.slides:
        assert [holder.name for holder in sorted(slide.placeholders, key=_rank)] == names


def _rank(holder: PptxFile) -> int:
    """Title and text first, then the foot from left to right."""
    return [0, 1, 11, 10, 12].index(holder.placeholder_format.idx)


def test_countries_areas_curves_and_places_are_shapes_in_named_groups(
    pptx: PptxFile, content: Dataset, texts: Texts
) -> None:
    part = lambda key: texts(f"exports-part-{key}")  # noqa: E731
    shapes = pptx.slides[0].shapes
    land = find_group(shapes, part("map"), part("land"))
    japan = str(texts.language.locale.territories["JP"])
    assert texts("exports-part-of", part=part("land"), name=japan) in {shape.name for shape in land}
    assert {shape.shape_type for shape in land} == {MSO_SHAPE_TYPE.FREEFORM}
    assert len(land) > 60
    areas = find_group(shapes, part("map"), part("areas"))
    filled = [entity for entity in content.entities if entity.place and entity.place.shown_as == "area"]
    assert len(areas) == len([entity for entity in filled if entity.kind in ("home", "partner")])
    assert len(find_group(shapes, part("map"), part("curves"))) == len(content.exchange_ties)


def test_curves_have_the_homes_colour_and_their_kinds_dash_and_point_neither_way(
    pptx: PptxFile, content: Dataset, texts: Texts
) -> None:
    curves = find_group(pptx.slides[0].shapes, texts("exports-part-map"), texts("exports-part-curves"))
    lines = {shape.name: next(shape._element.iter(qn("a:ln"))) for shape in curves}
    assert not any(line.find(qn(end)) is not None for line in lines.values() for end in ("a:headEnd", "a:tailEnd"))
    sister = next(line for name, line in lines.items() if kind_name("sister_city", content, texts) in name)
    support = next(line for name, line in lines.items() if kind_name("support", content, texts) in name)
    assert sister.find(f".//{qn('a:schemeClr')}").get("val") == "accent2"
    assert support.find(qn("a:prstDash")).get("val") == "sysDot"
    assert len(content.exchange_ties) == len(lines)


def test_a_double_line_is_a_thick_line_with_a_thin_one_in_the_colour_of_paper_on_it(
    pptx: PptxFile, content: Dataset, texts: Texts
) -> None:
    shapes = pptx.slides[0].shapes
    drawn = [find_group(shapes, texts("exports-part-map"), texts("exports-part-curves"))]
    drawn.append(find_group(shapes, texts("exports-part-network"), texts("exports-part-ties")))
    for group in drawn:
        double = next(shape for shape in group if kind_name("sister_city", content, texts) in shape.name)
        lines = [shape._element.spPr.find(qn("a:ln")) for shape in walk_shapes([double]) if hasattr(shape, "line")]
        colours = [next(line.iter(qn("a:schemeClr"))).get("val") for line in lines]
        assert set(colours) == {"accent2", "bg1"}
        assert colours[-1] == "bg1"
        assert int(lines[-1].get("w")) < int(lines[0].get("w")) / 2


def test_connectors_hold_on_to_marks_of_the_same_slide(pptx: PptxFile, texts: Texts) -> None:
    slide = pptx.slides[0]
    ties = find_group(slide.shapes, texts("exports-part-network"), texts("exports-part-ties"))
    connectors = [shape for shape in walk_shapes(ties) if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    held = {int(end.get("id")) for shape in connectors for end in shape._element.iter(qn("a:stCxn"), qn("a:endCxn"))}
    assert len(held) > 10
    assert held <= {shape.shape_id for shape in walk_shapes(slide.shapes)}
    nodes = find_group(slide.shapes, texts("exports-part-network"), texts("exports-part-nodes"))
    assert held <= {shape.shape_id for shape in nodes}


def test_a_connector_ends_where_its_mark_begins(pptx: PptxFile, texts: Texts) -> None:
    slide = pptx.slides[0]
    marks = {shape.shape_id: shape for shape in walk_shapes(slide.shapes)}
    ties = find_group(slide.shapes, texts("exports-part-network"), texts("exports-part-ties"))
    checked = 0
    for shape in walk_shapes(ties):
        end = shape._element.find(f".//{qn('a:endCxn')}")
        if end is not None and shape.shape_type == MSO_SHAPE_TYPE.LINE:
            mark = marks[int(end.get("id"))]
            own = mark._element.findall(f".//{qn('a:cxnLst')}/{qn('a:cxn')}/{qn('a:pos')}")
            across, down = (0, mark.height // 2) if not own else (int(own[0].get(axis)) * 635 for axis in "xy")
            assert abs(shape.end_x - (mark.left + across)) <= 6350
            assert abs(shape.end_y - (mark.top + down)) <= 6350
            checked += 1
    assert checked > 5


def test_colours_are_those_of_the_theme_so_that_a_deck_can_be_recoloured(pptx: PptxFile) -> None:
    used = {colour.get("val") for colour in pptx.slides[0]._element.iter(qn("a:schemeClr"))}
    assert {"accent1", "accent2", "accent3", "bg1", "bg2", "tx1"} <= used


def test_the_theme_sets_a_face_that_windows_and_macs_have(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
        slide = parts.read("ppt/slides/slide1.xml").decode()
    assert len(re.findall(r'<a:(?:latin|ea) typeface="Yu Gothic"', theme)) == 4
    assert set(re.findall(r'<a:(?:latin|ea) typeface="([^"]*)"', slide)) == {"+mn-lt", "+mn-ea"}


def test_what_the_stop_selects_stands_out_and_the_rest_is_faded(pptx: PptxFile, texts: Texts, content: Dataset) -> None:
    curves = find_group(pptx.slides[1].shapes, texts("exports-part-map"), texts("exports-part-curves"))
    faded = {shape.name: shape._element.find(f".//{qn('a:ln')}//{qn('a:alpha')}") is not None for shape in curves}
    own = [tie for tie in content.exchange_ties if tie.source == "ishikawa"]
    assert list(faded.values()).count(False) == len(own)


def test_every_slide_bears_its_sources_its_day_and_its_number(pptx: PptxFile, told: Bound) -> None:
    for number, (slide, sheet) in enumerate(zip(pptx.slides, told.sheets, strict=True), 1):
        foot = {holder.placeholder_format.type: holder.text_frame.text for holder in slide.placeholders}
        assert foot[PP_PLACEHOLDER.FOOTER] == sheet.source.text
        assert str(DAY.year) in foot[PP_PLACEHOLDER.DATE]
        assert foot[PP_PLACEHOLDER.SLIDE_NUMBER] == str(number)


def test_no_type_is_smaller_than_12_points_and_no_caption_smaller_than_10(shipped_pptx: PptxFile) -> None:
    for slide in shipped_pptx.slides:
        foot = {holder.shape_id for holder in slide.placeholders if holder.placeholder_format.type in FOOT}
        for shape in walk_shapes(slide.shapes):
            sizes = [int(run.get("sz")) for run in shape._element.iter(qn("a:rPr")) if shape.has_text_frame]
            assert all(size >= (1000 if shape.shape_id in foot else 1200) for size in sizes), shape.name


def test_no_shape_sticks_out_of_the_panel_of_the_map(shipped_pptx: PptxFile, texts: Texts) -> None:
    """The panel is the sea; a connector, an area, a name ends at its edge at the latest."""
    checked = 0
    for slide in shipped_pptx.slides:
        for group in (shape for shape in slide.shapes if shape.name == texts("exports-part-map")):
            sea = next(shape for shape in group.shapes if shape.name == texts("exports-part-sea"))
            for shape in walk_shapes(group.shapes):
                assert shape.left >= sea.left - 640 and shape.top >= sea.top - 640, shape.name
                assert shape.left + shape.width <= sea.left + sea.width + 640, shape.name
                assert shape.top + shape.height <= sea.top + sea.height + 640, shape.name
                checked += 1
    assert checked > 500


def test_the_slides_show_different_parts_of_the_world(shipped_pptx: PptxFile, texts: Texts) -> None:
    """Japan is drawn once for each camera of the story."""
    name = texts(
        "exports-part-of",
        part=texts("exports-part-land"),
        name=str(texts.language.locale.territories["JP"]),
    )
    found = [shape for slide in shipped_pptx.slides for shape in walk_shapes(slide.shapes) if shape.name == name]
    assert len({(shape.left, shape.top, shape.width, shape.height) for shape in found}) > 6


def test_slides_hold_as_few_shapes_as_can_be_worked_with(shipped_pptx: PptxFile) -> None:
    counts = [len(list(walk_shapes(slide.shapes))) for slide in shipped_pptx.slides]
    assert max(counts) < 600, counts


def test_lines_below_the_head_and_above_the_foot_are_in_the_layout(shipped_pptx: PptxFile, texts: Texts) -> None:
    layout = shipped_pptx.slide_layouts[0]
    rules = [shape for shape in layout.shapes if shape.name == texts("exports-part-rule")]
    assert len(rules) == 2
    for slide in shipped_pptx.slides:
        assert texts("exports-part-rule") not in {shape.name for shape in slide.shapes}


def test_the_last_stop_says_how_to_get_in_touch(pptx: PptxFile, content: Dataset, texts: Texts) -> None:
    said = all_text(pptx.slides[-1])
    for contact in content.contacts:
        if contact.key == "phone":
            assert contact.value[texts.language.code] in said


def test_a_public_address_becomes_a_qr_code_of_one_shape(
    pptx: PptxFile, content: Dataset, story: Story, texts: Texts
) -> None:
    alone = story.model_copy(update={"stops": story.stops[1:2]})
    (slide,) = read_pptx(render("pptx", content, texts, alone, public_url=PUBLIC_URL)).slides
    group = next(shape for shape in slide.shapes if shape.name == texts("exports-part-code"))
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == f"{PUBLIC_URL}/{texts.language.code}/?select=ishikawa"
    assert texts("exports-part-code") not in {shape.name for shape in pptx.slides[1].shapes}


def test_a_file_stays_small_and_bears_the_day_it_was_made(content: Dataset, texts: Texts) -> None:
    story = make_story(content, texts)
    assert len(story.stops) >= 10
    made = render("pptx", content, texts, story)
    assert len(made) < _MOST_BYTES
    properties = read_pptx(made).core_properties
    assert (properties.title, properties.created.date()) == (story.title, DAY)


def test_an_empty_data_set_gives_a_slide_that_says_so(texts: Texts) -> None:
    (slide,) = read_pptx(render("pptx", Dataset(), texts)).slides
    assert slide.shapes.title.text_frame.text == make_story(Dataset(), texts).stops[0].title


def test_a_selection_that_nobody_knows_fades_nothing(content: Dataset, texts: Texts) -> None:
    stop = Stop(title="?", text="", select="atlantis", show="map")
    story = Story(id="odd", language=texts.language.code, title="Odd", summary="", stops=(stop,))
    (slide,) = read_pptx(render("pptx", content, texts, story)).slides
    curves = find_group(slide.shapes, texts("exports-part-map"), texts("exports-part-curves"))
    assert all(shape._element.find(f".//{qn('a:ln')}//{qn('a:alpha')}") is None for shape in curves)


def test_the_package_holds_no_picture_of_another_deck_and_no_time_of_day(package: bytes, story: Story) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        names = parts.namelist()
        assert f"ppt/slides/slide{len(story.stops)}.xml" in names
        assert [name for name in names if "thumbnail" in name] == []
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_characters_that_xml_cannot_carry_are_left_out(texts: Texts) -> None:
    stop = Stop(title="a\x00b\x1fc", text="d\x0be", notes="f\x00g", show="network")
    story = Story(id="odd", language=texts.language.code, title="Odd", summary="", stops=(stop,))
    (slide,) = read_pptx(render("pptx", Dataset(), texts, story)).slides
    assert (slide.shapes.title.text_frame.text, slide.placeholders[1].text_frame.text) == ("abc", "de")


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=40).filter(
    lambda text: not text or text.strip()
)


@settings(max_examples=15, deadline=None)
@given(title=_TEXT, text=_TEXT, notes=_TEXT)
def test_any_text_of_a_stop_comes_back_as_it_was(catalogue: Catalogue, title: str, text: str, notes: str) -> None:
    texts = catalogue.texts("en")
    stop = Stop(title=title, text=text, notes=notes, show="network")
    story = Story(id="any", language="en", title="Any", summary="", stops=(stop,))
    (slide,) = read_pptx(render("pptx", Dataset(), texts, story)).slides
    assert slide.shapes.title.text_frame.text == title
    assert slide.placeholders[1].text_frame.text == text


@given(st.text(max_size=200))
def test_notes_are_never_too_odd_to_be_read(markdown: str) -> None:
    assert isinstance(read_plain(markdown), str)


def test_title_and_closing_have_layouts_of_their_own_and_prompts_are_in_the_language(
    shipped_pptx: PptxFile, texts: Texts
) -> None:
    names = [slide.slide_layout.name for slide in shipped_pptx.slides]
    assert names[0] == texts("exports-layout-title") and names[-1] == texts("exports-layout-closing")
    assert set(names[1:-1]) == {texts("exports-slide-layout")}
    asked = {holder.text_frame.text for layout in shipped_pptx.slide_layouts for holder in layout.placeholders}
    assert asked <= {texts("exports-prompt-title"), texts("exports-prompt-text"), "", "‹#›"}


def test_every_colour_is_the_themes_and_sources_are_links(shipped_pptx: PptxFile) -> None:
    for slide in shipped_pptx.slides:
        assert not list(slide._element.iter(qn("a:srgbClr")))
    links = [link for slide in shipped_pptx.slides for link in slide._element.iter(qn("a:hlinkClick"))]
    assert len(links) >= len(shipped_pptx.slides)
