"""Publishes the whole program as files: every document of the registry and what its pages load."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cached_property
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from dashboard.editions import Document, Edition, identify_program
from dashboard.i18n import Catalogue, load_catalogue
from dashboard.kept import keep_below, keep_nothing
from dashboard.publishing import Folder, Listing, Place, is_whole, write_host_files
from dashboard.settings import Settings
from layouts.addresses import COPY, LOST, file_of, seen_from
from layouts.documents import Parts, list_documents
from layouts.explore.controls import SCRIPTS as OF_MENUS
from layouts.figures.page import SCRIPTS as OF_FIGURES
from layouts.front_end import BUILT, FrontEnd, read_front_end
from layouts.headers import GUARDS_OF_FILES, PICTURE_POLICY, guard_headers

TOLD = ".js"
"""What the name of a file ends in that tells a page on a disk what it would fetch elsewhere; see page/from-disk.js."""

_FETCHED = ("globe.json", "topojson")
"""Built files that scripts of pages fetch."""


class Published(NamedTuple):
    """What came of it: how many files there are, how many were written anew, and how many were removed."""

    files: int
    written: int
    removed: int


class Order(NamedTuple):
    """What is published, and where: all that a process needs to make its share."""

    folder: Path
    settings: Settings
    edition: Edition
    is_printed: bool
    before: Listing


def publish(order: Order) -> Published:
    """Write a copy; what is there already and has not changed stays untouched.

    Raise ForeignFileError where somebody else's file lies in the way; then nothing has been written.
    """
    if order.before.edition == order.edition.name and is_whole(order.folder, order.before):
        return Published(len(order.before.files), 0, 0)
    press = _begin(order)
    listing = Listing(
        edition=order.edition.name,
        address=order.settings.base_url,
        languages=tuple(language.code for language in press.catalogue.languages),
    )
    folder = Folder(order.folder, order.before.files)
    folder.claim(press.names(), listing)
    made = _make_all(order, press)
    removed = folder.finish(listing.model_copy(update={"files": made}))
    written = sum(1 for name, known in made.items() if order.before.files.get(name) != known)
    return Published(len(made), written, removed)


def _make_all(order: Order, press: Press) -> dict[str, str]:
    """Write all files, by as many processes as there are processors; give their digests."""
    made: dict[str, str] = {}
    shares = press.shares()
    try:
        with ProcessPoolExecutor(min(len(shares), os.cpu_count() or 1), initializer=_begin, initargs=(order,)) as pool:
            for share in chain([press.write_rest()], pool.map(_make_share, shares)):
                made |= share
    finally:
        _PRESS.clear()
        keep_nothing()
    return made


class Press:
    """Makes the files of a copy."""

    def __init__(self, order: Order) -> None:
        self.catalogue: Catalogue = load_catalogue()
        self.order = order
        self._front_end = read_front_end()
        self._folder = Folder(order.folder, order.before.files)

    def load(self) -> None:
        """Load what every share needs."""
        import_module("layouts.studio")
        for code in self._codes:
            self.catalogue.texts(code)("map-heading")

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document by its file."""
        order = self.order
        front_end: FrontEnd = self._front_end.below(COPY)
        parts = Parts(
            order.edition, self.catalogue, front_end, order.settings, is_copy=True, is_printed=order.is_printed
        )
        found = {file_of(address).removeprefix("/"): document for address, document in list_documents(parts).items()}
        first = self.catalogue.languages[0].code
        return found | {"404.html": found[file_of(f"/{first}/{LOST}").removeprefix("/")]}

    @property
    def fonts(self) -> Sequence[str]:
        """The addresses of the built fonts, which bear their fingerprints."""
        return sorted({url for url in self._front_end.files.values() if url.endswith(".woff2")})

    def shares(self) -> Sequence[Sequence[str]]:
        """Files that are made by one process, since they share what is painted once."""
        shares: dict[tuple[str, bool], list[str]] = {}
        for name, document in self.documents.items():
            folder, _, rest = name.partition("/")
            code = rest.partition("/")[0] if folder == "data" else folder
            is_taken_away = "Content-Disposition" in document.headers
            shares.setdefault((code if code in self._codes else "", is_taken_away), []).append(name)
        return sorted(shares.values(), key=len, reverse=True)

    def names(self) -> Iterator[str]:
        """Of all files."""
        for name, document in self.documents.items():
            yield name
            if document.is_fetched:
                yield name + TOLD
        for name in self._built():
            yield name
            if self._is_fetched(name):
                yield name + TOLD
        yield from write_host_files(self._place)

    def make_share(self, names: Sequence[str]) -> dict[str, str]:
        """Write some documents; give the digests of all that lies there of them."""
        return dict(chain.from_iterable(map(self._write_document, names)))

    def write_rest(self) -> dict[str, str]:
        """Write what nobody has to make: built files, and what hosts are told."""
        built = chain.from_iterable(map(self._write_built, self._built()))
        told = (self._folder.write_alone(name, body) for name, body in write_host_files(self._place).items())
        return dict(chain(built, chain.from_iterable(told)))

    @property
    def _codes(self) -> list[str]:
        return [language.code for language in self.catalogue.languages]

    @property
    def _place(self) -> Place:
        pages = guard_headers(self.order.settings, self._front_end, of_copy=True)
        data = {**pages, "Content-Security-Policy": PICTURE_POLICY}
        return Place(self._path, tuple(self._codes), pages, data, GUARDS_OF_FILES)

    @property
    def _path(self) -> str:
        return urlsplit(self.order.settings.base_url).path.rstrip("/")

    def _write_document(self, name: str) -> Iterator[tuple[str, str]]:
        document = self.documents[name]
        made = document.make()
        if isinstance(made, str):
            # Who is lost may be anywhere: that page alone names its files from the root of the host.
            lost = name.endswith("404.html")
            made = made.replace(f"{COPY}/", f"{self._path}/") if lost else seen_from(name, made)
        body = made.encode() if isinstance(made, str) else made
        yield from self._folder.write(name, body)
        if document.is_fetched:
            yield from self._folder.write_alone(name + TOLD, _tell(body))

    def _built(self) -> Iterator[str]:
        """Built files that pages load, and no program answers."""
        ours = {url for name, url in self._front_end.files.items() if name not in {*OF_MENUS, *OF_FIGURES}}
        for url in sorted(ours):
            path = BUILT / url.removeprefix("/")
            found = sorted(path.iterdir()) if path.is_dir() else [path]
            yield from (each.relative_to(BUILT).as_posix() for each in found if each.suffix not in (".br", ".gz"))

    def _is_fetched(self, name: str) -> bool:
        return any(f"/{name}".startswith(self._front_end.url(each)) for each in _FETCHED)

    def _write_built(self, name: str) -> Iterator[tuple[str, str]]:
        path = BUILT / name
        body = path.read_bytes()
        forms = (path.with_name(path.name + ending) for ending in (".br", ".gz"))
        yield from self._folder.write(name, body, {form.suffix: form.read_bytes() for form in forms if form.exists()})
        if self._is_fetched(name):
            yield from self._folder.write_alone(name + TOLD, _tell(body))


def _tell(body: bytes) -> bytes:
    return f"document.currentScript.told={json.dumps(body.decode(), ensure_ascii=False)};".encode()


_PRESS: list[Press] = []  # of this process


def _begin(order: Order) -> Press:
    """The press of this process. One that was forked has it already, with all that was loaded before."""
    if not _PRESS or _PRESS[0].order is not order:
        press = Press(order)
        keep_below(order.settings.state / "kept", identify_program(press.fonts, of_words=False))
        press.load()
        _PRESS[:] = [press]
    return _PRESS[0]


def _make_share(names: Sequence[str]) -> dict[str, str]:
    return _PRESS[0].make_share(names)
