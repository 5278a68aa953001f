/** Finds what a question is about. Pure; no DOM. */
import { fold } from "../core/folding.js";
import { isMeant } from "../core/search.js";

const MOST = 8;
const RANKS = ["partner", "home", "organisation"];

/**
 * Text -> up to eight entities [{id, name, kind}], best first: names that begin with it, names that hold it, then what a
 * kind of tie or theme leads to; partners before homes, organisations and the rest. "" gives the partners.
 * index: see core/network.js; kinds: {id: kind of entity}.
 */
export function findMatches(index, kinds, text) {
  const sought = fold(text);
  const found = [];
  Object.entries(index.entities).forEach(([id, { name, keys, kind }], place) => {
    const rank = RANKS.includes(kinds[id]) ? RANKS.indexOf(kinds[id]) : RANKS.length;
    if (!sought) { if (rank === 0) found.push({ id, name, kind, order: [0, rank, place] }); return; }
    const match = [
      keys.some((key) => key.startsWith(sought)), keys.some((key) => key.includes(sought)), isMeant(index, id, sought),
    ].indexOf(true);
    if (match >= 0) found.push({ id, name, kind, order: [match, rank, place] });
  });
  found.sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]);
  return found.slice(0, MOST).map(({ id, name, kind }) => ({ id, name, kind }));
}
