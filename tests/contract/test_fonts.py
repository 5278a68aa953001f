"""Whatever the content says, the fonts that are shipped can set it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from assets.build.characters import content_characters
from assets.build.fonts import FONTS
from assets.build.publish import STATIC
from dashboard.editions import Edition
from dashboard.i18n import Language, load_catalogue
from dashboard.settings import ROOT
from dashboard.stories import read_stories
from dashboard.tables import read_dataset
from layouts.front_end import read_front_end
from layouts.more_fonts import choose_more_fonts

SHOWN_ONLY_IN_CODE = set("\ufeff")
BLANKS = {" ", "\u00a0", "\u3000"}


def together(fonts: dict[str, set[str]], beginning: str) -> set[str]:
    """The characters of all fonts whose names begin so."""
    return set().union(*(characters for name, characters in fonts.items() if name.startswith(beginning)))


def shipped() -> dict[str, set[str]]:
    """The characters of each font that was built, by its name."""
    files = read_front_end().files
    paths = {name: STATIC / Path(files[name]).name for name, *_ in FONTS if name in files}
    return {name: {chr(code) for code in TTFont(path).getBestCmap()} for name, path in paths.items()}


@pytest.fixture(scope="module")
def fonts() -> dict[str, set[str]]:
    return shipped()


@pytest.fixture(scope="module")
def languages() -> tuple[Language, ...]:
    return load_catalogue().languages


@pytest.fixture(scope="module")
def edition() -> Edition:
    content = read_dataset(ROOT / "content" / "tables").dataset
    assert content is not None
    stories = read_stories(ROOT / "content" / "stories", content, load_catalogue()).stories
    return Edition("content", content, stories)


def test_every_character_of_the_content_is_in_a_shipped_font(fonts: dict[str, set[str]]) -> None:
    lacking = content_characters() - SHOWN_ONLY_IN_CODE - set().union(*fonts.values())
    assert sorted(lacking) == []


def test_latin_letters_and_kana_are_set_in_the_face_of_the_pages(fonts: dict[str, set[str]]) -> None:
    letters = {char for char in content_characters() if re.match(r"[A-Za-z0-9\u3041-\u3096\u30a1-\u30fa]", char)}
    assert letters <= together(fonts, "font-regular-")


def test_whatever_is_set_bold_is_in_the_bold_font(fonts: dict[str, set[str]], catalogue_words: set[str]) -> None:
    others = set().union(*(fonts[name] for name in fonts if not name.startswith(("font-regular-", "font-bold-"))))
    assert catalogue_words <= together(fonts, "font-bold-") | others


@pytest.mark.parametrize("weight", ["font-regular-", "font-bold-"])
def test_no_character_is_in_two_files_of_a_weight(fonts: dict[str, set[str]], weight: str) -> None:
    own = [characters - BLANKS for name, characters in fonts.items() if name.startswith(weight)]
    assert sum(map(len, own)) == len(set().union(*own))


def test_what_english_pages_say_in_english_needs_no_japanese_letter(fonts: dict[str, set[str]]) -> None:
    texts = load_catalogue().texts("en")
    said = {char for key, gaps in texts.placeholders.items() if not gaps for char in texts(key)}
    assert {char for char in said if char >= "\u2e80"} == set()
    assert {char for char in said if char.isprintable() and char.isascii()} <= fonts["font-regular-latin"]


@pytest.mark.parametrize(("language", "most_kb"), [("en", 30), ("ja", 105)])
def test_what_is_fetched_before_the_first_paint_is_little(language: str, most_kb: int) -> None:
    addresses = read_front_end().preloads(language)
    assert addresses
    assert sum((STATIC / Path(address).name).stat().st_size for address in addresses) < most_kb * 1000


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_languages_call_themselves_is_fetched_before_the_first_paint(
    fonts: dict[str, set[str]], language: str
) -> None:
    ahead = {Path(address).name.partition(".")[0] for address in read_front_end().preloads(language)}
    endonyms = "".join(each.endonym for each in load_catalogue().languages)
    assert set(endonyms) - BLANKS <= set().union(*(fonts[name] for name in ahead if name.startswith("font-regular-")))


@pytest.fixture(scope="module")
def catalogue_words() -> set[str]:
    """The letters of names and headings that the pages set bold: entities, and what the page calls its parts."""
    dataset = read_dataset(ROOT / "content" / "tables").dataset
    assert dataset is not None
    texts = load_catalogue().texts("ja"), load_catalogue().texts("en")
    headings = [
        text(key)
        for text in texts
        for key, gaps in text.placeholders.items()
        if key.endswith(("-heading", "-title")) and not gaps
    ]
    names = [name for entity in dataset.entities for name in entity.names.values()]
    return {char for char in "".join([*headings, *names]) if not char.isspace()}


def test_a_font_holds_nothing_that_the_content_does_not_say(fonts: dict[str, set[str]]) -> None:
    """So that the first visit stays light."""
    for name, characters in fonts.items():
        strays = {char for char in characters if char.isprintable()} - content_characters()
        assert len(strays) < 20, name


def test_every_font_has_its_rule_in_the_style_sheet(fonts: dict[str, set[str]]) -> None:
    files = read_front_end().files
    styles = (STATIC / Path(files["site.css"]).name).read_text(encoding="utf-8")
    for name in fonts:
        assert f"src:url({Path(files[name]).name})" in styles
    assert styles.count("@font-face") >= len(fonts)


def test_the_licences_of_the_fonts_are_told() -> None:
    notice = (Path(__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")
    for name in ("BIZ UDPGothic", "Noto"):
        assert name in notice
    assert "Open Font License" in notice


def test_the_shipped_content_needs_no_further_fonts(edition: Edition, languages: tuple[Language, ...]) -> None:
    assert choose_more_fonts(read_front_end(), edition, languages) == ()


def test_another_town_gets_fonts_with_just_the_characters_that_the_built_ones_lack(
    edition: Edition, languages: tuple[Language, ...]
) -> None:
    first, *rest = edition.dataset.entities
    renamed = first.model_copy(update={"names": {"ja": "輪島漆器灘市", "en": "Żółkiew"}})
    dataset = edition.dataset.model_copy(update={"entities": (renamed, *rest)})
    fonts = choose_more_fonts(read_front_end(), replace(edition, dataset=dataset), languages)
    lacking = set("輪島漆器灘市Żółkiew") - set(read_front_end().built_characters)
    assert {"漆", "Ż"} <= lacking
    assert {char for font in fonts for char in font.characters} == lacking
    for font in fonts:
        held = {chr(code) for code in TTFont(BytesIO(font.cut())).getBestCmap()}
        assert held == set(font.characters)
        assert f"{font.address})" in font.rules("")
