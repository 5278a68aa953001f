"""The kiosk under one finger: the first touch, the views, languages, aids, and that nothing leads away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.chromium import free_port, running_server
from tests.browser.kiosk_screen import (
    LANDSCAPE,
    LARGE,
    LARGE_SCALED,
    PORTRAIT,
    TARGET_MM,
    TARGETS,
    Screen,
    begin,
    kiosk_page,
    kiosk_server,
    phase,
    selected,
    state,
    tap_item,
    touch,
    wait_until,
)
from tests.browser.stillness import wait_until_unchanged
from tests.program import share_documents

SCREENS = {"32 inch portrait": PORTRAIT, "32 inch": LANDSCAPE, "43 inch 4K": LARGE, "43 inch 4K, scaled": LARGE_SCALED}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with kiosk_server(tmp_path_factory.mktemp("state")) as served:
        yield served


@pytest.fixture
def kiosk(browser: Browser, address: str) -> Iterator[Page]:
    with kiosk_page(browser, f"{address}/ja/kiosk") as page:
        yield page


def test_at_first_there_is_the_globe_and_an_invitation_in_every_language(kiosk: Page) -> None:
    assert phase(kiosk) == "attract"
    assert kiosk.locator("#globe").is_visible()
    assert kiosk.locator("[data-begin]").all_inner_texts() == ["画面にふれてください", "Touch to start"]
    assert kiosk.locator("#attract-name").inner_text()
    assert not kiosk.locator("#list").is_visible()


def test_the_globe_turns_and_its_curve_grows(kiosk: Page) -> None:
    first, second = (_picture_after(kiosk, pause) for pause in (300, 900))
    assert first != second


def test_the_globe_is_still_for_whoever_wants_less_motion(browser: Browser, address: str) -> None:
    with kiosk_page(browser, f"{address}/ja/kiosk", reduced_motion="reduce") as page:
        drawn = wait_until_unchanged(page, lambda: _picture_after(page, 600))
        assert _picture_after(page, 1200) == drawn


def _picture_after(page: Page, pause_ms: int) -> Any:
    page.wait_for_timeout(pause_ms)
    return page.evaluate("document.getElementById('globe').toDataURL()")


def test_the_first_touch_anywhere_opens_map_list_and_card_and_selects_nothing(kiosk: Page) -> None:
    begin(kiosk)
    for view in ("map", "list", "card"):
        assert kiosk.locator(f"[data-view={view}]").is_visible()
    assert selected(kiosk) == ""
    assert not kiosk.locator("#attract").is_visible()


def test_impatient_taps_open_the_explorer_once(kiosk: Page) -> None:
    for _ in range(4):
        kiosk.touchscreen.tap(540, 20)
    assert phase(kiosk) == "explore"
    assert selected(kiosk) == ""


def test_an_invitation_opens_the_explorer_in_its_language(kiosk: Page) -> None:
    kiosk.locator("[data-begin=en]").tap()
    assert (phase(kiosk), state(kiosk)["language"]) == ("explore", "en")


def test_list_and_card_lie_in_the_lower_half_of_a_portrait_screen(kiosk: Page) -> None:
    begin(kiosk)
    tops = [kiosk.locator(f"[data-view={view}]").bounding_box()["y"] for view in ("map", "list", "card")]  # type: ignore[index]
    assert tops[0] < 0.1 * PORTRAIT.height
    assert min(tops[1:]) > 0.5 * PORTRAIT.height
    bar = kiosk.locator("#bar").bounding_box()
    assert bar is not None
    assert bar["y"] > 0.9 * PORTRAIT.height


def test_a_tap_in_the_list_selects_everywhere(kiosk: Page) -> None:
    begin(kiosk)
    tap_item(kiosk, "nepal")
    assert selected(kiosk) == "nepal"
    assert kiosk.locator("#card .card-title").inner_text().startswith("ネパール")
    assert kiosk.locator(".map-stage .label.is-selected").first.inner_text() == "ネパール"
    assert kiosk.evaluate("location.search") == "?select=nepal"


def test_two_quick_taps_on_a_name_that_the_edge_of_the_list_cuts_mean_that_name(kiosk: Page) -> None:
    begin(kiosk)
    key, x, y = kiosk.evaluate(
        """() => {
          const frame = document.querySelector("#list .scroller");
          const box = frame.getBoundingClientRect();
          const rows = [...frame.querySelectorAll(".item:not(.item-tie) > a")];
          const row = rows.find((each) => each.getBoundingClientRect().bottom > box.bottom + 1);
          const { bottom, height } = row.getBoundingClientRect();
          frame.scrollTop += bottom - box.bottom - 0.4 * height;
          return [row.dataset.select, box.left + 90, box.bottom - 0.3 * height];
        }"""
    )
    for _ in range(2):
        kiosk.touchscreen.tap(x, y)
    wait_until(kiosk, "document.body.dataset.selected")
    kiosk.locator("#bar [data-language=en]").tap()
    assert selected(kiosk) == key


def test_a_tap_beside_a_name_on_the_map_selects_it_and_one_on_the_sea_nothing(kiosk: Page) -> None:
    begin(kiosk)
    box = kiosk.locator('#map-stage > .label[data-mark="austria"]').bounding_box()
    assert box is not None
    kiosk.touchscreen.tap(box["x"] + box["width"] + 15, box["y"] + 10)
    assert selected(kiosk) == "austria"
    stage = kiosk.locator("#map-stage").bounding_box()
    assert stage is not None
    kiosk.touchscreen.tap(stage["x"] + 0.5 * stage["width"], stage["y"] + 0.95 * stage["height"])
    assert selected(kiosk) == "austria"


def test_stepping_from_card_to_card_needs_no_request(kiosk: Page) -> None:
    begin(kiosk)
    asked: list[Request] = []
    kiosk.on("request", lambda request: asked.append(request) if "/kiosk/usage" not in request.url else None)
    tap_item(kiosk, "luxor")
    kiosk.locator("#card .tie-other").first.tap()
    kiosk.locator("#card .card-link").first.tap()
    assert selected(kiosk) not in ("", "luxor")
    kiosk.locator("#card-close").tap()
    assert selected(kiosk) == ""
    assert [request.url for request in asked if "healthz" not in request.url] == []


def test_the_network_is_one_tap_away_and_selects_too(kiosk: Page) -> None:
    begin(kiosk)
    kiosk.locator("#bar [data-pane=network]").tap()
    assert kiosk.locator("[data-view=network]").is_visible()
    assert not kiosk.locator("[data-view=map]").is_visible()
    kiosk.locator('#network a[data-mark="yuu-no-kai"]').tap()
    assert selected(kiosk) == "yuu-no-kai"


def test_a_kana_leaves_its_names_and_a_second_tap_brings_all_back(kiosk: Page) -> None:
    begin(kiosk)
    count = kiosk.locator("#list-count")
    everything = count.inner_text()
    kiosk.locator("[data-initial=な]").tap()
    names = kiosk.locator("#list .item:not(.item-tie):visible").evaluate_all(
        "all => all.map((each) => each.dataset.entity)"
    )
    assert {"nepal", "nile", "nanohana-plaza"} <= set(names)
    assert "ishikawa" not in names
    assert count.inner_text() == str(len(names))
    kiosk.locator("[data-initial=な]").tap()
    assert count.inner_text() == everything


def test_every_name_is_found_under_some_letter(browser: Browser, address: str) -> None:
    for language in ("ja", "en"):
        with kiosk_page(browser, f"{address}/{language}/kiosk") as page:
            begin(page)
            everything = int(page.locator("#list-count").inner_text())
            found = 0
            for key in page.locator("[data-initial]:not([data-initial=''])").all():
                key.tap()
                found += int(page.locator("#list-count").inner_text())
            assert found == everything


def test_what_does_not_fit_is_reached_by_taps_on_arrows(kiosk: Page) -> None:
    begin(kiosk)
    down = kiosk.locator('[data-pages="#list .scroller"] [data-page=down]')
    for _ in range(60):
        if down.get_attribute("aria-disabled") == "true":
            break
        down.tap()
        kiosk.wait_for_timeout(50)
    last = kiosk.locator("#list [data-entity=vietnam]")
    frame = kiosk.locator("#list .scroller").bounding_box()
    box = last.bounding_box()
    assert frame is not None
    assert box is not None
    assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1


def test_the_language_changes_at_once_and_keeps_what_is_selected(kiosk: Page) -> None:
    begin(kiosk)
    tap_item(kiosk, "nepal")
    kiosk.locator("#bar [data-pane=network]").tap()
    kiosk.locator("#bar [data-language=en]").tap()
    found = state(kiosk)
    assert (found["language"], found["selected"], found["pane"]) == ("en", "nepal", "network")
    assert kiosk.locator("#card .card-title").inner_text().startswith("Nepal")
    assert found["address"] == "/en/kiosk?select=nepal&pane=network"
    kiosk.locator("#bar [data-language=ja]").tap()
    assert kiosk.locator("#card .card-title").inner_text().startswith("ネパール")


def test_large_text_and_high_contrast_stay_through_other_languages(kiosk: Page) -> None:
    begin(kiosk)
    before = kiosk.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    kiosk.locator("[data-aid=large]").tap()
    kiosk.locator("[data-aid=contrast]").tap()
    kiosk.locator("#bar [data-language=en]").tap()
    assert kiosk.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 1.2 * before
    assert kiosk.evaluate("getComputedStyle(document.body).getPropertyValue('--ink')").strip() == "#000"
    assert kiosk.locator("[data-aid=large]").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("name", SCREENS)
def test_every_target_has_20_mm_in_width_and_height_for_itself(name: str, browser: Browser, tmp_path: Path) -> None:
    screen = SCREENS[name]
    port = free_port()
    with running_server(port, {"KAKEHASHI_STATE": str(share_documents(tmp_path)), **screen.settings}):
        for language in ("ja", "en"):
            with kiosk_page(browser, f"http://127.0.0.1:{port}/{language}/kiosk", screen) as page:
                _check_targets(page, screen)


def _check_targets(page: Page, screen: Screen) -> None:
    _measure(page, screen, "attract")
    begin(page)
    _measure(page, screen, "explorer")
    tap_item(page, "central-highlands")
    _measure(page, screen, "card")
    page.locator("#bar [data-pane=network]").tap()
    _measure(page, screen, "network")
    page.locator("[data-aid=large]").tap()
    _measure(page, screen, "network in large text")
    page.locator("#bar [data-pane=map]").tap()
    _measure(page, screen, "map in large text")


def _measure(page: Page, screen: Screen, where: str) -> None:
    least = TARGET_MM * screen.px_per_mm - 0.01
    targets = page.evaluate(TARGETS)
    assert targets, where
    small = [target["name"] for target in targets if min(target["width"], target["height"]) < least]
    assert small == [], where
    whole = [target for target in targets if target["whole"]]
    assert [(a["name"], b["name"]) for a, b in combinations(whole, 2) if _is_disputed(a, b, least)] == [], where


def _is_disputed(a: dict[str, float], b: dict[str, float], least: float) -> bool:
    """Whether two targets share a place and one of them has no square of the least size for itself beside it."""
    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
    down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    if across <= 1 or down <= 1:
        return False
    return any(max(each["width"] - across, each["height"] - down) < least for each in (a, b))


def test_two_fingers_that_spread_do_not_zoom(kiosk: Page) -> None:
    begin(kiosk)
    session = kiosk.context.new_cdp_session(kiosk)
    for middle in (500, 1400):
        touch(session, "touchStart", (500, middle), (580, middle))
        for step in range(1, 12):
            touch(session, "touchMove", (500 - 30 * step, middle), (580 + 30 * step, middle))
        touch(session, "touchEnd")
    assert kiosk.evaluate("visualViewport.scale") == 1
    assert kiosk.evaluate("document.documentElement.scrollWidth") == PORTRAIT.width


def test_nothing_on_the_page_is_a_link_that_leads_away(kiosk: Page) -> None:
    hrefs = kiosk.evaluate(
        """() => [document, ...[...document.querySelectorAll('template')].map((each) => each.content)]
          .flatMap((root) => [...root.querySelectorAll('a[href], area[href], form, iframe')])
          .map((each) => each.getAttribute('href') ?? each.tagName)"""
    )
    assert [href for href in hrefs if not href.startswith("?select=")] == []


def test_addresses_and_telephone_numbers_are_there_to_be_read(kiosk: Page) -> None:
    begin(kiosk)
    tap_item(kiosk, "ichinoseki-association")
    card = kiosk.locator("#card-body").inner_text()
    assert "0191-34-4711" in card
    assert "www.city.ichinoseki.iwate.jp" in card


@pytest.mark.parametrize(
    "keys",
    [
        "Control+p",
        "Control+s",
        "Control+t",
        "Control+n",
        "Control+u",
        "Control+Shift+I",
        "F12",
        "F5",
        "F11",
        "Alt+ArrowLeft",
    ],
)
def test_no_shortcut_of_a_forgotten_keyboard_gets_through(keys: str, kiosk: Page) -> None:
    begin(kiosk)
    kiosk.evaluate(
        "() => { window.let = []; addEventListener('keydown', (event) => window.let.push(event.defaultPrevented)); }"
    )
    kiosk.keyboard.press(keys)
    assert kiosk.evaluate("window.let.at(-1)") is True
    assert len(kiosk.context.pages) == 1


def test_no_menu_no_selection_no_dragging_no_print(kiosk: Page) -> None:
    begin(kiosk)
    got_through = kiosk.evaluate(
        """() => ['contextmenu', 'selectstart', 'dragstart', 'drop', 'copy', 'auxclick'].filter((name) =>
          document.querySelector('#list a').dispatchEvent(new Event(name, { bubbles: true, cancelable: true })))"""
    )
    assert got_through == []
    box = kiosk.locator("#card .card-summary").bounding_box()
    assert box is not None
    kiosk.mouse.dblclick(box["x"] + 30, box["y"] + 10)
    assert kiosk.evaluate("getSelection().toString()") == ""
    assert kiosk.evaluate("window.open('https://example.org/')") is None


def test_back_leads_nowhere_and_the_history_does_not_grow(kiosk: Page) -> None:
    begin(kiosk)
    length = kiosk.evaluate("history.length")
    for key in ("nepal", "luxor", "austria"):
        tap_item(kiosk, key)
    for _ in range(4):
        kiosk.evaluate("history.back()")
        kiosk.wait_for_timeout(100)
    found = state(kiosk)
    assert (found["history"], found["address"], found["selected"]) == (length, "/ja/kiosk?select=austria", "austria")


def test_the_code_for_phones_changes_with_the_selection(kiosk: Page) -> None:
    begin(kiosk)
    dots = kiosk.locator("#qr path")
    first = dots.get_attribute("d")
    tap_item(kiosk, "nepal")
    assert first
    assert dots.get_attribute("d") != first


def test_a_touch_enlarges_the_code_to_a_tenth_of_a_metre_and_the_next_one_only_puts_it_back(kiosk: Page) -> None:
    begin(kiosk)
    code = kiosk.locator("#qr .qr-dots")
    small = code.bounding_box()
    kiosk.locator("#qr").tap()
    large = code.bounding_box()
    assert small and large
    assert min(large["width"], large["height"]) >= 100 * PORTRAIT.px_per_mm
    assert large["x"] >= 0 and large["x"] + large["width"] <= PORTRAIT.width
    item = kiosk.locator('#list [data-entity="nepal"] > a').bounding_box()
    assert item
    kiosk.touchscreen.tap(item["x"] + 20, item["y"] + item["height"] / 2)
    assert code.bounding_box() == small
    assert selected(kiosk) == ""
    kiosk.locator("#qr").tap()
    kiosk.locator("#bar [data-action=start-over]").tap(force=True)  # at once, whatever lies over it
    assert code.bounding_box() == small


VOICE = """() => {
  window.said = [];
  const voices = [{ lang: "ja-JP", localService: true }, { lang: "en-US", localService: false }];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: ({ lang, volume, text }) => said.push([lang, volume, text]),
    cancel: () => said.push("silence"),
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
}"""


def test_a_screen_that_is_set_to_reads_the_card_in_a_voice_of_its_own_machine(browser: Browser, tmp_path: Path) -> None:
    with kiosk_server(tmp_path, KAKEHASHI_SPEECH="1") as served, kiosk_page(browser, f"{served}/ja/kiosk") as page:
        assert page.locator("[data-action=read-aloud]").is_hidden()  # this machine has no voice
        page.add_init_script(f"({VOICE})()")
        page.reload()
        wait_until(page, "window.Kakehashi?.scenes.size > 1")
        begin(page)
        tap_item(page, "nepal")
        key = page.locator("[data-action=read-aloud]")
        key.tap()
        expect(key).to_have_attribute("aria-pressed", "true")
        said = [each for each in page.evaluate("said") if each != "silence"]
        assert said[0] == ["ja", 0.6, "ネパール"]
        tap_item(page, "luxor")
        expect(key).to_have_attribute("aria-pressed", "false")
        assert page.evaluate("said.at(-1)") == "silence"
        page.locator("#bar [data-language=en]").tap()
        assert page.locator("[data-action=read-aloud]").is_hidden()  # that voice would send the words elsewhere


def test_without_a_public_address_there_is_no_code(browser: Browser, base_url: str) -> None:
    with kiosk_page(browser, f"{base_url}/ja/kiosk") as page:
        begin(page)
        assert page.locator("#qr").count() == 0


def test_a_selection_sets_the_rest_of_the_map_back(kiosk: Page) -> None:
    begin(kiosk)
    tap_item(kiosk, "nepal")
    expect(kiosk.locator('.map-stage .curve[data-mark="higashiyama-nepal"]').first).to_have_css("opacity", "1")
    wait_until(
        kiosk,
        """() => Number(getComputedStyle(document.querySelector(
          '.map-stage .curve[data-mark="ishikawa-irkutsk"]')).opacity) < 0.5""",
    )


_LAND = """() => {
  const globe = document.getElementById('globe');
  const { data } = globe.getContext('2d').getImageData(0, globe.height / 2, globe.width, 1);
  const isLand = (at) => data[at] > 45 && data[at] < 110
    && data[at + 1] > data[at] + 15 && data[at + 2] > data[at + 1] + 15;
  return data.filter((_, at) => at % 4 === 0 && isLand(at)).length;
}"""
"""How many dots of the globe's middle row are land: a grey blue, lighter than the sea."""


