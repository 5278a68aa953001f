"""Files that are written while others may read them."""

from __future__ import annotations

import os
from pathlib import Path


def write_at_once(path: Path, content: bytes) -> None:
    """Whoever reads meanwhile finds the old file or the new one, never half of one."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_bytes(content)
    fresh.replace(path)
