"""Everybody can use it: measured with axe, with large text, without motion, with forced colours, on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Locator, Page, expect
from pypdf import PdfReader

from dashboard.figures.numbers.charts import CHARTS
from dashboard.model import Dataset, EntityKind
from layouts.reading.pages import READING_PAGES
from tests.browser.chromium import FLAGS, ROOT, find_chromium
from tests.browser.conftest import SCREENS, wait_until_settled
from tests.browser.stillness import wait_for_fades

OPEN = Callable[..., Page]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = {
    "overview": "",
    "a selection": "?select=fujisawa-association",
    "a tie and a way": "?select=ichinoseki-central-highlands&from=yuu-no-kai&to=vnu-hcm",
    "a filter and no result": "?home=ichinoseki&q=zzzz",
    "a thing's own page": "card/fujisawa-association/",
    "figures": "figures",
    **{name: name for name in READING_PAGES},
}
RUN_AXE = """async rules => {
  const options = { resultTypes: ["violations"], ...(rules ? { runOnly: { type: "rule", values: rules } } : {}) };
  const { violations } = await window.axe.run(document, options);
  const where = (nodes) => nodes.slice(0, 4).map(node => node.html.slice(0, 160)).join(" | ");
  return violations.map(({ id, nodes }) => `${id}: ${where(nodes)}`);
}"""


@pytest.fixture(scope="module")
def loose(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts in which axe may be put into the page, which the page's own policy forbids."""
    contexts: dict[str, BrowserContext] = {}

    def context_for(screen: str, **options: Any) -> BrowserContext:
        key = f"{screen} {sorted(options.items())}"
        if key not in contexts:
            contexts[key] = browser.new_context(bypass_csp=True, **{**SCREENS[screen], **options})
        return contexts[key]

    yield context_for
    for context in contexts.values():
        context.close()


