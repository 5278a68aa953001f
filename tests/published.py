"""A small network, published as files; what takes long is kept from one test run to the next."""

from __future__ import annotations

from pathlib import Path

from dashboard.editions import Content, ContentReader, identify_program
from dashboard.i18n import load_catalogue
from dashboard.publishing import Listing, read_listing
from dashboard.settings import ROOT, Settings
from layouts.publishing import Order, Published, publish

SMALL = ROOT / "tests" / "data" / "tables" / "small"
_STATE = ROOT / ".cache" / "tests" / "publishing"


def publish_small(folder: Path, tables: Path = SMALL, address: str = "") -> Published:
    """Publish tables without what a browser must print; over what is in the folder already."""
    settings = Settings(tables=tables, state=_STATE, public_url=address, usage=False, offline=False)
    content = Content(tables, settings.stories_folder, _STATE / "last-good")
    look = ContentReader(content, load_catalogue(), identify_program(settings.of_documents)).look()
    assert look.edition is not None, look.problems
    return publish(Order(folder, settings, look.edition, is_printed=False, before=read_listing(folder) or Listing()))
