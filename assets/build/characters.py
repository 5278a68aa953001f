"""Which characters pages show, and how soon: what the content says decides what the fonts hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from babel import Locale

from assets.build.publish import ROOT
from dashboard.tables.encodings import UndecodableError, decode

COMMAND_LINE_TEXTS = ("commands.ftl", "guide.ftl", "tables.ftl", "workbook.ftl")  # never on a page
EXPLORER_TEXTS = ("language.toml", "map.ftl", "network-view.ftl", "network.ftl", "page.ftl")
SHOWN_NOWHERE = ("search.csv",)
MANY = ("activities.csv",)  # whose names stand in few places; those of all other tables on map, network and list
OF_EXCHANGE = ("homes.csv", "partners.csv", "ties.csv")  # the first page leaves out what only later sources name there
NAMES = ("name_", "title_")
NETWORK = "network.csv"  # what the network says of itself, at the top and at the foot of every page
FIRST_PAINT = ("name", "subtitle")
BOLD_TEXTS = re.compile(r".*-(?:heading|title|kicker|tab)|group-.*|(?:tie-)?kind-.*")
LATIN_BEFORE = "\u2e80"  # of the characters that the text family sets, those after are Japanese

# Characters that people may see although no file of the content holds them: they are typed, or come from dates.
ALWAYS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "…–—‘’“”·×−〜～、。「」『』（）［］〔〕・ー：；！？％＋－／＝＆０１２３４５６７８９年月日時分秒午前後"
)

Reader = Callable[[], set[str]]


def content_characters() -> set[str]:
    """Every character that the content can put on a page."""
    tables = [*_table_texts().values(), *_countries(_cells(("country",)))]
    return _visible(ALWAYS, *tables, *_texts(*_files("content/stories", "**/*"), *_page_files()))


def latin_characters() -> set[str]:
    """What is not Japanese, of all that the content says."""
    return {char for char in content_characters() if char < LATIN_BEFORE}


def name_characters() -> set[str]:
    """Names of places, people's groups and languages: what every language's explorer shows in Japanese too."""
    return _visible(*_first_cells(("name_",), without=MANY), *_endonyms())


def explorer_characters() -> set[str]:
    """What the explorer shows at first: all names, what is dated, and its own texts."""
    texts = _texts(*_page_files(EXPLORER_TEXTS))
    return _visible(ALWAYS, *_first_cells(("name_", "what_")), *_said(), *texts)


def card_characters() -> set[str]:
    """What cards of things that documents name show: tables, names of their countries, and the explorer's own texts."""
    tables = [*_first_cells(("",)), *_countries(_first_cells(("country",)))]
    return _visible(ALWAYS, *tables, *_texts(*_page_files(EXPLORER_TEXTS)))


def first_bold_characters() -> set[str]:
    """What the explorer sets in bold at first: names on map and network, and its headings."""
    texts = [text for path in _page_files() for key, text in _messages(path) if BOLD_TEXTS.fullmatch(key)]
    return _visible(*_first_cells(("name_",), without=MANY), *_said(FIRST_PAINT[:1]), *texts)


def bold_characters() -> set[str]:
    """Whatever may stand in bold: names, titles, and the texts of all pages."""
    stories = _texts(*_files("content/stories", "**/*"))
    titles = (line for story in stories for line in story.splitlines() if line.startswith(("#", "title")))
    return _visible(ALWAYS, *_cells(NAMES), *_said(FIRST_PAINT), *titles, *_texts(*_page_files()))


def first_paint_characters() -> Mapping[str, set[str]]:
    """What stands at the top of every page of a language, by its code."""
    folders = sorted(path for path in (ROOT / "content" / "languages").iterdir() if path.is_dir())
    return {folder.name: _visible(*_said(FIRST_PAINT, f"text_{folder.name}")) for folder in folders}


def endonym_characters() -> set[str]:
    """How languages call themselves: at the top of every page, in regular type."""
    return _visible(*_endonyms())


