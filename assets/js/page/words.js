/**
 * The words of a search: fetched once, after the page is there, and kept, so that a search needs no server.
 *
 * keepWords(address, index) -> {load, search, isLost, sorts, line}. load() fetches them if they are not here yet, and never fails.
 * search is what `createSearch` gives, null until they have come; isLost: whether they did not come when they were asked
 * for last; sorts and line: what texts that were met are called.
 */
import { createSearch } from "../core/search.js";

const SLICE_MS = 6; // of work at a time: whoever presses something meanwhile waits no longer
const FIRST = "kakehashis"; // the browser compiles the search while nobody waits for it

export function keepWords(address, index) {
  let coming = null;
  const words = { search: null, isLost: false, sorts: {}, line: "", load };
  return words;

  function load() {
    words.isLost = false;
    return (coming ||= fetchAll().catch(() => { Object.assign(words, { isLost: true }); coming = null; })); // asked for again the next time
  }

  async function fetchAll() {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    const { sorts, line, ...rest } = await answer.json();
    const search = createSearch(index, rest);
    Object.assign(words, { sorts, line, search });
    for (let isDone = false; !isDone;) {
      const end = performance.now() + SLICE_MS;
      isDone = search.prepare(() => performance.now() > end);
      await new Promise((resolve) => setTimeout(resolve));
    }
    search.suggest(FIRST);
  }
}
