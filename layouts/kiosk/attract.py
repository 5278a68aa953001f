"""What is on the touch screen while nobody is there: the globe, one partner and one sentence at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import htpy as h

from dashboard.figures.map.view import compute_map_view
from dashboard.i18n import Language
from dashboard.model import EntityKind, NameUse, Tie, in_language
from dashboard.network.wording import kind_name
from layouts.context import Page
from layouts.kiosk.staff import staff_notice

_END_OF_SENTENCE = re.compile(r"(?<=[。！？؟।])|(?<=[.!?])\s+(?=\S)")
_FULL_STOPS = ("。", "！", "？", "؟", "।")
_SHORTEST = 12  # characters; what ends sooner with another full stop is an abbreviation


def attract(page: Page, languages: Sequence[Language]) -> h.Element:
    """The layer over everything. A touch anywhere begins; on an invitation, in its language.

    The words for staff are seen when the script asks for them, and when there is no script.
    """
    return h.section("#attract.attract.night", aria_labelledby="attract-title")[
        h.div(".attract-drift")[
            h.header(".attract-head")[
                h.h1("#attract-title.attract-title")[page.about.name],
                h.p(".attract-subtitle")[page.about.subtitle],
            ],
            h.div(".attract-globe")[h.canvas("#globe", width="960", height="960", aria_hidden="true")],
            h.div("#attract-slide.attract-slide")[
                h.p("#attract-ties.attract-ties"),
                h.p("#attract-name.attract-name"),
                h.p("#attract-second.attract-second"),
                h.p("#attract-text.attract-text"),
            ],
            h.div(".attract-start")[
                (
                    h.button(
                        ".key", type="button", lang=language.code, dir=language.direction, data_begin=language.code
                    )[language.touch_to_start]
                    for language in languages
                )
            ],
            h.div(".staff")[staff_notice(page.catalogue, languages)],
        ],
    ]


def compute_slides(page: Page, languages: Sequence[Language]) -> list[dict[str, object]]:
    """One slide a partner that is on the map: names, a sentence and ties by language, hue, and the curve's two ends.

    Positions are (lon, lat) in degrees. An empty list when nothing is on the map.
    """
    curves = compute_map_view(page.dataset, page.language.code, page.texts).curves
    ends = {curve.id: (curve.points[0], curve.points[-1]) for curve in curves}
    ties = [tie for tie in page.dataset.exchange_ties if tie.id in ends]
    partners = {tie.target for tie in ties if page.dataset.entity[tie.target].kind == EntityKind.PARTNER}
    return [
        _slide(page, key, [tie for tie in ties if tie.target == key], ends, languages)
        for key in page.dataset.entity
        if key in partners
    ]


def _slide(
    page: Page,
    key: str,
    ties: Sequence[Tie],
    ends: Mapping[str, tuple[tuple[float, float], tuple[float, float]]],
    languages: Sequence[Language],
) -> dict[str, object]:
    partner = page.dataset.entity[key]
    home = page.dataset.home_of(ties[0].source)
    own = next((name for name in partner.other_names if name.use == NameUse.OWN), None)
    return {
        "id": key,
        "hue": page.dataset.entity[home].hue if home else None,
        "names": {language.code: in_language(partner.names, language.code) for language in languages},
        "own": {"language": own.language, "text": own.text} if own else None,
        "sentences": {
            language.code: first_sentence(in_language(partner.summary, language.code)) for language in languages
        },
        "ties": {language.code: list(_ties_in_words(page, ties, language)) for language in languages},
        "curve": [[round(value, 2) for value in point] for point in ends[ties[0].id]],
    }


def _ties_in_words(page: Page, ties: Iterable[Tie], language: Language) -> Iterable[str]:
    """Home and kind of each tie, once each."""
    texts = page.catalogue.texts(language.code)
    for tie in ties:
        home = page.dataset.home_of(tie.source)
        name = in_language(page.dataset.entity[home].names, language.code) if home else ""
        yield texts("kiosk-slide-tie", home=name, kind=kind_name(tie.kind, page.dataset, texts))


def first_sentence(text: str) -> str:
    """The first sentence of a text, with its full stop; the whole text when it is one sentence."""
    sentence = ""
    for piece in _END_OF_SENTENCE.split(text):
        sentence = f"{sentence} {piece}".strip() if sentence else piece
        if sentence.endswith(_FULL_STOPS) or len(sentence) >= _SHORTEST:
            return sentence
    return sentence
