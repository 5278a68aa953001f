"""``python -m dashboard publish``: the whole program as files, and whether a folder of them is in order."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from pydantic import ValidationError

from dashboard.editions import Content, ContentReader, identify_program
from dashboard.exports import ChromiumFailedError, ChromiumMissingError
from dashboard.exports.chromium import find_chromium
from dashboard.i18n import Texts, load_catalogue
from dashboard.publishing import ForeignFileError, Listing, check_copy, read_listing
from dashboard.settings import Settings
from dashboard.stories import write_story_report
from dashboard.tables import write_report

_PRESS = "layouts.publishing"  # what it makes lies above this room


class PublishError(ValueError):
    """Why nothing was published, in the language of the answer."""


class FaultyError(PublishError):
    """What is wrong with the tables, or with what was published."""


def add_publish_options(parser: ArgumentParser, settings: Settings, texts: Texts) -> None:
    """Give the command its folder and what may be wished for."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=texts("publish-folder"))
    parser.add_argument("--address", metavar="URL", default=settings.base_url, help=texts("publish-address"))
    parser.add_argument("--check", action="store_true", help=texts("publish-check"))
    parser.set_defaults(settings=settings)


def publish(asked: Namespace, texts: Texts) -> str:
    """Do what is asked for and tell what came of it; raise PublishError."""
    return _check(asked.folder, texts) if asked.check else _publish(asked, texts)


def _check(folder: Path, texts: Texts) -> str:
    faults = check_copy(folder)
    if faults:
        lines = [texts(f"publish-fault-{fault.kind}", file=fault.file, what=fault.what) for fault in faults]
        raise FaultyError("\n".join([*lines, texts("publish-faults", count=len(faults))]))
    listing = read_listing(folder)
    return texts("publish-fine", count=len(listing.files) if listing else 0)


def _publish(asked: Namespace, texts: Texts) -> str:
    settings = _settle(asked, texts)
    is_printed = _has_printer()
    content = Content(settings.tables, settings.stories_folder, settings.state / "last-good-tables")
    look = ContentReader(content, load_catalogue(), identify_program(settings.of_documents, is_printed)).look()
    if look.edition is None:
        raise FaultyError(write_report(look.problems, texts))
    if look.story_problems:
        print(write_story_report(look.story_problems, texts), file=sys.stderr)
    press: Any = resolve_name(_PRESS)
    try:
        before = _read_before(asked.folder, texts)
        done = press.publish(press.Order(asked.folder, settings, look.edition, is_printed, before))
    except ForeignFileError as error:
        raise PublishError(texts("publish-foreign", file=str(asked.folder / str(error)))) from error
    except ChromiumFailedError as error:
        raise PublishError(texts("exports-chromium-failed", reason=str(error))) from error
    except OSError as error:
        where = error.filename or asked.folder
        raise PublishError(texts("commands-cannot-write", file=str(where), reason=error.strerror or "")) from error
    return texts("publish-done", folder=str(asked.folder), **done._asdict())


def _read_before(folder: Path, texts: Texts) -> Listing:
    try:
        return read_listing(folder) or Listing()
    except ValueError as error:
        raise PublishError(texts("publish-damaged-list", folder=str(folder))) from error


def _settle(asked: Namespace, texts: Texts) -> Settings:
    """The settings of a copy: below no path of ours, asked by nobody who counts."""
    settings: Settings = asked.settings
    wanted = {"tables": asked.tables, "public_url": asked.address, "prefix": "", "usage": False, "offline": False}
    try:
        return Settings.model_validate(settings.model_dump() | wanted)
    except ValidationError as error:
        raise PublishError(texts("publish-bad-address", address=asked.address)) from error


def _has_printer() -> bool:
    try:
        find_chromium()
    except ChromiumMissingError:
        return False
    return True
