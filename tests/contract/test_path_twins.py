"""The browser finds the same way between two things as the server."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from dashboard.model import EXCHANGE_TIES
from dashboard.network.graph import build_graph
from dashboard.network.paths import explain_path
from dashboard.tables import read_dataset
from tests.node import READ_INPUT, run_module

SCRIPT = f"""
import {{ findPath, neighbours }} from "./assets/js/core/network.js";
{READ_INPUT}
const joined = neighbours(input.index, {{ later: input.later }});
const walk = ([from, to]) => findPath(joined, from, to)?.map((step) => step.tie) ?? null;
console.log(JSON.stringify(input.pairs.map(walk)));
"""


@pytest.mark.parametrize("later", [True, False])
def test_between_any_two_entities_of_the_content_both_walk_the_same_ties(later: bool) -> None:
    dataset = read_dataset(Path(__file__).parents[2] / "content" / "tables").dataset
    assert dataset is not None
    graph = build_graph(dataset)
    pairs = list(product(dataset.entity, repeat=2))
    ties = {
        tie.id: {"ends": [tie.source, tie.target], "exchange": int(tie.kind in EXCHANGE_TIES), "later": int(tie.later)}
        for tie in dataset.ties
    }
    index = {"entities": {key: {} for key in dataset.entity}, "ties": ties}
    paths = (explain_path(graph, start, end, later=later) for start, end in pairs)
    expected = [path and [step.tie_id for step in path.steps] for path in paths]
    assert run_module(SCRIPT, {"index": index, "pairs": pairs, "later": later}) == expected
