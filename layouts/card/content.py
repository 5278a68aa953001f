"""The card: what is selected, what it is tied to, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

import htpy as h

from dashboard.contacts import find_contact
from dashboard.i18n import format_date, format_period, say_locator
from dashboard.model import (
    Citation,
    Contact,
    DatedFact,
    Entity,
    EntityKind,
    Evidence,
    Gap,
    LinkKind,
    NameOrigin,
    NameUse,
    OtherName,
    Source,
    Tie,
    in_language,
)
from dashboard.model.kinds import STRUCTURE
from dashboard.network.about import tell_whole
from dashboard.telephone import find_dialled
from layouts.context import Page
from layouts.documents import ALL, OPENINGS
from layouts.kiosk.guide import touch_guide
from layouts.parts import (
    compare_heading,
    kind_label,
    later_flag,
    second_language,
    select_link,
    shape,
    theme_shape,
    tie_swatch,
)

_TO_ASK = ("phone", "hours", "closed")
"""What is told of somebody else's contact: enough to ask; the rest stands on their own card."""

_DOUBTFUL = (EntityKind.PARTNER, EntityKind.ORGANISATION, EntityKind.ACTIVITY)
"""Kinds of things that may have ended since the documents were written."""


class _Notes:
    """Numbers the places where facts are written, in the order in which a card first leans on them.

    Cards are therefore built eagerly, from lists: htpy would run a generator only when the page is written out.
    ``title`` and ``heading`` are the elements of the card's headings: on a page of its own they stand higher.
    """

    def __init__(self, page: Page, *, is_page: bool) -> None:
        self._page = page
        self._numbers: dict[Citation, int] = {}
        self.title, self.heading = (h.h1, h.h2) if is_page else (h.h3, h.h3)
        self._is_folded = not (is_page or page.closed)

    def mark(self, *citations: Citation) -> h.Element:
        """The small numbers behind a fact."""
        numbers = [self._numbers.setdefault(citation, len(self._numbers) + 1) for citation in citations]
        return h.sup(".note-mark")[self._page.texts("card-note-mark", numbers=", ".join(map(str, numbers)))]

    def listing(self) -> h.Element:
        """What the numbers stand for: each source once with its date, and the places in it.

        Beside the views it is folded, since few look it up, but says who made the sources.
        """
        places: dict[str, list[Citation]] = {}
        for citation in self._numbers:
            places.setdefault(citation.source_key, []).append(citation)
        heading = self.heading[self._page.texts("card-sources-heading")]
        listed = h.ul(".sources")[[self._item(key, citations) for key, citations in places.items()]]
        if not self._is_folded:
            return h.section(".card-section.card-sources")[heading, listed]
        code = self._page.language.code
        sources = sorted((self._page.dataset.source[key] for key in places), key=lambda source: source.is_later)
        makers: dict[str, bool] = {}
        for source in sources:  # a maker of documents comes before those of later sources alone, which may be hidden
            makers.setdefault(in_language(source.maker, code), source.is_later)
        between = self._page.texts("list-separator")
        names = (
            h.span(data_later=later_flag(later))[between if place else "", maker]
            for place, (maker, later) in enumerate(makers.items())
        )
        return h.details(".card-section.card-sources")[h.summary[heading, h.span(".fine")[names]], listed]

    def _item(self, key: str, citations: Sequence[Citation]) -> h.Element:
        source = self._page.dataset.source[key]
        return h.li(data_later=later_flag(source.is_later))[
            source_line(self._page, source),
            h.ol(".locators")[
                [
                    h.li(value=str(self._numbers[citation]))[h.span(".locator")[locator_line(self._page, citation)]]
                    for citation in citations
                ]
            ],
        ]


def card(page: Page) -> h.Element:
    """The card's place on the page, filled with a welcome until something is selected."""
    return h.section("#card.panel.panel-card", data_view="card", aria_labelledby="card-heading", tabindex="-1")[
        h.h2("#card-heading.visually-hidden")[page.texts("card-heading")],
        None if page.closed else [_grip(page), _left_out(page)],
        h.div("#card-body.scroller", tabindex="-1")[welcome(page)],
        h.button("#card-close.icon-button.card-close", type="button", hidden=True, data_action="clear-selection")[
            h.span(aria_hidden="true")["×"], h.span(".visually-hidden")[page.texts("card-close")]
        ],
    ]


