"""Ties in words: what kinds are called, and a sentence for a tie in the direction in which it is walked.

Kinds of exchange bring their words with them, as rows of the data set; those of links stand in the catalogue.
"""

from __future__ import annotations

import re

from dashboard.i18n import Texts
from dashboard.model import STRUCTURE, Dataset, in_language

_PLACEHOLDER = re.compile(r"\{(?:source|target)\}")


def kind_name(kind: str, dataset: Dataset, texts: Texts) -> str:
    """What a kind of tie is called, in the language of ``texts``."""
    if kind in STRUCTURE:
        return texts(f"tie-kind-{_dashed(kind)}")
    return in_language(dataset.kind[kind].names, texts.language.code)


def tell_tie(kind: str, source: str, target: str, dataset: Dataset, texts: Texts, *, back: bool = False) -> str:
    """A tie as a sentence, walked from the one named ``source`` to the one named ``target``.

    ``back`` tells that the tie itself runs the other way.
    """
    if kind in STRUCTURE:
        return texts(f"tie-sentence-{_dashed(kind)}{'-back' if back else ''}", source=source, target=target)
    exchange = dataset.kind[kind]
    names = {"{source}": source, "{target}": target}
    sentence = in_language(exchange.back if back else exchange.sentence, texts.language.code)
    return _PLACEHOLDER.sub(lambda found: names[found[0]], sentence)


def _dashed(kind: str) -> str:
    return kind.replace("_", "-")
