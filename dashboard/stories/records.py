"""The records of a story. What a stop selects and shows is said in the words of the address (``dashboard.address``)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Shows = Literal["map", "network", "both"]
Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class Stop(BaseModel):
    """One state of map and network, with what is said about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    text: str  # a sentence or two, plain
    notes: str = ""  # for the speaker, Markdown
    select: str = ""  # id of an entity or exchange tie
    light: tuple[str, ...] = ()  # ids of what is lit beside the selection and what it is joined to
    show: Shows = "both"
    home: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    frame: Frame | None = None  # of the map; None: the whole network
    is_takeaway: bool = False  # the last stop, with contact and QR code
    sources: tuple[str, ...] = ()  # keys of sources that the text rests on beside those of what is shown


class Story(BaseModel):
    """Stops in order, in one language. Stops are numbered from 1 in addresses."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    language: str
    title: str
    summary: str
    stops: tuple[Stop, ...]
