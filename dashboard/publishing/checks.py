"""Looks through a published copy for what a reader would stumble over."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Literal, NamedTuple, cast
from urllib.parse import unquote, urlsplit

import brotli

from dashboard.publishing.folder import LISTING, Listing, digest, read_listing

Kind = Literal["no-list", "missing", "changed", "broken", "rooted", "outside", "language"]

_LOADED = frozenset({"src", "srcset", "poster", "data-picture"})
_LED = frozenset({"href", "action", "data-opening"})
_LOADING_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "expect"})
_URL_OF_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)""")
_REFRESH = re.compile(r"\d+;\s*url=(.*)", re.IGNORECASE)
_UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}
_RELATIVE = re.compile(r"\.\.?/[^\s{}]*")
_LOST = "404.html"
_OF_STORIES = "present/"  # a story may be told in one language alone


class Fault(NamedTuple):
    """What is wrong in a file: ``what`` is the address or the language concerned."""

    kind: Kind
    file: str
    what: str = ""


class _Link(NamedTuple):
    address: str
    is_loaded: bool  # by the browser itself, with the page


def check_copy(folder: Path) -> tuple[Fault, ...]:
    """All faults of a published copy, by file: files missing or changed, links that lead nowhere or that hold only at
    the root of a host, addresses elsewhere that a page would load, pages that a language lacks."""
    try:
        listing = read_listing(folder)
    except (OSError, ValueError):
        listing = None
    if listing is None:
        return (Fault("no-list", LISTING),)
    return tuple(sorted(_Check(folder, listing).faults()))


class _Page(HTMLParser):
    """Addresses and anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[_Link] = []
        self.anchors: set[str] = {"", "top"}
        self.is_part = True  # of the pages that show it, which have its anchors
        self._block: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.is_part = self.is_part and tag != "html"
        self.anchors |= {said[name] for name in ("id", "name") if name in said}
        self._block = said.get("type", "") if tag == "script" else "style" if tag == "style" else None
        if tag == "link":
            loads = not _LOADING_RELATIONS.isdisjoint(said.get("rel", "").split())
            self._add(said.get("href", ""), is_loaded=loads)
            return
        if tag == "meta":
            found = _REFRESH.match(said.get("content", "")) if said.get("http-equiv", "").lower() == "refresh" else None
            self._add(found[1] if found else "")
            return
        for name, value in said.items():
            if name in _LOADED:
                for each in value.split(",") if name == "srcset" else [value]:
                    self._add(each.split()[0] if each.split() else "", is_loaded=True)
            elif name in _LED or name == "xlink:href":
                self._add(value, is_loaded=tag in ("use", "image"))
            elif name == "style":
                self._add_style(value)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        self._block = None

    def handle_data(self, data: str) -> None:
        if self._block == "application/json":
            for each in _texts_in(_read_json(data)):
                if _RELATIVE.fullmatch(each):
                    self._add(each, is_loaded=True)
        elif self._block == "style":
            self._add_style(data)

    def _add_style(self, style: str) -> None:
        self.links += [_Link(each, is_loaded=True) for each in _URL_OF_STYLE.findall(style)]

    def _add(self, address: str, *, is_loaded: bool = False) -> None:
        if address:
            self.links.append(_Link(address, is_loaded))


def _read_json(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None  # the page is told as changed


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)


class _Check:
    def __init__(self, folder: Path, listing: Listing) -> None:
        self._folder = folder
        self._listing = listing
        self._base = listing.address.rstrip("/")
        self._path = urlsplit(self._base).path

    def faults(self) -> Iterator[Fault]:
        yield from self._files()
        for name in self._pages:
            yield from self._links(name)
        for name in self._listing.files:
            if name.endswith(".css"):
                style = self._text(name)
                for each in _URL_OF_STYLE.findall(style):
                    yield from self._follow(name, _Link(each, is_loaded=True))
        yield from self._languages()

    def _files(self) -> Iterator[Fault]:
        """Whether each file is as it was written, and each compressed form of it what it is a form of."""
        for name, known in self._listing.files.items():
            try:
                content = (self._folder / name).read_bytes()
            except OSError:
                yield Fault("missing", name)
                continue
            if digest(content) != known or not self._is_form(name, content):
                yield Fault("changed", name)

    def _is_form(self, name: str, content: bytes) -> bool:
        """Whether a compressed file holds what lies beside it; true of any other."""
        whole, ending = PurePosixPath(name).with_suffix("").as_posix(), PurePosixPath(name).suffix
        return ending not in _UNPACK or digest(_UNPACK[ending](content)) == self._listing.files.get(whole)

    @cached_property
    def _pages(self) -> Mapping[str, _Page]:
        return {name: _Page(self._text(name)) for name in self._listing.files if name.endswith(".html")}

    def _text(self, name: str) -> str:
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""  # told as missing or changed

    def _links(self, name: str) -> Iterator[Fault]:
        for link in dict.fromkeys(self._pages[name].links):
            yield from self._follow(name, link)

    def _follow(self, name: str, link: _Link) -> Iterator[Fault]:
        address = link.address
        if self._base and (address == self._base or address.startswith(f"{self._base}/")):
            target: str | None = address.removeprefix(self._base).lstrip("/")
        else:
            parts = urlsplit(address)
            if parts.scheme or address.startswith("//"):
                if link.is_loaded and parts.scheme not in ("data", "blob"):
                    yield Fault("outside", name, address)
                return
            target = self._locate(name, address)
        if target is None:
            yield Fault("rooted", name, address)
        elif not self._is_there(target):
            yield Fault("broken", name, address)

    def _locate(self, name: str, address: str) -> str | None:
        """What an address means, from the root of the copy; None where that hangs on the copy's place on its host."""
        if address.startswith("/"):
            is_lost = PurePosixPath(name).name == _LOST
            inside = address == self._path or address.startswith(f"{self._path}/")
            return address.removeprefix(self._path).lstrip("/") if is_lost and inside else None
        if address.startswith("#") and self._pages[name].is_part:
            return name
        if address.startswith(("#", "?")):
            return name + address
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        return (
            normpath((PurePosixPath(name).parent / path).as_posix()) + ("/" if path.endswith("/") else "") + mark + rest
        )

    def _is_there(self, target: str) -> bool:
        parts = urlsplit(target)
        path = unquote(parts.path)
        name = f"{path}index.html" if path in ("", "/") or path.endswith("/") else path
        name = name.lstrip("/")
        files = self._listing.files
        if name not in files:  # a folder whose files are asked for by name
            return path.endswith("/") and any(each.startswith(path) for each in files)
        page = self._pages.get(name)
        return page is None or not parts.fragment or unquote(parts.fragment) in page.anchors

    def _languages(self) -> Iterator[Fault]:
        """Whether each language has the pages that any has; a story may be told in one alone."""
        codes = self._listing.languages
        pages = {
            code: {name.removeprefix(f"{code}/") for name in self._pages if name.startswith(f"{code}/")}
            for code in codes
        }
        every = cast("set[str]", set().union(*pages.values()))
        for code, own in pages.items():
            for name in every - own:
                if not name.startswith(_OF_STORIES) or name == f"{_OF_STORIES}index.html":
                    yield Fault("language", name, code)
