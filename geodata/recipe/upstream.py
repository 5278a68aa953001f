"""The shapes as the packages hold them, before anything is changed."""

from __future__ import annotations

import lzma
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
import rdata
import shapely

from geodata.recipe.generalise import Shapes

_R_DATA = Path("usr/lib/R/site-library/rnaturalearthdata/data")
_WORLD_MAP = Path("usr/share/qgis/resources/data/world_map.gpkg")

_NO_CODE = "-99"
_SCATTERED = ("ATC", "IOA")
_CODES = {"KOS": "XKX"}  # in use for Kosovo, which has no ISO code; the rest keeps Natural Earth's own
_UNITS = {"NJM": "SJ", "BVT": "BV"}  # parts of Norway that share or have a code of ISO, which the files do not say


@dataclass(frozen=True)
class Countries:
    """Countries by id, for each the point where its name would stand (longitude, latitude), and its alpha-2 code.

    ``XK`` stands in the codes for Kosovo; what has no code is not in them.
    """

    shapes: Shapes
    labels: dict[str, tuple[float, float]]
    codes: dict[str, str]


def read_countries(natural_earth: Path) -> Countries:
    """The 1:50m countries of the unpacked Natural Earth package."""
    table = _read_r_object(natural_earth / _R_DATA, "countries50")
    shapes: Shapes = {}
    labels: dict[str, tuple[float, float]] = {}
    codes: dict[str, str] = {}
    for row in table.to_dict("records"):
        code = _code(row["iso_a3_eh"], row["adm0_a3"])
        shape = _polygons(row["geometry"])
        shapes[code] = shapely.coverage_union_all([shapes[code], shape]) if code in shapes else shape
        labels.setdefault(code, (row["label_x"], row["label_y"]))
        if row["iso_a2_eh"] != _NO_CODE and code not in _SCATTERED:
            codes[code] = row["iso_a2_eh"]
    return Countries(shapes, labels, codes)


def read_dependencies(natural_earth: Path, qgis: Path) -> Shapes:
    """What ISO 3166-1 lists apart and the countries hold within their states, by alpha-2 code.

    From the 1:50m map units of the unpacked Natural Earth package, and from the 1:10m provinces of the QGIS package
    what is too small for that scale. Countries themselves are among them too.
    """
    units = _read_r_object(natural_earth / _R_DATA, "map_units50").to_dict("records")
    found = [(_UNITS.get(row["gu_a3"], row["iso_a2_eh"]), _polygons(row["geometry"])) for row in units]
    known = {code for code, _ in found}
    fine = pyogrio.read_dataframe(qgis / _WORLD_MAP, layer="states_provinces")
    small = [(_UNITS.get(row.gu_a3, row.iso_a2), row.geometry) for row in fine.itertuples()]
    found += [(code, shape) for code, shape in small if code not in known]
    codes = sorted({code for code, _ in found if code and code.isalpha()})
    return {code: shapely.union_all([shape for key, shape in found if key == code]) for code in codes}


def _polygons(geometry: Any) -> shapely.MultiPolygon:  # noqa: ANN401 - nested lists of R
    return shapely.MultiPolygon([shapely.Polygon(rings[0], rings[1:]) for rings in geometry])


def _code(iso: str, natural_earth: str) -> str:
    # Natural Earth gives the two scattered dependencies Australia's code; they stay apart under its own.
    code = natural_earth if iso == _NO_CODE or natural_earth in _SCATTERED else iso
    return _CODES.get(code, code)


def _read_r_object(folder: Path, name: str) -> pd.DataFrame:
    """One object of an R lazy-load database, whose chunks are R's xz-compressed serialisations."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # rdata knows no spatial classes; plain lists are what we want
        index = rdata.read_rds(folder / "Rdata.rdx")
        offset, length = (int(number) for number in index["variables"][name])
        chunk = (folder / "Rdata.rdb").read_bytes()[offset : offset + length]
        table: pd.DataFrame = rdata.conversion.convert(rdata.parser.parse_data(_inflate(chunk)))
    return table


def _inflate(chunk: bytes) -> bytes:
    (size,) = struct.unpack(">I", chunk[:4])
    if chunk[4:5] != b"Z":
        raise ValueError("the chunk is not compressed with xz")
    content = lzma.decompress(chunk[5:], format=lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2}])
    if len(content) != size:
        raise ValueError("the chunk is cut short")
    return content


def read_fine_countries(qgis: Path) -> Shapes:
    """The generalised 1:10m countries of the unpacked QGIS package, by ISO code; those without one are left out."""
    table = pyogrio.read_dataframe(qgis / _WORLD_MAP, layer="countries")
    return {str(row.ISO_A3): row.geometry for row in table.itertuples() if row.ISO_A3 and row.ISO_A3 != _NO_CODE}


def read_provinces(qgis: Path, country: str) -> Shapes:
    """The generalised 1:10m provinces of one country (alpha-3), by their name in the file."""
    table = pyogrio.read_dataframe(qgis / _WORLD_MAP, layer="states_provinces")
    mine = table[table["adm0_a3"] == country]
    return {f"{row.name} {row.Index}": row.geometry for row in mine.itertuples()}
