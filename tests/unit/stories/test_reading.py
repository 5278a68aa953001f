"""Files of stories become stories, or all of their problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset
from dashboard.stories import (
    StoryProblem,
    StoryProblemCode,
    describe_story_problem,
    read_stories,
    write_story_report,
)
from tests.unit.stories.conftest import GOOD, Folder

SHIPPED = Path(__file__).parents[3] / "content" / "stories"
Code = StoryProblemCode


def test_a_good_file_gives_its_stops_in_order(folder: Folder) -> None:
    story = folder.read().find("main", "en")
    assert story is not None
    assert (story.title, story.summary) == ("A story", "What it tells.")
    first, second = story.stops
    assert (first.title, first.text, first.show, first.notes) == ("The first stop", "One sentence.", "map", "")
    assert (second.title, second.text, second.show, second.notes) == (
        "The second stop",
        "Another sentence.",
        "both",
        "Say this.",
    )


def test_a_folder_that_is_not_there_has_neither_stories_nor_problems(small: Dataset, catalogue: Catalogue) -> None:
    reading = read_stories(Path("/nowhere/at/all"), small, catalogue)
    assert (reading.stories, reading.problems) == ((), ())


def test_settings_may_be_written_with_ids_with_names_and_in_japanese(folder: Folder) -> None:
    home = folder.dataset.of_kind(folder.dataset.entities[0].kind)[0]
    name = home.names["ja"]
    for line in (f"select: {home.id}", f"select: {name}", f"選択：{name}"):
        folder.write(GOOD)
        folder.replace("show: map", f"{line}\n表示：つながり図")
        story = folder.read().find("main", "en")
        assert story is not None, folder.read().problems
        assert (story.stops[0].select, story.stops[0].show) == (home.id, "network")


def test_lines_of_a_paragraph_run_on_as_each_script_wants_it(folder: Folder) -> None:
    folder.replace("One sentence.", "One\nsentence.")
    folder.replace("One sentence.", "ひとつの\n文です。", "main.ja.md")
    reading = folder.read()
    assert [story.stops[0].text for story in reading.stories] == ["ひとつの文です。", "One sentence."]


def test_a_story_saved_by_a_spreadsheet_or_an_old_editor_is_read(folder: Folder) -> None:
    text = GOOD.replace("One sentence.", "ひとつの文です。")
    for encoding in ("utf-8-sig", "cp932", "utf-16"):
        folder.write(text.encode(encoding), "main.ja.md")
        story = folder.read().find("main", "ja")
        assert story is not None, encoding
        assert story.stops[0].text == "ひとつの文です。"


def test_all_problems_of_all_files_are_told_at_once_with_their_lines(folder: Folder) -> None:
    folder.write(
        """---
title: A story
author: me
---
Too early.

## A stop
select: nowhere
shwo: map
show: map
show: map
tie:
frame: here

