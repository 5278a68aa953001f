"""Answers of pure functions that take long, kept on disk from one run to the next.

Nothing is kept until a folder is named: who publishes again and again names one; a server has its editions.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from dashboard.files import write_at_once

Function = TypeVar("Function", bound=Callable[..., Any])

_UNUSED_SECONDS = 30 * 24 * 3600
_FOLDER: list[Path] = []


def keep_below(folder: Path, program: bytes) -> None:
    """Keep answers in a folder; ``program`` is a digest of all that they come from beside the arguments.

    What another program answered, and what nobody has asked for in a month, is removed.
    """
    own = folder / program.hex()[:16]
    own.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path != own:
            shutil.rmtree(path, ignore_errors=True)
    for path in own.iterdir():
        if time.time() - path.stat().st_mtime > _UNUSED_SECONDS:
            path.unlink(missing_ok=True)
    _FOLDER[:] = [own]


def keep_nothing() -> None:
    """Compute everything anew from now on."""
    _FOLDER.clear()


def kept(function: Function) -> Function:
    """A function of plain values, told apart by their ``repr``, whose answer depends on nothing else."""

    @wraps(function)
    def answer(*args: object, **kwargs: object) -> object:
        if not _FOLDER:
            return function(*args, **kwargs)
        asked = repr((function.__module__, function.__qualname__, args, sorted(kwargs.items())))
        path = _FOLDER[0] / hashlib.sha256(asked.encode()).hexdigest()
        try:
            found = pickle.loads(path.read_bytes())  # noqa: S301 - our own, in the state folder
        except (OSError, EOFError, pickle.UnpicklingError):
            found = function(*args, **kwargs)
            write_at_once(path, pickle.dumps(found))
        else:
            os.utime(path)
        return found

    return answer  # type: ignore[return-value]  # it takes and gives the same
