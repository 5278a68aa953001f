"""The page of everything that can be taken away: hand-outs, pictures, data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

import htpy as h

from dashboard.exports import EXPORTERS, Exporter
from dashboard.stories import Story
from layouts.context import Page
from layouts.documents import export_address, is_paper
from layouts.reading.frame import reading_page

_SIZES = ((1920, 1080), (3840, 2160))


def downloads(page: Page, stories: Sequence[Story]) -> str:
    """Every exporter of the registry with what it is for; pictures also as PNG, drawn by the reader's browser."""
    return reading_page(
        page,
        "downloads",
        [
            h.p[page.texts("downloads-intro")],
            (_section(page, group, stories) for group in ("story", "paper", "picture", "data")),
            h.p(".fine.picture-status", role="status", data_failed=page.texts("downloads-failed")),
        ],
    )


def _section(page: Page, group: str, stories: Sequence[Story]) -> h.Node:
    found = [exporter for exporter in EXPORTERS.values() if _group_of(exporter) == group and not _drawn_of(exporter)]
    return [h.h2[page.texts(f"downloads-{group}-heading")], [_entry(page, exporter, stories) for exporter in found]]


def _group_of(exporter: Exporter) -> str:
    if exporter.media_type.startswith("image/"):
        return "picture"
    if "story" in exporter.needs:
        return "story"
    return "paper" if exporter.extension in ("html", "pdf") else "data"


def _drawn_of(exporter: Exporter) -> Exporter | None:
    """The picture or page that one made by a command is another form of: it stands in the entry of that."""
    stem = PurePath(exporter.file_name).stem
    others = (other for other in EXPORTERS.values() if other.is_served and PurePath(other.file_name).stem == stem)
    is_form = _group_of(exporter) in ("picture", "paper") and not exporter.is_served
    return next(others, None) if is_form else None


def _entry(page: Page, exporter: Exporter, stories: Sequence[Story]) -> h.Element:
    is_stop = exporter.is_served and exporter.is_of_a_stop
    drawn = [other for other in EXPORTERS.values() if _drawn_of(other) is exporter]
    return h.article(".download", id=f"export-{exporter.id}", data_exporter=exporter.id)[
        h.h3[page.texts(exporter.label_key)],
        h.p[page.texts(f"{exporter.label_key}-about")],
        _stops(page, exporter, stories) if is_stop else _ways(page, exporter),
        (_by_command(page, other) for other in drawn),
    ]


def _by_command(page: Page, exporter: Exporter) -> h.Element:
    """What only the command line makes, and how; in a copy it may be there."""
    if page.is_printed and is_paper(exporter):
        about = h.p(".fine")[page.texts(f"{exporter.label_key}-about")]
        return h.div(id=f"export-{exporter.id}", data_exporter=exporter.id)[about, _ways(page, exporter)]
    return h.p(".fine", id=f"export-{exporter.id}", data_exporter=exporter.id)[
        page.texts(f"{exporter.label_key}-about"), " ", h.code[_command(page, exporter)]
    ]


def _command(page: Page, exporter: Exporter) -> str:
    options = ""
    if exporter.media_type == "image/png":
        options = "--size 2560x1440 "
    elif exporter.id == "poster":
        options = "--paper A1 "
    return f"python -m dashboard export {exporter.id} --lang {page.language.code} {options}-o {exporter.file_name}"


def _ways(page: Page, exporter: Exporter) -> Iterable[h.Node]:
    """How to get it: a link and, for pictures, buttons; else the printed view, and the command."""
    if exporter.is_served or (page.is_printed and is_paper(exporter)):
        address = _address(page, exporter)
        if exporter.extension == "html":
            return [h.p(".chips")[h.a(".button", href=address)[page.texts("downloads-print")]]]
        name = page.texts("downloads-save", file=exporter.file_name)
        buttons = _picture_buttons(page, address, exporter) if exporter.extension == "svg" else ()
        return [h.p(".chips")[h.a(".button", href=address, download=exporter.file_name)[name], buttons]]
    printed = h.a(".button", href=page.path("present/main/print"))[page.texts("downloads-print")]
    return [
        h.p(".chips")[printed],
        h.p(".fine")[page.texts("downloads-command"), " ", h.code[_command(page, exporter)]],
    ]


def _address(page: Page, exporter: Exporter) -> str:
    return page.address(export_address(exporter, page.language.code))


def _stops(page: Page, exporter: Exporter, stories: Sequence[Story]) -> list[h.Element]:
    """A line for each stop: the picture, and buttons that draw it as PNG."""
    return [
        h.details[
            h.summary[story.title],
            h.ul(".stops")[
                (_stop(page, exporter, story, number, stop.title) for number, stop in enumerate(story.stops, start=1))
            ],
        ]
        for story in stories
    ]


def _stop(page: Page, exporter: Exporter, story: Story, number: int, title: str) -> h.Element:
    address = page.address(export_address(exporter, page.language.code, story.id, number))
    return h.li(".chips")[
        h.a(".button", href=address, download=f"stop-{number}.{exporter.extension}")[
            page.texts("downloads-stop-title", number=number, title=title)
        ],
        _picture_buttons(page, address, exporter),
    ]


def _picture_buttons(page: Page, address: str, exporter: Exporter) -> list[h.Element]:
    """Shown by the script that fulfils them."""
    stem = exporter.file_name.removesuffix(f".{exporter.extension}")
    return [
        h.button(
            ".button",
            type="button",
            hidden=True,
            data_picture=address,
            data_width=str(width),
            data_height=str(height),
            data_file=f"{stem}-{width}.png",
        )[page.texts("downloads-png", width=str(width), height=str(height))]
        for width, height in _SIZES
    ]
