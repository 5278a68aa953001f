"""Small data sets for the map, named after what is special in them."""

from __future__ import annotations

from dashboard.model import Citation, Dataset, Entity, EntityKind, LinkKind, NameOrigin, Place, ShownAs, Tie
from dashboard.tables import shipped_kinds

KINDS = shipped_kinds()
CITATION = Citation(source_key="page", locator="¶1")


def place(lon: float, lat: float, area: str | None = None) -> Place:
    shown_as = ShownAs.AREA if area else ShownAs.SEAT
    return Place(lon=lon, lat=lat, shown_as=shown_as, area=area, seat={"en": "seat"}, citation=CITATION)


def entity(
    key: str,
    kind: EntityKind,
    name: str,
    *,
    at: Place | None = None,
    home: str | None = None,
    country: str | None = None,
    later: bool = False,
) -> Entity:
    return Entity(
        id=key,
        kind=kind,
        names={"en": name, "ja": name},
        name_origin=NameOrigin.PRINTED,
        summary={"en": ""},
        citation=CITATION,
        place=at,
        home=home,
        country=country,
        later=later,
    )


def home(key: str, name: str, at: Place, hue: str) -> Entity:
    return entity(key, EntityKind.HOME, name, at=at, country="JP").model_copy(update={"hue": hue})


def tie(source: str, target: str, kind: str, *, later: bool = False) -> Tie:
    return Tie(id=f"{source}-{target}", kind=kind, source=source, target=target, citation=CITATION, later=later)


ISHIKAWA = home("ishikawa", "Ishikawa", place(136.6256, 36.5947, "ishikawa"), "indigo")
ICHINOSEKI = home("ichinoseki", "Ichinoseki", place(141.1264, 38.9344), "vermilion")
JIANGSU = entity("jiangsu", EntityKind.PARTNER, "Jiangsu", at=place(118.7778, 32.0617, "jiangsu"), country="CN")
HIGHLANDS = entity("highlands", EntityKind.PARTNER, "Central Highlands", at=place(148.1578, -23.523), country="AU")
LUXOR = entity("luxor", EntityKind.PARTNER, "Egypt (Luxor)", at=place(32.6421, 25.6989), country="EG")
CLUB = entity("club", EntityKind.ORGANISATION, "Club", home="ichinoseki")
KITAKAMI = entity("kitakami", EntityKind.RIVER, "Kitakami", home="ichinoseki")
NILE = entity("nile", EntityKind.RIVER, "Nile")

SMALL = Dataset(
    kinds=KINDS,
    entities=(ISHIKAWA, ICHINOSEKI, JIANGSU, HIGHLANDS, LUXOR, CLUB, KITAKAMI, NILE),
    ties=(
        tie("ishikawa", "jiangsu", "friendly_exchange"),
        tie("ichinoseki", "highlands", "sister_city"),
        tie("club", "highlands", "organisation_exchange"),
        tie("kitakami", "nile", "sister_river", later=True),
        tie("kitakami", "ichinoseki", LinkKind.FLOWS_THROUGH),
        tie("nile", "luxor", LinkKind.FLOWS_THROUGH),
    ),
)
EMPTY = Dataset(
    kinds=KINDS,
)
ONE_HOME_ALONE = Dataset(kinds=KINDS, entities=(ISHIKAWA,))
BUFFALO = entity("buffalo", EntityKind.PARTNER, "Buffalo", at=place(-78.8784, 42.8864), country="US")
ACROSS_THE_PACIFIC = Dataset(
    kinds=KINDS, entities=(ISHIKAWA, BUFFALO), ties=(tie("ishikawa", "buffalo", "friendly_exchange"),)
)
JEONJU = entity("jeonju", EntityKind.PARTNER, "Jeonju", at=place(127.148, 35.8242), country="KR")
NEAR_AND_FAR = Dataset(
    kinds=KINDS,
    entities=(ISHIKAWA, BUFFALO, JEONJU),
    ties=(tie("ishikawa", "buffalo", "friendly_exchange"), tie("ishikawa", "jeonju", "friendly_exchange")),
)
ALL_ALONG_JAPAN = Dataset(
    kinds=KINDS,
    entities=(
        home("sapporo", "Sapporo", place(141.3544, 43.0619), "indigo"),
        home("fukuoka", "Fukuoka", place(130.4017, 33.59), "teal"),
        BUFFALO,
    ),
    ties=(tie("sapporo", "buffalo", "friendly_exchange"), tie("fukuoka", "buffalo", "friendly_exchange")),
)
SHARED_PARTNER = Dataset(
    kinds=KINDS,
    entities=(ISHIKAWA, ICHINOSEKI, JIANGSU),
    ties=(tie("ishikawa", "jiangsu", "friendly_exchange"), tie("ichinoseki", "jiangsu", "support")),
)
FAR_APART_HOMES = Dataset(
    kinds=KINDS,
    entities=(ISHIKAWA, entity("vienna", EntityKind.HOME, "Vienna", at=place(16.3721, 48.2085), country="AT")),
)
CLUB_WITHOUT_PARTNER = Dataset(kinds=KINDS, entities=(ISHIKAWA, CLUB))
