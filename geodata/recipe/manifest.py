"""The manifest: what each layer is, what it was made of, and the checksum of its file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from geodata.recipe.build import Layer
from geodata.recipe.packages import PACKAGES, Package

_HEAD = "# Written by `python -m geodata.recipe`; do not edit. SHA-256 are those of the files.\n"


def render(layers: Sequence[Layer]) -> str:
    """The manifest of these layers as TOML."""
    tables = [_package_table(package) for package in PACKAGES] + [_layer_table(layer) for layer in layers]
    return "\n".join([_HEAD, *tables])


def _package_table(package: Package) -> str:
    return _table(
        "package",
        {
            "name": package.name,
            "version": package.version,
            "sha256": package.sha256,
            "licence": package.licence,
            "upstream": package.upstream,
        },
    )


def _layer_table(layer: Layer) -> str:
    return _table(
        "layer",
        {
            "file": layer.file,
            "title": layer.title,
            "packages": [package.name for package in layer.packages],
            "upstream": [package.upstream for package in layer.packages],
            "licence": layer.packages[0].layer_licence if layer.packages else "this project's licence",
            "sha256": hashlib.sha256(layer.content).hexdigest(),
            "bytes": len(layer.content),
            "features": layer.features,
            "vertices": layer.vertices,
            "tolerance_degrees": layer.tolerance_degrees,
            "changes": list(layer.changes),
        },
    )


def _table(name: str, values: dict[str, object]) -> str:
    # JSON's strings, numbers and arrays of strings are TOML's too.
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    return "\n".join([f"[[{name}]]", *lines, ""])


def write(layers: Sequence[Layer], folder: Path, manifest: Path) -> None:
    """Write the files of the layers into ``folder``, and the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for layer in layers:
        (folder / layer.file).write_bytes(layer.content)
    manifest.write_text(render(layers), encoding="utf-8")


def differences(layers: Sequence[Layer], folder: Path, manifest: Path) -> list[str]:
    """Names of the files that are not, byte for byte, what the recipe builds; empty when all are."""
    expected = {folder / layer.file: layer.content for layer in layers} | {manifest: render(layers).encode()}
    return [path.name for path, content in expected.items() if not path.is_file() or path.read_bytes() != content]
