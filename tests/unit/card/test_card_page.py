"""Every thing has a page of its own, which can be read without any script."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from dashboard.figures.map.small import compute_small_map, find_ties_around
from dashboard.i18n import Catalogue
from dashboard.model import Dataset, in_language
from layouts.card.page import card_page, find_neighbours
from layouts.context import Page
from layouts.front_end import FrontEnd

Bodies = Callable[[Dataset, str], Mapping[str, str]]


class _AnyFile(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"/static/{key}"


def make_page(dataset: Dataset, catalogue: Catalogue, language: str = "en", public_url: str = "") -> Page:
    return Page(
        dataset=dataset,
        catalogue=catalogue,
        texts=catalogue.texts(language),
        front_end=FrontEnd.model_construct(files=_AnyFile(), inline={"theme.js": "", "worker.js": ""}),
        public_url=public_url,
    )


@pytest.fixture(params=["content", "small"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    found: Dataset = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def bodies_of(catalogue: Catalogue) -> Bodies:
    """All card pages of a data set in a language by id, made once."""
    made: dict[tuple[int, str], dict[str, str]] = {}

    def make(dataset: Dataset, language: str) -> Mapping[str, str]:
        if (id(dataset), language) not in made:
            page = make_page(dataset, catalogue, language)
            made[id(dataset), language] = {key: card_page(page, key) for key in dataset.selectable}
        return made[id(dataset), language]

    return make


def citations_of(dataset: Dataset, key: str) -> Iterator[str]:
    """The key of the source that states a thing."""
    yield (dataset.entity.get(key) or dataset.tie[key]).citation.source_key


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_entity_and_tie_has_a_page_with_its_name_and_its_source(
    dataset: Dataset, catalogue: Catalogue, bodies_of: Bodies, language: str
) -> None:
    page = make_page(dataset, catalogue, language)
    for key, written in bodies_of(dataset, language).items():
        body = html.unescape(written)
        assert f">{page.label(key)}<" in body.partition("<h1")[2].partition("</h1>")[0]
        for source_key in citations_of(dataset, key):
            assert in_language(dataset.source[source_key].title, language) in body
        assert f'href="/{language}/?select={key}"' in body
        assert f"<title>{page.label(key)} · " in body


def test_walking_on_leads_through_all_of_a_kind_once(dataset: Dataset) -> None:
    after = {key: find_neighbours(dataset, key)[1] for key in dataset.selectable}
    firsts = [key for key in after if find_neighbours(dataset, key)[0] is None]
    walked = []
    for first in firsts:
        key: str | None = first
        while key:
            walked.append(key)
            key = after[key]
    assert sorted(walked) == sorted(dataset.selectable)
    kinds = {dataset.entity[key].kind if key in dataset.entity else "tie" for key in dataset.selectable}
    assert len(firsts) == len(kinds)
    assert all(find_neighbours(dataset, key)[0] == before for before, key in after.items() if key)


def test_every_link_to_a_thing_leads_to_a_page_that_there_is(dataset: Dataset, bodies_of: Bodies) -> None:
    linked = {
        key for body in bodies_of(dataset, "en").values() for key in re.findall(r'href="/en/card/([^/]*)/"', body)
    }
    assert linked == set(dataset.selectable)


def test_a_page_to_read_brings_no_script_but_the_one_for_its_appearance(content: Dataset, catalogue: Catalogue) -> None:
    body = card_page(make_page(content, catalogue), "nepal")
    assert re.findall(r"<script[^>]*>", body) == ["<script>"]
    assert "<button" not in body


def test_headings_lead_down_step_by_step(content: Dataset, bodies_of: Bodies) -> None:
    assert content.selectable
    for body in bodies_of(content, "en").values():
        main = body.partition("<main")[2].partition("</main>")[0]
        levels = re.findall(r"<h(\d)", main)
        assert levels[0] == "1"
        assert set(levels[1:]) <= {"2"}


def test_an_unknown_id_has_no_page(content: Dataset, catalogue: Catalogue) -> None:
    with pytest.raises(KeyError):
        card_page(make_page(content, catalogue), "atlantis")


def test_where_the_program_knows_its_address_the_page_says_which_is_the_one_to_keep(
    content: Dataset, catalogue: Catalogue
) -> None:
    body = card_page(make_page(content, catalogue, "ja", "https://example.jp/exchange/"), "nepal")
    assert '<link rel="canonical" href="https://example.jp/exchange/ja/card/nepal/">' in body
    assert '<link rel="alternate" hreflang="en" href="https://example.jp/exchange/en/card/nepal/">' in body
    assert '<meta property="og:url" content="https://example.jp/exchange/ja/card/nepal/">' in body
    assert '<meta property="og:image" content="https://example.jp/exchange/data/ja/preview.png">' in body


def test_where_it_does_not_other_languages_are_named_without_a_host(content: Dataset, catalogue: Catalogue) -> None:
    body = card_page(make_page(content, catalogue, "ja"), "nepal")
    assert "canonical" not in body
    assert "og:image" not in body
    assert '<link rel="alternate" hreflang="en" href="/en/card/nepal/">' in body


def test_the_small_map_shows_the_ties_of_a_thing_and_their_ends(content: Dataset) -> None:
    for tie in content.exchange_ties:
        view = compute_small_map(content, tie.id, "en")
        assert view is not None
        assert [curve.id for curve in view.curves] == [tie.id]
        assert len(view.markers) == 2
        for marker in view.markers:
            assert 0 < marker.x < view.frame.width
            assert 0 < marker.y < view.frame.height


def test_an_activity_with_a_partner_is_shown_with_the_tie_that_it_belongs_to(content: Dataset) -> None:
    assert [tie.id for tie in find_ties_around(content, "nepal-support")] == ["higashiyama-nepal"]
    assert [tie.id for tie in find_ties_around(content, "nepal")] == ["higashiyama-nepal"]
    assert find_ties_around(content, "halloween-parties") == ()


def test_the_small_map_is_light(content: Dataset, bodies_of: Bodies) -> None:
    sizes = {key: len(body) for key, body in bodies_of(content, "en").items()}
    assert {key: size for key, size in sizes.items() if size > 60_000} == {}


def test_what_has_no_place_has_a_page_without_a_map(content: Dataset, catalogue: Catalogue) -> None:
    nowhere = [entity.model_copy(update={"place": None, "home": None}) for entity in content.entities]
    lost = Dataset(**{name: getattr(content, name) for name in Dataset.model_fields} | {"entities": tuple(nowhere)})
    assert compute_small_map(lost, "nepal", "en") is None
    assert "map-stage" not in card_page(make_page(lost, catalogue), "nepal")
