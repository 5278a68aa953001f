"""``python -m dashboard import``: a list of ties, as people have it, becomes tables."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from dashboard.i18n import Texts, load_catalogue
from dashboard.lists import Ask, GeoNames, ListError, Town, Wishes, add_list, clean_text, find_country, read_list, tell
from dashboard.tables import (
    Reading,
    begin_tables,
    check_sheets,
    empty_sheets,
    extend_tables,
    read_sheets,
    write_report,
)


class ImportFailedError(ValueError):
    """Nothing was written; the message says why, in the language of the answer."""


def add_import_options(parser: ArgumentParser, kinds: Sequence[str], texts: Texts) -> None:
    """Give the command its arguments; ``kinds`` are ids of kinds of tie, to be named in the help."""
    parser.add_argument("list", type=Path, metavar="LIST", help=texts("commands-import-list"))
    parser.add_argument(
        "--into", dest="tables", type=Path, metavar="WHERE", required=True, help=texts("commands-import-into")
    )
    parser.add_argument("--home", metavar="NAME", action="append", default=[], help=texts("commands-import-home"))
    parser.add_argument("--home-country", metavar="COUNTRY", default="", help=texts("commands-import-home-country"))
    named = texts("commands-import-kind", kinds=", ".join(kinds))
    parser.add_argument("--kind", metavar="KIND", default="", help=named)


def import_list(asked: Namespace, reading: Reading, texts: Texts) -> str:
    """Take in the list that is asked for; the report about it. Tables are begun where they are not there yet.

    Raises:
        ImportFailedError: it cannot be taken in; all stays as it is.
    """
    where: Path = asked.tables
    is_new = not where.exists() or (where.is_dir() and not any(where.iterdir()))
    sheets = empty_sheets() if is_new else read_sheets(where)
    if sheets is None or (reading.dataset is None and not is_new):
        raise ImportFailedError(write_report(reading.problems, texts))
    try:
        found = read_list(asked.list)
        wishes = _read_wishes(asked, {row.cells.get("id", "") for row in sheets["kinds"].rows})
        added = add_list(
            found, sheets, wishes, gazetteer=GeoNames(), ask=ask_for_town(texts), catalogue=load_catalogue()
        )
    except ListError as error:
        raise ImportFailedError(texts(error.key, **error.values)) from error
    after = added.onto(sheets)
    problems = check_sheets(after).problems
    if problems:
        raise ImportFailedError(write_report(problems, texts))
    try:
        if added.rows and is_new:
            begin_tables(where, after, texts)
        elif added.rows:
            extend_tables(where, after, added.rows, texts)
    except OSError as error:
        reason = texts("commands-cannot-write", file=str(where), reason=error.strerror or "")
        raise ImportFailedError(reason) from error
    counts = added.counts
    unread = ", ".join(found.columns.unread)[:600] or texts("lists-no-columns-unread")
    told = list(tell(added.openings, texts))
    lines = [
        texts("lists-columns", file=found.title, count=len(found.records), unread=unread),
        texts("lists-took", **{part: counts.get(part, 0) for part in ("ties", "known", "homes", "partners", "dates")}),
        texts("lists-placed", list=counts.get("places_list", 0), geonames=counts.get("places_geonames", 0)),
        *((texts("lists-left-open"), *told) if told else ()),
        *((texts("lists-noted"),) if added.rows.get("gaps") else ()),
        texts("lists-wrote" if added.rows else "lists-nothing", file=str(where)),
    ]
    return "\n".join(lines)


def _read_wishes(asked: Namespace, kinds: set[str]) -> Wishes:
    country = find_country(asked.home_country) or ""
    if asked.home_country and not country:
        raise ListError("lists-no-country", country=asked.home_country)
    if asked.kind and asked.kind not in kinds:
        raise ListError("lists-no-kind", kind=asked.kind, kinds=", ".join(sorted(kinds)))
    homes = (clean_text(name) for name in asked.home)
    return Wishes(tuple(name for name in homes if name), country, asked.kind)


def ask_for_town(texts: Texts) -> Ask:
    """Asks a person on the terminal; where there is none, leaves everything open."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return lambda _name, _towns: None

    def ask(name: str, towns: Sequence[Town]) -> Town | None:
        print(texts("lists-ask", name=name))
        for number, town in enumerate(towns, 1):
            lat, lon = f"{town.lat:.4f}", f"{town.lon:.4f}"
            place = {"name": town.name, "region": town.region, "lat": lat, "lon": lon, "id": str(town.id)}
            print(f"  {texts('lists-ask-town', number=number, **place)}")
        while True:
            try:
                answer = input(f"{texts('lists-ask-number')} ").strip()
            except EOFError:
                return None
            if not answer:
                return None
            if answer.isdecimal() and 1 <= int(answer) <= len(towns):
                return towns[int(answer) - 1]

    return ask
