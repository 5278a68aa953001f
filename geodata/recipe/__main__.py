"""``python -m geodata.recipe``: rebuild the layers, or check that they are what the recipe builds."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from geodata.layers import FOLDER, MANIFEST
from geodata.recipe import manifest
from geodata.recipe.build import Layer, build
from geodata.recipe.generalise import CoverageError
from geodata.recipe.packages import NATURAL_EARTH, PACKAGES, QGIS, RIVERS, PackageError, fetch, unpack


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the recipe; return 0 when all went well, 1 when a layer differs or a package is not right."""
    options = _parser().parse_args(arguments)
    try:
        if options.fetch:
            options.debs.mkdir(parents=True, exist_ok=True)
            fetch(options.debs)
        layers = _build(options.debs)
    except (PackageError, CoverageError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return _check(layers) if options.check else _write(layers)


def _parser() -> argparse.ArgumentParser:
    needed = ", ".join(package.file_name for package in PACKAGES)
    parser = argparse.ArgumentParser(prog="python -m geodata.recipe", description=f"Rebuild the layers from {needed}.")
    parser.add_argument("--debs", type=Path, required=True, help="folder with the packages")
    parser.add_argument(
        "--fetch", action="store_true", help="let this machine's apt and pip download what is missing there"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; compare with the files that are there")
    return parser


def _build(debs: Path) -> list[Layer]:
    with tempfile.TemporaryDirectory() as scratch:
        natural_earth = unpack(NATURAL_EARTH, debs, Path(scratch) / "natural-earth")
        qgis = unpack(QGIS, debs, Path(scratch) / "qgis")
        rivers = unpack(RIVERS, debs, Path(scratch) / "rivers")
        return build(natural_earth, qgis, rivers)


def _check(layers: Sequence[Layer]) -> int:
    changed = manifest.differences(layers, FOLDER, MANIFEST)
    print("\n".join(f"differs: {name}" for name in changed) or "every layer is what the recipe builds, bit for bit")
    return 1 if changed else 0


def _write(layers: Sequence[Layer]) -> int:
    manifest.write(layers, FOLDER, MANIFEST)
    for layer in layers:
        print(f"{layer.file}: {layer.features} features, {layer.vertices} vertices, {len(layer.content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
