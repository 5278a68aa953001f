"""What a network says of itself: the rows of ``network.csv``, and what follows from the data where a row is missing."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from dashboard.i18n import Texts, list_in_words
from dashboard.model import Dataset, EntityKind, in_language
from dashboard.network.counts import counts

_MOST_NAMED = 4


class About(NamedTuple):
    """What the network is called and how it introduces itself, in one language.

    ``subtitle`` is also the title of files and pictures, ``summary`` one for search engines, ``introduction`` stands at
    the foot of pages. ``contact`` and ``licence`` are empty where no row says them.
    """

    name: str
    subtitle: str
    summary: str
    introduction: str
    contact: str
    licence: str


def describe_network(dataset: Dataset, texts: Texts) -> About:
    """The words of ``network.csv`` in the language of ``texts``; made from the data where a row is missing."""
    said = {item: in_language(text, texts.language.code) for item, text in dict(dataset.network).items()}
    made = partial(texts, homes=name_homes(dataset, texts), count=len(dataset.of_kind(EntityKind.HOME)))
    return About(
        name=said["name"] or texts("site-name"),
        subtitle=said["subtitle"] or made("site-subtitle"),
        summary=said["summary"] or made("site-summary"),
        introduction=said["introduction"] or made("site-introduction"),
        contact=said["contact"],
        licence=said["licence"],
    )


def name_homes(dataset: Dataset, texts: Texts) -> str:
    """The names of the homes in one phrase, the first few where they are many; empty when there are none."""
    names = [in_language(home.names, texts.language.code) for home in dataset.of_kind(EntityKind.HOME)]
    if len(names) == 2:
        return list_in_words(names, texts, texts("homes-separator"))
    return list_in_words(names, texts, most=_MOST_NAMED)


def tell_whole(dataset: Dataset, texts: Texts) -> str:
    """All that there is in a sentence or two: who has ties with how many, and what else is shown."""
    count = counts(dataset)
    return texts(
        "welcome-text",
        homes=name_homes(dataset, texts),
        count=count["homes"],
        partners=count["partners"],
        countries=count["partner_countries"],
        activities=count["activities"],
    )
