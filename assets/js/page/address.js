/** Keeps the address and the state one: a step forward is an entry in the history, Back restores it. */
import { isStep, parse, serialize } from "../core/state.js";

export function keepAddress(store, vocabulary, index) {
  let following = false;
  store.subscribe((state, before) => {
    if (following) return;
    const address = location.pathname + serialize(state);
    if (isStep(before, state)) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
    showEverywhere(store, index);
  });
  addEventListener("popstate", () => {
    following = true;
    store.dispatch({ type: "replace", state: parse(location.search, vocabulary).state });
    following = false;
    showEverywhere(store, index);
  });
  showEverywhere(store, index);
}

function showEverywhere(store, index) {
  const query = serialize(store.state);
  for (const link of document.querySelectorAll("[data-language]")) {
    link.href = link.pathname + query;
  }
  const selected = store.state.select;
  const name = (index.entities[selected] || index.ties[selected])?.name;
  const { "site-name": site, "site-subtitle": subtitle } = index.texts;
  document.title = name ? `${name} · ${site}` : `${site} · ${subtitle}`;
}
