"""The catalogue: ``content/languages/<language>/*.ftl`` in Project Fluent's syntax.

A language is added as a folder. Texts are looked up by key; a missing key is an
error at once, because a page with a hole in it must not be sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from pydantic import BaseModel, ConfigDict

from dashboard.i18n.languages import Language, read_language

LOCALES = Path(__file__).parents[2] / "content" / "languages"


class MissingTextError(KeyError):
    """The catalogue has no such text, or the text has a fault."""


class Texts:
    """The texts of one language. Call it: ``texts("card-open", name="Nepal")``."""

    def __init__(self, language: Language, sources: Mapping[str, str]) -> None:
        """Take Fluent sources by file name. They are read with the first text that is asked for.

        Until then a start with everything kept need not wait for them. ValueError: a file that Fluent cannot read.
        """
        self.language = language
        self._sources = sources

    @cached_property
    def _resources(self) -> Mapping[str, ast.Resource]:
        resources = {name: FluentResource(text) for name, text in self._sources.items()}
        for name, resource in resources.items():
            junk = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
            if junk:
                raise ValueError(f"{self.language.code}/{name}: not Fluent: {junk[0].content!r}")
        return resources

    @cached_property
    def _bundle(self) -> FluentBundle:
        # Isolating every inserted value with invisible marks would end up in searches, titles and file names;
        # right-to-left pages isolate values with <bdi> where they stand.
        bundle = FluentBundle([self.language.code], use_isolating=False)
        for resource in self._resources.values():
            bundle.add_resource(resource)
        return bundle

    def __call__(self, key: str, **values: str | int | float) -> str:
        """The text of ``key`` with its placeholders filled; raise MissingTextError when that cannot be done."""
        if not self._bundle.has_message(key):
            raise MissingTextError(f"{self.language.code}: no text {key!r}")
        message = self._bundle.get_message(key)
        if message.value is None:
            raise MissingTextError(f"{self.language.code}: {key!r} is empty")
        text, faults = self._bundle.format_pattern(message.value, values)
        if faults:
            raise MissingTextError(f"{self.language.code}: {key!r}: {faults}")
        return str(text)

    def __contains__(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    @cached_property
    def placeholders(self) -> Mapping[str, frozenset[str]]:
        """The names of the placeholders of every text, by key."""
        return {
            entry.id.name: _placeholders(entry)
            for resource in self._resources.values()
            for entry in resource.body
            if isinstance(entry, ast.Message)
        }


class Catalogue(BaseModel):
    """All languages and their texts."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    by_code: Mapping[str, Texts]

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(texts.language for texts in self.by_code.values())

    def texts(self, code: str) -> Texts:
        return self.by_code[code]


def load_catalogue(folder: Path = LOCALES) -> Catalogue:
    """Read every language below ``folder``, in the order that the languages ask for."""
    languages = sorted(
        (read_language(child) for child in folder.iterdir() if (child / "language.toml").exists()),
        key=lambda language: language.order,
    )
    return Catalogue(
        by_code={language.code: Texts(language, _read_sources(folder / language.code)) for language in languages}
    )


def _read_sources(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))}


class _PlaceholderCollector(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)


def _placeholders(message: ast.Message) -> frozenset[str]:
    collector = _PlaceholderCollector()
    collector.visit(message)
    return frozenset(collector.names)
