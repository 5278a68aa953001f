"""Stories and files that the tests of exporters read back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset
from dashboard.stories import Stop, Story
from tests.unit.exports.read_back import PptxFile, read_pptx, render


def tell(language: str) -> Story:
    """One stop of each kind, on the content's data set."""
    stops = (
        Stop(title="Everything <&>", text="The whole network.", notes="Say **hello**.\n\n- one\n- two"),
        Stop(title="Ishikawa", text="One home.", select="ishikawa", show="map"),
        Stop(title="A tie", text="One tie.", select="ichinoseki-central-highlands", show="network"),
        Stop(title="Filtered", text="Support only.", tie=("support",)),
        Stop(title="Japan", text="Nearer.", show="map", frame=(129.0, 30.0, 147.0, 45.0)),
        Stop(title="Contact", text="Take it along.", is_takeaway=True),
    )
    return Story(id="told", language=language, title="Told", summary="In short.", stops=stops)


@pytest.fixture
def story(texts: Texts) -> Story:
    return tell(texts.language.code)


@pytest.fixture(scope="session")
def told_slides(content: Dataset, catalogue: Catalogue) -> Callable[[str], bytes]:
    """The slides of the story above in a language, made once."""

    @cache
    def make(language: str) -> bytes:
        return render("pptx", content, catalogue.texts(language), tell(language))

    return make


@pytest.fixture
def package(told_slides: Callable[[str], bytes], texts: Texts) -> bytes:
    return told_slides(texts.language.code)


@pytest.fixture
def pptx(package: bytes) -> PptxFile:
    return read_pptx(package)
