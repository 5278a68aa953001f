/** What a search finds, and what filters leave out. Pure functions; no DOM, no Dash. Index: see network.js. */
import { fold } from "./folding.js";
import { passes } from "./network.js";

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

/** Set of the entities and exchange ties that the filters and the search of a state leave out. */
export function leftOut(index, state) {
  const isFound = finds(index, state.q);
  const all = [...Object.entries(index.entities), ...Object.entries(index.ties).filter(([, tie]) => tie.exchange)];
  return new Set(all.filter(([id, facets]) => !(passes(facets, state) && isFound(id))).map(([id]) => id));
}
