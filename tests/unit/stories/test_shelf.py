"""Stories may be edited while the program runs."""

from __future__ import annotations

from dashboard.stories import Shelf, find_story
from tests.unit.stories.conftest import GOOD, Folder


def shelf_of(folder: Folder) -> Shelf:
    return Shelf(folder.path, folder.catalogue, check_seconds=0)


def titles(shelf: Shelf, folder: Folder, language: str = "en") -> list[str]:
    return [story.title for story in shelf.stories(folder.dataset, 1).told_in(language)]


def test_a_change_shows_at_the_next_look_and_gets_a_new_number(folder: Folder) -> None:
    shelf = shelf_of(folder)
    before = shelf.stories(folder.dataset, 1)
    assert shelf.stories(folder.dataset, 1) is before
    folder.replace("A story", "Another story, longer")
    after = shelf.stories(folder.dataset, 1)
    assert after.number > before.number
    assert titles(shelf, folder) == ["Another story, longer"]


def test_a_story_that_has_become_bad_stays_as_it_last_was(folder: Folder) -> None:
    shelf = shelf_of(folder)
    shelf.stories(folder.dataset, 1)
    folder.write("nonsense")
    assert titles(shelf, folder) == ["A story"]
    assert {problem.file for problem in shelf.stories(folder.dataset, 1).problems} == {"main.en.md"}


def test_where_no_file_is_good_the_story_is_made_from_the_data(folder: Folder) -> None:
    folder.write("nonsense")
    story = find_story(folder.path, folder.dataset, folder.catalogue, "en")
    assert story.title == folder.catalogue.texts("en")("stories-auto-title")
    assert find_story(folder.path, folder.dataset, folder.catalogue, "ja").title == "A story"
    assert titles(shelf_of(folder), folder) == [story.title]


def test_further_stories_stand_after_the_main_one(folder: Folder) -> None:
    for code in ("ja", "en"):
        folder.write(GOOD.replace("A story", "An aside"), f"aside.{code}.md")
    assert titles(shelf_of(folder), folder) == ["A story", "An aside"]
