"""Downloads: each exporter of the registry that needs no Chromium has an address below ``/data/``."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from dashboard.exports import EXPORTERS, Exporter, Wish

if TYPE_CHECKING:
    from callbacks.pages import Pages

_KEPT_FILES = 24  # some hundred kB each
_MOST_DIGITS = 6
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'"


class Downloads:
    """Makes files of the newest good data and stories, each only once, one at a time."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._turn = threading.Lock()
        self._file = lru_cache(maxsize=_KEPT_FILES)(self._render)

    def file(self, exporter: Exporter, language: str, story: str, stop: int, *, embeds_fonts: bool) -> bytes:
        """The bytes of a file; an unknown story means the first one."""
        edition = self._pages.keeper.edition
        told = self._pages.shelf.stories(edition.dataset, edition.number)
        found = next((each for each in told.told_in(language) if each.id == story), told.told_in(language)[0])
        wish = Wish(
            embeds_fonts=embeds_fonts,
            made=dt.datetime.now().astimezone().date(),
            public_url=self._pages.settings.public_url,
        )
        if "story" in exporter.needs:
            wish = replace(wish, story=found, stop=min(stop, len(found.stops)))
        with self._turn:
            return self._file(edition.number, exporter.id, language, wish)

    def _render(self, edition: int, key: str, language: str, wish: Wish) -> bytes:  # noqa: ARG002 - part of the key
        return EXPORTERS[key].render(self._pages.keeper.dataset, language, wish)


def add_exports(server: Flask, pages: Pages, keep: Callable[[Response], Response]) -> None:
    """Give each served exporter its address; ``keep`` says how long browsers may keep an answer.

    Their queries are ``lang``, ``story``, ``stop`` and ``fonts=embedded``; unknown values mean the first language, the
    first story, its first stop, and fonts by name.
    """
    downloads = Downloads(pages)
    for exporter in EXPORTERS.values():
        if exporter.is_served:
            _add_export(server, pages, downloads, exporter, keep)


def _add_export(
    server: Flask, pages: Pages, downloads: Downloads, exporter: Exporter, keep: Callable[[Response], Response]
) -> None:
    def send() -> Response:
        wish = request.args.get("lang", "")
        codes = [language.code for language in pages.catalogue.languages]
        language = wish if wish in codes else codes[0]
        content = downloads.file(
            exporter,
            language,
            request.args.get("story", ""),
            _read_number(request.args.get("stop", "")),
            embeds_fonts=request.args.get("fonts") == "embedded",
        )
        answer = Response(content, mimetype=exporter.media_type)
        answer.headers["Content-Disposition"] = f'inline; filename="{exporter.file_name}"'
        if exporter.extension == "svg":
            answer.headers["Content-Security-Policy"] = _PICTURE_POLICY
        return keep(answer)

    server.add_url_rule(f"/data/{exporter.file_name}", f"data_{exporter.id}", send, methods=["GET"])


def _read_number(text: str) -> int:
    """A number from 1; 1 for anything else."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return max(1, int(text)) if is_number else 1
