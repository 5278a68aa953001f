"""What the dimensions of the figures page are called."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.numbers.plotly import Say
from dashboard.figures.numbers.rows import UNDATED
from dashboard.figures.palette import hue_of
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language
from dashboard.network.wording import kind_name


def speaker(dataset: Dataset, texts: Texts) -> Say:
    """From a dimension and an id to words in a language; an id that has no name is said as it is."""
    code = texts.language.code
    territories = texts.language.locale.territories
    sayings: dict[str, Callable[[str], str]] = {
        "home": lambda key: in_language(dataset.entity[key].names, code) if key in dataset.entity else key,
        "tie": lambda key: kind_name(key, dataset, texts),
        "theme": lambda key: in_language(dataset.theme[key].names, code),
        "decade": lambda key: texts("figures-undated") if key == UNDATED else texts("figures-decade", year=key),
        "country": lambda key: territories.get(key, key),
        "way": lambda key: _way_name(dataset, texts, key),
        "tie-name": lambda key: _tie_name(dataset, texts, key),
        "hue": lambda key: hue_of(key or None, dataset),
        "bar": lambda _: texts("figures-bar", place="{place}", series="{series}", number="{number}"),
    }
    return lambda dimension, key: sayings[dimension](key)


def _tie_name(dataset: Dataset, texts: Texts, key: str) -> str:
    tie, code = dataset.tie[key], texts.language.code
    source, target = (in_language(dataset.entity[end].names, code) for end in (tie.source, tie.target))
    return texts("figures-tie", source=source, target=target)


def _way_name(dataset: Dataset, texts: Texts, key: str) -> str:
    """The partner at the end of a way ``<home> <partner>``; with the home where ways from several lead there."""
    home, _, partner = key.rpartition(" ")
    names = {end: in_language(dataset.entity[end].names, texts.language.code) for end in (home, partner) if end}
    sources = [dataset.entity[tie.source] for tie in dataset.exchange_ties if tie.target == partner]
    homes = {source.home or source.id for source in sources}
    return texts("figures-tie", source=names[home], target=names[partner]) if len(homes) > 1 else names[partner]
