"""What was exported is read by programs of another make than those that wrote it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shapely
from pyogrio.raw import read

from dashboard.exports import EXPORTERS
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.tables import load_description, write_tables
from tests.node import READ_INPUT, run_module

# graphology is what Gephi Lite and many pages with networks read and draw with.
GRAPHOLOGY = f"""
import {{ MultiGraph }} from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
{READ_INPUT}
const graph = {{ gexf, graphml }}[input.format].parse(MultiGraph, input.text);
console.log(JSON.stringify(graph.export()));
"""


def _read_graph(key: str, dataset: Dataset, language: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Nodes and edges by key, as graphology reads them."""
    text = EXPORTERS[key].render(dataset, language).decode()
    read_back = run_module(GRAPHOLOGY, {"format": key, "text": text})
    return {node["key"]: node for node in read_back["nodes"]}, {edge["key"]: edge for edge in read_back["edges"]}


def _as_hex(colour: str) -> str:
    """``rgb(27,75,122)`` as ``#1b4b7a``; what has an opacity stays as it is, since Gephi Lite draws it grey."""
    parts = re.fullmatch(r"rgb\((\d+),(\d+),(\d+)\)", colour)
    return "#{:02x}{:02x}{:02x}".format(*map(int, parts.groups())) if parts else colour.lower()


@pytest.mark.parametrize("key", ["gexf", "graphml"])
def test_graphology_reads_every_node_and_tie_with_label_place_and_a_plain_colour(
    content: Dataset, texts: Texts, key: str
) -> None:
    code = texts.language.code
    nodes, edges = _read_graph(key, content, code)
    assert set(nodes) == set(content.entity)
    assert {name: (edge["source"], edge["target"]) for name, edge in edges.items()} == {
        tie.id: (tie.source, tie.target) for tie in content.ties
    }
    colours = {colour.lower() for colour in PALETTES["light"].values()}
    for name, node in nodes.items():
        attributes = node["attributes"]
        assert attributes["label"] == content.entity[name].names[code]
        assert attributes["kind"] == content.entity[name].kind.value
        assert _as_hex(attributes["color"]) in colours, name
        assert {"x", "y", "size"} <= attributes.keys()
    for name, edge in edges.items():
        attributes = edge["attributes"]
        assert attributes["kind"] == content.tie[name].kind
        assert _as_hex(attributes["color"]) in colours, name


@pytest.mark.parametrize("key", ["gexf", "graphml"])
def test_graphology_reads_an_empty_network(key: str) -> None:
    assert _read_graph(key, Dataset(), "ja") == ({}, {})


def test_gdal_reads_every_place_where_it_is(content: Dataset, texts: Texts, tmp_path: Path) -> None:
    """GDAL is what QGIS opens files with."""
    path = tmp_path / "places.geojson"
    path.write_bytes(EXPORTERS["places-geojson"].render(content, texts.language.code))
    meta, _, geometry, columns = read(path)
    fields = dict(zip(meta["fields"], columns, strict=True))
    points = shapely.from_wkb(geometry)
    assert meta["crs"] == "EPSG:4326"
    assert {key: (point.x, point.y) for key, point in zip(fields["id"], points, strict=True)} == {
        entity.id: (entity.place.lon, entity.place.lat) for entity in content.entities if entity.place
    }
    assert list(fields["label"]) == [content.entity[key].names[texts.language.code] for key in fields["id"]]


def test_pandas_reads_every_cell_of_the_tables(content: Dataset, texts: Texts) -> None:
    """By the rules of spreadsheets: a byte-order mark says UTF-8, commas part cells, quotes hold what has commas."""
    archive = zipfile.ZipFile(io.BytesIO(EXPORTERS["csv-archive"].render(content, texts.language.code)))
    written = write_tables(content)
    for table in load_description().tables:
        raw = archive.read(table.file_name)
        assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
        assert not re.search(rb"(?<!\r)\n", raw), "an end of line that Excel does not write"
        frame = pd.read_csv(io.BytesIO(raw), dtype=str, keep_default_na=False)
        assert tuple(frame.columns) == table.headers(("ja", "en"))
        again = frame.to_csv(index=False, lineterminator="\r\n")
        assert again == written[table.file_name]
