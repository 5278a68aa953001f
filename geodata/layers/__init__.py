"""The built layers: read, decoded, and where they come from.

The files beside this module are made by ``geodata.recipe``; ``manifest.toml``
says what each is. All coordinates are (longitude, latitude) in degrees, WGS 84.
Outer rings run clockwise. Shapes that cross 180 degrees are continuous: Russia
and Fiji run on beyond it (``antimeridian.cut_shape`` cuts them for a map).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely.geometry
from shapely.geometry.base import BaseGeometry

from geodata import topology

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

FOLDER = Path(__file__).parent
MANIFEST = FOLDER.parent / "manifest.toml"
WORLD = "world_110m.json"
UNDETERMINED = "X-UND"
"""Id of what school atlases leave white: southern Sakhalin and the Kuril chain from Uruppu to Shumushu."""

_CRS = "EPSG:4326"


@dataclass(frozen=True)
class SourcePackage:
    """A package that layers were made of."""

    name: str
    version: str
    sha256: str
    licence: str
    upstream: str


@dataclass(frozen=True)
class LayerRecord:
    """What the manifest says of a layer; ``packages`` are names, ``bytes`` is the size of the file."""

    file: str
    title: str
    packages: tuple[str, ...]
    upstream: tuple[str, ...]
    licence: str
    sha256: str
    bytes: int
    features: int
    vertices: int
    tolerance_degrees: float
    changes: tuple[str, ...]


@dataclass(frozen=True)
class Manifest:
    """The packages and the layers made of them, in the order of the file."""

    packages: tuple[SourcePackage, ...]
    layers: tuple[LayerRecord, ...]


@cache
def manifest() -> Manifest:
    """Read ``manifest.toml``."""
    table = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))
    return Manifest(
        packages=tuple(SourcePackage(**entry) for entry in table["package"]),
        layers=tuple(LayerRecord(**_with_tuples(entry)) for entry in table["layer"]),
    )


def _with_tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


@cache
def read_layer(name: str) -> dict[str, Any]:
    """The content of a layer's file, read once; treat it as read-only.

    Args:
        name: name of the file, with or without its ending: ``areas``, ``boundaries``, ``islands``, ``japan``,
            ``rivers``, ``world_110m``.

    Raises:
        KeyError: there is no such layer.
    """
    content: dict[str, Any] = json.loads(layer_path(name).read_bytes())
    return content


def layer_path(name: str) -> Path:
    """The file of a layer; names and errors as in ``read_layer``."""
    for record in manifest().layers:
        if name in (record.file, Path(record.file).stem):
            return FOLDER / record.file
    raise KeyError(name)


@cache
def shapes(name: str) -> Mapping[str, BaseGeometry]:
    """The shapes of a layer by the ids of its features, without a table: polygons, lines or points.

    Of the world these are the countries; names and errors as in ``read_layer``.
    """
    content = read_layer(name)
    if content["type"] == "Topology":
        return {feature["id"]: feature["geometry"] for feature in topology.decode(content, "countries")}
    return {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in content["features"]}


@cache
def layer_bounds(name: str) -> tuple[float, float, float, float]:
    """West, south, east and north end of a layer in degrees; names and errors as in ``read_layer``."""
    west, south, east, north = shapely.total_bounds(list(shapes(name).values()))
    return (float(west), float(south), float(east), float(north))


@cache
def land() -> BaseGeometry:
    """The land of the world layer as one MultiPolygon, without borders."""
    return _only("land")


@cache
def borders() -> BaseGeometry:
    """The world layer's borders on land, each once, and the boundary lines at sea, as a MultiLineString."""
    return _only("rivers")


def _only(name: str) -> BaseGeometry:
    (feature,) = topology.decode(read_layer(WORLD), name)
    geometry: BaseGeometry = feature["geometry"]
    return geometry


def countries() -> GeoDataFrame:
    """The countries of the world layer: columns ``id``, ``iso3`` (the same), ``geometry``; index as ``id``; EPSG:4326.

    ``iso3`` is ISO 3166-1 alpha-3, with ``UNDETERMINED``, XKX (Kosovo) and Natural Earth's own ATC, IOA and KAS.
    """
    return _table(shapes(WORLD), {key: {"iso3": key} for key in shapes(WORLD)})


def areas() -> GeoDataFrame:
    """Areas that may be filled, with the world layer's edges: columns ``id``, ``iso3`` (their country), ``geometry``.

    The index is as ``id``.
    """
    return _table(shapes("areas"), _properties("areas"))


def japan() -> GeoDataFrame:
    """The countries of the finer layer for an inset of Japan; columns and index as ``areas``."""
    return _of_japan("country")


def japan_areas() -> GeoDataFrame:
    """The prefectures of the finer layer, with its edges; each lies within its JPN. Columns and index as ``areas``."""
    return _of_japan("area")


def _of_japan(kind: str) -> GeoDataFrame:
    properties = {key: entry for key, entry in _properties("japan").items() if entry["kind"] == kind}
    return _table({key: shapes("japan")[key] for key in properties}, properties)


def _properties(name: str) -> dict[str, dict[str, Any]]:
    return {feature["id"]: feature["properties"] for feature in read_layer(name)["features"]}


def _table(geometries: Mapping[str, BaseGeometry], properties: Mapping[str, Mapping[str, Any]]) -> GeoDataFrame:
    import geopandas  # noqa: PLC0415 - heavy; whoever needs only shapes should not pay for tables

    rows = [{"id": key, "iso3": properties[key]["iso3"], "geometry": shape} for key, shape in geometries.items()]
    return geopandas.GeoDataFrame(rows, index=list(geometries), geometry="geometry", crs=_CRS)