def test_the_globe_has_its_land_even_when_it_is_still(browser: Browser, address: str) -> None:
    with kiosk_page(browser, f"{address}/ja/kiosk", reduced_motion="reduce") as page:
        wait_until(page, "(" + _LAND + ")() > 100")


def test_a_language_brings_what_is_selected_into_view_and_names_the_page(kiosk: Page) -> None:
    begin(kiosk)
    tap_item(kiosk, "vietnam")
    kiosk.locator("#bar [data-language=en]").tap()
    assert _is_in_view(kiosk, "#list .scroller", "#list .item.is-selected")
    assert kiosk.title() == "Kakehashi"
    kiosk.locator("[data-aid=large]").tap()
    assert _is_in_view(kiosk, "#list .scroller", "#list .item.is-selected")


def test_another_view_shows_what_is_selected_without_a_search_for_it(browser: Browser, address: str) -> None:
    with kiosk_page(browser, f"{address}/en/kiosk", LANDSCAPE) as page:
        begin(page)
        tap_item(page, "nile")
        page.locator("#bar [data-pane=network]").tap()
        assert _is_in_view(page, "#network-scroller", "#network .label.is-selected")
        assert page.evaluate("document.getElementById('network-scroller').scrollTop") > 0
        for heading in page.locator("#network .heading").all():
            expect(heading).to_be_in_viewport(ratio=0.99)


