"""The catalogue is whole: every language says the same things, and everything that is asked for is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.i18n import Catalogue, Texts, load_catalogue
from dashboard.model import STRUCTURE, EntityKind, NameUse, ShownAs
from dashboard.settings import ROOT

ROOMS = ("dashboard", "geodata", "layouts", "callbacks", "bench")
MEANT_TO_BE_EMPTY = {"guide-no"}  # a cell of a table in which only "yes" is written
# Words: two letters or more of a script that the program's own language does not use.
WORDS = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7af\u0400-\u04ff\u0620-\u064a]{2}")
# Modules whose subject is writing itself: what they hold is matched and never shown.
ABOUT_WRITING = {
    "dashboard/initials.py",
    "dashboard/tables/written_dates.py",
    "dashboard/figures/breaks.py",
}
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")
CATALOGUE: Catalogue = load_catalogue()
CODES = [language.code for language in CATALOGUE.languages]


def python_files() -> list[Path]:
    return [ROOT / "app.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]


def script_files() -> list[Path]:
    return sorted((ROOT / "assets" / "js").rglob("*.js"))


def asked_for(path: Path) -> Iterator[str]:
    """Literal keys with which a file calls a catalogue: ``texts("key")``, ``page.texts("key")``, ``text("key")``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        key = node.args[0]
        if name in ("texts", "text") and isinstance(key, ast.Constant) and KEY.fullmatch(str(key.value)):
            yield key.value


def test_there_are_japanese_and_english() -> None:
    assert {"ja", "en"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_keys(code: str) -> None:
    first = CATALOGUE.texts(CODES[0]).placeholders.keys()
    assert CATALOGUE.texts(code).placeholders.keys() == first


@pytest.mark.parametrize("code", CODES)
def test_every_text_has_the_same_placeholders_in_every_language(code: str) -> None:
    first, other = CATALOGUE.texts(CODES[0]).placeholders, CATALOGUE.texts(code).placeholders
    assert {key: names for key, names in other.items() if names != first.get(key)} == {}


@pytest.mark.parametrize("code", CODES)
def test_every_text_can_be_filled_and_none_is_empty(code: str) -> None:
    texts = CATALOGUE.texts(code)
    for key, names in texts.placeholders.items():
        filled = texts(key, **dict.fromkeys(names, "5"))
        assert filled.strip() or key in MEANT_TO_BE_EMPTY or key.endswith("-separator"), key
        assert "{" not in filled, key


@pytest.mark.parametrize("code", CODES)
def test_no_key_stands_twice_in_a_language(code: str) -> None:
    keys = [
        match
        for path in sorted((ROOT / "content" / "languages" / code).glob("*.ftl"))
        for match in re.findall(r"^([a-z][\w-]*) *=", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert sorted(keys) == sorted(set(keys))


def test_every_key_that_python_asks_for_by_name_exists() -> None:
    texts = CATALOGUE.texts("en")
    missing = {(path.name, key) for path in python_files() for key in asked_for(path) if key not in texts}
    assert missing == set()


@pytest.mark.parametrize("path", script_files(), ids=lambda path: path.name)
def test_every_text_that_a_script_asks_for_is_sent_to_it(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    asked = re.findall(r'texts\["([a-z][\w-]+)"\]|"(site-[a-z]+)"', source)
    python = "\n".join(each.read_text(encoding="utf-8") for each in (ROOT / "layouts").rglob("*.py"))
    for key in (one or other for one, other in asked):
        assert f'"{key}"' in python, key
        assert key in CATALOGUE.texts("en"), key


def test_every_kind_has_its_words_in_every_language() -> None:
    wanted = [
        *(f"tie-kind-{kind.replace('_', '-')}" for kind in STRUCTURE),
        *(f"tie-sentence-{kind.replace('_', '-')}{end}" for kind in STRUCTURE for end in ("", "-back")),
        *(f"kind-{kind.value}" for kind in EntityKind),
        *(f"card-place-{shown.value}" for shown in ShownAs),
        *(f"name-use-{use.value.replace('_', '-')}" for use in (NameUse.TODAY, NameUse.FORMER, NameUse.AS_PRINTED)),
    ]
    for code in CODES:
        texts: Texts = CATALOGUE.texts(code)
        assert [key for key in wanted if key not in texts] == [], code


def test_every_key_is_used_somewhere() -> None:
    """By its whole name, or by a beginning or an ending to which code adds the rest."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*python_files(), *script_files()])
    literals = set(re.findall(r"[\"'`]([a-z][\w-]*)[\"'`]", code))
    # f"kind-{...}", f"{key}-title", "a-" + name
    beginnings = {*re.findall(r"[\"'`]([a-z][a-z-]*-)(?:\{|\$\{|[\"'`])", code)}
    beginnings |= {f"{literal}-" for literal in literals if "-" in literal}
    endings = tuple(set(re.findall(r"\}(-[a-z][a-z-]*)[\"'`]", code)))
    unused = [
        key
        for key in CATALOGUE.texts("en").placeholders
        if key not in literals and not key.startswith(tuple(beginnings)) and not key.endswith(endings)
    ]
    assert unused == []


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_words_of_another_language_stand_in_python(path: Path) -> None:
    """Comments and documentation aside: what people read belongs to the catalogue."""
    if path.relative_to(ROOT).as_posix() in ABOUT_WRITING:
        assert WORDS.search(path.read_text(encoding="utf-8")), "no longer about writing: take it off the list"
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    assert [each.value for each in strings if id(each) not in documentation and WORDS.search(each.value)] == []


@pytest.mark.parametrize("path", script_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_words_of_another_language_stand_in_a_script(path: Path) -> None:
    source = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert WORDS.findall(source) == []
