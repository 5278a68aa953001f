"""The built front end: which fingerprinted file stands for which name."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import brotli
from pydantic import BaseModel, ConfigDict

BUILT = Path(__file__).parents[1] / "assets" / "built"


_FORMS = {"": bytes, ".gz": gzip.decompress, ".br": brotli.decompress}


class WholeFont(BaseModel):
    """A font with all its characters, out of which those are cut that other data hold."""

    model_config = ConfigDict(frozen=True)

    name: str
    file: str
    families: tuple[str, ...]
    weight: int
    characters: str


class FrontEnd(BaseModel):
    """Addresses of the built files by their plain names, and the order of the scripts that come later."""

    model_config = ConfigDict(frozen=True)

    files: Mapping[str, str]
    inline: Mapping[str, str] = {}
    built_characters: str = ""  # what the built fonts hold
    whole_fonts: tuple[WholeFont, ...] = ()

    def url(self, name: str) -> str:
        """The address of a built file; raise KeyError for one that the build does not make."""
        return self.files[name]

    def below(self, prefix: str) -> FrontEnd:
        """The same files as a browser finds them when the whole program lies below a path."""
        return self.model_copy(update={"files": {name: prefix + url for name, url in self.files.items()}})

    def preloads(self, language: str, *, bold: bool = True) -> list[str]:
        """The addresses of the fonts that every page in a language (a code) needs for its first paint.

        A page that sets no bold letters from their own fonts asks without ``bold``.
        """
        beginning = f"preload-{language}-" if bold else f"preload-{language}-font-regular"
        return [url for name, url in sorted(self.files.items()) if name.startswith(beginning)]

    def find_damage(self, folder: Path = BUILT) -> Iterator[str]:
        """Name every built file that is missing or is not what its fingerprint says, in any form that is sent."""
        for url in sorted(set(self.files.values())):
            path = folder / url.lstrip("/")
            if url.endswith("/") or path.parent.name != "static":  # the folder bears the fingerprint, of all in it
                if not path.exists():
                    yield f"{url} is missing"
            elif not all(_is_whole(path, ending) for ending in _FORMS if not ending or path.suffix != ".woff2"):
                yield f"{url} is missing or damaged"

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
    fonts = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))
    return FrontEnd(files=json.loads(listing.read_text(encoding="utf-8")), inline=inline, **fonts)


def _is_whole(path: Path, ending: str) -> bool:
    sent = path.with_name(path.name + ending)
    try:
        status = sent.stat()
    except OSError:
        return False
    return _bears_its_fingerprint(sent, ending, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1024)
def _bears_its_fingerprint(path: Path, ending: str, _changed: int, _size: int) -> bool:
    """Whether the name of a file holds what its content comes to; read again only when the file has changed."""
    try:
        content = _FORMS[ending](path.read_bytes())
    except Exception:  # whatever a decompressor says of damage
        return False
    return f".{hashlib.sha256(content).hexdigest()[:12]}." in path.name
