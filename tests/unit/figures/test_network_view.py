"""What the network shows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from dashboard.figures.lines import LINES
from dashboard.figures.network.names import count_text_lines, split_words
from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.view import compute_network_view
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset, Evidence, Theme
from tests.networks import Shape, make_network
from tests.unit.network.worlds import activity, entity, organisation, tie, world, worlds

CLUB = world(
    entity("home", "home", names={"ja": "市", "en": "City"}),
    organisation("club"),
    organisation("heir", standing="current"),
    entity("town", "partner"),
    entity("land", "country"),
    activity("visit", themes=("travel",)),
    activity("part"),
    entity("hall", "venue", home="home"),
    tie("club", "support", "town"),
    tie("town", "located_in", "land"),
    tie("club", "located_in", "home"),
    tie("club", "runs", "visit"),
    tie("visit", "with_partner", "town"),
    tie("part", "part_of", "visit"),
    tie("part", "held_at", "hall"),
    tie("club", "inherited_by", "heir"),
    tie("club", "on_behalf_of", "home"),
).model_copy(update={"themes": (Theme(id="travel", names={"en": "Travel", "ja": "旅"}, accent="green"),)})


@pytest.fixture
def club(catalogue: Catalogue) -> NetworkView:
    return compute_network_view(CLUB, "en", catalogue.texts("en"))


def test_an_empty_data_set_gives_a_view_without_marks_and_a_sentence(texts: Texts) -> None:
    view = compute_network_view(Dataset(), texts.language.code, texts)
    assert view.is_empty
    assert (view.nodes, view.edges, view.callouts, view.headings, view.legend) == ((), (), (), (), ())
    assert view.alt == texts("network-view-empty")


@settings(max_examples=60, deadline=None)
@given(dataset=worlds())
def test_every_entity_of_any_data_set_has_one_mark_and_every_exchange_tie_one_line(
    dataset: Dataset, catalogue: Catalogue
) -> None:
    view = compute_network_view(dataset, "en", catalogue.texts("en"))
    assert Counter(node.id for node in view.nodes) == Counter(list(dataset.entity))
    exchange = [edge.id for edge in view.edges if edge.role == "exchange"]
    assert Counter(exchange) == Counter(each.id for each in dataset.exchange_ties)
    assert {label.id for label in view.tie_labels} == set(exchange)


def test_names_and_the_sentence_are_in_the_language_of_the_view(texts: Texts, content: Dataset) -> None:
    code = texts.language.code
    view = compute_network_view(content, code, texts)
    assert {node.id: node.name for node in view.nodes} == {each.id: each.names[code] for each in content.entities}
    assert all("".join(node.words) == node.name for node in view.nodes)
    assert "47" in view.alt and "10" in view.alt
    assert [heading.text for heading in view.headings] == [
        texts(f"network-view-column-{column}") for column in ("homes", "organisations", "activities", "partners")
    ]


def test_places_do_not_depend_on_the_language(catalogue: Catalogue, content: Dataset) -> None:
    japanese, english = (compute_network_view(content, code, catalogue.texts(code)) for code in ("ja", "en"))
    assert [(node.id, node.x, node.y) for node in japanese.nodes] == [
        (node.id, node.x, node.y) for node in english.nodes
    ]
    assert japanese.edges == english.edges


def test_marks_tell_the_evidence_and_the_standing_by_shape(content: Dataset, texts: Texts) -> None:
    view = compute_network_view(content, texts.language.code, texts)
    shapes = Counter((node.shape, node.evidence) for node in view.nodes if node.kind == "activity")
    assert shapes == {("activity-text", Evidence.TEXT): 34, ("activity-caption", Evidence.CAPTION): 13}
    assert Counter(node.standing for node in view.nodes if node.kind == "organisation") == {
        "current": 1,
        "former": 7,
        "other": 3,
    }


def test_the_kinds_of_tie_are_kept_apart(content: Dataset, texts: Texts) -> None:
    view = compute_network_view(content, texts.language.code, texts)
    kinds = Counter(edge.kind for edge in view.edges if edge.role == "exchange")
    assert kinds == {
        "sister_city": 1,
        "friendly_exchange": 3,
        "organisation_exchange": 4,
        "support": 1,
        "sister_river": 1,
    }
    assert [entry.id for entry in view.legend if entry.mark == "tie"] == list(content.kind)


def test_a_tie_runs_over_the_activities_with_its_partner(club: NetworkView) -> None:
    nodes = {node.id: node for node in club.nodes}
    edge = next(edge for edge in club.edges if edge.kind == "support")
    assert edge.path.start == (nodes["club"].x, nodes["club"].y)
    assert edge.path.end == (nodes["town"].x, nodes["town"].y)
    assert nodes["visit"].y == nodes["club"].y
    assert edge.path.start[0] < nodes["visit"].x < edge.path.end[0]
    assert edge.line == LINES["dotted"]


def test_what_stands_inside_or_below_is_not_drawn_as_a_line(club: NetworkView) -> None:
    drawn = {edge.id for edge in club.edges}
    assert "town--located_in--land" not in drawn
    assert "club--located_in--home" not in drawn
    assert next(node.below for node in club.nodes if node.id == "land") == "town"
    assert {edge.role for edge in club.edges} == {"exchange", "band", "part", "link", "bracket", "behalf"}


def test_edges_name_both_ends_as_the_data_states_them(club: NetworkView) -> None:
    assert all(edge.ends == (CLUB.tie[edge.id].source, CLUB.tie[edge.id].target) for edge in club.edges)


def test_an_activity_bears_the_accent_of_its_first_theme(club: NetworkView) -> None:
    assert {node.id: node.accent for node in club.nodes if node.kind == "activity"} == {"visit": "green", "part": None}


def test_whatever_runs_or_takes_part_in_activities_lists_them_when_it_is_selected(club: NetworkView) -> None:
    listed = {callout.owner: [line.id for line in callout.lines] for callout in club.callouts}
    assert listed["club"] == ["visit", "part"]
    assert listed["club--support--town"] == listed["town"] == ["visit"]
    assert listed["visit"] == listed["hall"] == ["part"]
    assert "heir" not in listed


def test_what_has_no_name_in_the_picture_says_it_in_its_callout(club: NetworkView) -> None:
    titles = {callout.owner: callout.title for callout in club.callouts}
    assert [titles[key] for key in ("visit", "part", "hall", "club", "club--support--town")] == [
        "visit",
        "part",
        "hall",
        "",
        "Support",
    ]


def test_every_activity_of_the_real_data_is_listed_by_its_owner(content: Dataset, texts: Texts) -> None:
    view = compute_network_view(content, texts.language.code, texts)
    owners = {
        each.id for each in content.entities if each.kind in ("home", "organisation") and each.standing != "other"
    }
    counts = {callout.owner: len(callout.lines) for callout in view.callouts if callout.owner in owners}
    assert counts == {
        "ishikawa": 11,
        "ichinoseki-association": 1,
        "ichinoseki-exchange-association": 7,
        "yuu-no-kai": 5,
        "higashiyama-association": 4,
        "murone-club": 5,
        "kawasaki-club": 6,
        "egypt-luxor-association": 3,
        "fujisawa-association": 5,
    }


def test_a_callout_hangs_or_stands_where_it_has_room(content: Dataset, texts: Texts) -> None:
    view = compute_network_view(content, texts.language.code, texts)
    assert {callout.is_above for callout in view.callouts} == {True, False}
    for callout in view.callouts:
        room = callout.y if callout.is_above else 1 - callout.y
        assert room > 0.04 * (len(callout.lines) + 1)


def test_words_break_at_spaces_and_hyphens() -> None:
    assert split_words("Egypt-Luxor Friendship") == ("Egypt-", "Luxor ", "Friendship")


def test_japanese_breaks_where_a_reader_would_pause_and_leaves_no_single_character() -> None:
    assert split_words("一関・平泉地域エジプトルクソール友好協会") == (
        "一関・平泉地域",
        "エジプトルクソール",
        "友好協会",
    )
    assert split_words("セントラルハイランズ市") == ("セントラルハイランズ市",)


def test_a_name_takes_the_lines_of_its_longest_language() -> None:
    names = {"ja": "会", "en": "Ichinoseki-Hiraizumi Egypt-Luxor Friendship Association"}
    dataset = world(organisation("brief"), organisation("wordy", names=names), activity("none"))
    assert count_text_lines(dataset) == {"brief": 1, "wordy": 3}


def test_kinds_are_written_on_the_lines_of_homes_where_rows_leave_room_for_a_word(
    content: Dataset, texts: Texts, tmp_path: Path
) -> None:
    crowded = make_network(Shape(homes=8, partners=4), tmp_path)
    for dataset, is_roomy in ((content, True), (crowded, False)):
        ways = compute_network_view(dataset, texts.language.code, texts).tie_labels
        own = [way for way in ways if dataset.entity[dataset.tie[way.id].source].kind == "home"]
        assert all(way.is_open for way in own) == is_roomy
        levels = sorted(way.y for way in own if way.is_open)
        assert all(below - above > 0.03 for above, below in pairwise(levels))


def test_data_without_activities_have_no_column_for_them_and_no_sign_that_one_is_missing(texts: Texts) -> None:
    towns = [entity("home", "home"), entity("abroad", "partner"), tie("home", "sister_city", "abroad")]
    view = compute_network_view(world(*towns), "en", texts)
    assert [heading.column for heading in view.headings] == ["homes", "partners"]
    assert view.gaps == ()
    assert compute_network_view(world(*towns, activity("fair")), "en", texts).gaps
