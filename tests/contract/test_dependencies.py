"""What is installed with the program is what it imports, has its reason, and is named with its licence."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions

import pytest

from dashboard.settings import ROOT

ROOMS = ("app.py", "assets/build", "callbacks", "dashboard", "geodata", "layouts")
REBUILT_BY_HAND = ROOT / "geodata" / "recipe"  # has dependencies of its own
PARTS_OF = {"pydantic-core": "pydantic", "fluent-syntax": "fluent-runtime"}
DESCRIBED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
FAMILIES = ("MIT", "BSD", "Apache", "MPL", "PSF", "ZPL")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name.strip(), maxsplit=1)[0]).lower()


DECLARED = {normal(line) for line in DESCRIBED}
PINNED = {
    normal(line)
    for line in (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    if "==" in line
}


def find_imports() -> Iterator[str]:
    """Distributions that are imported anywhere in the program."""
    owners = packages_distributions()
    for room in ROOMS:
        path = ROOT / room
        for file in [path] if path.is_file() else path.rglob("*.py"):
            if REBUILT_BY_HAND in file.parents:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                for name in {each.partition(".")[0] for each in names} - set(sys.stdlib_module_names):
                    found = [PARTS_OF.get(normal(owner), normal(owner)) for owner in owners.get(name, ())]
                    yield from dict.fromkeys(found)


def test_the_program_needs_what_it_imports_and_nothing_else() -> None:
    assert set(find_imports()) == DECLARED


def test_every_package_has_its_reason() -> None:
    told = (ROOT / "docs" / "decisions" / "0104-dependencies.md").read_text(encoding="utf-8")
    reasons = re.findall(r"^\| ([^|(]+?)(?: \([^|]*\))? \| \S[^|]+ \|$", told, re.MULTILINE)
    assert {normal(name) for line in reasons for name in line.split(",")} >= DECLARED


@cache
def installed(name: str) -> Distribution | None:
    """None for a package that another system or Python needs."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def test_nothing_is_installed_that_no_package_of_the_program_needs() -> None:
    needed, waiting = set[str](), list(DECLARED)
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        needed.add(name)
        found = installed(name)
        waiting += [normal(line) for line in (found.requires if found else None) or () if "extra ==" not in line]
    assert PINNED - needed == set()
    assert set() == DECLARED - PINNED


def notices() -> dict[str, str]:
    """Licences of Python packages as NOTICE has them, by the names of the packages."""
    section = NOTICE.partition("\nPython packages\n")[2]
    return {normal(line.split()[0]): line.split()[1] for line in re.findall(r"^  (\S+ +\S+)$", section, re.MULTILINE)}


def test_every_package_of_python_is_named_with_its_licence() -> None:
    assert set(notices()) == PINNED


@pytest.mark.parametrize("name", sorted(PINNED))
def test_the_licence_that_is_named_is_the_one_that_the_package_states(name: str) -> None:
    found = installed(name)
    if found is None:
        return  # not on this system
    about = found.metadata
    stated = " ".join(
        [about.get("License-Expression") or "", about.get("License") or "", *about.get_all("Classifier", [])]
    )
    stated = re.sub("Python Software Foundation", "PSF", stated)
    assert re.match(r"[A-Za-z]+", notices()[name])[0] in FAMILIES  # type: ignore[index]
    assert re.match(r"[A-Za-z]+", notices()[name])[0] in stated  # type: ignore[index]


def test_every_part_of_the_front_end_is_named_with_its_licence() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for path, part in lock.items():
        if not path or part.get("dev"):
            continue
        name = path.rpartition("node_modules/")[2]
        (licence,) = re.findall(rf"^  {re.escape(name)} +(\S+)$", NOTICE, re.MULTILINE)
        assert licence == part["license"], name
