"""What somebody may wish for when something is exported, and who can fulfil it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from dashboard.model import Dataset
from dashboard.stories import Story

FULL_HD = (1920, 1080)
Paper = Literal["A3", "A1"]


@dataclass(frozen=True)
class Wish:
    """What an exporter is asked for beyond data set and language; each heeds what concerns it.

    ``story`` None means the one that is made from the data set; ``stop`` counts from 1, and a number out of range means
    the nearest stop. ``size`` is that of pictures in pixels, ``made`` the day that hand-outs bear, if any;
    ``paper`` is that of a poster; ``public_url`` is where readers find the explorer.
    """

    story: Story | None = None
    stop: int = 1
    size: tuple[int, int] = FULL_HD
    embeds_fonts: bool = False
    paper: Paper = "A3"
    made: dt.date | None = None
    public_url: str = ""


PLAIN = Wish()


class Render(Protocol):
    """Gives a file's bytes from a data set and the code of a language; raise KeyError for an unknown language."""

    def __call__(self, dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes: ...


def ignore_wish(render: Callable[[Dataset, str], bytes]) -> Render:
    """An exporter that needs nothing but the data set."""

    def wrapped(dataset: Dataset, language: str, wish: Wish = PLAIN) -> bytes:  # noqa: ARG001 - part of the protocol
        return render(dataset, language)

    return wrapped
