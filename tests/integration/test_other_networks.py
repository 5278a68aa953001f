"""Data of another size: whatever the tables hold, every document can be made of it."""

from __future__ import annotations

import pytest

from dashboard.editions import Edition
from dashboard.i18n import load_catalogue
from dashboard.model import Citation, Dataset, Entity, EntityKind, NameOrigin, Place, ShownAs, Source, Tie
from dashboard.settings import Settings
from dashboard.stories.automatic import make_story
from dashboard.tables import shipped_kinds
from layouts.documents import Parts, list_documents
from layouts.front_end import FrontEnd

PARTNERS = 80
LONG = "A name of thirty-one characters"
WRITTEN = Citation(source_key="page", locator="Introduction ¶1")


class _AnyFile(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"/static/{key}"


def one_home_with_many_partners() -> Dataset:
    source = Source(
        key="page", kind="document", maker={"en": "Town"}, title={"en": "Page"}, date=None, language="en", url=""
    )
    home = make_entity("home", EntityKind.HOME, f"{LONG[:-4]}home", 140.0, 38.0)
    partners = tuple(
        make_entity(f"p{number}", EntityKind.PARTNER, f"{LONG[:-3]}{number:03}", -120.0 + 3 * number, 50.0 - number)
        for number in range(PARTNERS)
    )
    ties = tuple(
        Tie(id=f"t-{each.id}", kind="sister_city", source="home", target=each.id, citation=WRITTEN) for each in partners
    )
    return Dataset(sources=(source,), kinds=shipped_kinds(), entities=(home, *partners), ties=ties)


def make_entity(key: str, kind: EntityKind, name: str, lon: float, lat: float) -> Entity:
    place = Place(lon=lon, lat=lat, shown_as=ShownAs.SEAT, area=None, seat={"en": "town hall"}, citation=WRITTEN)
    return Entity(
        id=key,
        kind=kind,
        names={"ja": name, "en": name},
        name_origin=NameOrigin.PRINTED,
        summary={"en": "A town."},
        citation=WRITTEN,
        country="JP" if kind == EntityKind.HOME else "US",
        place=place,
    )


@pytest.fixture(scope="module")
def parts() -> Parts:
    dataset, catalogue = one_home_with_many_partners(), load_catalogue()
    stories = tuple(make_story(dataset, catalogue.texts(language.code)) for language in catalogue.languages)
    front_end = FrontEnd.model_construct(files=_AnyFile(), inline={"theme.js": "", "worker.js": ""})
    return Parts(Edition("many", dataset, stories), catalogue, front_end, Settings())


def test_one_home_with_eighty_partners_of_long_names_gives_every_document(parts: Parts) -> None:
    """One language: the other is made by the same functions. Of the stops and cards, which are alike, some."""
    addresses = [address for address in list_documents(parts) if "/ja/" not in address]
    alike = [address for address in addresses if "/card/" in address or "/stop-" in address]
    wanted = [address for address in addresses if address not in alike or address in alike[:: len(alike) // 4]]
    made = {address: list_documents(parts)[address].make() for address in wanted}
    assert all(made.values())
    explorer = str(made["/en/"])
    assert "and 68 more" in explorer
