"""Any data set has a story."""

from __future__ import annotations

from dashboard.i18n import Texts
from dashboard.model import Dataset, Entity, Tie
from dashboard.network.wording import kind_name
from dashboard.stories import make_story
from tests.unit.network.worlds import entity, tie, world


def test_an_empty_data_set_has_one_stop_that_says_so(texts: Texts) -> None:
    story = make_story(Dataset(), texts)
    assert (story.id, story.language, len(story.stops)) == ("main", texts.language.code, 1)
    assert story.stops[0].text == texts("stories-auto-empty-text")


def test_a_story_goes_through_the_whole_each_home_and_each_partner_and_ends_with_the_contact(
    small: Dataset, texts: Texts
) -> None:
    story = make_story(small, texts)
    homes = [entity.id for entity in small.entities if entity.kind == "home"]
    partners = [entity.id for entity in small.entities if entity.kind == "partner"]
    assert [stop.select for stop in story.stops if stop.select] == [*homes, *partners]
    assert story.stops[0].select == ""
    assert [stop.is_takeaway for stop in story.stops] == [False] * (len(story.stops) - 1) + [True]
    assert all(stop.title and stop.text for stop in story.stops)


def test_of_many_partners_only_those_with_the_most_ties_have_a_stop(content: Dataset, texts: Texts) -> None:
    partner = content.entity["nepal"]
    many = [partner.model_copy(update={"id": f"partner-{place}"}) for place in range(40)]
    crowd = with_entities(content, (*content.entities, *many))
    selected = [stop.select for stop in make_story(crowd, texts).stops]
    assert sum(key.startswith("partner-") for key in selected) == 4
    assert {"nepal", "luxor", "austria"} <= set(selected)


def test_of_many_homes_only_those_with_the_most_ties_have_a_stop_and_the_title_names_none(
    content: Dataset, texts: Texts
) -> None:
    home = content.entity["ishikawa"]
    many = [home.model_copy(update={"id": f"home-{place}"}) for place in range(40)]
    story = make_story(with_entities(content, (*many, *content.entities)), texts)
    selected = [stop.select for stop in story.stops]
    assert sum(key.startswith("home-") for key in selected) == 10
    assert {"ishikawa", "ichinoseki"} <= set(selected)
    assert story.stops[0].title == texts("stories-auto-whole-heading")


def test_a_home_without_words_about_it_is_told_by_its_ties(content: Dataset, texts: Texts) -> None:
    silent = [entity.model_copy(update={"summary": {}}) for entity in content.entities]
    story = make_story(with_entities(content, tuple(silent)), texts)
    ishikawa = next(stop for stop in story.stops if stop.select == "ishikawa")
    assert kind_name("friendly_exchange", content, texts) in ishikawa.text


def with_entities(dataset: Dataset, entities: tuple[Entity, ...]) -> Dataset:
    fields = {name: getattr(dataset, name) for name in Dataset.model_fields}
    return Dataset(**{**fields, "entities": entities})


def test_where_the_network_has_no_room_at_once_the_whole_is_told_on_the_map(content: Dataset, texts: Texts) -> None:
    things: list[Entity | Tie] = []
    for number in range(20):
        things += [entity(f"town-{number}", "home"), entity(f"abroad-{number}", "partner")]
        things += [tie(f"town-{number}", "sister_city", f"abroad-{number}")]
    story = make_story(world(*things), texts)
    assert [stop.show for stop in story.stops[:2]] == ["map", "both"]
    assert make_story(content, texts).stops[0].show == "both"