def _grip(page: Page) -> h.Element:
    """Pulls the card up where it is a sheet, on a phone; ``assets/js/page/sheet.js`` listens to it."""
    return h.button("#card-grip.card-grip", type="button", aria_expanded="false", aria_controls="card-body")[
        h.span(".visually-hidden")[page.texts("card-raise")]
    ]


def _left_out(page: Page) -> h.Element:
    """Shown when what the card is about is not in the list any more."""
    return h.p("#card-out.card-out", role="status", hidden=True)[
        page.texts("card-out"),
        " ",
        h.button(".offer", type="button", data_action="clear-filters")[page.texts("filters-clear")],
    ]


def card_templates(page: Page) -> Iterator[h.Element]:
    """Every card, inert, for the script that shows them; and the welcome under the empty key."""
    yield h.template(data_card="")[welcome(page)]
    for key in (*page.dataset.entity, *(tie.id for tie in page.dataset.exchange_ties)):
        yield h.template(data_card=key)[card_content(page, key)]


def card_file(page: Page) -> str:
    """Every card of a language one after the other, as scripts fetch them; see ``assets/js/page/cards.js``."""
    return str(h.fragment[card_templates(page)])


def welcome(page: Page) -> h.Element:
    """What the card says when nothing is selected."""
    text = page.texts
    return h.div(".card-content.card-welcome")[
        h.p(".card-kicker")[text("welcome-kicker")],
        h.h3(".card-title")[text("welcome-title")],
        h.p(".card-summary")[tell_whole(page.dataset, text)],
        h.p(".welcome-how")[text("welcome-how")],
        None if page.closed else _countries(page),
        h.ul(".chips")[
            (h.li[select_link(page, home.id, css=".chip")] for home in page.dataset.of_kind(EntityKind.HOME))
        ],
        touch_guide(page)
        if page.closed
        else h.ul(".welcome-ways")[(h.li[h.a(href=href)[words]] for href, words in _ways_on(page) if words)],
    ]


def _countries(page: Page) -> h.Element:
    """The countries to choose from: each leads to its partner, or to what is found there where it has several."""
    partners: dict[str, list[Entity]] = {}
    for partner in page.dataset.of_kind(EntityKind.PARTNER):
        partners.setdefault(partner.country or "", []).append(partner)
    names = {code: page.language.locale.territories.get(code, code) for code in partners if code}
    return h.ul(".chips", aria_label=page.texts("welcome-countries"))[
        (
            h.li[
                select_link(page, partners[code][0].id, name, css=".chip")
                if len(partners[code]) == 1
                else h.button(".chip", type="button", data_action="search", data_words=name)[name]
            ]
            for code, name in names.items()
        ),
        h.li[h.a(".link-button", href=page.countries)[page.texts("countries-title")]],
    ]


def _ways_on(page: Page) -> tuple[tuple[str, str], ...]:
    """What else there is on this page and beside it, for readers who would not scroll to find it."""
    text = page.texts
    return (
        ("#path", text("path-heading")),
        ("#compare", compare_heading(page)),
        ("#timeline", text("timeline-heading") if page.dataset.dated_facts else ""),
        (page.path(ALL), text("ways-further", count=page.further) if page.further and not page.scope else ""),
        (page.path("present"), text("footer-present")),
        (page.path("figures"), text("figures-title")),
        (page.path("gaps"), text("gaps-title") if page.dataset.gaps else ""),
    )


def card_content(page: Page, key: str, *, is_page: bool = False, picture: h.Node = None) -> h.Element:
    """The whole card of an entity or an exchange tie, within a panel or as the main thing on a page of its own.

    ``picture`` stands between what the thing is and what it is tied to.
    """
    notes = _Notes(page, is_page=is_page)
    head, *rest = _entity_card(page, key, notes) if key in page.dataset.entity else _tie_card(page, key, notes)
    return h.div(".card-content", data_card_of=key)[head, picture, rest, notes.listing()]


def _entity_card(page: Page, key: str, notes: _Notes) -> list[h.Node]:
    entity = page.dataset.entity[key]
    return [
        _entity_head(page, entity, notes),
        _exchange_ties(page, entity, notes),
        _contact(page, key, notes),
        _structure(page, entity, notes),
        _dates(page, key, notes),
        _names(page, entity, notes),
        _place(page, entity, notes),
        _gaps(page, key, notes),
        _actions(page, entity),
    ]


def _country(page: Page, entity: Entity) -> h.Node:
    """The way to everything about the country that a partner lies in or is."""
    if page.closed or entity.kind not in (EntityKind.PARTNER, EntityKind.COUNTRY) or not entity.country:
        return None
    country = page.language.locale.territories.get(entity.country, entity.country)
    return h.a(".link-button", href=f"{page.countries}#{entity.country}")[page.texts("card-country", country=country)]