def examine(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds on the page as it stands."""
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=AXE)
    return list(page.evaluate(RUN_AXE, rules))


def settle(page: Page) -> None:
    if page.locator("#controls").count():
        wait_until_settled(page)
    if page.locator(".charts").count():
        expect(page.locator(".chart-plot .barlayer")).to_have_count(len(CHARTS))
        page.locator(".table-place").scroll_into_view_if_needed()
        page.locator(".table-place .ag-row").first.wait_for()
    wait_for_fades(page)


@pytest.mark.parametrize(("language", "screen"), [("ja", "laptop"), ("en", "phone")])
def test_axe_finds_no_violation_on_any_page_light_or_dark(
    loose: Callable[..., BrowserContext], base_url: str, language: str, screen: str
) -> None:
    page = loose(screen).new_page()
    found = {}
    for name, address in VIEWS.items():
        page.goto(f"{base_url}/{language}/{address}")
        settle(page)
        found[name] = examine(page)
        page.emulate_media(color_scheme="dark")
        wait_for_fades(page)
        found[f"{name}, dark"] = examine(page, ["color-contrast"])
        page.emulate_media(color_scheme="light")
    page.close()
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("pane", ["map", "network"])
def test_axe_finds_no_violation_in_the_pictures_on_a_phone(
    loose: Callable[..., BrowserContext], base_url: str, pane: str
) -> None:
    page = loose("phone").new_page()
    page.goto(f"{base_url}/ja/?pane={pane}&select=nepal")
    settle(page)
    found = examine(page)
    page.locator('.tabs [data-action="toggle-filters"]').click()
    found += examine(page)
    page.close()
    assert found == []


def test_axe_finds_no_violation_without_scripts_bundles_or_with_an_open_list_of_choices(
    loose: Callable[..., BrowserContext], base_url: str
) -> None:
    page = loose("laptop").new_page()
    page.route("**/static/plotly.*", lambda route: route.abort())
    page.route("**/static/mantine.*", lambda route: route.abort())
    page.goto(f"{base_url}/en/?select=nepal")
    page.locator("body[data-live]").wait_for(state="attached")
    found = examine(page)
    page.unroute_all()
    page.goto(f"{base_url}/en/")
    settle(page)
    page.locator(".filter-menu").first.hover()
    page.locator("#controls[data-ready]").wait_for(state="attached")
    page.locator("#filter-tie").click()
    page.locator(".mantine-MultiSelect-option").first.wait_for()
    found += examine(page)
    page.close()
    assert found == []


def test_the_pages_landmarks_headings_and_names_are_in_order(visit: OPEN) -> None:
    page = visit("/en/")
    for role, name in (
        ("region", "Map"),
        ("region", "Network"),
        ("region", "Selected"),
        ("region", "Filters"),
        ("navigation", "Languages"),
    ):
        expect(page.get_by_role(role, name=name, exact=True)).to_have_count(1)  # type: ignore[arg-type]
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("search")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    levels = page.locator("h1, h2, h3, h4").evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each => Number(each.tagName[1]))"
    )
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_map_and_network_are_told_in_words(visit: OPEN, dataset: Dataset) -> None:
    page = visit("/en/", settled=False)
    partners = [partner.names["en"] for partner in dataset.of_kind(EntityKind.PARTNER)]
    told = page.locator("#map-alt").inner_text()
    assert [name for name in partners if name not in told] == []
    told = page.locator("#network-alt").inner_text()
    for number in (2, len(partners), len(dataset.of_kind(EntityKind.ACTIVITY)), len(dataset.exchange_ties)):
        assert str(number) in told


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(visit: OPEN) -> None:
    page = visit("/en/", settled=False)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("pane", ["list", "network", "map"])
def test_on_a_phone_the_card_of_a_linked_selection_leaves_it_in_sight(visit: OPEN, pane: str) -> None:
    page = visit(f"/en/?select=luxor&pane={pane}", "phone")
    wait_for_fades(page)
    stage = "network" if pane == "network" else "map"  # the list stands below the map
    shown = f"#{stage}-stage .label.is-selected"
    lower = "each => each.getBoundingClientRect().bottom"
    page.locator(shown).first.wait_for()
    card = page.locator("#card").evaluate("each => each.getBoundingClientRect().top")
    assert 0 < page.locator(shown).first.evaluate(lower) <= card


SEEN = """() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
  const seen = shares.some((across) => shares.some((down) => {
    const there = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
    return there && (focused.contains(there) || there.contains(focused));
  }));
  return seen ? "" : focused.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize("address", ["?select=nepal", "?pane=network&select=nepal", "?pane=map&select=nepal"])
def test_on_a_phone_neither_card_nor_tabs_hide_what_has_the_focus(visit: OPEN, address: str) -> None:
    page = visit(f"/en/{address}", "phone", reduced_motion="reduce")
    hidden = []
    for _ in range(90):
        page.keyboard.press("Tab")
        hidden += [told for told in [page.evaluate(SEEN)] if told]
    assert hidden == []


def test_with_reduced_motion_nothing_moves(visit: OPEN) -> None:
    page = visit("/en/", reduced_motion="reduce")
    page.locator('#list [data-entity="nepal"] > a').click()
    moving = page.evaluate(
        """() => document.getAnimations().filter(each => each.playState === "running").map(each =>
          each.effect?.target?.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    durations = page.locator("*").evaluate_all(
        """all => [...new Set(all.filter(each => !each.closest("#react-entry-point"))
          .filter(each => parseFloat(getComputedStyle(each).transitionDuration) > 0.01)
          .map(each => each.tagName + "." + each.getAttribute("class")))]"""
    )
    assert durations == []
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


LOST = """() => {
  const root = document.documentElement;
  const cut = [...document.querySelectorAll("main *, header *, footer *, .beyond *, .tabs *")].filter(each => {
    if (each.closest(".stage, svg, .visually-hidden, select, [hidden], template")) return false;
    if (!each.checkVisibility() || !each.textContent.trim()) return false;
    const style = getComputedStyle(each);
    const clips = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
    return clips && each.scrollWidth > each.clientWidth + 1;
  });
  const beyond = [...document.querySelectorAll("a, button, input, select, h1, h2, h3, p")].filter(each => {
    if (each.closest(".stage, .visually-hidden, .skip, [hidden]") || !each.checkVisibility()) return false;
    const box = each.getBoundingClientRect();
    return box.width && (box.right > root.clientWidth + 1 || box.left < -1);
  });
  const name = each => each.outerHTML.slice(0, 110);
  return { wide: root.scrollWidth - root.clientWidth, cut: cut.map(name), beyond: beyond.map(name) };
}"""
NOTHING_LOST = {"wide": 0, "cut": [], "beyond": []}


@pytest.fixture(scope="module")
def large_type(chromium: BrowserType) -> Iterator[Browser]:
    """A browser whose reader has asked for type of twice the size."""
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]
    browser = chromium.launch(executable_path=find_chromium(), args=flags)
    yield browser
    browser.close()


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_type_of_twice_the_size_loses_nothing_and_needs_no_scrolling_sideways(
    large_type: Browser, base_url: str, screen: str
) -> None:
    page = large_type.new_page(**SCREENS[screen])
    for address in ("ja/?select=fujisawa-association", "en/?select=fujisawa-association", "ja/gaps", "en/sources"):
        page.goto(f"{base_url}/{address}")
        settle(page)
        assert page.evaluate("() => getComputedStyle(document.body).fontSize") == "32px"
        assert page.evaluate(LOST) == NOTHING_LOST
    page.goto(f"{base_url}/en/")
    settle(page)
    page.locator('#list [data-entity="nepal"] > a').click()
    expect(page.locator("#card .card-title")).to_be_in_viewport()
    page.close()


def test_at_twice_the_zoom_a_laptop_reads_like_a_phone(visit: OPEN) -> None:
    page = visit("/en/?select=fujisawa-association", viewport={"width": 683, "height": 384}, device_scale_factor=2)
    assert page.evaluate(LOST) == NOTHING_LOST
    expect(page.locator(".tabs")).to_be_visible()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "address", ["", "?select=fujisawa-association&from=yuu-no-kai&to=vnu-hcm", "gaps", "countries"]
)
def test_at_320_px_everything_reflows(visit: OPEN, language: str, address: str) -> None:
    page = visit(
        f"/{language}/{address}",
        settled=address not in READING_PAGES,
        viewport={"width": 320, "height": 568},
    )
    assert page.evaluate(LOST) == NOTHING_LOST
    page.set_viewport_size({"width": 240, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") == 240


def test_wide_spacing_of_text_loses_nothing(visit: OPEN) -> None:
    page = visit("/en/?select=fujisawa-association")
    page.evaluate(
        """() => {
          for (const each of document.querySelectorAll("body, body *")) {
            if (each.closest("svg, .stage, #react-entry-point")) continue;
            each.style.letterSpacing = "0.12em";
            each.style.wordSpacing = "0.16em";
            each.style.lineHeight = "1.5";
          }
        }"""
    )
    assert page.evaluate(LOST) == NOTHING_LOST


def test_with_forced_colours_lines_focus_and_selection_can_still_be_told(visit: OPEN) -> None:
    page = visit("/en/?select=nepal", forced_colors="active")
    background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    for selector in ("#list .item-name", "#card .card-title", ".masthead .brand-name"):
        expect(page.locator(selector).first).not_to_have_css("color", background)
    line = page.locator('#map-stage > .picture .curve[data-mark="higashiyama-nepal"] .line')
    expect(line).not_to_have_css("stroke", "none")
    link = page.locator('#list [data-entity="nepal"] > a')
    expect(link).to_have_attribute("aria-current", "true")
    page.locator("#search input").focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


@pytest.mark.parametrize("legend", ["map-legend", "network-legend"])
def test_all_marks_of_a_legend_differ_in_form_where_colours_are_gone(legend: str, visit: OPEN) -> None:
    page = visit("/en/", forced_colors="active")
    page.evaluate(
        """name => {
      const legend = document.querySelector(`.${name}`);
      document.body.replaceChildren(...document.querySelectorAll("svg:has(symbol)"), legend);
      for (const sign of legend.querySelectorAll(".sign")) sign.style.cssText = "position: fixed; inset: 0 auto auto 0";
    }""",
        legend,
    )  # all in one corner, so that equal forms give equal pixels
    pictures: dict[bytes, str] = {}
    item = page.locator(f".{legend} li:has(> .sign)").first
    while item.count():
        name = item.text_content() or ""
        picture = item.locator("> .sign").screenshot()
        assert picture not in pictures, (pictures[picture], name)
        pictures[picture] = name
        item.evaluate("item => item.remove()")
    assert len(pictures) > 5


def _paints(place: Locator) -> list[str]:
    names: list[str] = ["backgroundColor", "color", "borderColor", "textDecorationLine"]
    return place.first.evaluate("(each, names) => names.map((name) => getComputedStyle(each)[name])", names)


def test_with_forced_colours_whatever_is_on_or_chosen_is_painted_otherwise_than_what_is_not(visit: OPEN) -> None:
    told = {"forced_colors": "active"}
    page = visit("/en/?home=ishikawa&later=off&select=jiangsu", **told)
    _tell_apart(page, ".filter-chip:has(:checked)", ".filter-chip:not(:has(:checked))")
    _tell_apart(page, '#list [data-entity="jiangsu"] > a', '#list [data-entity="irkutsk"] > a')
    _tell_apart(page, ".spot .label.is-selected .name", ".spot .label.kind-partner:not(.is-selected) .name")
    _tell_apart(page, "#map-stage .label.is-selected", "#map-stage .label:not(.is-selected)")
    _tell_apart(page, ".languages [aria-current]", ".languages a:not([aria-current])")
    switch = page.locator(".filter-switch input")
    off = _paints(switch)
    switch.check()
    assert _paints(switch) != off
    phone = visit("/en/?pane=map", "phone", **told)
    _tell_apart(phone, ".tabs [aria-current]", ".tabs a:not([aria-current])")
    kiosk = visit("/en/kiosk", "projector", settled=False, **told)
    _tell_apart(kiosk, '.key[aria-pressed="true"]', '.key[aria-pressed="false"]')
    stage = visit("/en/present", "projector", settled=False, **told)
    expect(stage.locator("body[data-ready]")).to_be_attached()
    stage.keyboard.type("nep")
    _tell_apart(stage, '.match[aria-selected="true"]', '.match:not([aria-selected="true"])')
    figures = visit("/en/figures?home=ichinoseki&country=NP", settled=False, **told)
    _tell_apart(figures, '.chart-bars [aria-pressed="true"]', '.chart-bars [aria-pressed="false"]')


def _tell_apart(page: Page, one: str, other: str) -> None:
    expect(page.locator(one).first).to_be_attached()
    assert _paints(page.locator(one)) != _paints(page.locator(other)), one


def test_on_paper_list_card_map_and_network_are_there_and_controls_are_not(visit: OPEN) -> None:
    page = visit("/ja/")
    page.emulate_media(media="print")
    for view in ("list", "card", "map", "network"):
        expect(page.locator(f"[data-view={view}]")).to_be_visible()
    for selector in ("#controls", ".search", ".languages", ".tabs", ".zoom"):
        expect(page.locator(selector)).to_be_hidden()
    expect(page.locator("#list [data-entity=vnu-hcm]")).to_be_visible()
    assert page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf()) > 50_000


@pytest.mark.parametrize("address", ["/ja/?select=ichinoseki", "/en/?select=nepal", "/ja/card/ichinoseki/"])
def test_what_is_chosen_is_printed_on_one_sheet_with_its_map(visit: OPEN, address: str) -> None:
    page = visit(address, settled="select" in address)
    page.locator(".map-stage > .picture").wait_for()
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) == 1


def test_on_paper_a_reader_of_the_dark_appearance_gets_ink_on_white_too(visit: OPEN) -> None:
    page = visit("/en/?select=nepal", color_scheme="dark")
    ink = page.locator("#card .card-summary").evaluate("each => getComputedStyle(each).color")
    page.emulate_media(media="print")
    printed = page.locator("#card .card-summary").evaluate("each => getComputedStyle(each).color")
    assert printed != ink
    assert max(int(part) for part in re.findall(r"\d+", printed)[:3]) < 100


def test_on_paper_a_phone_prints_all_four_views_too(visit: OPEN) -> None:
    page = visit("/en/", "phone")
    page.emulate_media(media="print")
    for view in ("list", "card", "map", "network"):
        expect(page.locator(f"[data-view={view}]")).to_be_visible()


def test_the_choice_of_light_or_dark_lasts_for_the_window_and_colours_everything(visit: OPEN) -> None:
    page = visit("/en/", color_scheme="dark")
    dark = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    button = page.locator('[data-action="toggle-theme"]')
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    light = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.reload()
    wait_until_settled(page)
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == light
