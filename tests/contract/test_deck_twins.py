"""The browser and the server light up the same."""

from __future__ import annotations

from pathlib import Path

from dashboard.stories import Focuser
from dashboard.tables import read_dataset
from tests.node import READ_INPUT, run_module

TABLES = Path(__file__).parents[2] / "content" / "tables"

NEAR = f"""
import {{ near, neighbours }} from "./assets/js/core/network.js";
{READ_INPUT}
const joined = neighbours(input.index);
console.log(JSON.stringify(input.keys.map((key) => [...near(input.index, joined, key)].sort())));
"""


def test_the_server_lights_up_beside_anything_what_the_browser_does() -> None:
    dataset = read_dataset(TABLES).dataset
    assert dataset is not None
    focuser = Focuser(dataset)
    keys = [*dataset.entity, *(tie.id for tie in dataset.exchange_ties)]
    index = {
        "vocabulary": {"home": [entity.id for entity in dataset.entities if entity.kind == "home"]},
        "entities": {entity.id: {"country": int(entity.kind == "country")} for entity in dataset.entities},
        "ties": {
            tie.id: {
                "ends": [tie.source, tie.target],
                "exchange": int(tie.is_exchange),
                "homes": focuser.homes_of(tie.id),
                "later": int(tie.later),
            }
            for tie in dataset.ties
        },
    }
    assert run_module(NEAR, {"index": index, "keys": keys}) == [sorted(focuser.near(key)) for key in keys]
