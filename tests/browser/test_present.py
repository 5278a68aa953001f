"""A story on stage, by keys, clicker, finger and address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stillness import wait_for_value, wait_until_unchanged

Open = Callable[..., Page]
READY = "body[data-ready]"


@pytest.fixture
def on_stage(open_page: Open) -> Open:
    def open_stage(query: str = "", language: str = "ja", **options: Any) -> Page:
        page = open_page(f"/{language}/present{query}", options.pop("screen", "projector"), settled=False, **options)
        page.locator(READY).wait_for(state="attached", timeout=15_000)
        return page

    return open_stage


def stop_of(page: Page) -> int:
    return int(page.locator("#slide").get_attribute("data-stop") or 0)


def camera_of(page: Page) -> list[float]:
    box = page.locator("#map-stage > .picture").get_attribute("viewBox") or ""
    return [float(number) for number in box.split()]


def test_an_address_opens_its_stop_and_back_returns_to_the_one_before(on_stage: Open) -> None:
    page = on_stage("?stop=3")
    assert stop_of(page) == 3
    page.keyboard.press("PageDown")
    expect(page).to_have_url(page.url.split("?")[0] + "?stop=4")
    expect(page.locator("#slide[data-stop='4']")).to_be_visible()
    page.go_back()
    expect(page.locator("#slide[data-stop='3']")).to_be_visible()


def test_a_stop_out_of_range_is_mended_quietly(on_stage: Open) -> None:
    page = on_stage("?story=nowhere&stop=99")
    expect(page.locator("#stage-number")).to_have_text("12 / 12")
    expect(page).to_have_url(page.url.split("?")[0] + "?stop=12")
    expect(page.locator("#live")).to_have_text("その場面はないので、近い場面を開きました。")


def test_the_stop_that_an_address_asks_for_is_the_first_that_is_seen(open_page: Open) -> None:
    page = open_page("/ja/", "projector", settled=False)
    page.add_init_script(FIRST_SEEN)
    page.goto(page.url + "present?stop=6")
    page.locator(READY).wait_for(state="attached")
    expect(page.locator("#slide")).to_be_visible()
    assert page.wait_for_function("window.firstSeen").json_value() == "名前の挙がる、ただ一つの姉妹都市"


# The words on the slide in the first frame in which it can be seen.
FIRST_SEEN = """(() => {
  const look = () => {
    const slide = document.getElementById('slide');
    if (slide?.checkVisibility({ visibilityProperty: true })) window.firstSeen = slide.querySelector('h1').textContent;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def test_a_question_is_answered_though_the_server_has_gone(on_stage: Open) -> None:
    page = on_stage("?stop=6", reduced_motion="reduce")
    page.wait_for_function(
        "() => ['ja/cards.html', 'ja/search.json', 'contacts/opening.json']"
        ".every((name) => performance.getEntriesByName(`${location.origin}/data/${name}`).length)"
        " && [...document.fonts].every((face) => face.status === 'loaded')"
    )
    page.context.set_offline(True)
    page.keyboard.type("nep")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_contain_text("東山ユネスコ協会")
    page.locator("#answer").get_by_role("link", name="東山国際交流協会").click()
    expect(page.locator("h1")).to_have_text("東山国際交流協会")
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    expect(page.locator(".sheet[data-sheet='12'] .takeaway")).to_be_visible()


def test_words_states_and_camera_follow_the_clicker(on_stage: Open) -> None:
    page = on_stage("?stop=8")
    before = camera_of(page)
    page.keyboard.press("PageDown")
    expect(page.locator("h1")).to_have_text("ネパールを支える")
    expect(page.locator("#map-stage .curve.is-near")).to_have_attribute("data-mark", "higashiyama-nepal")
    expect(page.locator("#network-stage .label.is-selected .name")).to_have_text("ネパール")
    expect(page.locator("body")).to_have_attribute("data-selected", "nepal")
    assert wait_for_value(page, lambda: camera_of(page), lambda camera: camera != before) != before
    page.keyboard.press("End")
    expect(page.locator(".stage-room .takeaway")).to_contain_text("0191-34-4711")
    expect(page.locator("#network")).to_be_hidden()


def test_a_stop_that_is_stepped_to_looks_like_one_that_is_opened(on_stage: Open) -> None:
    stepped = on_stage("?stop=5")
    stepped.keyboard.press("ArrowRight")
    expect(stepped.locator("#slide[data-stop='6']")).to_be_visible()
    opened = on_stage("?stop=6")
    wanted = wait_until_unchanged(opened, lambda: opened.evaluate(LOOK))
    assert wait_for_value(stepped, lambda: stepped.evaluate(LOOK), lambda look: look == wanted) == wanted


LOOK = """() => ({
  classes: document.getElementById('slide').className,
  head: document.querySelector('.slide-head').innerText,
  legend: document.getElementById('stage-legend').innerText,
  names: [...document.querySelectorAll('#map-stage > .label.is-named')].map((label) => label.dataset.mark
    + JSON.stringify(label.getBoundingClientRect())),
  lit: [...document.querySelectorAll('#slide .is-selected, #slide .is-near')].length,
})"""


def test_with_reduced_motion_the_camera_jumps(on_stage: Open) -> None:
    page = on_stage("?stop=1", reduced_motion="reduce")
    page.keyboard.press("ArrowRight")
    at_once = camera_of(page)
    page.wait_for_timeout(700)
    assert camera_of(page) == at_once


def test_the_screen_goes_dark_and_comes_back_at_the_same_stop(on_stage: Open) -> None:
    page = on_stage("?stop=4")
    page.keyboard.press(".")
    expect(page.locator("#blank")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator("#blank")).to_be_hidden()
    assert stop_of(page) == 4


def test_the_overview_shows_every_stop_and_opens_the_one_that_is_chosen(on_stage: Open) -> None:
    page = on_stage("?stop=2")
    page.keyboard.press("o")
    expect(page.locator(".sheet-link")).to_have_count(12)
    assert all(link.is_visible() for link in page.locator(".sheet-link").all())
    page.locator("[data-sheet='7'] .sheet-link").click()
    expect(page.locator(".paper")).to_be_hidden()
    assert stop_of(page) == 7


def test_single_letters_can_be_switched_off_as_keys(on_stage: Open) -> None:
    page = on_stage("?stop=4", language="en")
    page.keyboard.press("?")
    page.get_by_label("Single letters").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    for key in ("b", "o", ".", "n", "7", "?"):
        page.keyboard.press(key)
    expect(page.locator("body")).to_have_attribute("data-open", "")
    expect(page.locator("#blank")).to_be_hidden()
    page.keyboard.press("Space")
    expect(page.locator("#slide[data-stop='5']")).to_be_visible()


def test_typing_a_name_leads_there_at_once_and_one_key_returns(on_stage: Open) -> None:
    page = on_stage("?stop=6")
    page.keyboard.type("nep")
    expect(page.locator("#question-field")).to_have_value("nep")
    expect(page.locator("#question-list [aria-selected=true]")).to_contain_text("ネパール")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_contain_text("東山ユネスコ協会")
    expect(page.locator("h1")).to_have_text("ネパール")
    assert "select=nepal" in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#answer")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("名前の挙がる、ただ一つの姉妹都市")
    assert stop_of(page) == 6


def test_a_link_to_a_question_opens_it_and_back_leaves_it(on_stage: Open) -> None:
    page = on_stage("?stop=2")
    page.locator("#map-stage > .label.is-named[data-mark='jiangsu']").click()
    expect(page.locator("#answer")).to_contain_text("江蘇省")
    page.go_back()
    expect(page.locator("#answer")).to_be_hidden()
    page.goto(page.url.split("?")[0] + "?stop=2&select=luxor")
    expect(page.locator("#answer")).to_be_visible()


@pytest.mark.parametrize("number", [3, 4, 11])
def test_a_question_from_a_stop_without_a_map_shows_its_place_on_the_map(on_stage: Open, number: int) -> None:
    loaded = on_stage(f"?stop={number}&select=nepal")
    typed = on_stage(f"?stop={number}", reduced_motion="reduce")
    typed.keyboard.type("nep")
    typed.keyboard.press("Enter")
    for page in (loaded, typed):
        expect(page.locator("#map-stage > .label[data-mark='nepal']")).to_be_visible()
        assert page.evaluate(IS_ON_THE_MAP, "nepal")


IS_ON_THE_MAP = """(id) => {
  const [room, name] = ["#map-stage", `#map-stage > .label[data-mark="${id}"] .name`]
    .map((one) => document.querySelector(one).getBoundingClientRect());
  return name.width > 0 && name.left >= room.left - 1 && name.right <= room.right + 1
    && name.top >= room.top - 1 && name.bottom <= room.bottom + 1;
}"""


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("number", [1, 3, 4, 6, 11])
def test_on_a_phone_no_name_is_cut_by_the_edge(on_stage: Open, number: int, language: str) -> None:
    page = on_stage(f"?stop={number}", language, screen="phone", reduced_motion="reduce")
    shown = "#map-stage > .label.is-named, .shows-network #network-stage .label:not(.is-out, .bead)"
    boxes = page.locator(shown).evaluate_all(SEEN_BOXES)
    assert boxes
    assert [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > 390] == []
    on_map = [label.bounding_box() for label in page.locator("#map-stage > .label.is-home.is-named:visible").all()]
    assert all(box and box["height"] < 50 for box in on_map)


# A name that has no room is there for readers of the page, but not seen.
SEEN_BOXES = """(labels) => labels
  .filter((label) => label.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((label) => label.getBoundingClientRect().toJSON())"""


def test_what_is_chosen_does_not_cut_into_its_ring(on_stage: Open) -> None:
    page = on_stage("?stop=6", reduced_motion="reduce")
    name = page.locator("#network-stage .label.is-selected .name")
    ring = page.locator("#network-stage .node.is-selected .halo").first.bounding_box()
    words = name.bounding_box()
    assert ring and words
    assert ring["x"] + ring["width"] <= words["x"] + 1
    assert words["x"] + words["width"] <= 1920 - 10
    assert name.evaluate("name => getComputedStyle(name).boxShadow") == "none"


def test_a_curve_can_be_asked_about(on_stage: Open) -> None:
    page = on_stage("?stop=6")
    line = page.locator("#map-stage .curve[data-mark='ichinoseki-central-highlands'] .line")
    x, y = line.evaluate(
        """path => {
          const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
          return [x, y];
        }"""
    )
    page.mouse.click(x, y)
    expect(page.locator("#answer")).to_contain_text("姉妹都市")


def test_fingers_tap_the_sides_and_swipe(on_stage: Open) -> None:
    page = on_stage("?stop=5", has_touch=True)
    page.touchscreen.tap(1800, 120)
    expect(page.locator("#slide[data-stop='6']")).to_be_visible()
    page.touchscreen.tap(100, 120)
    expect(page.locator("#slide[data-stop='5']")).to_be_visible()
    for kind, x in (("pointerdown", 900), ("pointerup", 500)):
        page.locator("#slide").dispatch_event(kind, {"pointerType": "touch", "clientX": x, "clientY": 400})
    expect(page.locator("#slide[data-stop='6']")).to_be_visible()


def test_f5_goes_full_screen_instead_of_loading_the_page_again(on_stage: Open) -> None:
    page = on_stage("?stop=5")
    page.evaluate("window.stayed = true")
    page.keyboard.press("F5")
    page.wait_for_function("document.fullscreenElement !== null")
    assert page.evaluate("window.stayed")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")


def test_without_scripts_the_stage_leads_to_the_page_that_needs_none(open_page: Open) -> None:
    page = open_page("/en/present?stop=9", "projector", settled=False, java_script_enabled=False)
    expect(page.locator("#slide")).to_be_hidden()
    page.get_by_role("link", name="All stops").click()
    expect(page.locator("#paper .slide-title").nth(8)).to_have_text("Support for Nepal")


@pytest.mark.parametrize(
    ("language", "screen"), [("ja", "projector"), ("en", "projector"), ("en", "square"), ("en", "tablet")]
)
def test_names_of_every_stop_can_be_read_from_the_back_row_and_none_covers_another(
    on_stage: Open, language: str, screen: str
) -> None:
    """Names are as large as 32 pixels on a screen 1080 high, the legend as 28, whatever its smaller side."""
    page = on_stage("?stop=1", language, screen=screen, reduced_motion="reduce")
    side = {"projector": 1080, "square": 768, "tablet": 768}[screen]  # a tablet's is wider, its names are longer
    for number in range(1, 13):
        if number > 1:
            page.keyboard.press("ArrowRight")
            expect(page.locator(f"#slide[data-stop='{number}']")).to_be_visible()
        found = page.evaluate(NAMES)
        assert found["courses"] == (2 if number == 10 else 0), number
        assert found["clashes"] == [], (number, found["clashes"])
        assert found["outside"] == [], (number, found["outside"])
        assert min(found["sizes"]) >= 32 / 1080 * side - 0.1, (number, found["sizes"])
        assert min(found["legend"], default=side) >= 28 / 1080 * side - 0.1, (number, found["legend"])
        assert found["spilt"] == [], number


NAMES = """() => {
  const stage = document.querySelector('#slide').getBoundingClientRect();
  const seen = (element) => element.getClientRects().length && getComputedStyle(element).visibility === 'visible'
    && Number(getComputedStyle(element).opacity) > 0.5;
  const map = document.getElementById('map-stage').getBoundingClientRect();
  const labels = [...document.querySelectorAll('#map-stage > .label.is-named .name')].filter(seen);
  const chosen = [...document.querySelectorAll('#network-stage .label.is-selected .name')].filter(seen);
  const box = (name) => name.getBoundingClientRect();
  const cover = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const courses = [...document.querySelectorAll('.is-live .course')].filter(seen);
  const taken = [...courses, ...document.querySelectorAll('.is-live .slide-legend')];
  const clashes = [...labels, ...courses].flatMap((a, place) =>
    [...labels, ...taken].slice(place + 1).filter((b) => cover(box(a), box(b)))
    .map((b) => `${a.textContent} / ${b.textContent}`));
  const within = (low, high, from, to) => low >= from - 1 && high <= to + 1;
  const inside = (a, b) => within(a.left, a.right, b.left, b.right) && within(a.top, a.bottom, b.top, b.bottom);
  const gone = (names, room) => names.filter((name) => !inside(box(name), room));
  const lost = [...gone(labels, map), ...gone(chosen, stage)];
  const outside = lost.map((name) => name.textContent);
  const captions = document.querySelectorAll('.is-live .course figcaption');
  const sizes = [...labels, ...chosen, ...captions, document.querySelector('h1'), document.querySelector('.slide-text')]
    .map((name) => parseFloat(getComputedStyle(name).fontSize));
  const legend = [...document.querySelectorAll('.is-live .slide-legend li')].filter(seen)
    .map((line) => parseFloat(getComputedStyle(line).fontSize));
  const spilt = [...document.querySelectorAll('.slide.is-live .slide-head > *, .slide.is-live .takeaway')]
    .filter((part) => part.getClientRects().length)
    .filter((part) => part.scrollHeight > part.closest('.slide-pictures, .slide-head').clientHeight + 1)
    .map((part) => part.className);
  return { courses: courses.length, clashes, outside, sizes, legend, spilt };
}"""


def test_after_a_click_on_a_link_the_space_bar_still_goes_on(on_stage: Open) -> None:
    page = on_stage("?stop=6")
    page.locator("#go-on").click()
    page.keyboard.press("Space")
    expect(page.locator("#slide[data-stop='8']")).to_be_visible()
    page.locator("#map-stage > .label.is-named[data-mark='austria']").click()
    expect(page.locator("#answer")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Space")
    expect(page.locator("#slide[data-stop='9']")).to_be_visible()


def test_one_question_can_follow_another(on_stage: Open) -> None:
    page = on_stage("?stop=3")
    for letters, name in (("nep", "ネパール"), ("jiang", "江蘇省")):
        page.keyboard.type(letters)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(name)
    page.keyboard.press("Escape")
    expect(page.locator("#answer")).to_be_hidden()
    assert stop_of(page) == 3


def test_a_partner_in_the_network_answers_a_click_too(on_stage: Open) -> None:
    page = on_stage("?stop=3")
    page.locator("#network-stage .label[data-mark='jiangsu']").click()
    expect(page.locator("#answer")).to_contain_text("江蘇省")
