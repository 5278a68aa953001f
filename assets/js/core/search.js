/**
 * What a search finds, and what filters leave out. Pure functions; no DOM, no Dash. Index: see network.js.
 *
 * Words (made by `dashboard/search.py`): {
 *   sorts: {sort: label, "" for texts that say themselves what they are}, line: "{what}: {text}",
 *   things: {id: [[sort, text, language or "", 1 where only a later source says so]...]} in the order in which equals are
 *   offered, ties: {kind: the same list}, themes: {id: the same list}
 * }
 */
import { foldInPlace } from "./folding.js";
import { passes } from "./network.js";
import { MAX_SEARCH } from "./state.js";

const NAMES = ["name"]; // before everything else
const CALLED = ["word", "place", "country", "tie", "theme"]; // before texts that only speak of a thing
const BEGINS = ["tie", "theme"]; // "music" shall not find every tea ceremony, whose theme is called "Culture, arts and music"
const WHOLE_TEXT = 0, WHOLE_WORD = 1, BEGINNING = 2, INSIDE = 3, MISTYPED = 4, LEVELS = 7;
const SHORTEST_INSIDE = { name: 4, other: 5 }; // of letters and kana; a kanji is a word
const JOINS = /^\p{sc=Hira}$/u; // の, と
const SUFFIXES = new Set("県 府 都 道 市 区 町 村 省 州 国".split(" ")); // a name without them is a whole word, too
const REACH = 20; // letters of a word that are looked at for typing errors before they are compared
const MOST_SUGGESTIONS = 4;
const AROUND = 36; // letters of a text that are shown on either side of what was found

/**
 * -> {prepare, find, suggest}. prepare(isOver) folds the words until isOver() and says whether all are done; a search
 * does what is left. The others are of (text, later), the latter being whether what only later sources say counts, too.
 * find: Map of id -> {field, at: [from, to] in its text} in order, best first; null for a text without words, which
 * leaves everything. suggest: other texts, each of which finds something.
 */
export function createSearch(index, words) {
  const kept = new Map(); // told text -> field, since countries, kinds and themes belong to many things
  const field = (told) => {
    if (!kept.has(told)) kept.set(told, fieldOf(told));
    return kept.get(told);
  };
  const left = Object.keys(words.things);
  const things = [];
  const prepare = (isOver = () => false) => {
    while (left.length && !isOver()) {
      const id = left.shift();
      things.push([id, fieldsOf(index, words, id).map(field)]);
    }
    return !left.length;
  };
  const endsOf = (id) => index.ties[id]?.ends || [];
  const corpora = new Map(); // whether later sources count -> what is searched
  const corpusOf = (later) => {
    if (!corpora.has(later)) {
      prepare();
      const isTold = (each) => later || !each.later;
      corpora.set(later, { all: [...kept.values()].filter(isTold), things: things.map(([id, own]) => [id, own.filter(isTold)]), endsOf });
    }
    return corpora.get(later);
  };
  let last = {};
  const find = (text, later = true) => {
    if (text !== last.text || later !== last.later) last = { text, later, found: findAll(corpusOf(later), text) };
    return last.found;
  };
  const suggest = (text, later = true) => suggestFor(corpusOf(later), text);
  return { prepare, find, suggest };
}

/**
 * A text as it is searched: folded, with places; isStart: of each place in it 1 where a word begins, also behind its end;
 * letters: of each word, as bits, those that it may begin with.
 */
function fieldOf([sort, text, language, later]) {
  const { folded, places, starts } = foldInPlace(text);
  const isStart = new Uint8Array(folded.length + 1);
  for (const start of [...starts, folded.length]) isStart[start] = 1;
  const letters = starts.map((start) => lettersOf(folded, start));
  return { sort, text, language, later, rank: rankOf(sort), folded, places, starts, isStart, letters };
}

/** Set of the entities and ties that the filters of a state, and what was found, leave out; found: Map, null for everything. */
export function leftOut(index, state, found) {
  const isIn = (id, facets) => passes(facets, state) && (!found || found.has(id));
  const out = new Set(Object.entries(index.entities).filter(([id, facets]) => !isIn(id, facets)).map(([id]) => id));
  for (const [id, tie] of Object.entries(index.ties)) {
    if (tie.exchange ? !isIn(id, tie) : tie.ends.some((end) => out.has(end))) out.add(id);
  }
  return out;
}

