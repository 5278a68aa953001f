"""SVG pictures need nothing else, say what they show, and follow the view records."""

from __future__ import annotations

import re

import pytest

from dashboard.exports import EXPORTERS, Wish
from dashboard.exports.fonts import embed_faces
from dashboard.exports.hand_outs import paint_pages
from dashboard.exports.sheets.svg import paint_sheet
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language
from dashboard.stories import Story
from tests.unit.exports.read_back import DAY, PUBLIC_URL, SVG, Bound, names_of, read_svg, render, texts_of

pytestmark = pytest.mark.files

PICTURES = pytest.mark.parametrize("key", ["map-svg", "network-svg", "stop-svg"])
_ADDRESS = re.compile(r"""(?:href|src)\s*=\s*["'](?!#)|url\((?!#|data:)|@import""")


@PICTURES
def test_a_picture_loads_nothing_and_runs_nothing(key: str, content: Dataset, texts: Texts) -> None:
    source = render(key, content, texts, embeds_fonts=True).decode()
    assert _ADDRESS.findall(source) == []
    assert "<script" not in source


@PICTURES
def test_a_picture_has_a_title_a_description_a_legend_its_sources_and_its_day(
    key: str, content: Dataset, texts: Texts
) -> None:
    svg = read_svg(render(key, content, texts))
    assert svg.attrib["viewBox"] == "0 0 1920 1080"
    assert svg.findtext(f"{SVG}title")
    assert svg.findtext(f"{SVG}desc")
    assert texts("exports-part-legend") in names_of(svg)
    said = texts_of(svg)
    assert str(DAY.year) in said
    documents = [source for source in content.sources if not source.is_later]
    assert all(in_language(source.title, texts.language.code)[:10] in said for source in documents)


def test_printed_names_are_one_text_each_and_the_light_around_them_is_none(told: Bound, texts: Texts) -> None:
    once, printed = (
        read_svg(paint_sheet(told.sheets[0], PALETTES["light"], texts.language, prints=prints).encode())
        for prints in (False, True)
    )
    assert [text.text for text in printed.iter(f"{SVG}text")] == [text.text for text in once.iter(f"{SVG}text")]
    assert any("stroke" in text.attrib for text in once.iter(f"{SVG}text"))
    assert not any("stroke" in text.attrib for text in printed.iter(f"{SVG}text"))
    light = [path for path in printed.iter(f"{SVG}path") if path.get("fill") == PALETTES["light"]["halo"]]
    assert len(light) >= len(told.scene(told.story.stops[0]).labels)


def test_printed_dashes_are_lines_of_their_own_along_the_same_way(told: Bound, texts: Texts) -> None:
    once, printed = (
        read_svg(paint_sheet(told.sheets[0], PALETTES["light"], texts.language, prints=prints).encode())
        for prints in (False, True)
    )
    dashed = [
        path for path in once.iter(f"{SVG}path") if "stroke-dasharray" in path.attrib and path.get("fill") == "none"
    ]
    assert dashed
    assert not any("stroke-dasharray" in path.attrib for group in printed.iter(f"{SVG}g") for path in group)
    pieces = [path.attrib["d"].count("M") for path in printed.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert max(pieces) > 20


@PICTURES
def test_colours_are_written_out(key: str, content: Dataset, texts: Texts) -> None:
    svg = read_svg(render(key, content, texts))
    paints = {element.attrib[name] for element in svg.iter() for name in ("fill", "stroke") if name in element.attrib}
    assert all(paint == "none" or re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints)


def test_the_map_names_every_partner_that_has_a_place_and_draws_every_tie(content: Dataset, texts: Texts) -> None:
    svg = read_svg(render("map-svg", content, texts))
    names = names_of(svg)
    for entity in content.entities:
        if entity.kind == "partner" and entity.place:
            name = in_language(entity.names, texts.language.code)
            assert texts("exports-part-of", part=texts("exports-part-name"), name=name) in names
    curve = texts("exports-part-of", part=texts("exports-part-curve"), name="")
    assert len([name for name in names if name.startswith(curve)]) == len(content.exchange_ties)


def test_the_whole_network_has_a_mark_and_a_name_for_everything_that_the_view_gives_one(
    content: Dataset, texts: Texts
) -> None:
    names = names_of(read_svg(render("network-svg", content, texts)))
    say = lambda part, name: texts("exports-part-of", part=texts(f"exports-part-{part}"), name=name)  # noqa: E731
    for entity in content.entities:
        name = in_language(entity.names, texts.language.code)
        if entity.kind not in ("home", "country"):
            assert say("node", name) in names
        if entity.kind in ("home", "organisation", "partner", "river"):
            assert say("name", name) in names


def test_each_stop_is_a_picture_of_its_own_and_a_number_out_of_range_means_the_nearest(
    content: Dataset, story: Story, texts: Texts
) -> None:
    titles = [
        read_svg(render("stop-svg", content, texts, story, stop=stop)).findtext(f"{SVG}title") for stop in (1, 2, 6, 99)
    ]
    assert titles == [story.stops[0].title, story.stops[1].title, story.stops[5].title, story.stops[5].title]


def test_the_size_that_a_picture_says_of_itself_is_the_one_wished_for(content: Dataset, texts: Texts) -> None:
    svg = read_svg(render("map-svg", content, texts, size=(3840, 2160)))
    assert (svg.attrib["width"], svg.attrib["height"]) == ("3840", "2160")


def test_a_public_address_is_in_the_picture_as_a_code(content: Dataset, texts: Texts) -> None:
    assert texts("exports-part-code") in names_of(read_svg(render("map-svg", content, texts, public_url=PUBLIC_URL)))
    assert texts("exports-part-code") not in names_of(read_svg(render("map-svg", content, texts)))


def test_fonts_are_embedded_only_when_wished_for(content: Dataset) -> None:
    plain = EXPORTERS["map-svg"].render(content, "ja", Wish())
    assert b"@font-face" not in plain
    assert b"BIZ UDPGothic" in plain


def test_without_any_fonts_nothing_is_embedded(tmp_path_factory: pytest.TempPathFactory) -> None:
    nowhere = tmp_path_factory.mktemp("nowhere")
    assert embed_faces({400: "橋"}, nowhere, nowhere) == ""


def test_an_unknown_language_is_an_error(content: Dataset) -> None:
    with pytest.raises(KeyError):
        EXPORTERS["map-svg"].render(content, "xx")


def test_a_page_of_the_pdf_reads_as_heading_sentence_picture_and_sources_with_their_links(
    shipped: Bound, texts: Texts
) -> None:
    page = paint_pages(shipped.sheets[5:6], "t", texts)
    places = [page.index(mark) for mark in ("<h1", "<p ", "<svg", "<a href=")]
    assert places == sorted(places)
    assert page.count("<h1") == 1
    title = "".join(shipped.sheets[5].title.text.split())
    assert title in "".join(re.sub("<[^>]*>", "", page[places[0] : places[1]]).split())
    picture = page[places[2] : page.index("</svg>")]
    assert title not in "".join(picture.split()), "the picture does not say it a second time"
    assert all(address in page for _, address in shipped.sheets[5].links)


def test_a_picture_is_described_by_what_its_stop_shows(shipped: Bound) -> None:
    abouts = [group.about for sheet in shipped.sheets for group in sheet.pictures if group.about]
    assert len(set(abouts)) > len(shipped.sheets)
    said = next(group.about for group in shipped.sheets[8].pictures if group.name == shipped.part("map"))
    assert shipped.binder.name("nepal") in said and shipped.binder.name("austria") not in said
