"""Shows states on markup that the painters have made: what the scripts do in the browser, for pages that have none."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

_TAG = re.compile(r"<[a-z]+\b[^<>]*\bdata-(?:mark|callout)=\"([^\"]*)\"[^<>]*>")
_CLASS = re.compile(r'(\bclass=")([^"]*)"')


def show_states(markup: str, state: Callable[[str], str]) -> Markup:
    """Add the classes that ``state`` gives for an id (an empty string for none) to every mark of that id.

    The markup is the painters' own, in which attributes are quoted and escaped.
    """

    def dress(tag: re.Match[str]) -> str:
        words = state(tag[1])
        if not words:
            return tag[0]
        if _CLASS.search(tag[0]):
            return _CLASS.sub(rf'\1\2 {words}"', tag[0], count=1)
        return tag[0].replace(" ", f' class="{words}" ', 1)

    return Markup(_TAG.sub(dress, markup))  # noqa: S704 - words of our own go into markup that is escaped already
