"""The file of all cards, as the server writes it and as scripts read it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import htpy as h

from dashboard.i18n import load_catalogue
from dashboard.tables import read_dataset
from layouts.card.content import card_file, card_templates
from layouts.context import Page
from layouts.front_end import FrontEnd
from tests.node import READ_INPUT, run_module

TABLES = Path(__file__).parents[2] / "content" / "tables"

READ = f"""
import {{ keepCards }} from "./assets/js/page/cards.js";
{READ_INPUT}
const inner = (html) => html.slice("<template>".length, -"</template>".length);
globalThis.DOMParser = class {{
  parseFromString(html) {{ return {{ querySelector: () => ({{ content: inner(html) }}) }}; }}
}};
globalThis.document = {{ importNode: (content) => content }};
let asked = 0;
globalThis.fetch = async () => {{
  asked += 1;
  if (asked <= input.failures) throw new TypeError("no server");
  return {{ ok: true, text: async () => input.file }};
}};
const cards = keepCards("/data/ja/cards.html");
const before = cards.get("nepal");
for (let round = 0; round < input.rounds; round += 1) await cards.load();
console.log(JSON.stringify({{ asked, before, cards: input.keys.map((key) => cards.get(key)) }}));
"""


def read(file: str, keys: list[str], *, failures: int = 0, rounds: int = 1) -> dict[str, Any]:
    value = {"file": file, "keys": keys, "failures": failures, "rounds": rounds}
    found: dict[str, Any] = run_module(READ, value)
    return found


def test_scripts_find_every_card_in_the_file_as_the_server_wrote_it() -> None:
    content, catalogue = read_dataset(TABLES).dataset, load_catalogue()
    assert content is not None
    front_end = FrontEnd.model_construct(files={}, inline={})
    page = Page(dataset=content, catalogue=catalogue, texts=catalogue.texts("ja"), front_end=front_end)
    written = {}
    for template in card_templates(page):
        key, html = re.fullmatch(r'<template data-card="([^"]*)">(.*)</template>', str(template), re.S).groups()  # type: ignore[union-attr]
        written[key] = html
    assert len(written) == 1 + len(content.entities) + len(content.exchange_ties)
    found = read(card_file(page), [*written, "nowhere"])
    assert found["cards"] == [*written.values(), None]


def test_the_file_is_fetched_once_and_asked_for_again_only_when_it_did_not_come() -> None:
    file = str(h.template(data_card="nepal")["here"])
    assert read(file, ["nepal"], rounds=3) == {"asked": 1, "before": None, "cards": ["here"]}
    assert read(file, ["nepal"], failures=1, rounds=1) == {"asked": 1, "before": None, "cards": [None]}
    assert read(file, ["nepal"], failures=1, rounds=2) == {"asked": 2, "before": None, "cards": ["here"]}
