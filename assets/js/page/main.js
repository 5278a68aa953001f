/**
 * Makes the page that the server sent selectable in place. Small on purpose: it runs before everything else.
 *
 * A selection is shown in two steps: marks light up in the frame of the click; card, list, address and announcement
 * follow when that frame is on the screen.
 */
import { near, neighbours } from "../core/network.js";
import { guardFields } from "../core/pressed.js";
import { leftOut } from "../core/search.js";
import { parse, reduce } from "../core/state.js";
import { createStore } from "../core/store.js";
import { followHistory, nameView, writeAddress } from "./address.js";
import { afterPaint } from "./after-paint.js";
import { followCallouts } from "./callouts.js";
import { showCard } from "./card.js";
import { keepCards } from "./cards.js";
import { bindFilters } from "./filters.js";
import { createGroups } from "./groups.js";
import { keepOnScreen } from "./keeping.js";
import { followKeys } from "./keys.js";
import { filterList, keepInSight, orderFound, revealSelected, sayEmpty, showSet, stayInPlace } from "./list.js";
import { announce, announceCount } from "./live.js";
import { wakeMap } from "./map-wake.js";
import { createMarks } from "./marks.js";
import { answerPath, linkTo, offerChoices } from "./path.js";
import { offerPictures } from "./picture-download.js";
import { hearPointing, showPointed } from "./pointing.js";
import { shareView } from "./share.js";
import { followGrip } from "./sheet.js";
import { chooseTheme, currentTheme } from "./theme-choice.js";
import { thinCrowded } from "./thinning.js";
import { createWake } from "./wake.js";
import { keepWords } from "./words.js";

const FILTERS = ["home", "tie", "theme", "later", "q"];
const NOTHING = new Set();

guardFields();
const block = document.getElementById("index");
if (block) start(JSON.parse(block.textContent), JSON.parse(document.getElementById("later").textContent));
else { chooseTheme(); offerPictures(); }

function start(index, later) {
  const vocabulary = {
    ...index.vocabulary,
    entity: new Set(Object.keys(index.entities)),
    selectable: new Set([...Object.keys(index.entities), ...exchangeTies(index)]),
  };
  const { state, unknown } = parse(location.search, vocabulary);
  const store = createStore(state, reduce);
  const marks = createMarks(document);
  const program = {
    index, store, marks, vocabulary, later,
    theme: currentTheme, share: () => shareView(index), wake: createWake(later.scripts), words: keepWords(later.words, index),
  };
  window.Kakehashi = program;
  const view = createView(program);
  view.highlight(state);
  view.tell(state);
  if (unknown.length) Object.assign(document.getElementById("notice"), { textContent: index.texts["notice-unknown"], hidden: false });
  if (state.to && !state.select) document.getElementById("path-form").scrollIntoView();
  document.body.dataset.live = "";
  program.learnWords = async () => {
    await program.words.load();
    const { state } = store; // somebody may have typed meanwhile
    if (state.q) for (const show of [view.highlight, view.tell]) show(state, { ...state, q: null }, { type: "search" });
  };
  if (state.q) program.learnWords().then(showAsked);
  else showAsked();
  followStore(program, view);
  followHistory(store, vocabulary);
  listen(program);
  chooseTheme();
  bindFilters(program);
  offerChoices(index);
  wakeMap(program);
  for (const stage of document.querySelectorAll(".stage")) showPointed(stage);
  hearPointing((id) => store.dispatch({ type: "select", id }));
  const told = document.documentElement.dataset;
  afterPaint(() => {
    if ("early" in told) told.early = "below";
    keepFoot();
    afterPaint(() => { delete told.early; });
    thinCrowded(document.getElementById("map")); // what is asked for by the address is seen from now on
    view.cards.load().then(program.learnWords) // one after the other: a server that has just begun lets few wait
      .then(() => keepOnScreen(later.workers, {}));
    view.keepStops = followKeys(store, view.callouts);
  });
}