## """
        + "\n\n## Last\nshow: film\nframe: 10, 20, 5, 30\n\nText."
    )
    folder.write(GOOD, "Main Story.md").write(GOOD, "main.fr.md").write(b"\xff\xfe\xff", "other.ja.md")
    assert folder.problems() == [
        ("Main Story.md", None, Code.WRONG_FILE_NAME),
        ("main.en.md", 1, Code.MISSING_FRONT_VALUE),
        ("main.en.md", 3, Code.UNKNOWN_FRONT_KEY),
        ("main.en.md", 5, Code.TEXT_BEFORE_STOPS),
        ("main.en.md", 7, Code.MISSING_TEXT),
        ("main.en.md", 8, Code.UNKNOWN_NAME),
        ("main.en.md", 9, Code.UNKNOWN_SETTING),
        ("main.en.md", 11, Code.REPEATED_SETTING),
        ("main.en.md", 12, Code.EMPTY_SETTING),
        ("main.en.md", 13, Code.NOT_A_FRAME),
        ("main.en.md", 15, Code.MISSING_TITLE),
        ("main.en.md", 15, Code.MISSING_TEXT),
        ("main.en.md", 18, Code.NOT_A_CHOICE),
        ("main.en.md", 19, Code.FRAME_OUT_OF_RANGE),
        ("main.fr.md", None, Code.UNKNOWN_LANGUAGE),
        ("other.ja.md", 1, Code.WRONG_ENCODING),
    ]
    assert [(each.file, each.code) for each in folder.read().warnings] == [("other.ja.md", Code.MISSING_TRANSLATION)]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, Code.MISSING_FRONT_MATTER),
        (GOOD.replace("---\n", ""), 1, Code.MISSING_FRONT_MATTER),
        (GOOD.replace("title: A story", "title: a: b"), 2, Code.BROKEN_FRONT_MATTER),
        ("---\ntitle: never closed", 1, Code.BROKEN_FRONT_MATTER),
        ("---\ntitle: A\nsummary: B\n---\n", None, Code.NO_STOPS),
        (GOOD.replace("show: map", "takeaway: yes"), 6, Code.TAKEAWAY_NOT_LAST),
        (GOOD.replace("The first stop", "long " * 40), 6, Code.LONG_TITLE),
        (GOOD.replace("One sentence.", "long " * 90), 6, Code.LONG_TEXT),
        (GOOD.partition("## The second")[0], None, Code.UNEQUAL_STOPS),
    ],
)
def test_what_is_wrong_with_a_file_is_found_where_it_stands(
    folder: Folder, text: str, line: int | None, code: Code
) -> None:
    folder.write(text)
    found = folder.problems()
    assert (code in [each[2] for each in found]) and all(each[0] == "main.en.md" for each in found)
    assert ("main.en.md", line, code) in [*found, *((each[0], None, each[2]) for each in found if line is None)]


def test_an_invisible_character_is_told_with_its_line_and_the_lines_are_those_of_an_editor(
    folder: Folder, texts: Texts
) -> None:
    folder.replace("One sentence.", "One\u2028sentence.\u202e")
    folder.replace("Another sentence.", "Another\u200b sentence.")
    line = GOOD.splitlines().index("One sentence.") + 1
    later = GOOD.splitlines().index("Another sentence.") + 1
    told = [(problem.line, describe_story_problem(problem, texts)) for problem in folder.read().problems]
    assert [place for place, _ in told] == [line, line, later]
    assert "U+2028 LINE SEPARATOR" in told[0][1].what and told[0][1].typed == "One⟨U+2028⟩sentence.⟨U+202E⟩"
    assert folder.read().find("main", "en") is None


def test_a_story_in_one_language_is_told_and_says_which_file_is_missing(folder: Folder) -> None:
    (folder.path / "main.ja.md").unlink()
    reading = folder.read()
    (warning,) = reading.warnings
    assert (warning.code, dict(warning.details)["expected"]) == (Code.MISSING_TRANSLATION, "main.ja.md")
    assert reading.problems == ()
    assert reading.find("main", "en") is not None


@pytest.mark.parametrize(
    ("name", "sentence"), [("main.ja.md", "交" * 81 + "。"), ("main.en.md", "word " * 36 + "end.")]
)
def test_a_sentence_that_is_long_to_listen_to_is_flagged_and_told_all_the_same(
    folder: Folder, name: str, sentence: str
) -> None:
    folder.replace("One sentence.", sentence, name)
    reading = folder.read()
    assert [(each.file, each.line, each.code) for each in reading.warnings] == [(name, 6, Code.LONG_SENTENCE)]
    assert reading.warnings[0].value == sentence
    assert reading.problems == ()
    assert len(reading.stories) == 2


def test_two_sentences_that_are_long_only_together_are_not_flagged(folder: Folder) -> None:
    folder.replace("One sentence.", ("交" * 50 + "。") * 2, "main.ja.md")
    assert (folder.read().problems, folder.read().warnings) == ((), ())


