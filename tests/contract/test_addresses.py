"""Addresses in what is shipped: none leads a reader's browser away unasked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from layouts.front_end import BUILT, read_front_end

ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s\"'`)<>\\]*", re.IGNORECASE)
NAMESPACES = ("http://www.w3.org/",)  # names, which nobody fetches
SOURCES = sorted(
    path
    for folder in ("js", "css", "images")
    for path in (ROOT / "assets" / folder).rglob("*.*")
    if path.suffix != ".ico"
)
# In bundles of others: namespaces, documentation in messages, and servers that are used only when a map with tiles,
# a cloud export or a licence is asked for. The page's policy forbids to fetch any of them.
OTHERS = (
    "react.js",
    "react-dom.js",
    "prop-types.js",
    "dash-renderer.js",
    "mantine.js",
    "plotly.js",
    "plotly-bars.js",
    "grid.js",
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_file_of_ours_names_an_address_outside(path: Path) -> None:
    found = [each for each in ADDRESS.findall(path.read_text(encoding="utf-8")) if not each.startswith(NAMESPACES)]
    assert found == []


def test_no_built_file_of_ours_names_an_address_outside() -> None:
    for name, url in read_front_end().files.items():
        path = BUILT / url.removeprefix("/")
        if name in OTHERS or path.suffix not in (".js", ".css", ".svg"):
            continue
        found = [each for each in ADDRESS.findall(path.read_text(encoding="utf-8")) if not each.startswith(NAMESPACES)]
        assert found == [], name


def test_style_sheets_fetch_nothing_but_what_is_built() -> None:
    for name, url in read_front_end().files.items():
        if name.endswith(".css"):
            styles = (BUILT / "static" / Path(url).name).read_text(encoding="utf-8")
            for each in re.findall(r"url\(\"?([^)\"]+)", styles):
                assert each.startswith(("#", "data:")) or (BUILT / "static" / each).is_file(), each


def test_scripts_of_ours_never_turn_text_into_code_or_markup() -> None:
    for path in sorted((ROOT / "assets" / "js").rglob("*.js")):
        source = path.read_text(encoding="utf-8")
        for danger in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert danger not in source, (path.name, danger)


def test_nothing_is_kept_in_the_browser_beyond_its_window() -> None:
    for path in sorted((ROOT / "assets" / "js").rglob("*.js")):
        source = path.read_text(encoding="utf-8")
        assert "localStorage" not in source
        assert "document.cookie" not in source
        assert "indexedDB" not in source
