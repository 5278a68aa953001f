/** Finds what a question is about. Pure; no DOM. */
import { excerpt } from "../core/search.js";

const MOST = 8;

/**
 * Text -> up to eight entities [{id, name, kind, said}], best first, and in `said` what was met where no name was; ""
 * gives the partners. words: see page/words.js; index: see core/network.js; kinds: {id: kind of entity}.
 */
export function findMatches({ search, sorts }, index, kinds, text) {
  if (!search && text.trim()) return []; // the words are still to come
  const found = search?.find(text);
  const ids = found ? [...found.keys()].filter((id) => kinds[id]) : Object.keys(kinds).filter((id) => kinds[id] === "partner");
  return ids.slice(0, MOST).map((id) => {
    const { name, kind } = index.entities[id];
    const met = found && !sorts[found.get(id).field.sort] ? excerpt(found.get(id), sorts) : null;
    return { id, name, kind, said: met ? met.before + met.match + met.after : "" };
  });
}