def test_what_may_be_written_is_offered_in_the_readers_words_and_each_of_them_is_understood(
    folder: Folder, catalogue: Catalogue
) -> None:
    wrong = (
        "nothing: map",
        "show: film",
        "takeaway: maybe",
        "home: nowhere",
        "tie: none",
        "theme: none",
        "select: none",
    )
    for line in wrong:
        folder.write(GOOD).replace("show: map", line)
        (problem,) = folder.read().problems
        name = line.partition(":")[0]
        for language in catalogue.languages:
            texts = catalogue.texts(language.code)
            offered = [choice.get(language.code, choice[""]) for choice in problem.choices]
            assert all(word in describe_story_problem(problem, texts).expected for word in offered[:12])
            if language.code == "ja":
                assert not any(word.isascii() for word in offered[:2]), line
            for word in offered:
                folder.write(GOOD).replace("show: map", f"{word}: map" if name == "nothing" else f"{name}: {word}")
                assert word not in [each.value for each in folder.read().problems], word


def test_a_misspelt_japanese_word_gets_the_japanese_word_that_was_meant(folder: Folder) -> None:
    folder.replace("show: map", "表示: つながり地図")
    (problem,) = folder.read().problems
    assert dict(problem.details)["suggestion"] == "つながり図"


def test_a_misspelt_name_gets_the_name_that_was_meant(folder: Folder) -> None:
    home = next(entity for entity in folder.dataset.entities if entity.kind == "home")
    folder.replace("show: map", f"select: {home.id[:-1]}q")
    (problem,) = folder.read().problems
    assert problem.value == f"{home.id[:-1]}q"
    assert dict(problem.details)["suggestion"] == home.id


@pytest.mark.parametrize("code", list(Code))
def test_every_problem_says_in_each_language_where_what_was_expected_and_how_to_mend_it(
    code: Code, texts: Texts
) -> None:
    names = "reason language expected stops others other name most setting character position"
    details = dict.fromkeys(names.split(), "1")
    problem = StoryProblem(file="main.en.md", code=code, line=3, value="typed", details=tuple(details.items()))
    said = describe_story_problem(problem, texts)
    assert all((said.where, said.what, said.expected, said.repair))
    assert "typed" in said.line
    assert said.repair in write_story_report([problem], texts)


def test_the_shipped_stories_are_in_order_and_tell_the_same_in_both_languages(
    content: Dataset, catalogue: Catalogue
) -> None:
    reading = read_stories(SHIPPED, content, catalogue)
    assert reading.problems == ()
    japanese, english = reading.stories
    assert (japanese.language, english.language) == ("ja", "en")
    shown = [[stop.model_dump(exclude={"title", "text", "notes"}) for stop in each.stops] for each in reading.stories]
    assert shown[0] == shown[1]
    assert 10 <= len(japanese.stops) <= 12
    assert japanese.stops[-1].is_takeaway
    for stop in (*japanese.stops, *english.stops):
        assert 3 <= len(stop.notes.splitlines()) <= 6, stop.title


def test_the_shipped_story_calls_only_one_partner_a_sister_city_and_admits_the_gaps(
    content: Dataset, catalogue: Catalogue
) -> None:
    english = read_stories(SHIPPED, content, catalogue).find("main", "en")
    assert english is not None
    sister = [stop.select for stop in english.stops if "sister city" in (stop.title + stop.text).lower()]
    assert sister == ["central-highlands"]
    told = " ".join(stop.text for stop in english.stops)
    assert "six" in told and "seven" in told and "not say what is done" in told


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_holds_it_gives_a_story_or_problems_and_never_an_error(folder: Folder, text: str) -> None:
    folder.write(text)
    reading = folder.read()
    assert reading.find("main", "en") is not None or any(each.file == "main.en.md" for each in reading.problems)
