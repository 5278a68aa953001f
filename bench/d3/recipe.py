"""The page's recipe: the data of the running program and a script, bundled into one HTML file that needs nothing else.

``python -m bench.d3.recipe > page.html`` writes it to be looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.figures.map.records import LonLat, MapView
from dashboard.figures.map.view import compute_map_view
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.view import compute_network_view
from dashboard.i18n import load_catalogue
from dashboard.model import keep_documented
from dashboard.settings import ROOT
from dashboard.tables import read_dataset

_HERE = Path(__file__).parent
_TARGET = "es2022,chrome111,firefox114,safari16.4"  # as the program's own scripts


def build_page(node_modules: Path = ROOT / "node_modules") -> str:
    """The whole page as HTML; raise subprocess's CalledProcessError when the packages are not there."""
    with TemporaryDirectory() as folder:
        data = Path(folder, "network-data.json")
        data.write_text(json.dumps(describe_network(), ensure_ascii=False), encoding="utf-8")
        script = _bundle(_HERE / "page.js", data, node_modules)
    frame = (_HERE / "page.html").read_text(encoding="utf-8")
    script = script.replace("</script", "<\\/script")
    return f"{frame}<script>{script}</script>\n"


def _bundle(source: Path, data: Path, node_modules: Path) -> str:
    options = ["--bundle", "--minify", "--format=iife", f"--target={_TARGET}", "--charset=utf8", "--log-level=warning"]
    command = [str(node_modules / ".bin" / "esbuild"), str(source), f"--alias:network-data={data}", *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def describe_network() -> dict[str, Any]:
    """What the page draws: the explorer's own places, ties, nodes and edges, in English.

    An edge is (id, number of one node, number of the other, number of the home or None); ``at`` and ``way`` are
    (lon, lat) in degrees, ``x`` and ``y`` are shares of the picture.
    """
    reading, texts = read_dataset(ROOT / "content" / "tables"), load_catalogue().texts("en")
    if reading.dataset is None:
        raise ValueError("the tables have problems: python -m dashboard validate")
    dataset = keep_documented(reading.dataset)
    map_view = compute_map_view(dataset, "en", texts)
    network_view = compute_network_view(dataset, "en", texts)
    homes = [marker.hue for marker in map_view.markers if marker.role == "home"]
    return {**_describe_map(map_view, homes), **_describe_lines(network_view, homes)}


def _describe_map(view: MapView, homes: list[str]) -> dict[str, Any]:
    names = {label.id: " ".join(label.lines) for label in (*view.labels, *(view.lens.labels if view.lens else ()))}
    frame = view.frame
    return {
        "frame": {
            "middle": frame.center_lon,
            "corners": [(lon, lat) for lon in frame.lon_range for lat in frame.lat_range],
        },
        "markers": [
            {
                "id": marker.id,
                "name": names.get(marker.id, marker.id),
                "role": marker.role,
                "at": _at((marker.lon, marker.lat)),
                "home": _place(marker.hue, homes),
            }
            for marker in view.markers
        ],
        "ties": [
            {
                "id": curve.id,
                "ends": curve.ends,
                "way": (_at(curve.points[0]), _at(curve.points[-1])),
                "home": _place(curve.hue, homes),
            }
            for curve in view.curves
        ],
    }


def _describe_lines(view: NetworkView, homes: list[str]) -> dict[str, Any]:
    ends = _numbered(node.id for node in view.nodes)
    return {
        "nodes": [
            {
                "id": node.id,
                "name": node.name,
                "kind": node.kind.value,
                "x": round(node.x, 3),
                "y": round(node.y, 3),
                "home": _place(node.hue, homes),
            }
            for node in view.nodes
        ],
        "edges": [(edge.id, *map(ends, edge.ends), _place(edge.hue, homes)) for edge in view.edges],
    }


def _at(place: LonLat) -> LonLat:
    return round(place[0], 2), round(place[1], 2)


def _numbered(ids: Iterable[str]) -> Callable[[str], int]:
    return {id_: number for number, id_ in enumerate(ids)}.__getitem__


def _place(hue: str, homes: list[str]) -> int | None:
    return homes.index(hue) if hue in homes else None


if __name__ == "__main__":
    sys.stdout.write(build_page())
