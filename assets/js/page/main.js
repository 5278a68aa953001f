/** Makes the page that the server sent selectable in place. Small on purpose: it runs before everything else. */
import { near, neighbours, passes } from "../core/network.js";
import { finds } from "../core/search.js";
import { parse, reduce, serialize } from "../core/state.js";
import { createStore } from "../core/store.js";
import { keepAddress } from "./address.js";
import { showCard } from "./card.js";
import { followKeys } from "./keys.js";
import { loadLater } from "./later.js";
import { filterList, keepInSight, revealSelected } from "./list.js";
import { announce, announceCount } from "./live.js";
import { createMarks } from "./marks.js";
import { answerPath } from "./path.js";
import { shareView } from "./share.js";
import { offerPictures } from "./picture-download.js";
import { chooseTheme, currentTheme } from "./theme-choice.js";

const block = document.getElementById("index");
if (block) start(JSON.parse(block.textContent));
else { chooseTheme(); offerPictures(); }

function start(index) {
  const vocabulary = {
    ...index.vocabulary,
    entity: new Set(Object.keys(index.entities)),
    selectable: new Set([...Object.keys(index.entities), ...exchangeTies(index)]),
  };
  const store = createStore(parse(location.search, vocabulary).state, reduce);
  const marks = createMarks(document, index);
  const program = { index, store, marks, vocabulary, serialize, theme: currentTheme, share: () => shareView(index) };
  window.Kakehashi = program;

  const show = (state, before, action) => {
    document.body.dataset.selected = state.select;
    document.body.toggleAttribute("data-chosen", Boolean(state.select)); // spares a match of every rule on each change
    document.body.dataset.pane = state.pane || "list";
    document.documentElement.dataset.later = state.later ? "on" : "off";
    const joined = neighbours(index, state);
    const path = answerPath(index, joined, state);
    const isFound = finds(index, state.q);
    // Only these two change what nearly every mark looks like; the rest is told by the marks' own classes.
    document.body.toggleAttribute("data-lit", Boolean(state.select) || path.size > 0);
    document.body.toggleAttribute("data-sought", ["q", "home", "tie", "theme"].some((name) => state[name].length));
    marks.show({
      selected: state.select,
      near: state.select ? near(index, joined, state.select) : new Set(),
      path,
      passes: (id) => !facets(index, id) || (passes(facets(index, id), state) && isFound(id)),
    });
    if (!before || changed(state, before, ["home", "tie", "theme", "later", "q"])) {
      const shown = filterList(index, state);
      if (before) announceCount(index, shown);
    }
    if (!before || state.select !== before.select) {
      if (before || !isShown(state.select)) showCard(state.select);
      if (before) { announce(index, joined, state.select); revealSelected(action); }
    }
    if (action?.type !== "search") showWords(state.q);
    showPane(state.pane || "list");
    if (!before || state.select !== before.select || state.pane !== before.pane) keepInSight();
  };
  store.subscribe(show);
  keepAddress(store, vocabulary, index);
  show(store.state);
  revealSelected();
  if (store.state.to && !store.state.select) document.getElementById("path-form")?.scrollIntoView();
  document.body.dataset.live = "";
  listen(store, index);
  followKeys(store);
  chooseTheme();
  loadLater(program);
}

function exchangeTies(index) {
  return Object.keys(index.ties).filter((id) => index.ties[id].exchange);
}

function facets(index, id) {
  return index.entities[id] || (index.ties[id]?.exchange ? index.ties[id] : null);
}

function changed(state, before, names) {
  return names.some((name) => state[name] !== before[name]);
}

function isShown(id) {
  return (document.querySelector("#card-body [data-card-of]")?.dataset.cardOf || "") === id;
}

function showWords(words) {
  const field = document.querySelector("#search input");
  if (field && field.value !== words) field.value = words;
}

function showPane(pane) {
  for (const tab of document.querySelectorAll("[data-pane]")) {
    if (tab === document.body) continue;
    if (tab.dataset.pane === pane) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

function listen(store, index) {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest('a[href^="?"]');
    if (link) {
      const asked = new URLSearchParams(link.getAttribute("href"));
      event.preventDefault();
      if (link.dataset.pane) store.dispatch({ type: "pane", pane: link.dataset.pane });
      else store.dispatch({ type: "select", id: asked.get("select") });
      return;
    }
    const action = event.target.closest("[data-action]")?.dataset.action;
    if (action) { act(action, event.target.closest("[data-action]"), store); return; }
    // Curves, areas and markers of the server's pictures; Plotly tells of its own.
    const mark = event.target.closest(".stage .picture [data-mark]")?.dataset.mark;
    if (mark) store.dispatch({ type: "select", id: mark });
  });
  const search = document.getElementById("search");
  search?.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = document.querySelector("#list .items > .item:not([hidden])");
    if (!first || !store.state.q) return;
    store.dispatch({ type: "select", id: first.dataset.entity });
    first.querySelector("a").focus();
  });
  search?.addEventListener("input", (event) => {
    store.dispatch({ type: "search", q: event.target.value.trim().slice(0, 80) });
    if (store.state.q && store.state.pane && store.state.pane !== "list") store.dispatch({ type: "pane", pane: "list" });
  });
  const path = document.getElementById("path-form");
  path?.addEventListener("submit", (event) => event.preventDefault());
  path?.addEventListener("change", () => {
    const form = new FormData(path);
    const { select } = store.state;
    const from = form.get("from") || (index.entities[select] && select !== form.get("to") ? select : "");
    store.dispatch({ type: "path", from, to: form.get("to") });
  });
}

function act(action, element, store) {
  if (action === "clear-selection") store.dispatch({ type: "select", id: "" });
  if (action === "path-from") {
    store.dispatch({ type: "path", from: element.dataset.entityId });
    document.getElementById("path").scrollIntoView();
    document.getElementById("path-to").focus();
  }
  if (action === "toggle-filters") {
    const open = document.body.toggleAttribute("data-filters");
    element.setAttribute("aria-expanded", String(open));
    if (open) document.getElementById("controls").scrollIntoView({ block: "nearest" });
  }
  if (action === "share") window.Kakehashi.share();
}
