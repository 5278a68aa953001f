"""Downloads of the running program: addresses, queries, the page that lists them, the command."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pdfua
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from dashboard.commands import run
from dashboard.exports import EXPORTERS, Exporter
from dashboard.exports.chromium import ChromiumMissingError, find_chromium
from dashboard.i18n import load_catalogue
from dashboard.settings import Settings
from dashboard.stories import find_story
from dashboard.tables import read_dataset
from layouts.documents import export_address
from tests.program import create_app
from tests.unit.exports.read_back import SVG, read_pptx, read_svg, texts_of

CODES = [language.code for language in load_catalogue().languages]
SERVED = [exporter for exporter in EXPORTERS.values() if exporter.is_served]
PRINTED = [exporter for exporter in EXPORTERS.values() if not exporter.is_served]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    state = tmp_path_factory.mktemp("state")
    with create_app(Settings(state=state, check_seconds=3600)).test_client() as client:
        yield client


def titles(language: str) -> list[str]:
    """The titles of the stops of the story that is told without a name."""
    settings = Settings()
    dataset = read_dataset(settings.tables).dataset
    assert dataset is not None
    return [stop.title for stop in find_story(settings.stories_folder, dataset, load_catalogue(), language).stops]


@pytest.mark.parametrize("exporter", SERVED, ids=lambda exporter: exporter.id)
def test_every_exporter_that_needs_no_chromium_has_an_address(client: FlaskClient, exporter: Exporter) -> None:
    address = export_address(exporter, "en", "main", 1)
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, exporter.media_type)
    assert exporter.file_name in answer.headers["Content-Disposition"]
    assert client.get(address, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_file_without_a_language_is_that_of_the_query_or_of_the_first_language(client: FlaskClient) -> None:
    for query, code in (("", CODES[0]), ("?lang=en", "en"), ("?lang=ja", "ja"), ("?lang=xx", CODES[0])):
        assert client.get(f"/data/network.gexf{query}").data == client.get(f"/data/{code}/network.gexf").data


@pytest.mark.parametrize("exporter", PRINTED, ids=lambda exporter: exporter.id)
def test_the_server_starts_no_chromium_for_anybody(client: FlaskClient, exporter: Exporter) -> None:
    assert client.get(f"/data/{exporter.file_name}").status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_the_slides_that_are_served_tell_the_story_in_the_language(client: FlaskClient, code: str) -> None:
    slides = read_pptx(client.get(f"/data/story.pptx?lang={code}").data).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == titles(code)


def test_every_stop_has_its_picture_and_none_beyond_the_last(client: FlaskClient) -> None:
    wanted = titles("ja")
    for number in (1, len(wanted)):
        picture = read_svg(client.get(f"/data/ja/main/stop-{number}.svg").data)
        assert picture.findtext(f"{SVG}title") == wanted[number - 1]
    assert client.get(f"/data/ja/main/stop-{len(wanted) + 1}.svg").status_code == 404


def test_a_picture_of_a_stop_names_what_the_stop_speaks_of_and_nothing_else(client: FlaskClient) -> None:
    """The sixth stop speaks of Central Highlands, the eighth of Austria."""
    pictures = {stop: texts_of(read_svg(client.get(f"/data/en/main/stop-{stop}.svg").data)) for stop in (6, 8)}
    assert "Central Highlands" in pictures[6] and "Austria" not in pictures[6]
    assert "Austria" in pictures[8] and "Highlands" not in pictures[8]


def test_fonts_are_in_the_picture_and_may_be_used_there(client: FlaskClient) -> None:
    answer = client.get("/data/ja/map.svg")
    assert b"@font-face" in answer.data
    assert b"src:url(data:font/woff2;base64," in answer.data
    assert "font-src data:" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("code", CODES)
def test_one_page_lists_every_exporter_with_what_it_is_for(client: FlaskClient, code: str) -> None:
    page = client.get(f"/{code}/downloads").text
    texts = load_catalogue().texts(code)
    for exporter in EXPORTERS.values():
        assert page.count(f'data-exporter="{exporter.id}"') == 1
        assert texts(f"{exporter.label_key}-about").split("“")[0][:20] in page
        assert (export_address(exporter, code, "main", 1) in page) == exporter.is_served


@pytest.mark.parametrize("code", CODES)
def test_what_only_a_command_makes_says_so_and_pictures_have_buttons_beside_it(client: FlaskClient, code: str) -> None:
    page = client.get(f"/{code}/downloads").text
    for exporter in PRINTED:
        before, _, after = page.partition(f'data-exporter="{exporter.id}"')
        inside = after.partition("</article>")[0]
        assert f"<code>python -m dashboard export {exporter.id} --lang {code} " in inside
        if exporter.media_type == "image/png":
            entry = before.rpartition("<article")[2]
            assert [f'data-width="{width}"' in entry for width in (1920, 3840)] == [True, True], exporter.id
            assert "<h3>" not in inside


@pytest.fixture(scope="module")
def print_story(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A PDF in a language as the command prints it, that of the story unless another is named; printed once."""

    @cache
    def make(code: str, kind: str = "pdf") -> Path:
        target = tmp_path_factory.mktemp("pdf") / f"{kind}.pdf"
        arguments = ["export", kind, "--lang", code, "-o", str(target)]
        assert run(arguments, {"KAKEHASHI_PUBLIC_URL": "https://example.org"}) == 0
        return target

    return make