def _actions(page: Page, entity: Entity) -> h.Node:
    country = _country(page, entity)
    way = (
        h.button(".link-button", type="button", data_action="path-from", data_entity_id=entity.id)[
            page.texts("card-path-from")
        ]
        if not page.closed and page.mode != "card"
        else None
    )
    return h.p(".card-actions")[country, way] if country or way else None


def _entity_head(page: Page, entity: Entity, notes: _Notes) -> h.Element:
    other = second_language(page, entity)
    return h.header(".card-head")[
        h.p(".card-kicker")[shape(page, entity), kind_label(page, entity), _theme_chips(page, entity)],
        notes.title(".card-title")[page.name(entity.id), notes.mark(entity.citation)],
        h.p(".card-names")[
            h.span(lang=other[0])[other[1]] if other else None,
            (
                h.span(lang=name.language, dir="auto", data_later=later_flag(name.later))[name.text]
                for name in entity.other_names
                if name.use == NameUse.OWN and name.text not in entity.names.values()
            ),
        ],
        _origin_line(page, entity),
        h.p(".card-summary")[in_language(entity.summary, page.language.code)],
        h.p(".fine")[page.texts("card-evidence-caption")] if entity.evidence == Evidence.CAPTION else None,
    ]


def _origin_line(page: Page, entity: Entity) -> h.Node:
    if entity.name_origin != NameOrigin.OURS or entity.kind in (EntityKind.ACTIVITY, EntityKind.COUNTRY):
        return None
    return h.p(".fine")[page.texts("card-name-origin-ours")]


def _theme_chips(page: Page, entity: Entity) -> list[h.Element]:
    themes = [page.dataset.theme[theme] for theme in entity.themes]
    return [h.span(".theme-chip")[theme_shape(theme), in_language(theme.names, page.language.code)] for theme in themes]


def _exchange_ties(page: Page, entity: Entity, notes: _Notes) -> h.Node:
    ties = page.ties_of(entity)
    if not ties:
        return _no_ties(page, entity)
    return h.section(".card-section")[
        notes.heading[page.texts("card-ties-heading")],
        h.ul(".card-ties")[[_tie_row(page, entity, tie, notes) for tie in ties]],
    ]


def _no_ties(page: Page, entity: Entity) -> h.Node:
    if entity.kind != EntityKind.ORGANISATION:
        return None
    return h.section(".card-section")[h.p(".fine")[page.texts("card-no-ties")]]


def _tie_row(page: Page, entity: Entity, tie: Tie, notes: _Notes) -> h.Element:
    other = tie.target if tie.source == entity.id else tie.source
    return h.li(data_mark=tie.id, data_later=later_flag(tie.later))[
        tie_swatch(page, tie),
        h.span(".tie-text")[
            h.span(".tie-kind")[select_link(page, tie.id, page.kind_name(tie.kind))],
            h.span(".tie-end")[select_link(page, other, css=".tie-other"), notes.mark(tie.citation)],
            h.span(".fine")[in_language(tie.note, page.language.code)] if tie.note else None,
        ],
    ]


def _structure(page: Page, entity: Entity, notes: _Notes) -> list[h.Node]:
    """One section for each kind and direction of structural tie, in the order of the vocabulary."""
    sections: list[h.Node] = []
    for kind in STRUCTURE:
        for direction, here, there in (("out", "source", "target"), ("in", "target", "source")):
            ties = [tie for tie in page.dataset.ties if tie.kind == kind and getattr(tie, here) == entity.id]
            if ties:
                heading = page.texts(f"card-links-{kind.replace('_', '-')}-{direction}")
                sections.append(_link_section(page, heading, [(tie, getattr(tie, there)) for tie in ties], notes))
    return sections


def _link_section(page: Page, heading: str, links: list[tuple[Tie, str]], notes: _Notes) -> h.Element:
    said = {in_language(tie.note, page.language.code) for tie, _ in links}
    common = said.pop() if len(links) > 1 and len(said) == 1 else ""  # what holds of all is said once
    return h.section(".card-section")[
        notes.heading[heading, h.span(".count")[str(len(links))] if len(links) > 1 else None],
        h.p(".fine")[common] if common else None,
        h.ul(".card-links")[[_link_row(page, tie, other, notes, is_noted=not common) for tie, other in links]],
    ]


