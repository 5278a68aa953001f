/** What a search finds. Pure functions; no DOM, no Dash. Index: see network.js. */
import { fold } from "./folding.js";

/** Whether an entity is found by its names, or a tie by those of its ends; an empty search finds everything. */
export function finds(index, words) {
  const sought = fold(words);
  const found = (id) => index.entities[id].keys.some((key) => key.includes(sought));
  return (id) => !sought || (index.entities[id] ? found(id) : (index.ties[id]?.ends || []).some(found));
}
