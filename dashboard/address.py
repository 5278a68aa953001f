"""The address of a view: what a query may say, read and written.

``assets/js/core/state.js`` does the same in the browser; a contract test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qs, urlencode

from pydantic import BaseModel, ConfigDict

from dashboard.model import EXCHANGE_TIES, Dataset, EntityKind

MAX_SEARCH = 80
_MARGIN = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")  # what JavaScript trims
PANES = ("list", "map", "network")


class ViewState(BaseModel):
    """What is selected, filtered and sought. Empty filters let everything pass."""

    model_config = ConfigDict(frozen=True)

    select: str = ""
    home: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    later: bool = True
    q: str = ""
    start: str = ""  # "from" in the address, which Python keeps for itself
    to: str = ""
    pane: str = ""

    def to_query(self) -> str:
        """The query with its question mark, or an empty string for the initial view; equal views give equal links."""
        pairs = [
            ("select", self.select),
            ("home", ",".join(self.home)),
            ("tie", ",".join(self.tie)),
            ("theme", ",".join(self.theme)),
            ("later", "" if self.later else "off"),
            ("q", self.q),
            ("from", self.start),
            ("to", self.to),
            ("pane", self.pane),
        ]
        # As the browser's URLSearchParams writes it, but for the comma.
        query = urlencode([(name, value) for name, value in pairs if value], safe=",*").replace("~", "%7E")
        return f"?{query}" if query else ""


class Vocabulary(BaseModel):
    """What the parameters of a query may name, each in its order."""

    model_config = ConfigDict(frozen=True)

    selectable: frozenset[str]
    entity: frozenset[str]
    home: tuple[str, ...]
    tie: tuple[str, ...]
    theme: tuple[str, ...]
    pane: tuple[str, ...] = PANES

    @classmethod
    def of(cls, dataset: Dataset) -> Vocabulary:
        present = {tie.kind for tie in dataset.exchange_ties}
        return cls(
            selectable=frozenset(dataset.entity) | {tie.id for tie in dataset.exchange_ties},
            entity=frozenset(dataset.entity),
            home=tuple(home.id for home in dataset.of_kind(EntityKind.HOME)),
            tie=tuple(kind.value for kind in EXCHANGE_TIES if kind in present),
            theme=tuple(theme.id for theme in dataset.themes),
        )


def parse_query(query: str, vocabulary: Vocabulary) -> tuple[ViewState, tuple[str, ...]]:
    """Read a query string.

    Args:
        query: percent-encoded, without its question mark. Anything at all may stand in it.
        vocabulary: what it may name.

    Returns:
        The view, and the names of the parameters whose values were unknown and dropped, sorted. Never raises.
    """
    try:
        asked = parse_qs(query, keep_blank_values=True, errors="replace", max_num_fields=100)
    except ValueError:
        return ViewState(), ("query",)
    reader = _Reader(asked)
    state = ViewState(
        select=reader.one("select", vocabulary.selectable),
        start=reader.one("from", vocabulary.entity),
        to=reader.one("to", vocabulary.entity),
        pane=reader.one("pane", vocabulary.pane),
        home=reader.many("home", vocabulary.home),
        tie=reader.many("tie", vocabulary.tie),
        theme=reader.many("theme", vocabulary.theme),
        later=reader.one("later", ("on", "off")) != "off",
        q=_clean(asked.get("q", [""])[0]),
    )
    return state, tuple(sorted(reader.unknown))


class _Reader:
    """Takes known values out of a query and remembers where unknown ones stood."""

    def __init__(self, asked: Mapping[str, Sequence[str]]) -> None:
        self._asked = asked
        self.unknown: set[str] = set()

    def one(self, name: str, known: Iterable[str]) -> str:
        value = self._asked.get(name, [""])[0]
        if value and value not in known:
            self.unknown.add(name)
            return ""
        return value

    def many(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        values = {part for value in self._asked.get(name, ()) for part in value.split(",") if part}
        if values - set(known):
            self.unknown.add(name)
        return tuple(value for value in known if value in values)


def _clean(text: str) -> str:
    printable = "".join(char for char in text if unicodedata.category(char) != "Cc")
    return _MARGIN.sub("", printable)[:MAX_SEARCH]
