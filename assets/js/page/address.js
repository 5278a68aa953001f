/** Keeps the address and the state one: a step forward is an entry in the history, Back restores it. */
import { isStep, parse, serialize } from "../core/state.js";

/** Writes a state that somebody has asked for; one that came from the history stands there already. */
export function writeAddress(state, before, action) {
  if (action.type === "replace") return;
  const address = location.pathname + serialize(state);
  if (isStep(before, state)) history.pushState(null, "", address);
  else history.replaceState(history.state, "", address);
}

export function followHistory(store, vocabulary) {
  addEventListener("popstate", () => store.dispatch({ type: "replace", state: parse(location.search, vocabulary).state }));
}

/** The window's title and the ways to other pages of the explorer say what is selected, too. */
export function nameView(index, state) {
  const query = serialize(state);
  for (const link of document.querySelectorAll("[data-language]")) link.href = link.pathname + query;
  for (const link of document.querySelectorAll("[data-follows]")) link.href = link.pathname + only(link.dataset.follows.split(" "), query);
  const name = (index.entities[state.select] || index.ties[state.select])?.name;
  const { "site-name": site, "site-subtitle": subtitle } = index.texts;
  document.title = name ? `${name} · ${site}` : `${site} · ${subtitle}`;
}

/** What a page understands of a query: the parameters with these names. */
function only(names, query) {
  const kept = new URLSearchParams(query);
  for (const name of [...kept.keys()]) if (!names.includes(name)) kept.delete(name);
  return `?${kept}`.replace(/^\?$/, "");
}
