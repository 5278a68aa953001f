"""A place in a source is told so that its readers, and their screen readers, can read it."""

from __future__ import annotations

import pytest

from dashboard.i18n import Catalogue, say_locator
from dashboard.model import Dataset

CASES = [
    (
        "Yuu no Kai/ゆうの会 caption 2 (alt text)",
        "en",
        [("Yuu no Kai/", None), ("ゆうの会", "ja"), (" caption 2 (alt text)", None)],
        [("Yuu no Kai", "en"), ("/ゆうの会 写真の説明 2（代替テキスト）", None)],
    ),
    ("Regional Exchanges ¶1", "en", [("Regional Exchanges ¶1", None)], [("Regional Exchanges", "en"), (" ¶1", None)]),
    (
        "Yuu no Kai/ゆうの会 ¶1, caption 2",
        "en",
        [("Yuu no Kai/", None), ("ゆうの会", "ja"), (" ¶1, caption 2", None)],
        [("Yuu no Kai", "en"), ("/ゆうの会 ¶1, 写真の説明 2", None)],
    ),
    ("経緯 (history)", "ja", [("経緯", "ja"), (" (history)", None)], [("経緯", None)]),
    ("要点 (1) (outline)", "ja", [("要点 (1)", "ja"), (" (outline)", None)], [("要点 (1)", None)]),
    ("article", "ko", [("article", None)], [("記事", None)]),
    ("Opening ¶1", "en", [("opening ¶1", None)], [("はじめの段落 ¶1", None)]),
    ("1. Giới thiệu", "vi", [("1. Giới thiệu", "vi")], [("1. Giới thiệu", "vi")]),
    ("Emerald, AU (Queensland)", "en", [("Emerald, AU (Queensland)", None)], [("Emerald, AU (Queensland)", "en")]),
    ("row 2, rows 5–9", "en", [("row 2, rows 5–9", None)], [("行 2, 行 5–9", None)]),
    ("Blatt row 2", "de", [("Blatt", "de"), (" row 2", None)], [("Blatt", "de"), (" 行 2", None)]),
    ("subheading", "en", [("subheading", None)], [("subheading", "en")]),
]


@pytest.mark.parametrize(("locator", "source", "english", "japanese"), CASES, ids=[case[0] for case in CASES])
def test_headings_stay_as_printed_and_say_their_language_and_our_words_are_the_reader_s(
    catalogue: Catalogue,
    locator: str,
    source: str,
    english: list[tuple[str, str | None]],
    japanese: list[tuple[str, str | None]],
) -> None:
    for code, wanted in (("en", english), ("ja", japanese)):
        assert [(run.text, run.language) for run in say_locator(locator, source, catalogue.texts(code))] == wanted


@pytest.mark.parametrize("code", ["ja", "en"])
def test_no_place_is_lost_and_no_language_stands_unmarked(content: Dataset, catalogue: Catalogue, code: str) -> None:
    cited = {entity.citation for entity in content.entities} | {tie.citation for tie in content.ties}
    cited |= {citation for gap in content.gaps for citation in gap.citations}
    for citation in cited:
        runs = say_locator(citation.locator, content.source[citation.source_key].language, catalogue.texts(code))
        assert all(run.text for run in runs)
        foreign = [run for run in runs if code == "en" and not run.text.replace("¶", "").isascii()]
        assert all(run.language for run in foreign), citation.locator
