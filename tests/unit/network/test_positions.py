"""Where everything of the network stands."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model import Dataset, EntityKind
from dashboard.network.lane_order import count_crossings
from dashboard.network.positions import SLOTS, Column, Positions, place_network, spread, wrap_rails
from tests.unit.network.worlds import activity, entity, organisation, tie, world, worlds

ORDER = list(Column)


def y_of(positions: Positions, *keys: str) -> list[float]:
    return [positions.spots[key].y for key in keys]


def test_an_empty_data_set_has_no_places() -> None:
    assert place_network(Dataset()) == Positions()


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_every_entity_of_any_data_set_has_exactly_one_place_on_the_stage(dataset: Dataset) -> None:
    spots = place_network(dataset).spots
    assert set(spots) == set(dataset.entity)
    assert all(0 < spot.x < 1 and 0 <= spot.y <= 1 for spot in spots.values())


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_no_two_entities_stand_at_the_same_place(dataset: Dataset) -> None:
    places = [(spot.x, spot.y) for spot in place_network(dataset).spots.values()]
    assert len(set(places)) == len(places)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_the_same_data_always_gets_the_same_places(dataset: Dataset) -> None:
    assert place_network(dataset) == place_network(Dataset(entities=dataset.entities, ties=dataset.ties))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_the_columns_stand_in_order_from_left_to_right(dataset: Dataset) -> None:
    spots = place_network(dataset).spots.values()
    for one, other in combinations(spots, 2):
        if ORDER.index(one.column) < ORDER.index(other.column):
            assert one.x < other.x


def test_kinds_stand_in_their_columns(content: Dataset) -> None:
    spots = place_network(content).spots
    columns = {kind: {spots[each.id].column for each in content.of_kind(kind)} for kind in EntityKind}
    assert columns[EntityKind.HOME] == {Column.HOMES}
    assert columns[EntityKind.ORGANISATION] == {Column.ORGANISATIONS}
    assert columns[EntityKind.ACTIVITY] == columns[EntityKind.VENUE] == {Column.ACTIVITIES}
    assert columns[EntityKind.PARTNER] == columns[EntityKind.COUNTRY] == {Column.PARTNERS}
    assert columns[EntityKind.RIVER] == {Column.ORGANISATIONS, Column.PARTNERS}


def test_no_exchange_ties_of_the_real_data_cross(content: Dataset) -> None:
    assert count_crossings(place_network(content).lanes, content) == 0


def test_two_organisations_change_places_when_their_ties_would_cross() -> None:
    crossing = world(
        entity("home", "home"),
        entity("north", "partner"),
        entity("south", "partner"),
        organisation("first"),
        organisation("between"),
        organisation("last"),
        tie("home", "sister_city", "north"),
        tie("first", "support", "south"),
        tie("last", "support", "north"),
    )
    positions = place_network(crossing)
    last, first = y_of(positions, "last", "first")
    assert last < first
    assert count_crossings(positions.lanes, crossing) == 0


def test_the_two_ends_of_a_tie_of_their_own_lie_level() -> None:
    level = world(
        entity("home", "home"),
        *(entity(f"partner-{number}", "partner") for number in range(3)),
        *(tie("home", "friendly_exchange", f"partner-{number}") for number in range(3)),
    )
    positions = place_network(level)
    for number in range(3):
        key = f"partner-{number}"
        assert positions.tie_levels[f"home--friendly_exchange--{key}"] == positions.spots[key].y


def test_a_home_spans_its_lanes_and_no_lane_of_another_home(content: Dataset) -> None:
    positions = place_network(content)
    for lane, span in zip(positions.lanes, positions.lane_spans, strict=True):
        for home, bar in positions.home_spans.items():
            inside = bar.top <= span.top and span.bottom <= bar.bottom
            assert inside == (lane.home == home)


def test_lanes_do_not_overlap(content: Dataset) -> None:
    spans = place_network(content).lane_spans
    assert all(upper.bottom < lower.top for upper, lower in pairwise(spans))


def test_a_longer_name_gets_a_taller_lane() -> None:
    two = world(entity("home", "home"), organisation("brief"), organisation("long-winded"))
    brief, long_winded = (
        span.bottom - span.top for span in place_network(two, {"brief": 1, "long-winded": 4}).lane_spans[1:]
    )
    assert long_winded > 2 * brief


def test_an_activity_with_the_partner_of_a_tie_lies_on_its_line_and_others_on_the_rail() -> None:
    positions = place_network(
        world(
            entity("home", "home"),
            organisation("club"),
            entity("nepal", "partner"),
            activity("together"),
            activity("alone"),
            tie("club", "support", "nepal"),
            tie("club", "runs", "alone"),
            tie("club", "runs", "together"),
            tie("together", "with_partner", "nepal"),
        )
    )
    together, alone = y_of(positions, "together", "alone")
    assert together == positions.tie_levels["club--support--nepal"]
    assert alone in positions.rail_levels[positions.spots["alone"].row]


def test_parts_follow_the_whole_and_venues_follow_what_is_held_there() -> None:
    spots = place_network(
        world(
            entity("home", "home"),
            organisation("club"),
            activity("part"),
            activity("other"),
            activity("whole"),
            entity("hall", "venue", home="home"),
            *(tie("club", "runs", key) for key in ("part", "whole", "other")),
            tie("part", "part_of", "whole"),
            tie("whole", "held_at", "hall"),
        )
    ).spots
    assert sorted(("part", "other", "whole", "hall"), key=lambda key: spots[key].x) == [
        "other",
        "whole",
        "part",
        "hall",
    ]
    assert len({spots[key].y for key in ("part", "other", "whole", "hall")}) == 1


def test_an_organisation_named_beside_another_stands_below_it_in_the_same_lane() -> None:
    positions = place_network(
        world(
            entity("home", "home"),
            organisation("club"),
            organisation("next"),
            organisation("beside", standing="other"),
            tie("club", "cooperates_with", "beside"),
        )
    )
    club, beside, following = y_of(positions, "club", "beside", "next")
    assert club < beside < following
    assert positions.spots["beside"].row == positions.spots["club"].row


def test_a_country_stands_right_below_the_first_partner_in_it() -> None:
    positions = place_network(
        world(
            entity("home", "home"),
            entity("city", "partner"),
            entity("town", "partner"),
            entity("land", "country"),
            tie("home", "sister_city", "city"),
            tie("home", "sister_city", "town"),
            tie("city", "located_in", "land"),
            tie("town", "located_in", "land"),
        )
    )
    city, land, town = y_of(positions, "city", "land", "town")
    assert city < land < town
    assert positions.spots["land"].row == positions.spots["city"].row


@given(st.lists(st.lists(st.integers(), min_size=1, max_size=10), max_size=8))
def test_rails_keep_every_mark_in_order_and_no_line_is_too_long(groups: list[list[int]]) -> None:
    named = [[f"{place}.{number}" for number, _ in enumerate(group)] for place, group in enumerate(groups)]
    lines = wrap_rails(named)
    assert [mark for line in lines for mark in line] == [mark for group in named for mark in group]
    assert all(0 < len(line) <= SLOTS for line in lines)


def test_a_group_moves_to_the_next_line_as_a_whole() -> None:
    assert wrap_rails([["a", "b", "c", "d", "e"], ["f", "g", "h"]]) == (("a", "b", "c", "d", "e"), ("f", "g", "h"))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5)), max_size=12))
def test_labels_that_are_spread_keep_their_order_and_do_not_meet(labels: list[tuple[int, int]]) -> None:
    wishes, halves = sorted(wish for wish, _ in labels), [half for _, half in labels]
    lines = spread(wishes, halves, first=0, last=60)
    for (upper, above), (lower, below) in pairwise(zip(lines, halves, strict=True)):
        assert upper + above < lower - below


def test_labels_with_room_stay_where_they_wish() -> None:
    assert spread([5, 20, 40], [2, 2, 2], first=0, last=60) == [5, 20, 40]


def test_labels_that_wish_for_one_line_share_the_room_around_it() -> None:
    assert spread([20, 20], [2, 2], first=0, last=60) == [18, 23]
