"""The network with its folded parts: each a small network of its own, told in a line while it is closed."""

from __future__ import annotations

from collections import Counter

from dashboard.figures.network.names import count_text_lines
from dashboard.figures.network.records import FoldedNetwork, NetworkGroup
from dashboard.figures.network.view import compute_network_view
from dashboard.figures.network.wording import describe_network, list_legend
from dashboard.figures.palette import hue_of
from dashboard.i18n import Texts, list_in_words
from dashboard.model import Dataset, in_language
from dashboard.network.parts import Part, part_network


def fold_network(dataset: Dataset, language: str, texts: Texts) -> FoldedNetwork:
    """The network of a data set in one language, as ``compute_network_view``, in parts where it needs them."""
    parts = part_network(dataset, count_text_lines(dataset))
    homes = {part.home for part in parts.folded}
    return FoldedNetwork(
        rails=compute_network_view(parts.rails, language, texts),
        groups=tuple(_draw_group(part, dataset, language, texts, is_only=len(homes) == 1) for part in parts.folded),
        alt=describe_network(dataset, texts),
        legend=tuple(list_legend(dataset, texts, language)),
    )


def _draw_group(part: Part, dataset: Dataset, language: str, texts: Texts, *, is_only: bool) -> NetworkGroup:
    home, country = in_language(dataset.entity[part.home].names, language), _country(part.country, texts)
    if country:
        home = country if is_only else texts("network-group-name", home=home, country=country)
    return NetworkGroup(
        id=f"{part.home}--{part.country or ''}",
        home=part.home,
        name=home,
        ties=texts("network-group-ties", count=len(part.dataset.exchange_ties)),
        countries=_list_countries(part, texts) if part.country is None else "",
        hue=hue_of(part.home, dataset),
        later=part.later,
        view=compute_network_view(part.dataset, language, texts, is_headed=False),
    )


def _list_countries(part: Part, texts: Texts) -> str:
    """Where its partners are, with how many ties lead there."""
    codes = (part.dataset.country_of(tie.target) for tie in part.dataset.exchange_ties)
    counts = Counter(_country(code, texts) for code in codes if code)
    named = [
        texts("network-group-country", country=name, count=count) if count > 1 else name
        for name, count in counts.most_common()
    ]
    return list_in_words(named, texts, texts("list-more-separator"))


def _country(code: str | None, texts: Texts) -> str:
    return str(texts.language.locale.territories.get(code, code)) if code else ""
