"""The commands of ``python -m dashboard``; exit status 0: done, 1: problems in the data, 2: asked wrongly."""

from __future__ import annotations

import os
import sqlite3
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from dashboard.export_command import WishError, add_wishes, render_export
from dashboard.exports import EXPORTERS
from dashboard.files import write_at_once
from dashboard.i18n import Catalogue, Texts, load_catalogue, match_language
from dashboard.import_command import ImportFailedError, add_import_options, import_list
from dashboard.model import Dataset, in_language, keep_documented
from dashboard.network.counts import counts
from dashboard.network.wording import kind_name
from dashboard.new_command import ask_for_tables
from dashboard.publish_command import FaultyError, PublishError, add_publish_options, publish
from dashboard.settings import Settings, SettingsError, read_settings
from dashboard.stories import read_stories, write_story_report
from dashboard.tables import (
    ENDING,
    Reading,
    begin_tables,
    empty_sheets,
    read_dataset,
    read_sheets,
    shipped_kinds,
    write_report,
)
from dashboard.tables.workbook import UnreadableError, mark_workbook, write_workbook
from dashboard.usage import CountKind, UsageStore, write_csv, write_table

DONE, PROBLEMS, ASKED_WRONGLY = 0, 1, 2
_STANDARD_OUTPUT = "-"
_FALLBACK = "en"


