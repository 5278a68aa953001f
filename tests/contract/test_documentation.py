"""The documentation says what the code does: settings, tables, files, commands, addresses, keys, paths, links."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest
from flask import Flask

from dashboard.commands import run
from dashboard.exports import EXPORTERS
from dashboard.i18n import Language, load_catalogue
from dashboard.model import STRUCTURE, Dataset
from dashboard.settings import ROOT, Settings
from dashboard.tables import load_description, read_dataset, write_report
from dashboard.tables.guide import REFERENCE, file_name, render_guide
from docs.pictures.make import FOLDER, MOST_BYTES, PICTURES
from layouts.documents import READING
from layouts.reading.pages import READING_PAGES
from tests.node import run_module
from tests.program import create_app

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "deploy").rglob("*.md")])
GUIDES = ("data-keeper.md", "data-keeper.ja.md")
CATALOGUE = load_catalogue()
CODES = tuple(language.code for language in CATALOGUE.languages)
SMALL = ROOT / "tests" / "data" / "tables" / "small"

_FENCE = re.compile(r"(?s:^```.*?^```)|^(?: {4}.*\n?)+", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_ROOMS = "assets|bench|callbacks|content|dashboard|deploy|docs|geodata|layouts|requirements|tests"
_PATH = re.compile(rf"(?:{_ROOMS})(?:/[\w.-]+)+/?|app\.py|package\.json|pyproject\.toml|Makefile|LICENSE|NOTICE")
_MADE = ("assets/built", "bench/results")  # by build and benchmark, so not in every checkout


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    return _FENCE.sub("", path.read_text(encoding="utf-8"))


def codes_in(text: str) -> list[str]:
    return _CODE.findall(text)


def code_blocks(text: str) -> str:
    return "\n".join(_FENCE.findall(text))


def rows_of(name: str, heading: str = "") -> list[list[str]]:
    """The cells of every table of a page, or of one of its sections, without head rows."""
    text = prose(DOCS / name)
    if heading:
        text = re.split(rf"^#+ {re.escape(heading)}$", text, flags=re.MULTILINE)[1]
        text = re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rules = [place for place, line in enumerate(lines) if set(line) <= set("|- ")]
    heads = {place - 1 for place in rules}
    body = [line for place, line in enumerate(lines) if place not in heads | set(rules)]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in body]


def code_column(name: str, heading: str = "", column: int = 0) -> list[str]:
    return [code for row in rows_of(name, heading) for code in codes_in(row[column])]


# ---------------------------------------------------------------------------------------------------------- settings


def test_every_setting_is_explained_with_its_default_and_no_other() -> None:
    documented = {codes_in(row[0])[0]: row[1].strip("`") for row in rows_of("settings.md")}
    assert documented == {field.description: _show(field.default) for field in Settings.model_fields.values()}


def _show(default: object) -> str:
    if isinstance(default, Path):
        return default.relative_to(ROOT).as_posix()
    return str(default) or "(empty)"


# ------------------------------------------------------------------------------------------------------------ tables


@pytest.mark.parametrize("code", CODES)
def test_the_reference_of_the_tables_is_the_one_that_the_description_gives(code: str) -> None:
    written = (REFERENCE / file_name(code)).read_text(encoding="utf-8")
    assert written == render_guide(CATALOGUE.texts(code)), "run `python -m dashboard.tables.guide`"


def test_there_is_a_reference_for_every_language_and_for_no_other() -> None:
    assert {path.name for path in REFERENCE.iterdir()} == {file_name(code) for code in CODES}


@pytest.mark.parametrize("guide", GUIDES)
def test_the_data_keepers_guide_lists_the_tables_in_their_order(guide: str) -> None:
    assert code_column(guide) == [table.file_name for table in load_description().tables]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_word_of_the_tables_in_the_data_keepers_guide_exists(guide: str) -> None:
    words = {code for code in codes_in(prose(DOCS / guide)) if re.fullmatch(r"[a-z]+(?:[_-][a-z]+)*", code)}
    assert words - _vocabulary() == set()


def _vocabulary() -> set[str]:
    """Whatever may stand in a table, and what the guide needs beside it."""
    columns = [column for table in load_description().tables for column in table.columns]
    found = {header for column in columns for header in (column.header, *column.headers((*CODES, "ko")))}
    found |= {word for column in columns for word in (*column.values, *column.also)}
    found |= {*STRUCTURE, *_content().kind, *_content().entity, *Language.model_fields}
    return found | {"validate", "degraded", "friendship_city", "ltr", "rtl", "ko"}


def _content() -> Dataset:
    dataset = read_dataset(ROOT / "content" / "tables", CODES).dataset
    assert dataset is not None
    return dataset


@pytest.mark.parametrize(("guide", "code"), [("data-keeper.md", "en"), ("data-keeper.ja.md", "ja")])
def test_the_report_in_the_data_keepers_guide_is_what_the_check_prints(guide: str, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(SMALL, folder)
    for file, good, bad in (
        ("dates.csv", "2020-02-02", "2020/2/2"),
        ("places.csv", "136.625573,36.594682", "36.594682,136.625573"),
        ("activities.csv", "leaflet", "leaflte"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    report = write_report(read_dataset(folder).problems, CATALOGUE.texts(code))
    assert f"```text\n{report}\n```" in read(guide)


# ---------------------------------------------------------------------------------------------- commands and files


def test_every_command_is_explained_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^ {4}([a-z]+)(?= )", _help(capsys), re.MULTILINE)
    assert sorted(_documented_commands()) == sorted(commands)


def test_every_option_of_every_command_is_explained_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    for command, options in _documented_commands().items():
        real = set(re.findall(r"--[a-z-]+", _help(capsys, command))) - {"--help"}
        assert options == real, command
    explained = {code for code in code_column("commands.md", "The program without the web") if code.startswith("-")}
    words = {word for code in explained for word in re.findall(r"--[a-z-]+", code)}
    assert words == set().union(*_documented_commands().values()) | {"--help"}


def _documented_commands() -> dict[str, set[str]]:
    rows = [row for row in rows_of("commands.md", "The program without the web") if len(row) == 3]
    return {codes_in(row[0])[0].split()[0]: set(codes_in(row[1])) for row in rows}


def _help(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with suppress(SystemExit):
        run([*command, "--help"], {"COLUMNS": "200", "LANG": "en"})
    return capsys.readouterr().out


def test_every_exporter_is_listed_with_its_file_and_what_it_needs_and_no_other() -> None:
    documented = {row[0].strip("`"): (row[1].strip("`"), row[3]) for row in rows_of("commands.md", "Files")}
    assert documented == {
        key: (exporter.file_name, "" if exporter.is_served else "Chromium") for key, exporter in EXPORTERS.items()
    }


def test_every_target_that_make_offers_is_explained() -> None:
    offered = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    documented = {code.split()[1] for code in code_column("commands.md", "Make")}
    assert offered == documented


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_whatever_a_page_tells_make_and_python_to_run_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    code = "\n".join([*codes_in(prose(page)), code_blocks(text)])
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|[ `])make ([a-z-]+)", code)) <= targets
    for module in set(re.findall(r"python -m ([\w.]+)", code)):
        assert _can_run(module), module


def _can_run(module: str) -> bool:
    found = find_spec(module)
    if found is None:
        return False
    return found.submodule_search_locations is None or find_spec(f"{module}.__main__") is not None


# --------------------------------------------------------------------------------------------------------- addresses


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(state=tmp_path_factory.mktemp("state")))


def documented_addresses() -> list[str]:
    columns = (code_column("addresses.md", heading) for heading in ("Pages", "Data", "For machines"))
    return [code for column in columns for code in column if "/" in code]


@pytest.mark.files
@pytest.mark.parametrize("address", [address for address in documented_addresses() if re.fullmatch(r"/[^…]*", address)])
def test_every_address_that_is_explained_answers(address: str, server: Flask) -> None:
    assert server.test_client().get(address).status_code in (200, 302)


def test_every_address_of_the_server_is_explained(server: Flask) -> None:
    """Documents by their kind: those of one language, thing, story or stop are explained by an example."""
    explained = {_kind_of(address.split()[-1]) for address in documented_addresses()}
    documents = {_kind_of(address) for address in server.extensions["publisher"].issue.documents}
    rules = {_kind_of(rule.rule.replace("<language>", CODES[0])) for rule in server.url_map.iter_rules()}
    known = {kind for kind in documents | rules if not any(kind.startswith(each) for each in _beginnings())}
    assert known - explained - {"/*/lost"} == set()


def _kind_of(address: str) -> str:
    """An address with a star for each language, and for what there are many of."""
    for pattern in (rf"(?<=/)({'|'.join(CODES)})(?=/)", r"(?<=/card/)[^/]+", r"(?<=stop-)\d+"):
        address = re.sub(pattern, "*", address)
    return re.sub(r"^/data/\*/(?!\w+/|cards)", "/data/", address)


def _beginnings() -> list[str]:
    return [_kind_of(address.rstrip("…")) for address in documented_addresses() if address.endswith("…")]


def test_every_page_to_read_is_a_document_and_every_such_document_has_its_page() -> None:
    assert tuple(READING_PAGES) == READING


def test_every_mode_and_every_page_to_read_is_explained_in_japanese_and_english() -> None:
    suffixes = ["", "kiosk", "present", *READING]
    wanted = {f"/{code}/{suffix}" for code in ("ja", "en") for suffix in suffixes}
    assert wanted <= set(documented_addresses())


def test_every_parameter_of_a_query_is_explained_and_no_other() -> None:
    script = 'import { initial } from "./assets/js/core/state.js"; console.log(JSON.stringify(Object.keys(initial)));'
    assert sorted(code_column("addresses.md", "Query of the explorer")) == sorted(run_module(script, None))


def test_media_types_of_the_data_are_those_that_the_server_sends(server: Flask) -> None:
    client = server.test_client()
    for address, media_type, *_ in (row for row in rows_of("addresses.md", "Data") if len(row) == 3):
        assert client.get(address.strip("`")).mimetype == media_type.strip("`")


# -------------------------------------------------------------------------------------------------------------- keys

KEYS = {
    "Esc": "Escape",
    "←": "ArrowLeft",
    "↑": "ArrowUp",
    "→": "ArrowRight",
    "↓": "ArrowDown",
    "Home": "Home",
    "End": "End",
}
BROWSERS_OWN = {"Tab", "Shift+Tab", "Enter"}


def test_the_keys_of_the_explorer_are_those_that_its_script_knows() -> None:
    documented = {key for row in rows_of("visitor.md", "Keys") for key in re.split(r",? ", row[0])} - BROWSERS_OWN
    script = (ROOT / "assets" / "js" / "page" / "keys.js").read_text(encoding="utf-8")
    known = set(re.findall(r"\b(Arrow[A-Z][a-z]+|Escape|Home|End|Page(?:Up|Down))\b", script))
    assert {KEYS[key] for key in documented} == known


# ----------------------------------------------------------------------------------------- links, paths and pictures


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_leads_somewhere(page: Path) -> None:
    lost = [link for link in _links(page) if not _is_there(page, link)]
    assert lost == []


def _links(page: Path) -> Iterator[str]:
    text = _CODE.sub("", prose(page))
    return (link for link in _LINK.findall(text) if not re.match(r"[a-z]+:", link))


def _is_there(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    """The anchors that readers of Markdown make of headings."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_of_the_project_that_a_page_names_exists(page: Path) -> None:
    named = {code.rstrip("/") for code in codes_in(prose(page)) if _PATH.fullmatch(code)}
    assert {path for path in named if not path.startswith(_MADE) and not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"\btest_\w+\b(?!\.py)", " ".join(codes_in(prose(page)))))
    assert named <= _all_tests()


