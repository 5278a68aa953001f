"""What every part of a page may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from dashboard.i18n import Catalogue, Language, Texts
from dashboard.model import Dataset, Entity, LinkKind, Tie, in_language
from dashboard.network.about import About, describe_network
from dashboard.network.facets import Facets, compute_facets
from dashboard.network.graph import build_graph
from dashboard.network.wording import kind_name, tell_tie
from layouts.addresses import file_of, folder_of
from layouts.front_end import FrontEnd
from layouts.keeping import WORKER
from layouts.more_fonts import MoreFont


@dataclass(frozen=True)
class Page:
    """One page in one language. What is selected, filtered or sought is the browser's to read from the address."""

    dataset: Dataset
    catalogue: Catalogue
    texts: Texts
    front_end: FrontEnd
    mode: str = "explore"
    suffix: str = ""  # last part of the address, below the language
    public_url: str = ""  # where the public finds the program, with the path below which it is
    scope: str = ""  # "all" where the data hold what only later sources name, too
    further: int = 0  # how many ties only later sources name
    prefix: str = ""  # the path below which the whole program is
    closed: bool = False  # no way out: what leads to other pages or programs is painted as plain text
    is_kept: bool = False  # by the browser, to be loaded again without the server
    is_copy: bool = False  # a file among files: no program answers it
    is_printed: bool = False  # what a browser must print is there to be taken away, too
    more_fonts: tuple[MoreFont, ...] = ()  # for what the built fonts lack

    @property
    def language(self) -> Language:
        return self.texts.language

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        return build_graph(self.dataset)

    @cached_property
    def about(self) -> About:
        """What the network is called and how it introduces itself."""
        return describe_network(self.dataset, self.texts)

    @cached_property
    def facets(self) -> Mapping[str, Facets]:
        return compute_facets(self.dataset)

    def name(self, key: str) -> str:
        """The name of an entity in the page's language."""
        return in_language(self.dataset.entity[key].names, self.language.code)

    def tie_name(self, tie: Tie) -> str:
        """A tie by its two ends, in the order in which the data states it."""
        return self.texts("tie-name", source=self.name(tie.source), target=self.name(tie.target))

    def kind_name(self, kind: str) -> str:
        """What a kind of tie is called in the page's language."""
        return kind_name(kind, self.dataset, self.texts)

    def tie_sentence(self, tie: Tie, source: str, target: str) -> str:
        """A tie in words, walked from ``source`` to ``target``; with its note where the kind alone says too much."""
        names, back = (self.name(source), self.name(target)), source != tie.source
        sentence = tell_tie(tie.kind, *names, self.dataset, self.texts, back=back)
        note = in_language(tie.note, self.language.code) if tie.kind == LinkKind.COOPERATES_WITH else ""
        return self.texts("tie-sentence-noted", sentence=sentence, note=note) if note else sentence

    def label(self, key: str) -> str:
        """The name of whatever has a card."""
        return self.name(key) if key in self.dataset.entity else self.tie_name(self.dataset.tie[key])

    def path(self, mode: str = "") -> str:
        """The address of a mode or page in this language."""
        return self.address(f"/{self.language.code}/{mode}")

    @property
    def explorer(self) -> str:
        """The address of the explorer that shows everything that this page tells of."""
        return self.path(self.scope)

    @property
    def countries(self) -> str:
        """The address of the page that goes country by country, over everything that this page tells of."""
        return self.path(f"{self.scope}/countries".lstrip("/"))

    def view_of(self, key: str) -> str:
        """The address of the explorer with something selected."""
        thing = self.dataset.entity.get(key) or self.dataset.tie[key]
        return f"{self.explorer if thing.later else self.path()}?select={key}"

    def address(self, document: str) -> str:
        """Where a browser finds a document of the registry, with what follows it in the address."""
        return self.prefix + (file_of(document) if self.is_copy else document)

    def absolute(self, document: str) -> str:
        """The same as others write it, where the program knows under which name it is reached."""
        if not self.public_url:
            return self.address(document)
        return self.public_url.rstrip("/") + (folder_of(document) if self.is_copy else document)

    def workers(self, *languages: str) -> list[str]:
        """The addresses of the scripts that keep the pages of languages (codes); none where nothing is kept."""
        return [self.address(f"/{code}/{WORKER}") for code in languages] if self.is_kept else []

    def card(self, key: str) -> str:
        """The address of the page of an entity or exchange tie; on a closed page one that leads nowhere else."""
        return f"?select={key}" if self.closed else self.path(f"card/{key}/")

    def ties_of(self, entity: Entity) -> tuple[Tie, ...]:
        """Exchange ties that end at an entity, in the order of the tables."""
        return tuple(tie for tie in self.dataset.exchange_ties if entity.id in (tie.source, tie.target))
