/** Why are these two connected? The answer in words, and the set of marks on the way. */
import { findPath } from "../core/network.js";
import { fill } from "./texts.js";

export function answerPath(index, joined, { from, to }) {
  showChoice("path-from", from);
  showChoice("path-to", to);
  const answer = document.getElementById("path-answer");
  const steps = from && to ? findPath(joined, from, to) : undefined;
  answer?.replaceChildren(...sentences(index, steps, from, to));
  return new Set((steps || []).flatMap((step) => [step.from, step.tie, step.to]));
}

function showChoice(id, value) {
  const field = document.getElementById(id);
  if (field && field.value !== value) field.value = value;
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
  const link = element("a", words);
  link.href = `?select=${encodeURIComponent(tie)}`;
  item.append(link);
  return item;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
