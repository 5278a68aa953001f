"""How much a visit moves over the wire, and whether anything leaves the machine."""

from __future__ import annotations

from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.visits import Visit, Wire, wait_until_settled

_HEAVIEST = 12

FIRST = Line(id="weight.first", title="first visit, over the wire", unit="kB", limit=1000)
SECOND = Line(id="weight.second", title="second visit, over the wire", unit="kB", limit=60)
LEFT = Line(id="weight.left", title="requests that leave the machine", unit="", limit=0, summary="max")


def _run(setting: Setting) -> Outcome:
    with setting.visit("desktop") as visit:
        first, second = _visit_once(visit), _visit_once(visit)
    return Outcome(
        runs={
            FIRST.id: (first.total_kb,),
            SECOND.id: (second.total_kb,),
            LEFT.id: (len(first.left), len(second.left)),
        },
        detail={
            "first_bytes": dict(first.heaviest(_HEAVIEST)),
            "first_files": len(first.received),
            "second_bytes": dict(second.heaviest(_HEAVIEST)),
            "left": list(first.left + second.left),
        },
    )


def _visit_once(visit: Visit) -> Wire:
    """Load the page until nothing moves any more; the cache of the visit stays for the next one."""
    page, wire = visit.page()
    visit.open(page)
    wait_until_settled(page)
    page.close()
    return wire


WEIGHT = Measurement("weight", "Weight", (FIRST, SECOND, LEFT), _run)