/** What stands in a row about a match: {label, language, before, match, after}. */
export function excerpt({ field: { sort, text, language }, at: [from, to] }, sorts) {
  const match = text.slice(from, to).replace(/[^\p{L}\p{N}\p{M}]+$/u, "");
  const before = Array.from(text.slice(0, from));
  const after = Array.from(text.slice(from + match.length));
  return {
    label: sorts[sort], language, match,
    before: (before.length > AROUND ? "…" : "") + before.slice(-AROUND).join(""),
    after: after.slice(0, AROUND).join("") + (after.length > AROUND ? "…" : ""),
  };
}

function rankOf(sort) {
  return NAMES.includes(sort) ? 0 : CALLED.includes(sort) ? 1 : 2;
}

/** Its own texts, those of its kinds of tie and themes; of a tie also what its ends are called, of an end what its ties say. */
function fieldsOf({ entities, ties }, words, id) {
  const own = (key) => words.things[key] || [];
  const { ends = [], ties: kinds = [], themes = [] } = ties[id] || entities[id];
  const called = ends.flatMap(own).filter(([sort]) => rankOf(sort) < 2);
  const said = ends.length ? [] : Object.keys(ties).filter((tie) => ties[tie].ends.includes(id)).flatMap(own);
  return [...own(id), ...kinds.flatMap((kind) => words.ties[kind]), ...themes.flatMap((theme) => words.themes[theme]), ...called, ...said];
}

function findAll({ all, things, endsOf }, text) {
  const terms = text.split(/\s+/u).map((each) => foldInPlace(each)).filter(({ folded }) => folded);
  if (!terms.length) return null;
  const scored = [];
  const whole = terms.length > 1 ? matchExactly(all, foldInPlace(text).folded) : new Map();
  const each = terms.map((term) => matchTerm(all, term));
  for (const [id, own] of things) {
    const best = bestOf(own, whole) || bestOfAll(own, each.flat());
    if (best) scored.push({ id, ...best });
  }
  scored.sort((a, b) => a.score - b.score);
  const found = new Map(scored.map(({ id, field, at }) => [id, { field, at }]));
  // Words that only a tie joins, such as a group's and a country's, find both of its ends.
  for (const [id, match] of [...found]) {
    const ends = endsOf(id);
    if (!ends.some((end) => found.has(end))) for (const end of ends) found.set(end, match);
  }
  return found;
}

/**
 * How a term is met, as Maps of field -> {level, at} of which a thing must have a field each: as it stands; else part by
 * part, where the script changes (a kana alone only joins); else mistyped.
 */
function matchTerm(all, { folded, starts }) {
  const exact = matchExactly(all, folded);
  if (exact.size) return [exact];
  const parts = starts.map((start, at) => folded.slice(start, starts[at + 1])).filter((part) => !JOINS.test(part));
  const split = parts.map((part) => matchExactly(all, part));
  return split.length && split.every((met) => met.size) ? split : [matchMistyped(all, folded)];
}

/** Whoever asks for a kind of tie by its name wants who has it, before what has the words in its own name. */
function isKind({ sort }, { level }) {
  return sort === "tie" && level === WHOLE_TEXT;
}

function bestOf(fields, met) {
  let best = null;
  for (const field of fields) {
    const match = met.get(field);
    const score = match && (isKind(field, match) ? 0 : field.rank * LEVELS + match.level);
    if (match && (!best || score < best.score)) best = { score, field, at: match.at };
  }
  return best;
}

/** Every term must be met by some field; shown is the one that says most of what is not in a name. */
function bestOfAll(fields, all) {
  const best = all.map((met) => bestOf(fields, met));
  if (!best.every(Boolean)) return null;
  const shown = best.reduce((one, other) => (other.field.rank > one.field.rank ? other : one));
  return { ...shown, score: best.reduce((sum, { score }) => sum + score, 0) };
}

function matchExactly(all, term) {
  const met = new Map();
  for (const field of all) {
    const match = meet(field, term);
    if (match) met.set(field, match);
  }
  return met;
}

/** {level, at} of the best place of a folded term in a field, or null. */
function meet(field, term) {
  const { folded, places, text } = field;
  let best = null;
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    const end = at + term.length;
    const level = levelOf(field, term, at, end);
    if (level !== null && (!best || level < best.level)) best = { level, at: [places[at], places[end] ?? text.length] };
  }
  return best;
}

function levelOf({ folded, isStart, sort }, term, at, end) {
  if (at === 0 && end === folded.length) return WHOLE_TEXT;
  if (BEGINS.includes(sort) && at > 0) return null;
  if (isStart[at]) return isStart[end] || SUFFIXES.has(folded[end]) ? WHOLE_WORD : BEGINNING;
  if (/[\p{sc=Han}\p{sc=Hang}]/u.test(term)) return INSIDE;
  const isWithinWord = isStart.indexOf(1, at) >= end;
  return isWithinWord && term.length >= (SHORTEST_INSIDE[sort] ?? SHORTEST_INSIDE.other) ? INSIDE : null;
}

