"""The reference of the tables for those who edit them, as Markdown: made from their description, so that it is true.

``python -m dashboard.tables.guide`` writes it for every language of the catalogue.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dashboard.i18n import Texts, load_catalogue
from dashboard.model import STRUCTURE, in_language
from dashboard.tables.description import Column, ColumnType, Ends, Table, load_description
from dashboard.tables.problems import ProblemCode

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
_COMMAND = "python -m dashboard.tables.guide"
_FOLDER = "content/tables"
_PLAIN_LANGUAGE = "en"  # its file bears no code in its name
_BLANK = "…"
_ENDS_IN = "_…"
_NAMED_REFERENCES = ("source", "theme", "entity", "tie", "kind")


def write_guide(folder: Path = REFERENCE) -> tuple[Path, ...]:
    """Write one file a language into ``folder``, which is made where it is missing; give their paths."""
    catalogue = load_catalogue()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in catalogue.languages:
        path = folder / file_name(language.code)
        path.write_text(render_guide(catalogue.texts(language.code)), encoding="utf-8")
        written.append(path)
    return tuple(written)


def file_name(code: str) -> str:
    """The name of the reference in the language of ``code``."""
    return "tables.md" if code == _PLAIN_LANGUAGE else f"tables.{code}.md"


def render_guide(texts: Texts) -> str:
    """The reference in the language of ``texts``, as Markdown that ends with a line break."""
    description = load_description()
    lines = [
        f"# {texts('guide-title')}",
        texts("guide-made", command=_COMMAND),
        "\n".join(
            [
                texts("guide-intro", folder=_FOLDER),
                texts("guide-localised", codes=_ENDS_IN),
                texts("guide-id-unique"),
            ]
        ),
        f"## {texts('guide-tables-heading')}",
        *(line for table in description.tables for line in _table_section(table, texts)),
        f"## {texts('guide-ties-heading')}",
        texts("guide-ties-intro"),
        _ties(texts),
        f"## {texts('guide-problems-heading')}",
        texts("guide-problems-intro", blank=_BLANK),
        _problems(texts),
    ]
    return "\n\n".join(lines) + "\n"


def _table_section(table: Table, texts: Texts) -> Iterator[str]:
    code = texts.language.code
    yield f"### {texts('guide-table-heading', title=in_language(table.title, code), file=table.file_name)}"
    yield in_language(table.purpose, code)
    yield "\n".join(_rules(table, texts))
    yield _grid(
        [texts(f"guide-{part}") for part in ("column", "heading", "must", "holds", "hint")],
        ([_name(column), *_describe(column, texts)] for column in table.columns),
    )


def _rules(table: Table, texts: Texts) -> Iterator[str]:
    yield texts("guide-table-required" if table.required else "guide-table-optional")
    for headers in table.unique:
        if headers != ("id",):
            yield texts("guide-unique", columns=_separate([f"`{header}`" for header in headers], texts))


def _describe(column: Column, texts: Texts) -> list[str]:
    code = texts.language.code
    return [
        in_language(column.heading, code),
        texts("guide-yes" if column.required else "guide-no"),
        _holds(column, texts),
        in_language(column.hint, code),
    ]


def _name(column: Column) -> str:
    return f"`{column.header}{_ENDS_IN if column.localised else ''}`"


def _holds(column: Column, texts: Texts) -> str:
    said = _type(column, texts)
    if column.many:
        said = texts("guide-type-many", type=said)
    if column.also:
        said = texts("guide-type-also", type=said, words=_code_words(column.also, texts))
    return said


def _type(column: Column, texts: Texts) -> str:
    if column.type == ColumnType.ENUM:
        return texts("guide-type-enum", words=_code_words(column.values, texts))
    if column.type == ColumnType.REFERENCE:
        return texts("guide-or").join(_references(column, texts))
    return texts(f"guide-type-{column.type}")


def _references(column: Column, texts: Texts) -> Iterator[str]:
    """What a reference may name: the general words by themselves, kinds of entity by their tables."""
    yield from (texts(f"guide-type-reference-{word}") for word in column.to if word in _NAMED_REFERENCES)
    kinds = [kind for kind in column.to if kind not in _NAMED_REFERENCES]
    tables = [table.file_name for table in load_description().tables if table.kind in kinds]
    if tables:
        yield texts("guide-type-reference", tables=_separate(tables, texts))


def _ties(texts: Texts) -> str:
    head = [texts(f"guide-ties-{part}") for part in ("kind", "name", "file", "from", "to")]
    return _grid(head, (_ends_row(word, ends, texts) for word, ends in load_description().ends.items()))


def _ends_row(word: str, ends: Ends, texts: Texts) -> list[str]:
    """What a kind of link may join, or the kinds of exchange whose row says ``word``."""
    file, name = (
        ("links", f"tie-kind-{word.replace('_', '-')}") if word in STRUCTURE else ("kinds", "guide-ties-between")
    )
    sides = (_separate([texts(f"kind-{entity}") for entity in side], texts) for side in (ends.source, ends.target))
    return [f"`{word}`", texts(name), f"`{file}.csv`", *sides]


def _problems(texts: Texts) -> str:
    parts = ("what", "expected", "repair")
    head = [texts(f"guide-problems-{part}") for part in parts]
    keys = [f"tables-problem-{code.replace('_', '-')}" for code in ProblemCode]
    return _grid(head, ([_with_blanks(f"{key}-{part}", texts) for part in parts] for key in keys))


def _with_blanks(key: str, texts: Texts) -> str:
    return texts(key, **dict.fromkeys(texts.placeholders[key], _BLANK))


def _code_words(words: Sequence[str], texts: Texts) -> str:
    return _separate([f"`{word}`" for word in words], texts)


def _separate(words: Sequence[str], texts: Texts) -> str:
    return texts("tables-list-separator").join(words)


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_escape, line))} |" for line in lines)


def _escape(cell: str) -> str:
    return cell.replace("|", r"\|")


if __name__ == "__main__":
    for made in write_guide():
        print(made)
    sys.exit(0)
