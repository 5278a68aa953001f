"""The speaker's window beside the stage, and the stops on paper."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.stillness import wait_for_fades

Open = Callable[..., Page]
AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
FOLLOWS_WITHIN_MS = 200


def open_ready(open_page: Open, path: str, screen: str = "projector") -> Page:
    page = open_page(path, screen, settled=False)
    page.locator("body[data-ready]").wait_for(state="attached", timeout=15_000)
    return page


def test_stage_and_speakers_window_follow_each_other(open_page: Open) -> None:
    stage = open_ready(open_page, "/ja/present?stop=3")
    with stage.expect_popup() as opened:
        stage.keyboard.press("s")
    notes = opened.value
    notes.locator("body[data-ready]").wait_for(state="attached", timeout=15_000)
    expect(notes.locator("[data-notes-of='3']")).to_be_visible()
    expect(notes.locator("[data-sheet='3'].is-now")).to_be_visible()
    expect(notes.locator("[data-sheet='4'].is-next")).to_be_visible()
    stage.keyboard.press("PageDown")
    expect(notes.locator("[data-notes-of='4']")).to_be_visible()
    notes.bring_to_front()
    notes.keyboard.press("PageDown")
    expect(stage.locator("#slide[data-stop='5']")).to_be_attached()
    notes.keyboard.press("b")
    expect(stage.locator("#blank")).to_be_visible()
    notes.keyboard.press("b")
    assert min(follow_times(stage, notes)) <= FOLLOWS_WITHIN_MS


def follow_times(stage: Page, notes: Page) -> list[float]:
    """Milliseconds from a key on stage to the change in the speaker's window, three times."""
    times = []
    for _ in range(3):
        notes.evaluate(
            """() => { window.changed = new Promise((resolve) => new MutationObserver((_, watcher) => {
                 watcher.disconnect(); resolve(Date.now()); }).observe(document.getElementById('stage-number'),
                 { childList: true, characterData: true, subtree: true })); }"""
        )
        pressed = stage.evaluate(
            """() => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
                 return Date.now(); }"""
        )
        times.append(notes.evaluate("window.changed") - pressed)
    return times


def test_quick_steps_on_stage_never_lead_the_speakers_window_back(open_page: Open) -> None:
    stage = open_ready(open_page, "/ja/present?stop=2")
    with stage.expect_popup() as opened:
        stage.keyboard.press("s")
    notes = opened.value
    notes.locator("body[data-ready]").wait_for(state="attached", timeout=15_000)
    notes.evaluate(
        """() => { window.seen = []; const number = document.getElementById('stage-number');
             new MutationObserver(() => window.seen.push(parseInt(number.textContent, 10)))
               .observe(number, { childList: true, characterData: true, subtree: true }); }"""
    )
    for _ in range(6):
        stage.keyboard.press("PageDown")
    expect(notes.locator("[data-sheet='8'].is-now")).to_be_visible()
    expect(notes.locator("[data-sheet='10'].is-ready")).to_be_attached()  # half a second after the last step
    seen = notes.evaluate("window.seen")
    assert seen == sorted(seen)
    assert notes.locator(".sheet:visible").count() == 2


def test_a_blocked_window_becomes_a_plain_link(open_page: Open) -> None:
    page = open_ready(open_page, "/en/present?stop=3")
    page.evaluate("window.open = () => null")
    page.keyboard.press("s")
    link = page.locator("#notes-link")
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").endswith("/en/present/main/notes?stop=3")


def test_the_speakers_time_runs_and_can_be_set_back(open_page: Open) -> None:
    page = open_ready(open_page, "/en/present/main/notes?stop=2")
    expect(page.locator("#elapsed")).to_have_text("0:02")
    page.locator("#reset-time").click()
    assert page.locator("#elapsed").text_content() == "0:00"


def test_the_speakers_time_goes_on_when_the_window_is_loaded_anew_and_the_stage_remembers_it(open_page: Open) -> None:
    stage = open_ready(open_page, "/en/present?stop=3")
    notes = open_notes(stage)
    began = notes.evaluate("sessionStorage.getItem('began main')")
    notes.reload()
    expect(notes.locator("#elapsed")).not_to_have_text("0:00")
    assert notes.evaluate("sessionStorage.getItem('began main')") == began
    assert stage.evaluate("sessionStorage.getItem('began main')") == began  # for a window that is opened again


def test_both_windows_follow_each_other_still_when_either_was_loaded_anew(open_page: Open) -> None:
    stage = open_ready(open_page, "/ja/present?stop=3")
    notes = open_notes(stage)
    for page in (notes, stage):
        page.reload()
        page.locator("body[data-ready]").wait_for(state="attached")
    stage.keyboard.press("PageDown")
    expect(notes.locator("[data-notes-of='4']")).to_be_visible()
    notes.keyboard.press("PageDown")
    expect(stage.locator("#slide[data-stop='5']")).to_be_attached()


def test_a_server_that_has_gone_leaves_no_error_page_on_the_other_screen(open_page: Open) -> None:
    stage = open_ready(open_page, "/en/present?stop=3")
    stage.evaluate("void (window.fetch = () => Promise.reject(new TypeError('no server')))")
    with stage.expect_popup() as opened:
        stage.keyboard.press("s")
    expect(stage.locator("#unreachable")).to_be_visible()
    assert opened.value.is_closed()
    stage.keyboard.press("PageDown")
    expect(stage.locator("#slide[data-stop='4']")).to_be_visible()


