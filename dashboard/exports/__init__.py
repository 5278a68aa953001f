"""The files that the data set can be taken away as: a registry of exporters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict

from dashboard.exports.archive import render_archive
from dashboard.exports.network import render_graphml, render_network_json
from dashboard.exports.places import render_places
from dashboard.model import Dataset

__all__ = ["EXPORTERS", "Exporter"]


class Exporter(BaseModel):
    """A file that can be made from the data set.

    ``render`` takes the data set and the code of a language of the catalogue and gives the file's bytes: the same bytes
    for the same records, and a valid file for an empty data set. ``needs`` is what must be there to render it.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    label_key: str
    media_type: str
    file_name: str
    needs: Literal["dataset"] = "dataset"
    render: Callable[[Dataset, str], bytes]

    @property
    def extension(self) -> str:
        """The end of the file's name, without a dot."""
        return PurePath(self.file_name).suffix.removeprefix(".")


_ALL = (
    Exporter(
        id="network-json",
        label_key="download-network-json",
        media_type="application/json",
        file_name="network.json",
        render=render_network_json,
    ),
    Exporter(
        id="graphml",
        label_key="download-graphml",
        media_type="application/graphml+xml",
        file_name="network.graphml",
        render=render_graphml,
    ),
    Exporter(
        id="places-geojson",
        label_key="download-places",
        media_type="application/geo+json",
        file_name="places.geojson",
        render=render_places,
    ),
    Exporter(
        id="csv-archive",
        label_key="download-tables",
        media_type="application/zip",
        file_name="tables.zip",
        render=render_archive,
    ),
)

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({exporter.id: exporter for exporter in _ALL})
"""Every exporter by its id."""
