"""What a running program has made of its edition, as ``/healthz`` and the state folder tell."""

from __future__ import annotations

import json
import time
import urllib.request
from pathlib import Path
from urllib.parse import unquote

_PATIENCE_S = 300
_COMPRESSED = (".br", ".gz")


def kept_addresses(state: Path) -> list[str]:
    """The address of every document that is kept below the state folder."""
    paths = (path for path in state.glob("editions/*/*") if path.is_file() and path.suffix not in _COMPRESSED)
    return sorted(address for path in paths if (address := unquote(path.name)).startswith("/"))


def count_made(base_url: str) -> int:
    """How many documents the process behind an address has made."""
    return int(_documents(base_url)["made"])


def wait_until_made(base_url: str, state: Path) -> int:
    """Wait until a freshly started server has made everything there is; how much that is."""
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        documents = _documents(base_url)
        if len(kept_addresses(state)) >= documents["all"]:
            return documents["made"]
        time.sleep(0.2)
    raise TimeoutError("the server did not make everything")


def _documents(base_url: str) -> dict[str, int]:
    """How many there are (``all``), and how many this process has made."""
    found: dict[str, int] = json.loads(fetch(f"{base_url}/healthz"))["documents"]
    return found


def fetch(url: str) -> bytes:
    """A good answer's bytes as they come over the wire; raise HTTPError for any other."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own server
        body: bytes = answer.read()
    return body