def open_notes(stage: Page) -> Page:
    """The speaker's window of a stage."""
    with stage.expect_popup() as opened:
        stage.keyboard.press("s")
    notes = opened.value
    notes.locator("body[data-ready]").wait_for(state="attached", timeout=15_000)
    return notes


def test_what_is_printed_from_the_stage_is_what_the_page_for_paper_holds(open_page: Open) -> None:
    stage = open_ready(open_page, "/ja/present?stop=4")
    stage.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = open_page("/ja/present/main/print", "projector", settled=False)
    looks = []
    for page in (stage, printed):
        page.emulate_media(media="print")
        looks.append(page.locator(".sheet").evaluate_all(LOOK_OF_SHEETS))
    assert len(looks[0]) == 12
    for made, sent in zip(*looks, strict=True):
        assert made == sent


LOOK_OF_SHEETS = """(sheets) => sheets.map((sheet) => {
  const page = sheet.getBoundingClientRect();
  const isSeen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const where = (each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [x - page.x, y - page.y, width, height].map(Math.round).join(' ');
  };
  const seen = (selector) => [...sheet.querySelectorAll(selector)].filter(isSeen)
    .map((each) => `${each.textContent} ${where(each)}`).sort();
  return {
    classes: sheet.querySelector('.slide').className,
    camera: [...sheet.querySelectorAll('.map-stage > .picture')]
      .map((each) => each.getAttribute('viewBox').split(' ').map(Number).map(Math.round).join(' ')),
    words: seen('.slide-title, .slide-text, .slide-foot p, .takeaway, .slide-legend li'),
    map: seen('.map-stage > .label'),
    network: seen('.network-labels .label .name, .tie-label, .rail-label, .callout'),
    lit: [...new Set([...sheet.querySelectorAll('.picture :is(.is-selected, .is-near, .is-out)')]
      .map((each) => `${each.dataset.mark} ${each.classList.contains('is-out')}`))].sort(),
  };
})"""


@pytest.mark.parametrize(("language", "words"), [("ja", "ネパールを支える"), ("en", "Support for Nepal")])
def test_all_stops_are_printed_a_page_each_with_their_words_and_sources(
    open_page: Open, language: str, words: str
) -> None:
    page = open_page(f"/{language}/present/main/print", settled=False, java_script_enabled=False)
    expect(page.locator("section.slide")).to_have_count(12)
    assert page.locator("section.slide:has(.map-stage svg)").count() == 8
    check_pdf(page, words)


def test_the_print_dialog_on_stage_prints_the_same_pages(open_page: Open) -> None:
    page = open_ready(open_page, "/ja/present?stop=4")
    check_pdf(page, "ネパールを支える")


def check_pdf(page: Page, words: str) -> None:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(reader.pages) == 12
    assert all(each.mediabox.width / each.mediabox.height == pytest.approx(16 / 9, 0.01) for each in reader.pages)
    text = reader.pages[8].extract_text().replace("\n", "")
    assert words in text
    assert "9 / 12" in text
    assert "2018" in reader.pages[0].extract_text()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_on_paper_no_name_is_cut_off_and_what_is_selected_lists_its_activities(open_page: Open, language: str) -> None:
    page = open_page(f"/{language}/present/main/print", settled=False, java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator(".sheet").evaluate_all(OUTSIDE_THEIR_SHEET) == []
    callouts = page.locator(".sheet[data-sheet='4'] .callout, section.slide[data-stop='4'] .callout")
    expect(callouts.first).to_be_visible()
    assert callouts.first.locator(".callout-line").count() == 6


OUTSIDE_THEIR_SHEET = """(sheets) => sheets.flatMap((sheet) => {
  const page = sheet.getBoundingClientRect();
  const texts = ".network-labels .label .name, .map-stage .label, .callout, .slide-legend li";
  const isSeen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isOutside = ({ left, right, top, bottom }) =>
    left < page.left - 1 || right > page.right + 1 || top < page.top - 1 || bottom > page.bottom + 1;
  return [...sheet.querySelectorAll(texts)]
    .filter((each) => isSeen(each) && isOutside(each.getBoundingClientRect()))
    .map((each) => each.textContent);
})"""


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("part", ["", "/main/notes", "/main/print"])
def test_axe_finds_no_violation(open_page: Open, language: str, part: str) -> None:
    page = open_page(f"/{language}/present{part}?stop=6", "projector", settled=False)
    if "print" not in part:
        page.locator("body[data-ready]").wait_for(state="attached", timeout=15_000)
    assert violations(page) == []


@pytest.mark.parametrize("keys", ["?", "o", "n", "nepal\n"])
def test_axe_finds_no_violation_in_what_opens_over_the_stage(open_page: Open, keys: str) -> None:
    page = open_ready(open_page, "/ja/present?stop=6")
    for key in keys:
        page.keyboard.press("Enter" if key == "\n" else key)
    wait_for_fades(page)
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]