def _endonyms() -> list[str]:
    return [re.findall('endonym = "(.*)"', text)[0] for text in _texts(*_page_files(("language.toml",)))]


def _countries(cells: Iterable[str]) -> list[str]:
    """What countries, given by their codes, are called in the languages of the program."""
    codes = set(cells)
    locales = [Locale.parse(path.parent.name, sep="-") for path in _page_files(("language.toml",))]
    return [locale.territories.get(code, "") for locale in locales for code in codes]


def _messages(path: Path) -> Iterator[tuple[str, str]]:
    """Keys and texts of a file of the catalogue, roughly: enough to know the letters."""
    if path.suffix == ".ftl":
        yield from re.findall(r"^([a-z][a-z0-9-]*) = (.*(?:\n[ }].*)*)", path.read_text(encoding="utf-8"), re.MULTILINE)


def _cells(columns: tuple[str, ...]) -> Iterator[str]:
    """The cells of all columns whose names begin so."""
    for name in _table_texts():
        for row in _rows(name):
            yield from _begun(row, columns)


def _first_cells(columns: tuple[str, ...], *, without: tuple[str, ...] = ()) -> Iterator[str]:
    """Those cells, but for what only later sources name, which the first page does not show."""
    rows = {name: list(_rows(name)) for name in _table_texts()}
    documents = {row["key"] for row in rows.get("sources.csv", ()) if row.get("kind") == "document"}
    named = chain.from_iterable(rows.get(name, ()) for name in OF_EXCHANGE)
    later = {row["id"] for row in named if row.get("id") and _is_later(row, documents)}
    cited: set[str] = set()
    for name in sorted(rows, key=lambda name: name == "sources.csv"):  # which of them are cited is known last
        for row in rows[name]:
            if _is_left_out(row, later, documents) or (name == "sources.csv" and row["key"] not in cited | documents):
                continue
            cited |= set(row.get("source", "").split(";"))
            if name not in without:
                yield from _begun(row, columns)


def _is_left_out(row: Mapping[str, str], later: Collection[str], documents: Collection[str]) -> bool:
    """Whether a row is about such things alone, or about nothing in the tables and from later sources."""
    key = row.get("about", row.get("entity", row.get("id", "")))
    return set(key.split(";")) <= {*later} if key else _is_later(row, documents)


def _is_later(row: Mapping[str, str], documents: Collection[str]) -> bool:
    return bool(documents) and bool(row.get("source")) and row["source"] not in documents


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(_table_texts().get(name, "").splitlines())


def _begun(row: Mapping[str, str], columns: tuple[str, ...]) -> Iterator[str]:
    yield from (
        value for column, value in row.items() if isinstance(value, str) and column and column.startswith(columns)
    )


def _said(items: tuple[str, ...] = (), columns: str = "text_") -> list[str]:
    """What the network says of itself, all of it or under some items, in the columns whose names begin so."""
    rows = csv.DictReader(_table_texts().get(NETWORK, "").splitlines())
    return [
        value
        for row in rows
        for column, value in row.items()
        if (not items or row.get("item") in items) and column and column.startswith(columns) and isinstance(value, str)
    ]


def _table_texts() -> dict[str, str]:
    """The tables in whatever encoding a spreadsheet wrote them; what cannot be read is the validator's to say."""
    texts = {}
    for path in _files("content/tables", "*.csv"):
        if path.name not in SHOWN_NOWHERE:
            with suppress(UndecodableError):
                texts[path.name] = decode(path.read_bytes())
    return texts


def _page_files(names: tuple[str, ...] = ()) -> list[Path]:
    files = (path for path in _files("content/languages", "**/*") if path.name not in COMMAND_LINE_TEXTS)
    return [path for path in files if not names or path.name in names]


def _texts(*paths: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in paths]


def _visible(*texts: str) -> set[str]:
    characters: Iterable[str] = set().union(*texts)
    return {char for char in characters if char.isprintable() and not char.isspace()} | {" "}


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).glob(pattern) if path.is_file())
