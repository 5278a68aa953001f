"""The address of a stop: ``?story=main&stop=3``, read and written.

``assets/js/present/deck.js`` does the same in the browser; a contract test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from urllib.parse import parse_qs, urlencode

from pydantic import BaseModel, ConfigDict

VIEWS = ("", "notes", "print")
_NUMBER = re.compile(r"[0-9]{1,6}")


class DeckAddress(BaseModel):
    """Which stop of which story is shown, and how. ``select`` is what a question has turned to."""

    model_config = ConfigDict(frozen=True)

    story: str
    stop: int = 1  # from 1
    view: str = ""
    select: str = ""

    def to_query(self) -> str:
        """The query with its question mark; story and stop are always in it."""
        pairs = [("story", self.story), ("stop", str(self.stop)), ("view", self.view), ("select", self.select)]
        return "?" + urlencode([(name, value) for name, value in pairs if value])


def parse_deck(query: str, stories: Mapping[str, int], selectable: Container[str]) -> tuple[DeckAddress, bool]:
    """Read a query string.

    Args:
        query: percent-encoded, without its question mark. Anything at all may stand in it.
        stories: the number of stops of each story; the first story is the one that is meant without a name.
        selectable: ids that a question may turn to.

    Returns:
        The address, and whether something in it had to be mended: an unknown story becomes the first, a stop out of
        range the nearest, an unknown view or selection none. Never raises, except ValueError without any story.
    """
    if not stories:
        raise ValueError("there is no story")
    try:
        asked = parse_qs(query, keep_blank_values=True, errors="replace", max_num_fields=100)
    except ValueError:
        asked = {}
    one = {name: asked.get(name, [""])[0] for name in ("story", "stop", "view", "select")}
    story = one["story"] if one["story"] in stories else next(iter(stories))
    wish = int(one["stop"]) if _NUMBER.fullmatch(one["stop"]) else 1
    found = DeckAddress(
        story=story,
        stop=max(1, min(wish, stories[story])),
        view=one["view"] if one["view"] in VIEWS else "",
        select=one["select"] if one["select"] in selectable else "",
    )
    given = {"story": found.story, "stop": str(found.stop), "view": found.view, "select": found.select}
    return found, any(value and value != given[name] for name, value in one.items())
