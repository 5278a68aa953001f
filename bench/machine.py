"""Where the figures were taken: the machine and the versions. Nothing here names the machine or its folders."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
PACKAGES = ("dash", "dash-mantine-components", "plotly", "flask", "waitress", "whitenoise", "networkx", "playwright")


def describe_machine() -> dict[str, str | float]:
    """Processor, cores, memory in GB, system, and how busy it was before the benchmark began."""
    return {
        "cpu": _processor(),
        "cores": float(os.cpu_count() or 1),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": _system(),
        "load_before": round(os.getloadavg()[0], 1),
    }


def describe_versions(chromium: str) -> dict[str, str]:
    """Versions of what the figures depend on; ``chromium`` is what the browser says of itself, or empty."""
    packages = {name: version(name) for name in PACKAGES}
    return {"python": platform.python_version(), **packages, "plotly.js": _plotly_js(), "chromium": chromium}


def short_machine(machine: Mapping[str, str | float]) -> str:
    """A machine as part of a file's name, such as ``amd-epyc-2-cores``."""
    cpu = re.sub(r"[^a-z0-9]+", "-", str(machine["cpu"]).lower()).strip("-")
    return f"{cpu or 'machine'}-{machine['cores']:.0f}-cores"


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    text = facts.read_text(encoding="utf-8") if facts.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found.group(1).strip() if found else platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _plotly_js() -> str:
    """The version of the bundle that the page loads; empty when the front end has not been fetched."""
    package = ROOT / "node_modules" / "plotly.js-geo-dist-min" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"]) if package.exists() else ""