def _all_tests() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return {name for source in sources for name in re.findall(r"^(?:async )?def (test_\w+)", source, re.MULTILINE)}


def test_every_picture_is_shown_somewhere_and_is_light() -> None:
    shown = {(page.parent / link).resolve() for page in PAGES for link in _links(page)}
    for picture in FOLDER.glob("*.png"):
        assert picture.resolve() in shown, picture.name
        assert picture.stat().st_size <= MOST_BYTES, picture.name


def test_every_picture_that_can_be_remade_is_there() -> None:
    assert {f"{picture.name}.png" for picture in PICTURES} <= {path.name for path in FOLDER.glob("*.png")}


def test_every_room_of_the_code_is_named_to_developers() -> None:
    packages = {path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("dashboard/*/__init__.py")}
    assert packages <= set(code_column("developer.md", "Rooms"))


def test_every_pair_of_twins_is_named_to_developers() -> None:
    tests = {path.relative_to(ROOT).as_posix() for path in Path(__file__).parent.glob("test_*_twins.py")}
    assert tests == {test for test in code_column("developer.md", "Twins", 3) if test.startswith("tests/contract")}


# ----------------------------------------------------------------------------------------------------- accessibility

CRITERIA = ROOT / "tests" / "data" / "criteria.csv"
RESULTS = {"met", "partly", "not applicable"}


def test_every_criterion_of_wcag_and_jis_has_a_result_and_how_it_was_checked() -> None:
    with CRITERIA.open(encoding="utf-8", newline="") as file:
        wanted = {row["criterion"]: [row["level"], row["standard"]] for row in csv.DictReader(file)}
    rows = {row[0].split()[0]: row for row in rows_of("accessibility.md", "Results")}
    assert {number: row[1:3] for number, row in rows.items()} == wanted
    for number, (_, _, _, result, checked, _) in rows.items():
        assert result in RESULTS, number
        assert checked or result == "not applicable", number
