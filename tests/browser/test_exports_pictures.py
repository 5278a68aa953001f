"""The page of downloads draws pictures in the reader's own browser, with the right fonts and without other servers."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


def size_of(path: Path) -> tuple[int, ...]:
    return struct.unpack(">II", path.read_bytes()[16:24])


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("exporter", ["map-svg", "network-svg", "stop-svg"])
def test_a_button_saves_the_picture_as_png(
    open_page: Callable[..., Page], exporter: str, width: int, height: int, tmp_path: Path
) -> None:
    page = open_page("/ja/downloads", settled=False)
    entry = page.locator(f"[data-exporter={exporter}]")
    for story in entry.locator("summary").all()[:1]:
        story.click()
    button = entry.locator(f"button[data-width='{width}']").first
    with page.expect_download() as waiting:
        button.click()
    saved = tmp_path / "picture.png"
    waiting.value.save_as(saved)
    assert size_of(saved) == (width, height)
    assert saved.stat().st_size > 20_000


def test_the_letters_of_the_picture_are_those_of_the_projects_own_font(open_page: Callable[..., Page]) -> None:
    """The same picture with and without its fonts differs, although nothing else in it does."""
    page = open_page("/ja/downloads", settled=False)
    differs = page.evaluate(
        """async () => {
          const draw = async (svg) => {
            const image = new Image();
            image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
            await image.decode();
            const canvas = Object.assign(document.createElement("canvas"), { width: 960, height: 540 });
            canvas.getContext("2d").drawImage(image, 0, 0, 960, 540);
            await new Promise((resolve) => setTimeout(resolve, 300));
            canvas.getContext("2d").drawImage(image, 0, 0, 960, 540);
            return canvas.toDataURL();
          };
          const { picture } = document.querySelector("[data-exporter=network-svg] [data-picture]").dataset;
          const svg = await (await fetch(picture)).text();
          const bare = svg.replace(/<style>[^<]*<\\/style>/, "").replaceAll("BIZ UDPGothic", "No Such Font");
          return (await draw(svg)) !== (await draw(bare));
        }"""
    )
    assert differs


def test_the_button_of_a_stop_draws_that_stop(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/downloads", settled=False)
    stops = page.locator("[data-exporter=stop-svg]")
    stops.locator("summary").first.click()
    line = stops.locator(".stops").first.locator("li").nth(1)
    expect(line).to_contain_text("2")
    with page.expect_request(lambda request: "stop-" in request.url) as asked, page.expect_download() as saved:
        line.locator("button[data-width='1920']").click()
    assert asked.value.url.endswith("/data/en/main/stop-2.svg")
    assert saved.value.suggested_filename.endswith("1920.png")
