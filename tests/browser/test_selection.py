"""One selection runs through list, map, network and card, whichever way it is made."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.i18n import load_catalogue
from dashboard.model import Dataset, in_language
from tests.browser.stillness import wait_until_unchanged

OPEN = Callable[..., Page]

INSIDE_AREA = """(area, reach) => {
  const drawn = [...document.querySelectorAll("#map-stage .curve :is(path.js-line, path.line)")];
  const lines = drawn.filter(line => line.checkVisibility()).flatMap(line => {
    const length = line.getTotalLength();
    return Array.from({ length: 200 }, (_, step) =>
      line.getPointAtLength(length * step / 200).matrixTransform(line.getScreenCTM()));
  });
  const box = area.getBoundingClientRect();
  for (let x = box.left; x < box.right; x += 3) for (let y = box.top; y < box.bottom; y += 3) {
    const here = new DOMPoint(x, y);
    const inside = area.isPointInFill(here.matrixTransform(area.getScreenCTM().inverse()));
    const free = lines.every(point => Math.hypot(point.x - x, point.y - y) > reach);
    if (inside && free && !document.elementFromPoint(x, y).closest("a")) return [x, y];
  }
  return null;
}"""
SELECT_EVERYTHING = """async links => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const { store } = window.Kakehashi;
  const cardOf = () => document.querySelector("#card-body [data-card-of]")?.dataset.cardOf;
  const seen = [];
  for (const link of links) {
    const id = link.closest("[data-entity]").dataset.entity;
    link.click();
    const lit = [...new Set(all(".is-selected").map(each => each.dataset.mark || each.dataset.callout))]; // at once
    const patience = performance.now() + 10000;
    store.dispatch({ type: "replace", state: { ...store.state } }); // before the next step a step is shown to its end
    while (!(document.body.dataset.selected === id && cardOf() === id) && performance.now() < patience)
      await new Promise(requestAnimationFrame);
    seen.push({
      id, lit,
      selected: document.body.dataset.selected,
      card: cardOf(),
      title: document.querySelector("#card .card-title")?.firstChild.textContent,
      sources: all("#card .card-sources .source-maker").filter(each => each.textContent.trim()).length,
      addresses: all("#card .card-sources cite").map(each => each.closest("a")?.href ?? each.textContent),
      locators: all("#card .card-sources .locator").filter(each => each.textContent.trim()).length,
      current: all("#list [aria-current]").map(each => each.closest("[data-entity]").dataset.entity),
      live: document.getElementById("live").textContent,
      query: location.search,
    });
  }
  return seen;
}"""


def expect_selected(page: Page, key: str) -> None:
    """What must hold on the whole page while something is selected."""
    expect(page.locator("body")).to_have_attribute("data-selected", key)
    expect(page.locator("#card-body [data-card-of]")).to_have_attribute("data-card-of", key)
    expect(page.locator(f'#list [data-entity="{key}"]')).to_have_class(re.compile(r"\bis-selected\b"))
    expect(page.locator("#list [aria-current]")).to_have_count(1)
    expect(page.locator(f'#list [data-entity="{key}"] > a[aria-current="true"]')).to_have_count(1)
    expect(page).to_have_url(re.compile(rf"[?&]select={key}(&|$)"))


def clear(page: Page) -> None:
    """Escape, which closes the box over the network first where one is open."""
    if page.locator("#network-stage .callout.is-selected").is_visible():
        page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def expect_nothing_selected(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-selected", "")
    expect(page.locator("#card .card-welcome")).to_be_visible()
    expect(page.locator("[aria-current=true]:not(.languages a, .tabs a)")).to_have_count(0)
    expect(page.locator(".is-selected")).to_have_count(0)


def in_list(page: Page, key: str) -> Locator:
    return page.locator(f'#list [data-entity="{key}"] > a')


def label(page: Page, stage: str, key: str) -> Locator:
    return page.locator(f'#{stage}-stage a[data-mark="{key}"]').first


def painted(page: Page, stage: str, key: str) -> Locator:
    """What stands for something in the server's picture, or on the map in Plotly's once that has taken over."""
    mark = f'[data-mark="{key}"]'
    return page.locator(f"#{stage}-stage:not([data-painted=plotly]) > .picture {mark}, #{stage}-plot {mark}")


def reach_for_map(page: Page) -> None:
    """Press a button of the map, wait until Plotly has taken over, and go back to the whole of it."""
    page.locator('[data-action="zoom-in"]').click()
    page.locator("#map-stage[data-painted=plotly]").wait_for()
    page.locator('[data-action="zoom-reset"]').click()
    page.locator("#map-stage:not(:has(> .is-enlarged))").wait_for()


def click_point(page: Page, point: list[float]) -> None:
    x, y = point
    page.mouse.move(x - 2, y - 2)
    page.mouse.move(x, y)
    page.mouse.click(x, y)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_in_the_list_can_be_selected_and_its_card_says_name_source_and_locator(
    explore: OPEN, dataset: Dataset, language: str
) -> None:
    page = explore(language)
    seen = page.locator("#list [data-entity] > a").evaluate_all(SELECT_EVERYTHING)
    ties = {tie.id: tie for tie in dataset.exchange_ties}
    assert sorted(each["id"] for each in seen) == sorted([*dataset.entity, *ties])
    for each in seen:
        key = each["id"]
        assert each["selected"] == each["card"] == key
        assert each["current"] == [key]
        assert each["query"] == f"?select={key}"
        assert each["lit"] == [key]
        assert each["locators"] >= each["sources"] == len(set(each["addresses"])) >= 1, key  # each source once
        ends = (ties[key].source, ties[key].target) if key in ties else (key,)
        for end in ends:
            name = in_language(dataset.entity[end].names, language)
            assert name in each["title"]
            assert name in each["live"]


def test_a_click_in_the_list_lights_up_the_curve_on_the_map_and_the_edge_in_the_network(explore: OPEN) -> None:
    page = explore("en", "projector")
    in_list(page, "nepal").click()
    expect_selected(page, "nepal")
    for stage in ("map", "network"):
        expect(painted(page, stage, "nepal").first).to_have_class(re.compile(r"\bis-selected\b"))
        expect(painted(page, stage, "higashiyama-nepal").first).to_have_class(re.compile(r"\bis-near\b"))
        expect(painted(page, stage, "luxor-association-luxor").first).not_to_have_class(
            re.compile(r"\bis-(near|selected)\b")
        )
        expect(label(page, stage, "nepal")).to_have_class(re.compile(r"\bis-selected\b"))
    in_list(page, "higashiyama-nepal").click()
    expect_selected(page, "higashiyama-nepal")
    for stage in ("map", "network"):
        expect(painted(page, stage, "higashiyama-nepal").first).to_have_class(re.compile(r"\bis-selected\b"))
        expect(painted(page, stage, "nepal").first).to_have_class(re.compile(r"\bis-near\b"))


def test_a_highlight_can_be_seen(explore: OPEN) -> None:
    page = explore("en")
    in_list(page, "nepal").click()
    for stage in ("map", "network"):
        near = painted(page, stage, "higashiyama-nepal").first
        far = painted(page, stage, "luxor-association-luxor").first
        expect(far).not_to_have_css("opacity", "1")
        expect(near).to_have_css("opacity", "1")


def test_a_card_names_a_partner_in_the_readers_language_in_japanese_and_in_its_own_script(visit: OPEN) -> None:
    page = visit("/en/?select=jeollabuk-do")
    for name in ("Jeollabuk-do", "全羅北道"):
        expect(page.locator("#card .card-head")).to_contain_text(name)
    expect(page.locator("#card [lang=ko]").filter(has_text="전라북도")).to_be_visible()
    page.locator("#card .card-sources > summary").click()
    expect(page.locator("#card .card-sources .source-maker").first).to_be_visible()
    expect(page.locator("#card .card-sources .locator").first).to_be_visible()


@pytest.mark.parametrize("awake", [False, True], ids=["asleep", "awake"])
def test_an_area_on_the_map_selects_the_partner_that_it_is_before_and_after_plotly(visit: OPEN, awake: bool) -> None:
    page = visit("/en/")
    if awake:
        reach_for_map(page)
    area = page.locator('#map-stage :is(.picture .area, .choroplethlocation)[data-mark="irkutsk"]').filter(visible=True)
    click_point(page, area.evaluate(INSIDE_AREA, 14))
    expect_selected(page, "irkutsk")


def test_what_stands_for_nothing_selectable_selects_nothing(explore: OPEN) -> None:
    page = explore("en", "projector")
    in_list(page, "nepal").click()
    expect_selected(page, "nepal")
    for stage in ("map", "network"):
        page.locator(f"#{stage}-heading").click()
        page.locator(f"#{stage}-stage").click(position={"x": 3, "y": 3})
    page.locator("#list-count").click()
    expect_selected(page, "nepal")


def test_a_finger_selects_in_list_map_network_and_card(explore: OPEN) -> None:
    page = explore("en", "phone")
    in_list(page, "nepal").tap()
    expect_selected(page, "nepal")
    page.locator('#card a[data-select="higashiyama-association"]').first.tap()
    expect_selected(page, "higashiyama-association")
    page.locator("#card-close").tap()
    expect(page.locator("body")).to_have_attribute("data-selected", "")
    page.locator('.tabs [data-pane="map"]').tap()
    label(page, "map", "luxor").tap()
    expect_selected(page, "luxor")
    page.locator("#card-close").tap()
    page.locator('.tabs [data-pane="network"]').tap()
    label(page, "network", "murone-club").tap()
    expect_selected(page, "murone-club")


def test_the_phone_opens_with_the_map_over_the_list_and_shows_the_card_as_a_sheet_that_can_be_closed(
    explore: OPEN,
) -> None:
    page = explore("ja", "phone")
    expect(page.locator("#map-stage")).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".card-welcome .card-title")).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-view=list]")).to_be_visible()
    expect(page.locator("[data-view=network]")).to_be_hidden()
    in_list(page, "nepal").tap()
    card = page.locator("[data-view=card]")
    expect(card).to_have_css("position", "fixed")
    expect(card.locator(".card-title")).to_be_in_viewport()
    page.locator("#card-close").tap()
    expect(card).not_to_have_css("position", "fixed")


def test_the_sheet_of_a_phone_is_pulled_up_and_back_by_finger_tap_and_key_and_stays_from_card_to_card(
    visit: OPEN,
) -> None:
    """Pulled up it leaves the head and the tabs free; it lies low again as soon as the focus would be below it."""
    page = visit("/en/", "phone", reduced_motion="reduce")
    in_list(page, "nepal").tap()
    expect_selected(page, "nepal")
    card, grip, body = page.locator("#card"), page.locator("#card-grip"), page.locator("#card-body")
    low = _height(card)
    grip.tap()
    expect(grip).to_have_attribute("aria-expanded", "true")
    assert _height(card) > low * 1.3
    between = page.evaluate("""() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      return [box("#card").top - box(".masthead").bottom, box(".tabs").top - box("#card").bottom];
    }""")
    assert min(between) >= -1
    body.evaluate("each => { each.scrollTop = 200; }")
    page.locator('#card a[data-select="higashiyama-association"]').first.tap()
    expect_selected(page, "higashiyama-association")
    assert _height(card) > low * 1.3
    assert body.evaluate("each => each.scrollTop") == 0
    expect(page.locator("#card-close")).to_be_in_viewport(ratio=1)
    _pull(page, 200)
    assert _height(card) <= low + 1
    _pull(page, -200)
    expect(grip).to_have_attribute("aria-expanded", "true")
    grip.press("Enter")
    expect(grip).to_have_attribute("aria-expanded", "false")
    grip.press("Space")
    expect(grip).to_have_attribute("aria-expanded", "true")
    page.locator("#q").focus()
    expect(grip).to_have_attribute("aria-expanded", "false")
    assert grip.evaluate("each => Math.min(each.offsetWidth, each.offsetHeight)") >= 44


def _height(card: Locator) -> float:
    return float(card.evaluate("each => each.offsetHeight"))


def _pull(page: Page, way: float) -> None:
    """Drags the grip of the sheet ``way`` pixels downwards."""
    box = page.locator("#card-grip").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + way, steps=4)
    page.mouse.up()


def test_tab_and_enter_select_in_the_list_and_escape_clears(explore: OPEN) -> None:
    page = explore("en")
    first = page.locator("#list [data-entity] > a").first
    page.locator("#filters-clear").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("element => element === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_selected(page, "ishikawa-irkutsk")
    expect(page.locator("#card-body")).to_be_focused()  # which has the list's place
    page.keyboard.press("Escape")
    expect_nothing_selected(page)
    expect(in_list(page, "ishikawa-irkutsk")).to_be_focused()


@pytest.mark.parametrize("stage", ["map", "network"])
def test_a_picture_is_one_stop_of_the_tab_key_and_arrows_walk_everything_in_it(explore: OPEN, stage: str) -> None:
    """Each thing once, also where the lens names a home again."""
    page = explore("en")
    stops = page.locator(f'#{stage}-stage a[data-mark][tabindex="0"]')
    expect(stops).to_have_count(1)
    stops.focus()
    labels = page.locator(f"#{stage}-stage a[data-mark]:visible")
    focused = "() => document.activeElement.dataset.mark"
    walked: list[str] = []
    while (here := page.evaluate(focused)) not in walked:
        walked.append(here)
        expect(page.locator(f"#{stage}-stage a:focus")).to_have_css("opacity", "1")
        page.keyboard.press("ArrowDown")
    assert sorted(walked) == sorted(set(labels.evaluate_all("all => all.map((each) => each.dataset.mark)")))
    page.keyboard.press("End")
    last = page.evaluate("() => document.activeElement.dataset.mark")
    page.keyboard.press("Enter")
    expect_selected(page, last)
    clear(page)
    expect_nothing_selected(page)


def test_every_entity_and_tie_of_the_network_can_be_reached_in_it_by_keyboard(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    marks = page.locator("#network-stage a[data-mark]").evaluate_all("all => all.map(each => each.dataset.mark)")
    assert set(marks) >= {*dataset.entity, *(tie.id for tie in dataset.exchange_ties)}


def test_a_filter_that_hides_the_stop_of_the_tab_key_moves_it_to_a_label_that_is_shown(explore: OPEN) -> None:
    page = explore("en")
    stop = page.locator('#map-stage a[data-mark][tabindex="0"]')
    page.locator('#map-stage a[data-mark="austria"]').focus()
    assert stop.get_attribute("data-mark") == "austria"
    page.locator(".filter-chip.home-ishikawa").click()
    expect(stop).to_be_visible()
    expect(stop).not_to_have_attribute("data-mark", "austria")


def test_a_trace_runs_from_home_to_partner_along_what_a_selection_lights_up_and_is_gone(visit: OPEN) -> None:
    page = visit("/en/")
    reach_for_map(page)
    page.evaluate(
        """() => {
          window.grown = [];
          new MutationObserver((changes) => {
            for (const { addedNodes } of changes)
              for (const node of addedNodes) if (node.matches?.(".growing")) {
                const [first, last] = [0, node.getTotalLength()].map((at) => node.getPointAtLength(at).x);
                window.grown.push([node.nextElementSibling.dataset.mark, first > last]);
              }
          }).observe(document.getElementById("map-plot"), { subtree: true, childList: true });
        }"""
    )
    in_list(page, "nepal").click()
    page.wait_for_function("() => window.grown.length")
    assert page.evaluate("window.grown") == [["higashiyama-nepal", True]]
    expect(page.locator("#map-plot .growing")).to_have_count(0)


def test_the_focus_can_be_seen_everywhere(explore: OPEN) -> None:
    page = explore("en")
    unseen = []
    page.keyboard.press("Tab")
    for _ in range(16):
        name, style, width = page.evaluate(
            """() => {
              const element = document.activeElement;
              const shown = element.closest(".mantine-MultiSelect-input, #filters label") || element;
              const style = getComputedStyle(shown);
              return [element.outerHTML.slice(0, 90), style.outlineStyle, parseFloat(style.outlineWidth)];
            }"""
        )
        if style == "none" or width < 2:
            unseen.append(name)
        page.keyboard.press("Tab")
    assert unseen == []


def test_the_focus_is_not_lost_when_the_card_changes_under_it(visit: OPEN) -> None:
    page = visit("/en/?select=nepal")
    page.locator('#card a[data-select="higashiyama-association"]').first.focus()
    page.keyboard.press("Enter")
    expect_selected(page, "higashiyama-association")
    inside = "() => document.getElementById('card').contains(document.activeElement)"
    assert page.evaluate(inside)
    page.locator("#card-close").focus()
    page.keyboard.press("Enter")
    expect_nothing_selected(page)
    expect(in_list(page, "higashiyama-association")).to_be_focused()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_live_region_tells_what_was_selected_and_that_nothing_is(explore: OPEN, language: str) -> None:
    texts = load_catalogue().texts(language)
    page = explore(language)
    live = page.locator("#live[role=status][aria-live=polite]")
    expect(live).to_be_empty()
    in_list(page, "nepal").click()
    expect(live).to_contain_text({"ja": "ネパール", "en": "Nepal"}[language])
    expect(live).to_contain_text(texts("kind-partner"))
    clear(page)
    expect(live).to_have_text(texts("announce-cleared"))


def test_selecting_asks_the_server_for_nothing_but_what_is_kept(explore: OPEN) -> None:
    """Cards, fonts of names and hours of a contact are files that come once, the first time that they are shown."""
    page = explore("en", "projector")

    def select_some() -> None:
        for key in ("nepal", "ichinoseki-central-highlands", "music-festival", "ishikawa"):
            in_list(page, key).click()
            expect_selected(page, key)
        label(page, "map", "luxor").click()
        expect_selected(page, "luxor")
        page.wait_for_load_state("networkidle")

    asked: list[str] = []
    # The browser looks up its own copy of the icon whenever the address changes.
    page.on("request", lambda request: asked.append(request.url) if "icon" not in request.url else None)
    select_some()
    wait_until_unchanged(page, lambda: len(asked))
    assert [url for url in asked if not re.search(r"/static/|/data/", url)] == []
    before = len(asked)
    select_some()
    wait_until_unchanged(page, lambda: len(asked))
    assert asked[before:] == []


def test_selecting_a_home_lights_up_all_its_ties(explore: OPEN, dataset: Dataset) -> None:
    page = explore("en")
    in_list(page, "ichinoseki").click()
    ties = [tie.id for tie in dataset.exchange_ties if not tie.id.startswith("ishikawa-")]
    for key in ties:
        expect(painted(page, "map", key).first).to_have_class(re.compile(r"\bis-near\b"))
        expect(painted(page, "network", key).first).to_have_class(re.compile(r"\bis-near\b"))
    for key in ("ishikawa-irkutsk", "ishikawa-jiangsu", "ishikawa-jeollabuk-do"):
        expect(painted(page, "map", key).first).not_to_have_class(re.compile(r"\bis-near\b"))


def test_a_modified_click_is_left_to_the_browser(explore: OPEN) -> None:
    page = explore("en")
    with page.context.expect_page() as opened:
        in_list(page, "nepal").click(modifiers=["Control"])
    assert opened.value.url.endswith("/en/card/nepal/")
    opened.value.close()
    expect(page.locator("body")).to_have_attribute("data-selected", "")


SHARE_SEEN = """async ids => {
  const body = document.querySelector("#card-body");
  const shares = {};
  for (const id of ids) {
    window.Kakehashi.store.dispatch({ type: "select", id });
    while (body.querySelector("[data-card-of]")?.dataset.cardOf !== id) await new Promise(requestAnimationFrame);
    shares[id] = body.clientHeight / body.scrollHeight;
  }
  return shares;
}"""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_on_a_laptop_three_quarters_of_an_ordinary_card_are_read_without_scrolling(
    explore: OPEN, language: str
) -> None:
    shares = explore(language).evaluate(
        SHARE_SEEN, ["jiangsu", "princeton", "chusonji", "egypt-seminars", "consultations"]
    )
    assert {key: share for key, share in shares.items() if share < 0.75} == {}


def test_on_a_laptop_closing_the_card_brings_back_the_list_at_the_row_that_was_chosen(explore: OPEN) -> None:
    page = explore("en")
    in_list(page, "chusonji").click()
    expect_selected(page, "chusonji")
    expect(page.locator("#list")).not_to_be_visible()
    page.locator("#q").fill("Nepal")
    expect(in_list(page, "nepal")).to_be_in_viewport()  # what is found is seen all the same
    page.locator("#q").fill("")
    expect(page.locator("#list")).to_be_visible()  # who searched goes on with the list, until something is chosen
    in_list(page, "hiraizumi").click()
    expect_selected(page, "hiraizumi")
    expect(page.locator("#list")).not_to_be_visible()
    page.get_by_role("button", name="Clear the selection").click()
    expect_nothing_selected(page)
    expect(in_list(page, "hiraizumi")).to_be_in_viewport()
    expect(in_list(page, "hiraizumi")).to_be_focused()


def test_enter_again_leads_from_a_row_to_its_card_and_escape_back(explore: OPEN) -> None:
    page = explore("en", "projector")
    row = page.locator('#list [data-entity="nepal"] > a')
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card [data-card-of=nepal]")).to_be_visible()
    expect(row).to_be_focused()
    ties = page.locator("#card .card-ties > li").count()
    expect(page.locator("#live")).to_contain_text(f"Ties: {ties}.")  # as many as the card lists
    page.keyboard.press("Enter")
    expect(page.locator("#card-body")).to_be_focused()
    page.keyboard.press("Escape")
    expect(row).to_be_focused()
    expect(page.locator("body")).to_have_attribute("data-selected", "nepal")
    clear(page)
    expect(page.locator("body")).to_have_attribute("data-selected", "")


def test_a_row_that_is_tapped_stays_under_the_finger(visit: OPEN) -> None:
    page = visit("/en/", "phone", reduced_motion="reduce")  # so that nothing is on its way when it is measured
    row = page.locator('#list [data-entity="irkutsk"] > a')
    row.evaluate("""row => row.addEventListener("pointerdown", () => {
      row.dataset.touchedAt = row.getBoundingClientRect().top;
    })""")
    row.tap()
    expect(page.locator("#card [data-card-of=irkutsk]")).to_be_visible()
    before = float(row.get_attribute("data-touched-at") or "nan")
    after = row.bounding_box()
    sheet = page.locator("#card").bounding_box()
    assert after
    assert sheet
    assert abs(after["y"] - before) < 2 or after["y"] + after["height"] <= sheet["y"]
    assert after["y"] >= page.locator(".masthead").evaluate("head => head.getBoundingClientRect().bottom")


def test_a_card_of_ichinoseki_says_whom_to_ask_and_whether_somebody_is_there(open_page: OPEN) -> None:
    page = open_page("/en/sources", settled=False, timezone_id="America/New_York")
    page.clock.install(time="2026-11-26T00:30:00Z")  # Thursday morning in Japan, Wednesday evening in New York
    page.goto(page.url.replace("sources", "?select=residents-cooking-class"))
    opening = page.locator("#card .opening")
    expect(opening).to_have_text("By the stated days: closed today.")
    expect(page.locator("#card a[href^='tel:']")).to_have_text("0191-34-4711")
    expect(page.locator("#card .contact-doubt")).to_have_count(1)
    page.clock.fast_forward("24:00:00")
    expect(opening).to_have_text("By the stated hours: open now, until 18:00.")
