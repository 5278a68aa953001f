"""The page of countries gathers what the tables know of each country abroad, and says where nothing is known."""

from __future__ import annotations

import re

import pytest

from dashboard.i18n import Catalogue
from dashboard.model import Dataset
from layouts.reading.countries import countries, list_countries
from layouts.reading.pages import gaps
from tests.unit.card.test_card_page import make_page


@pytest.fixture
def sections(content: Dataset, catalogue: Catalogue) -> dict[str, str]:
    html = countries(make_page(content, catalogue))
    return dict(re.findall(r'<article class="passage" id="(\w+)">(.*?)</article>', html, re.DOTALL))


def named(section: str) -> set[str]:
    return set(re.findall(r'href="/en/card/([\w-]+)/"', section))


def test_a_country_has_its_partners_ties_groups_activities_and_sources(sections: dict[str, str]) -> None:
    assert named(sections["VN"]) >= {"vnu-hcm", "fujisawa-association", "vietnam-exchange-program"}
    assert named(sections["EG"]) >= {"luxor", "nile", "kitakami-nile", "egypt-luxor-association", "egypt-seminars"}
    assert named(sections["AU"]) >= {"central-highlands", "ichinoseki-central-highlands", "home-stay-program"}
    assert "Introduction of Ichinoseki" in sections["NP"]


def test_where_no_activity_is_stated_the_page_says_so(sections: dict[str, str]) -> None:
    silent = {code for code, section in sections.items() if "names an activity with them" in section}
    assert silent == {"RU", "CN", "KR"}


def test_no_home_is_abroad_and_no_country_is_left_out(content: Dataset, catalogue: Catalogue) -> None:
    page = make_page(content, catalogue)
    partners = {entity.country for entity in content.entities if entity.kind == "partner"}
    assert partners <= set(list_countries(page))
    assert "JP" not in list_countries(page)


def test_contents_lead_to_every_section(content: Dataset, catalogue: Catalogue) -> None:
    for make in (countries, gaps):
        html = make(make_page(content, catalogue))
        contents = re.search(r'<nav class="contents".*?</nav>', html, re.DOTALL)
        assert contents
        led_to = re.findall(r'href="#([\w-]+)"', contents[0])
        assert led_to == re.findall(r'<article class="passage" id="([\w-]+)"', html)


def test_without_data_the_page_is_still_a_page(catalogue: Catalogue) -> None:
    assert "<h1>Country by country</h1>" in countries(make_page(Dataset(), catalogue))
