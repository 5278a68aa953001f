"""A language written from right to left can be added as a folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dashboard.i18n import load_catalogue
from dashboard.settings import ROOT, Settings
from tests.program import create_app

STYLES = sorted((ROOT / "assets" / "css").rglob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)(?![\w-])"
    r"|(?<![\w-])(?:left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)


def rules(path: Path) -> list[tuple[str, str]]:
    """Selector and declarations of every innermost rule."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"([^{}]+)\{([^{}]*)\}", text)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_speak_of_start_and_end_and_not_of_left_and_right(path: Path) -> None:
    """Except where the rule itself says that it stays left to right in every language."""
    found = [
        (selector.strip(), match.group())
        for selector, body in rules(path)
        if (match := PHYSICAL.search(body)) and "direction: ltr" not in body
    ]
    assert found == []


def test_pictures_that_have_an_east_stay_left_to_right() -> None:
    kept = [selector for path in STYLES for selector, body in rules(path) if "direction: ltr" in body]
    assert any(".map-stage" in selector for selector in kept)


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue with one more folder: English texts, called Arabic, from right to left."""
    folder = tmp_path_factory.mktemp("locales")
    for each in (ROOT / "content" / "languages").iterdir():
        shutil.copytree(each, folder / each.name)
    shutil.copytree(ROOT / "content" / "languages" / "en", folder / "ar")
    language = folder / "ar" / "language.toml"
    text = language.read_text(encoding="utf-8").replace('"ltr"', '"rtl"').replace('"English"', '"العربية"')
    language.write_text(re.sub(r"order = \d+", "order = 9", text), encoding="utf-8")
    return folder


def test_a_language_is_added_as_a_folder(locales: Path) -> None:
    catalogue = load_catalogue(locales)
    assert [language.code for language in catalogue.languages] == ["ja", "en", "ar"]
    assert catalogue.texts("ar").language.direction == "rtl"


def test_every_page_of_a_right_to_left_language_says_so(
    locales: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callbacks.program.load_catalogue", lambda: load_catalogue(locales))
    tables = ROOT / "content" / "tables"
    client = create_app(Settings(tables=tables, state=tmp_path)).test_client()
    body = client.get("/ar/").text
    assert '<html lang="ar" dir="rtl"' in body
    assert 'hreflang="ar"' in client.get("/en/").text
