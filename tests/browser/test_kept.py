"""The browser keeps lobby, stage and explorer: they load again without their server, and never show what is old."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.installation import Installation, rename
from tests.browser.kiosk_screen import PORTRAIT, begin, hear_news, phase, selected, wait_until

_PATIENCE_S = 60
_PAUSE_S = 2  # who asks for what is kept without a pause keeps the browser from bringing its worker up to date
_LONGER_THAN_STAFF_WAIT_MS = 400_000
_IS_KEPT = """async (part) => {
  for (const name of await caches.keys()) {
    const keys = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    const isOwn = name.startsWith(`kakehashi /${document.documentElement.lang}/ `);
    if (isOwn && keys.some((each) => each.includes(part))) return true;
  }
  return false;
}"""
"""Whether something is kept for the language of the page."""
_IS_SHOWN_EDITION_WHOLE = """async () => {
  const names = await caches.keys();
  const marks = await Promise.all(names.map(async (name) =>
    (await caches.open(name)).match(`${name.split(" ")[1]}kept/kiosk`)));
  const { edition } = window.Kakehashi.scene;
  return names.length === 2 && marks.every(Boolean) && names.every((name) => name.endsWith(edition));
}"""
"""Whether both languages keep the edition that is on the screen and no other, and all that the lobby needs of it."""
_IS_FORGOTTEN = """async () =>
  !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length"""
_FORGET_PAGES = "async () => { for (const name of await caches.keys()) await caches.delete(name); }"
_ENGLISH = "window.Kakehashi.scenes.get('en').root.querySelector('[data-entity=nepal] .item-name').textContent"


@contextmanager
def _fresh(browser: Browser, **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PORTRAIT.width, "height": PORTRAIT.height}, **options)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def _wait_until_kept(page: Page, what: str) -> None:
    wait_until(page, f"({_IS_KEPT})({what!r})", _PATIENCE_S, _PAUSE_S)


def _visit_until(page: Page, address: str, expression: str) -> None:
    """Visit again and again, as readers do: only after a visit, and when it has time, a browser looks for a worker."""
    visits = 4
    for visit in range(1, visits + 1):
        try:
            page.goto(address, wait_until="commit")
            wait_until(page, expression, _PATIENCE_S / visits, _PAUSE_S)
            return
        except (AssertionError, Error):  # a worker that is just leaving may hold up a visit
            if visit == visits:
                raise


def _make_ahead(address: str) -> None:
    """As the program does by itself, but under test: a page that has yet to be drawn would keep a reader waiting."""
    with urllib.request.urlopen(address, timeout=_PATIENCE_S) as answer:  # noqa: S310 - our own server
        answer.read()


def test_the_lobby_goes_on_after_a_reload_without_its_server_and_shows_new_data_when_it_is_back(
    browser: Browser, installation: Installation
) -> None:
    with _fresh(browser, has_touch=True, reduced_motion="reduce") as page:
        page.clock.install()
        page.goto(f"{installation.address}/ja/kiosk")
        _wait_until_kept(page, "kept/kiosk")
        installation.kill()
        for _ in range(2):  # the second time in the language that a visitor has chosen
            page.reload()
            wait_until(page, "window.Kakehashi?.scenes.size > 1")
            if phase(page) == "attract":
                begin(page)
            page.locator('#list [data-entity="nepal"] > a').tap()
            expect(page.locator("#card .card-title")).to_be_visible()
            page.locator("#bar [data-language=en]").tap()
        page.reload()
        wait_until(page, "window.Kakehashi?.scenes.size > 1")
        assert (phase(page), selected(page), page.evaluate("document.documentElement.lang")) == (
            "explore",
            "nepal",
            "en",
        )
        page.locator("#bar [data-action=start-over]").tap()
        assert page.evaluate("document.documentElement.lang") == "ja"
        installation.edit("partners.csv", rename)
        installation.start()
        hear_news(page)
        wait_until(page, f"{_ENGLISH} === 'Nepal Federation'", _PATIENCE_S, _PAUSE_S)
        hear_news(page)  # once: a worker that is asked without a pause is not brought up to date by the browser
        wait_until(page, f"({_IS_SHOWN_EDITION_WHOLE})()", _PATIENCE_S, _PAUSE_S)
        installation.kill()
        page.goto(f"{installation.address}/en/kiosk")
        wait_until(page, "window.Kakehashi?.scenes.size > 1")
        assert page.evaluate(_ENGLISH) == "Nepal Federation"
        with page.expect_event("requestfailed"):
            page.clock.fast_forward(_LONGER_THAN_STAFF_WAIT_MS)
        expect(page.locator(".staff-words").first).to_be_hidden()  # all is kept: nobody needs to come
        page.evaluate(_FORGET_PAGES)  # as a browser whose folder is damaged
        page.reload()
        expect(page.locator("body > .staff-words")).to_have_count(2)
        assert page.url == f"{installation.address}/en/kiosk"
        installation.start()
        expect(page.locator("body[data-live] #scene")).to_be_attached(timeout=_PATIENCE_S * 1000)


def test_the_stage_goes_on_after_a_reload_without_its_server(browser: Browser, installation: Installation) -> None:
    with _fresh(browser) as page:
        page.goto(f"{installation.address}/en/present?stop=2")
        _wait_until_kept(page, "kept/present")
        installation.kill()
        page.reload()
        expect(page.locator("#stage-number")).to_contain_text("2")
        title = page.locator("#slide-title").inner_text()
        page.keyboard.press("ArrowRight")
        expect(page.locator("#slide-title")).not_to_have_text(title)
        page.keyboard.press("/")
        page.locator("#question-field").fill("Nepal")
        page.keyboard.press("Enter")
        expect(page.locator("#answer")).to_contain_text("Nepal")
        page.goto(f"{installation.address}/en/present/main/notes?stop=3")
        expect(page.locator("body[data-ready]")).to_be_attached()


def test_the_explorer_goes_on_after_a_reload_and_after_an_edit_the_next_visit_shows_the_new_edition(
    browser: Browser, installation: Installation
) -> None:
    with _fresh(browser) as page:
        page.goto(f"{installation.address}/en/?select=nepal")
        for address in ("/en/", "/data/en/cards.html", "/data/en/search.json", "/static/page."):
            _wait_until_kept(page, address)
        installation.kill()
        page.goto(f"{installation.address}/en/?select=luxor&home=ichinoseki")
        expect(page.locator("#card [data-card-of=luxor] .card-section").first).to_be_visible()
        page.locator("#search input").fill("nepal")
        expect(page.locator('#list [data-entity="nepal"]')).to_be_attached()
        installation.edit("partners.csv", rename)
        installation.start()
        _make_ahead(f"{installation.address}/en/")
        for _ in ("with the old worker", "with the new one"):
            page.goto(f"{installation.address}/en/")
            expect(page.locator('#list [data-entity="nepal"] .item-name').first).to_have_text("Nepal Federation")
        installation.kill()
        installation.settings["KAKEHASHI_OFFLINE"] = "false"
        installation.start()
        _make_ahead(f"{installation.address}/en/")
        _visit_until(page, f"{installation.address}/en/", f"({_IS_FORGOTTEN})()")


def test_whoever_saves_data_is_sent_nothing_to_be_kept(browser: Browser, base_url: str) -> None:
    with _fresh(browser) as page:
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        page.goto(f"{base_url}/en/")
        page.wait_for_function("() => Kakehashi.words.search")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
