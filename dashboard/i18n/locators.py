"""Where in a source a fact is written, for a reader: headings stay as printed, words about them are translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dashboard.i18n.catalogue import Texts

_PIECE = re.compile(
    r"(?P<heading>.*?)(?:(?:^| )(?P<part>¶\d+|caption \d+|row \d+|rows \d+–\d+|heading))?(?: \((?P<aside>[^()]+)\))?",
)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORDS = frozenset(
    {
        "alt text",
        "alternate names",
        "article",
        "attachment title",
        "body",
        "caption",
        "heading",
        "introduction",
        "opening",
        "row",
        "rows",
        "site name",
        "title",
        "update line",
        "whole page",
    }
)


@dataclass(frozen=True)
class Run:
    """A stretch of text; ``language`` is None where it is the reader's own."""

    text: str
    language: str | None = None


def say_locator(locator: str, source_language: str, texts: Texts) -> tuple[Run, ...]:
    """A locator in runs of one language each; joined, their texts are the whole.

    A Japanese heading may be followed by its meaning in brackets; who reads Japanese is not shown that.
    """
    runs: list[Run] = []
    for piece in locator.split(", "):
        said = list(_say_piece(piece, source_language, texts))
        if runs and said:
            runs.append(Run(", ", said[0].language if said[0].language == runs[-1].language else None))
        runs += said
    groups = groupby(runs, lambda run: run.language)
    return tuple(Run("".join(run.text for run in group), language) for language, group in groups)


def _say_piece(piece: str, source_language: str, texts: Texts) -> Iterator[Run]:
    found = _PIECE.fullmatch(piece)
    heading, part, aside = found.group("heading", "part", "aside") if found else (piece, None, None)
    if heading.lower() in _WORDS:
        yield Run(_say(heading, texts))
    elif heading:
        yield from _say_heading(heading, source_language, texts)
    if part:
        name, *number = part.split(" ")
        yield Run(" " * bool(heading) + " ".join([_say(name, texts) if name in _WORDS else name, *number]))
    if aside in _WORDS:
        yield Run(texts("locator-aside", words=_say(aside, texts)))
    elif aside and not _JAPANESE.search(heading):
        yield from _say_heading(f" ({aside})", source_language, texts)
    elif aside and texts.language.code != "ja":
        yield Run(f" ({aside})")


def _say_heading(heading: str, source_language: str, texts: Texts) -> Iterator[Run]:
    """A heading may hold a name in two languages with a stroke between."""
    other = "en" if source_language == "ja" else source_language
    for number, text in enumerate(heading.split("/")):
        language = "ja" if _JAPANESE.search(text) else other
        if number:
            yield Run("/")
        yield Run(text, None if language == texts.language.code else language)


def _say(words: str, texts: Texts) -> str:
    return texts(f"locator-{words.lower().replace(' ', '-')}")
