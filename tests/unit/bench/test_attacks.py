"""Attacks: each does something of its own, on addresses that there are."""

from __future__ import annotations

import json

from bench.attacks import ATTACKS
from bench.strangers import make_dice


def test_every_attack_but_those_that_only_hold_connections_asks_for_something() -> None:
    asked = {name: make(make_dice(1)) for name, make in ATTACKS.items()}
    idle = {name for name, (_, address, *_) in asked.items() if not address}
    assert idle == {"nobody", "silent connections", "slow connections"}
    assert all(address.startswith("/") for name, (_, address, *_) in asked.items() if name not in idle)


def test_an_invented_choice_is_one_that_the_figures_page_could_send() -> None:
    method, address, body, headers = ATTACKS["invented choices"](make_dice(1))
    assert (method, address) == ("POST", "/en/figures/_dash-update-component")
    assert headers["Content-Type"] == "application/json"
    assert body is not None
    assert set(json.loads(body)["inputs"][0]["value"]) == {"home", "tie", "country"}
