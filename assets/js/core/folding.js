/**
 * Text -> the form in which it is searched. The twin of `dashboard/folding.py`, step by step; no DOM, no Dash.
 * The reasons for each step stand there.
 */

const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670]/g;
const DROPPED = /[^\p{L}\p{N}\p{M}]|[\u30fc\u0640\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf]/gu;
const SPELT_OUT = {
  "ß": "ss", "ς": "σ", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t",
  "ı": "i", "ŋ": "n",
};
const TO_SPELL_OUT = new RegExp(`[${Object.keys(SPELT_OUT).join("")}]`, "g");
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;

/** string -> string: letters, digits and marks in one canonical spelling; "" when the text holds none of those. */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(DROPPED, "")
    .replace(TO_SPELL_OUT, (letter) => SPELT_OUT[letter])
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .normalize("NFC");
}
