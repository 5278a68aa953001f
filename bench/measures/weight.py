"""How much a first visit moves and holds before anybody reaches for more, and whether anything leaves the machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import JsonValue

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import TYPES, Visit, Wire, settle

_HEAVIEST = 12
_LIMITS_KB: Mapping[str, float] = {"en": 200, "ja": 300}
_MOST_ELEMENTS = 4000
_KINDS = tuple(dict.fromkeys((*TYPES.values(), "data")))
_PREFETCHED = "prefetched"  # fetched on a fast line for later, when nobody waits for anything


class _Loaded(NamedTuple):
    wire: Wire
    elements: int

    @property
    def total_kb(self) -> float:
        return self.wire.total_kb - self.wire.by_type.get(_PREFETCHED, 0) / 1000


def _lines_in(code: str) -> tuple[Line, ...]:
    address = f"/{code}/"
    return (
        Line(
            id=f"weight.first-{code}", title=f"{address}: first visit, over the wire", unit="kB", limit=_LIMITS_KB[code]
        ),
        *(Line(id=f"weight.{kind}-{code}", title=f"{address}: of that, {kind}", unit="kB") for kind in _KINDS),
        Line(id=f"weight.elements-{code}", title=f"{address}: elements on the page", unit="", limit=_MOST_ELEMENTS),
        Line(id=f"weight.second-{code}", title=f"{address}: second visit, over the wire", unit="kB", limit=60),
    )


LEFT = Line(id="weight.left", title="requests that leave the machine", unit="", limit=0, summary="max")


def _run(setting: Setting) -> Outcome:
    visits = {code: _visit_twice(setting, code) for code in _LIMITS_KB}
    left = [wire.left for pair in visits.values() for wire, _ in pair]
    runs = {LEFT.id: tuple(float(len(each)) for each in left)}
    for code, (first, second) in visits.items():
        runs |= {f"weight.first-{code}": (first.total_kb,), f"weight.second-{code}": (second.total_kb,)}
        runs |= {f"weight.{kind}-{code}": (first.wire.by_type.get(kind, 0) / 1000,) for kind in _KINDS}
        runs |= {f"weight.elements-{code}": (first.elements,)}
    heaviest: dict[str, JsonValue] = {code: _heaviest(first.wire) for code, (first, _) in visits.items()}
    return Outcome(runs=runs, detail={"first_bytes": heaviest, "left": [url for urls in left for url in urls]})


def _heaviest(wire: Wire) -> dict[str, JsonValue]:
    return dict(wire.heaviest(_HEAVIEST))


def _visit_twice(setting: Setting, code: str) -> tuple[_Loaded, _Loaded]:
    with setting.visit("desktop") as visit:
        return _load(visit, f"/{code}/"), _load(visit, f"/{code}/")


def _load(visit: Visit, address: str) -> _Loaded:
    """Load the page until nothing moves any more; the cache of the visit stays for the next one."""
    page, wire = visit.page()
    visit.open(page, address)
    settle(page, wire)
    elements = page.locator("*").count()
    page.close()
    return _Loaded(wire, elements)


WEIGHT = Measurement("weight", "Weight", (*(line for code in _LIMITS_KB for line in _lines_in(code)), LEFT), _run)
