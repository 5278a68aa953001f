"""A stop as a slide: title, sentence, map and network, legend, sources. The same markup on stage and on paper."""

from __future__ import annotations

from collections.abc import Callable

import htpy as h
from markupsafe import Markup

from dashboard.figures.breaks import split_phrases
from dashboard.figures.map.svg import frame_style, paint_course, paint_labels, paint_legend
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.svg import paint_network_labels, paint_network_legend, paint_shapes
from dashboard.figures.text_metrics import measure_text
from dashboard.model import Contact, in_language
from dashboard.stories.lit_views import explain_network, name_lit
from dashboard.stories.network_scenes import groups_handed_on
from layouts.present.addresses import stop_document
from layouts.present.deck import Deck, Showing
from layouts.present.marks import show_states
from layouts.present.qr import qr_code

_LONG_TITLE_EM, _LONG_TEXT_EM = 17.0, 76.0  # beyond these the type is set smaller


def shared_parts(deck: Deck) -> h.Element:
    """What all slides of a page refer to: the land and the symbols of the network."""
    return h.div(".shared", aria_hidden="true")[
        h.svg(".picture", width="0", height="0", focusable="false")[h.defs[deck.land]], paint_shapes()
    ]


def pictures(deck: Deck) -> h.Element:
    """The map and the network with all that can be lit and named, for scripts to make every slide from."""
    names = _without_symbols(paint_network_labels(_from_the_top(deck.network_view), deck.page.texts))
    return h.template("#pictures")[
        h.div(".stage.map-stage", style=frame_style(deck.map_view.frame))[
            Markup(deck.map), paint_labels(deck.map_view)  # noqa: S704 - our own painter's
        ],
        h.div(".stage.stage-network")[Markup(deck.network), names],  # noqa: S704 - our own painter's
    ]


def words(deck: Deck, showing: Showing) -> h.Element:
    """What a stop says, for scripts to put on every slide of it."""
    return h.template(data_words=str(showing.number))[
        slide_head(showing),
        takeaway(deck) if showing.stop.is_takeaway else None,
        legend(deck, showing),
        courses(deck, showing),
        _paper_foot(deck, showing),
    ]


def paper_slide(deck: Deck, showing: Showing) -> h.Element:
    """A slide as it is printed, complete; the sheets that scripts make look like it."""
    heading = f"slide-title-{showing.number}"
    return h.section(
        class_=f"slide {slide_classes(deck, showing)}",
        data_stop=str(showing.number),
        data_selected=showing.focus.selected,
        aria_labelledby=heading,
    )[
        h.div(".slide-body")[
            slide_head(showing, heading_id=heading),
            h.div(".slide-pictures")[
                _paper_map(deck, showing) if shows_map(showing) else None,
                _paper_network(deck, showing) if shows_network(showing) else None,
                takeaway(deck) if showing.stop.is_takeaway else None,
                legend(deck, showing),
                courses(deck, showing),
            ],
            _paper_foot(deck, showing),
        ],
    ]


def slide_classes(deck: Deck, showing: Showing) -> str:
    """How the slide is arranged, and how much of the network it names."""
    words = ["shows-takeaway" if showing.stop.is_takeaway else f"shows-{showing.stop.show}"]
    if not showing.focus.selected and not showing.focus.out:
        words.append("is-whole")
    if showing.focus.out and not showing.focus.selected:
        words.append("is-filtered")
    if groups_handed_on(deck.network_view, showing.focus):
        words.append("is-counted")
    return " ".join(words)


def shows_map(showing: Showing) -> bool:
    """Whether a stop has the map on it."""
    return showing.stop.show != "network"


def shows_network(showing: Showing) -> bool:
    """Whether a stop has the network on it; the take-away has the contact in its place."""
    return showing.stop.show != "map" and not showing.stop.is_takeaway


def slide_head(showing: Showing, heading_id: str | None = None) -> h.Element:
    """Title and sentence; what is long is set in smaller type."""
    stop = showing.stop
    title = "slide-title is-long" if measure_text(stop.title) > _LONG_TITLE_EM else "slide-title"
    text = "slide-text is-long" if measure_text(stop.text) > _LONG_TEXT_EM else "slide-text"
    return h.header(".slide-head")[
        h.h2(id=heading_id, class_=title)[_breakable(stop.title)],
        h.div(class_=text)[(h.p[_breakable(paragraph)] for paragraph in stop.text.split("\n"))],
    ]


def _breakable(text: str) -> list[h.Node]:
    """A text that breaks where a phrase ends, in any browser."""
    return [(piece, None if piece.endswith(" ") else h.wbr) for piece in split_phrases(text)]


def map_style(deck: Deck, showing: Showing) -> str:
    """The style of a map's stage: the frame, and the middle and size of what the camera shows."""
    left, top, width, height = showing.scene.camera
    camera = (left + width / 2, top + height / 2, width, height)
    named = zip(("x", "y", "w", "h"), camera, strict=True)
    return ";".join([frame_style(deck.map_view.frame), *(f"--cam-{name}:{value:.2f}" for name, value in named)])


