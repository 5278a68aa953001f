/** Why are these two connected? The choices, the answer in words, and the set of marks on the way. */
import { findPath } from "../core/network.js";
import { fill } from "./texts.js";

const FIELDS = ["path-from", "path-to"];

/** Writes the answer to what a state asks; gives the ids on the way. */
export function answerPath(index, joined, { from, to }) {
  const steps = from && to ? findPath(joined, from, to) : undefined;
  showChoice(index, "path-from", from);
  showChoice(index, "path-to", to);
  document.getElementById("path-answer").replaceChildren(...sentences(index, steps, from, to));
  return new Set((steps || []).flatMap((step) => [step.from, step.tie, step.to]));
}

/** The choices are many and seldom asked for: they come when a field is reached for, or something is chosen for it. */
export function offerChoices(index) {
  for (const id of FIELDS) {
    const field = document.getElementById(id);
    for (const sign of ["pointerdown", "focus", "keydown"]) field.addEventListener(sign, () => fillChoices(index, field));
  }
}

function fillChoices(index, field) {
  if (field.options.length > 1) return;
  const groups = new Map();
  for (const [id, { kind, name }] of Object.entries(index.entities)) {
    if (!groups.has(kind)) groups.set(kind, Object.assign(document.createElement("optgroup"), { label: kind }));
    groups.get(kind).append(new Option(name, id));
  }
  field.append(...groups.values());
}

function showChoice(index, id, value) {
  const field = document.getElementById(id);
  if (field.value === value) return;
  fillChoices(index, field);
  field.value = value;
}

function sentences(index, steps, from, to) {
  if (steps === undefined) return [];
  const names = { source: index.entities[from].name, target: index.entities[to].name };
  if (steps === null) return [element("p", fill(index.texts["path-none"], names))];
  if (!steps.length) return [element("p", index.texts["path-same"])];
  const list = document.createElement("ol");
  list.className = "path-steps";
  list.append(...steps.map((each) => step(index, each)));
  return [list];
}

function step(index, { from, tie }) {
  const { words: [forward, back], exchange, ends } = index.ties[tie];
  const words = ends[0] === from ? forward : back;
  if (!exchange) return element("li", words);
  const item = document.createElement("li");
  item.append(linkTo(index, tie, words));
  return item;
}

/** A link that selects a thing; opened in a window of its own it leads to the thing's page. */
export function linkTo(index, id, words) {
  const link = element("a", words);
  link.href = fill(index.card, { id });
  link.dataset.select = id;
  return link;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