def _link_row(page: Page, tie: Tie, other: str, notes: _Notes, *, is_noted: bool) -> h.Element:
    return h.li(data_later=later_flag(tie.later))[
        _link(page, other),
        notes.mark(tie.citation),
        h.span(".fine")[in_language(tie.note, page.language.code)] if tie.note and is_noted else None,
    ]


def _dates(page: Page, key: str, notes: _Notes) -> h.Node:
    facts = sorted((fact for fact in page.dataset.dated_facts if fact.about == key), key=lambda fact: fact.when.start)
    if not facts:
        return None
    return h.section(".card-section", data_later=later_flag(all(fact.later for fact in facts)))[
        notes.heading[page.texts("card-dates-heading")],
        h.ul(".card-dates")[[_date_row(page, fact, notes) for fact in facts]],
    ]


def _date_row(page: Page, fact: DatedFact, notes: _Notes) -> h.Element:
    return h.li(data_later=later_flag(fact.later))[
        date_element(page, fact),
        h.span(".date-what")[
            in_language(fact.what, page.language.code), later_tag(page, fact.later), notes.mark(fact.citation)
        ],
    ]


def date_element(page: Page, fact: DatedFact) -> h.Element:
    """The date of a fact in words, with its machine-readable form where HTML knows one."""
    iso = fact.when.isoformat()
    machine = iso.removeprefix("--") if "/" not in iso else None
    return h.time(datetime=machine)[format_period(fact.when, page.language)]


def later_tag(page: Page, later: bool) -> h.Node:
    """The word that marks a fact from beyond the documents."""
    return h.span(".later-tag")[page.texts("later-tag")] if later else None


def _contact(page: Page, key: str, notes: _Notes) -> h.Node:
    """How to get in touch; about what has no contact of its own whom to ask, and that nobody says it still goes on."""
    asked = find_contact(page.dataset, key)
    if asked is None:
        return None
    contacts = [contact for contact in page.dataset.contacts if contact.about == asked]
    if asked != key:
        contacts = [contact for contact in contacts if contact.key in _TO_ASK]
    return h.section(".card-section")[
        notes.heading[page.texts("card-contact-heading")],
        [_doubt(page, key), h.p(".card-asked")[_link(page, asked)]] if asked != key else None,
        _opening(page, asked),
        h.dl(".card-contacts")[[_contact_row(page, contact, notes) for contact in contacts]],
    ]


def _doubt(page: Page, key: str) -> h.Node:
    is_doubtful = key in page.dataset.tie or page.dataset.entity[key].kind in _DOUBTFUL
    return h.p(".contact-doubt")[page.texts("card-contact-doubt")] if is_doubtful else None


def _opening(page: Page, key: str) -> h.Element:
    """Whether somebody is there now, which the script writes where it is known."""
    said = {
        f"data-{state}": page.texts(f"opening-{state}", **{name: f"{{{name}}}" for name in names})
        for state, names in {"open": ["to"], "later": ["from", "to"], "over": ["to"], "closed": []}.items()
    }
    return h.p(".opening", {"data-opening": f"{page.address(OPENINGS)}#{key}", "hidden": True, **said})


def _contact_row(page: Page, contact: Contact, notes: _Notes) -> h.Element:
    value = in_language(contact.value, page.language.code)
    dialled = (
        find_dialled(value, page.dataset.country_of(contact.about))
        if contact.key == "phone" and not page.closed
        else None
    )
    return h.div[
        h.dt[page.texts(f"contact-{contact.key.replace('_', '-')}")],
        h.dd[h.a(href=f"tel:{dialled}")[value] if dialled else value, notes.mark(contact.citation)],
    ]


def _names(page: Page, entity: Entity, notes: _Notes) -> h.Node:
    names = [name for name in entity.other_names if name.use in (NameUse.TODAY, NameUse.FORMER, NameUse.AS_PRINTED)]
    if not names:
        return None
    return h.section(".card-section", data_later=later_flag(all(name.later for name in names)))[
        notes.heading[page.texts("card-names-heading")],
        h.dl(".card-contacts")[[_name_row(page, name, notes) for name in names]],
    ]


def _name_row(page: Page, name: OtherName, notes: _Notes) -> h.Element:
    return h.div(data_later=later_flag(name.later))[
        h.dt[page.texts(f"name-use-{name.use.replace('_', '-')}")],
        h.dd[h.span(lang=name.language, dir="auto")[name.text], notes.mark(name.citation)],
    ]


