"""``python -m dashboard``: the same program without the web."""

from __future__ import annotations

import io
import sys

from dashboard.commands import run

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Japanese shows escapes instead of stopping half-way.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))
