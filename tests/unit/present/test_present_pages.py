"""The pages of a story: each whole, each made of the data and the story alone."""

from __future__ import annotations

import json
import re

import pytest

from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from dashboard.stories import Story, make_story
from layouts.context import Page
from layouts.fixed_parts import paint_fixed_parts
from layouts.front_end import FrontEnd
from layouts.present.deck import Deck, build_deck
from layouts.present.page import notes_page, print_page, stage_page


class _AnyFile(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"/static/{key}"


def make_deck(dataset: Dataset, catalogue: Catalogue, story: Story | None = None) -> Deck:
    front_end = FrontEnd.model_construct(files=_AnyFile(), inline=_AnyFile())
    page = Page(dataset=dataset, catalogue=catalogue, texts=catalogue.texts("ja"), front_end=front_end)
    return build_deck(page, story or make_story(dataset, page.texts), paint_fixed_parts(page))


@pytest.fixture(scope="module")
def deck(content: Dataset, catalogue: Catalogue) -> Deck:
    return make_deck(content, catalogue)


def told(html: str) -> dict[str, object]:
    block = re.findall(r'<script type="application/json" id="deck">(.*?)</script>', html)[0]
    found: dict[str, object] = json.loads(block)
    return found


def test_paper_holds_every_stop_with_its_pictures_drawn(deck: Deck) -> None:
    html = print_page(deck)
    shows = [showing.stop.show for showing in deck.showings if not showing.stop.is_takeaway]
    assert html.count("<section") >= len(deck.showings)
    assert len(re.findall(r'<svg class="picture network-picture"', html)) == sum(show != "map" for show in shows)
    assert "&lt;" not in html
    assert "is-selected" in html
    assert "is-named" in html


def test_stage_and_speakers_window_hold_each_picture_once_and_the_words_of_every_stop(deck: Deck) -> None:
    for html in (stage_page(deck, [deck.story]), notes_page(deck, [deck.story])):
        assert len(re.findall(r'<svg class="picture network-picture"', html)) == 1
        assert html.count('<template data-words="') == len(deck.showings)
        assert "&lt;" not in html.partition('id="deck"')[0]


def test_the_same_data_and_story_give_the_same_bytes(content: Dataset, catalogue: Catalogue, deck: Deck) -> None:
    again = make_deck(content, catalogue)
    assert stage_page(again, [again.story]) == stage_page(deck, [deck.story])
    assert print_page(again) == print_page(deck)


def test_the_pages_of_every_story_are_told_by_their_addresses(deck: Deck) -> None:
    other = deck.story.model_copy(update={"id": "short"})
    assert told(stage_page(deck, [deck.story, other]))["pages"] == {
        "main": {"stage": "/ja/present", "notes": "/ja/present/main/notes", "print": "/ja/present/main/print"},
        "short": {"stage": "/ja/present/short", "notes": "/ja/present/short/notes", "print": "/ja/present/short/print"},
    }


def test_a_data_set_without_anything_still_gives_all_three_pages(catalogue: Catalogue) -> None:
    empty = make_deck(Dataset(), catalogue)
    for html in (stage_page(empty, [empty.story]), notes_page(empty, [empty.story]), print_page(empty)):
        assert 'data-mode="present"' in html
