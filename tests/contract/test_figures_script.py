"""What the figures page's own script does without a browser: choices, addresses, CSV in two encodings."""

from __future__ import annotations

from tests.node import run_module

CHOICE = """
import { nothing, onTheMap, readChoice, reduceChoice, writeChoice } from "./assets/js/core/choice.js";
const means = { decade: ["1990"], tie: ["sister_city"] };
const once = reduceChoice(nothing, { type: "choose", means });
const twice = reduceChoice(once, { type: "choose", means });
const other = reduceChoice(once, { type: "choose", means: { country: ["NP"], home: ["x"] } });
const cleared = reduceChoice(once, { type: "clear" });
console.log(JSON.stringify({
  once: writeChoice(once), twice: writeChoice(twice), other: writeChoice(other), cleared: writeChoice(cleared),
  map: onTheMap(once), back: writeChoice(readChoice(writeChoice(other))),
}));
"""

CSV = """
import { encode, toCsv } from "./assets/js/core/csv.js";
const text = toCsv([["つながり", "km"], ["石川県－全羅北道", 856], ['say "a", b', null], ["=1+1", "é ŵ 한"]]);
console.log(JSON.stringify({ utf: [...encode(text, "utf-8")], jis: [...encode(text, "shift_jis")] }));
"""


def test_a_bar_is_chosen_taken_back_replaced_and_cleared() -> None:
    found = run_module(CHOICE, None)
    assert found == {
        "once": "?tie=sister_city&decade=1990",
        "twice": "",
        "other": "?home=x&country=NP",
        "cleared": "",
        "map": "?tie=sister_city",
        "back": "?home=x&country=NP",
    }


def test_a_table_is_saved_as_spreadsheets_read_it() -> None:
    found = run_module(CSV, None)
    expected = 'つながり,km\r\n石川県－全羅北道,856\r\n"say ""a"", b",\r\n\'=1+1,{last}\r\n'
    assert bytes(found["utf"]).decode("utf-8-sig") == expected.format(last="é ŵ 한")
    assert bytes(found["jis"]).decode("cp932") == expected.format(last="e w ?")
