"""Staff, please look: what is on the touch screen when it cannot mend itself, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from dashboard.i18n import Catalogue, Language

_TRIED_AGAIN_S = 15
# The colours of the attract screen, and no file: this page stands alone.
_STYLE = """
:root { font: 2.6vmin/1.6 sans-serif; background: #0b1420; color: #f3ead6; cursor: none }
body { min-height: 92vh; max-width: 34rem; margin: 4vmin auto; display: grid; place-content: center; gap: 4rem }
h2 { font-size: 1.6em; color: #f2cd6f; line-height: 1.3 } li { margin-block: .5em }
"""


def staff_notice(catalogue: Catalogue, languages: Sequence[Language]) -> list[h.Element]:
    """The words for staff, in each of these languages."""
    return [_words(catalogue, language) for language in languages]


def staff_page(catalogue: Catalogue, languages: Sequence[Language]) -> str:
    """The words alone, as a whole page that needs nothing else; asks again and again for what it stands for."""
    return str(
        h.html(lang=languages[0].code, dir=languages[0].direction)[
            h.head[
                h.meta(charset="utf-8"),
                h.meta(http_equiv="refresh", content=str(_TRIED_AGAIN_S)),
                h.title[catalogue.texts(languages[0].code)("kiosk-staff-heading")],
                h.style[_STYLE],
            ],
            h.body[staff_notice(catalogue, languages)],
        ]
    )


def _words(catalogue: Catalogue, language: Language) -> h.Element:
    text = catalogue.texts(language.code)
    return h.section(".staff-words", lang=language.code, dir=language.direction)[
        h.h2[text("kiosk-staff-heading")],
        h.p[text("kiosk-staff-why")],
        h.ol[h.li[text("kiosk-staff-restart")], h.li[text("kiosk-staff-call")]],
    ]