def _is_in_view(page: Page, frame: str, item: str) -> bool:
    return bool(
        page.evaluate(
            """([frame, item]) => {
              const [a, b] = [frame, item].map((each) => document.querySelector(each).getBoundingClientRect());
              return b.top >= a.top - 1 && b.bottom <= a.bottom + 1;
            }""",
            [frame, item],
        )
    )


def test_a_letter_says_how_much_it_leaves(kiosk: Page) -> None:
    begin(kiosk)
    kiosk.locator("[data-initial=な]").tap()
    assert kiosk.locator("#list-count").inner_text() in kiosk.locator("#live").inner_text()


def test_a_card_that_changes_keeps_the_place_of_the_keyboard(kiosk: Page) -> None:
    begin(kiosk)
    tap_item(kiosk, "nepal")
    kiosk.locator("#card .tie-other").first.focus()
    kiosk.keyboard.press("Enter")
    assert selected(kiosk) == "higashiyama-association"
    assert kiosk.evaluate("document.getElementById('card').contains(document.activeElement)")


def test_the_side_buttons_of_a_forgotten_mouse_lead_nowhere(kiosk: Page) -> None:
    begin(kiosk)
    session = kiosk.context.new_cdp_session(kiosk)
    kiosk.evaluate("window.left = []; addEventListener('popstate', () => window.left.push('back'))")
    for button in ("back", "forward"):
        for kind in ("mousePressed", "mouseReleased"):
            session.send(
                "Input.dispatchMouseEvent", {"type": kind, "x": 500, "y": 300, "button": button, "clickCount": 1}
            )
        kiosk.wait_for_timeout(300)
    assert kiosk.evaluate("window.left") == []


