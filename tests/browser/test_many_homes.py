"""Another municipality's network with more homes than the rails have room for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import free_port, running_server
from tests.browser.conftest import SCREENS, wait_until_settled, watch
from tests.networks import Shape, make_network

_HOMES = 9


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("many"), free_port()
    make_network(Shape(homes=_HOMES, partners=4, activities=1), folder / "tables")
    settings = {"KAKEHASHI_TABLES": str(folder / "tables"), "KAKEHASHI_STATE": str(folder / "state")}
    with running_server(port, settings):
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_a_home_is_a_line_until_something_of_it_is_selected(browser: Browser, many: str, screen: str) -> None:
    faults: list[str] = []
    context = browser.new_context(**SCREENS[screen])
    page = watch(context.new_page(), faults)
    page.goto(f"{many}/en/?pane=network")
    wait_until_settled(page)
    groups = page.locator(".network-group")
    expect(groups).to_have_count(_HOMES)
    expect(page.locator(".network-group[open]")).to_have_count(0)
    key = groups.nth(4).locator(".stage .kind-partner").first.get_attribute("data-mark")
    page.evaluate("key => Kakehashi.store.dispatch({ type: 'select', id: key })", key)
    expect(page.locator(".network-group[open]")).to_have_count(1)
    names = groups.nth(4).locator(".stage .spot.at-after .label .name")
    expect(names.first).to_be_visible()
    boxes = [box for name in names.all() if (box := name.bounding_box())]
    tops = sorted((box["y"], box["y"] + box["height"]) for box in boxes)
    assert len(tops) == 4
    assert all(above[1] <= below[0] + 1 for above, below in pairwise(tops))
    page.evaluate("Kakehashi.store.dispatch({ type: 'select', id: '' })")
    expect(page.locator(".network-group[open]")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
    assert faults == []
