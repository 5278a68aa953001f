"""Every download is a valid file with the same facts and sources, the same bytes every time."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from dashboard.exports import EXPORTERS, ChromiumMissingError, Exporter
from dashboard.figures.network.view import compute_network_view
from dashboard.figures.palette import PALETTES
from dashboard.i18n import Texts
from dashboard.model import Dataset
from dashboard.tables import load_description, read_dataset
from tests.unit.conftest import CONTENT
from tests.unit.exports.read_back import read_pptx, read_svg

pytestmark = pytest.mark.files

MADE_HERE = [exporter for exporter in EXPORTERS.values() if exporter.is_served]
ALL = pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=lambda exporter: exporter.id)
OURS = pytest.mark.parametrize("exporter", MADE_HERE, ids=lambda exporter: exporter.id)


def _network(dataset: Dataset) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(EXPORTERS["network-json"].render(dataset, "en"))
    return data


@OURS
def test_the_same_records_give_the_same_bytes(exporter: Exporter, small: Dataset, texts: Texts) -> None:
    language = texts.language.code
    assert exporter.render(small, language) == exporter.render(small.model_copy(), language)


def test_the_bytes_do_not_depend_on_the_order_of_sets_in_a_process(content: Dataset) -> None:
    script = (
        "import hashlib, pathlib, sys; from dashboard.exports import EXPORTERS;"
        "from dashboard.tables import read_dataset;"
        "data = read_dataset(pathlib.Path(sys.argv[1])).dataset;"
        "print(hashlib.sha256(b''.join(each.render(data, 'ja') for each in EXPORTERS.values()"
        " if each.is_served)).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script, str(CONTENT)],
            env={"PYTHONHASHSEED": seed},
            cwd=CONTENT.parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert content.entities
    assert len(printed) == 1


@OURS
def test_an_empty_data_set_gives_a_valid_file(exporter: Exporter, texts: Texts) -> None:
    content = exporter.render(Dataset(), texts.language.code)
    assert _READERS[exporter.extension](content) is not None


@OURS
def test_a_data_set_without_places_gives_a_valid_file(exporter: Exporter, small: Dataset, texts: Texts) -> None:
    placeless = small.model_copy(
        update={"entities": tuple(entity.model_copy(update={"place": None}) for entity in small.entities)}
    )
    assert _READERS[exporter.extension](exporter.render(placeless, texts.language.code)) is not None


@OURS
def test_every_address_of_a_download_is_its_own(exporter: Exporter) -> None:
    assert [other.id for other in EXPORTERS.values() if other.file_name == exporter.file_name] == [exporter.id]


@pytest.mark.parametrize(
    "exporter", [each for each in EXPORTERS.values() if not each.is_served], ids=lambda each: each.id
)
def test_what_needs_chromium_says_so_where_there_is_none(
    exporter: Exporter, small: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(ChromiumMissingError):
        exporter.render(small, "ja")


@ALL
def test_every_exporter_is_named_and_explained_in_every_language(exporter: Exporter, texts: Texts) -> None:
    assert exporter.label_key in texts
    assert f"{exporter.label_key}-about" in texts


def test_network_json_is_read_back_by_networkx_with_every_node_and_edge(content: Dataset) -> None:
    graph = nx.node_link_graph(_network(content), edges="edges")
    assert set(graph) == set(content.entity)
    assert {key for *_, key in graph.edges(keys=True)} == set(content.tie)


def test_every_node_and_edge_of_network_json_has_the_promised_fields_and_a_source_that_travels_along(
    content: Dataset,
) -> None:
    data = _network(content)
    for node in data["nodes"]:
        assert {"id", "kind", "names", "later", "source_key", "locator"} <= node.keys()
        assert {"ja", "en"} <= node["names"].keys()
    for edge in data["edges"]:
        assert {"id", "source", "target", "kind", "later", "source_key", "locator"} <= edge.keys()
    cited = {each["source_key"] for each in (*data["nodes"], *data["edges"])}
    assert cited <= data["graph"]["sources"].keys()
    assert all(source["url"].startswith("http") for source in data["graph"]["sources"].values())


def test_network_json_says_how_each_version_of_networkx_reads_it(small: Dataset) -> None:
    data = _network(small)
    assert set(data) >= {data["format"]["edges"], "nodes"}
    asked = data["format"]["networkx >= 3.4"]
    assert set(eval(asked, {"networkx": nx, "data": data})) == set(small.entity)  # noqa: S307 - our own words
    assert data["format"]["networkx < 3.4"] == asked.replace("edges=", "link=")


def test_network_json_carries_what_is_neither_node_nor_edge(small: Dataset) -> None:
    graph = _network(small)["graph"]
    assert graph["sources"]["report"]["date"] == "undated"
    assert [each["when"] for each in graph["dates"]] == ["2020-02-02", "--06-28", "1995/2004"]
    assert graph["gaps"][0]["citations"][1] == {"source_key": "report", "locator": "whole page"}
    assert (len(graph["contacts"]), list(graph["themes"])) == (1, ["language", "music"])


def test_graphml_is_read_back_by_networkx_with_a_label_in_the_language(small: Dataset, texts: Texts) -> None:
    graph = _read_graphml(EXPORTERS["graphml"].render(small, texts.language.code))
    assert set(graph) == set(small.entity)
    assert {key for *_, key in graph.edges(keys=True)} == set(small.tie)
    node = graph.nodes["jiangsu"]
    assert node["label"] == small.entity["jiangsu"].names[texts.language.code]
    assert node["kind_label"] == texts("kind-partner")
    assert (node["lon"], node["lat"], node["name_ja"]) == (118.77778, 32.06167, "江蘇省")
    assert node["source_url"] == "https://example.org/leaflet"
    assert node["other_names"] == "江苏省; Kiangsu"


def test_graphml_has_the_positions_and_colours_of_the_picture(small: Dataset, texts: Texts) -> None:
    graph = _read_graphml(EXPORTERS["graphml"].render(small, texts.language.code))
    view = compute_network_view(small, texts.language.code, texts)
    for one, other in pairwise(sorted(view.nodes, key=lambda node: node.x)):
        if not one.below and not other.below:
            assert graph.nodes[one.id]["x"] <= graph.nodes[other.id]["x"]
    partner = graph.nodes["jiangsu"]
    assert partner["color"] == PALETTES["light"]["gold"]
    assert "#{r:02X}{g:02X}{b:02X}".format(**partner) == partner["color"]
    assert len({(data["x"], data["y"]) for _, data in graph.nodes(data=True)}) == len(small.entities)


def test_gexf_is_read_back_by_networkx_with_labels_kinds_positions_and_colours(content: Dataset, texts: Texts) -> None:
    graph = _read_gexf(EXPORTERS["gexf"].render(content, texts.language.code))
    twin = _read_graphml(EXPORTERS["graphml"].render(content, texts.language.code))
    assert set(graph) == set(content.entity)
    assert graph.number_of_edges() == len(content.ties)
    for key, data in graph.nodes(data=True):
        assert (data["label"], data["kind"]) == (twin.nodes[key]["label"], content.entity[key].kind.value)
        assert data["viz"]["position"] == {"x": twin.nodes[key]["x"], "y": twin.nodes[key]["y"], "z": 0.0}


def test_gexf_gives_exchange_ties_the_hue_of_their_home(content: Dataset) -> None:
    root = ElementTree.fromstring(EXPORTERS["gexf"].render(content, "en"))  # noqa: S314 - our own file
    namespaces = {"gexf": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}
    (edge,) = root.findall(".//gexf:edge[@source='ishikawa'][@target='irkutsk']", namespaces)
    colour = edge.find("viz:color", namespaces)
    assert colour is not None
    parts = "".join(f"{int(colour.attrib[name]):02X}" for name in "rgb")
    assert f"#{parts}" == PALETTES["light"]["indigo"]


def test_graphml_survives_characters_that_xml_reserves(small: Dataset) -> None:
    names = {"ja": '<甲> & "乙"', "en": "R&D <club>"}
    entity = small.entities[0].model_copy(update={"names": names})
    dataset = Dataset(sources=small.sources, entities=(entity,))
    assert _read_graphml(EXPORTERS["graphml"].render(dataset, "ja")).nodes["ishikawa"]["label"] == names["ja"]


def test_geojson_has_a_point_with_longitude_first_for_every_place(small: Dataset) -> None:
    collection = json.loads(EXPORTERS["places-geojson"].render(small, "en"))
    features = {feature["id"]: feature for feature in collection["features"]}
    assert set(features) == {"ishikawa", "jiangsu", "nepal"}
    assert features["nepal"]["geometry"] == {"type": "Point", "coordinates": [85.3206, 27.70169]}
    properties = features["nepal"]["properties"]
    assert (properties["shown_as"], properties["seat"]["en"], properties["label"]) == ("seat", "Kathmandu", "Nepal")
    assert collection["sources"][properties["source_key"]]["url"] == "https://example.org/report,1"


def test_the_archive_holds_tables_that_give_the_same_records(content: Dataset, texts: Texts, tmp_path: Path) -> None:
    with _open_archive(EXPORTERS["csv-archive"].render(content, texts.language.code)) as archive:
        archive.extractall(tmp_path)
    assert (tmp_path / "homes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    reading = read_dataset(tmp_path)
    assert reading.problems == ()
    assert reading.dataset == content


def test_the_read_me_of_the_archive_explains_every_table_in_the_language(small: Dataset, texts: Texts) -> None:
    with _open_archive(EXPORTERS["csv-archive"].render(small, texts.language.code)) as archive:
        read_me = archive.read(texts("exports-readme-file-name")).decode("utf-8-sig")
    for table in load_description().tables:
        assert table.file_name in read_me
        assert table.purpose[texts.language.code] in read_me


def _read_graphml(content: bytes) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    return graph


def _read_gexf(content: bytes) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.read_gexf(io.BytesIO(content))
    return graph


def _open_archive(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


_READERS: dict[str, Callable[[bytes], object]] = {
    "json": json.loads,
    "geojson": json.loads,
    "graphml": _read_graphml,
    "gexf": _read_gexf,
    "zip": _open_archive,
    "svg": read_svg,
    "html": lambda content: re.search(r"(?s)<h1.*<svg", content.decode()),
    "pptx": read_pptx,
}