def _place(page: Page, entity: Entity, notes: _Notes) -> h.Node:
    if entity.place is None:
        return None
    seat = in_language(entity.place.seat, page.language.code)
    return h.section(".card-section")[
        notes.heading[page.texts("card-place-heading")],
        h.p(".fine")[page.texts(f"card-place-{entity.place.shown_as}", seat=seat), notes.mark(entity.place.citation)],
    ]


def _gaps(page: Page, key: str, notes: _Notes) -> h.Node:
    gaps = [gap for gap in page.dataset.gaps if key in gap.about]
    if not gaps:
        return None
    return h.section(".card-section.card-gaps")[
        notes.heading[page.texts("card-gaps-heading")],
        h.ul[[_gap_row(page, gap) for gap in gaps]],
    ]


def _gap_row(page: Page, gap: Gap) -> h.Element:
    later = all(page.dataset.source[citation.source_key].is_later for citation in gap.citations)
    title = in_language(gap.title, page.language.code)
    if page.closed:
        text = in_language(gap.text, page.language.code)
        return h.li(data_later=later_flag(later))[h.strong[title], h.span(".gap-text")[text]]
    return h.li(data_later=later_flag(later))[h.a(href=f"{page.path('gaps')}#{gap.id}")[title]]


def _tie_card(page: Page, key: str, notes: _Notes) -> list[h.Node]:
    tie = page.dataset.tie[key]
    return [
        h.header(".card-head")[
            h.p(".card-kicker")[tie_swatch(page, tie), page.kind_name(tie.kind)],
            notes.title(".card-title")[page.tie_name(tie), notes.mark(tie.citation)],
            h.p(".card-summary")[in_language(page.dataset.kind[tie.kind].meaning, page.language.code)],
            h.p(".card-note")[in_language(tie.note, page.language.code)] if tie.note else None,
        ],
        h.section(".card-section")[
            notes.heading[page.texts("card-ends-heading")],
            h.ul(".card-links")[[_end_row(page, end) for end in (tie.source, tie.target)]],
        ],
        _contact(page, key, notes),
        _tie_activities(page, tie, notes),
        _dates(page, key, notes),
    ]


def _end_row(page: Page, key: str) -> h.Element:
    entity = page.dataset.entity[key]
    return h.li[
        _link(page, key),
        h.span(".fine")[kind_label(page, entity)],
    ]


def _link(page: Page, key: str) -> h.Element:
    """What a thing is, as a small drawing, and its name, which selects it."""
    return select_link(page, key, [shape(page, page.dataset.entity[key]), page.name(key)], css=".card-link")


def _tie_activities(page: Page, tie: Tie, notes: _Notes) -> h.Node:
    links = [(link, link.source) for link in _shared_activities(page, tie)]
    if links:
        return _link_section(page, page.texts("card-links-with-partner-in"), links, notes)
    if not page.dataset.kind[tie.kind].is_with_partner:
        return None
    return h.section(".card-section")[h.p(".fine")[page.texts("card-tie-no-activity")]]


def _shared_activities(page: Page, tie: Tie) -> Iterable[Tie]:
    """Links from activities of the tie's source to its target."""
    run = {link.target for link in page.dataset.ties if link.kind == LinkKind.RUNS and link.source == tie.source}
    return (
        link
        for link in page.dataset.ties
        if link.kind == LinkKind.WITH_PARTNER and link.target == tie.target and link.source in run
    )


def source_line(page: Page, source: Source) -> list[h.Node]:
    """Maker, title, date or "undated", and the address where the source has one."""
    language = page.language
    when = format_date(source.date, language) if source.date else page.texts("source-undated")
    return [
        h.span(".source-maker")[in_language(source.maker, language.code)],
        " ",
        _source_title(page, source),
        h.span(".source-date")[when],
        later_tag(page, source.is_later),
    ]


def locator_line(page: Page, citation: Citation) -> list[h.Node]:
    """The place in the source; what is printed there in another language than the page's says so."""
    runs = say_locator(citation.locator, page.dataset.source[citation.source_key].language, page.texts)
    return [h.span(lang=run.language)[run.text] if run.language else run.text for run in runs]


def _source_title(page: Page, source: Source) -> h.Node:
    """The title with the address behind it; on a closed page the name of the site is read instead."""
    title = h.cite(lang=None)[in_language(source.title, page.language.code)]
    if not _is_web_address(source.url):
        return title
    if page.closed:
        return [title, h.span(".source-site", dir="ltr")[urlsplit(source.url).hostname]]
    return h.a(href=source.url, rel="noreferrer external")[title]


def _is_web_address(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https")