def test_a_finger_that_rests_on_the_glass_keeps_nobody_from_tapping(kiosk: Page) -> None:
    begin(kiosk)
    session = kiosk.context.new_cdp_session(kiosk)
    rest = (540.0, 400.0)
    for selector, done in (
        ("#list [data-entity=nepal] > a", "document.body.dataset.selected === 'nepal'"),
        ("[data-aid=large]", "document.documentElement.hasAttribute('data-large')"),
        ("[data-aid=large]", "!document.documentElement.hasAttribute('data-large')"),
    ):
        box = kiosk.locator(selector).bounding_box()
        assert box is not None
        touch(session, "touchStart", rest)
        kiosk.wait_for_timeout(900)  # what rests has been there for a while
        touch(session, "touchStart", rest, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
        touch(session, "touchEnd")
        wait_until(kiosk, done)
    assert selected(kiosk) == "nepal"


def test_two_fingers_that_come_together_tap_nothing(kiosk: Page) -> None:
    begin(kiosk)
    session = kiosk.context.new_cdp_session(kiosk)
    box = kiosk.locator("#list [data-entity=nepal] > a").bounding_box()
    assert box is not None
    touch(session, "touchStart", (540, 400), (box["x"] + 40, box["y"] + 20))
    touch(session, "touchEnd")
    wait_until(kiosk, "window.Kakehashi.watch.fingers === 0")
    assert selected(kiosk) == ""