def run(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Run one command; ``arguments`` are those after the program's name. Ends the program when they are wrong."""
    catalogue = load_catalogue()
    texts = catalogue.texts(_find_language(arguments, environment, catalogue))
    try:
        settings = read_settings(environment)
    except SettingsError as error:
        return _complain(texts("commands-bad-settings", reason=str(error)))
    asked = _build_parser(texts, catalogue, settings).parse_args(arguments)
    command: Callable[[Namespace, Reading, Texts], int] = asked.command
    return command(asked, read_dataset(asked.tables), catalogue.texts(asked.lang))


def _find_language(arguments: Sequence[str], environment: Mapping[str, str], catalogue: Catalogue) -> str:
    """The language of help and errors, needed before the arguments are understood: as asked for, or the terminal's."""
    codes = [language.code for language in catalogue.languages]
    asked = (second for first, second in pairwise(arguments) if first == "--lang")
    terminal = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wishes = [*asked, *(wish.partition(".")[0] for wish in terminal if wish)][:1]
    known = [wish for wish in wishes if wish.replace("-", "_").partition("_")[0] in codes]
    return match_language(known or [_FALLBACK], catalogue.languages).code


def _build_parser(texts: Texts, catalogue: Catalogue, settings: Settings) -> ArgumentParser:
    folder = settings.tables
    common = ArgumentParser(add_help=False)
    codes = [language.code for language in catalogue.languages]
    common.add_argument("--lang", choices=codes, default=texts.language.code, help=texts("commands-language"))
    elsewhere = ArgumentParser(add_help=False)
    elsewhere.add_argument("--tables", type=Path, metavar="DIR", default=folder, help=texts("commands-tables"))

    parser = ArgumentParser(prog="python -m dashboard", description=texts("commands-about"))
    commands = parser.add_subparsers(
        required=True, metavar="new | import | validate | info | export | publish | workbook | usage"
    )
    new = _add(commands, "new", _begin, texts, common)
    new.add_argument("tables", type=Path, metavar="WHERE", help=texts("commands-new-where"))
    new.add_argument("--ask", action="store_true", help=texts("commands-new-ask"))
    taking = _add(commands, "import", _import, texts, common)
    add_import_options(taking, [kind.id for kind in shipped_kinds()], texts)
    validate = _add(commands, "validate", _validate, texts, common)
    validate.add_argument(
        "tables", nargs="?", type=Path, metavar="DIR", default=folder, help=texts("commands-validate-folder")
    )
    validate.add_argument("--mark", action="store_true", help=texts("commands-mark"))
    validate.set_defaults(settings=settings)
    _add(commands, "info", _inform, texts, common, elsewhere)
    export = _add(commands, "export", _export, texts, common, elsewhere)
    kinds = texts("commands-export-kind", kinds=", ".join(EXPORTERS))
    export.add_argument("kind", metavar="KIND", choices=sorted(EXPORTERS), help=kinds)
    export.add_argument("-o", "--output", metavar="FILE", help=texts("commands-output"))
    add_wishes(export, settings, texts)
    publishing = _add(commands, "publish", _publish, texts, common, elsewhere)
    add_publish_options(publishing, settings, texts)
    workbook = _add(commands, "workbook", _write_workbook, texts, common, elsewhere)
    workbook.add_argument("file", metavar="FILE", help=texts("commands-workbook-file"))
    usage = _add(commands, "usage", _report_usage, texts, common, elsewhere)
    usage.add_argument("--since", metavar="YYYY-MM-DD", default="", help=texts("usage-since"))
    usage.add_argument("--state", type=Path, metavar="DIR", default=settings.state, help=texts("usage-state"))
    usage.add_argument("-o", "--output", metavar="FILE", help=texts("usage-output"))
    return parser


def _add(
    commands: Any,  # noqa: ANN401 - argparse gives the type no public name
    name: str,
    command: Callable[[Namespace, Reading, Texts], int],
    texts: Texts,
    *parents: ArgumentParser,
) -> ArgumentParser:
    about = texts(f"commands-{name}")
    parser: ArgumentParser = commands.add_parser(name, help=about, description=about, parents=parents)
    parser.set_defaults(command=command)
    return parser


def _begin(asked: Namespace, _: Reading, texts: Texts) -> int:
    """Write tables that hold nothing but the kinds of tie, or what is answered; never over what is there."""
    where: Path = asked.tables
    if where.exists():
        return _complain(texts("commands-new-exists", file=str(where)))
    try:
        sheets, told = ask_for_tables(texts) if asked.ask else (empty_sheets(), "")
    except ImportFailedError as problem:
        return _complain(str(problem), PROBLEMS)
    try:
        begin_tables(where, sheets, texts)
    except OSError as error:
        return _complain(texts("commands-cannot-write", file=str(where), reason=error.strerror or ""))
    rows = sum(len(sheet.rows) for name, sheet in sheets.items() if name != "kinds")
    print("\n".join(filter(None, (told, texts("commands-new-made", file=str(where), count=len(sheets), rows=rows)))))
    return DONE


def _import(asked: Namespace, reading: Reading, texts: Texts) -> int:
    """Take a list into tables, which are begun where they are not there yet."""
    try:
        print(import_list(asked, reading, texts))
    except ImportFailedError as problem:
        return _complain(str(problem), PROBLEMS)
    return DONE


def _validate(asked: Namespace, reading: Reading, texts: Texts) -> int:
    if asked.mark:
        if asked.tables.suffix.lower() != ENDING:
            return _complain(texts("commands-mark-what", file=str(asked.tables)))
        try:
            write_at_once(asked.tables, mark_workbook(asked.tables, reading.problems, texts))
        except UnreadableError:
            return _complain(write_report(reading.problems, texts), PROBLEMS)
        except OSError as error:
            return _complain(texts("commands-cannot-write", file=str(asked.tables), reason=error.strerror or ""))
    if reading.dataset is None:
        print(write_report(reading.problems, texts))
        return PROBLEMS
    found = counts(reading.dataset)
    print(texts("tables-report-fine", **{name: found[name] for name in ("nodes", "edges", "sources")}))
    return _validate_stories(asked, keep_documented(reading.dataset), texts)


def _validate_stories(asked: Namespace, dataset: Dataset, texts: Texts) -> int:
    """Check the program's own stories, or those beside another folder of tables; it may have none."""
    settings: Settings = asked.settings
    is_own = asked.tables == settings.tables
    folder = settings.stories_folder if is_own else asked.tables.parent / "stories"
    found = read_stories(folder, dataset, load_catalogue())
    if found.warnings:
        print(write_story_report(found.warnings, texts))
    if found.problems:
        print(write_story_report(found.problems, texts))
        return PROBLEMS
    if found.stories:
        stops = sum(len(story.stops) for story in found.stories)
        print(texts("stories-report-fine", stories=len(found.stories), stops=stops))
    return DONE


def _inform(_: Namespace, reading: Reading, texts: Texts) -> int:
    if reading.dataset is None:
        return _complain(write_report(reading.problems, texts), PROBLEMS)
    dataset = keep_documented(reading.dataset)
    found = counts(dataset)
    width = max(len(str(number)) for number in found.values())
    for name, number in found.items():
        kind = dataset.kind.get(name)
        label = kind_name(name, dataset, texts) if kind else texts(f"count-{name.replace('_', '-')}")
        print(f"{number:>{width}}  {label}")
    return DONE


def _export(asked: Namespace, reading: Reading, texts: Texts) -> int:
    if reading.dataset is None:
        return _complain(write_report(reading.problems, texts), PROBLEMS)
    target = asked.output or EXPORTERS[asked.kind].file_name
    try:
        content = render_export(asked, keep_documented(reading.dataset), texts)
    except WishError as error:
        return _complain(str(error))
    return _write(content, target, texts)


def _publish(asked: Namespace, _: Reading, texts: Texts) -> int:
    """Write the whole program as files, or check a folder of them."""
    try:
        print(publish(asked, texts))
    except FaultyError as problem:
        return _complain(str(problem), PROBLEMS)
    except PublishError as problem:
        return _complain(str(problem))
    return DONE


def _write_workbook(asked: Namespace, _: Reading, texts: Texts) -> int:
    """Write the tables as they are, right or wrong: a workbook may be the easier place to mend them."""
    sheets = read_sheets(asked.tables)
    if sheets is None:
        return _complain(write_report(read_dataset(asked.tables).problems, texts), PROBLEMS)
    return _write(write_workbook(sheets, texts), asked.file, texts)


def _report_usage(asked: Namespace, reading: Reading, texts: Texts) -> int:
    """What was looked at on the touch screen. Without good tables ids stand in the place of names."""
    try:
        found = UsageStore(asked.state).read(asked.since)
    except (sqlite3.Error, OSError, ValueError) as error:
        return _complain(texts("usage-cannot-read", reason=str(error)))
    name = _namer(reading.dataset or Dataset(), texts)
    if asked.output:
        return _write(write_csv(found, name, texts).encode(), asked.output, texts)
    print(write_table(found, name, texts))
    return DONE


def _namer(dataset: Dataset, texts: Texts) -> Callable[[CountKind, str], str]:
    """Names things in the language of the answer, languages by their own names; what is unknown by its id."""
    endonyms = {language.code: language.endonym for language in load_catalogue().languages}

    def name(kind: CountKind, subject: str) -> str:
        if kind != CountKind.SELECT:
            return endonyms.get(subject, subject)
        if subject in dataset.entity:
            return in_language(dataset.entity[subject].names, texts.language.code)
        if subject not in dataset.tie:
            return subject
        ends = (dataset.tie[subject].source, dataset.tie[subject].target)
        return " – ".join(in_language(dataset.entity[end].names, texts.language.code) for end in ends)

    return name


def _write(content: bytes, target: str, texts: Texts) -> int:
    if target == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return DONE
    try:
        Path(target).write_bytes(content)
    except OSError as error:
        return _complain(texts("commands-cannot-write", file=target, reason=error.strerror or ""))
    print(texts("commands-wrote", file=target, bytes=len(content)))
    return DONE


def _complain(text: str, status: int = ASKED_WRONGLY) -> int:
    print(text, file=sys.stderr)
    return status
