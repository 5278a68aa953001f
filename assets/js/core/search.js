/** What a search finds. Pure functions; no DOM, no Dash. Index: see network.js. */
import { fold } from "./folding.js";

/** Whether an entity is found by its names, or a tie by those of its ends, or either by a kind of tie or theme; "" finds all. */
export function finds(index, text) {
  const sought = fold(text);
  const isNamed = (id) => index.entities[id]?.keys.some((key) => key.includes(sought));
  return (id) => !sought || (index.ties[id]?.ends || [id]).some(isNamed) || isMeant(index, id, sought);
}

/** Whether a kind of tie or a theme that an entity or tie has begins with the folded words. */
export function isMeant({ entities, ties, words }, id, sought) {
  const has = entities[id] || ties[id] || {};
  const begins = (called, kinds = []) => kinds.some((kind) => called[kind].some((word) => word.startsWith(sought)));
  return begins(words.ties, has.ties) || begins(words.themes, has.themes);
}
