"""The files that the data set can be taken away as: a registry of exporters.

What makes a file is named and loaded when it is first asked for, since PowerPoint and fonts take a second to load.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Literal

from dashboard.exports.chromium import ChromiumFailedError, ChromiumMissingError
from dashboard.exports.wishes import PLAIN, Render, Wish

__all__ = ["EXPORTERS", "PLAIN", "ChromiumFailedError", "ChromiumMissingError", "Exporter", "Need", "Wish"]

Need = Literal["dataset", "story", "chromium"]


@dataclass(frozen=True)
class Exporter:
    """A file that can be made from the data set.

    ``maker`` names the function that does it, as ``module:function`` below ``dashboard.exports``. ``needs`` is what
    must be there to make it; what needs Chromium is made from the command line only.
    """

    id: str
    label_key: str
    media_type: str
    file_name: str
    maker: str
    needs: frozenset[Need] = frozenset({"dataset"})

    @property
    def render(self) -> Render:
        """Gives the file's bytes from the data set, the code of a language of the catalogue and a wish.

        The file is valid for an empty data set too and, unless Chromium makes it, has the same bytes for the same
        records.
        """
        render: Render = resolve_name(f"{__name__}.{self.maker}")
        return render

    @property
    def extension(self) -> str:
        """The end of the file's name, without a dot."""
        return PurePath(self.file_name).suffix.removeprefix(".")

    @property
    def is_served(self) -> bool:
        """Whether the server gives it to whoever asks."""
        return "chromium" not in self.needs

    @property
    def is_of_a_stop(self) -> bool:
        """Whether there is one for each stop of a story."""
        return "story" in self.needs and self.media_type.startswith("image/")


_STORY: frozenset[Need] = frozenset({"dataset", "story"})
_PRINTED: frozenset[Need] = frozenset({"dataset", "story", "chromium"})
_TAKEN: frozenset[Need] = frozenset({"dataset", "chromium"})
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_ALL = (
    Exporter("pptx", "download-pptx", _PPTX, "story.pptx", "hand_outs:render_pptx", _STORY),
    Exporter("pdf", "download-pdf", "application/pdf", "story.pdf", "hand_outs:render_pdf", _PRINTED),
    Exporter("poster-page", "download-poster-page", "text/html", "poster.html", "hand_outs:paint_poster"),
    Exporter("leaflet-page", "download-leaflet-page", "text/html", "leaflet.html", "hand_outs:paint_leaflet"),
    Exporter("poster", "download-poster", "application/pdf", "poster.pdf", "hand_outs:render_poster", _TAKEN),
    Exporter("leaflet", "download-leaflet", "application/pdf", "leaflet.pdf", "hand_outs:render_leaflet", _TAKEN),
    Exporter("map-svg", "download-map-svg", "image/svg+xml", "map.svg", "hand_outs:render_map_svg"),
    Exporter("network-svg", "download-network-svg", "image/svg+xml", "network.svg", "hand_outs:render_network_svg"),
    Exporter("stop-svg", "download-stop-svg", "image/svg+xml", "stop.svg", "hand_outs:render_stop_svg", _STORY),
    Exporter("map-png", "download-map-png", "image/png", "map.png", "hand_outs:render_map_png", _TAKEN),
    Exporter("network-png", "download-network-png", "image/png", "network.png", "hand_outs:render_network_png", _TAKEN),
    Exporter("png", "download-png", "image/png", "stop.png", "hand_outs:render_stop_png", _PRINTED),
    Exporter("network-json", "download-network-json", "application/json", "network.json", "data:network_json"),
    Exporter("graphml", "download-graphml", "application/graphml+xml", "network.graphml", "data:graphml"),
    Exporter("gexf", "download-gexf", "application/gexf+xml", "network.gexf", "data:gexf"),
    Exporter("places-geojson", "download-places", "application/geo+json", "places.geojson", "data:places_geojson"),
    Exporter("csv-archive", "download-tables", "application/zip", "tables.zip", "data:tables_archive"),
)

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({exporter.id: exporter for exporter in _ALL})
"""Every exporter by its id, hand-outs first."""
