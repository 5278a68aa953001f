"""Stories, sheets and files that the tests of exporters look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dashboard.exports.sheets.stop import Binder, Imprint
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset
from dashboard.stories import Stop, Story, find_story
from tests.unit.exports.read_back import PUBLIC_URL, Bound, PptxFile, read_pptx, render

STORIES = Path(__file__).parents[3] / "content" / "stories"
JAPAN = (129.0, 30.0, 147.0, 45.0)


def tell(language: str) -> Story:
    """One stop of each kind, on the content's data set."""
    stops = (
        Stop(title="Everything <&>", text="The whole network.", notes="Say **hello**.\n\n- one\n- two"),
        Stop(title="Ishikawa", text="One home.", select="ishikawa", show="map"),
        Stop(title="A tie", text="One tie.", select="ichinoseki-central-highlands", show="network"),
        Stop(title="Filtered", text="Support only.", tie=("support",)),
        Stop(title="Japan", text="Nearer.", show="map", frame=JAPAN),
        Stop(title="Contact", text="Take it along.", is_takeaway=True),
    )
    return Story(id="told", language=language, title="Told", summary="In short.", stops=stops)


@pytest.fixture
def story(texts: Texts) -> Story:
    return tell(texts.language.code)


@pytest.fixture(scope="session")
def bind(content: Dataset, catalogue: Catalogue) -> Callable[[str, str], Bound]:
    """The sheets of a story in a language, made once; "told" is the story above, "main" the one that is shipped."""

    @cache
    def make(name: str, language: str) -> Bound:
        story = tell(language) if name == "told" else find_story(STORIES, content, catalogue, language)
        binder = Binder(content, catalogue.texts(language), Imprint(public_url=PUBLIC_URL))
        return Bound(binder, story, binder.bind(story))

    return make


@pytest.fixture
def told(bind: Callable[[str, str], Bound], texts: Texts) -> Bound:
    return bind("told", texts.language.code)


@pytest.fixture
def shipped(bind: Callable[[str, str], Bound], texts: Texts) -> Bound:
    return bind("main", texts.language.code)


@pytest.fixture(params=["told", "main"])
def bound(request: pytest.FixtureRequest, bind: Callable[[str, str], Bound], texts: Texts) -> Bound:
    return bind(request.param, texts.language.code)


@pytest.fixture(scope="session")
def told_slides(content: Dataset, catalogue: Catalogue) -> Callable[[str], bytes]:
    """The slides of the story above in a language, made once."""

    @cache
    def make(language: str) -> bytes:
        return render("pptx", content, catalogue.texts(language), tell(language))

    return make


@pytest.fixture(scope="session")
def shipped_slides(content: Dataset, catalogue: Catalogue) -> Callable[[str], bytes]:
    """The slides of the story that is shipped, made once."""

    @cache
    def make(language: str) -> bytes:
        story = find_story(STORIES, content, catalogue, language)
        return render("pptx", content, catalogue.texts(language), story, public_url=PUBLIC_URL)

    return make


@pytest.fixture
def package(told_slides: Callable[[str], bytes], texts: Texts) -> bytes:
    return told_slides(texts.language.code)


@pytest.fixture
def pptx(package: bytes) -> PptxFile:
    return read_pptx(package)


@pytest.fixture
def shipped_pptx(shipped_slides: Callable[[str], bytes], texts: Texts) -> PptxFile:
    return read_pptx(shipped_slides(texts.language.code))
