"""A home's hue is a cell and a kind of tie is a row: changed in a copy of the tables, both are drawn everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from dashboard.exports.sheets.records import Ink, Item, Stroke, Wire, walk
from dashboard.exports.sheets.stop import Binder, Imprint
from dashboard.figures.lines import LINES
from dashboard.figures.map.plotly import paint_map_figure
from dashboard.figures.map.svg import paint_legend, paint_map
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.network.svg import paint_network, paint_network_legend
from dashboard.figures.network.view import compute_network_view
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset, keep_documented
from dashboard.stories import Stop, Story
from layouts.kiosk.attract import compute_slides
from layouts.kiosk.pictures import map_panel, network_panel
from tests.unit.conftest import CONTENT, Tables
from tests.unit.exports.read_back import render
from tests.unit.kiosk.test_kiosk_page import make_page

ROOT = Path(__file__).parents[2]
HOME, TIE, KIND = "ishikawa", "ishikawa-irkutsk", "science_pact"
ROW = (
    f"{KIND},科学協定,Science pact,学術の協定です。,A pact of universities.,"
    "{source}は{target}と科学協定を結んでいます。,{source} has a science pact with {target}.,"
    "{source}は{target}と科学協定を結んでいます。,{source} has a science pact with {target}.,,,any_partner,"
)
GIVEN = "dash_dot_dotted"  # the first line that none of the kinds in the tables has


@pytest.fixture
def changed(tmp_path: Path) -> Dataset:
    """The content with another hue for one home, and one of its ties of a kind that nobody knew."""
    for path in CONTENT.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    tables = Tables(tmp_path)
    tables.put("homes.csv", _row_of(tables, "homes.csv", HOME), "hue", "teal")
    tables.append("kinds.csv", ROW).put("ties.csv", _row_of(tables, "ties.csv", TIE), "kind", KIND)
    reading = tables.read()
    assert reading.dataset is not None, reading.problems
    return keep_documented(reading.dataset)


def _row_of(tables: Tables, file: str, key: str) -> int:
    lines = tables.text(file).splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(f"{key},"))


def test_map_and_network_draw_them_in_the_page_and_in_plotly(changed: Dataset, texts: Texts) -> None:
    map_view = compute_map_view(changed, texts.language.code, texts)
    pictures = (paint_map(map_view), paint_network(compute_network_view(changed, texts.language.code, texts), texts))
    for picture in pictures:
        (mark,) = re.findall(rf'<g class="(?:curve|edge)[^>]*data-mark="{TIE}"[^>]*>', picture)
        assert f"line-{GIVEN} hue-teal" in mark
        assert "hue-indigo" not in picture
    (trace,) = [each for each in paint_map_figure(map_view, PALETTES["dark"]).data if each.uid == TIE]
    assert (trace.line.color, trace.line.width) == (PALETTES["dark"]["teal"], LINES[GIVEN].width)


def test_both_legends_name_them(changed: Dataset, texts: Texts) -> None:
    called = changed.kind[KIND].names[texts.language.code]
    legend = paint_legend(compute_map_view(changed, texts.language.code, texts), texts)
    assert re.search(rf'line-{GIVEN}".*?<span>{called}</span>', legend)
    assert "hue-teal" in legend
    entries = paint_network_legend(compute_network_view(changed, texts.language.code, texts), texts)
    assert re.search(rf'line-{GIVEN}".*?<span>{called}</span>', entries)


def test_sheets_and_slides_draw_them(changed: Dataset, texts: Texts) -> None:
    story = Story(
        id="told", language=texts.language.code, title="T", summary="", stops=(Stop(title="All", text="All."),)
    )
    binder = Binder(changed, texts, Imprint())
    (sheet,) = binder.bind(story)
    pens = [item.pen for item in _lines(sheet.pictures) if binder.name(TIE) in item.name]
    assert {pen.ink for pen in pens} == {Ink("teal")}
    assert {_shares(pen.dash) for pen in pens} == {_shares(LINES[GIVEN].dash)}
    with ZipFile(BytesIO(render("pptx", changed, texts, story))) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert PALETTES["light"]["teal"].removeprefix("#") in theme


def _shares(dash: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(length / dash[0], 2) for length in dash)


def _lines(items: tuple[Item, ...]) -> Iterator[Stroke | Wire]:
    return (item for item in walk(items) if isinstance(item, (Stroke, Wire)))


def test_the_lobby_screen_draws_and_says_them(changed: Dataset, catalogue: Catalogue) -> None:
    page = make_page(changed, catalogue, "en")
    for panel in (map_panel(page), network_panel(page)):
        assert f"line-{GIVEN} hue-teal" in str(panel)
    slide = next(slide for slide in compute_slides(page, catalogue.languages) if slide["id"] == "irkutsk")
    assert slide["hue"] == "teal"
    assert "Science pact" in str(slide["ties"])


def test_the_way_the_search_and_the_filter_know_the_kind(changed: Dataset, catalogue: Catalogue) -> None:
    page = make_page(changed, catalogue, "en")
    tie = changed.tie[TIE]
    assert page.tie_sentence(tie, tie.source, tie.target) == (
        "Ishikawa Prefecture has a science pact with Irkutsk Oblast."
    )
    assert KIND in [kind.id for kind in changed.kinds_in_use]


@pytest.mark.parametrize("ending", ["css", "js", "py"])
def test_no_style_script_or_program_names_a_home(ending: str, content: Dataset) -> None:
    homes = "|".join(home.id for home in content.of_kind("home"))
    folders = ("app.py", "assets", "callbacks", "dashboard", "layouts")
    files = (path for folder in folders for path in (ROOT / folder, *(ROOT / folder).rglob("*")) if path.is_file())
    for path in files:
        if path.suffix == f".{ending}" and "built" not in path.parts:
            assert not re.search(homes, path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("ending", ["css", "js", "py"])
def test_no_style_script_or_program_names_a_kind_of_exchange(ending: str, content: Dataset) -> None:
    kinds = "|".join(rf"\b(?:tie-)?{kind}\b" for kind in content.kind if "_" in kind)
    for folder in ("assets/css", "assets/js", "callbacks", "dashboard", "layouts"):
        for path in (ROOT / folder).rglob(f"*.{ending}"):
            assert not re.search(kinds, path.read_text(encoding="utf-8")), path
