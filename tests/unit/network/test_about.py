"""What a network says of itself stands in its tables; what they leave out follows from the data."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from dashboard.exports import EXPORTERS, PLAIN
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset, EntityKind
from dashboard.network.about import describe_network, tell_whole
from layouts.explore.page import explore
from layouts.fixed_parts import paint_fixed_parts
from layouts.kiosk.attract import attract
from layouts.page_index import compute_page_index
from tests.unit.card.test_card_page import make_page


def with_homes(dataset: Dataset, count: int) -> Dataset:
    """A data set of so many homes and nothing else."""
    home = dataset.of_kind(EntityKind.HOME)[0]
    homes = tuple(home.model_copy(update={"id": f"home-{place}"}) for place in range(count))
    return Dataset(entities=homes, sources=dataset.sources, kinds=dataset.kinds)


def test_what_the_table_says_is_what_every_page_is_called(small: Dataset, catalogue: Catalogue) -> None:
    page = make_page(small, catalogue, "en")
    html = explore(page, paint_fixed_parts(page))
    assert "<title>Small network · A small exchange</title>" in html
    assert "About Small network" in html
    assert "Terms of use: Free to use where the source is named." in html
    assert "Kakehashi" not in re.sub(r"<(?:script|style).*?</(?:script|style)>", "", html, flags=re.DOTALL)
    invitation = str(attract(page, catalogue.languages))
    assert "Small network" in invitation
    assert "A small exchange" in invitation
    assert compute_page_index(page)["texts"]["site-name"] == "Small network"  # type: ignore[index]


def test_files_bear_the_title_and_the_terms(small: Dataset) -> None:
    for key in ("map-svg", "network-svg", "network-json", "places-geojson", "poster-page", "leaflet-page"):
        assert "A small exchange" in EXPORTERS[key].render(small, "en", PLAIN).decode(), key
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["csv-archive"].render(small, "en", PLAIN))) as archive:
        readme = archive.read("README.txt").decode()
    assert readme.startswith("\ufeffA small exchange: the tables\r\n\r\nTerms of use: Free to use")
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["pptx"].render(small, "en", PLAIN))) as package:
        assert "<dc:creator>Small network</dc:creator>" in package.read("docProps/core.xml").decode()


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40])
def test_what_the_table_does_not_say_is_made_from_the_homes(small: Dataset, texts: Texts, count: int) -> None:
    about = describe_network(with_homes(small, count), texts)
    assert all((about.name, about.subtitle, about.summary, about.introduction))
    assert not about.contact + about.licence
    assert max(map(len, about)) < 200
    assert ("36" in about.subtitle) == (count == 40)


def test_one_home_and_one_partner_are_told_in_the_singular(small: Dataset, catalogue: Catalogue) -> None:
    partner = small.of_kind(EntityKind.PARTNER)[0]
    homes = with_homes(small, 1)
    told = tell_whole(homes.model_copy(update={"entities": (*homes.entities, partner)}), catalogue.texts("en"))
    assert re.fullmatch(
        r".+ has ties with one partner in one country\. Each is shown here with its source\.", " ".join(told.split())
    )