def network_style(showing: Showing) -> str:
    """The style of a network's stage: where it begins and how far it is stretched, so that its rows fill the room."""
    top, bottom = showing.scene.rows
    stretch = 1 / (bottom - top)
    return f"--ty:{-top * stretch:.4f};--zy:{stretch:.4f};--zoom:{stretch:.4f}"


def _paper_map(deck: Deck, showing: Showing) -> h.Element:
    return h.div(".stage.map-stage", style=map_style(deck, showing))[
        show_states(deck.map_of(showing) + str(paint_labels(deck.labels(showing))), map_state(showing))
    ]


def map_state(showing: Showing) -> Callable[[str], str]:
    """The classes of marks on the map: those of the focus, and ``is-named`` for the places that the stop names."""

    def state(key: str) -> str:
        named = "is-named" if key in showing.scene.labels else ""
        return " ".join(word for word in (showing.focus.state(key), named) if word)

    return state


def _paper_network(deck: Deck, showing: Showing) -> h.Element:
    names = paint_network_labels(_from_the_top(name_lit(deck.network_view, showing.focus)), deck.page.texts)
    return h.div(".stage.stage-network", style=network_style(showing))[
        show_states(deck.network + str(_without_symbols(names)), showing.focus.state)
    ]


def _from_the_top(view: NetworkView) -> NetworkView:
    """The network with its names in the order in which they stand, as they are counted."""
    return view.model_copy(update={"nodes": tuple(sorted(view.nodes, key=lambda node: node.y))})


def _without_symbols(names: Markup) -> Markup:
    return names.replace(paint_shapes(), "")


def legend(deck: Deck, showing: Showing) -> h.Element | None:
    """Explains just the signs that are lit; the take-away has no room for it."""
    if showing.stop.is_takeaway:
        return None
    content = _network_legend(deck, showing) if showing.stop.show == "network" else _map_legend(deck, showing)
    return h.div(".slide-legend")[content] if content else None


def courses(deck: Deck, showing: Showing) -> h.Element | None:
    """The rivers that a stop speaks of, each enlarged as far as it fits; hence no two at one scale."""
    shown = showing.scene.courses
    if not shown:
        return None
    return h.div(".slide-courses")[
        (paint_course(course) for course in shown),
        h.p[deck.page.texts("present-courses-scale")] if len(shown) > 1 else None,
    ]


def _map_legend(deck: Deck, showing: Showing) -> Markup:
    view = deck.map_view.model_copy(update={"legend": showing.scene.legend})
    return paint_legend(view, deck.page.texts)


def _network_legend(deck: Deck, showing: Showing) -> Markup:
    lines = explain_network(deck.network_view, showing.focus)
    return paint_network_legend(deck.network_view.model_copy(update={"legend": lines}), deck.page.texts)


# --- the last stop ----------------------------------------------------------------------------------------------------


def takeaway(deck: Deck) -> h.Element:
    """Whom to ask, and how to come back: contacts of the data set, and a QR code where there is a public address."""
    page = deck.page
    about = dict.fromkeys(contact.about for contact in page.dataset.contacts)
    return h.div(".takeaway")[
        (_contact(deck, key) for key in about),
        _way_back(deck) if page.public_url else None,
    ]


def _contact(deck: Deck, key: str) -> h.Element:
    page = deck.page
    lines = [contact for contact in page.dataset.contacts if contact.about == key]
    return h.section(".takeaway-contact")[
        h.h3[page.label(key)], h.dl[(_contact_line(deck, contact) for contact in lines)]
    ]


def _contact_line(deck: Deck, contact: Contact) -> h.Element:
    texts = deck.page.texts
    return h.div[
        h.dt[texts(f"contact-{contact.key.replace('_', '-')}")],
        h.dd[in_language(contact.value, deck.page.language.code)],
    ]


def _way_back(deck: Deck) -> h.Element:
    address = deck.page.absolute(f"/{deck.page.language.code}/")
    return h.section(".takeaway-link")[
        qr_code(address, deck.page.texts("present-qr-explorer")),
        h.p[deck.page.texts("present-explore-yourself"), h.span(".takeaway-address", dir="ltr")[address]],
    ]


def _paper_foot(deck: Deck, showing: Showing) -> h.Element:
    page = deck.page
    total = len(deck.story.stops)
    return h.footer(".slide-foot")[
        h.p(".slide-source")[deck.say_sources(showing)],
        h.p(".slide-day")[h.time(data_today=True)],  # filled by the script: on paper it says how old this is
        h.p(".slide-number")[page.texts("present-number", number=showing.number, total=total)],
        _stop_code(deck, showing) if page.public_url else None,
    ]


def _stop_code(deck: Deck, showing: Showing) -> h.Element:
    page = deck.page
    address = page.absolute(stop_document(page, deck.story.id, showing.number))
    return qr_code(address, page.texts("present-qr-stop"))
