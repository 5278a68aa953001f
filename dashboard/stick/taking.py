"""Takes the tables of a stick in the place of the old ones, when nothing is wrong with them; writes what was found."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dashboard.i18n import Texts
from dashboard.network.counts import counts
from dashboard.stick.reading import MOST_BYTES, MOST_ENTRIES, RefusedError, printable, read_folder
from dashboard.stick.signatures import CHECKSUMS, SIGNATURE, check_signature
from dashboard.tables import find_unknown_files, load_description, read_dataset, write_report

FOLDER = "tables"
_KEPT = "tables-before"
_MOST_REPORTS = 100


class Finding(NamedTuple):
    """Whether the tables were taken, and the report about them."""

    is_taken: bool
    report: str


def take(stick: Path, target: Path, signers: Path | None, texts: Texts) -> Finding:
    """Put the tables of ``stick`` in the place of ``target`` when they are in order; else leave all as it was.

    Args:
        stick: where the stick is mounted; it holds a folder ``tables``.
        target: the folder of the tables that the program shows.
        signers: keys of which one must have signed the tables; None: whoever has the stick is believed.
        texts: the language of the report.
    """
    tables = [table.file_name for table in load_description().tables]
    try:
        contents = read_folder(stick, FOLDER, [*tables, CHECKSUMS, SIGNATURE])
        if signers is not None:
            check_signature(contents.files, signers)
        files = {name: raw for name, raw in contents.files.items() if name in tables}
        return _check_and_take(files, contents.others, target, texts)
    except RefusedError as error:
        limits = {"megabytes": MOST_BYTES // 1_000_000, "most": MOST_ENTRIES}
        return _refuse(texts(f"stick-{error.reason}", file=error.file, **limits), texts)
    except OSError as error:
        return _refuse(texts("stick-cannot-keep", reason=error.strerror or ""), texts)


def put_report(stick: Path, report: str, now: dt.datetime) -> str:
    """Write the report to the stick as a new file, never over another or through a link; return its name."""
    folder = os.open(stick, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        for number in range(_MOST_REPORTS):
            name = f"kakehashi-report-{now:%Y%m%d-%H%M%S}{f'-{number}' if number else ''}.txt"
            try:
                file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644, dir_fd=folder)
            except FileExistsError:
                continue
            with open(file, "w", encoding="utf-8", newline="\r\n") as writing:  # noqa: PTH123 - a descriptor
                writing.write(f"{report}\n")
            return name
    finally:
        os.close(folder)
    raise FileExistsError


def _check_and_take(files: Mapping[str, bytes], others: tuple[str, ...], target: Path, texts: Texts) -> Finding:
    with tempfile.TemporaryDirectory(prefix=f"{FOLDER}.", dir=target.parent) as folder:
        fresh = Path(folder) / FOLDER
        fresh.mkdir()
        fresh.chmod(0o755)
        for name, raw in files.items():
            (fresh / name).write_bytes(raw)
            (fresh / name).chmod(0o644)
        reading = read_dataset(fresh)
        # Names that begin with a dot are what computers put beside a file, not what somebody wrote.
        unknown = find_unknown_files(printable(name) for name in others if not name.startswith("."))
        problems = (*reading.problems, *unknown)
        if problems or reading.dataset is None:
            return _refuse(write_report(problems, texts), texts)
        os.sync()
        _put_in_place(fresh, target)
        os.sync()
    found = counts(reading.dataset)
    fine = texts("tables-report-fine", **{name: found[name] for name in ("nodes", "edges", "sources")})
    return Finding(True, f"{fine}\n{texts('stick-taken')}")


def _put_in_place(fresh: Path, target: Path) -> None:
    kept = target.with_name(_KEPT)
    shutil.rmtree(kept, ignore_errors=True)
    if target.is_dir():
        target.rename(kept)
    try:
        fresh.rename(target)
    except OSError:
        kept.rename(target)
        raise


def _refuse(what: str, texts: Texts) -> Finding:
    return Finding(False, f"{what}\n\n{texts('stick-nothing-changed')}")
