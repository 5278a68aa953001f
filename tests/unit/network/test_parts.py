"""The network is parted where its rails have no room, and only there."""

from __future__ import annotations

from hypothesis import given, settings

from dashboard.model import Dataset, Entity, Tie
from dashboard.network.parts import MOST_LINES, part_network
from dashboard.network.positions import place_network
from tests.unit.network.worlds import entity, tie, world, worlds


def towns(count: int, ties: int, *, later: bool = False) -> list[Entity | Tie]:
    """Homes with so many ties each, to countries in turn."""
    made: list[Entity | Tie] = []
    for number in range(count):
        home = f"town-{number}"
        made.append(entity(home, "home", later=later))
        for place in range(ties):
            partner = f"partner-{number}-{place}"
            made.append(entity(partner, "partner", country=("CN", "KR", "US")[place % 3], later=later))
            made.append(tie(home, "sister_city", partner))
    return made


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_a_data_set_with_room_is_drawn_at_once(dataset: Dataset) -> None:
    parts = part_network(dataset)
    assert (parts.rails is dataset) == (place_network(dataset).lines <= MOST_LINES)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_tie_of_a_home_is_drawn_somewhere(dataset: Dataset) -> None:
    later = [each.model_copy(update={"later": each.kind == "home"}) for each in dataset.entities]
    folded = Dataset(kinds=dataset.kinds, entities=tuple(later), ties=dataset.ties)
    parts = part_network(folded)
    drawn = {tie.id for part in (parts.rails, *(each.dataset for each in parts.folded)) for tie in part.exchange_ties}
    assert {tie.id for tie in folded.exchange_ties if folded.home_of(tie.source)} <= drawn


def test_of_many_homes_each_is_a_part() -> None:
    parts = part_network(world(*towns(40, 3)))
    assert [part.home for part in parts.folded] == [f"town-{number}" for number in range(40)]
    assert not parts.rails.entities


def test_a_home_with_many_ties_is_parted_by_country() -> None:
    parts = part_network(world(*towns(1, 95)))
    assert {part.country: len(part.dataset.exchange_ties) for part in parts.folded} == {"CN": 32, "KR": 32, "US": 31}


def test_homes_of_later_sources_leave_the_rest_where_it_stands() -> None:
    base = [entity("home", "home"), entity("abroad", "partner"), tie("home", "sister_city", "abroad")]
    more = [*towns(12, 3, later=True), tie("town-1", "sister_city", "abroad")]
    parts = part_network(world(*base, *more))
    assert place_network(parts.rails).spots == place_network(world(*base)).spots
    assert len(parts.folded) == 12
    assert all(part.later for part in parts.folded)
