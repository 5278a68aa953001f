/** The list follows filters, search and selection. */

import { excerpt } from "../core/search.js";
import { listSet } from "./filters.js";
import { fill } from "./texts.js";

let rows = null; // id -> {row, text, words, isTie, place: the list that it stands in when nothing is searched}
let notes = [];

function listRows() {
  rows ||= new Map([...document.querySelectorAll("#list [data-entity]")].map((row) => [row.dataset.entity, {
    row, text: row.querySelector(".item-text"), words: row.querySelector(".item-text").textContent,
    isTie: row.matches(".item-tie"), place: row.parentElement,
  }]));
  return rows;
}

/** Puts what was found before everything else, best first, each with what was met; found: Map, null for no search. */
export function orderFound(found, words) {
  const all = [...listRows().values()].filter(({ isTie }) => !isTie);
  for (const note of notes) note.remove();
  notes = [];
  const list = document.getElementById("found");
  if (list.children.length) for (const { row, place } of all) place.append(row);
  if (!found) return;
  const best = document.createDocumentFragment();
  for (const [id, match] of found) {
    const told = rows.get(id);
    if (!told) continue;
    noteMatch(told, match, words);
    if (!told.isTie) best.append(told.row);
  }
  list.append(best);
}

/** What was met, unless the row shows it: a name is where everybody looks. */
function noteMatch({ text, words, isTie }, match, { sorts, line }) {
  if (words.includes(match.field.text) || (isTie && sorts[match.field.sort])) return;
  const { label, before, match: met, after, language } = excerpt(match, sorts);
  const note = Object.assign(document.createElement("span"), { className: "item-found" });
  const said = document.createElement("span");
  if (language) said.lang = language;
  said.dir = "auto";
  said.append(before, Object.assign(document.createElement("mark"), { textContent: met }), after);
  const [lead, tail] = label ? fill(line, { what: label }).split("{text}") : ["", ""];
  note.append(lead, said, tail);
  text.append(note);
  notes.push(note);
}

/** Hides what is left out; says how many are left of how many, or that a search has yet to begin, and gives that number. */
export function filterList({ texts }, out, isComing) {
  let shown = 0;
  let total = 0;
  for (const [id, { row, isTie }] of listRows()) {
    row.hidden = out.has(id);
    if (isTie) continue;
    total += 1;
    if (!row.hidden) shown += 1;
  }
  for (const group of document.querySelectorAll("#list .group, #list .owner")) {
    group.hidden = !group.querySelector(".items > .item:not([hidden])");
  }
  const counted = shown === total ? String(total) : fill(texts["list-count"], { count: shown, total });
  document.getElementById("list-count").textContent = isComing ? texts["list-coming"] : counted;
  return shown;
}

/** Why nothing is left, and what to do about it. */
export function sayEmpty({ texts }, { q, later }, shown, { search }) {
  const place = document.getElementById("list-empty");
  place.hidden = shown > 0;
  if (shown) return;
  const found = search?.find(q, later);
  const isSearch = found && !found.size;
  const why = isSearch ? texts["list-empty-search"] : found ? texts["list-empty-beyond"] : texts["list-empty"];
  const offers = isSearch ? search.suggest(q, later).map((words) => offer(words, { action: "search", words })) : [];
  const back = isSearch ? offer(texts["search-clear"], { action: "search", words: "" }) : offer(texts["filters-remove"], { action: "remove-filters" });
  place.replaceChildren(
    paragraph(fill(why, { words: q, count: found?.size })),
    ...(offers.length ? [paragraph(texts["search-suggestions"]), ...offers] : []),
    paragraph("", back),
  );
}

/** What is set, each with a button that takes it back. */
export function showSet({ texts }, state) {
  const place = document.getElementById("set");
  const set = listSet(state);
  place.hidden = !set.length;
  place.replaceChildren(...set.map(({ name, value, label }) => {
    const button = offer(name === "q" ? fill(texts["search-words"], { words: label }) : label, { action: "unset", name, value });
    button.setAttribute("aria-label", fill(texts["filter-remove"], { name: button.textContent }));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

function offer(words, data) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "offer", textContent: words, dir: "auto" });
  Object.assign(button.dataset, data);
  return button;
}

function paragraph(words, ...rest) {
  const made = Object.assign(document.createElement("p"), { textContent: words });
  made.append(...rest);
  return made;
}

/** On a phone the welcome leaves the flow when something is chosen: what was pressed stays under the finger all the same. */
export function stayInPlace(change) {
  const pressed = pressedRow();
  const before = pressed?.getBoundingClientRect().top;
  change();
  if (!pressed) return;
  const moved = pressed.getBoundingClientRect().top - before;
  if (moved) window.scrollBy({ top: moved, behavior: "instant" });
}

function pressedRow() {
  return document.activeElement?.closest?.("#list .item-link");
}

/** Says of the selected thing in the list that it is the current one, and brings it into view unless it was chosen there. */
export function revealSelected(id) {
  const list = document.getElementById("list");
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const link = id && list.querySelector(`[data-entity="${CSS.escape(id)}"] > a`);
  if (!link) return;
  link.setAttribute("aria-current", "true");
  const scroller = list.querySelector(".scroller");
  if (link === document.activeElement) return;
  const box = link.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) scroller.scrollTop += box.top - frame.top - frame.height / 3;
}

/**
 * On a phone the card covers the lower part of the view: scrolls the page so that what was chosen stays in sight, in the
 * list where it was chosen there.
 */
export function keepInSight() {
  const card = document.getElementById("card");
  if (getComputedStyle(card).position !== "fixed" || "raised" in document.body.dataset) return;
  const pressed = pressedRow();
  const marked = pressed ? [pressed] : document.querySelectorAll(".stage .label.is-selected, .stage .bead.is-selected, #list .item.is-selected > a");
  const edge = card.getBoundingClientRect().top - 24;
  const lower = [...marked].filter((mark) => mark.getClientRects().length).map((mark) => mark.getBoundingClientRect().bottom);
  const hidden = lower.filter((bottom) => bottom > edge);
  if (hidden.length && !lower.some((bottom) => bottom > 0 && bottom <= edge)) window.scrollBy({ top: Math.min(...hidden) - edge, behavior: "auto" });
}
