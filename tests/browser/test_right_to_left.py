"""The explorer in a language that is written from right to left, added as nothing but a folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import ROOT, free_port, running_server
from tests.browser.test_accessibility import LOST, NOTHING_LOST

OPEN = Callable[..., Page]
READ_FROM = """
from pathlib import Path
from dashboard.i18n import load_catalogue
import callbacks.program
callbacks.program.load_catalogue = lambda: load_catalogue(Path({folder!r}))
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose catalogue has English texts once more, called Arabic, from right to left."""
    folder, port = tmp_path_factory.mktemp("rtl"), free_port()
    locales = Path(shutil.copytree(ROOT / "content" / "languages", folder / "locales"))
    shutil.copytree(locales / "en", locales / "ar")
    language = locales / "ar" / "language.toml"
    text = language.read_text(encoding="utf-8").replace('"ltr"', '"rtl"').replace('"English"', '"العربية"')
    language.write_text(re.sub(r"order = \d+", "order = 9", text), encoding="utf-8")
    settings = {"KAKEHASHI_STATE": str(folder / "state")}
    with running_server(port, settings, before=READ_FROM.format(folder=str(locales))):
        yield f"http://127.0.0.1:{port}/ar/"


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_a_right_to_left_page_is_mirrored_and_loses_nothing(visit: OPEN, address: str, screen: str) -> None:
    page = visit(f"{address}?select=fujisawa-association", screen)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert page.evaluate(LOST) == NOTHING_LOST
    shape = page.locator("#list [data-entity=nepal] .shape").first.bounding_box()
    name = page.locator("#list [data-entity=nepal] .item-name").first.bounding_box()
    assert shape is not None
    assert name is not None
    assert shape["x"] > name["x"]


def test_east_stays_on_the_right_of_the_map_in_every_language(visit: OPEN, address: str) -> None:
    page = visit(address)
    austria = page.locator('#map-stage > .picture .marker[data-mark="austria"]').bounding_box()
    ishikawa = page.locator('#map-stage > .picture .marker[data-mark="ishikawa"]').bounding_box()
    assert austria is not None
    assert ishikawa is not None
    assert austria["x"] < ishikawa["x"]
    label = page.locator('#map-stage > a.label[data-mark="austria"]').bounding_box()
    assert label is not None
    assert abs(label["x"] - austria["x"]) < 120


def test_the_network_runs_from_right_to_left_with_its_names(visit: OPEN, address: str) -> None:
    page = visit(address)
    home = page.locator('#network-stage > .picture .bar[data-mark="ichinoseki"]').first.bounding_box()
    assert home is not None
    for key in ("nepal", "luxor", "austria"):
        mark = page.locator(f'#network-stage > .picture .node[data-mark="{key}"]').bounding_box()
        name = page.locator(f'#network-stage a.label[data-mark="{key}"]').bounding_box()
        assert mark is not None
        assert name is not None
        assert mark["x"] < home["x"]
        assert 0 < mark["x"] + mark["width"] / 2 - (name["x"] + name["width"]) < 30
        assert abs(mark["y"] + mark["height"] / 2 - name["y"] - name["height"] / 2) < 12


def test_selecting_works_from_right_to_left_too(visit: OPEN, address: str) -> None:
    page = visit(address)
    page.locator('#list [data-entity="nepal"] > a').click()
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/ar/\?select=nepal$"))


def test_the_page_of_a_thing_is_mirrored_and_loses_nothing(visit: OPEN, address: str) -> None:
    page = visit(f"{address}card/fujisawa-association/", "phone", settled=False)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.evaluate(LOST) == NOTHING_LOST
    before = page.locator(".card-page-neighbours [rel=prev] .step-name").bounding_box()
    after = page.locator(".card-page-neighbours [rel=next] .step-name").bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] < before["x"]
