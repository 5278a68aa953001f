"""The files that the data set can be taken away as: a registry of exporters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal

from dashboard.exports.chromium import ChromiumFailedError, ChromiumMissingError
from dashboard.exports.data.archive import render_archive
from dashboard.exports.data.network import render_gexf, render_graphml, render_network_json
from dashboard.exports.data.places import render_places
from dashboard.exports.hand_outs import png_of, render_pdf, render_pptx, render_stop_png, render_stop_svg, svg_of
from dashboard.exports.wishes import PLAIN, Render, Wish, ignore_wish

__all__ = ["EXPORTERS", "PLAIN", "ChromiumFailedError", "ChromiumMissingError", "Exporter", "Need", "Wish"]

Need = Literal["dataset", "story", "chromium"]


@dataclass(frozen=True)
class Exporter:
    """A file that can be made from the data set.

    ``render`` takes the data set, the code of a language of the catalogue and a wish, and gives the file's bytes: a
    valid file for an empty data set, and, unless Chromium makes it, the same bytes for the same records. ``needs`` is
    what must be there to render it; what needs Chromium is made from the command line only.
    """

    id: str
    label_key: str
    media_type: str
    file_name: str
    render: Render
    needs: frozenset[Need] = frozenset({"dataset"})

    @property
    def extension(self) -> str:
        """The end of the file's name, without a dot."""
        return PurePath(self.file_name).suffix.removeprefix(".")

    @property
    def is_served(self) -> bool:
        """Whether the server makes it for whoever asks."""
        return "chromium" not in self.needs


_STORY: frozenset[Need] = frozenset({"dataset", "story"})
_PRINTED: frozenset[Need] = frozenset({"dataset", "story", "chromium"})
_TAKEN: frozenset[Need] = frozenset({"dataset", "chromium"})
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_ALL = (
    Exporter("pptx", "download-pptx", _PPTX, "story.pptx", render_pptx, _STORY),
    Exporter("pdf", "download-pdf", "application/pdf", "story.pdf", render_pdf, _PRINTED),
    Exporter("map-svg", "download-map-svg", "image/svg+xml", "map.svg", svg_of("map")),
    Exporter("network-svg", "download-network-svg", "image/svg+xml", "network.svg", svg_of("network")),
    Exporter("stop-svg", "download-stop-svg", "image/svg+xml", "stop.svg", render_stop_svg, _STORY),
    Exporter("map-png", "download-map-png", "image/png", "map.png", png_of("map"), _TAKEN),
    Exporter("network-png", "download-network-png", "image/png", "network.png", png_of("network"), _TAKEN),
    Exporter("png", "download-png", "image/png", "stop.png", render_stop_png, _PRINTED),
    Exporter(
        "network-json",
        "download-network-json",
        "application/json",
        "network.json",
        ignore_wish(render_network_json),
    ),
    Exporter(
        "graphml",
        "download-graphml",
        "application/graphml+xml",
        "network.graphml",
        ignore_wish(render_graphml),
    ),
    Exporter("gexf", "download-gexf", "application/gexf+xml", "network.gexf", ignore_wish(render_gexf)),
    Exporter("places-geojson", "download-places", "application/geo+json", "places.geojson", ignore_wish(render_places)),
    Exporter("csv-archive", "download-tables", "application/zip", "tables.zip", ignore_wish(render_archive)),
)

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({exporter.id: exporter for exporter in _ALL})
"""Every exporter by its id, hand-outs first."""
