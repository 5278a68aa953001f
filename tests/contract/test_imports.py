"""The house is kept in order: rooms import downwards, ids stand in one place, files are named after things."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from layouts.ids import Controls

ROOMS = ("dashboard", "geodata", "layouts", "callbacks")
HOUSE = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_rooms_import_downwards_only() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [path for path in HOUSE if path.parts[-2] != "recipe"], ids=name_of)
def test_what_is_true_knows_no_web_framework(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    forbidden = {"dashboard": ("dash", "dash_mantine_components", "flask"), "geodata": ("dash", "flask", "dashboard")}
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops.isdisjoint(forbidden.get(room, ()))


@pytest.mark.parametrize("path", sorted((ROOT / "dashboard" / "model").glob("*.py")), ids=name_of)
def test_records_stand_on_the_standard_library_and_pydantic(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    inside = {name for name in imports(path) if name.startswith("dashboard") and not name.startswith("dashboard.model")}
    assert tops <= sys.stdlib_module_names | {"pydantic", "pydantic_core", "dashboard"}
    assert inside == set()


def test_a_start_loads_nothing_that_only_makers_and_menus_need() -> None:
    heavy = ("numpy", "shapely", "pyproj", "geopandas", "networkx", "fontTools", "dash_mantine_components")
    asked = f"import sys, callbacks.program; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_ids_of_components_stand_in_one_place() -> None:
    ids = {control.value for control in Controls}
    elsewhere = {
        (name_of(path), node.value)
        for path in HOUSE
        if path.name != "ids.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ids - {"share"}
        # Keys of the catalogue may read like an id; they are asked for, not given.
        if not any(node in call.args for call in calls(path))
    }
    assert {each for each in elsewhere if not each[1].startswith(("filter-", "filters-"))} == set()
    given = {
        (name_of(path), keyword.value.value)
        for path in HOUSE
        for call in calls(path)
        for keyword in call.keywords
        if keyword.arg == "id" and isinstance(keyword.value, ast.Constant) and keyword.value.value in ids
    }
    assert given == set()


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def test_scripts_take_ids_of_components_from_the_page() -> None:
    for path in sorted((ROOT / "assets" / "js").rglob("*.js")):
        source = path.read_text(encoding="utf-8")
        for control in Controls:
            assert f'"{control.value}"' not in source, path.name


def test_one_folder_of_scripts_knows_dash_and_the_core_knows_neither_dash_nor_the_page() -> None:
    scripts = {name_of(path): path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "js").rglob("*.js")}
    knowing = {name for name, source in scripts.items() if "dash_clientside" in source or "DashRenderer" in source}
    assert knowing == {"assets/js/dash/main.js", "assets/js/dash/figures.js"}
    for name, source in scripts.items():
        if "/core/" in name:
            assert "document." not in source, name
            assert "window." not in source, name


def test_no_module_is_named_after_nothing() -> None:
    assert [
        name_of(path) for path in HOUSE if path.stem in ("utils", "util", "helpers", "common", "misc", "tools")
    ] == []


def test_functions_stay_short() -> None:
    lengths = sorted(
        node.end_lineno - node.lineno
        for path in HOUSE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    )
    assert lengths[len(lengths) // 2] < 13
