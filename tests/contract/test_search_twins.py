"""The browser finds just what the server finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.i18n import load_catalogue
from dashboard.network.facets import compute_facets
from dashboard.search import finder, search_keys, search_words
from dashboard.settings import ROOT
from dashboard.tables import read_dataset
from tests.node import READ_INPUT, run_module

_READ = read_dataset(ROOT / "content" / "tables").dataset
assert _READ is not None
DATASET = _READ
FACETS = compute_facets(DATASET)
WORDS = search_words(DATASET, load_catalogue())
KEYS = {entity.id: search_keys(entity, DATASET) for entity in DATASET.entities}
EVERYTHING = [*DATASET.entity, *(tie.id for tie in DATASET.exchange_ties)]
INDEX = {
    "words": WORDS,
    "entities": {key: {"keys": names, **FACETS[key].model_dump(mode="json")} for key, names in KEYS.items()},
    "ties": {
        tie.id: {"ends": [tie.source, tie.target], **FACETS[tie.id].model_dump(mode="json")}
        for tie in DATASET.exchange_ties
    },
}

SCRIPT = f"""
import {{ finds }} from "./assets/js/core/search.js";
{READ_INPUT}
const {{ index, everything, texts }} = input;
console.log(JSON.stringify(texts.map((text) => everything.filter(finds(index, text)))));
"""

CALLED = sorted({word for table in WORDS.values() for words in table.values() for word in words})
NAMES = sorted({name for names in KEYS.values() for name in names})
# Letters that Unicode took in after the tables of the older of the two engines were made may differ.
WRITTEN = st.characters(min_codepoint=1, max_codepoint=0x9FFF, exclude_categories=["Cs", "Cn"])
TEXTS = st.one_of(
    st.sampled_from(["", "交流", "sister city", "姉妹", "Egypt", "zzzz", "S", "国際"]),
    st.sampled_from([*CALLED, *NAMES]).flatmap(lambda word: st.integers(1, len(word)).map(lambda end: word[:end])),
    st.text(WRITTEN, max_size=6),
)


@given(st.lists(TEXTS, min_size=20, max_size=20))
@settings(max_examples=15, deadline=None)
def test_browser_and_server_find_the_same(texts: list[str]) -> None:
    in_browser = run_module(SCRIPT, {"index": INDEX, "everything": EVERYTHING, "texts": texts})
    for text, keys in zip(texts, in_browser, strict=True):
        assert keys == list(filter(finder(DATASET, FACETS, WORDS, text), EVERYTHING)), text
