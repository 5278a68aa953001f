"""The kiosk's page as the server sends it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from dashboard.settings import read_settings
from layouts.card.content import welcome
from layouts.context import Page
from layouts.front_end import FrontEnd
from layouts.kiosk.attract import compute_slides, first_sentence
from layouts.kiosk.index import arrange_keys
from layouts.kiosk.page import kiosk


class _AnyFile(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"/static/{key}"


def make_page(dataset: Dataset, catalogue: Catalogue, language: str = "ja", public_url: str = "") -> Page:
    return Page(
        dataset=dataset,
        catalogue=catalogue,
        texts=catalogue.texts(language),
        front_end=FrontEnd.model_construct(files=_AnyFile(), inline={}),
        mode="kiosk",
        suffix="kiosk",
        public_url=public_url,
        closed=True,
    )


def render(page: Page, **settings: str) -> str:
    return kiosk(page, read_settings(settings), "e1")


def test_an_empty_data_set_gives_a_page_and_no_slides(catalogue: Catalogue) -> None:
    page = make_page(Dataset(), catalogue)
    assert compute_slides(page, catalogue.languages) == []
    assert 'data-mode="kiosk"' in render(page)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_address_leads_out_of_the_page(language: str, content: Dataset, catalogue: Catalogue) -> None:
    html = render(make_page(content, catalogue, language, "https://kakehashi.example.jp"))
    assert set(re.findall(r'<(?:a|area|form)\b[^>]*?(?:href|action)="([^"?]*)', html)) == {""}
    assert not re.search(r'(?:href|src|action)="(?:https?:|tel:|mailto:)', html)


def test_there_is_one_slide_a_partner_with_a_sentence_in_every_language(content: Dataset, catalogue: Catalogue) -> None:
    slides = compute_slides(make_page(content, catalogue), catalogue.languages)
    assert len(slides) == 8
    for slide in slides:
        sentences = slide["sentences"]
        assert isinstance(sentences, dict)
        assert set(sentences) == {language.code for language in catalogue.languages}
        assert all(sentences.values())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("一つ目の文です。二つ目です。", "一つ目の文です。"),
        ("It is in Russia. The page names no activity.", "It is in Russia."),
        ("z. B. ein Land. Noch eins.", "z. B. ein Land."),
        ("Only one", "Only one"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_with_its_full_stop(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_codes_for_phones_are_there_only_with_a_public_address(content: Dataset, catalogue: Catalogue) -> None:
    assert '"codes":{}' in render(make_page(content, catalogue))
    assert (
        '"nepal":"'
        in render(make_page(content, catalogue, public_url="https://kakehashi.example.jp/")).partition('"codes"')[2]
    )


def test_the_measures_of_the_screen_are_those_of_the_settings(content: Dataset, catalogue: Catalogue) -> None:
    html = render(
        make_page(content, catalogue),
        KAKEHASHI_SCREEN_WIDTH="3840",
        KAKEHASHI_SCREEN_HEIGHT="2160",
        KAKEHASHI_SCREEN_INCH="43",
    )
    assert "--target:81px" in html


def test_the_settings_of_an_example_installation_can_be_read() -> None:
    example = Path(__file__).parents[3] / "deploy" / "kiosk" / "kakehashi.env"
    lines = (
        line.partition("=") for line in example.read_text(encoding="utf-8").splitlines() if re.match("[A-Z]", line)
    )
    settings = read_settings({name: value for name, _, value in lines})
    assert (settings.screen_inch, settings.kiosk_languages, settings.usage) == (32, "ja,en", True)


def test_the_welcome_says_what_a_touch_does_and_only_on_the_touch_screen(
    content: Dataset, catalogue: Catalogue
) -> None:
    page = make_page(content, catalogue)
    assert "welcome-touch" in str(welcome(page))
    assert "welcome-touch" not in str(welcome(dataclasses.replace(page, closed=False)))


@pytest.mark.parametrize("letters", range(1, 60))
def test_letters_fill_their_rows(letters: int) -> None:
    columns, first = arrange_keys(letters)
    assert columns <= 13
    assert first >= 2
    assert (letters + first) % columns == 0


def test_no_browser_offers_to_translate_the_page(content: Dataset, catalogue: Catalogue) -> None:
    html = render(make_page(content, catalogue))
    assert re.search(r'<html[^>]* translate="no"', html)
    assert '<meta name="google" content="notranslate">' in html


@pytest.mark.parametrize(
    ("screen", "lies_low"),
    [
        ({"width": "3840", "height": "2160", "inch": "55"}, True),
        ({"width": "3840", "height": "2160", "inch": "43"}, False),
        ({"width": "2160", "height": "3840", "inch": "55"}, False),
        ({"width": "1920", "height": "1080", "inch": "32", "low": "true"}, True),
        ({"width": "3840", "height": "2160", "inch": "55", "low": "false"}, False),
    ],
)
def test_what_is_touched_lies_low_on_wide_screens_above_43_inches_or_as_it_was_set(
    content: Dataset, catalogue: Catalogue, screen: dict[str, str], lies_low: bool
) -> None:
    settings = {f"KAKEHASHI_SCREEN_{name.upper()}": value for name, value in screen.items()}
    assert ("data-low" in render(make_page(content, catalogue), **settings).partition("<head")[0]) is lies_low
