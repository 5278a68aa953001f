"""How long others wait while strangers do all they can to stop the program."""

from __future__ import annotations

from urllib.parse import urlsplit

from bench.attacks import ASKED, ATTACKS, look_under
from bench.records import Line, Measurement, Outcome
from bench.setting import Setting
from bench.summaries import summarise

HEALTH = Line(
    id="attacks.health", title="attacks: /healthz, the longest 95th percentile", unit="ms", limit=1000, summary="max"
)
PAGE = Line(
    id="attacks.page", title="attacks: a page, the longest 95th percentile", unit="ms", limit=1000, summary="max"
)


def _run(setting: Setting) -> Outcome:
    host = urlsplit(setting.base_url).netloc
    found = {
        name: {what: summarise("p95", times) for what, times in look_under(host, name).items()} for name in ATTACKS
    }
    runs = {
        line.id: tuple(each[what] for each in found.values()) for line, what in zip((HEALTH, PAGE), ASKED, strict=True)
    }
    return Outcome(runs=runs, detail={name: dict(each) for name, each in found.items()})


ATTACKED = Measurement("attacks", "Attacks", (HEALTH, PAGE), _run)
