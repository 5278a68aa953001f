/** Text -> the form in which it is searched, so that spelling, width, kana and accents do not matter. No DOM, no Dash. */

// What belongs to the letter before it: marks, half-width voicing marks, later parts of a Hangul syllable, what is not seen.
const FOLLOWS = /[\p{M}\uff9e\uff9f\u309b\u309c\u1160-\u11ff\p{DI}]/u;
// Accents of Latin, Greek and Cyrillic letters, and the vowel marks and hamzas of Arabic. Voicing marks of kana and the
// vowel signs of Indic scripts are letters of their own to their readers, and stay.
const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670]/g;
// What nobody types: lengtheners of kana and Arabic, apostrophes between letters, everything that is not seen.
const SILENT = /[\p{DI}\u30fc\u0640\u02b9-\u02bf'‘’]/gu;
const APART = /[^\p{L}\p{N}\p{M}]/gu;
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;

const LIKE = {
  "ß": "ss", "ς": "σ", "æ": "a", "œ": "o", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n",
  // Arabic as search engines fold it, with the letters of Persian
  "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك",
  // small kana, and kana that sound alike
  "ぁ": "あ", "ぃ": "い", "ぅ": "う", "ぇ": "え", "ぉ": "お", "っ": "つ", "ゃ": "や", "ゅ": "ゆ", "ょ": "よ", "ゎ": "わ", "ゕ": "か", "ゖ": "け",
  "ゐ": "い", "ゑ": "え", "づ": "ず", "ぢ": "じ", "ヷ": "ば", "ヸ": "び", "ヹ": "べ", "ヺ": "ぼ",
  // kanji that are written in more than one way
  ...pairs("髙=高 﨑=崎 嵜=崎 澤=沢 濱=浜 濵=浜 邊=辺 邉=辺 齋=斎 嶋=島 嶌=島 廣=広 國=国 會=会 學=学 縣=県 關=関 櫻=桜 眞=真 惠=恵 龍=竜 瀧=滝 冨=富 德=徳 渕=淵 峯=峰 曾=曽 檜=桧 舘=館 嶽=岳 與=与 禮=礼"
    + " 榮=栄 澁=渋 澀=渋 實=実 藝=芸 萬=万 來=来 鐵=鉄 驛=駅 圓=円 團=団 體=体 號=号 寶=宝 黑=黒 戶=戸 藏=蔵 靑=青 𠮷=吉 淺=浅 條=条 莊=荘 聲=声 讀=読 譯=訳 醫=医 佛=仏 變=変 燈=灯 步=歩"),
};
const TO_LIKEN = new RegExp(`[${Object.keys(LIKE).join("")}]`, "gu");
const E_BEFORE = new Set("aou"); // oe for ö: the e goes
const BY_V = { "あ": "ば", "い": "び", "え": "べ", "お": "ぼ" }; // ゔぁ for ば

const SCRIPTS = { digits: /^\p{N}/u, kanji: /^\p{sc=Han}/u, hiragana: /^\p{sc=Hira}/u, katakana: /^\p{sc=Kana}/u };

const known = new Map(); // cluster -> {folded, script}; texts consist of some thousand clusters
const following = new Map(); // letter -> whether it belongs to the one before

/** string -> string: letters, digits and marks in one canonical spelling; "" when the text holds none of those. */
export function fold(text) {
  return foldInPlace(text).folded;
}

/**
 * Text -> {folded, places, starts}: what `fold` gives; of each of its UTF-16 units the index in the text; and the indices in
 * `folded` at which a word begins, or letters of another script.
 */
export function foldInPlace(text) {
  const places = [];
  const starts = [];
  let folded = "";
  let script = "";
  for (let index = 0; index < text.length;) {
    const cluster = clusterAt(text, index);
    const next = foldCluster(cluster);
    if (next.folded) {
      const joined = script === next.script && join(folded, next.folded);
      if (joined) folded = joined;
      else {
        if (script !== next.script) starts.push(folded.length);
        folded += next.folded;
        while (places.length < folded.length) places.push(index);
      }
    }
    if (next.folded !== null) script = next.script;
    index += cluster.length;
  }
  return { folded: folded.replaceAll("ゔ", "ぶ"), places, starts };
}

/** A letter of a text with all that belongs to it. */
function clusterAt(text, from) {
  let end = from + letterAt(text, from).length;
  while (end < text.length && doesFollow(letterAt(text, end))) end += letterAt(text, end).length;
  return text.slice(from, end);
}

function letterAt(text, at) {
  return String.fromCodePoint(text.codePointAt(at));
}

function doesFollow(letter) {
  if (!following.has(letter)) following.set(letter, FOLLOWS.test(letter));
  return following.get(letter);
}

/** folded: null for what leaves no trace, "" for what stands between words, which has no script. */
function foldCluster(cluster) {
  if (!known.has(cluster)) {
    const heard = cluster.replace(SILENT, "");
    const folded = heard ? canonical(heard) : null;
    known.set(cluster, { folded, script: folded ? scriptOf(heard) : "" });
  }
  return known.get(cluster);
}

function canonical(cluster) {
  return cluster.normalize("NFKC").toLowerCase().normalize("NFKD")
    .replace(ACCENTS, "").replace(APART, "").replace(SILENT, "")
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(DIGITS, (digit) => String((digit.charCodeAt(0) - (digit < "\u0966" ? 0 : 6)) % 16))
    .normalize("NFC")
    .replace(TO_LIKEN, (letter) => LIKE[letter]);
}

/** What both are together, where a letter only changes the one before it; null where it stands for itself. */
function join(before, letter) {
  const last = before.at(-1);
  if (letter === "e" && E_BEFORE.has(last)) return before;
  return last === "ゔ" && letter in BY_V ? before.slice(0, -1) + BY_V[letter] : null;
}

function scriptOf(cluster) {
  const letter = cluster.normalize("NFKC");
  return Object.keys(SCRIPTS).find((name) => SCRIPTS[name].test(letter)) || "letters";
}

function pairs(text) {
  return Object.fromEntries(text.split(" ").map((pair) => pair.split("=")));
}