// ------------------------------------------------------------------------------------------------- typing errors

const ROWS = Array.from({ length: 3 }, () => new Uint8Array(2 * MAX_SEARCH)); // of the table of errors, used again and again

/** How many letters may be wrong: one in five, two in eight or more. */
function errorsIn(term) {
  return term.length >= 8 ? 2 : term.length >= 5 ? 1 : 0;
}

function matchMistyped(all, term) {
  const met = new Map();
  const limit = errorsIn(term);
  if (!limit) return met;
  for (const field of all) {
    const near = nearest(field, term, limit);
    if (near) met.set(field, { level: MISTYPED + near.errors, at: near.at });
  }
  return met;
}

function lettersOf(text, start) {
  let bits = 0;
  for (let at = start; at < Math.min(text.length, start + REACH); at += 1) bits |= 1 << (text.charCodeAt(at) % 32);
  return bits;
}

function isWithin(bits, limit) {
  let left = limit;
  for (let rest = bits; rest; rest &= rest - 1) if (--left < 0) return false;
  return true;
}

/** Where words of a field begin most like a term: {errors, at}, null where more than the limit differ. */
function nearest({ folded, places, starts, letters, text }, term, limit) {
  const sought = lettersOf(term.slice(0, REACH - limit), 0);
  let best = null;
  for (let word = 0; word < starts.length && best?.errors !== 1; word += 1) {
    if (!isWithin(sought & ~letters[word], limit)) continue;
    const start = starts[word];
    const errors = errorsToBegin(term, folded, start, best ? best.errors - 1 : limit);
    if (errors <= limit) best = { errors, at: [places[start], places[start + term.length] ?? text.length] };
  }
  return best;
}

/**
 * The least number of letters to leave out, add, change or swap with the next until a term is the beginning of a text
 * from some place on; Infinity for more than the limit.
 */
function errorsToBegin(term, text, start, limit) {
  if (limit < 1) return Infinity;
  const width = Math.min(text.length - start, term.length + limit);
  if (width < term.length - limit) return Infinity;
  let [before, above, here] = ROWS;
  for (let at = 0; at <= width; at += 1) above[at] = at;
  for (let row = 1; row <= term.length; row += 1) {
    here.fill(limit + 1, 0, width + 1);
    here[0] = row;
    let least = row;
    for (let at = Math.max(1, row - limit); at <= Math.min(width, row + limit); at += 1) {
      const isSame = term[row - 1] === text[start + at - 1];
      let cost = Math.min(above[at - 1] + (isSame ? 0 : 1), above[at] + 1, here[at - 1] + 1);
      if (row > 1 && at > 1 && term[row - 1] === text[start + at - 2] && term[row - 2] === text[start + at - 1]) {
        cost = Math.min(cost, before[at - 2] + 1);
      }
      here[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Infinity;
    [before, above, here] = [above, here, before];
  }
  const errors = Math.min(...above.subarray(0, width + 1));
  return errors <= limit ? errors : Infinity;
}

// --------------------------------------------------------------------------------------------------- suggestions

/** Of several words those that find something alone; then names that are written most alike; else what there is: the themes. */
function suggestFor(corpus, text) {
  const { all, things } = corpus;
  const { folded: likest, places, starts } = foldInPlace(text);
  const terms = text.split(/\s+/u).filter(Boolean);
  const parts = starts.map((start, at) => text.slice(places[start], places[starts[at + 1]])).filter((part) => !JOINS.test(part));
  const alone = terms.length > 1 ? terms : parts.length > 1 ? parts : [];
  const limit = Math.min(4, Math.floor(likest.length / 3));
  const alike = all.filter(({ rank }) => rank === 0)
    .map((field) => ({ text: field.text, near: nearest(field, likest, limit) })).filter(({ near }) => near)
    .sort((a, b) => a.near.errors - b.near.errors).slice(0, MOST_SUGGESTIONS).map((each) => each.text);
  const themes = all.filter(({ sort }) => sort === "theme").map((field) => field.text);
  const first = [...themes, ...things.map(([, own]) => own[0].text)];
  const offered = new Set([...alone.slice(0, MOST_SUGGESTIONS), ...alike].filter((each) => findAll(corpus, each)?.size));
  return [...(offered.size ? offered : new Set(first))].slice(0, MOST_SUGGESTIONS);
}