@pytest.mark.browser
@pytest.mark.parametrize("code", CODES)
def test_the_pdf_has_a_page_for_every_stop_with_text_that_can_be_copied(
    code: str, print_story: Callable[[str], Path]
) -> None:
    reader = PdfReader(print_story(code))
    wanted = titles(code)
    assert len(reader.pages) == len(wanted)
    assert [mark.title for mark in reader.outline] == wanted  # bookmarks, also of titles that take two lines
    for number, (page, title) in enumerate(zip(reader.pages, wanted, strict=True), 1):
        text = "".join((page.extract_text() or "").split())
        assert "".join(title.split()) in text
        assert f"{number}/{len(wanted)}" in text
    box = reader.pages[0].mediabox
    assert round(float(box.width) / float(box.height), 3) == round(16 / 9, 3)


@pytest.mark.browser
def test_the_pdf_is_small_its_fonts_are_inside_it_and_nothing_in_it_is_a_picture(
    print_story: Callable[[str], Path],
) -> None:
    target = print_story("ja")
    assert target.stat().st_size < 1_000_000
    pages = PdfReader(target).pages
    whole = [
        font.get_object()
        for font in pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
        if font.get_object()["/Subtype"] == "/Type0"
    ]
    assert whole
    for font in whole:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys()
        assert "BIZUDPGothic" in font["/BaseFont"]
    assert [len(page.images) for page in pages] == [0] * len(pages)


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["pdf", "poster", "leaflet"])
def test_a_checker_of_pdf_ua_finds_nothing_in_what_is_printed(kind: str, print_story: Callable[..., Path]) -> None:
    """Tags on all that is said, artifacts for the rest, links that say where they lead, metadata that claims it."""
    target = print_story("ja", kind)
    report = pdfua.validate(target)
    assert [f"{finding.rule_id} {finding.message}" for finding in report.findings] == []
    reader = PdfReader(target)
    metadata = reader.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert f'<rdf:li xml:lang="x-default">{reader.metadata.title}</rdf:li>'.encode() in metadata  # type: ignore[union-attr]
    links = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    titles = {source.title["ja"] for source in read_dataset(Settings().tables).dataset.sources}  # type: ignore[union-attr]
    assert links
    assert {str(link["/Contents"]) for link in links} <= titles | {"https://example.org/ja/"}


@pytest.mark.browser
@pytest.mark.parametrize(("kind", "size_mm"), [("poster", (297, 420)), ("leaflet", (210, 297))])
def test_poster_and_leaflet_are_one_page_of_their_paper_with_text_in_the_order_of_reading(
    kind: str, size_mm: tuple[int, int], print_story: Callable[..., Path]
) -> None:
    (page,) = PdfReader(print_story("ja", kind)).pages
    assert [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == list(size_mm)
    text = "".join((page.extract_text() or "").split())
    words = {"poster": ("石川県日本語", "ナイル川"), "leaflet": ("北上川：姉妹河川", "参加するには", "住所")}[kind]
    places = [text.rindex(word) for word in ("石川県と一関市の国際交流", *words, "出典：")]
    assert places == sorted(places)
    assert len(page.images) == 0


@pytest.mark.browser
def test_every_name_of_the_pdf_is_found_once_for_each_time_that_it_is_seen(print_story: Callable[[str], Path]) -> None:
    """Light around names must not be a second text behind the first."""
    text = (PdfReader(print_story("en")).pages[0].extract_text() or "").replace("\n", " ")
    assert text.count("Austria") == text.count("Egypt (Luxor)") == 1


@pytest.mark.browser
@pytest.mark.parametrize(
    ("kind", "size"), [("png", (1920, 1080)), ("map-png", (3840, 2160)), ("network-png", (800, 450))]
)
def test_pictures_of_the_command_line_have_the_size_asked_for(kind: str, size: tuple[int, int], tmp_path: Path) -> None:
    target = tmp_path / "picture.png"
    asked = ["export", kind, "--lang", "ja", "--stop", "2", "--size", f"{size[0]}x{size[1]}", "-o", str(target)]
    assert run(asked, {}) == 0
    head = target.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == size


@pytest.mark.parametrize(
    ("arguments", "key", "values"),
    [
        (["pptx", "--story", "nix"], "exports-no-story", {"story": "nix", "known": "main"}),
        (["stop-svg", "--stop", "0"], "exports-no-stop", {"total": len(titles("en"))}),
        (["map-png", "--size", "huge"], "exports-bad-size", {"least": 100, "most": 16_000}),
    ],
)
def test_a_wish_that_cannot_be_fulfilled_is_said_and_nothing_is_written(
    arguments: list[str], key: str, values: dict[str, str | int], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "file"
    assert run(["export", *arguments, "--lang", "en", "-o", str(target)], {}) == 2
    assert load_catalogue().texts("en")(key, **values) in capsys.readouterr().err
    assert not target.exists()


def test_a_machine_without_chromium_is_told_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(ChromiumMissingError):
        find_chromium()
    assert run(["export", "pdf", "--lang", "en", "-o", str(tmp_path / "file")], {}) == 2
    assert load_catalogue().texts("en")("exports-no-chromium") in capsys.readouterr().err


def test_every_node_of_the_network_files_names_the_source_of_what_it_says(client: FlaskClient) -> None:
    urls = {key: source["url"] for key, source in _network(client)["graph"]["sources"].items()}
    for address, read in (("network.graphml", nx.read_graphml), ("network.gexf", nx.read_gexf)):
        graph = read(io.BytesIO(client.get(f"/data/{address}").data))
        assert graph.number_of_nodes() == len(_network(client)["nodes"])
        for _, node in graph.nodes(data=True):
            assert node["source_url"] == urls[node["source_key"]]
            assert node["locator"]


def _network(client: FlaskClient) -> dict[str, Any]:
    network: dict[str, Any] = json.loads(client.get("/data/network.json").data)
    return network