/** The views end at the foot of the window, however many rows the filters above them take. */
function keepFoot() {
  const [explore, controls] = [document.querySelector(".explore"), document.getElementById("controls")];
  let above = 122; // as the style sheet supposes for one row
  new ResizeObserver(() => {
    if (Math.abs(explore.offsetTop - above) < 8) return;
    above = explore.offsetTop;
    explore.style.setProperty("--above", `${above}px`);
  }).observe(controls);
}

function isNarrowed(state) {
  return Boolean(state.q) || ["home", "tie", "theme"].some((name) => state[name].length);
}

function showAsked() {
  delete document.documentElement.dataset.asked;
}

function exchangeTies(index) {
  return Object.keys(index.ties).filter((id) => index.ties[id].exchange);
}

/** Every step is shown at once and told when it is on the screen, before the next one is shown. */
function followStore({ store, index }, view) {
  let waiting = null;
  const tell = () => {
    const tellNow = waiting;
    waiting = null;
    tellNow?.();
  };
  store.subscribe((state, before, action) => {
    tell();
    view.highlight(state, before);
    waiting = () => {
      writeAddress(state, before, action);
      view.tell(state, before, action);
    };
    afterPaint(tell);
  });
}

/** What a state looks like: highlight() is all that must happen in the frame of a click, tell() the rest. */
function createView(program) {
  const { index, marks, words } = program;
  const stages = document.querySelectorAll(".stage");
  const openGroups = createGroups(document);
  const cards = keepCards(program.later.cards);
  const welcome = [...document.getElementById("card-body").childNodes];
  let joined = null;
  let path = NOTHING;
  let out = NOTHING;
  let shown = 0;
  let asked = "";

  const sheet = followGrip();
  const callouts = followCallouts(document.getElementById("network-stage"), document.getElementById("callout-close"));
  const view = { cards, callouts, keepStops: () => {}, highlight, tell };
  return view;

  function highlight(state, before) {
    const isNew = (...names) => !before || names.some((name) => state[name] !== before[name]);
    if (isNew("later")) {
      joined = neighbours(index, state);
      document.documentElement.dataset.later = state.later ? "on" : "off";
    }
    if (isNew("later", "from", "to")) path = answerPath(index, joined, state);
    if (isNew(...FILTERS)) {
      const found = words.search?.find(state.q, state.later) ?? null;
      out = leftOut(index, state, found);
      if (isNew("q", "later")) orderFound(found, words);
      shown = filterList(index, out, Boolean(state.q && !words.search && !words.isLost));
      sayEmpty(index, state, shown, words);
      showSet(index, state);
    }
    marks.show({ selected: state.select, near: state.select ? near(index, joined, state.select) : NOTHING, path, out });
    if (isNew("select")) openGroups(state.select);
    const isLit = Boolean(state.select) || path.size > 0;
    for (const stage of stages) {
      stage.classList.toggle("is-lit", isLit);
      stage.classList.toggle("is-narrowed", isNarrowed(state));
    }
    if (isNew("pane")) showPane(state.pane || "list");
    if (before && (isNew("pane") || !state.select)) sheet.lower();
  }

  function tell(state, before, action) {
    const isNew = (...names) => !before || names.some((name) => state[name] !== before[name]);
    document.body.dataset.selected = state.select;
    const list = document.getElementById("list");
    const isAway = () => getComputedStyle(list).visibility === "hidden";
    const [wasAway, hadFocus] = [isAway(), document.getElementById("card").contains(document.activeElement)];
    stayInPlace(() => {
      document.body.toggleAttribute("data-chosen", Boolean(state.select));
      document.body.toggleAttribute("data-sought", isNarrowed(state));
      // Whoever has just changed a filter goes on with the list, until something else is chosen.
      const goesOn = before && (isNew(...FILTERS) || (!isNew("select") && "listed" in document.body.dataset));
      document.body.toggleAttribute("data-listed", isNarrowed(state) || Boolean(goesOn));
    });
    if (list.contains(document.activeElement) && isAway()) document.getElementById("card-body").focus({ preventScroll: true });
    document.getElementById("card-out").hidden = !out.has(state.select);
    if (isNew("select") && (before || state.select)) { // the page arrives with nothing chosen
      fillCard(state.select);
      revealSelected(state.select);
      if (before) announce(index, joined, state.select);
      if (wasAway && hadFocus && !state.select) list.querySelector(`[data-entity="${CSS.escape(before.select)}"] > a`)?.focus();
    }
    if (before && isNew(...FILTERS)) announceCount(index, shown);
    if (isNew("q") && action?.type !== "search") showWords(program.store.state.q); // what has been typed since is kept
    thinCrowded(document.getElementById("map"));
    nameView(index, state);
    if (state.select && isNew("select", "pane")) keepInSight();
    callouts.show();
    view.keepStops();
  }

  /** Until a card is there, the name of what it is about stands for it. */
  async function fillCard(id) {
    asked = id;
    if (!id) { showCard(document, "", fragment(...welcome), marks); return; }
    const kept = cards.get(id);
    showCard(document, id, kept || heading(id), marks);
    if (kept) return;
    await cards.load();
    const come = cards.get(id);
    if (asked !== id || !come) return;
    showCard(document, id, come, marks);
    revealSelected(id); // a card takes its room from the list
    keepInSight();
  }

  function heading(id) {
    const name = document.createElement("h3");
    name.className = "card-title";
    name.append(linkTo(index, id, (index.entities[id] || index.ties[id]).name));
    const place = document.createElement("div");
    place.className = "card-content";
    place.append(name);
    return fragment(place);
  }
}

