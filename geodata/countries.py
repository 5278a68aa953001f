"""Which countries there are, and roughly where, without any library of geography."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "layers" / "boxes.json"
Box = tuple[int, int, int, int]


@cache
def country_boxes() -> Mapping[str, Box]:
    """The box of every country of ISO 3166-1, by alpha-2 code, and of Kosovo as XK.

    Each is west, south, east, north in degrees, with a margin of one; across 180 degrees west is greater than east.
    """
    return {
        code: (west, south, east, north) for code, (west, south, east, north) in json.loads(_FILE.read_bytes()).items()
    }


def lies_in(box: Box, lon: float, lat: float) -> bool:
    """Whether a point lies in a box, its edges included."""
    west, south, east, north = box
    is_between = west <= lon <= east if west <= east else lon >= west or lon <= east
    return is_between and south <= lat <= north
