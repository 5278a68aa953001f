"""The built front end: which fingerprinted file stands for which name."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

BUILT = Path(__file__).parents[1] / "assets" / "built"


class FrontEnd(BaseModel):
    """Addresses of the built files by their plain names, and the order of the scripts that come later."""

    model_config = ConfigDict(frozen=True)

    files: Mapping[str, str]
    inline: Mapping[str, str] = {}

    def url(self, name: str) -> str:
        """The address of a built file; raise KeyError for one that the build does not make."""
        return self.files[name]

    def preloads(self, language: str, *, bold: bool = True) -> list[str]:
        """The addresses of the fonts that every page in a language (a code) needs for its first paint.

        A page that sets no bold letters from their own fonts asks without ``bold``.
        """
        beginning = f"preload-{language}-" if bold else f"preload-{language}-font-regular"
        return [url for name, url in sorted(self.files.items()) if name.startswith(beginning)]

    def inline_hash(self, name: str) -> str:
        """What a Content-Security-Policy says to let an inline script run."""
        digest = hashlib.sha256(self.inline[name].encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"


def read_front_end(folder: Path = BUILT) -> FrontEnd:
    """Read the build's list; raise FileNotFoundError with the remedy when nothing has been built."""
    listing = folder / "files.json"
    if not listing.exists():
        raise FileNotFoundError(f"{listing} is missing: run `make install` to build the front end")
    inline = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    return FrontEnd(files=json.loads(listing.read_text(encoding="utf-8")), inline=inline)