function fragment(...nodes) {
  const made = document.createDocumentFragment();
  made.append(...nodes);
  return made;
}

function showWords(words) {
  const field = document.querySelector("#search input");
  if (field && field.value !== words) field.value = words;
}

function showPane(pane) {
  document.body.dataset.pane = pane;
  for (const tab of document.querySelectorAll("a[data-pane]")) {
    if (tab.dataset.pane === pane) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

function listen({ store, index, words, learnWords }) {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { target } = event;
    if (event.detail > 1 && target.closest("#card a")) { event.preventDefault(); return; } // the second of two quick clicks, on a card that has come with the first
    const link = target.closest("a[data-select], a[data-pane]");
    if (link) {
      event.preventDefault();
      const { pane, select } = link.dataset;
      store.dispatch(pane ? { type: "pane", pane } : { type: "select", id: select });
      return;
    }
    const button = target.closest("[data-action]");
    if (button) act(button.dataset.action, button, store);
  });
  const search = document.getElementById("search");
  search?.addEventListener("submit", async (event) => {
    event.preventDefault();
    await words.load();
    const first = document.querySelector("#list .items > .item:not([hidden])");
    if (!first || !store.state.q) return;
    store.dispatch({ type: "select", id: first.dataset.entity });
    first.querySelector("a").focus();
  });
  search?.addEventListener("input", (event) => {
    store.dispatch({ type: "search", q: event.target.value.trim().slice(0, 80) });
    if (!words.search) learnWords();
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
  if (action === "clear-filters") store.dispatch({ type: "clear-filters" });
  if (action === "remove-filters") store.dispatch({ type: "filter", home: [], tie: [], theme: [], later: true });
  if (action === "search") {
    store.dispatch({ type: "search", q: element.dataset.words });
    showWords(element.dataset.words);
    document.querySelector("#search input").focus();
  }
  if (action === "unset") {
    store.dispatch({ type: "unset", ...element.dataset });
    (document.querySelector("#set button") || document.getElementById("list-heading")).focus(); // what was pressed is gone
  }
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
