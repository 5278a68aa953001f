"""The bill of materials: both halves, nothing of the tools, and every part hangs on the program."""

from __future__ import annotations

import json
import shutil
import subprocess

from assets.build.sbom import join, shipped
from dashboard.settings import ROOT

PYTHON = {
    "bomFormat": "CycloneDX",
    "metadata": {"component": {"bom-ref": "root", "name": "kakehashi"}},
    "components": [
        {"bom-ref": "dash==4", "name": "dash"},
        {"bom-ref": "Flask==3", "name": "Flask"},
        {"bom-ref": "pytest==9", "name": "pytest"},
    ],
    "dependencies": [
        {"ref": "root", "dependsOn": ["dash==4", "pytest==9"]},
        {"ref": "dash==4", "dependsOn": ["Flask==3"]},
        {"ref": "pytest==9", "dependsOn": ["Flask==3"]},
        {"ref": "Flask==3"},
    ],
}
FRONT_END = {
    "metadata": {"component": {"bom-ref": "kakehashi@1.0.0"}},
    "components": [{"bom-ref": "plotly@4", "name": "plotly"}],
    "dependencies": [{"ref": "kakehashi@1.0.0", "dependsOn": ["plotly@4"]}, {"ref": "plotly@4", "dependsOn": []}],
}


def test_both_bills_become_one_without_the_tools_that_lie_beside() -> None:
    bill = join(PYTHON, FRONT_END, {"dash", "flask"})
    assert [part["name"] for part in bill["components"]] == ["dash", "Flask", "plotly"]
    assert {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]} == {
        "root": ["dash==4", "plotly@4"],
        "dash==4": ["Flask==3"],
        "Flask==3": [],
        "plotly@4": [],
    }
    assert bill["metadata"] == PYTHON["metadata"]


def test_what_is_shipped_is_what_is_pinned_for_running_and_serving() -> None:
    assert {"dash", "waitress", "gunicorn", "fluent-runtime"} <= shipped()
    assert {"pytest", "playwright"}.isdisjoint(shipped())


def test_npm_tells_every_part_of_the_front_end_that_is_shipped() -> None:
    if shutil.which("npm") is None:
        return  # the build takes the one that comes as a package of Python
    command = ["npm", "sbom", "--package-lock-only", "--sbom-format", "cyclonedx", "--omit", "dev"]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    described = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert {part["name"] for part in told["components"]} == set(described["dependencies"])
    assert all(part["licenses"] and part["hashes"] for part in told["components"])
